import regular from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf?inline'
import bold from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf?inline'
import { PDFDocument, type PDFStructureElement, type StructureOptions } from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import type { Language } from '#domain/text.ts'
import { type Fill, fills, type Ink, inks } from './inks.ts'
import { drawable, linesOf, type Measure } from './lines.ts'

/** All lengths are points, 72 to the inch, from the upper left corner of the page. */
export type Box = { x: number; y: number; width: number }
export type Rectangle = Box & { height: number }

export type Style = {
  size: number
  ink?: Ink
  bold?: boolean
  align?: 'left' | 'right' | 'center'
  /** at most so many lines; the rest is cut off with "…" */
  lines?: number
}

// Letter first: it is what Colombian offices print on, though ISO 216 is the standard there too.
export const papers = { letter: [612, 792], a4: [595.28, 841.89] } as const
export type Paper = keyof typeof papers

/** 14 mm: all that is drawn lies inside what every office printer can reach. */
const margin = 40
const footerHeight = 24
const lineHeight = 1.27

export type PdfFacts = {
  title: string
  language: Language
  paper: Paper
  /** what stands at the foot of each page; pages are counted from 1 */
  footer: (page: number, pages: number) => { left: string; right: string }
  /** instant written into the file, now if left open; the same facts and instant give the same bytes */
  madeAt?: Date
}

/**
 * A tagged PDF under construction, the one door to pdfkit. Nothing flows by itself: whoever draws says where, and asks
 * with `heightOf` beforehand. Text is drawn inside `tagged` (read aloud), everything else inside `figure` or `artifact`.
 */
export type Pdf = {
  readonly left: number
  readonly width: number
  readonly top: number
  /** the lowest point above the footer */
  readonly bottom: number
  addPage: () => void
  heightOf: (text: string, style: Style, width: number) => number
  /** the lines that `write` would draw */
  linesOf: (text: string, style: Style, width: number) => string[]
  widthOf: (text: string, style: Style) => number
  /** draws text from the top of the box down. @returns where it ends */
  write: (text: string, style: Style, box: Box) => number
  fill: (shape: Rectangle, fill: Fill, outline?: { ink: Ink; width: number }, radius?: number) => void
  /** many at once, as one shape: no seams between neighbours */
  fillAll: (shapes: readonly Rectangle[], ink: Ink) => void
  /** an empty one, or filled with its ink */
  dot: (at: { x: number; y: number }, radius: number, ink: Ink, ground?: Fill) => void
  line: (points: readonly (readonly [number, number])[], ink: Ink, width: number, dash?: number) => void
  /** an element of the structure that has content of its own */
  tagged: (tag: Tag, draw: () => void, options?: StructureOptions) => void
  /** an element that holds the elements drawn inside it */
  group: (tag: GroupTag, draw: () => void, options?: StructureOptions) => void
  artifact: (draw: () => void) => void
  finish: () => Promise<Uint8Array<ArrayBuffer>>
}

export type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'TH' | 'TD' | 'Lbl' | 'LBody' | 'Figure' | 'Caption'
export type GroupTag = 'Sect' | 'Table' | 'TR' | 'L' | 'LI'

/** @throws when the fonts in this build cannot be read */
export function openPdf({ title, language, paper, footer, madeAt }: PdfFacts): Pdf {
  const [pageWidth, pageHeight] = papers[paper]
  const document = new PDFDocument({
    size: papers[paper],
    margin: 0,
    // Without one, or pdfkit would parse the same font anew at each change of it.
    font: null,
    lang: language === 'es' ? 'es-CO' : 'en',
    info: { Title: title, Author: 'Cúmulo', Creator: 'Cúmulo', ...(madeAt && { CreationDate: madeAt }) },
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
  })
  document.registerFont('regular', bytesOf(regular)).registerFont('bold', bytesOf(bold))
  const area = { left: margin, width: pageWidth - 2 * margin, top: margin, bottom: pageHeight - margin - footerHeight }
  const structure = openStructure(document)
  const letters = lettersOf(document)
  const drawFooter = (page: number, pages: number) => {
    const { left, right } = footer(page, pages)
    const box = { x: area.left, y: pageHeight - margin - 12, width: area.width }
    structure.artifact(() => {
      shapesOf(document).line(
        [
          [area.left, box.y - 5],
          [area.left + area.width, box.y - 5],
        ],
        'line',
        0.5,
      )
      letters.write(right, { size: 9.5, ink: 'quiet', align: 'right', lines: 1 }, box)
      letters.write(left, { size: 9.5, ink: 'quiet', lines: 1 }, { ...box, width: area.width - 110 })
    })
  }
  return {
    ...area,
    ...letters,
    ...shapesOf(document),
    ...structure,
    addPage: () => void document.addPage(),
    finish: () => {
      const { count } = document.bufferedPageRange()
      for (let page = 0; page < count; page += 1) {
        document.switchToPage(page)
        drawFooter(page + 1, count)
      }
      structure.close()
      const bytes = toBytes(document)
      document.end()
      return bytes
    },
  }
}

/** The fonts come inside the code: nothing has to be asked for when there is no network. */
function bytesOf(dataUrl: string): Uint8Array {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
}

function lettersOf(document: PDFDocument): Pick<Pdf, 'heightOf' | 'linesOf' | 'widthOf' | 'write'> {
  const known = new Map<string, boolean>()
  const hasGlyph = (character: string) => {
    const seen = known.get(character) ?? document._font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
    known.set(character, seen)
    return seen
  }
  // pdfkit lays out letter by letter; the words of a page are few, and are measured many times.
  const wordWidths = { regular: new Map<string, number>(), bold: new Map<string, number>() }
  const measureIn = ({ size, bold: isBold = false }: Style): Measure => {
    const font = isBold ? 'bold' : 'regular'
    document.font(font).fontSize(size)
    const widths = wordWidths[font]
    const widthOf = (word: string) => {
      const width = widths.get(word) ?? document.widthOfString(word) / size
      widths.set(word, width)
      return width * size
    }
    return (text) => text.split(' ').reduce((sum, word, at) => sum + widthOf(word) + (at > 0 ? widthOf(' ') : 0), 0)
  }
  // A text is measured before it is drawn, often more than once.
  const brokenBefore = new Map<string, string[]>()
  const broken = (text: string, style: Style, width: number) => {
    const measure = measureIn(style)
    const key = [style.size, style.bold, style.lines, width, text].join('|')
    const lines = brokenBefore.get(key) ?? linesOf(drawable(text, hasGlyph), width, measure, style.lines)
    brokenBefore.set(key, lines)
    return lines
  }
  return {
    heightOf: (text, style, width) => (text === '' ? 0 : broken(text, style, width).length * style.size * lineHeight),
    linesOf: broken,
    widthOf: (text, style) => measureIn(style)(drawable(text, hasGlyph)),
    write: (text, style, { x, y, width }) => {
      if (text === '') return y
      const lines = broken(text, style, width)
      document.fillColor(inks[style.ink ?? 'text'].colour)
      for (const [place, line] of lines.entries()) {
        const space = width - document.widthOfString(line)
        const shift = style.align === 'right' ? space : style.align === 'center' ? space / 2 : 0
        // The space at the end keeps the words of two lines apart for whoever reads or copies the text.
        document.text(place === lines.length - 1 ? line : `${line} `, x + shift, y + place * style.size * lineHeight, {
          lineBreak: false,
        })
      }
      return y + lines.length * style.size * lineHeight
    },
  }
}

function shapesOf(document: PDFDocument): Pick<Pdf, 'fill' | 'fillAll' | 'dot' | 'line'> {
  return {
    fill: ({ x, y, width, height }, fill, outline, radius = 0) => {
      if (radius > 0) document.roundedRect(x, y, width, height, radius)
      else document.rect(x, y, width, height)
      document.fillColor(fills[fill])
      if (outline === undefined) document.fill()
      else document.lineWidth(outline.width).strokeColor(inks[outline.ink].colour).fillAndStroke()
    },
    fillAll: (shapes, ink) => {
      for (const { x, y, width, height } of shapes) document.rect(x, y, width, height)
      document.fillColor(inks[ink].colour).fill()
    },
    dot: ({ x, y }, radius, ink, ground) => {
      const { colour } = inks[ink]
      document.circle(x, y, radius).lineWidth(1.4).strokeColor(colour)
      document.fillColor(ground === undefined ? colour : fills[ground]).fillAndStroke()
    },
    line: ([first, ...others], ink, width, dash) => {
      if (first === undefined) return
      document
        .lineWidth(width)
        .lineCap('round')
        .strokeColor(inks[ink].colour)
        .moveTo(...first)
      for (const point of others) document.lineTo(...point)
      if (dash === undefined) document.stroke()
      else document.dash(dash, { space: dash }).stroke().undash()
    },
  }
}

function openStructure(document: PDFDocument) {
  const root = document.struct('Document')
  document.addStructure(root)
  const open: PDFStructureElement[] = [root]
  const inside = (tag: string, options: StructureOptions | undefined, draw: (element: PDFStructureElement) => void) => {
    const element = document.struct(tag, options)
    open.at(-1)?.add(element)
    draw(element)
    element.end()
  }
  return {
    tagged: (tag: Tag, draw: () => void, options?: StructureOptions) =>
      inside(tag, options, (element) => element.add(draw)),
    group: (tag: GroupTag, draw: () => void, options?: StructureOptions) =>
      inside(tag, options, (element) => {
        open.push(element)
        draw()
        open.pop()
      }),
    artifact: (draw: () => void) => {
      document.markContent('Artifact')
      draw()
      document.endMarkedContent()
    },
    close: () => root.end(),
  }
}
