import { Link } from 'wouter'
import type { Fault } from '#domain/fault.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import type { Draft } from '../database.ts'
import styles from './ReviewScreen.module.css'
import { changeHref, type ReviewRow } from './reviewRows.ts'

type Props = { language: Language; draft: Draft; rows: readonly ReviewRow[]; fault: Fault }

/** A fault in words, with the way to where it can be mended. */
export function FaultLink({ language, draft, rows, fault }: Props) {
  const row = rows.find(({ variable }) => variable === fault.variables[0])
  const message = inLanguage(fault.message, language)
  if (row === undefined) return message
  const about = rows.filter(({ variable }) => fault.variables.includes(variable))
  // A sum is the fault of no single row.
  const isOfTable = row.table !== '' && about.length > 1 && about.every(({ table }) => table === row.table)
  return (
    <Link className={styles.faultLink} href={changeHref(draft.key, row, 'review', fault)}>
      {isOfTable ? row.table : row.title}: {message}
    </Link>
  )
}
