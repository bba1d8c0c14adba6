import { useLiveQuery } from 'dexie-react-hooks'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { inLanguage, type Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { draftTexts } from '#ui/draftTexts.ts'
import { texts } from '#ui/texts.ts'
import { type Database, type Draft, readFact } from '../database.ts'
import type { OpenDraft } from '../openDraft.ts'
import { readActiveProfile } from '../profiles.ts'
import { useTitle } from '../useTitle.ts'
import { BlankForms } from './BlankForms.tsx'
import styles from './ConsentIntro.module.css'
import { ControllerFacts } from './ControllerFacts.tsx'
import { ModeChoice } from './ModeChoice.tsx'

export type Answering = Pick<Draft, 'mode' | 'enumerator'>

type Props = OpenDraft & { db: Database; language: Language; onStart: () => void }

/** S04, before the first question: why, who sees it, how long, what to have at hand, and who will ask and answer. */
export function ConsentIntro({ db, session, edition, language, onStart }: Props) {
  const t = texts(language).consent
  const { before, controller } = draftTexts(language)
  const { draft } = session.read()
  const known = useLiveQuery(async () => ({ census: await readFact(db, 'census') }), [db])
  const profileName = useLiveQuery(() => readActiveProfile(db), [db])?.name
  const [mode, setMode] = useState(draft.mode)
  const [typed, setTyped] = useState(draft.enumerator ?? undefined)
  const [hasFault, setHasFault] = useState(false)
  useTitle(t.title, language, hasFault)
  const name = typed ?? profileName ?? ''
  const start = (event: FormEvent) => {
    event.preventDefault()
    const enumerator = mode === 'interview' ? name.trim() : null
    if (enumerator === '') {
      setHasFault(true)
      document.getElementById('enumerator')?.focus()
      return
    }
    session.set({ mode, enumerator })
    onStart()
  }
  return (
    <main id="main" className={styles.screen}>
      <h1>{t.title}</h1>
      <p>
        {edition.minutes !== undefined && t.time(edition.minutes)} {t.stop}
      </p>
      {edition.scoring !== undefined && <WhatFor language={language} />}
      {edition.consent !== undefined && (
        <>
          <h2>{before.who}</h2>
          <p>
            {inLanguage(edition.consent.intro, language)} {before.asksConsent}
          </p>
        </>
      )}
      <h2>{controller.title}</h2>
      {known !== undefined && <ControllerFacts census={known.census} language={language} />}
      <p>
        <Link href="/privacy" className={styles.link}>
          {controller.readNotice}
        </Link>
      </p>
      <BlankForms language={language} editions={[edition]} />
      <form onSubmit={start} noValidate>
        <ModeChoice
          language={language}
          mode={mode}
          onMode={setMode}
          name={name}
          onName={(next) => {
            setTyped(next)
            setHasFault(false)
          }}
          hasFault={hasFault}
        />
        <Button kind="primary" type="submit">
          {draft.page === null ? t.start : texts(language).page.continue}
        </Button>
      </form>
    </main>
  )
}

function WhatFor({ language }: { language: Language }) {
  const { before } = draftTexts(language)
  return (
    <>
      <h2>{before.why}</h2>
      <p>{before.whyDetail}</p>
      <h2>{before.atHand}</h2>
      <ul>
        {before.atHandList.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <h2>{before.use}</h2>
      <p>
        {before.useYes} {before.useNo}
      </p>
    </>
  )
}
