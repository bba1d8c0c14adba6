import { z } from 'zod'

const smallestGroup = 5

const quartiles = z
  .strictObject({ p25: z.number().min(0).max(100), p50: z.number().min(0).max(100), p75: z.number().min(0).max(100) })
  .refine(({ p25, p50, p75 }) => p25 <= p50 && p50 <= p75)

const group = z.strictObject({
  id: z.string().min(1).max(64),
  es: z.string().min(1).max(200),
  en: z.string().min(1).max(200),
  n: z.int().min(smallestGroup),
  dimensions: z.record(z.string().max(64), quartiles),
  stages: z.record(z.string().max(64), z.int().min(0)),
})

const benchmark = z.strictObject({
  format: z.literal(1),
  kind: z.literal('benchmark'),
  roundId: z.string().min(1).max(64),
  asOf: z.iso.date(),
  groups: z.array(group).max(200),
})

/** What other clusters reached in a round, in groups of at least five: quartiles of each dimension, clusters by stage. */
export type Benchmark = z.infer<typeof benchmark>
export type BenchmarkGroup = Benchmark['groups'][number]

/** Reads a benchmark file; undefined when the text is no benchmark of format 1, whatever else it may be. */
export function readBenchmark(text: string): Benchmark | undefined {
  try {
    return benchmark.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
