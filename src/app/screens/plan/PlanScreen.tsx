import { useState } from 'react'
import { Link } from 'wouter'
import type { Edition } from '#domain/edition.ts'
import type { Plan } from '#domain/plan.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { dayText, timeText } from '#ui/dates.ts'
import { Icon } from '#ui/Icon.tsx'
import { planTexts } from '#ui/planTexts.ts'
import type { Database, StoredSubmission } from '../../database.ts'
import { useTitle } from '../../useTitle.ts'
import { PlanCard } from './PlanCard.tsx'
import styles from './PlanScreen.module.css'

type Props = {
  db: Database
  language: Language
  stored: StoredSubmission
  edition: Edition
  plan: Plan | undefined
}

/** *Mi plan*: what a cluster means to do about its result, who and until when. It stays on this tablet. */
export function PlanScreen({ db, language, stored, edition, plan }: Props) {
  const t = planTexts(language)
  const [saved, setSaved] = useState<'saved' | 'failed'>()
  const [faulty, setFaulty] = useState<readonly string[]>([])
  useTitle(t.plan.title, language)
  const { submissionId, submission } = stored
  const actions = plan?.actions ?? []
  // Everything was written as it was typed; pressing the button asks for it to be said.
  const save = () => {
    if (faulty.length > 0) return document.getElementById(`due-${faulty[0]}`)?.querySelector('input')?.focus()
    db.plans.get(submissionId).then(
      () => setSaved('saved'),
      () => setSaved('failed'),
    )
  }
  return (
    <main id="main" className={styles.screen}>
      <h1>{t.plan.title}</h1>
      <p className={styles.cluster}>{submission.clusterName}</p>
      <p className={styles.onPaper}>{t.plan.printed(dayText(new Date().toISOString(), language))}</p>
      <p className={styles.onScreen}>{t.plan.intro}</p>
      {actions.length === 0 ? <p>{t.plan.empty}</p> : <p className={styles.onScreen}>{t.plan.count(actions.length)}</p>}
      <ol className={styles.actions}>
        {actions.map((action, at) => (
          <PlanCard
            key={action.indicator}
            db={db}
            language={language}
            edition={edition}
            result={submission.result}
            submissionId={submissionId}
            action={action}
            position={at + 1}
            onFault={(isFaulty) =>
              setFaulty((before) => [
                ...before.filter((indicator) => indicator !== action.indicator),
                ...(isFaulty ? [action.indicator] : []),
              ])
            }
            onFailure={() => setSaved('failed')}
          />
        ))}
      </ol>
      <div className={styles.buttons}>
        {actions.length === 0 && (
          <>
            <Link href={`/result/${submissionId}/simulate`} className={styles.primary}>
              {t.open}
            </Link>
            <Link href={`/result/${submissionId}#next-steps`}>{t.plan.toNextSteps}</Link>
          </>
        )}
        {actions.length > 0 && (
          <>
            <Button kind="primary" onClick={save}>
              {t.plan.save}
            </Button>
            <Button kind="secondary" onClick={() => window.print()}>
              <Icon name="print" /> {t.plan.print}
            </Button>
          </>
        )}
        <p role="status">
          {saved === 'saved' && plan !== undefined && `✓ ${t.plan.saved(timeText(plan.savedAt, language))}`}
          {saved === 'failed' && `✕ ${t.plan.notSaved}`}
        </p>
      </div>
      <p className={styles.ways}>
        <Link href={`/result/${submissionId}`}>{t.back}</Link>
        {actions.length > 0 && <Link href={`/result/${submissionId}/simulate`}>{t.open}</Link>}
      </p>
    </main>
  )
}
