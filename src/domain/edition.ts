import * as z from 'zod/mini'
import { reasonsByPlace } from './fileFaults.ts'
import { ScoringRules } from './scoringRules.ts'

const Text = z.object({ es: z.string(), en: z.string() })

/** A text of an unscored edition may stand in one language only, as SurveyJS writes it. */
const FormText = z.union(
  [
    z.string(),
    z.looseObject({
      es: z.exactOptional(z.string()),
      en: z.exactOptional(z.string()),
      default: z.exactOptional(z.string()),
    }),
  ],
  'must be a text, or an object with a text in es, en or both',
)

const FormChoice = z.union(
  [
    z.string(),
    z.number(),
    z.looseObject({
      value: z.union([z.string(), z.number(), z.boolean()]),
      text: z.exactOptional(FormText),
      hint: z.exactOptional(FormText),
      isExclusive: z.exactOptional(z.boolean()),
    }),
  ],
  'must be a text, a number, or an object with a value',
)

const limit = z.union([z.number(), z.string()], 'must be a number or a text')

const elementProperties = {
  type: z.string(),
  name: z.string(),
  number: z.exactOptional(z.string()),
  title: z.exactOptional(FormText),
  short: z.exactOptional(FormText),
  description: z.exactOptional(FormText),
  countsAs: z.exactOptional(z.object({ yes: Text, no: Text })),
  visibleIf: z.exactOptional(z.string()),
  isRequired: z.exactOptional(z.boolean()),
  nonAnswers: z.exactOptional(z.array(z.enum(['dk', 'refused', 'na']))),
  choices: z.exactOptional(z.array(FormChoice)),
  maxSelectedChoices: z.exactOptional(z.number()),
  inputType: z.exactOptional(z.string()),
  min: z.exactOptional(limit),
  max: z.exactOptional(limit),
  decimals: z.exactOptional(z.number()),
  grouping: z.exactOptional(z.boolean()),
  money: z.exactOptional(z.enum(['COP', 'USD'])),
  unit: z.exactOptional(FormText),
  /** of exactly one: "1 empresa", where `unit` is "empresas" */
  unitOne: z.exactOptional(FormText),
  minLength: z.exactOptional(z.number()),
  maxLength: z.exactOptional(z.number()),
  layout: z.exactOptional(z.enum(['grid', 'rows', 'composition', 'plain'])),
  composition: z.exactOptional(
    z.union(
      [z.strictObject({ total: z.number() }), z.strictObject({ totalVariable: z.string() })],
      'must be { "total": a number } or { "totalVariable": a variable }',
    ),
  ),
  items: z.exactOptional(z.unknown()),
  validators: z.exactOptional(z.unknown()),
}
const FlatElement = z.looseObject(elementProperties)

/**
 * A question or panel as SurveyJS writes it, with the properties this product adds: `number`, `short`, `countsAs`,
 * `nonAnswers`, `decimals`, `money`, `unit`, `unitOne`, `grouping`, `minLength`, `layout`, `composition`, `classification`.
 * Every other SurveyJS key is kept.
 */
export type FormElement = z.infer<typeof FlatElement> & { elements?: FormElement[] }
export const FormElement: z.ZodMiniType<FormElement> = z.looseObject({
  ...elementProperties,
  elements: z.exactOptional(z.array(z.lazy(() => FormElement))),
})

export const FormPage = z.looseObject({
  name: z.string(),
  title: z.exactOptional(FormText),
  visibleIf: z.exactOptional(z.string()),
  elements: z.array(FormElement),
})
export type FormPage = z.infer<typeof FormPage>

/** A cross-check between answers; `when` true means that there is a fault. The first variable is where the link goes. */
export const Check = z.strictObject({
  id: z.string(),
  severity: z.enum(['hard', 'soft']),
  when: z.string(),
  variables: z.array(z.string()).check(z.minLength(1)),
  message: Text,
})
export type Check = z.infer<typeof Check>

export const CodebookEntry = z.strictObject({ label: Text, unit: z.exactOptional(z.string()), universe: Text })
export type CodebookEntry = z.infer<typeof CodebookEntry>

/** What the indicator's levels mean, and per level the step that leads to the next one. */
export const IndicatorText = z.strictObject({
  name: Text,
  levels: z.record(z.string(), Text),
  steps: z.record(
    z.string(),
    z.strictObject({ what: Text, who: Text, effort: z.enum(['low', 'medium', 'high']), hint: Text }),
  ),
})
export type IndicatorText = z.infer<typeof IndicatorText>

export const ResultTexts = z.strictObject({
  stages: z.record(z.string(), z.strictObject({ label: Text, observable: Text, meaning: Text })),
  conditions: z.record(z.string(), z.strictObject({ met: Text, unmet: Text, short: Text })),
  dimensions: z.record(
    z.string(),
    z.strictObject({ label: Text, meaning: Text, bands: z.strictObject({ low: Text, middle: Text, high: Text }) }),
  ),
  useNotice: Text,
  labelsNote: Text,
})
export type ResultTexts = z.infer<typeof ResultTexts>

/** A row of the hub: `pages` are names of pages of the form; `minutes` is the time that answering usually takes. */
export const EditionSection = z.strictObject({
  id: z.string(),
  title: Text,
  minutes: z.number(),
  intro: z.exactOptional(Text),
  pages: z.array(z.string()).check(z.minLength(1)),
})
export type EditionSection = z.infer<typeof EditionSection>

/**
 * One published, frozen questionnaire: `surveys/<id>.<edition>.json`.
 *
 * With `scoring` it must be complete (sections, texts, steps, codebook); without, `{ id, edition, title, form }` is enough.
 * `consent` is asked before the hub and is no row of it. The shape only: what must hold between the parts is in
 * `editionCheck.ts`.
 */
export const Edition = z.strictObject({
  id: z
    .string()
    .check(
      z.regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and hyphens, beginning with a letter'),
    ),
  edition: z.int().check(z.positive()),
  title: FormText,
  minutes: z.exactOptional(z.number()),
  consent: z.exactOptional(EditionSection),
  sections: z.exactOptional(z.array(EditionSection)),
  form: z.looseObject({
    pages: z.array(FormPage).check(z.minLength(1)),
    calculatedValues: z.exactOptional(z.array(z.looseObject({ name: z.string() }))),
  }),
  checks: z.exactOptional(z.array(Check)),
  scoring: z.exactOptional(ScoringRules),
  texts: z.exactOptional(ResultTexts),
  steps: z.exactOptional(z.record(z.string(), IndicatorText)),
  codebook: z.exactOptional(z.record(z.string(), CodebookEntry)),
})
export type Edition = z.infer<typeof Edition>

export type ParsedEdition = { ok: true; edition: Edition } | { ok: false; problems: string[] }

/**
 * Reads the JSON of an edition; nothing is assumed about it.
 *
 * @param json what `JSON.parse` gave for a file of `surveys/`
 * @returns the edition, or one line for each place with a wrong shape, such as `form.pages[3].name: is missing; …`
 */
export function parseEdition(json: unknown): ParsedEdition {
  const parsed = Edition.safeParse(json)
  if (parsed.success) return { ok: true, edition: parsed.data }
  const reasons = [...reasonsByPlace(parsed.error.issues, json)]
  return { ok: false, problems: reasons.map(([place, reason]) => `${place || '(whole file)'}: ${reason}`) }
}
