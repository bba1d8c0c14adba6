import type { Answers, Json } from './answers.ts'
import type { Edition } from './edition.ts'
import { faultsOf } from './faults.ts'
import type { Form } from './form.ts'
import type { RegisterCluster } from './register.ts'

/** What is known when a draft is begun: the cluster, if it is in the register, and the name that was chosen or typed. */
export type Known = { cluster?: RegisterCluster | undefined; clusterName?: string | undefined }

/**
 * The answers that a new draft starts with, so that nobody is asked what the register says already. They are ordinary
 * answers: shown, to be confirmed or changed.
 *
 * What the form would not take is left to the person: a variable that it does not ask for, a code that it does not
 * offer, a year out of range. `ref_year` starts with the last closed calendar year.
 *
 * @param year calendar year in which the draft is begun, on the device's clock
 */
export function prefilledAnswers(edition: Edition, form: Form, known: Known, year: number): Answers {
  const facts = Object.entries(factsOf(known, year)).filter(
    (fact): fact is [string, Json] => fact[1] !== undefined && form.question(fact[0]) !== undefined,
  )
  if (facts.length === 0) return {}
  const answered = { answers: Object.fromEntries(facts), nonresponse: {} }
  const refused = faultsOf(form, edition, answered, { completedYear: year })
    .filter(({ id, severity }) => severity === 'hard' && id !== 'required')
    .map(({ variables }) => variables[0])
  return Object.fromEntries(facts.filter(([variable]) => !refused.includes(variable)))
}

function factsOf({ cluster, clusterName }: Known, year: number): Record<string, Json | undefined> {
  return {
    ci_name: cluster?.name ?? clusterName,
    founded_year: cluster?.foundedYear ?? undefined,
    ref_year: year - 1,
    dept_main: cluster?.deptCode,
    // Which entity leads where no chamber does, the register does not say.
    lead_entity_type: cluster === undefined || cluster.chamberCode === 'none' ? undefined : 'chamber',
    lead_chamber: cluster?.chamberCode,
    macro_sector: cluster?.macroSector,
    ciiu_section_main: cluster?.ciiuSection,
  }
}
