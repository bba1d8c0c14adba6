import type { Fault } from './fault.ts'
import { formatNumber, type NumberKind, type ParsedNumber, parseNumber } from './numbers.ts'
import type { Language } from './text.ts'

/** What stands in a number box and is no number yet, with what the box takes. */
export type UnreadNumber = NumberKind & { typed: string }

/** Why it is no number: it cannot be read at all, or in more ways than one. */
export type NumberProblem = Extract<ParsedNumber, { kind: 'ask' | 'fault' }>

export function problemOf({ typed, ...kind }: UnreadNumber, language: Language): NumberProblem {
  const parsed = parseNumber(typed, kind, language)
  // Typed while the marks of the other language counted: nobody has said yet that it is meant so.
  if (parsed.kind === 'number') {
    return { kind: 'ask', readings: [{ value: parsed.value, label: formatNumber(parsed.value, {}, language) }] }
  }
  return parsed.kind === 'empty' ? { kind: 'fault', reason: 'not-understood' } : parsed
}

const reasons = {
  es: {
    'not-understood': 'Escriba un número, por ejemplo 1.250.',
    'not-integer': 'Escriba un número entero, sin coma.',
    'too-many-decimals': 'Escriba el número con menos decimales.',
    negative: 'Escriba un número de 0 en adelante.',
  },
  en: {
    'not-understood': 'Write a number, for example 1,250.',
    'not-integer': 'Write a whole number, without decimals.',
    'too-many-decimals': 'Write the number with fewer decimals.',
    negative: 'Write a number from 0 upwards.',
  },
}

/** "¿Quiso decir 1,25 o 125?", or what to write instead. */
export function problemWords(problem: NumberProblem, language: Language): string {
  if (problem.kind === 'fault') return reasons[language][problem.reason]
  const isSpanish = language === 'es'
  const meant = problem.readings.filter(({ value }) => value !== null).map(({ label }) => label)
  const other = problem.readings.find(({ value }) => value === null)
  const question = isSpanish ? `¿Quiso decir ${meant.join(' o ')}?` : `Did you mean ${meant.join(' or ')}?`
  if (other === undefined) return question
  return `${question} ${isSpanish ? 'Si\u00a0no, escríbalo' : 'If not, write it with'} ${other.label}.`
}

/** Never an answer, so the assessment cannot be finished while it stands there. */
export function unreadFault(variable: string, unread: UnreadNumber): Fault {
  const say = (language: Language) => problemWords(problemOf(unread, language), language)
  return { id: 'unread', severity: 'hard', variables: [variable], message: { es: say('es'), en: say('en') } }
}
