import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { Edition } from '#domain/edition.ts'
import { readForm } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import type { Database } from '../database.ts'
import { loadEdition } from '../editions.ts'
import { Notice } from './Notice.tsx'
import { ResultScreen } from './ResultScreen.tsx'

/** Finds what a result page shows: the submission, its edition, its receipt. */
export function ResultRoute({
  db,
  language,
  submissionId,
}: {
  db: Database
  language: Language
  submissionId: string
}) {
  const [edition, setEdition] = useState<Edition>()
  const found = useLiveQuery(async () => {
    const [stored, receipt, outboxEntry] = await Promise.all([
      db.submissions.get(submissionId),
      db.receipts.get(submissionId),
      db.outbox.get(submissionId),
    ])
    return { stored, receipt, outboxEntry }
  }, [db, submissionId])
  const questionnaire = found?.stored?.submission.questionnaire
  const name = questionnaire === undefined ? undefined : `${questionnaire.id}.${questionnaire.edition}`
  useEffect(() => {
    if (name === undefined) return
    const [id = '', number = '1'] = name.split('.')
    void loadEdition({ id, edition: Number(number) }).then(setEdition)
  }, [name])
  if (found === undefined) return null
  const { stored, receipt, outboxEntry } = found
  if (stored === undefined) return <Notice title={texts(language).fault.resultGone} language={language} />
  if (edition === undefined) return null
  return (
    <main id="main">
      <ResultScreen
        db={db}
        language={language}
        stored={stored}
        edition={edition}
        form={readForm(edition)}
        receipt={receipt}
        outboxEntry={outboxEntry}
      />
    </main>
  )
}
