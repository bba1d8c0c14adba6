import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { maySend } from '#domain/consent.ts'
import type { Form } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { type Database, type Draft, readFact } from '../database.ts'
import { syncNow } from '../syncTriggers.ts'

/** So long an answer of the server counts as being in touch with it. */
const inTouchMs = 30_000
const lookAgainMs = 5000

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

/** Whether the server has answered just now, and has not been asked in vain since. */
function useInTouch(db: Database): boolean {
  const census = useLiveQuery(() => readFact(db, 'census'), [db])
  const [now, setNow] = useState(Date.now)
  const [inVainAt, setInVainAt] = useState(0)
  useEffect(() => {
    let isOver = false
    void syncNow(db).then(({ kind }) => {
      if (kind === 'unknown' && !isOver) setInVainAt(Date.now())
    })
    const timer = setInterval(() => setNow(Date.now()), lookAgainMs)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [db])
  if (census === undefined) return false
  const heardAt = Date.parse(census.heardAt)
  return heardAt > inVainAt && Math.abs(now - heardAt) < inTouchMs
}
