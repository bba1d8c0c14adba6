import type { ResultTexts } from '#domain/edition.ts'
import type { StageRule } from '#domain/scoringRules.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import styles from './StageTrack.module.css'

export type StageTrackProps = {
  language: Language
  stages: readonly StageRule[]
  words: ResultTexts['stages'] | undefined
  current: string | null
}

/** The stages in their order, the one reached marked by word, border and `aria-current`, never by colour alone. */
export function StageTrack({ language, stages, words, current }: StageTrackProps) {
  const t = resultTexts(language).result
  return (
    <ol className={styles.track}>
      {stages.map(({ id }, at) => {
        const isCurrent = id === current
        return (
          <li
            key={id}
            className={isCurrent ? styles.current : styles.stage}
            aria-current={isCurrent ? 'step' : undefined}
          >
            <span className={styles.head} data-stage={at + 1}>
              <span className={styles.number}>
                <span className={styles.spoken}>{t.stageNumber(at + 1)}</span>
                <span aria-hidden="true">{at + 1}</span>
              </span>
              <Strokes stage={at + 1} />
            </span>
            <strong className={styles.name}>{inLanguage(words?.[id]?.label ?? id, language)}</strong>
            {isCurrent && <span className={styles.here}>{t.youAreHere}</span>}
            <span className={styles.line}>{inLanguage(words?.[id]?.observable, language)}</span>
          </li>
        )
      })}
    </ol>
  )
}

const dots = [
  { x: 4, y: 4 },
  { x: 20, y: 4 },
  { x: 20, y: 20 },
  { x: 4, y: 20 },
] as const

// Denser with the stage: no strokes, two, four, all six.
const strokes = ['M4 4H20', 'M4 20H20', 'M4 4V20', 'M20 4V20', 'M4 4L20 20', 'M20 4L4 20']
const strokesOfStage = [0, 2, 4, 6]

function Strokes({ stage }: { stage: number }) {
  const shown = strokes.slice(0, strokesOfStage[stage - 1] ?? strokes.length)
  return (
    <svg className={styles.glyph} viewBox="0 0 24 24" width="32" height="32" aria-hidden="true" focusable="false">
      <path d={shown.join('')} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      {dots.map(({ x, y }) => (
        <circle key={`${x},${y}`} cx={x} cy={y} r="3" fill="currentColor" />
      ))}
    </svg>
  )
}
