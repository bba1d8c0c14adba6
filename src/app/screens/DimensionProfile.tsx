import type { Edition } from '#domain/edition.ts'
import type { DimensionProfile as Row } from '#domain/explanation.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { historyTexts } from '#ui/historyTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { dimensionLabel, oneDecimal, valueText } from '../resultWords.ts'
import styles from './DimensionProfile.module.css'
import { IndicatorTable } from './result/IndicatorTable.tsx'
import { PeerGroups } from './result/PeerGroups.tsx'
import { ProfileLegend } from './result/ProfileLegend.tsx'
import { ProfileTable } from './result/ProfileTable.tsx'
import { ProfileTrack } from './result/ProfileTrack.tsx'
import type { DimensionProfileProps } from './result/profileShown.ts'

/** One row for each dimension on a common scale from 0 to 100, its questions behind a tap, and the same as a table. */
export function DimensionProfile(props: DimensionProfileProps) {
  const { language, edition, profile, previous, benchmark, group, onGroup, questionsOf } = props
  const t = resultTexts(language).result
  const indicators = profile.flatMap((row) => row.indicators).filter(({ level }) => level !== null)
  const answered = indicators.filter(({ status }) => status !== 'missing')
  const isNarrow = previous === undefined && !profile.some(({ isRange }) => isRange)
  return (
    <section aria-labelledby="profile-title" className={isNarrow ? styles.narrow : undefined}>
      <h2 id="profile-title" className={styles.finding}>
        {findingOf(profile, edition, language)}
      </h2>
      <p className={styles.unit}>{t.profileUnit(answered.length, indicators.length)}</p>
      <PeerGroups language={language} benchmark={benchmark} group={group} onChoose={onGroup} />
      <ProfileLegend {...props} />
      <p className={styles.axis} aria-hidden="true">
        {[0, 25, 50, 75, 100].map((value) => (
          <span key={value}>{value}</span>
        ))}
      </p>
      <ul className={styles.rows}>
        {profile.map((row) => (
          <li key={row.dimension} className={styles.row}>
            <ProfileRow {...props} row={row} />
            {row.isRange && <p className={styles.why}>{t.rangeWhy}</p>}
            <details className={styles.details}>
              <summary>{t.seeIndicators(dimensionLabel(edition, row.dimension, language))}</summary>
              <p>
                {inLanguage(edition.texts?.dimensions[row.dimension]?.meaning, language)}{' '}
                <span className={styles.rounded}>{t.pointsRounded}</span>
              </p>
              <IndicatorTable
                language={language}
                edition={edition}
                indicators={row.indicators}
                caption={dimensionLabel(edition, row.dimension, language)}
                questionsOf={questionsOf}
              />
            </details>
          </li>
        ))}
      </ul>
      <details className={styles.details}>
        <summary>{t.seeTable}</summary>
        <ProfileTable {...props} />
      </details>
    </section>
  )
}

/** What the picture says in one sentence; only dimensions with a number are compared, by the number that is shown. */
function findingOf(profile: readonly Row[], edition: Edition, language: Language): string {
  const t = resultTexts(language).result
  const known = profile.filter(({ isRange }) => !isRange).toSorted((one, other) => other.value - one.value)
  const [highest, lowest] = [known[0], known.at(-1)]
  if (highest === undefined || lowest === undefined || known.length < 2) return t.profileRange
  if (valueText(highest, language) === valueText(lowest, language)) return t.profileEven
  return t.profileFinding(
    dimensionLabel(edition, highest.dimension, language),
    dimensionLabel(edition, lowest.dimension, language),
  )
}

type ProfileRowProps = DimensionProfileProps & { row: Row }

function ProfileRow({ language, edition, rules, row, next, previous, group }: ProfileRowProps) {
  const t = resultTexts(language).result
  const label = dimensionLabel(edition, row.dimension, language)
  const value = valueText(row, language)
  const target = next?.minima[row.dimension]
  const before = previous?.dimensions[row.dimension] ?? undefined
  const middle = group?.dimensions[row.dimension]
  const beforeText = previous && before !== undefined ? t.previous(previous.date, oneDecimal(before, language)) : ''
  const said = [
    t.dimensionValue(label, value),
    beforeText,
    target === undefined ? '' : t.minimum(oneDecimal(target, language)),
    middle === undefined
      ? ''
      : historyTexts(language).peers.middle(oneDecimal(middle.p25, language), oneDecimal(middle.p75, language)),
  ]
  return (
    <div className={styles.line}>
      <span className={styles.name}>{label}</span>
      <span className={styles.track}>
        <ProfileTrack
          label={said.filter((part) => part !== '').join('. ')}
          now={row.isRange ? { min: row.min, max: row.max } : row.value}
          before={before}
          target={target}
          ticks={rules.stages.flatMap((stage) => stage.minima[row.dimension] ?? [])}
          middle={middle}
        />
      </span>
      <span className={styles.number}>
        {value}
        {beforeText !== '' && <span className={styles.before}>{beforeText}</span>}
      </span>
    </div>
  )
}
