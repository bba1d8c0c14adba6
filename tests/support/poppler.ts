import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installDebianPackage } from './debianPackage.ts'

/** What to say to a person when there is no poppler: without it nothing can be said of a PDF. */
export const howToGetPoppler = 'The PDFs are read with poppler: apt-get install poppler-utils, or brew install poppler.'

export function hasPoppler(): boolean {
  return ['pdftotext', 'pdfinfo', 'pdftoppm'].every((tool) => spawnSync(tool, ['-v']).error === undefined)
}

/** As `hasPoppler`, but on a Debian as root it installs the distribution's own when there is none. */
export function findOrInstallPoppler(): boolean {
  return hasPoppler() || (installDebianPackage('poppler-utils') && hasPoppler())
}

/** Runs one of poppler's tools over a PDF in a folder of its own. */
function withPdf<T>(bytes: Uint8Array, run: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cumulo-pdf-'))
  try {
    const file = join(folder, 'file.pdf')
    writeFileSync(file, bytes)
    return run(file, folder)
  } catch (failure) {
    throw hasPoppler() ? failure : new Error(howToGetPoppler)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function toolText(tool: string, bytes: Uint8Array, options: readonly string[], output: readonly string[]): string {
  return withPdf(bytes, (file) => execFileSync(tool, [...options, file, ...output], { encoding: 'utf8' }))
}

/** The text of each page as a reader extracts it, spaces and line breaks as one space. */
export function pagesOf(bytes: Uint8Array): string[] {
  return toolText('pdftotext', bytes, ['-enc', 'UTF-8'], ['-'])
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/[\s\u00a0]+/g, ' ').trim())
}

/** What `pdfinfo` says: a line a fact; with `-struct-text` the structure tree. */
export function infoOf(bytes: Uint8Array, ...options: string[]): string {
  return toolText('pdfinfo', bytes, options, [])
}

/** A word and its box in points from the upper left corner; `page` counts from 1. */
export type PlacedWord = { page: number; left: number; top: number; right: number; bottom: number; text: string }

export function wordsOf(bytes: Uint8Array): PlacedWord[] {
  let page = 0
  return toolText('pdftotext', bytes, ['-bbox'], ['-'])
    .split('\n')
    .flatMap((line) => {
      if (line.includes('<page ')) page += 1
      const found = /<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*)<\/word>/.exec(line)
      if (found === null) return []
      const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map(Number)
      return [{ page, left, top, right, bottom, text: found[5] ?? '' }]
    })
}

export type Picture = { width: number; height: number; rgba: Uint8ClampedArray }

/**
 * One page in real pixels.
 *
 * @param page counts from 1
 * @param resolution dots per inch
 */
export function pictureOf(bytes: Uint8Array, page: number, resolution = 150): Picture {
  const ppm = withPdf(bytes, (file, folder) => {
    const range = ['-f', String(page), '-l', String(page), '-r', String(resolution), '-singlefile']
    execFileSync('pdftoppm', [...range, file, join(folder, 'page')])
    return readFileSync(join(folder, 'page.ppm'))
  })
  const [head = '', width = '0', height = '0'] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString('latin1', 0, 40)) ?? []
  const pixels = Number(width) * Number(height)
  const rgba = new Uint8ClampedArray(pixels * 4).fill(255)
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    for (let part = 0; part < 3; part += 1) rgba[pixel * 4 + part] = ppm[head.length + pixel * 3 + part] ?? 0
  }
  return { width: Number(width), height: Number(height), rgba }
}
