import type { Edition } from '#domain/edition.ts'
import { readEditions, readPublishedFiles, surveysFolder } from '#store/editionFiles.ts'
import { surveyFolders } from './surveyFolders.ts'

/** The questionnaire of the census: what a round asks unless its file says otherwise. */
const censusQuestionnaire = 'cluster-maturity'

/** All editions that this build can read. */
export function knownEditions(): Edition[] {
  return readEditions(surveyFolders).editions
}

/** The newest published edition of the census's questionnaire; undefined when none is published. */
export function newestPublished(editions: readonly Edition[]): Edition | undefined {
  const published = readPublishedFiles(surveysFolder)
  return editions
    .filter(({ id, edition }) => id === censusQuestionnaire && published.has(`${id}.${edition}.json`))
    .reduce<Edition | undefined>((newest, one) => (newest && newest.edition > one.edition ? newest : one), undefined)
}
