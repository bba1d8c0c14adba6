import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { type Form, readForm, sectionOfPage } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { dayAndTimeText } from '#ui/dates.ts'
import { texts } from '#ui/texts.ts'
import type { Database, Draft } from '../database.ts'
import { discardDraft } from '../drafts.ts'
import { listedEdition, loadEdition } from '../editions.ts'
import { HomeCard } from './HomeCard.tsx'
import styles from './HomeScreen.module.css'

type Props = { db: Database; draft: Draft; language: Language }

/** A draft on the home screen: on from where it was left, its sections, or away with it. */
export function DraftCard({ db, draft, language }: Props) {
  const t = texts(language).home
  const listed = listedEdition(draft.questionnaire.id, draft.questionnaire.edition)
  const place = usePlace(draft, listed?.isScored === true, language)
  const named = (action: string) => `${action} · ${draft.clusterName}`
  const resume = t.continueAt(place.title)
  return (
    <HomeCard
      name={draft.clusterName}
      detail={`${inLanguage(listed?.title, language)} · ${t.lastSaved(dayAndTimeText(draft.savedAt, language))}`}
    >
      <Link href={place.href} className={styles.primary} aria-label={named(resume)}>
        {resume}
      </Link>
      <Link href={`/draft/${draft.key}/hub`} aria-label={named(t.summary)}>
        {t.summary}
      </Link>
      <DeleteButton db={db} draft={draft} language={language} />
    </HomeCard>
  )
}

/** Where a draft was left, and what that place is called; the name of a section comes with its edition, a moment later. */
function usePlace(draft: Draft, hasConsent: boolean, language: Language): { href: string; title: string } {
  const { id, edition } = draft.questionnaire
  const { page } = draft
  const [form, setForm] = useState<Form>()
  useEffect(() => {
    if (page === null) return
    let isOver = false
    const read = async () => {
      const loaded = await loadEdition({ id, edition })
      if (!isOver && loaded !== undefined) setForm(readForm(loaded))
    }
    // Without its name the place is still the right one; what keeps it from being opened is said there.
    read().catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [id, edition, page])
  const base = `/draft/${draft.key}`
  const { consent, hub } = texts(language)
  if (page !== null) {
    const section = form === undefined ? undefined : sectionOfPage(form, page)
    return { href: `${base}/page/${encodeURIComponent(page)}`, title: inLanguage(section?.title, language) }
  }
  return hasConsent ? { href: `${base}/consent`, title: consent.title } : { href: `${base}/hub`, title: hub.title }
}

function DeleteButton({ db, draft, language }: Props) {
  const t = texts(language).home
  const [isAsking, setAsking] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const ask = () => {
    setAsking(true)
    dialog.current?.showModal()
  }
  const close = () => {
    dialog.current?.close()
    setAsking(false)
  }
  return (
    <>
      <Button kind="plain" label={t.deleteNamed(draft.clusterName)} onClick={ask}>
        {t.delete}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-label={t.deleteTitle} onClose={() => setAsking(false)}>
        {isAsking && (
          <>
            <h2>{t.deleteTitle}</h2>
            <p>{t.deleteDetail(draft.clusterName)}</p>
            <Button kind="secondary" onClick={close}>
              {t.deleteCancel}
            </Button>{' '}
            <Button kind="primary" onClick={() => void discardDraft(db, draft.key)}>
              {t.deleteConfirm}
            </Button>
          </>
        )}
      </dialog>
    </>
  )
}
