import { answerOf, isBlank, type Json, partsOf } from './answers.ts'
import type { FormText } from './text.ts'

/** A box of a SurveyJS `multipletext`. */
export type Part = {
  name: string
  title?: FormText
  isRequired?: boolean
  inputType?: 'text' | 'number'
  min?: number
  max?: number
  maxLength?: number
}

const isNumber = (value: unknown) => typeof value === 'number'

/** What a box may say; of anything else only SurveyJS knows what it means. */
const known: Record<keyof Part, (value: unknown) => boolean> = {
  name: (value) => typeof value === 'string',
  title: (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
  isRequired: (value) => typeof value === 'boolean',
  inputType: (value) => value === 'text' || value === 'number',
  min: isNumber,
  max: isNumber,
  maxLength: isNumber,
}

function isKnown(item: unknown): item is Part {
  if (typeof item !== 'object' || item === null || !('name' in item)) return false
  return Object.entries(item).every(([key, value]) => Object.hasOwn(known, key) && known[key as keyof Part](value))
}

/** The boxes of a SurveyJS `multipletext`; undefined where it has something that only SurveyJS knows. */
export function readParts(items: unknown): Part[] | undefined {
  return Array.isArray(items) && items.length > 0 && items.every(isKnown) ? items : undefined
}

/** What stands in a box of an answer; the answer itself where no box is named. */
export function partOf(whole: Json | undefined, part: string | undefined): Json | undefined {
  return part === undefined ? whole : answerOf(partsOf(whole), part)
}

/** The answer once something was written into a box of it; undefined when all of them are blank. */
export function withPart(whole: Json | undefined, part: string | undefined, value: Json | undefined): Json | undefined {
  if (part === undefined) return value
  const { [part]: _before, ...others } = partsOf(whole)
  const parts = value === undefined || isBlank(value) ? others : { ...others, [part]: value }
  return Object.keys(parts).length === 0 ? undefined : parts
}

/** What a box of a question with several is called: in the page, among what was typed, and where a fault leads. */
export function boxId(variable: string, part: string): string {
  return `${variable}.${part}`
}
