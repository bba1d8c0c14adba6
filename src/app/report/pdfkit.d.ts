// The part of pdfkit and qrcode that the reports use. Their own typings speak of Node, which this folder does not know.

declare module 'pdfkit' {
  export type StructureOptions = { alt?: string; scope?: 'Row' | 'Column'; bbox?: readonly number[]; lang?: string }

  export class PDFStructureElement {
    add(child: PDFStructureElement | (() => void)): this
    end(): void
  }

  export class PDFDocument {
    constructor(options: {
      size: readonly [number, number]
      margin: number
      font: null
      lang: string
      info: Record<string, string | Date>
      pdfVersion: '1.7'
      tagged: true
      displayTitle: true
      bufferPages: true
      autoFirstPage: false
    })
    readonly _font: { font: { hasGlyphForCodePoint(point: number): boolean } }
    registerFont(name: string, bytes: Uint8Array): this
    font(name: string): this
    fontSize(size: number): this
    widthOfString(text: string): number
    text(text: string, x: number, y: number, options: { lineBreak: false }): this
    addPage(): this
    switchToPage(number: number): void
    bufferedPageRange(): { start: number; count: number }
    struct(tag: string, options?: StructureOptions): PDFStructureElement
    addStructure(element: PDFStructureElement): this
    markContent(tag: string, options?: Record<string, unknown>): this
    endMarkedContent(): this
    save(): this
    restore(): this
    rect(x: number, y: number, width: number, height: number): this
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this
    circle(x: number, y: number, radius: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    lineWidth(width: number): this
    lineCap(style: 'butt' | 'round'): this
    dash(length: number, options?: { space?: number }): this
    undash(): this
    fillColor(colour: string): this
    strokeColor(colour: string): this
    fill(): this
    stroke(): this
    fillAndStroke(): this
    end(): void
  }
}

declare module 'pdfkit/output' {
  import type { PDFDocument } from 'pdfkit'

  export function toBytes(document: PDFDocument): Promise<Uint8Array<ArrayBuffer>>
}

declare module 'qrcode' {
  export function create(
    text: string,
    options: { errorCorrectionLevel: 'M' },
  ): { version: number; modules: { size: number; get(row: number, column: number): number } }
}
