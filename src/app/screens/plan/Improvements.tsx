import { explain, type IndicatorPoints } from '#domain/explanation.ts'
import type { Plan } from '#domain/plan.ts'
import { neighbourLevel, withLevel } from '#domain/simulation.ts'
import { inLanguage } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { planTexts } from '#ui/planTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { Database } from '../../database.ts'
import { dimensionLabel, indicatorName, levelText, levelWords, oneDecimal } from '../../resultWords.ts'
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
          <strong>
            ★ {t.onPath(inLanguage(edition.texts?.stages[next.id]?.label ?? next.id, language))}
            {' · '}
          </strong>
        )}
        {step !== undefined &&
          `${resultTexts(language).result.effort}: ${resultTexts(language).result.efforts[step.effort]} · `}
        {t.upTo(oneDecimal(each.available - each.points, language))}
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
        />
      )}
    </li>
  )
}

type StepperProps = Simulating & { indicator: string; name: string; level: number }

function Stepper({ language, rules, result, simulation, onChange, indicator, name, level }: StepperProps) {
  const t = planTexts(language).simulation
  const step = (direction: 'up' | 'down') => () => {
    const to = neighbourLevel(rules, result, simulation, indicator, direction)
    if (to !== undefined) onChange(withLevel(rules, result, simulation, indicator, to))
  }
  return (
    <div className={styles.stepper} role="group" aria-label={name}>
      <Button kind="secondary" label={t.downOf(name)} onClick={step('down')}>
        − {t.down}
      </Button>
      <output className={styles.level}>{t.level(level)}</output>
      <Button kind="secondary" label={t.upOf(name)} onClick={step('up')}>
        + {t.up}
      </Button>
    </div>
  )
}
