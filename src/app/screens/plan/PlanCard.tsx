import { useId, useState } from 'react'
import { isoDay, type TypedDay, typedDay } from '#domain/day.ts'
import type { Edition } from '#domain/edition.ts'
import type { PlanAction } from '#domain/plan.ts'
import type { Result } from '#domain/result.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { dateInWords } from '#ui/dates.ts'
import { planTexts } from '#ui/planTexts.ts'
import { texts } from '#ui/texts.ts'
import type { Database } from '../../database.ts'
import { changeAction, removeAction } from '../../plans.ts'
import { dimensionLabel, indicatorName, levelWords, stepWords } from '../../resultWords.ts'
import styles from './PlanScreen.module.css'

const longestName = 120

type Props = {
  db: Database
  language: Language
  edition: Edition
  result: Result | null
  submissionId: string
  action: PlanAction
  position: number
  /** whether the day that was typed is none */
  onFault: (isFaulty: boolean) => void
  onFailure: () => void
}

/** One action of the plan: its aim, the first step, and two things that only the team knows: who and until when. */
export function PlanCard(props: Props) {
  const { db, language, edition, result, submissionId, action, position, onFault, onFailure } = props
  const t = planTexts(language).plan
  const id = useId()
  const { indicator, level } = action
  const dimension = edition.scoring?.dimensions.find((each) => each.indicators.some((one) => one.id === indicator))
  const step = edition.steps?.[indicator]?.steps[String(result?.indicators[indicator]?.level ?? 0)]
  const name = indicatorName(edition, indicator, language)
  const change = (what: Parameters<typeof changeAction>[3]) => {
    changeAction(db, submissionId, indicator, what, new Date()).catch(onFailure)
  }
  const remove = () => {
    onFault(false)
    removeAction(db, submissionId, indicator, new Date()).catch(onFailure)
  }
  return (
    <li className={styles.action}>
      <p className={styles.position}>
        {t.action(position)} · {dimensionLabel(edition, dimension?.id ?? '', language)}
      </p>
      <h2>{name}</h2>
      <dl className={styles.facts}>
        <dt>{t.aim}</dt>
        <dd>{levelWords(edition, indicator, level, language)}</dd>
        {step !== undefined && (
          <>
            <dt>{t.firstStep}</dt>
            <dd>{stepWords(step.what, language)}</dd>
            <dt>{t.usually}</dt>
            <dd>{stepWords(step.who, language)}</dd>
          </>
        )}
      </dl>
      <div className={styles.fields}>
        <label className={styles.field} htmlFor={id}>
          {t.responsible}
          <input
            id={id}
            type="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={longestName}
            defaultValue={action.responsible}
            onChange={(event) => change({ responsible: event.target.value })}
          />
        </label>
        <DueDay {...props} onDay={(due) => change({ due })} />
      </div>
      <p className={styles.onPaper}>
        <span className={styles.blank}>
          {t.responsible}: {action.responsible}
        </span>
        <span className={styles.blank}>
          {t.due}: {action.due === null ? '' : dateInWords(action.due, language)}
        </span>
      </p>
      <p className={styles.remove}>
        <Button kind="plain" label={t.removeOf(name)} onClick={remove}>
          {t.remove}
        </Button>
      </p>
    </li>
  )
}

type DueDayProps = Props & { onDay: (day: string | null) => void }

/** A day in three boxes; kept as soon as it is one, and taken back when the boxes are empty. Until then the last stays. */
function DueDay({ language, action, onFault, onDay }: DueDayProps) {
  const t = planTexts(language).plan
  const words = texts(language).page
  const [typed, setTyped] = useState<TypedDay>(() => typedDay(action.due))
  const [isFaulty, setFaulty] = useState(false)
  const faultId = useId()
  const type = (part: keyof TypedDay, text: string) => {
    const next = { ...typed, [part]: text }
    setTyped(next)
    const day = isoDay(next)
    if (day === undefined && !isBlank(next)) return
    setFaulty(false)
    onFault(false)
    onDay(day ?? null)
  }
  // Judged when the last box is left, not while somebody is still typing.
  const leave = () => {
    const isNone = !isBlank(typed) && isoDay(typed) === undefined
    setFaulty(isNone)
    onFault(isNone)
  }
  return (
    <fieldset
      id={`due-${action.indicator}`}
      className={styles.due}
      aria-describedby={isFaulty ? faultId : undefined}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leave()
      }}
    >
      <legend>{t.due}</legend>
      <div className={styles.boxes}>
        {(['day', 'month', 'year'] as const).map((part) => (
          <label key={part}>
            {words[part]}
            <input
              type="text"
              inputMode="numeric"
              autoComplete="off"
              maxLength={part === 'year' ? 4 : 2}
              aria-invalid={isFaulty || undefined}
              value={typed[part]}
              onChange={(event) => type(part, event.target.value)}
            />
          </label>
        ))}
      </div>
      {isFaulty && (
        <p id={faultId} className={styles.fault}>
          ✕ {t.dueFault}
        </p>
      )}
    </fieldset>
  )
}

function isBlank(typed: TypedDay): boolean {
  return Object.values(typed).every((part) => part === '')
}
