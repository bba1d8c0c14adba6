import { reportTexts } from '#ui/reportTexts.ts'
import type { ReportFacts } from './facts.ts'
import { drawMethodPage } from './methodPage.ts'
import { openPdf, type Paper } from './pdf.ts'
import { drawPlanPage } from './planPage.ts'
import { drawResultPage } from './resultPage.ts'

/** The report of a result as a PDF of three pages: result, plan, technical sheet. Asks nothing of any network. */
export function makeReport(facts: ReportFacts, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const { language, submission, folio } = facts
  const t = reportTexts(language)
  const pdf = openPdf({
    title: t.head.documentTitle(submission.clusterName),
    language,
    paper,
    footer: (page, pages) => ({ left: t.footer(folio, submission.clusterName), right: t.page(page, pages) }),
    madeAt: new Date(submission.completedAt),
  })
  for (const draw of [drawResultPage, drawPlanPage, drawMethodPage]) {
    pdf.addPage()
    pdf.group('Sect', () => draw(pdf, facts))
  }
  return pdf.finish()
}
