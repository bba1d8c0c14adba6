import type { Edition } from '#domain/edition.ts'
import type { IndicatorPoints, DimensionProfile as Row } from '#domain/explanation.ts'
import { formatNumber } from '#domain/numbers.ts'
import type { StageRule } from '#domain/scoringRules.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import styles from './DimensionProfile.module.css'

export type DimensionProfileProps = {
  language: Language
  edition: Edition
  profile: readonly Row[]
  /** the stage whose minima are marked on the tracks */
  next: StageRule | undefined
}

/** One row for each dimension on a common scale from 0 to 100, its indicators behind a tap, and the same as a table. */
export function DimensionProfile({ language, edition, profile, next }: DimensionProfileProps) {
  const t = resultTexts(language).result
  const hasMinima = next !== undefined && Object.keys(next.minima).length > 0
  return (
    <section aria-labelledby="profile-title">
      <h2 id="profile-title">{t.profileTitle}</h2>
      <p className={styles.unit}>{hasMinima ? t.profileUnit : t.profileUnitPlain}</p>
      <ul className={styles.rows}>
        {profile.map((row) => (
          <li key={row.dimension} className={styles.row}>
            <ProfileRow language={language} edition={edition} row={row} minimum={next?.minima[row.dimension]} />
          </li>
        ))}
      </ul>
      <details className={styles.details}>
        <summary>{t.seeTable}</summary>
        <ProfileTable language={language} edition={edition} profile={profile} next={next} />
      </details>
    </section>
  )
}

export function oneDecimal(value: number, language: Language): string {
  return formatNumber(value, { decimals: 1, fixed: true }, language)
}

export function dimensionLabel(edition: Edition, id: string, language: Language): string {
  const label =
    edition.texts?.dimensions[id]?.label ?? edition.scoring?.dimensions.find((each) => each.id === id)?.label
  return inLanguage(label ?? id, language)
}

function valueText(row: Row, language: Language): string {
  if (!row.isRange) return oneDecimal(row.value, language)
  return resultTexts(language).result.range(oneDecimal(row.min, language), oneDecimal(row.max, language))
}

type ProfileRowProps = { language: Language; edition: Edition; row: Row; minimum: number | undefined }

function ProfileRow({ language, edition, row, minimum }: ProfileRowProps) {
  const t = resultTexts(language).result
  const label = dimensionLabel(edition, row.dimension, language)
  const value = valueText(row, language)
  const target = minimum === undefined ? '' : `. ${t.minimum(oneDecimal(minimum, language))}`
  return (
    <>
      <div className={styles.line}>
        <span className={styles.name}>{label}</span>
        <span className={styles.track} role="img" aria-label={`${t.dimensionValue(label, value)}${target}`}>
          {minimum !== undefined && <span className={styles.minimum} style={{ left: `${minimum}%` }} />}
          {row.isRange ? (
            <span className={styles.range} style={{ left: `${row.min}%`, width: `${row.max - row.min}%` }} />
          ) : (
            <span className={styles.dot} style={{ left: `${row.value}%` }} />
          )}
        </span>
        <span className={styles.number}>{value}</span>
      </div>
      {row.isRange && <p className={styles.why}>{t.rangeWhy}</p>}
      <details className={styles.details}>
        <summary>{t.seeIndicators(label)}</summary>
        <p>{inLanguage(edition.texts?.dimensions[row.dimension]?.meaning, language)}</p>
        <IndicatorTable language={language} edition={edition} indicators={row.indicators} caption={label} />
      </details>
    </>
  )
}

type IndicatorTableProps = {
  language: Language
  edition: Edition
  indicators: readonly IndicatorPoints[]
  caption: string
}

function IndicatorTable({ language, edition, indicators, caption }: IndicatorTableProps) {
  const t = resultTexts(language).result
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.indicator}</th>
            <th scope="col">{t.yourLevel}</th>
            <th scope="col">{t.points}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((each) => (
            <tr key={each.indicator}>
              <th scope="row">{inLanguage(edition.steps?.[each.indicator]?.name ?? each.indicator, language)}</th>
              <td>{levelText(edition, each, language)}</td>
              <td className={styles.figure}>
                {each.level === null
                  ? '—'
                  : t.pointsOf(oneDecimal(each.points, language), oneDecimal(each.available, language))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the level of an indicator means, in the words of the edition. */
export function levelText(edition: Edition, each: IndicatorPoints, language: Language): string {
  const t = resultTexts(language).result
  if (each.status === 'not_applicable' || each.level === null) return t.notApplicable
  if (each.status === 'missing') return t.missing
  const words = inLanguage(edition.steps?.[each.indicator]?.levels[String(each.level)], language)
  return words === '' && each.status === 'skipped' ? t.skipped : words
}

function ProfileTable({ language, edition, profile, next }: DimensionProfileProps) {
  const t = resultTexts(language).result
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t.profileTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{t.dimension}</th>
            <th scope="col">{t.value}</th>
            {next !== undefined && <th scope="col">{t.minimumColumn}</th>}
          </tr>
        </thead>
        <tbody>
          {profile.map((row) => {
            const minimum = next?.minima[row.dimension]
            return (
              <tr key={row.dimension}>
                <th scope="row">{dimensionLabel(edition, row.dimension, language)}</th>
                <td className={styles.figure}>{valueText(row, language)}</td>
                {next !== undefined && (
                  <td className={styles.figure}>{minimum === undefined ? '—' : oneDecimal(minimum, language)}</td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
