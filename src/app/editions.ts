import { editions, type ListedEdition } from 'virtual:editions'
import type { Edition } from '#domain/edition.ts'
import { inLanguage } from '#domain/text.ts'

export function listedEdition(id: string, edition: number): ListedEdition | undefined {
  return editions.find((listed) => listed.id === id && listed.edition === edition)
}

/** `cluster-maturity.1` names id and edition. */
export function editionNamed(name: string): ListedEdition | undefined {
  return editions.find((listed) => `${listed.id}.${listed.edition}` === name)
}

/** Whether this build has a newer edition of the same questionnaire; drafts of the older one are finished as they are. */
export function hasNewerEdition({ id, edition }: { id: string; edition: number }): boolean {
  return editions.some((listed) => listed.id === id && listed.edition > edition)
}

/** A draft stays with the edition it was started in; every build carries all of them. */
export async function loadEdition(of: { id: string; edition: number }): Promise<Edition | undefined> {
  return listedEdition(of.id, of.edition)?.load()
}

/** Whether a cluster's name is none: who begins without choosing a cluster gets the title of the questionnaire for it. */
export function isTitle(clusterName: string): boolean {
  return editions.some(({ title }) => [inLanguage(title, 'es'), inLanguage(title, 'en')].includes(clusterName))
}
