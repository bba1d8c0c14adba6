import type { Answers } from '#domain/answers.ts'
import departments from '../../surveys/classifications/departments.json' with { type: 'json' }

const names = new Map(departments.items.map((item) => [item.code, item.es]))

/** The name of a department by its two digits. */
export function departmentName(code: string): string | undefined {
  return names.get(code)
}

/** Where a cluster is: by its id in the register, else by what was answered; undefined while neither says. */
export function departmentOf(assessment: { clusterId: string | null; answers: Answers }): string | undefined {
  const code = assessment.clusterId?.slice(3, 5) ?? assessment.answers.dept_main
  return typeof code === 'string' ? departmentName(code) : undefined
}
