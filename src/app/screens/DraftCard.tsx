import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { sinceText } from '#ui/dates.ts'
import { texts } from '#ui/texts.ts'
import type { Database, Draft } from '../database.ts'
import { departmentOf } from '../departments.ts'
import { canShareDraft, downloadDraft, shareDraft } from '../draftCopy.ts'
import type { DraftProgress } from '../draftProgress.ts'
import { listedEdition } from '../editions.ts'
import { roundTitle } from '../rounds.ts'
import { DeleteDraft } from './DeleteDraft.tsx'
import { CardState, HomeCard } from './HomeCard.tsx'
import styles from './HomeScreen.module.css'
import { WithFolio } from './WithFolio.tsx'

type Props = { db: Database; draft: Draft; isPrimary: boolean; language: Language }

/** A draft on the home screen: on from where it was left; its sections, a copy, or away with it. */
export function DraftCard({ db, draft, isPrimary, language }: Props) {
  const { home: t, consent, hub } = texts(language)
  const { clusterName, page, enumerator } = draft
  const listed = listedEdition(draft.questionnaire.id, draft.questionnaire.edition)
  const progress = useProgress(draft, language)
  const round = useLiveQuery(() => roundTitle(db, draft.roundId, language), [db, draft.roundId, language])
  // As in the hub: where nothing is left to answer, the review comes next.
  const isComplete = progress !== undefined && progress.done === progress.all
  const isNew = page === null && draft.parentId === null
  const place = isNew && listed?.isScored === true ? consent.title : (progress?.place ?? '')
  const named = (action: string) => `${action} · ${clusterName}`
  const where = [departmentOf(draft), round, enumerator && t.enumerator(enumerator)].filter(Boolean).join(' · ')
  return (
    <HomeCard
      name={clusterName}
      action={
        listed !== undefined && (
          <Link
            href={isComplete ? `/draft/${draft.key}/review` : placeOf(draft, listed.isScored)}
            className={isPrimary ? styles.primary : styles.secondary}
            aria-label={named(isComplete ? hub.review : t.continueAt(place))}
          >
            {isComplete ? hub.review : t.continue}
          </Link>
        )
      }
      more={{
        words: t.moreOptions,
        label: t.moreNamed(clusterName),
        options: (
          <>
            {listed !== undefined && (
              <Link href={`/draft/${draft.key}/hub`} aria-label={named(t.summary)}>
                {t.summary}
              </Link>
            )}
            <Button kind="plain" label={named(t.copy)} onClick={() => downloadDraft(draft)}>
              {t.copy}
            </Button>
            {canShareDraft(draft) && (
              <Button kind="plain" label={named(t.share)} onClick={() => void shareDraft(draft)}>
                {t.share}
              </Button>
            )}
            <DeleteDraft db={db} draft={draft} language={language} />
          </>
        ),
      }}
    >
      {draft.parentFolio !== undefined && (
        <p>
          <WithFolio words={t.corrects(draft.parentFolio)} folio={draft.parentFolio} />
        </p>
      )}
      {where !== '' && <p>{where}</p>}
      <CardState icon={isComplete ? 'saved' : 'in-progress'} tone="calm">
        {progress !== undefined && `${t.progress(progress.done, progress.all)} · `}
        {t.lastSaved(sinceText(draft.savedAt, new Date(), language))}
      </CardState>
      {listed === undefined && <p>{t.editionGone}</p>}
      {listed !== undefined && !isComplete && place !== '' && <p>{t.leftAt(place)}</p>}
    </HomeCard>
  )
}

/** Where a draft was left; one that was not begun starts before its first question, a correction at its answers. */
function placeOf({ key, page, parentId }: Draft, hasConsent: boolean): string {
  if (page !== null) return `/draft/${key}/page/${encodeURIComponent(page)}`
  if (parentId !== null) return `/draft/${key}/review`
  return `/draft/${key}/${hasConsent ? 'consent' : 'hub'}`
}

/** Comes a moment after the card: it needs the edition and the rules of the form, which the first screen does not load. */
function useProgress(draft: Draft, language: Language): DraftProgress | undefined {
  const [progress, setProgress] = useState<DraftProgress>()
  useEffect(() => {
    let isOver = false
    const read = async () => {
      const { draftProgress } = await import('../draftProgress.ts')
      const found = await draftProgress(draft, new Date(), language)
      if (!isOver) setProgress(found)
    }
    // The card is right without it; what keeps the draft from being opened is said where it is opened.
    read().catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [draft, language])
  return progress
}
