import { useLiveQuery } from 'dexie-react-hooks'
import { maySend } from '#domain/consent.ts'
import type { Form } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { useInTouch } from '../connection.ts'
import { type Database, type Draft, readFact } from '../database.ts'

type Props = { db: Database; form: Form; draft: Draft; language: Language }

/** What finishing will do with the answers: "is sent" is only said while the census answers, never from hope. */
export function SendingLine({ db, form, draft, language }: Props) {
  const t = resultTexts(language).review
  const isInTouch = useInTouch(db)
  const enrolment = useLiveQuery(async () => (await readFact(db, 'enrolment')) ?? null, [db])
  if (!maySend(form, draft)) return <p>{t.stays}</p>
  if (enrolment === null) return <p>{t.waitsForEnrolment}</p>
  return <p>{isInTouch ? t.isSent : t.waitsForNetwork}</p>
}
