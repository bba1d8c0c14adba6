/** The width of a text in points, in the font and size it will be drawn with. */
export type Measure = (text: string) => number

/**
 * Breaks a text into lines no wider than `width` points: at its line breaks, between words, and inside a word only where
 * one word alone is too wide. What does not fit into `most` lines is cut off with "…".
 */
export function linesOf(text: string, width: number, measure: Measure, most = Number.POSITIVE_INFINITY): string[] {
  const lines = text.split('\n').flatMap((paragraph) => brokenParagraph(paragraph, width, measure))
  if (lines.length <= most) return lines
  const last = `${lines[most - 1] ?? ''} ${lines[most] ?? ''}`
  return [...lines.slice(0, most - 1), cutTo(last, width, measure)]
}

function brokenParagraph(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  // Only at the plain space: a non-breaking one holds a number and its unit together, and "%" stays with its number.
  for (const word of paragraph.split(/ +(?!%)/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = piecesOf(word, width, measure)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...lines, line]
}

function piecesOf(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

function cutTo(text: string, width: number, measure: Measure): string {
  const letters = [...text]
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop()
  return `${letters
    .join('')
    .trimEnd()
    .replace(/[,;:.]$/, '')}…`
}

/**
 * The text with only such characters as the font can draw: a letter with a mark it lacks is drawn as letter and mark,
 * pictures (emoji) are left out, and anything else becomes "?".
 */
export function drawable(text: string, hasGlyph: (character: string) => boolean): string {
  return [...text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ')]
    .map((character) => {
      if (character === '\n' || hasGlyph(character)) return character
      if (/\p{Extended_Pictographic}|\p{Cc}|\p{Cf}|\p{Variation_Selector}/u.test(character)) return ''
      const parts = [...character.normalize('NFD')]
      return parts.length > 1 && parts.every(hasGlyph) ? parts.join('') : '?'
    })
    .join('')
}
