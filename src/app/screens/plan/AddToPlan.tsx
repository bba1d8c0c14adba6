import { useState } from 'react'
import { Link } from 'wouter'
import { maxActions, type Plan, type PlanAction } from '#domain/plan.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { planTexts } from '#ui/planTexts.ts'
import type { Database } from '../../database.ts'
import { addAction } from '../../plans.ts'
import styles from './AddToPlan.module.css'

type Props = {
  db: Database
  language: Language
  submissionId: string
  step: Pick<PlanAction, 'indicator' | 'level'>
  /** of the indicator, for who does not see which card the button is on */
  name: string
  plan: Plan | undefined
}

/** Puts a step into *Mi plan*; says so when it is there already, or when the plan is full. */
export function AddToPlan({ db, language, submissionId, step, name, plan }: Props) {
  const t = planTexts(language).plan
  const [said, setSaid] = useState('')
  const actions = plan?.actions ?? []
  const isIn = actions.some(({ indicator, level }) => indicator === step.indicator && level === step.level)
  const isFull = actions.length >= maxActions && !actions.some(({ indicator }) => indicator === step.indicator)
  const add = () => {
    if (isIn) return
    addAction(db, submissionId, step, new Date()).then(
      (isAdded) => setSaid(isAdded ? '' : t.full),
      () => setSaid(t.notSaved),
    )
  }
  return (
    <div className={styles.add}>
      {/* Not taken away once it was pressed: the focus would go with it. */}
      <Button kind="secondary" label={isIn ? `${t.inPlan}: ${name}` : t.addOf(name)} onClick={add}>
        {isIn ? `✓ ${t.inPlan}` : t.add}
      </Button>
      <span role="status">{isFull && !isIn ? t.full : said}</span>
      {isIn && <Link href={`/result/${submissionId}/plan`}>{t.see(actions.length)}</Link>}
    </div>
  )
}
