import type { Answers } from '#domain/answers.ts'
import type { Text } from '#domain/text.ts'
import departments from '../../surveys/classifications/departments.json' with { type: 'json' }

const byCode = new Map(departments.items.map((item) => [item.code, item]))

/** The name of a department, in both languages, by its two digits; undefined for a code this build does not know. */
export function departmentNames(code: string): Text | undefined {
  return byCode.get(code)
}

/** Where a cluster is: by its id in the register, else by what was answered; undefined while neither says. */
export function departmentOf(assessment: { clusterId: string | null; answers: Answers }): string | undefined {
  const code = assessment.clusterId?.slice(3, 5) ?? assessment.answers.dept_main
  return typeof code === 'string' ? departmentNames(code)?.es : undefined
}
