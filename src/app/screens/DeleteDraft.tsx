import { useState } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { texts } from '#ui/texts.ts'
import type { Database, Draft } from '../database.ts'
import { discardDraft } from '../drafts.ts'
import { forgetLastWords } from '../lastWords.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'

/** Asks twice, since nothing brings a draft back. */
export function DeleteDraft({ db, draft, language }: { db: Database; draft: Draft; language: Language }) {
  const t = texts(language).home
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button kind="danger" label={t.deleteNamed(draft.clusterName)} onClick={() => setAsking(true)}>
        {t.delete}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t.deleteTitle}
          detail={t.deleteDetail(draft.clusterName)}
          confirm={t.deleteConfirm}
          cancel={t.deleteCancel}
          onConfirm={() => void discardDraft(db, draft.key).then(() => forgetLastWords(draft.key))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
