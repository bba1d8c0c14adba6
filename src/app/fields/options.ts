import type { Choice, Question } from '#domain/form.ts'
import type { SurveyQuestion } from '../formModel.ts'

/** The options to offer: the edition's, or SurveyJS's own where its model computes them (other, none, carried ones). */
export function optionsOf(question: SurveyQuestion, spec: Question | undefined): readonly Choice[] {
  const shown = (question.visibleChoices ?? []) as { value: string; text: string; isExclusive?: boolean }[]
  if (spec !== undefined && spec.choices.length === shown.length) return spec.choices
  return shown.map((item) => {
    const own = spec?.choices.find(({ value }) => value === item.value)
    return own ?? { value: item.value, text: item.text, isExclusive: item.isExclusive === true }
  })
}

/** Letters in lower case without accents, so that "narino" finds Nariño. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}
