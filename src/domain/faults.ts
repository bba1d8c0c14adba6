import { type Answered, answerOf, type Json } from './answers.ts'
import { changeFaults, type Earlier } from './changeFaults.ts'
import { compositionFaults, storedUnit, type WrittenParts, writtenFaults } from './composition.ts'
import type { Check, Edition } from './edition.ts'
import { holds } from './expression.ts'
import type { Fault } from './fault.ts'
import type { Form, Page, Panel, Question } from './form.ts'
import { questionsOf } from './form.ts'
import { formatNumber, writtenPercent } from './numbers.ts'
import { boxId } from './parts.ts'
import { inPart, questionFaults } from './questionFaults.ts'
import { fillPlaceholders, type Language } from './text.ts'
import { type UnreadNumber, unreadFault } from './unreadNumber.ts'
import { keepVisible, visibleQuestions } from './visible.ts'

/**
 * What answers are judged by: the calendar year of completion on the device's clock, since years are judged against it
 * and never against today; and what the cluster answered in the round before, where the device knows it.
 */
export type JudgedAt = { completedYear: number; earlier?: Earlier | undefined }

/**
 * What was typed on the device and is no answer as it stands: parts written in the other unit, by panel, and what is no
 * number yet, by box. A box is called as its variable, or `variable.part`.
 */
export type Typed = {
  writtenAs?: Readonly<Record<string, WrittenParts>>
  unread?: Readonly<Record<string, UnreadNumber>>
}

/**
 * All that is wrong or unlikely in what was answered, in the order of the form. Device and server ask the same function.
 *
 * @param visible what {@link visibleQuestions} gives for these answers; for a caller that knows it already
 */
export function faultsOf(
  form: Form,
  edition: Edition,
  answered: Answered & Typed,
  at: JudgedAt,
  visible: ReadonlySet<string> = visibleQuestions(form, answered.answers),
): Fault[] {
  const seen = keepVisible(form, answered, visible)
  const read = (variable: string): Json | undefined =>
    variable === 'completed_year' ? at.completedYear : answerOf(seen.answers, variable)
  const said = { ...answered, ...seen }
  const faults: Fault[] = []
  for (const page of form.pages) addPageFaults(faults, page, said, visible)
  for (const check of edition.checks ?? []) faults.push(...checkFaults(check, form, visible, read))
  faults.push(...townFaults(form, seen))
  if (at.earlier !== undefined) faults.push(...changeFaults(form, seen, at.earlier, visible))
  return faults
}

/** The faults that a person can mend on a page: those whose first variable is asked there. */
export function faultsOnPage(faults: readonly Fault[], page: Page): Fault[] {
  const here = new Set(questionsOf(page).map((question) => question.name))
  return faults.filter((fault) => fault.variables[0] !== undefined && here.has(fault.variables[0]))
}

function addPageFaults(faults: Fault[], page: Page, said: Answered & Typed, visible: ReadonlySet<string>): void {
  for (const element of page.elements) {
    const asked = (element.kind === 'panel' ? element.questions : [element]).filter(({ name }) => visible.has(name))
    let areAllRead = true
    for (const question of asked) {
      const unread = unreadFaultOf(question, said)
      if (unread !== undefined) areAllRead = false
      faults.push(...(unread === undefined ? questionFaults(question, said) : [unread]))
    }
    // A sum says nothing while one of its parts is no number.
    if (asked.length > 0 && areAllRead && element.kind === 'panel') faults.push(...sumFaults(element, said))
  }
}

function unreadFaultOf({ name, parts = [] }: Question, { unread }: Typed): Fault | undefined {
  if (unread === undefined) return undefined
  const box = Object.keys(unread).find((each) => each === name || each.startsWith(`${name}.`))
  const found = box === undefined ? undefined : unread[box]
  if (found === undefined) return undefined
  const fault = unreadFault(name, found)
  const part = parts.find((each) => boxId(name, each.name) === box)
  return part === undefined ? fault : { ...fault, message: inPart(part, fault.message), part: part.name }
}

function sumFaults(panel: Panel, said: Answered & Typed): Fault[] {
  const { writtenAs = {} } = said
  const written = Object.hasOwn(writtenAs, panel.name) ? writtenAs[panel.name] : undefined
  if (written === undefined || written.unit === storedUnit(panel)) return compositionFaults(panel, said)
  return writtenFaults(panel, written, said)
}

function checkFaults(
  check: Check,
  form: Form,
  visible: ReadonlySet<string>,
  read: (variable: string) => Json | undefined,
): Fault[] {
  const [first] = check.variables
  if (first === undefined || !visible.has(first)) return []
  if (!holds(check.when, read)) return []
  const say = (language: Language) =>
    writtenPercent(
      fillPlaceholders(check.message[language], (variable) => spoken(read(variable), variable, form, language)),
    )
  const message = { es: say('es'), en: say('en') }
  return [{ id: `check:${check.id}`, severity: check.severity, variables: check.variables, message }]
}

function spoken(value: Json | undefined, variable: string, form: Form, language: Language): string | undefined {
  if (typeof value !== 'number') return value === undefined ? undefined : String(value)
  const question = form.question(variable)
  return formatNumber(value, { grouping: question?.grouping ?? false, decimals: question?.decimals ?? 0 }, language)
}

/** A municipality written as its five-digit code must lie in the department of the seat. */
function townFaults(form: Form, { answers }: Answered): Fault[] {
  const [town, department] = [answerOf(answers, 'muni_main'), answerOf(answers, 'dept_main')]
  if (form.question('muni_main') === undefined || typeof town !== 'string' || typeof department !== 'string') return []
  if (!/^\d{5}$/.test(town.trim()) || town.trim().startsWith(department)) return []
  const message = {
    es: `El código ${town} no es del departamento sede. Revise el municipio o el departamento.`,
    en: `The code ${town} is not of the main department. Check the municipality or the department.`,
  }
  return [{ id: 'check:a_town_in_department', severity: 'hard', variables: ['muni_main', 'dept_main'], message }]
}
