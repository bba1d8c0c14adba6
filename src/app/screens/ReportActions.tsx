import { useEffect, useState } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { reportTexts } from '#ui/reportTexts.ts'
import { texts } from '#ui/texts.ts'
import type { Database, StoredSubmission } from '../database.ts'
import type { Paper } from '../report/pdf.ts'
import { saveFile } from '../saveFile.ts'
import { PaperChoice, usualPaper } from './PaperChoice.tsx'
import styles from './ReportActions.module.css'

type Props = {
  db: Database
  language: Language
  stored: StoredSubmission
  /** of the benchmark, the group that was chosen to compare with */
  groupId: string | undefined
}

type Progress =
  | { kind: 'none' | 'working' | 'failed' | 'notShared' }
  | { kind: 'done'; file: string }
  /** made, and to be shared by another tap */
  | { kind: 'ready'; file: File; groupId: string | undefined }

/** The result as a file or on paper; everything is made on the device when it is asked for. */
export function ReportActions({ db, language, stored, groupId }: Props) {
  const t = reportTexts(language).actions
  const [paper, setPaper] = useState<Paper>(usualPaper)
  const [progress, setProgress] = useState<Progress>({ kind: 'none' })
  const isScored = stored.submission.result !== null
  useOpenDetailsInPrint()
  const make = async (kind: 'report' | 'annex', hand: (file: File) => Progress | Promise<Progress>) => {
    if (progress.kind === 'working') return
    setProgress({ kind: 'working' })
    try {
      const files = await import('../report/files.ts')
      const made =
        kind === 'report'
          ? files.reportFile(db, stored, language, paper, groupId)
          : files.annexFile(db, stored, language, paper)
      setProgress(await hand(await made))
    } catch {
      setProgress({ kind: 'failed' })
    }
  }
  const ready = progress.kind === 'ready' && progress.groupId === groupId ? progress.file : undefined
  const share = async () => {
    if (ready !== undefined) return setProgress((await shared(ready)) ?? { kind: 'notShared' })
    await make('report', async (file) => (await shared(file)) ?? { kind: 'ready', file, groupId })
  }
  return (
    <section className={styles.actions} aria-labelledby="report-title">
      <h2 id="report-title" tabIndex={-1}>
        {t.title}
      </h2>
      <p>{t.intro}</p>
      <PaperChoice
        language={language}
        paper={paper}
        onChoose={(chosen) => {
          setPaper(chosen)
          if (ready !== undefined) setProgress({ kind: 'none' })
        }}
      />
      <div className={styles.buttons}>
        {isScored && (
          <Button kind="secondary" onClick={() => void make('report', saved)}>
            <Icon name="download" /> {t.downloadReport}
          </Button>
        )}
        {isScored && canShareFiles() && (
          <Button kind="secondary" onClick={() => void share()}>
            <Icon name="share" /> {t.share}
          </Button>
        )}
        <Button kind="secondary" onClick={() => window.print()}>
          <Icon name="print" /> {t.print}
        </Button>
        <Button kind="secondary" onClick={() => void make('annex', saved)}>
          <Icon name="download" /> {t.downloadAnnex}
        </Button>
      </div>
      <p className={styles.hint}>{t.annexHint}</p>
      <p role="status" className={styles.status}>
        {progress.kind === 'working' && t.working}
        {progress.kind === 'done' && `✓ ${t.done(progress.file)}`}
        {ready !== undefined && `✓ ${t.readyToShare}`}
        {progress.kind === 'notShared' && `✕ ${t.notShared}`}
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

function saved(file: File): Progress {
  saveFile(file)
  return { kind: 'done', file: file.name }
}

/** @returns undefined where the browser refuses because the tap lies too long ago: making the file takes a while */
async function shared(file: File): Promise<Progress | undefined> {
  try {
    await navigator.share({ files: [file] })
    return { kind: 'done', file: file.name }
  } catch (failure) {
    const name = failure instanceof DOMException ? failure.name : ''
    if (name === 'NotAllowedError') return undefined
    // Whoever closes the share sheet has changed their mind; nothing failed.
    return { kind: name === 'AbortError' ? 'none' : 'notShared' }
  }
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
