import { type FormEvent, useId, useState } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { peopleTexts } from '#ui/peopleTexts.ts'
import type { Database, Profile } from '../database.ts'
import { longestProfileText, type ProfileFault, saveProfile } from '../profiles.ts'
import styles from './ProfilesScreen.module.css'

type Props = {
  db: Database
  language: Language
  /** the one that is changed; without it a new one is made */
  profile?: Profile
  submit: string
  onSaved: () => void
  onCancel?: () => void
}

/** Name and role of a profile, new or to be changed. */
export function ProfileForm({ db, language, profile, submit, onSaved, onCancel }: Props) {
  const t = peopleTexts(language).profiles
  const [name, setName] = useState(profile?.name ?? '')
  const [role, setRole] = useState(profile?.role ?? '')
  const [fault, setFault] = useState<ProfileFault>()
  const id = useId()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const found = await saveProfile(db, { profileId: profile?.profileId ?? crypto.randomUUID(), name, role })
    setFault(found)
    if (found !== undefined) return
    if (profile === undefined) {
      setName('')
      setRole('')
    }
    onSaved()
  }
  const text = { maxLength: longestProfileText, autoComplete: 'off', spellCheck: false } as const
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      <label>
        {t.name}
        <input
          {...text}
          value={name}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : id}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <p role="alert" id={id} className={styles.fault}>
        {fault !== undefined && `✕ ${t.faults[fault]}`}
      </p>
      <label>
        {t.role}
        <span className={styles.hint}>{t.roleHint}</span>
        <input {...text} value={role} onChange={(event) => setRole(event.target.value)} />
      </label>
      <div className={styles.options}>
        <Button kind="secondary" type="submit">
          {submit}
        </Button>
        {onCancel !== undefined && (
          <Button kind="plain" onClick={onCancel}>
            {t.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}
