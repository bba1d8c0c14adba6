import { Link } from 'wouter'
import type { Fault } from '#domain/fault.ts'
import type { Form } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import type { Draft } from '../database.ts'
import { namedMessage } from '../faultPlace.ts'
import styles from './ReviewScreen.module.css'
import { changeHref, type ReviewRow, titleOfFault } from './reviewRows.ts'

type Props = { language: Language; form: Form; draft: Draft; rows: readonly ReviewRow[]; fault: Fault }

/** A fault in words, with the way to where it can be mended. */
export function FaultLink({ language, form, draft, rows, fault }: Props) {
  const row = rows.find(({ variable }) => variable === fault.variables[0])
  const message = inLanguage(fault.message, language)
  if (row === undefined) return message
  return (
    <Link className={styles.faultLink} href={changeHref(draft.key, row, 'review', fault)}>
      {namedMessage(titleOfFault(form, row, fault), message)}
    </Link>
  )
}
