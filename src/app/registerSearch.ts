import type { RegisterCluster } from '#domain/register.ts'
import departments from '../../surveys/classifications/departments.json' with { type: 'json' }
import { withoutAccents } from './fields/options.ts'

const departmentNames = new Map(departments.items.map((item) => [item.code, item.es]))

/** The clusters whose name, id, department or chamber code holds every word typed; accents do not matter. */
export function matchingClusters(register: readonly RegisterCluster[], query: string): RegisterCluster[] {
  const words = withoutAccents(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  return register.filter((cluster) => {
    const { name, clusterId, chamberCode, deptCode } = cluster
    const text = withoutAccents(`${name} ${clusterId} ${chamberCode} ${departmentNames.get(deptCode) ?? ''}`)
    return words.every((word) => text.includes(word))
  })
}
