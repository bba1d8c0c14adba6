import type { Language } from '#domain/text.ts'
import { Option } from '#ui/Option.tsx'
import { planTexts } from '#ui/planTexts.ts'
import styles from './SimulateScreen.module.css'

type Props = { language: Language; isIncluded: boolean; isFailed: boolean; onInclude: (isIncluded: boolean) => void }

/** Whether the report shows what was tried out. Until somebody asks for it the simulation is kept nowhere. */
export function IncludeInReport({ language, isIncluded, isFailed, onInclude }: Props) {
  const t = planTexts(language)
  return (
    <div className={styles.include}>
      <Option type="checkbox" name="include" checked={isIncluded} onChange={onInclude}>
        {t.simulation.include}
      </Option>
      <p className={styles.facts}>{t.simulation.includeHint}</p>
      <p role="status">{isFailed && `✕ ${t.plan.notSaved}`}</p>
    </div>
  )
}
