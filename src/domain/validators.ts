import * as z from 'zod/mini'
import { type Answered, answerOf, isBlank, type Json } from './answers.ts'
import { FormText } from './edition.ts'
import { holds } from './expression.ts'
import { formatNumber } from './numbers.ts'
import { inLanguage, type Language, type Text } from './text.ts'

const text = z.exactOptional(FormText)
const limit = z.exactOptional(z.number())

const Validator = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('expression'), expression: z.string(), text }),
  z.strictObject({ type: z.literal('numeric'), minValue: limit, maxValue: limit, text }),
  z.strictObject({ type: z.literal('regex'), regex: z.string(), caseInsensitive: z.exactOptional(z.boolean()), text }),
  z.strictObject({ type: z.literal('answercount'), minCount: limit, maxCount: limit, text }),
])

/** What a form demands of an answer beyond its kind, in SurveyJS's words, where the domain can judge it. */
export type Validator = z.infer<typeof Validator>

type Asked = { kind: string; validators: unknown; isOurs: (condition: string) => boolean }

/**
 * The validators of a question; undefined where one of them only SurveyJS can judge.
 *
 * @param asked `isOurs` tells the conditions that the domain can judge
 */
export function readValidators({ kind, validators = [], isOurs }: Asked): Validator[] | undefined {
  const read = z.array(Validator).safeParse(validators)
  if (!read.success) return undefined
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
  return read.data.every(isReadable) ? read.data : undefined
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
