import type * as z from 'zod/mini'

/**
 * What is wrong with a file that a person wrote, one sentence for each place.
 *
 * @param issues what the schema of the file found; the first of each place is told, others mostly follow from it
 */
export function fileFaults(issues: readonly z.core.$ZodIssue[]): string[] {
  const faults = new Map<string, string>()
  for (const issue of issues) {
    const place = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) faults.set(`${place}.${key}`, `"${key}" is unknown: check its spelling.`)
    } else if (!faults.has(place)) {
      faults.set(place, place === '' ? 'The file must hold one JSON object.' : `"${place}" ${reasonOf(issue)}.`)
    }
  }
  return [...faults.values()]
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `is missing or no ${issue.expected}` : `is no ${issue.expected}`
    case 'too_small':
      return `is too short or too small: at least ${issue.minimum}`
    case 'too_big':
      return `is too long or too large: at most ${issue.maximum}`
    case 'invalid_value':
      return `is not one of ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
      return `is not written as ${issue.format === 'date' ? 'a day, YYYY-MM-DD' : issue.format}`
    default:
      return issue.message
  }
}
