import * as z from 'zod/mini'

const smallestGroup = 5
const mostGroups = 200

const Value = z.number().check(z.minimum(0), z.maximum(100))
const Name = z.string().check(z.minLength(1), z.maxLength(200))
const Id = z.string().check(z.minLength(1), z.maxLength(64))

const Quartiles = z
  .strictObject({ p25: Value, p50: Value, p75: Value })
  .check(z.refine(({ p25, p50, p75 }) => p25 <= p50 && p50 <= p75))

const BenchmarkGroup = z.strictObject({
  id: Id,
  es: Name,
  en: Name,
  n: z.int().check(z.minimum(smallestGroup)),
  dimensions: z.record(z.string().check(z.maxLength(64)), Quartiles),
  stages: z.record(z.string().check(z.maxLength(64)), z.int().check(z.minimum(0))),
})
export type BenchmarkGroup = z.infer<typeof BenchmarkGroup>

/** What other clusters reached in a round, in groups of at least five: quartiles of each dimension, clusters by stage. */
const Benchmark = z.strictObject({
  format: z.literal(1),
  kind: z.literal('benchmark'),
  roundId: Id,
  asOf: z.iso.date(),
  groups: z.array(BenchmarkGroup).check(z.minLength(1), z.maxLength(mostGroups)),
})
export type Benchmark = z.infer<typeof Benchmark>

/** The group that was chosen; the first one as long as none was, or where the chosen one is in it no more. */
export function groupOf(benchmark: Benchmark | undefined, id: string | undefined): BenchmarkGroup | undefined {
  return benchmark?.groups.find((group) => group.id === id) ?? benchmark?.groups[0]
}

/** Reads a benchmark file; undefined when the text is no benchmark of format 1, whatever else it may be. */
export function readBenchmark(text: string): Benchmark | undefined {
  try {
    return Benchmark.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
