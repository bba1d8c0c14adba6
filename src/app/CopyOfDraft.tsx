import { useState } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { texts } from '#ui/texts.ts'
import type { Database } from './database.ts'
import { downloadDraft } from './draftCopy.ts'
import { readDraft } from './drafts.ts'

type Props = { db: Database; draftKey: string; language: Language }

/** A copy of a draft that does not open, as it is on the disk. */
export function CopyOfDraft({ db, draftKey, language }: Props) {
  const t = texts(language).fault
  const [isGone, setGone] = useState(false)
  const copy = async () => {
    const draft = await readDraft(db, draftKey).catch(() => undefined)
    if (draft !== undefined) downloadDraft(draft)
    setGone(draft === undefined)
  }
  return (
    <>
      <Button kind="secondary" onClick={() => void copy()}>
        {t.downloadCopy}
      </Button>
      <p role="status">{isGone && t.noCopy}</p>
    </>
  )
}
