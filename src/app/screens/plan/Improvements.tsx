import { explain, type IndicatorPoints } from '#domain/explanation.ts'
import type { Plan } from '#domain/plan.ts'
import { neighbourLevel, withLevel } from '#domain/simulation.ts'
import { inLanguage } from '#domain/text.ts'
import { planTexts } from '#ui/planTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { Database } from '../../database.ts'
import { dimensionLabel, indicatorName, levelText, levelWords, pointsLacking } from '../../resultWords.ts'
import { AddToPlan } from './AddToPlan.tsx'
import styles from './SimulateScreen.module.css'
import type { Simulating } from './simulating.ts'

type Props = Simulating & { db: Database; plan: Plan | undefined; submissionId: string }

/** What could be better, by dimension, each with a way up and back; those of the way to the next stage are open. */
export function Improvements(props: Props) {
  const { language, edition, rules, result, simulation } = props
  const t = planTexts(language).simulation
  const { profile } = explain(rules, result)
  return (
    <section aria-labelledby="improvements-title">
      <h2 id="improvements-title">{t.listTitle}</h2>
      <p>{t.listHint}</p>
      {profile.map(({ dimension, indicators }) => {
        const unmet = indicators.filter(({ points, available }) => available - points > 1e-9)
        const active = unmet.filter(({ indicator }) => simulation.levels[indicator] !== undefined).length
        const isOnPath = unmet.some(({ indicator }) => result.path?.some((step) => step.indicator === indicator))
        return (
          <details key={dimension} className={styles.dimension} open={isOnPath}>
            <summary>
              <strong>{dimensionLabel(edition, dimension, language)}</strong>{' '}
              <span className={styles.count}>
                {t.improvements(unmet.length)}
                {active > 0 && ` · ${t.active(active)}`}
              </span>
            </summary>
            {unmet.length === 0 && <p>{t.nothingToImprove}</p>}
            <ul className={styles.improvements}>
              {unmet.map((each) => (
                <Improvement key={each.indicator} {...props} each={each} />
              ))}
            </ul>
          </details>
        )
      })}
    </section>
  )
}

function Improvement(props: Props & { each: IndicatorPoints }) {
  const { language, edition, rules, result, simulated, simulation, each, db, plan, submissionId } = props
  const t = planTexts(language).simulation
  const words = resultTexts(language).result
  const { indicator } = each
  const name = indicatorName(edition, indicator, language)
  const tried = simulation.levels[indicator]
  const step = edition.steps?.[indicator]?.steps[String(tried ?? each.level ?? 0)]
  const isOnPath = result.path?.some((on) => on.indicator === indicator) === true
  const next = rules.stages[rules.stages.findIndex(({ id }) => id === result.stage) + 1]
  return (
    <li className={tried === undefined ? styles.improvement : styles.raised}>
      <h3>{name}</h3>
      <p className={styles.facts}>
        {isOnPath && next !== undefined && (
          <strong>★ {t.onPath(inLanguage(edition.texts?.stages[next.id]?.label ?? next.id, language))}</strong>
        )}
        {step !== undefined && (
          <span>
            {words.effort}: {words.efforts[step.effort]}
          </span>
        )}
        <span>{words.lostPoints(pointsLacking(each.points, each.available, language))}</span>
      </p>
      <dl className={styles.levels}>
        <dt>{t.now}</dt>
        <dd>{levelText(edition, each, language)}</dd>
        {tried !== undefined && (
          <>
            <dt>{t.tried}</dt>
            <dd>
              <strong>{levelWords(edition, indicator, tried, language)}</strong>
            </dd>
          </>
        )}
      </dl>
      <Stepper {...props} indicator={indicator} name={name} level={simulated.indicators[indicator]?.level ?? 0} />
      {tried !== undefined && (
        <AddToPlan
          db={db}
          language={language}
          submissionId={submissionId}
          step={{ indicator, level: tried }}
          name={name}
          plan={plan}
          isChosen
        />
      )}
    </li>
  )
}

type StepperProps = Simulating & { indicator: string; name: string; level: number }

function Stepper(props: StepperProps) {
  return (
    <div className={styles.stepper} role="group" aria-label={props.name}>
      <Step direction="down" {...props} />
      <output className={styles.level}>{planTexts(props.language).simulation.level(props.level)}</output>
      <Step direction="up" {...props} />
    </div>
  )
}

/** At the end of the way it stays where it is, without effect: a button that vanished would take the focus with it. */
function Step({ direction, ...props }: StepperProps & { direction: 'up' | 'down' }) {
  const { language, rules, result, simulation, onChange, indicator, name } = props
  const t = planTexts(language).simulation
  const to = neighbourLevel(rules, result, simulation, indicator, direction)
  return (
    <button
      type="button"
      className={styles.step}
      aria-label={direction === 'up' ? t.upOf(name) : t.downOf(name)}
      aria-disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) onChange(withLevel(rules, result, simulation, indicator, to))
      }}
    >
      {direction === 'up' ? `+ ${t.up}` : `− ${t.down}`}
    </button>
  )
}
