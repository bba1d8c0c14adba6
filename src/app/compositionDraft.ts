import { answerOf, nonAnswerOf } from '#domain/answers.ts'
import {
  type CompositionState,
  compositionState,
  type PartUnit,
  storedUnit,
  type WrittenParts,
  writtenState,
} from '#domain/composition.ts'
import type { Panel, Question } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { amountText } from './answerText.ts'
import type { DraftSession } from './draftSession.ts'
import type { PageModel } from './pageModel.ts'

export type OpenComposition = { panel: Panel; model: PageModel; session: DraftSession; language: Language }

/** What was just done for a person, and the way back. */
export type Done = { words: string; undo: () => void }

function writtenOf({ panel, session }: OpenComposition): WrittenParts {
  return session.read().draft.writtenAs?.[panel.name] ?? { unit: storedUnit(panel), values: {} }
}

/** The unit in which a person writes the parts: that of the form, unless they chose the other. */
export function writtenUnit(composition: OpenComposition): PartUnit {
  return writtenOf(composition).unit
}

function isInOther(composition: OpenComposition): boolean {
  return writtenUnit(composition) !== storedUnit(composition.panel)
}

/** What stands in a row, in the unit in which the parts are written. */
export function partOf(composition: OpenComposition, row: string): number | undefined {
  if (isInOther(composition)) return writtenOf(composition).values[row]
  const value = answerOf(composition.session.read().draft.answers, row)
  return typeof value === 'number' ? value : undefined
}

/** Where the parts stand, in the unit in which they are written. */
export function partsState(composition: OpenComposition): CompositionState {
  const { panel, session } = composition
  const { draft } = session.read()
  return isInOther(composition) ? writtenState(panel, writtenOf(composition)) : compositionState(panel, draft)
}

/** Goes over to a unit. What is stored stays as it is, until something is typed in the new unit. */
export function writeIn(composition: OpenComposition, unit: PartUnit): void {
  const { panel, session } = composition
  const { values } = writtenOf(composition)
  const { [panel.name]: _before, ...others } = session.read().draft.writtenAs ?? {}
  const isNeeded = unit !== storedUnit(panel) || Object.keys(values).length > 0
  session.set({ writtenAs: isNeeded ? { ...others, [panel.name]: { unit, values } } : others })
}

/** Takes what was typed into a row in the other unit, or put there; the answers follow by themselves. */
export function writePart(composition: OpenComposition, row: string, value: number | undefined): void {
  const { panel, session } = composition
  takeBackNonAnswers(composition)
  const { unit, values } = writtenOf(composition)
  const { [row]: _before, ...others } = values
  const written = { unit, values: value === undefined ? others : { ...others, [row]: value } }
  session.set({ writtenAs: { ...session.read().draft.writtenAs, [panel.name]: written } })
}

/** Puts a number into a row, or empties it, in the unit in which the parts are written. */
export function putPart(composition: OpenComposition, row: string, value: number | undefined): void {
  if (isInOther(composition)) writePart(composition, row, value)
  else {
    takeBackNonAnswers(composition)
    composition.model.setValue(row, value)
  }
}

/** Who gives one part takes back what was said in place of all of them. */
export function takeBackNonAnswers({ panel, session }: OpenComposition): void {
  for (const { name: variable } of panel.questions) {
    if (nonAnswerOf(session.read().draft.nonresponse, variable) !== undefined) session.change({ variable })
  }
}

/** "Suma: 95 empresas · faltan 5", in the unit in which the parts are written; amounts of no known total are only added up. */
export function totalWords(composition: OpenComposition): string {
  const { panel, session, language } = composition
  const t = captureTexts(language).composition
  if (compositionState(panel, session.read().draft).total === undefined) return t.needsTotal
  const { sum, total, isPercent } = partsState(composition)
  const say = (value: number) => formatNumber(value, {}, language) + (isPercent ? '%' : '')
  const added = t.sum(isPercent ? say(sum) : sumText(panel, sum, language))
  if (total === undefined) return added
  const off = Math.abs(total - sum)
  if (off === 0) return `${added}\u00a0· ${t.done}`
  const words = sum < total ? (off === 1 ? t.lacksOne : t.lacks) : off === 1 ? t.spareOne : t.spare
  return `${added}\u00a0· ${words(say(off))}`
}

/** A sum of amounts with their unit, where they are stored as such and have the same. */
function sumText(panel: Panel, sum: number, language: Language): string {
  const [first, ...others] = panel.questions
  const unitOf = ({ unit }: Question) => inLanguage(unit, language)
  const isOneUnit = first !== undefined && others.every((row) => unitOf(row) === unitOf(first))
  if (isOneUnit && storedUnit(panel) === 'amount') return amountText(first, sum, language)
  return formatNumber(sum, {}, language)
}
