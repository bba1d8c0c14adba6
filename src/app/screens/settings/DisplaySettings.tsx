import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { Language } from '#domain/text.ts'
import { Option } from '#ui/Option.tsx'
import { settingsTexts } from '#ui/settingsTexts.ts'
import { texts } from '#ui/texts.ts'
import type { Database } from '../../database.ts'
import { changePreferences, type Preferences, readPreferences } from '../../preferences.ts'
import styles from './Settings.module.css'

/** Language, appearance and size of text; each takes effect at once and is kept on this device. */
export function DisplaySettings({ db, language }: { db: Database; language: Language }) {
  const t = texts(language).topBar
  const preferences = useLiveQuery(() => readPreferences(db), [db])
  if (preferences === undefined) return null
  const set = (change: Partial<Preferences>) => void changePreferences(db, change)
  return (
    <section className={styles.section} aria-labelledby="display-title">
      <h2 id="display-title">{settingsTexts(language).display}</h2>
      <Choice
        name="language"
        legend={t.language}
        options={t.languages}
        isLanguage
        value={preferences.language}
        onChoose={(value) => set({ language: value })}
      />
      <Choice
        name="theme"
        legend={t.theme}
        options={t.themes}
        value={preferences.theme}
        onChoose={(value) => set({ theme: value })}
      />
      <Choice
        name="text-size"
        legend={t.textSize}
        options={t.textSizes}
        value={preferences.textSize}
        onChoose={(value) => set({ textSize: value })}
      />
    </section>
  )
}

type ChoiceProps<T extends string> = {
  name: string
  legend: string
  options: Record<T, string>
  value: T
  onChoose: (value: T) => void
  /** each option is written, and must be read aloud, in the language it stands for */
  isLanguage?: boolean
}

function Choice<T extends string>({ name, legend, options, value, onChoose, isLanguage = false }: ChoiceProps<T>) {
  // Marked at once; what is stored follows some milliseconds later, and wins if it was changed elsewhere.
  const [marked, setMarked] = useState(value)
  const [stored, setStored] = useState(value)
  if (stored !== value) {
    setStored(value)
    setMarked(value)
  }
  const choose = (option: T) => {
    setMarked(option)
    onChoose(option)
  }
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <div className={styles.options}>
        {(Object.keys(options) as T[]).map((option) => (
          <Option
            key={option}
            lang={isLanguage ? option : undefined}
            type="radio"
            name={name}
            checked={option === marked}
            onChange={() => choose(option)}
          >
            {options[option]}
          </Option>
        ))}
      </div>
    </fieldset>
  )
}
