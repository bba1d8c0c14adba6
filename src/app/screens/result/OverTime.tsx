import { type DimensionValues, type EarlierResult, valuesOf } from '#domain/history.ts'
import { historyTexts } from '#ui/historyTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { dimensionLabel, oneDecimal, tenthsBetween } from '../../resultWords.ts'
import styles from './OverTime.module.css'
import { type OverTimeProps, OverTimeTable } from './OverTimeTable.tsx'
import { TrackMark } from './ProfileTrack.tsx'
import { SlopeChart, type SlopePoint } from './SlopeChart.tsx'

/** As many rounds as can be read at a glance; the table has them all. */
const mostDrawn = 4

/** How each dimension moved from round to round, and what of it the rules did. */
export function OverTime(props: OverTimeProps) {
  const { language, edition, rules, result, earlier, labels } = props
  const t = historyTexts(language)
  const now = valuesOf(rules, result)
  const drawn = earlier.slice(-(mostDrawn - 1))
  const names = [...labels.slice(earlier.length - drawn.length, earlier.length), t.now]
  return (
    <section aria-labelledby="over-time-title">
      <h2 id="over-time-title">{t.title}</h2>
      <figure className={styles.figure}>
        <figcaption>
          <strong>{findingOf(props, now.dimensions)}</strong>
          <span className={styles.unit}>{t.unit(earlier.length + 1)}</span>
          {drawn.some(({ comparability }) => comparability !== 'same') && (
            <span className={styles.legend}>
              <TrackMark kind="before" /> {t.toldThen}
            </span>
          )}
        </figcaption>
        <div className={styles.charts}>
          {rules.dimensions.map(({ id }) => (
            <SlopeChart
              key={id}
              language={language}
              title={dimensionLabel(edition, id, language)}
              points={[...drawn.map((each) => pointOf(each, id)), presentPoint(now.dimensions[id])].map(
                (point, at) => ({
                  ...point,
                  label: names[at] ?? '',
                }),
              )}
            />
          ))}
        </div>
      </figure>
      <RuleNotes {...props} />
      <details className={styles.details}>
        <summary>{resultTexts(language).result.seeTable}</summary>
        <OverTimeTable {...props} now={now} />
      </details>
    </section>
  )
}

function pointOf({ told, comparable, comparability }: EarlierResult, dimension: string): Omit<SlopePoint, 'label'> {
  const asTold = told.dimensions[dimension] ?? null
  if (comparable === null) return { value: asTold, told: null, isComparable: false }
  return {
    value: comparable.dimensions[dimension] ?? null,
    told: comparability === 'rescored' ? asTold : null,
    isComparable: true,
  }
}

function presentPoint(value: number | null | undefined): Omit<SlopePoint, 'label'> {
  return { value: value ?? null, told: null, isComparable: true }
}

/** Against the latest round that can be compared at all. */
function findingOf({ language, rules, earlier, labels }: OverTimeProps, now: DimensionValues): string {
  const t = historyTexts(language)
  const at = earlier.findLastIndex(({ comparable }) => comparable !== null)
  const before = earlier[at]?.comparable?.dimensions
  if (before === undefined) return t.notComparable
  const changes = rules.dimensions.flatMap(({ id }) => {
    const [from, to] = [before[id], now[id]]
    return from == null || to == null ? [] : [tenthsBetween(from, to)]
  })
  const rose = changes.filter((change) => change > 0).length
  const fell = changes.filter((change) => change < 0).length
  const since = labels[at] ?? ''
  if (rose > 0 && fell > 0) return t.roseAndFell(rose, fell, since)
  const all = rules.dimensions.length
  if (rose > 0) return t.rose(rose, all, since)
  return fell > 0 ? t.fell(fell, all, since) : t.unchanged(since)
}

/** Where rules or questionnaire changed between the rounds, said in words: a reader must not take it for practice. */
function RuleNotes({ language, edition, earlier, labels }: OverTimeProps) {
  const t = historyTexts(language)
  const notes = earlier.flatMap(({ submissionId, comparability, comparable, told, edition: answered }, at) => {
    const date = labels[at] ?? ''
    if (comparability === 'other' || comparable === null) return [{ submissionId, text: t.other(date) }]
    if (comparability === 'rescored') {
      const again = oneDecimal(comparable.index, language)
      return [{ submissionId, text: `${t.rescored(date, oneDecimal(told.index, language), again)} ${t.rescoredWhy}` }]
    }
    return answered === edition.edition ? [] : [{ submissionId, text: t.otherEdition(date, answered) }]
  })
  if (notes.length === 0) return null
  return (
    <ul className={styles.notes}>
      {notes.map(({ submissionId, text }) => (
        <li key={submissionId}>{text}</li>
      ))}
    </ul>
  )
}
