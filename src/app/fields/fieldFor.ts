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

/** The input that asks a question. */
export function fieldFor({ kind, type, choices }: Question): (props: InputProps) => ReactNode {
  switch (kind) {
    case 'single':
      return type === 'dropdown' || choices.length > mostRadios ? FilterField : ChoiceField
    case 'multiple':
      return type === 'tagbox' ? FilterField : ChoiceField
    case 'number':
      return NumberField
    case 'date':
      return DateField
    default:
      return TextField
  }
}
