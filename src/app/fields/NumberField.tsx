import { inLanguage } from '#domain/text.ts'
import type { InputProps } from './inputProps.ts'
import { NumberBox } from './NumberBox.tsx'

/** The number box of a question. */
export function NumberField({ question, language, ...shared }: InputProps) {
  const { decimals, grouping, money, min = 0, max, unit, unitOne } = question
  const words = unit === undefined ? (money ?? '') : inLanguage(unit, language)
  const mayBeNegative = min < 0
  const form = {
    decimals,
    grouping,
    mayBeNegative,
    max,
    money,
    unit: words,
    unitOne: unitOne && inLanguage(unitOne, language),
  }
  return <NumberBox {...shared} language={language} form={form} />
}
