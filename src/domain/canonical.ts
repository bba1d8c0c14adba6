/**
 * Canonical JSON as RFC 8785 defines it: no white space, object keys in order of their UTF-16 code units,
 * numbers and strings as ECMAScript writes them. Equal values have equal bytes, so their digests can be compared.
 *
 * @throws TypeError for what JSON cannot hold: undefined, functions, non-finite numbers, lone surrogates
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalString(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical JSON has no infinite number and no NaN')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') return canonicalObject(value as Record<string, unknown>)
  throw new TypeError(`canonical JSON has no ${typeof value}`)
}

/**
 * Whether a text is the canonical JSON of the value that it was parsed to.
 *
 * @param value what `JSON.parse(text)` gave
 */
export function isCanonicalJson(text: string, value: unknown): boolean {
  try {
    return canonicalJson(value) === text
  } catch (error) {
    // 1e400 is a number of JSON that has no canonical form.
    if (error instanceof TypeError) return false
    throw error
  }
}

/**
 * Whether every string and key of a parsed value is text that any database can keep: no NUL and no lone surrogate.
 */
export function isStorableText(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !loneSurrogate.test(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isStorableText)
  return Object.entries(value).every(([key, item]) => isStorableText(key) && isStorableText(item))
}

function canonicalObject(object: Record<string, unknown>): string {
  const members = Object.keys(object)
    .sort(byCodeUnits)
    .map((key) => `${canonicalString(key)}:${canonicalJson(object[key])}`)
  return `{${members.join(',')}}`
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

function canonicalString(text: string): string {
  const json = JSON.stringify(text)
  // A lone surrogate is always written as an escape, which nearly no text contains.
  if (json.includes('\\ud') && loneSurrogate.test(text)) throw new TypeError('canonical JSON has no lone surrogate')
  return json
}
