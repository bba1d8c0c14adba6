import type { Language } from '#domain/text.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { Option } from '#ui/Option.tsx'
import type { Draft } from '../database.ts'
import styles from './ConsentIntro.module.css'

type Props = {
  language: Language
  mode: Draft['mode']
  onMode: (mode: Draft['mode']) => void
  name: string
  onName: (name: string) => void
  hasFault: boolean
}

/** Whether the people of the cluster answer by themselves or are interviewed, and then by whom. */
export function ModeChoice({ language, mode, onMode, name, onName, hasFault }: Props) {
  const t = draftTexts(language).before
  return (
    <fieldset className={styles.modes}>
      <legend>{t.mode}</legend>
      {(['self', 'interview'] as const).map((each) => (
        <Option key={each} type="radio" name="mode" checked={mode === each} onChange={() => onMode(each)}>
          <span>
            {t.modes[each]}
            <span className={styles.hint}>{t.modeHints[each]}</span>
          </span>
        </Option>
      ))}
      {mode === 'interview' && (
        <div className={styles.enumerator}>
          <label htmlFor="enumerator">{t.enumerator}</label>
          {hasFault && (
            <p id="enumerator-fault" role="alert" className={styles.fault}>
              ✕ {t.enumeratorFault}
            </p>
          )}
          <input
            id="enumerator"
            autoComplete="off"
            spellCheck={false}
            maxLength={120}
            value={name}
            aria-invalid={hasFault || undefined}
            aria-describedby={hasFault ? 'enumerator-fault' : undefined}
            onChange={(event) => onName(event.target.value)}
          />
        </div>
      )}
    </fieldset>
  )
}
