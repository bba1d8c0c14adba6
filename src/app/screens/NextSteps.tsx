import { useEffect, useRef } from 'react'
import type { Edition } from '#domain/edition.ts'
import type { Distance } from '#domain/explanation.ts'
import type { Plan } from '#domain/plan.ts'
import type { PathStep } from '#domain/result.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { Database } from '../database.ts'
import { dimensionLabel, indicatorName, oneDecimal, pointsLacking, stageLabel, stepWords } from '../resultWords.ts'
import styles from './NextSteps.module.css'
import { AddToPlan } from './plan/AddToPlan.tsx'

const firstSteps = 3

export type NextStepsProps = {
  db: Database
  language: Language
  edition: Edition
  submissionId: string
  /** null at the last stage */
  distance: Distance | null
  /** to the next stage; at the last one, what would still add */
  steps: readonly PathStep[]
  plan: Plan | undefined
}

/** What the next stage asks for, met or not, and the first steps of the way there; at the last stage, how to keep it. */
export function NextSteps(props: NextStepsProps) {
  const { language, edition, distance, steps } = props
  const t = resultTexts(language).result
  const others = steps.slice(firstSteps)
  const title = useRef<HTMLHeadingElement>(null)
  // By itself the browser goes to a named place only where it loads the page.
  useEffect(() => {
    if (window.location.hash === '#next-steps') title.current?.focus()
  }, [])
  const intro = distance === null ? [t.keepIntro, t.keepTop] : [t.nextIntro(steps.length), t.onlyConditions]
  return (
    <>
      {distance !== null && (
        <section aria-labelledby="conditions-title">
          <h2 id="conditions-title">{t.conditionsTitle(stageLabel(edition, distance.stage, language))}</h2>
          <Conditions language={language} edition={edition} distance={distance} />
        </section>
      )}
      <section aria-labelledby="next-steps">
        <h2 id="next-steps" ref={title} tabIndex={-1}>
          {t.nextTitle}
        </h2>
        <p>{steps.length > 0 ? intro[0] : intro[1]}</p>
        <Steps {...props} steps={steps.slice(0, firstSteps)} />
        {others.length > 0 && (
          <details className={styles.others}>
            <summary>{t.otherSteps(others.length)}</summary>
            <Steps {...props} steps={others} />
          </details>
        )}
      </section>
    </>
  )
}

type ConditionsProps = { language: Language; edition: Edition; distance: Distance }
type Condition = { id: string; isMet: boolean; title: string; detail: string }

/** How many are met, and all of them: first what is still to be done. */
function Conditions(props: ConditionsProps) {
  const t = resultTexts(props.language).result
  const conditions = conditionsOf(props)
  const unmet = conditions.filter(({ isMet }) => !isMet)
  const met = conditions.filter(({ isMet }) => isMet)
  return (
    <>
      <p>{t.metCount(met.length, conditions.length)}</p>
      <ul className={styles.conditions}>
        {[...unmet, ...met].map(({ id, isMet, title, detail }) => (
          <li key={id} className={isMet ? styles.met : styles.unmet}>
            <span className={styles.mark} aria-hidden="true">
              {isMet ? '✓' : '✕'}
            </span>
            <span className={styles.condition}>
              <strong>{title}</strong>
              <span className={styles.state}>{isMet ? t.met : t.unmet}</span>
            </span>
            {detail !== '' && <span className={styles.detail}>{detail}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What a stage asks for: score, minima, and what must be so. */
function conditionsOf({ language, edition, distance }: ConditionsProps): Condition[] {
  const t = resultTexts(language).result
  const rule = edition.scoring?.stages.find(({ id }) => id === distance.stage)
  const lacks = (to: number, missing: number) =>
    missing === 0 ? '' : t.minimumDetail(oneDecimal(to - missing, language), pointsLacking(to - missing, to, language))
  const score = rule && {
    id: 'score',
    isMet: distance.points === 0,
    title: t.scoreOf(oneDecimal(rule.index, language)),
    detail: lacks(rule.index, distance.points),
  }
  const minima = edition.scoring?.dimensions.flatMap(({ id }) => {
    const minimum = rule?.minima[id]
    if (minimum === undefined) return []
    const missing = distance.minima.find(({ dimension }) => dimension === id)?.missing ?? 0
    const title = t.minimumOf(dimensionLabel(edition, id, language), oneDecimal(minimum, language))
    return [{ id, isMet: missing === 0, title, detail: lacks(minimum, missing) }]
  })
  const conditions = distance.conditions.map(({ id, isMet }) => {
    const words = edition.texts?.conditions[id]
    const detail = inLanguage(isMet ? words?.met : words?.unmet, language)
    return { id, isMet, title: inLanguage(words?.short ?? id, language), detail }
  })
  return [...(score ? [score] : []), ...(minima ?? []), ...conditions]
}

function Steps({ db, language, edition, submissionId, steps, plan }: NextStepsProps) {
  const t = resultTexts(language).result
  return (
    <ol className={styles.steps}>
      {steps.map(({ indicator, from, to }) => {
        const step = edition.steps?.[indicator]?.steps[String(from)]
        const dimension = edition.scoring?.dimensions.find((each) => each.indicators.some(({ id }) => id === indicator))
        const name = indicatorName(edition, indicator, language)
        return (
          <li key={indicator} className={styles.step}>
            <p className={styles.dimension}>{dimensionLabel(edition, dimension?.id ?? '', language)}</p>
            <h3>{name}</h3>
            {step !== undefined && (
              <>
                <p>{stepWords(step.what, language)}</p>
                <dl className={styles.facts}>
                  <dt>{t.who}</dt>
                  <dd>{stepWords(step.who, language)}</dd>
                  <dt>{t.effort}</dt>
                  <dd>{t.efforts[step.effort].replace(/^./, (first) => first.toUpperCase())}</dd>
                  <dt>{t.hint}</dt>
                  <dd>{stepWords(step.hint, language)}</dd>
                </dl>
              </>
            )}
            <AddToPlan
              db={db}
              language={language}
              submissionId={submissionId}
              step={{ indicator, level: to }}
              name={name}
              plan={plan}
            />
          </li>
        )
      })}
    </ol>
  )
}
