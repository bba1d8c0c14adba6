import type { Answers, NonAnswers } from '#domain/answers.ts'
import type { Check, Edition, FormElement } from '#domain/edition.ts'
import type { Fault } from '#domain/fault.ts'
import { faultsOf } from '#domain/faults.ts'
import { readForm } from '#domain/form.ts'

/** An edition of one page with these elements. */
export function editionOf(elements: FormElement[], checks: Check[] = []): Edition {
  return { id: 'small', edition: 1, title: 'Small', form: { pages: [{ name: 'page', elements }] }, checks }
}

export function number(name: string, more: Partial<FormElement> = {}): FormElement {
  return { type: 'text', inputType: 'number', name, ...more }
}

export function text(name: string, more: Partial<FormElement> = {}): FormElement {
  return { type: 'text', name, ...more }
}

export function faultsIn(edition: Edition, answers: Answers = {}, nonresponse: NonAnswers = {}): Fault[] {
  return faultsOf(readForm(edition), edition, { answers, nonresponse }, { completedYear: 2026 })
}

export function idsOf(faults: readonly Fault[]): string[] {
  return faults.map((fault) => fault.id)
}
