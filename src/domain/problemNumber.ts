import type { ProblemCode } from './problem.ts'

/**
 * What a person reads out on the telephone, the same in every language. Numbers are stable: one is never given twice.
 * The letter tells them from the faults of the application itself, which are an E and three digits.
 */
const numbers: Record<ProblemCode | 'refused', string> = {
  // The census gave no reason.
  refused: 'R-09',
  'not-found': 'R-10',
  'request-malformed': 'R-11',
  'media-type-unsupported': 'R-12',
  'encoding-unsupported': 'R-13',
  'gzip-damaged': 'R-14',
  'body-too-large': 'R-15',
  'lines-out-of-range': 'R-16',
  'not-enrolled': 'R-17',
  'device-revoked': 'R-18',
  'invite-unknown': 'R-19',
  'invite-used': 'R-20',
  'invite-expired': 'R-21',
  'too-many-requests': 'R-22',
  'server-busy': 'R-23',
  'storage-full': 'R-24',
  'server-fault': 'R-25',
  'line-not-json': 'R-40',
  'line-not-canonical': 'R-41',
  'line-too-long': 'R-42',
  'line-too-deep': 'R-43',
  'line-too-many-keys': 'R-44',
  'line-key-too-long': 'R-45',
  'line-unstorable-text': 'R-46',
  'line-wrong-shape': 'R-47',
  'not-to-be-sent': 'R-48',
  'other-bytes-stored': 'R-49',
  'cluster-unknown': 'R-70',
  'cluster-unregistered': 'R-71',
  'cluster-out-of-scope': 'R-72',
  'edition-unknown': 'R-73',
  'sender-revoked': 'R-74',
  'answers-at-fault': 'R-75',
}

/** The number of the problem of this code; of one that this build does not know yet, its code. */
export function problemNumber(code: string): string {
  return Object.hasOwn(numbers, code) ? numbers[code as keyof typeof numbers] : code
}
