import type { RegisterCluster } from '#domain/register.ts'
import type { Language } from '#domain/text.ts'
import chambers from '../../surveys/classifications/chambers.json' with { type: 'json' }
import { departmentNames } from './departments.ts'
import { withoutAccents } from './withoutAccents.ts'

const chamberOf = new Map(chambers.items.map((item) => [item.code, item]))

/** What the chamber that leads a cluster is called; undefined where none does. A code this build does not know stays. */
export function chamberName({ chamberCode }: RegisterCluster, language: Language): string | undefined {
  return chamberCode === 'none' ? undefined : (chamberOf.get(chamberCode)?.[language] ?? chamberCode)
}

export function departmentName({ deptCode }: RegisterCluster, language: Language): string {
  return departmentNames(deptCode)?.[language] ?? deptCode
}

/**
 * The clusters whose name, id, department or chamber (name, city or code) holds every word typed, in either language;
 * accents do not matter.
 */
export function matchingClusters(register: readonly RegisterCluster[], query: string): RegisterCluster[] {
  const words = withoutAccents(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return [...register]
  return register.filter((cluster) => {
    const text = searchable(cluster)
    return words.every((word) => text.includes(word))
  })
}

/** What the clusters have of one kind, by its code, in the order of the names. */
export function namesIn(
  register: readonly RegisterCluster[],
  codeOf: (cluster: RegisterCluster) => string,
  nameOf: (cluster: RegisterCluster) => string,
): ReadonlyMap<string, string> {
  const names = new Map(register.map((cluster) => [codeOf(cluster), nameOf(cluster)]))
  return new Map([...names].sort(([, one], [, other]) => one.localeCompare(other, 'es-CO')))
}

function searchable(cluster: RegisterCluster): string {
  const { name, clusterId, chamberCode } = cluster
  const chamber = chamberOf.get(chamberCode)
  const department = departmentNames(cluster.deptCode)
  const words = [name, clusterId, chamberCode, chamber?.es, chamber?.en, chamber?.city, department?.es, department?.en]
  return withoutAccents(words.filter((word) => word !== undefined).join(' '))
}
