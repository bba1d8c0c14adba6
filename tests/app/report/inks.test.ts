import { describe, expect, test } from 'vitest'
import { fills, type Ink, inks } from '../../../src/app/report/inks.ts'

/** Relative luminance of a grey or colour by WCAG 2, of parts 0..255. */
function luminance(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const partsOf = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** Ways in which printers and copiers make a colour grey. */
const greys: Record<string, (parts: readonly number[]) => number> = {
  luma: ([red = 0, green = 0, blue = 0]) => 0.299 * red + 0.587 * green + 0.114 * blue,
  'mean of the parts': (parts) => parts.reduce((sum, part) => sum + part, 0) / 3,
  'green only': ([, green = 0]) => green,
}

describe('every colour that is read', () => {
  test.each(Object.keys(inks) as Ink[])('%s keeps 3:1 to its grounds in colour and in grey', (name) => {
    const { colour, on } = inks[name]
    for (const ground of on) {
      const [ink, paper] = [partsOf(colour), partsOf(fills[ground])]
      expect(contrast(ink, paper)).toBeGreaterThanOrEqual(3)
      for (const [way, greyOf] of Object.entries(greys)) {
        const [inkGrey, paperGrey] = [greyOf(ink), greyOf(paper)]
        const ratio = contrast([inkGrey, inkGrey, inkGrey], [paperGrey, paperGrey, paperGrey])
        expect([name, ground, way, ratio >= 3]).toEqual([name, ground, way, true])
      }
    }
  })
})
