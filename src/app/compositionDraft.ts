import { compositionState, convertedParts, type PartUnit, storedUnit } from '#domain/composition.ts'
import { sumOf } from '#domain/expressionOperators.ts'
import type { Panel } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import type { DraftSession } from './draftSession.ts'
import { setNoteLine } from './notes.ts'
import type { PageModel } from './pageModel.ts'

export type OpenComposition = { panel: Panel; model: PageModel; session: DraftSession; language: Language }

/** What was just done for a person, and the way back. */
export type Done = { words: string; undo: () => void }

/** The unit in which a person writes the parts: that of the form, unless they chose the other. */
export function writtenUnit({ panel, session }: OpenComposition): PartUnit {
  return session.read().draft.writtenAs?.[panel.name]?.unit ?? storedUnit(panel)
}

/** What was typed into a row in the other unit. */
export function writtenPart({ panel, session }: OpenComposition, row: string): number | undefined {
  return session.read().draft.writtenAs?.[panel.name]?.values[row]
}

/** Goes over to a unit. What is stored stays as it is, until something is typed in the new unit. */
export function writeIn({ panel, session }: OpenComposition, unit: PartUnit): void {
  const { [panel.name]: _before, ...others } = session.read().draft.writtenAs ?? {}
  session.set({ writtenAs: unit === storedUnit(panel) ? others : { ...others, [panel.name]: { unit, values: {} } } })
}

/** Forgets what was typed in the other unit: the table got a non-answer. */
export function forgetWritten({ panel, session }: Pick<OpenComposition, 'panel' | 'session'>): void {
  const written = session.read().draft.writtenAs?.[panel.name]
  if (written !== undefined) {
    session.set({ writtenAs: { ...session.read().draft.writtenAs, [panel.name]: { ...written, values: {} } } })
  }
}

/**
 * Takes what was typed into a row in the other unit: kept as it is, converted into the answers when it can be, and
 * written down in the note, so that nobody takes a converted figure for a counted one.
 */
export function writePart(composition: OpenComposition, row: string, value: number | undefined): void {
  const { panel, session } = composition
  const { writtenAs = {} } = session.read().draft
  const { [row]: _before, ...others } = writtenAs[panel.name]?.values ?? {}
  const values = value === undefined ? others : { ...others, [row]: value }
  session.set({ writtenAs: { ...writtenAs, [panel.name]: { unit: writtenUnit(composition), values } } })
  storeParts(composition, values)
}

function storeParts({ panel, model, session, language }: OpenComposition, values: Record<string, number>): void {
  const parts = convertedParts(panel, values, session.read().draft)
  for (const { name } of panel.questions) model.type(name, parts?.[name])
  const t = captureTexts(language).composition
  const isPercent = storedUnit(panel) === 'amount'
  const words = panel.questions.flatMap(({ name, short, title }) => {
    const value = values[name]
    const number = value === undefined ? '' : formatNumber(value, {}, language)
    return value === undefined ? [] : [`${inLanguage(short ?? title, language)} ${number}${isPercent ? ' %' : ''}`]
  })
  const start = isPercent ? t.enteredPercentages : t.enteredAmounts
  const first = panel.questions[0]?.name ?? ''
  setNoteLine(session, first, start, parts === undefined || words.length === 0 ? undefined : words.join(', '))
}

/** "Suma: 95 · faltan 5", in the unit in which the parts are written; amounts of no known total are only added up. */
export function totalWords(composition: OpenComposition): string {
  const { panel, session, language } = composition
  const t = captureTexts(language).composition
  const stored = storedUnit(panel)
  const unit = writtenUnit(composition)
  const say = (value: number) => formatNumber(value, {}, language) + (unit === 'percent' ? ' %' : '')
  const state = compositionState(panel, session.read().draft)
  const written = panel.questions.flatMap(({ name }) => writtenPart(composition, name) ?? [])
  const sum = unit === stored ? state.sum : sumOf(written)
  const total = unit === stored ? state.total : unit === 'percent' ? 100 : undefined
  if (total === undefined) return t.sum(say(sum))
  const off = Math.abs(total - sum)
  if (off === 0) return `${t.sum(say(sum))} · ${t.done}`
  const words = sum < total ? (off === 1 ? t.lacksOne : t.lacks) : off === 1 ? t.spareOne : t.spare
  return `${t.sum(say(sum))} · ${words(say(off))}`
}
