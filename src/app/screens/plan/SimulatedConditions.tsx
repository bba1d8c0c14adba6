import { withCondition, withoutCondition } from '#domain/simulation.ts'
import { inLanguage } from '#domain/text.ts'
import { Option } from '#ui/Option.tsx'
import { planTexts } from '#ui/planTexts.ts'
import styles from './SimulateScreen.module.css'
import type { Simulating } from './simulating.ts'

/** Every condition of every stage: the met ones as facts, the others to be tried out. */
export function SimulatedConditions({ language, edition, rules, result, simulated, simulation, onChange }: Simulating) {
  const t = planTexts(language).simulation
  const areAllMet = rules.conditions.every(({ id }) => result.conditions[id] === true)
  const nameOf = (id: string) => inLanguage(edition.texts?.conditions[id]?.short ?? id, language)
  return (
    <section aria-labelledby="simulated-conditions-title">
      <h2 id="simulated-conditions-title">{t.conditionsTitle}</h2>
      <p>{areAllMet ? t.allMet : t.conditionsHint}</p>
      <div className={styles.conditions}>
        {rules.conditions.map(({ id }) =>
          result.conditions[id] === true ? (
            <p key={id} className={styles.met}>
              <span aria-hidden="true">✓</span>
              <span className={styles.condition}>
                {nameOf(id)} {!areAllMet && <span className={styles.count}>{t.isMet}</span>}
              </span>
            </p>
          ) : (
            <Option
              key={id}
              type="checkbox"
              name={id}
              checked={simulated.conditions[id] === true}
              onChange={(isOn) => onChange((isOn ? withCondition : withoutCondition)(rules, result, simulation, id))}
            >
              {nameOf(id)}
            </Option>
          ),
        )}
      </div>
    </section>
  )
}
