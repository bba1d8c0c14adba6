import type { Edition } from '#domain/edition.ts'
import type { Language } from '#domain/text.ts'
import type { Database, StoredSubmission } from '../database.ts'
import { makeAnnex } from './annex.ts'
import { makeBlankForm } from './blankForm.ts'
import { readReportFacts } from './facts.ts'
import { blankFormFileName, recordFileName } from './fileNames.ts'
import { makeReport } from './makeReport.ts'
import type { Paper } from './pdf.ts'

// What the screens load when a file is asked for; pdfkit and the fonts come with it.

/** The three pages of a result, compared with the group `groupId`. @throws where the questionnaire has no scoring, or the file cannot be made */
export async function reportFile(
  db: Database,
  stored: StoredSubmission,
  language: Language,
  paper: Paper,
  groupId?: string,
): Promise<File> {
  const { report } = await readReportFacts(db, stored, language, groupId)
  if (report === undefined) throw new Error('no result to report')
  return pdfFile(await makeReport(report, paper), recordFileName('result', stored.submission, language))
}

/** The full record of answers. */
export async function annexFile(
  db: Database,
  stored: StoredSubmission,
  language: Language,
  paper: Paper,
): Promise<File> {
  const { record } = await readReportFacts(db, stored, language)
  return pdfFile(await makeAnnex(record, paper), recordFileName('annex', stored.submission, language))
}

export async function blankFormFile(edition: Edition, language: Language, paper: Paper): Promise<File> {
  return pdfFile(await makeBlankForm(edition, language, paper), blankFormFileName(edition, language))
}

function pdfFile(bytes: Uint8Array<ArrayBuffer>, name: string): File {
  return new File([bytes], name, { type: 'application/pdf' })
}
