import * as z from 'zod/mini'

const Id = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9_]{0,63}$/, 'must be lower-case letters, digits and _, beginning with a letter'))
const Variable = z.string().check(z.minLength(1))
const Variables = z.array(Variable).check(z.minLength(1))
const Level = z.int().check(z.minimum(0), z.maximum(4))
const Weight = z.number().check(z.positive())
const Text = z.strictObject({ es: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) })

/** Reached when the value is at least `atLeast`, or strictly more than `above` (which takes no tolerance). */
const Band = z.union([
  z.strictObject({ atLeast: z.number(), level: Level }),
  z.strictObject({ above: z.number(), level: Level }),
])
export type Band = z.infer<typeof Band>

/**
 * A number drawn from the answers. `variable`, `ratio` and `difference` are unknown when a part is; `sum`, `largest` and
 * `present` only when every part of `askedTogether` (default: of `of`) is, a single unknown part counting 0.
 *
 * `ratio` is a percentage: 100 · part / whole. `present` is how many of the variables are at least 1.
 */
const NumberFromAnswers = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('variable'), variable: Variable }),
  z.strictObject({ kind: z.literal('ratio'), part: Variable, whole: Variable }),
  z.strictObject({ kind: z.literal('difference'), from: Variable, subtract: Variable }),
  z.strictObject({ kind: z.literal('sum'), of: Variables, askedTogether: z.exactOptional(Variables) }),
  z.strictObject({ kind: z.literal('largest'), of: Variables, askedTogether: z.exactOptional(Variables) }),
  z.strictObject({ kind: z.literal('present'), of: Variables, askedTogether: z.exactOptional(Variables) }),
])
export type NumberFromAnswers = z.infer<typeof NumberFromAnswers>

/**
 * The answer that is read first. Where it equals `skippedAt` the indicator is skipped, at level 0, whatever else was
 * answered; where it is unknown and `needed`, the indicator is missing.
 */
const Parent = z.strictObject({
  variable: Variable,
  skippedAt: z.union([z.string(), z.number()]),
  needed: z.boolean(),
})

/** The level of a chosen code. `refine` raises one code's level by a number; an unknown number leaves it. */
const ChoiceRubric = z.strictObject({
  kind: z.literal('choice'),
  variable: Variable,
  levels: z.record(z.string(), Level),
  mayNotApply: z.exactOptional(z.boolean()),
  parent: z.exactOptional(Parent),
  refine: z.exactOptional(
    z.strictObject({ code: z.string(), variable: Variable, bands: z.array(Band).check(z.minLength(1)) }),
  ),
})

/** The level of the last band that the number reaches, `below` when it reaches none. Bands ascend. */
const BandsRubric = z.strictObject({
  kind: z.literal('bands'),
  value: NumberFromAnswers,
  below: Level,
  bands: z.array(Band).check(z.minLength(1)),
  parent: z.exactOptional(Parent),
})

/**
 * Governing bodies by how often they meet. `order` ranks the codes; its first one means that the body does not exist.
 * `operating[n]` is the level when at least one body exists and n of them meet often enough to be operating.
 */
const BodiesRubric = z.strictObject({
  kind: z.literal('bodies'),
  order: z.array(z.string()).check(z.minLength(2)),
  bodies: z.array(z.strictObject({ variable: Variable, operatingFrom: z.string() })).check(z.minLength(1)),
  noneExists: Level,
  operating: z.array(Level),
})

const Rubric = z.discriminatedUnion('kind', [ChoiceRubric, BandsRubric, BodiesRubric])
export type Rubric = z.infer<typeof Rubric>

const IndicatorRule = z.strictObject({ id: Id, weight: Weight, rubric: Rubric })
export type IndicatorRule = z.infer<typeof IndicatorRule>

const DimensionRule = z.strictObject({
  id: Id,
  label: Text,
  weight: Weight,
  indicators: z.array(IndicatorRule).check(z.minLength(1)),
})
export type DimensionRule = z.infer<typeof DimensionRule>

const ConditionTest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('level'), indicator: Id, atLeast: Level }),
  z.strictObject({ kind: z.literal('number'), value: NumberFromAnswers, atLeast: z.number() }),
  z.strictObject({ kind: z.literal('code'), variable: Variable, oneOf: z.array(z.string()).check(z.minLength(1)) }),
  z.strictObject({ kind: z.literal('rows'), variables: Variables, code: z.string(), atLeast: z.int() }),
])
export type ConditionTest = z.infer<typeof ConditionTest>

/** What the way to the next stage raises for an unmet condition: `count` of the `indicators`, each to `level`. */
const Floor = z.strictObject({
  indicators: z.array(Id).check(z.minLength(1)),
  level: Level,
  count: z.int().check(z.positive()),
})
export type Floor = z.infer<typeof Floor>

/** A condition without a floor is shown, but the way to the next stage moves no indicator for it. */
const ConditionRule = z.strictObject({ id: Id, test: ConditionTest, floor: z.exactOptional(Floor) })
export type ConditionRule = z.infer<typeof ConditionRule>

const Minimum = z.number().check(z.minimum(0), z.maximum(100))

/** Stages ascend. `index` and `minima` (by dimension) are on the scale 0..100; `conditions` are ids. */
const StageRule = z.strictObject({
  id: Id,
  index: Minimum,
  minima: z.record(z.string(), Minimum),
  conditions: z.array(Id),
})
export type StageRule = z.infer<typeof StageRule>

/**
 * Everything that turns answers into a result, as data. Order matters: dimensions, indicators, conditions and stages
 * are shown, and ties are broken, in the order in which they stand.
 *
 * `active`: the answer without which there is no stage. `completeness`: shares 0..1 from which a result is provisional
 * and from which it is final.
 */
export const ScoringRules = z.strictObject({
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/, 'must be three numbers, such as 1.0.0')),
  active: z.strictObject({ variable: Variable, code: z.string() }),
  completeness: z.strictObject({
    provisional: z.number().check(z.minimum(0), z.maximum(1)),
    final: z.number().check(z.minimum(0), z.maximum(1)),
  }),
  dimensions: z.array(DimensionRule).check(z.minLength(1)),
  conditions: z.array(ConditionRule),
  stages: z.array(StageRule).check(z.minLength(1)),
})
export type ScoringRules = z.infer<typeof ScoringRules>
