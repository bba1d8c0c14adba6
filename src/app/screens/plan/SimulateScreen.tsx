import { Link } from 'wouter'
import type { Edition } from '#domain/edition.ts'
import { explain } from '#domain/explanation.ts'
import type { Plan } from '#domain/plan.ts'
import { changesOf, nothingSimulated, simulate, withSteps } from '#domain/simulation.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { planTexts } from '#ui/planTexts.ts'
import type { Database, StoredSubmission } from '../../database.ts'
import { stageLabel } from '../../resultWords.ts'
import { useTitle } from '../../useTitle.ts'
import { Improvements } from './Improvements.tsx'
import { IncludeInReport } from './IncludeInReport.tsx'
import { SimulatedConditions } from './SimulatedConditions.tsx'
import { SimulatedBrief, SimulatedProfile } from './SimulatedProfile.tsx'
import styles from './SimulateScreen.module.css'
import { useSimulation } from './useSimulation.ts'

export type SimulateScreenProps = {
  db: Database
  language: Language
  stored: StoredSubmission
  edition: Edition
  plan: Plan | undefined
}

/** S10: what an improvement would change. It is no answer, and is kept only where the report is to show it. */
export function SimulateScreen({ db, language, stored, edition, plan }: SimulateScreenProps) {
  const t = planTexts(language)
  const { simulation, onChange, ...inReport } = useSimulation(db, stored.submissionId, plan)
  useTitle(t.simulation.title, language)
  const { result } = stored.submission
  const rules = edition.scoring
  const back = <Link href={`/result/${stored.submissionId}`}>{t.back}</Link>
  if (rules === undefined || result === null || result.stage === null) {
    return (
      <main id="main">
        <h1>{t.simulation.title}</h1>
        <p>{t.noStage}</p>
        <p>{back}</p>
      </main>
    )
  }
  const simulated = simulate(rules, result, simulation)
  const path = result.path ?? []
  const whole = withSteps(simulation, path)
  const next = rules.stages[rules.stages.findIndex(({ id }) => id === result.stage) + 1]
  const profiles = { told: explain(rules, simulated), before: explain(rules, result) }
  const shared = { language, edition, rules, result, simulated, simulation, onChange }
  return (
    <main id="main" className={styles.screen}>
      <p className={styles.strip}>{t.simulation.strip}</p>
      <h1>{t.simulation.title}</h1>
      <p className={styles.cluster}>{stored.submission.clusterName}</p>
      <div className={styles.columns}>
        <div className={styles.list}>
          <p className={styles.actions}>
            {path.length > 0 && (
              <Button
                kind="primary"
                isVain={path.every(({ indicator }) => whole.levels[indicator] === simulation.levels[indicator])}
                onClick={() => onChange(whole)}
              >
                {t.simulation.wholePath}
              </Button>
            )}
            <Button kind="secondary" isVain={changesOf(simulation) === 0} onClick={() => onChange(nothingSimulated)}>
              {t.simulation.reset}
            </Button>
          </p>
          {path.length > 0 && next !== undefined && (
            <p className={styles.facts}>{t.simulation.pathHint(stageLabel(edition, next.id, language))}</p>
          )}
          <Improvements {...shared} db={db} plan={plan} submissionId={stored.submissionId} />
          <SimulatedConditions {...shared} />
          <IncludeInReport language={language} {...inReport} />
          <p className={styles.ways}>
            {back}
            <Link href={`/result/${stored.submissionId}/plan`}>{t.plan.see(plan?.actions.length ?? 0)}</Link>
          </p>
        </div>
        <SimulatedProfile {...shared} {...profiles} />
        <SimulatedBrief {...shared} />
      </div>
    </main>
  )
}
