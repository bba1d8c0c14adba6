import { useEffect, useState } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Option } from '#ui/Option.tsx'
import { reportTexts } from '#ui/reportTexts.ts'
import { texts } from '#ui/texts.ts'
import type { Database, StoredSubmission } from '../database.ts'
import type { Paper } from '../report/pdf.ts'
import { saveFile } from '../saveFile.ts'
import styles from './ReportActions.module.css'

type Props = { db: Database; language: Language; stored: StoredSubmission }

type Progress = { kind: 'none' | 'working' | 'failed' } | { kind: 'done'; file: string }

/** The result as a file or on paper; everything is made on the device when it is asked for. */
export function ReportActions({ db, language, stored }: Props) {
  const t = reportTexts(language).actions
  // Letter is what offices in Colombia print on; the other one is one touch away.
  const [paper, setPaper] = useState<Paper>('letter')
  const [progress, setProgress] = useState<Progress>({ kind: 'none' })
  const isScored = stored.submission.result !== null
  useOpenDetailsInPrint()
  const make = async (kind: 'report' | 'annex', hand: (file: File) => unknown) => {
    if (progress.kind === 'working') return
    setProgress({ kind: 'working' })
    try {
      const files = await import('../report/files.ts')
      const file = await (kind === 'report' ? files.reportFile : files.annexFile)(db, stored, language, paper)
      await hand(file)
      setProgress({ kind: 'done', file: file.name })
    } catch (failure) {
      // Whoever closes the share sheet has changed their mind; nothing failed.
      setProgress({ kind: failure instanceof DOMException && failure.name === 'AbortError' ? 'none' : 'failed' })
    }
  }
  return (
    <section className={styles.actions} aria-labelledby="report-title">
      <h2 id="report-title" tabIndex={-1}>
        {t.title}
      </h2>
      <p>{t.intro}</p>
      <PaperChoice language={language} paper={paper} onChoose={setPaper} />
      <div className={styles.buttons}>
        {isScored && (
          <Button kind="secondary" onClick={() => void make('report', saveFile)}>
            {t.downloadReport}
          </Button>
        )}
        {isScored && canShareFiles() && (
          <Button kind="secondary" onClick={() => void make('report', (file) => navigator.share({ files: [file] }))}>
            <Icon name="share" /> {t.share}
          </Button>
        )}
        <Button kind="secondary" onClick={() => window.print()}>
          <Icon name="print" /> {t.print}
        </Button>
        <Button kind="secondary" onClick={() => void make('annex', saveFile)}>
          {t.downloadAnnex}
        </Button>
      </div>
      <p className={styles.hint}>{t.annexHint}</p>
      <p role="status" className={styles.status}>
        {progress.kind === 'working' && t.working}
        {progress.kind === 'done' && `✓ ${t.done(progress.file)}`}
      </p>
      {progress.kind === 'failed' && (
        <div role="alert" className={styles.failed}>
          <p>✕ {t.failed}</p>
          <Button kind="secondary" onClick={() => saveFile(copyOf(stored))}>
            {texts(language).topBar.downloadCopy}
          </Button>
        </div>
      )}
    </section>
  )
}

type PaperChoiceProps = { language: Language; paper: Paper; onChoose: (paper: Paper) => void }

function PaperChoice({ language, paper, onChoose }: PaperChoiceProps) {
  const t = reportTexts(language).actions
  return (
    <fieldset>
      <legend className={styles.legend}>{t.paper}</legend>
      <div className={styles.papers}>
        {(['letter', 'a4'] as const).map((each) => (
          <Option key={each} type="radio" name="paper" checked={each === paper} onChange={() => onChoose(each)}>
            {t.papers[each]}
          </Option>
        ))}
      </div>
    </fieldset>
  )
}

/** The submission exactly as it is stored and sent. */
function copyOf({ submissionId, bytes }: StoredSubmission): File {
  return new File([bytes], `cumulo-${submissionId}.json`, { type: 'application/json' })
}

function canShareFiles(): boolean {
  const sample = new File([''], 'resultado.pdf', { type: 'application/pdf' })
  return navigator.canShare?.({ files: [sample] }) ?? false
}

/** On paper nothing can be tapped: what is folded on screen is printed open, however printing was begun. */
function useOpenDetailsInPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
      for (const details of opened) details.open = true
    }
    const close = () => {
      for (const details of opened) details.open = false
      opened = []
    }
    window.addEventListener('beforeprint', open)
    window.addEventListener('afterprint', close)
    return () => {
      window.removeEventListener('beforeprint', open)
      window.removeEventListener('afterprint', close)
    }
  }, [])
}
