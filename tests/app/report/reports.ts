import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answered } from '#domain/answers.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { readForm } from '#domain/form.ts'
import type { Submission } from '#domain/submission.ts'
import type { Language } from '#domain/text.ts'
import { keepVisible } from '#domain/visible.ts'
import { type RecordFacts, type ReportFacts, recordFacts, reportFacts } from '../../../src/app/report/facts.ts'
import { censusEdition, validSubmission } from '../../support/builders.ts'

const edition = censusEdition()

type Vector = { name: string; input: Answered; expected: { index: number; stage: string | null } }
const { cases } = JSON.parse(readFileSync('tests/domain/scoring.vectors.json', 'utf8')) as { cases: Vector[] }

/** The three worked examples of the scoring rules: first stage, one minimum missing, last stage. */
export const workedExamples = cases.slice(0, 3)

/** A submission of these answers, completed on the 23rd of November 2026 in Colombia. */
export function submissionOf(answered: Answered, overrides: Partial<Submission> = {}): Submission {
  const visible = keepVisible(readForm(edition), answered)
  return {
    ...validSubmission({ edition, answered: visible }),
    submissionId: '019ab2c3-4d5e-7f60-8a1b-2c3d4e5f6071',
    startedAt: '2026-11-23T14:02:00.000Z',
    completedAt: '2026-11-23T15:04:00.000Z',
    roundId: '2026',
    clusterId: 'CL-05-012',
    clusterName: 'Clúster de Café de Antioquia',
    ...overrides,
  }
}

export function recordOf(submission: Submission, language: Language = 'es'): RecordFacts {
  return recordFacts({ submission, bytes: canonicalJson(submission) }, edition, language)
}

export function factsOf(
  submission: Submission,
  overrides: Partial<ReportFacts> = {},
  language: Language = 'es',
): ReportFacts {
  const known = { roundTitle: 'Ronda 2026', plan: undefined, benchmark: undefined, controller: null }
  const facts = reportFacts(recordOf(submission, language), known)
  if (facts === undefined) throw new Error('no result to report')
  return { ...facts, ...overrides }
}

/** Runs one of poppler's tools over a PDF in a folder of its own. @returns what `read` finds there */
function withPdf<T>(bytes: Uint8Array, run: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cumulo-pdf-'))
  try {
    const file = join(folder, 'file.pdf')
    writeFileSync(file, bytes)
    return run(file, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The text of each page as a reader extracts it, spaces and line breaks as one space. */
export function pagesOf(bytes: Uint8Array): string[] {
  const text = withPdf(bytes, (file) => execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }))
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/[\s\u00a0]+/g, ' ').trim())
}

/** What `pdfinfo` says, by name. */
export function infoOf(bytes: Uint8Array, ...options: string[]): string {
  return withPdf(bytes, (file) => execFileSync('pdfinfo', [...options, file], { encoding: 'utf8' }))
}

/** Every word with its box in points, by page. */
export function wordsOf(
  bytes: Uint8Array,
): { page: number; x0: number; y0: number; x1: number; y1: number; text: string }[] {
  const html = withPdf(bytes, (file) => execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }))
  let page = 0
  return html.split('\n').flatMap((line) => {
    if (line.includes('<page ')) page += 1
    const [, x0, y0, x1, y1, text] =
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line) ?? []
    return x0 === undefined ? [] : [{ page, x0: +x0, y0: Number(y0), x1: Number(x1), y1: Number(y1), text: text ?? '' }]
  })
}

export type Picture = { width: number; height: number; rgba: Uint8ClampedArray }

/** One page as a printer's driver would draw it. @param resolution dots per inch */
export function pictureOf(bytes: Uint8Array, page: number, resolution = 150): Picture {
  const ppm = withPdf(bytes, (file, folder) => {
    const range = ['-f', String(page), '-l', String(page), '-r', String(resolution), '-singlefile']
    execFileSync('pdftoppm', [...range, file, join(folder, 'page')])
    return readFileSync(join(folder, 'page.ppm'))
  })
  const [head = '', width = '0', height = '0'] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString('latin1', 0, 40)) ?? []
  const rgba = new Uint8ClampedArray(Number(width) * Number(height) * 4).fill(255)
  for (let pixel = 0; pixel < Number(width) * Number(height); pixel += 1) {
    for (let part = 0; part < 3; part += 1) rgba[pixel * 4 + part] = ppm[head.length + pixel * 3 + part] ?? 0
  }
  return { width: Number(width), height: Number(height), rgba }
}
