import { nonAnswerOf } from '#domain/answers.ts'
import type { Fault } from '#domain/fault.ts'
import { faultsOf, faultsOnPage } from '#domain/faults.ts'
import type { Page } from '#domain/form.ts'
import { reasonFor } from './checkReasons.ts'
import type { Draft } from './database.ts'
import { judgedNow, type OpenDraft } from './openDraft.ts'
import type { PageModel } from './pageModel.ts'

/** What is to be said when a page is left: `hard` can only be put off, `soft` corrected or confirmed. */
export type PageFaults = { hard: readonly Fault[]; soft: readonly Fault[] }

export const noFaults: PageFaults = { hard: [], soft: [] }

/** Our faults, and SurveyJS's where ours say nothing; soft ones also where a person has confirmed them. */
export function faultsWhenLeaving(model: PageModel, open: OpenDraft, page: Page): PageFaults {
  const { draft } = open.session.read()
  const here = faultsOnPage(faultsOf(open.form, open.edition, draft, judgedNow(open)), page)
  const hard = here.filter(({ severity }) => severity === 'hard')
  const foreign = [...model.validate()]
    .filter(([variable]) => nonAnswerOf(draft.nonresponse, variable) === undefined)
    .filter(([variable]) => !hard.some((fault) => fault.variables.includes(variable)))
    .map(([variable, message]): Fault => {
      return { id: 'surveyjs', severity: 'hard', variables: [variable], message: { es: message, en: message } }
    })
  return { hard: [...hard, ...foreign], soft: here.filter(({ severity }) => severity === 'soft') }
}

/** The same without what a person has confirmed: what is still to be asked about. */
export function toAsk({ hard, soft }: PageFaults, draft: Draft): PageFaults {
  return { hard, soft: soft.filter((fault) => reasonFor(draft, fault) === undefined) }
}

/** What is left of the faults that were shown; new ones wait until the page is left again. */
export function stillThere(shown: PageFaults, now: PageFaults): PageFaults {
  const left = (before: readonly Fault[], current: readonly Fault[]) =>
    before.flatMap((fault) => current.find((other) => keyOf(other) === keyOf(fault)) ?? [])
  return { hard: left(shown.hard, now.hard), soft: left(shown.soft, now.soft) }
}

export function keyOf({ id, variables }: Fault): string {
  return `${id} ${variables.join(' ')}`
}
