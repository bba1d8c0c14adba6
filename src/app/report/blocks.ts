import type { Box, Pdf, Style, Tag } from './pdf.ts'

/**
 * A piece of a page. `gap` is the least space above it; space that remains goes above those with `sectionGap` or more.
 * Where the page is too full, all pieces with the highest `expendable` are left out first.
 */
export type Block = { height: number; gap: number; expendable?: number; draw: (y: number) => void }

export const sectionGap = 6

/** Beyond this, white space between blocks no longer helps the eye. */
const mostStretch = 18

/**
 * Places blocks one below the other so that none passes `bottom`: in the first setting of the page that fits; where none
 * does expendable ones are left out first. What space remains is spread between them.
 *
 * @param settings the same page from the roomiest to the closest
 * @returns where the last one ends
 */
export function place(settings: readonly (readonly Block[])[], top: number, bottom: number): number {
  const chosen = fitting(settings, bottom - top)
  const sections = chosen.filter(({ gap }) => gap >= sectionGap).length
  const stretch = Math.min(mostStretch, Math.max(0, bottom - top - total(chosen)) / Math.max(1, sections))
  let y = top
  for (const [at, block] of chosen.entries()) {
    if (at > 0) y += block.gap + (block.gap >= sectionGap ? stretch : 0)
    block.draw(y)
    y += block.height
  }
  return y
}

function fitting(settings: readonly (readonly Block[])[], available: number): readonly Block[] {
  const found = settings.find((blocks) => total(blocks) <= available)
  if (found !== undefined) return found
  const rank = Math.max(...settings.flat().map(({ expendable = 0 }) => expendable))
  const without = (blocks: readonly Block[]) =>
    rank > 0 ? blocks.filter(({ expendable }) => expendable !== rank) : blocks.slice(0, -1)
  return fitting(settings.map(without), available)
}

function total(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height, gap }, at) => sum + height + (at > 0 ? gap : 0), 0)
}

/** A text over the whole width, as an element of its own. */
export function textBlock(pdf: Pdf, tag: Tag, text: string, style: Style, gap: number, expendable = 0): Block {
  return {
    height: pdf.heightOf(text, style, pdf.width),
    gap: text === '' ? 0 : gap,
    expendable,
    draw: (y) => {
      if (text !== '') paragraph(pdf, tag, text, style, { x: pdf.left, y, width: pdf.width })
    },
  }
}

/** Draws a text as an element of the structure. @returns where it ends */
export function paragraph(pdf: Pdf, tag: Tag, text: string, style: Style, box: Box): number {
  let end = box.y
  pdf.tagged(tag, () => {
    end = pdf.write(text, style, box)
  })
  return end
}

/** The sizes of print, in points. */
export const sizes = { display: 28, h1: 16, h2: 13, body: 11, table: 10, caption: 9.5 } as const

export const heading: Style = { size: sizes.h2, bold: true, ink: 'brand', lines: 2 }
export const body: Style = { size: sizes.body }
export const caption: Style = { size: sizes.caption, ink: 'quiet' }
