import type { Benchmark, BenchmarkGroup } from '#domain/benchmark.ts'
import type { Edition } from '#domain/edition.ts'
import type { DimensionProfile } from '#domain/explanation.ts'
import type { DimensionValues } from '#domain/history.ts'
import type { ScoringRules, StageRule } from '#domain/scoringRules.ts'
import type { Language } from '#domain/text.ts'
import type { QuestionsOf } from './AnswerList.tsx'

export type DimensionProfileProps = {
  language: Language
  edition: Edition
  rules: ScoringRules
  profile: readonly DimensionProfile[]
  /** the stage whose minima are the targets */
  next: StageRule | undefined
  /** the round before, by the present rules; `date` as it is read */
  previous: { date: string; dimensions: DimensionValues } | undefined
  benchmark: Benchmark | undefined
  /** of the benchmark, the one that was chosen */
  group: BenchmarkGroup | undefined
  onGroup: (id: string) => void
  questionsOf: QuestionsOf
}
