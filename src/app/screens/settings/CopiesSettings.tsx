import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { Option } from '#ui/Option.tsx'
import { retentionTexts } from '#ui/retentionTexts.ts'
import type { Database } from '../../database.ts'
import { deleteReceived, receivedBefore } from '../../deletion.ts'
import { TypedConfirm } from '../TypedConfirm.tsx'
import styles from './Settings.module.css'

const dayMs = 24 * 60 * 60 * 1000
const ages = [30, 90, 180, 365] as const

/** Old copies of what the census has, deleted together. What it has not, or looks into, is not among them. */
export function CopiesSettings({ db, language }: { db: Database; language: Language }) {
  const t = retentionTexts(language).copies
  const [days, setDays] = useState<(typeof ages)[number]>(90)
  const [isDone, setDone] = useState(false)
  const due = useLiveQuery(() => receivedBefore(db, new Date(Date.now() - days * dayMs)), [db, days])
  return (
    <section className={styles.section} aria-labelledby="copies-title">
      <h2 id="copies-title">{t.title}</h2>
      <p>
        {t.hint} {t.blanked}
      </p>
      <fieldset className={styles.choice}>
        <legend>{t.days}</legend>
        <div className={`${styles.options} ${styles.long}`}>
          {ages.map((age) => (
            <Option
              key={age}
              type="radio"
              name="copies-age"
              checked={age === days}
              onChange={() => {
                setDays(age)
                setDone(false)
              }}
            >
              {t.olderThan[age]}
            </Option>
          ))}
        </div>
      </fieldset>
      {due !== undefined && due.length > 0 && (
        <DeleteCopies db={db} language={language} due={due} onDone={() => setDone(true)} />
      )}
      <p role="status">{isDone ? `✓ ${t.done}` : due?.length === 0 && t.none}</p>
    </section>
  )
}

type DeleteProps = { db: Database; language: Language; due: readonly string[]; onDone: () => void }

function DeleteCopies({ db, language, due, onDone }: DeleteProps) {
  const t = retentionTexts(language)
  // Those that were counted when the person was asked, not those that have come of age since.
  const [asked, setAsked] = useState<readonly string[]>()
  return (
    <>
      <Button kind="danger" onClick={() => setAsked(due)}>
        {t.copies.delete(due.length)}
      </Button>
      {asked !== undefined && (
        <TypedConfirm
          title={t.copies.confirmTitle(asked.length)}
          details={[t.copies.confirmDetail]}
          label={t.copies.typeCount(asked.length)}
          isRight={(typed) => typed.trim() === String(asked.length)}
          fault={t.copies.countFault}
          confirm={t.confirm}
          cancel={t.copies.cancel}
          onConfirm={() =>
            deleteReceived(db, asked).then(
              () => {
                onDone()
                return undefined
              },
              () => t.outcomes.failed,
            )
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}
