import * as z from 'zod/mini'

/**
 * How an indicator came to its level. `missing` (blank or not known) and `skipped` (the question did not arise) stand at
 * level 0 and keep their weight; `not_applicable` has no level and no weight.
 */
export const IndicatorStatus = z.enum(['scored', 'missing', 'skipped', 'not_applicable'])
export type IndicatorStatus = z.infer<typeof IndicatorStatus>

// A list of values and not a range: one look-up, and every submission has some thirty levels.
const Level = z.literal([0, 1, 2, 3, 4]) as unknown as z.ZodMiniType<number>
const LevelOrNone = z.literal([0, 1, 2, 3, 4, null]) as unknown as z.ZodMiniType<number | null>

export const IndicatorResult = z.strictObject({ level: LevelOrNone, status: IndicatorStatus })
export type IndicatorResult = z.infer<typeof IndicatorResult>

/** One indicator to be raised on the way to the next stage; `from` is 0 where the answer is missing. */
export const PathStep = z.strictObject({ indicator: z.string(), from: Level, to: Level })
export type PathStep = z.infer<typeof PathStep>

export const ResultStatus = z.enum(['not_active', 'insufficient', 'provisional', 'final'])
export type ResultStatus = z.infer<typeof ResultStatus>

const Value = z.number().check(z.minimum(0), z.maximum(100 + 1e-9))

/**
 * What scoring gives for one set of answers. Dimension values and `index` lie in 0..100, `completeness` in 0..1, none of
 * them rounded. `stage` and `path` are null where the status allows no stage.
 */
export const Result = z.strictObject({
  indicators: z.record(z.string(), IndicatorResult),
  dimensions: z.record(z.string(), Value),
  index: Value,
  completeness: z.number().check(z.minimum(0), z.maximum(1 + 1e-9)),
  status: ResultStatus,
  stage: z.nullable(z.string()),
  conditions: z.record(z.string(), z.boolean()),
  path: z.nullable(z.array(PathStep)),
})
export type Result = z.infer<typeof Result>

const statuses: ReadonlySet<unknown> = new Set(ResultStatus.options)
const indicatorStatuses: ReadonlySet<unknown> = new Set(IndicatorStatus.options)
const levels: ReadonlySet<unknown> = new Set([0, 1, 2, 3, 4])
const keyCount = Object.keys(Result.shape).length

/**
 * Whether a value of JSON can be seen to be a {@link Result}, without the schema's copy and its reasons: at a tenth of
 * the time. Where this says no, the schema still decides.
 */
export function isPlainlyResult(value: unknown): boolean {
  if (!isMap(value) || Object.keys(value).length !== keyCount) return false
  const { indicators, dimensions, index, completeness, status, stage, conditions, path } = value
  return (
    isMapOf(indicators, isIndicatorResult) &&
    isMapOf(dimensions, (one) => isUpTo(100, one)) &&
    isUpTo(100, index) &&
    isUpTo(1, completeness) &&
    statuses.has(status) &&
    (stage === null || typeof stage === 'string') &&
    isMapOf(conditions, (one) => typeof one === 'boolean') &&
    (path === null || (Array.isArray(path) && path.every(isPathStep)))
  )
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isMapOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  if (!isMap(value)) return false
  for (const key of Object.keys(value)) if (!isItem(value[key])) return false
  return true
}

function isIndicatorResult(value: unknown): boolean {
  if (!isMap(value) || Object.keys(value).length !== 2) return false
  return (value.level === null || levels.has(value.level)) && indicatorStatuses.has(value.status)
}

function isPathStep(value: unknown): boolean {
  if (!isMap(value) || Object.keys(value).length !== 3) return false
  return typeof value.indicator === 'string' && levels.has(value.from) && levels.has(value.to)
}

function isUpTo(most: number, value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= most + 1e-9
}
