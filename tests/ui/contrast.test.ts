import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import required from './contrast.json' with { type: 'json' }

// The pairs are those of the design's palette; the colours are read from the file that the app is drawn with.
const css = readFileSync(join(import.meta.dirname, '../../src/ui/tokens.css'), 'utf8')
const themes = ['light', 'sun', 'dark'] as const
type Theme = (typeof themes)[number]

function block(selector: string): Map<string, string> {
  const start = css.indexOf(`\n${selector} {`) + 1 || css.indexOf(`${selector} {`)
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]))
}

const root = block(':root')
const tokensOf: Record<Theme, Map<string, string>> = {
  light: root,
  sun: new Map([...root, ...block('[data-theme="sun"]')]),
  dark: new Map([...root, ...block('[data-theme="dark"]')]),
}

function colour(theme: Theme, token: string): string {
  const value = tokensOf[theme].get(token)
  if (value === undefined || !/^#[0-9a-f]{6}$/.test(value)) throw new Error(`${token} in ${theme}: ${value}`)
  return value
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('contrast is that of the published palette', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  for (const { theme, token, ratio } of required.published) {
    expect([token, Math.abs(contrast(colour(theme as Theme, token), '#ffffff') - ratio) < 0.006]).toEqual([token, true])
  }
})

describe.each(themes)('in the theme %s', (theme) => {
  test.each(required.pairs)('$token on $on has a contrast of $least and more', ({ token, on, least }) => {
    expect(contrast(colour(theme, token), colour(theme, on))).toBeGreaterThanOrEqual(least)
  })
})

test('in the sun nothing that carries meaning is below 10:1 on white, and no surface is tinted', () => {
  const faint = required.sun.tokens.filter((token) => contrast(colour('sun', token), '#ffffff') < required.sun.least)
  expect(faint).toEqual([])
  expect(required.sun.white.filter((token) => colour('sun', token) !== '#ffffff')).toEqual([])
  expect(tokensOf.sun.get('--border')).toMatch(/^[23]px$/)
  expect(tokensOf.sun.get('--weight')).toBe('500')
  expect(tokensOf.sun.get('--size-root')).toBe('20px')
})
