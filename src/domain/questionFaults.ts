import { type Answered, answerOf, isBlank, type Json, nonAnswerOf, partsOf } from './answers.ts'
import type { Fault } from './fault.ts'
import { isPercentage, type Question } from './form.ts'
import { isMail } from './mail.ts'
import { formatNumber } from './numbers.ts'
import { inLanguage, type Language, type Text } from './text.ts'
import { validatorMessage } from './validators.ts'

/** What is wrong with the answer to one visible question: by itself, and by what its validators say of it. */
export function questionFaults(question: Question, answered: Answered): Fault[] {
  const nonAnswer = nonAnswerOf(answered.nonresponse, question.name)
  if (nonAnswer !== undefined && !question.takes.includes(nonAnswer)) return [hard('non-answer', question, notOffered)]
  const value = answerOf(answered.answers, question.name)
  const own = isBlank(value) ? blankFaults(question, answered) : valueFaults(question, value)
  if (own.length > 0 || nonAnswer !== undefined) return own
  const message = validatorMessage(question, answered)
  return message === undefined ? [] : [hard('validator', question, message)]
}

function blankFaults(question: Question, { nonresponse }: Answered): Fault[] {
  const isDemanded = question.isRequired && question.foreignConditions.length === 0
  const isSettled = !isDemanded || nonAnswerOf(nonresponse, question.name) !== undefined
  return isSettled ? [] : [hard('required', question, requiredMessage(question))]
}

function valueFaults(question: Question, value: Json | undefined): Fault[] {
  if (question.parts !== undefined) return partFaults(question, question.parts, value)
  switch (question.kind) {
    case 'number':
      return numberFaults(question, value)
    case 'text':
      return textFaults(question, value)
    case 'single':
      return question.choices.length === 0 || isOffered(question, value) ? [] : [hard('choices', question, chooseAgain)]
    case 'multiple':
      return selectionFaults(question, value)
    default:
      return []
  }
}

/** The first box at fault. */
function partFaults(question: Question, parts: readonly Question[], value: Json | undefined): Fault[] {
  const written = { answers: partsOf(value), nonresponse: {} }
  for (const part of parts) {
    const [fault] = questionFaults(part, written)
    if (fault === undefined) continue
    return [{ ...hard(fault.id, question, inPart(part, fault.message)), part: part.name }]
  }
  return []
}

/** What is wrong, with the name of the box that it is wrong in. */
export function inPart(part: Question, message: Text): Text {
  const say = (language: Language) => `${inLanguage(part.title, language) || part.name}: ${message[language]}`
  return { es: say('es'), en: say('en') }
}

function hard(id: string, question: Question, message: Text): Fault {
  return { id, severity: 'hard', variables: [question.name], message }
}

function requiredMessage(question: Question): Text {
  const offersDk = question.nonAnswers.includes('dk')
  if (question.kind === 'single' || question.kind === 'multiple' || question.kind === 'boolean') {
    return offersDk
      ? { es: 'Elija una opción o marque “No sabe”.', en: "Choose an option or mark “Don't know”." }
      : { es: 'Elija una opción.', en: 'Choose an option.' }
  }
  if (question.kind === 'number') {
    return offersDk
      ? { es: 'Escriba un número o marque “No sabe”.', en: "Write a number or mark “Don't know”." }
      : { es: 'Escriba un número.', en: 'Write a number.' }
  }
  return question.name.endsWith('_other')
    ? { es: 'Escriba cuál.', en: 'Write which one.' }
    : { es: 'Escriba una respuesta.', en: 'Write an answer.' }
}

function numberFaults(question: Question, value: Json | undefined): Fault[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return [
      hard('range', question, {
        es: 'Escriba un número, por ejemplo 1.250.',
        en: 'Write a number, for example 1,250.',
      }),
    ]
  }
  if (question.decimals === 0 && !Number.isInteger(value)) {
    return [hard('range', question, { es: 'Escriba un número entero, sin coma.', en: 'Write a whole number.' })]
  }
  const { min, max } = question
  if ((min === undefined || value >= min) && (max === undefined || value <= max)) return []
  return [hard('range', question, rangeMessage(question))]
}

function rangeMessage(question: Question): Text {
  const { min, max, grouping, decimals } = question
  const in_ = (language: 'es' | 'en', number: number) => formatNumber(number, { grouping, decimals }, language)
  if (min === undefined && max !== undefined) {
    return { es: `Escriba un número hasta ${in_('es', max)}.`, en: `Write a number up to ${in_('en', max)}.` }
  }
  if (min !== undefined && max === undefined) {
    return { es: `Escriba un número desde ${in_('es', min)}.`, en: `Write a number from ${in_('en', min)}.` }
  }
  const [low, high] = [min ?? 0, max ?? 0]
  if (isPercentage(question)) {
    return {
      es: `El porcentaje va de ${in_('es', low)} a ${in_('es', high)}.`,
      en: `The percentage goes from ${in_('en', low)} to ${in_('en', high)}.`,
    }
  }
  if (!grouping) {
    return {
      es: `El año no puede ser anterior a ${in_('es', low)} ni posterior a ${in_('es', high)}.`,
      en: `The year cannot be before ${in_('en', low)} or after ${in_('en', high)}.`,
    }
  }
  return {
    es: `Escriba un número de ${in_('es', low)} a ${in_('es', high)}.`,
    en: `Write a number from ${in_('en', low)} to ${in_('en', high)}.`,
  }
}

function textFaults(question: Question, value: Json | undefined): Fault[] {
  const length = typeof value === 'string' ? value.trim().length : 0
  const { minLength = 0, maxLength = 2000 } = question
  if (length < minLength) {
    return [
      hard('length', question, {
        es: `Escriba al menos ${minLength} letras.`,
        en: `Write at least ${minLength} letters.`,
      }),
    ]
  }
  if (length > maxLength) {
    const es = `Escribió ${length} letras. Deje máximo ${maxLength}.`
    return [hard('length', question, { es, en: `You wrote ${length} letters. Keep at most ${maxLength}.` })]
  }
  if (!question.email || isMail(String(value).trim())) return []
  const es = 'Escriba un correo completo, por ejemplo nombre@entidad.org.'
  return [hard('mail', question, { es, en: 'Write a complete e-mail, for example name@entity.org.' })]
}

const notOffered: Text = {
  es: 'La marca guardada no se ofrece aquí. Responda la pregunta.',
  en: 'The saved mark is not offered here. Answer the question.',
}

const chooseAgain: Text = {
  es: 'La opción guardada ya no se ofrece. Elija otra.',
  en: 'The saved option is no longer offered. Choose another one.',
}

function selectionFaults(question: Question, value: Json | undefined): Fault[] {
  const chosen: readonly Json[] = Array.isArray(value) ? value : [value ?? null]
  if (question.choices.length > 0 && !chosen.every((item) => isOffered(question, item))) {
    return [hard('choices', question, chooseAgain)]
  }
  const { maxSelected } = question
  if (maxSelected !== undefined && chosen.length > maxSelected) {
    const es = `Marcó ${chosen.length} opciones. Deje máximo ${maxSelected}.`
    return [hard('choices', question, { es, en: `You marked ${chosen.length} options. Keep at most ${maxSelected}.` })]
  }
  if (chosen.length === 1) return []
  const exclusive = question.choices.find((choice) => choice.isExclusive && chosen.includes(choice.value))
  if (exclusive === undefined) return []
  const es = 'Marcó "ninguna" junto con otras opciones. Deje solo una de las dos.'
  return [hard('choices', question, { es, en: 'You marked "none" with other options. Keep only one of the two.' })]
}

function isOffered(question: Question, value: Json | undefined): boolean {
  // An "other" that SurveyJS itself offers is stored as the code `other` or as the text typed.
  return question.type === 'other' || question.choices.some((choice) => choice.value === value)
}
