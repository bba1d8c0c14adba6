import type { Explanation, DimensionProfile as Row } from '#domain/explanation.ts'
import { changesOf } from '#domain/simulation.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { planTexts } from '#ui/planTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { dimensionLabel, oneDecimal, valueText } from '../../resultWords.ts'
import { ProfileTrack, TrackMark } from '../result/ProfileTrack.tsx'
import styles from './SimulatedProfile.module.css'
import { SimulatedTable } from './SimulatedTable.tsx'
import type { Simulating } from './simulating.ts'

type Props = Simulating & { told: Explanation; before: Explanation }

/** What becomes of stage and profile: the filled dot is simulated, the hollow one stays where the answers put it. */
export function SimulatedProfile(props: Props) {
  const { language, edition, rules, result, simulated, told, before } = props
  const t = planTexts(language).simulation
  const { legend, profileUnit } = resultTexts(language).result
  const next = rules.stages.find(({ id }) => id === before.distance?.stage)
  return (
    <section className={styles.profile} aria-labelledby="simulated-title">
      <h2 id="simulated-title">{t.outcomeTitle}</h2>
      <div role="status">
        <p className={styles.outcome}>{outcomeText(props)}</p>
        <p className={styles.score}>
          {t.score(oneDecimal(result.index, language), oneDecimal(simulated.index, language))}
        </p>
      </div>
      <StageSteps {...props} />
      <p className={styles.unit}>{profileUnit(before.count.answered, before.count.counting)}</p>
      <ul className={styles.legend} aria-label={legend.label}>
        <li>
          <TrackMark kind="now" /> {t.tried}
        </li>
        <li>
          <TrackMark kind="before" /> {t.today}
        </li>
        {next !== undefined && Object.keys(next.minima).length > 0 && (
          <li>
            <TrackMark kind="target" /> {legend.target(stageName(props, next.id))}
          </li>
        )}
        <li>
          <TrackMark kind="tick" /> {legend.tick}
        </li>
      </ul>
      <ul className={styles.rows}>
        {told.profile.map((row, at) => (
          <li key={row.dimension}>
            <span>{dimensionLabel(edition, row.dimension, language)}</span>
            <ProfileTrack
              label={rowText(props, row, before.profile[at])}
              now={row.isRange ? { min: row.min, max: row.max } : row.value}
              before={before.profile[at]?.value}
              target={next?.minima[row.dimension]}
              ticks={rules.stages.flatMap((stage) => stage.minima[row.dimension] ?? [])}
            />
            <span className={styles.figure}>{figureText(row, before.profile[at], language)}</span>
          </li>
        ))}
      </ul>
      <SimulatedTable {...props} />
    </section>
  )
}

/** Stage and score, for where the profile scrolls away; whoever listens is told them by the profile. */
export function SimulatedBrief(props: Simulating) {
  const { language, result, simulated } = props
  const t = planTexts(language).simulation
  const [now = '', then = now] = [result.stage, simulated.stage].flatMap((id) => (id ? [stageName(props, id)] : []))
  return (
    <p className={styles.brief} aria-hidden="true">
      <strong>{t.stageChange(now, then)}</strong>
      <span>{t.score(oneDecimal(result.index, language), oneDecimal(simulated.index, language))}</span>
    </p>
  )
}

/** What it is, after what it was where that is something else. */
function figureText(row: Row, before: Row | undefined, language: Language): string {
  const [was, is] = [before, row].map((each) => (each === undefined ? '' : valueText(each, language)))
  return was === is ? `${is}` : `${was} → ${is}`
}

function rowText({ edition, language }: Props, row: Row, before: Row | undefined): string {
  const label = dimensionLabel(edition, row.dimension, language)
  const now = before === undefined ? '' : valueText(before, language)
  return planTexts(language).simulation.dimension(label, now, valueText(row, language))
}

function stageName({ edition, language }: { edition: Props['edition']; language: Language }, id: string): string {
  return inLanguage(edition.texts?.stages[id]?.label ?? id, language)
}

/** Whether the stage changes, and if not, what would have to come with it. */
function outcomeText(props: Props): string {
  const { language, edition, rules, result, simulated, simulation, told } = props
  const t = planTexts(language).simulation
  const changes = changesOf(simulation)
  if (changes === 0) return `${t.empty} ${t.stageNow(stageName(props, result.stage ?? ''))}`
  const position = (id: string | null) => rules.stages.findIndex((stage) => stage.id === id)
  if (simulated.stage !== null && position(simulated.stage) > position(result.stage)) {
    return t.reached(stageName(props, simulated.stage))
  }
  const isOne = changes === 1
  const parts = [isOne ? t.sameOne : t.sameMany]
  const open = told.distance?.conditions.filter(({ isMet }) => !isMet) ?? []
  if (told.nearest !== null) {
    const dimension = dimensionLabel(edition, told.nearest, language)
    parts.push(isOne ? t.combine(dimension) : t.combineMany(dimension))
  } else if (open.length > 0) {
    const names = open.map(({ id }) => inLanguage(edition.texts?.conditions[id]?.short ?? id, language))
    parts.push(t.stillOpen(resultTexts(language).and(names)))
  }
  return parts.join(' ')
}

/** The stages in a row; the real one and the simulated one are marked by words. */
function StageSteps(props: Props) {
  const { language, rules, result, simulated } = props
  const t = planTexts(language).simulation
  return (
    <ol className={styles.stages} aria-label={t.stagesLabel}>
      {rules.stages.map(({ id }, at) => (
        <li key={id} aria-current={id === simulated.stage ? 'step' : undefined} data-stage={at + 1}>
          <span>{stageName(props, id)}</span>
          {id === result.stage && <em>{t.today}</em>}
          {id === simulated.stage && id !== result.stage && <em>{t.simulated}</em>}
        </li>
      ))}
    </ol>
  )
}
