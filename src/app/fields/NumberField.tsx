import { inLanguage } from '#domain/text.ts'
import type { InputProps } from './inputProps.ts'
import { NumberBox } from './NumberBox.tsx'

/** The number box of a question. */
export function NumberField({ question, language, ...shared }: InputProps) {
  const { decimals, grouping, money, min = 0, unit } = question
  const words = unit === undefined ? (money ?? '') : inLanguage(unit, language)
  const form = { decimals, grouping, mayBeNegative: min < 0, money, unit: words }
  return <NumberBox {...shared} language={language} form={form} />
}
