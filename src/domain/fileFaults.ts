import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

/**
 * What is wrong with a file that a person wrote, one sentence for each place.
 *
 * @param issues what the schema of the file found; the first of each place is told, others mostly follow from it
 * @param json what the file holds
 */
export function fileFaults(issues: readonly Issue[], json: unknown): string[] {
  return [...reasonsByPlace(issues, json)].map(([place, reason]) =>
    place === '' ? 'The file must hold one JSON object.' : `"${place}" ${reason}.`,
  )
}

/** What is wrong, by the place where it is, such as `pages[3].name`; '' is the whole. */
export function reasonsByPlace(issues: readonly Issue[], json: unknown): Map<string, string> {
  const reasons = new Map<string, string>()
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) reasons.set(placeOf([...issue.path, key]), 'is unknown: check its spelling')
    } else {
      const place = placeOf(issue.path)
      if (!reasons.has(place)) reasons.set(place, reasonOf(issue, valueAt(json, issue.path)))
    }
  }
  return reasons
}

function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return place.replace(/^\./, '')
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], json)
}

function reasonOf(issue: Issue, value: unknown): string {
  if (value === undefined) return isKind(issue) ? `is missing; it must be ${kindNamed(issue.expected)}` : 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kindNamed(issue.expected)}, and is ${kindOf(value)}`
    case 'too_small':
      return `must ${sizeOf(issue.origin)} at least ${issue.minimum}${unitOf(issue.origin)}`
    case 'too_big':
      return `must ${sizeOf(issue.origin)} at most ${issue.maximum}${unitOf(issue.origin)}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
      return issue.format === 'date' ? 'must be a day, YYYY-MM-DD' : ownWords(issue)
    default:
      return ownWords(issue)
  }
}

/** What the schema itself says is expected; else only that it is something else. */
function ownWords({ message }: Issue): string {
  return message.startsWith('Invalid') ? 'has another form than expected' : message
}

function isKind(issue: Issue): issue is z.core.$ZodIssueInvalidType {
  return issue.code === 'invalid_type'
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

function kindNamed(expected: string): string {
  return kinds[expected] ?? expected
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : kindNamed(typeof value)
}

function sizeOf(origin: string): string {
  return origin === 'string' || origin === 'array' ? 'have' : 'be'
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' entries' : ''
}
