import type { ReactNode } from 'react'
import type { Question } from '#domain/form.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { DateField } from './DateField.tsx'
import { FilterField } from './FilterField.tsx'
import type { InputProps } from './inputProps.ts'
import { NumberField } from './NumberField.tsx'
import { TextField } from './TextField.tsx'

/** More options than these are no longer seen at a glance: they get a filter box. */
const mostRadios = 7

/** Whether its options are too many to be seen, or read aloud, one after the other. */
export function isLongList({ kind, type, choices }: Question): boolean {
  if (kind === 'multiple') return type === 'tagbox'
  return kind === 'single' && (type === 'dropdown' || choices.length > mostRadios)
}

/** The input that asks a question. */
export function fieldFor(question: Question): (props: InputProps) => ReactNode {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return isLongList(question) ? FilterField : ChoiceField
    case 'number':
      return NumberField
    case 'date':
      return DateField
    default:
      return TextField
  }
}
