import { inLanguage } from '#domain/text.ts'
import type { InputProps } from './inputProps.ts'
import { NumberBox } from './NumberBox.tsx'
import { useAnswer } from './useAnswer.ts'

/** The number box of a question, or of one row of a SurveyJS question, which has no `spec`. */
export function NumberField({ question, model, spec, language, labelledBy, describedBy }: InputProps) {
  const answer = useAnswer({ question, model })
  const form = {
    decimals: spec?.decimals ?? (Number(question.step) % 1 === 0 ? 0 : 2),
    grouping: spec?.grouping ?? true,
    mayBeNegative: (spec?.min ?? 0) < 0,
    money: spec?.money,
    unit: spec?.unit === undefined ? (spec?.money ?? '') : inLanguage(spec.unit, language),
  }
  const name = labelledBy === '' ? { label: question.locTitle.renderedHtml } : { labelledBy }
  return <NumberBox answer={answer} form={form} language={language} describedBy={describedBy} {...name} />
}
