import type { Fault } from '#domain/fault.ts'
import type { Form, Panel } from '#domain/form.ts'
import { boxId } from '#domain/parts.ts'

/** Where a fault is mended: the address of its box, where one of several is at fault, or of its question. */
export function placeOf({ variables: [variable = ''], part }: Fault): string {
  return part === undefined ? variable : boxId(variable, part)
}

/** Whether an address is that of a question or of one of its boxes. */
export function isPlaceIn(variable: string, place: string): boolean {
  return place === variable || place.startsWith(boxId(variable, ''))
}

/** The table that a fault is about as a whole, such as a sum; undefined where it is about a question. */
export function tableOf(form: Form, { variables }: Fault): Panel | undefined {
  if (variables.length < 2) return undefined
  const page = form.pages.find(({ name }) => name === form.question(variables[0] ?? '')?.page)
  return page?.elements.find((element): element is Panel => {
    if (element.kind !== 'panel' || element.layout === 'plain') return false
    return variables.every((each) => element.questions.some(({ name }) => name === each))
  })
}

/** What is wrong, after the name of what it is about. No colon: some names have one, and a sentence follows. */
export function namedMessage(name: string, message: string): string {
  return `${name}${/[.?]$/.test(name) ? '' : '.'} ${message}`
}
