import * as z from 'zod/mini'
import { answerOf, isBlank, type Json, partsOf } from './answers.ts'
import { FormText } from './edition.ts'

const limit = z.exactOptional(z.number())

const Part = z.strictObject({
  name: z.string(),
  title: z.exactOptional(FormText),
  isRequired: z.exactOptional(z.boolean()),
  inputType: z.exactOptional(z.enum(['text', 'number'])),
  min: limit,
  max: limit,
  maxLength: limit,
})
export type Part = z.infer<typeof Part>

/** The boxes of a SurveyJS `multipletext`; undefined where it has something that only SurveyJS knows. */
export function readParts(items: unknown): Part[] | undefined {
  const read = z.array(Part).safeParse(items)
  return read.success && read.data.length > 0 ? read.data : undefined
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
