import { useLiveQuery } from 'dexie-react-hooks'
import { readForm } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import { type Database, readFact } from '../database.ts'
import { earlierSubmissions } from '../earlier.ts'
import { loadEdition } from '../editions.ts'
import { PlanScreen, SimulateScreen } from '../resultScreens.ts'
import { Notice } from './Notice.tsx'
import { ResultScreen } from './ResultScreen.tsx'

type Props = {
  db: Database
  language: Language
  submissionId: string
  /** what is looked at beside the result itself */
  place?: string
}

/** Finds what is shown of a result: the submission, its edition and receipt, and what it is compared with. */
export function ResultRoute({ db, language, submissionId, place }: Props) {
  const found = useLiveQuery(() => findResult(db, submissionId), [db, submissionId])
  if (found === undefined) return null
  const { stored, edition, ...others } = found
  const { resultGone, resultGoneDetail } = texts(language).fault
  if (stored === undefined) return <Notice title={resultGone} detail={resultGoneDetail} language={language} />
  if (edition === undefined) return <Notice title={texts(language).choose.unknownEdition} language={language} />
  const shown = { db, language, stored, edition, ...others }
  if (place === 'simulate') return <SimulateScreen {...shown} />
  if (place === 'plan') return <PlanScreen {...shown} />
  if (place !== undefined) return <Notice title={texts(language).fault.notFound} language={language} />
  return (
    <main id="main">
      <ResultScreen {...shown} form={readForm(edition)} />
    </main>
  )
}

async function findResult(db: Database, submissionId: string) {
  const [stored, receipt, outboxEntry, plan, benchmark] = await Promise.all([
    db.submissions.get(submissionId),
    db.receipts.get(submissionId),
    db.outbox.get(submissionId),
    db.plans.get(submissionId),
    readFact(db, 'benchmark'),
  ])
  const before = stored === undefined ? [] : await earlierSubmissions(db, stored.submission, stored.completedAt)
  const [edition, ...editions] = await Promise.all([
    stored === undefined ? undefined : loadEdition(stored.submission.questionnaire),
    ...before.map(({ submission }) => loadEdition(submission.questionnaire)),
  ])
  const earlier = before.map(({ submission }, at) => ({ submission, edition: editions[at] }))
  return { stored, edition, receipt, outboxEntry, plan, benchmark: benchmark?.benchmark, earlier }
}
