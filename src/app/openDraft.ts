import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { Edition } from '#domain/edition.ts'
import type { JudgedAt } from '#domain/faults.ts'
import { type Form, readForm } from '#domain/form.ts'
import { keepConverted } from './conversion.ts'
import type { Database, Draft } from './database.ts'
import { DraftSession } from './draftSession.ts'
import { firstChanges, isGone, readDraft } from './drafts.ts'
import { type EarlierAnswers, readEarlierAnswers } from './earlierAnswers.ts'
import { loadEdition } from './editions.ts'
import { keepLastWords, lastWordsOf, takeUpLastWords } from './lastWords.ts'

/** An open draft: hub, pages and review share one session, which is its only writer. */
export type OpenDraft = { session: DraftSession; edition: Edition; form: Form; earlier: EarlierAnswers | undefined }

/** By what its answers are judged today: the year on this device's clock, and what the cluster answered before. */
export function judgedNow({ earlier }: Pick<OpenDraft, 'earlier'>): JudgedAt {
  return { completedYear: new Date().getFullYear(), earlier }
}

/** Why a draft does not open: submitted or deleted, its edition is not in this build, or open in another tab. */
type Refusal = 'draftGone' | 'editionGone' | 'draftElsewhere'

export type Opening = OpenDraft | Refusal | undefined

/**
 * Opens a draft as long as the screen stands; undefined while it is being read.
 *
 * @throws what nobody expected while it was read
 */
export function useOpenDraft(db: Database, key: string): Opening {
  const [opening, setOpening] = useState<Opening | { failure: unknown }>()
  // Not after the next frame, which has nothing to show yet.
  useLayoutEffect(() => openAlone(db, key, setOpening), [db, key])
  // Thrown while drawing, so that the error boundary meets it.
  if (typeof opening === 'object' && 'failure' in opening) throw opening.failure
  return opening
}

/** The draft as it is now; the screen that asks draws again at every change. */
export function useDraft(session: DraftSession): Draft {
  return useSyncExternalStore(session.subscribeDraft, () => session.read().draft)
}

/** One tab edits a draft: two writers would overwrite each other's answers. */
function openAlone(db: Database, key: string, show: (opening: Opening | { failure: unknown }) => void): () => void {
  let release = () => {}
  let isOver = false
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const stand = async (opened: Opening | { failure: unknown }) => {
    // Before the screen stands, which takes answers from its first moment.
    const endLastWords = typeof opened === 'object' && 'session' in opened ? keepLastWords(opened.session) : () => {}
    if (!isOver) show(opened)
    await held
    endLastWords()
  }
  const open = async () => stand(await openSession(db, key).catch((failure: unknown) => ({ failure })))
  const begun = begunDrafts.get(key)
  // Nobody else knows of it: it need not wait for its turn, but from now on others must.
  const standing = begun && stand(begun)
  if (navigator.locks === undefined) void (standing ?? open())
  else if (standing !== undefined) void navigator.locks.request(`draft-${key}`, () => standing)
  else {
    void navigator.locks.request(`draft-${key}`, { ifAvailable: true }, async (lock) => {
      if (lock !== null) return open()
      if (!isOver) show('draftElsewhere')
      // The other tab may close, or an earlier screen of this one is just leaving: then it is our turn.
      void navigator.locks.request(`draft-${key}`, () => (isOver ? undefined : open()))
    })
  }
  return () => {
    isOver = true
    release()
  }
}

/** A draft that has just been begun, before it is on the disk. */
export type BegunDraft = Pick<OpenDraft, 'edition' | 'form'> & { draft: Draft }

/** Until they are on the disk: whoever opens one of them again gets the same session, with all that was answered. */
const begunDrafts = new Map<string, OpenDraft>()

/**
 * Opens a new draft to be filled in while it is brought to the disk. On a new device the database is made in these
 * moments, which takes a slow tablet longer than to draw the first question.
 */
export function openBegun(db: Database, { draft, edition, form }: BegunDraft): void {
  const session = new DraftSession(db, draft)
  session.takeUp({ draft, changes: firstChanges(draft) })
  begunDrafts.set(draft.key, opened(session, edition, form, undefined))
  const unsubscribe = session.subscribe(() => {
    const { kind } = session.read().saveState
    if (kind === 'saving' || kind === 'failed') return
    begunDrafts.delete(draft.key)
    unsubscribe()
  })
}

async function openSession(db: Database, key: string): Promise<OpenDraft | Refusal> {
  const found = await db.transaction('r', db.drafts, db.goneDrafts, db.submissions, db.earlier, async () => {
    // What was left before its first save is in its last words alone.
    const draft = (await readDraft(db, key)) ?? ((await isGone(db, key)) ? undefined : lastWordsOf(key)?.draft)
    return draft && { draft, earlier: await readEarlierAnswers(db, draft) }
  })
  if (found === undefined) return 'draftGone'
  const { draft, earlier } = found
  const edition = await loadEdition(draft.questionnaire)
  if (edition === undefined) return 'editionGone'
  const session = new DraftSession(db, draft)
  takeUpLastWords(session)
  return opened(session, edition, readForm(edition), earlier)
}

function opened(session: DraftSession, edition: Edition, form: Form, earlier: EarlierAnswers | undefined): OpenDraft {
  keepConverted(session, form)
  return { session, edition, form, earlier }
}
