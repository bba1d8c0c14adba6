import { useState } from 'react'
import type { Edition } from '#domain/edition.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { reportTexts } from '#ui/reportTexts.ts'
import { loadEdition } from '../editions.ts'
import type { Paper } from '../report/pdf.ts'
import { saveFile } from '../saveFile.ts'
import styles from './BlankForms.module.css'
import { PaperChoice, usualPaper } from './PaperChoice.tsx'

type Named = Pick<Edition, 'id' | 'edition' | 'title'>

type Progress = { kind: 'none' | 'working' | 'failed' } | { kind: 'done'; file: string }

/** Blank questionnaires as PDFs, to gather the answers in a meeting beforehand. */
export function BlankForms({ language, editions }: { language: Language; editions: readonly Named[] }) {
  const t = reportTexts(language).actions
  const [paper, setPaper] = useState<Paper>(usualPaper)
  const [progress, setProgress] = useState<Progress>({ kind: 'none' })
  const download = async (named: Named) => {
    if (progress.kind === 'working') return
    setProgress({ kind: 'working' })
    try {
      const [edition, files] = await Promise.all([loadEdition(named), import('../report/files.ts')])
      if (edition === undefined) return setProgress({ kind: 'failed' })
      const file = await files.blankFormFile(edition, language, paper)
      saveFile(file)
      setProgress({ kind: 'done', file: file.name })
    } catch {
      setProgress({ kind: 'failed' })
    }
  }
  return (
    <section className={styles.forms} aria-labelledby="blank-title">
      <h2 id="blank-title">{t.blankFormTitle}</h2>
      <p>{t.blankFormHint}</p>
      <PaperChoice language={language} paper={paper} onChoose={setPaper} />
      {editions.map((named) => (
        <p key={`${named.id}.${named.edition}`}>
          <Button kind="secondary" onClick={() => void download(named)}>
            {editions.length === 1 ? t.blankForm : t.blankFormOf(inLanguage(named.title, language))}
          </Button>
        </p>
      ))}
      <p role="status" className={styles.status}>
        {progress.kind === 'working' && t.working}
        {progress.kind === 'done' && `✓ ${t.done(progress.file)}`}
        {progress.kind === 'failed' && `✕ ${t.blankFormFailed}`}
      </p>
    </section>
  )
}
