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
  /** whether this very level was chosen: one that the plan goes beyond is then offered as its aim all the same */
  isChosen?: boolean
}

/** Puts a step into *Mi plan*; says so when it is there already, or when the plan is full. */
export function AddToPlan({ db, language, submissionId, step, name, plan, isChosen = false }: Props) {
  const t = planTexts(language).plan
  const [said, setSaid] = useState('')
  const actions = plan?.actions ?? []
  const aim = actions.find(({ indicator }) => indicator === step.indicator)?.level
  const isIn = aim === step.level || (aim !== undefined && aim > step.level && !isChosen)
  const isFull = actions.length >= maxActions && aim === undefined
  const add = () => {
    if (isIn) return
    addAction(db, submissionId, step, new Date()).then(
      (isAdded) => setSaid(isAdded ? '' : t.full),
      () => setSaid(t.notSaved),
    )
  }
  const words = isIn ? t.inPlan : aim === undefined ? t.add : aim > step.level ? t.lowerAim : t.changeAim
  return (
    <div className={styles.add}>
      {aim !== undefined && !isIn && <span>✓ {t.inPlan}</span>}
      {/* Not taken away once it was pressed: the focus would go with it. */}
      <Button kind="secondary" label={`${words}: ${name}`} isVain={isIn} onClick={add}>
        {isIn && '✓ '}
        {words}
      </Button>
      {aim !== undefined && <Link href={`/result/${submissionId}/plan`}>{t.see(actions.length)}</Link>}
      <span role="status">{isFull ? t.full : said}</span>
    </div>
  )
}
