import { useState } from 'react'
import type { Edition } from '#domain/edition.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { reportTexts } from '#ui/reportTexts.ts'
import { saveFile } from '../saveFile.ts'

type Progress = { kind: 'none' | 'working' | 'failed' } | { kind: 'done'; file: string }

/** The blank questionnaire as a PDF in letter size, to gather the answers in a meeting beforehand. */
export function BlankFormButton({ language, edition }: { language: Language; edition: Edition }) {
  const t = reportTexts(language).actions
  const [progress, setProgress] = useState<Progress>({ kind: 'none' })
  const download = async () => {
    if (progress.kind === 'working') return
    setProgress({ kind: 'working' })
    try {
      const files = await import('../report/files.ts')
      const file = await files.blankFormFile(edition, language, 'letter')
      saveFile(file)
      setProgress({ kind: 'done', file: file.name })
    } catch {
      setProgress({ kind: 'failed' })
    }
  }
  return (
    <section>
      <p>{t.blankFormHint}</p>
      <Button kind="secondary" onClick={() => void download()}>
        {t.blankForm}
      </Button>
      <p role="status">
        {progress.kind === 'working' && t.working}
        {progress.kind === 'done' && `✓ ${t.done(progress.file)}`}
        {progress.kind === 'failed' && `✕ ${t.blankFormFailed}`}
      </p>
    </section>
  )
}
