import { answerOf, nonAnswerOf } from '#domain/answers.ts'
import { compositionState, convertedParts, storedUnit, type WrittenParts } from '#domain/composition.ts'
import type { Form, Panel } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import type { DraftSession } from './draftSession.ts'
import { setNoteLine } from './notes.ts'

/** A composition as it was last looked at. */
type Seen = { written: WrittenParts; total: number | undefined }

/**
 * Keeps the answers of compositions that are written in the other unit what was written, as long as the draft is open:
 * converted anew when a part or the total changes, and noted, so that nobody takes a converted figure for a counted one.
 * What was written is forgotten once the parts have a non-answer, or are other ones in the unit in which they are stored.
 */
export function keepConverted(session: DraftSession, form: Form): void {
  const panels = new Map(
    form.pages.flatMap(({ elements }) => elements.filter(isPanel).map((each) => [each.name, each])),
  )
  const seen = new Map<string, Seen>()
  const look = () => {
    for (const [name, written] of Object.entries(session.read().draft.writtenAs ?? {})) {
      const panel = panels.get(name)
      if (panel === undefined) continue
      const now = { written, total: compositionState(panel, session.read().draft).total }
      const before = seen.get(name)
      seen.set(name, now)
      follow(session, panel, now, before)
    }
  }
  look()
  session.subscribeDraft(look)
}

function isPanel(element: { kind: string }): element is Panel {
  return element.kind === 'panel'
}

function follow(session: DraftSession, panel: Panel, { written, total }: Seen, before: Seen | undefined): void {
  const { draft } = session.read()
  const isEmpty = Object.keys(written.values).length === 0
  if (written.unit === storedUnit(panel)) {
    if (!isConverted(session, panel, written)) forget(session, panel)
  } else if (!isEmpty && panel.questions.some(({ name }) => nonAnswerOf(draft.nonresponse, name) !== undefined)) {
    forget(session, panel)
  } else if (before === undefined ? !isEmpty : before.written !== written || before.total !== total) {
    // Who only changes the unit has written nothing yet: what is stored stays.
    if (!isEmpty || Object.keys(before?.written.values ?? {}).length > 0) convert(session, panel, written)
  }
}

/** Whether the answers are still what these parts come to. */
function isConverted(session: DraftSession, panel: Panel, { values }: WrittenParts): boolean {
  const { draft } = session.read()
  const parts = convertedParts(panel, values, draft)
  return panel.questions.every(({ name }) => answerOf(draft.answers, name) === parts?.[name])
}

function convert(session: DraftSession, panel: Panel, { values }: WrittenParts): void {
  const parts = convertedParts(panel, values, session.read().draft)
  for (const { name: variable } of panel.questions) {
    const value = parts?.[variable]
    if (answerOf(session.read().draft.answers, variable) !== value) session.change({ variable, value })
  }
  note(session, panel, parts === undefined ? undefined : values)
}

function forget(session: DraftSession, panel: Panel): void {
  const { writtenAs = {} } = session.read().draft
  const { [panel.name]: written, ...others } = writtenAs
  const isStoredUnit = written === undefined || written.unit === storedUnit(panel)
  session.set({ writtenAs: isStoredUnit ? others : { ...others, [panel.name]: { ...written, values: {} } } })
  note(session, panel, undefined)
}

/** "Escrito en porcentajes: Microempresas 60 %, Pequeñas empresas 40 %", in the note of the first row. */
function note(session: DraftSession, panel: Panel, values: WrittenParts['values'] | undefined): void {
  const { language } = session.read().draft
  const isPercent = storedUnit(panel) === 'amount'
  const start = (each: 'es' | 'en') => {
    const t = captureTexts(each).composition
    return isPercent ? t.enteredPercentages : t.enteredAmounts
  }
  const words = panel.questions.flatMap(({ name, short, title }) => {
    const value = values?.[name]
    if (value === undefined) return []
    return [`${inLanguage(short ?? title, language)} ${formatNumber(value, {}, language)}${isPercent ? ' %' : ''}`]
  })
  const line = words.length === 0 ? undefined : `${start(language)}: ${words.join(', ')}`
  setNoteLine(session, panel.questions[0]?.name ?? '', [start('es'), start('en')], line)
}
