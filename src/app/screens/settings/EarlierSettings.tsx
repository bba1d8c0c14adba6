import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { readBenchmark } from '#domain/benchmark.ts'
import { type HandoverReading, handoverText } from '#domain/handover.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { dateInWords } from '#ui/dates.ts'
import { historyTexts } from '#ui/historyTexts.ts'
import { type Database, readFact, writeFact } from '../../database.ts'
import { deviceId } from '../../device.ts'
import { type Imported, importEarlier } from '../../earlier.ts'
import { handoverFile, readHandoverFile } from '../../handoverFile.ts'
import { saveFile } from '../../saveFile.ts'
import { FileButton } from './FileButton.tsx'
import styles from './Settings.module.css'

const longestBenchmarkBytes = 1024 * 1024

type Props = { db: Database; language: Language }

/** What results are compared with: those of earlier rounds, and those of other clusters. Both come as files. */
export function EarlierSettings({ db, language }: Props) {
  const t = historyTexts(language).files
  const facts = useLiveQuery(async () => {
    const [earlier, own, kept] = await Promise.all([
      db.earlier.count(),
      db.submissions.count(),
      readFact(db, 'benchmark'),
    ])
    return { earlier, own, benchmark: kept?.benchmark }
  }, [db])
  if (facts === undefined) return null
  const { earlier, own, benchmark } = facts
  return (
    <section className={styles.section} aria-labelledby="earlier-title">
      <h2 id="earlier-title">{t.title}</h2>
      <EarlierResults db={db} language={language} earlier={earlier} own={own} />
      <h3>{t.benchmark}</h3>
      <p>{t.benchmarkHint}</p>
      <p>
        {benchmark === undefined
          ? t.benchmarkNone
          : t.benchmarkKept(dateInWords(benchmark.asOf, language), benchmark.groups.length)}
      </p>
      <FileButton accept=".json,application/json" read={(file) => keepBenchmark(db, file, t)} failed={t.notKept}>
        {t.benchmarkOpen}
      </FileButton>
    </section>
  )
}

type Texts = ReturnType<typeof historyTexts>['files']

async function keepBenchmark(db: Database, file: File, t: Texts): Promise<string> {
  const benchmark = file.size > longestBenchmarkBytes ? undefined : readBenchmark(await file.text())
  if (benchmark === undefined) return `✕ ${t.benchmarkRefused}`
  await writeFact(db, 'benchmark', { benchmark, readAt: new Date().toISOString() })
  return `✓ ${t.benchmarkRead}`
}

function EarlierResults({ db, language, earlier, own }: Props & { earlier: number; own: number }) {
  const t = historyTexts(language).files
  const [said, setSaid] = useState('')
  const remove = () => {
    db.earlier.clear().then(
      () => setSaid(t.earlierRemoved),
      () => setSaid(t.notKept),
    )
  }
  const copy = () => {
    saveCopy(db).then(
      (count) => setSaid(t.copied(count)),
      () => setSaid(t.notKept),
    )
  }
  return (
    <>
      <h3>{t.earlier}</h3>
      <p>{t.earlierHint}</p>
      <p>{earlier === 0 ? t.earlierNone : t.earlierCount(earlier)}</p>
      <FileButton accept=".cumulo" read={(file) => keepEarlier(db, file, t)} failed={t.notKept}>
        {t.earlierOpen}
      </FileButton>
      <p role="status">{said}</p>
      {earlier > 0 && (
        <p>
          <Button kind="secondary" onClick={remove}>
            {t.earlierRemove}
          </Button>
        </p>
      )}
      {own > 0 && (
        <>
          <p>{t.copyHint}</p>
          <p>
            <Button kind="secondary" onClick={copy}>
              {t.copy}
            </Button>
          </p>
        </>
      )}
    </>
  )
}

async function keepEarlier(db: Database, file: File, t: Texts): Promise<string> {
  const read = await readHandoverFile(file)
  if (read.kind === 'refused') return `✕ ${refusalText(read, t)}`
  return importedText(await importEarlier(db, read.lines, new Date()), t)
}

function refusalText(read: Extract<HandoverReading, { kind: 'refused' }>, t: Texts): string {
  return read.reason === 'bad-line' ? t.badLine(read.line) : t.refused[read.reason]
}

function importedText({ added, known, present }: Imported, t: Texts): string {
  if (added + known + present === 0) return t.nothing
  const parts = [
    ...(added > 0 ? [`✓ ${t.added(added)}`] : []),
    ...(known > 0 ? [t.known(known)] : []),
    ...(present > 0 ? [t.present(present)] : []),
  ]
  return parts.join(' ')
}

/** Offers all submissions of this device as one handover file; gives how many. */
async function saveCopy(db: Database): Promise<number> {
  const createdAt = new Date().toISOString()
  const [own, writer] = await Promise.all([db.submissions.orderBy('completedAt').toArray(), deviceId(db)])
  const lines = own.map(({ bytes }) => bytes)
  const content = await handoverFile(handoverText(lines, { deviceId: writer, createdAt }))
  saveFile(new File([content], `cumulo-${createdAt.slice(0, 10)}.cumulo`, { type: content.type }))
  return lines.length
}
