import { useState } from 'react'
import { folioOf, isFolioEnd } from '#domain/identifiers.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { retentionTexts } from '#ui/retentionTexts.ts'
import { texts } from '#ui/texts.ts'
import type { Database } from '../database.ts'
import { deleteSubmission } from '../deletion.ts'
import { type ListedSubmission, sendingState } from '../submissions.ts'
import { TypedConfirm } from './TypedConfirm.tsx'

type Props = { db: Database; listed: ListedSubmission; language: Language }

/** Away with a finished assessment, once the person has read what that means and typed the end of its folio. */
export function DeleteSubmission({ db, listed, language }: Props) {
  const t = retentionTexts(language)
  const { home } = texts(language)
  const [isAsking, setAsking] = useState(false)
  const { submissionId, completedAt, submission } = listed.stored
  const folio = folioOf(submissionId, completedAt)
  const isReceived = listed.receipt !== undefined
  const state = sendingState(listed)
  const what = isReceived ? 'received' : state === 'kept' ? 'kept' : 'unsent'
  const wasTried = what === 'unsent' && (listed.outboxEntry?.attempts ?? 0) > 0
  const remove = async () => {
    try {
      const outcome = await deleteSubmission(db, submissionId, { isReceived }, new Date())
      return outcome === 'deleted' ? undefined : t.outcomes[outcome]
    } catch {
      return t.outcomes.failed
    }
  }
  return (
    <>
      <Button kind="danger" label={t.deleteNamed(submission.clusterName)} onClick={() => setAsking(true)}>
        {t.delete}
      </Button>
      {isAsking && (
        <TypedConfirm
          title={t.titles[what]}
          details={[submission.clusterName, home.folio(folio), wasTried ? t.tried : t.details[what]]}
          label={t.typeFolio}
          isRight={(typed) => isFolioEnd(folio, typed)}
          fault={t.folioFault}
          confirm={t.confirm}
          cancel={t.cancel}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
