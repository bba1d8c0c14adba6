import { type Answered, answerOf, isBlank, type Json } from './answers.ts'
import { holds } from './expression.ts'
import { formatNumber } from './numbers.ts'
import { type FormText, inLanguage, type Language, type Text } from './text.ts'

/** What a form demands of an answer beyond its kind, in SurveyJS's words, where the domain can judge it. */
export type Validator = { text?: FormText } & (
  | { type: 'expression'; expression: string }
  | { type: 'numeric'; minValue?: number; maxValue?: number }
  | { type: 'regex'; regex: string; caseInsensitive?: boolean }
  | { type: 'answercount'; minCount?: number; maxCount?: number }
)

const isNumber = (value: unknown) => typeof value === 'number'
const isText = (value: unknown) => typeof value === 'string'

/** What each kind may say; of anything else only SurveyJS knows what it means. */
const known: Record<Validator['type'], Record<string, (value: unknown) => boolean>> = {
  expression: { expression: isText },
  numeric: { minValue: isNumber, maxValue: isNumber },
  regex: { regex: isText, caseInsensitive: (value) => typeof value === 'boolean' },
  answercount: { minCount: isNumber, maxCount: isNumber },
}

function isKnown(value: unknown): value is Validator {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  const { type, text: _text, ...rest } = value as Record<string, unknown>
  if (typeof type !== 'string' || !Object.hasOwn(known, type)) return false
  const tests = known[type as Validator['type']]
  return Object.entries(rest).every(([key, each]) => Object.hasOwn(tests, key) && tests[key]?.(each) === true)
}

type Asked = { kind: string; validators: unknown; isOurs: (condition: string) => boolean }

/**
 * The validators of a question; undefined where one of them only SurveyJS can judge.
 *
 * @param asked `isOurs` tells the conditions that the domain can judge
 */
export function readValidators({ kind, validators = [], isOurs }: Asked): Validator[] | undefined {
  if (!Array.isArray(validators) || !validators.every(isKnown)) return undefined
  const isReadable = (validator: Validator): boolean => {
    switch (validator.type) {
      case 'expression':
        return isOurs(validator.expression)
      case 'numeric':
        return kind === 'number'
      case 'regex':
        return kind === 'text' && isPattern(validator.regex)
      case 'answercount':
        return kind === 'multiple'
    }
  }
  return validators.every(isReadable) ? validators : undefined
}

function isPattern(regex: string): boolean {
  try {
    return new RegExp(regex) instanceof RegExp
  } catch {
    return false
  }
}

/** The message of the first validator that an answer does not meet; as in SurveyJS an expression judges blanks too. */
export function validatorMessage(
  { name, validators = [] }: { name: string; validators?: readonly Validator[] },
  { answers }: Pick<Answered, 'answers'>,
): Text | undefined {
  const value = answerOf(answers, name)
  const broken = validators.find((validator) => !isMet(validator, value, answers))
  if (broken === undefined) return undefined
  const own = ownMessage(broken)
  const { text } = broken
  return { es: inLanguage(text, 'es') || own.es, en: inLanguage(text, 'en') || own.en }
}

function isMet(validator: Validator, value: Json | undefined, answers: Answered['answers']): boolean {
  if (validator.type === 'expression') return holds(validator.expression, (variable) => answerOf(answers, variable))
  if (isBlank(value)) return true
  switch (validator.type) {
    case 'numeric': {
      const { minValue, maxValue } = validator
      return typeof value === 'number' && isWithin(value, minValue, maxValue)
    }
    case 'regex':
      return new RegExp(validator.regex, validator.caseInsensitive === true ? 'i' : '').test(String(value))
    case 'answercount': {
      const { minCount, maxCount } = validator
      // SurveyJS takes 0 for no limit.
      return !Array.isArray(value) || isWithin(value.length, minCount || undefined, maxCount || undefined)
    }
  }
}

function isWithin(number: number, min: number | undefined, max: number | undefined): boolean {
  return (min === undefined || number >= min) && (max === undefined || number <= max)
}

/** For a validator that says nothing itself. */
function ownMessage(validator: Validator): Text {
  const written = (number: number, language: Language) => formatNumber(number, { grouping: true }, language)
  if (validator.type === 'numeric') {
    const { minValue, maxValue } = validator
    const in_ = (language: Language, from: string, to: string) =>
      [
        minValue === undefined ? '' : `${from} ${written(minValue, language)}`,
        maxValue === undefined ? '' : `${to} ${written(maxValue, language)}`,
      ].join(' ')
    const es = `Escriba un número ${in_('es', 'desde', 'hasta').trim()}.`
    return { es, en: `Write a number ${in_('en', 'from', 'up to').trim()}.` }
  }
  if (validator.type === 'answercount') {
    const { minCount, maxCount } = validator
    const es = [minCount && `al menos ${minCount}`, maxCount && `máximo ${maxCount}`].filter(Boolean).join(' y ')
    const en = [minCount && `at least ${minCount}`, maxCount && `at most ${maxCount}`].filter(Boolean).join(' and ')
    return { es: `Número de opciones por marcar: ${es}.`, en: `Number of options to mark: ${en}.` }
  }
  return { es: 'Esta respuesta no cumple lo que se pide. Revísela.', en: 'This answer is not as asked. Check it.' }
}
