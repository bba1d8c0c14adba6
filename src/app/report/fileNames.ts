import type { Edition } from '#domain/edition.ts'
import type { Submission } from '#domain/submission.ts'
import type { Language } from '#domain/text.ts'
import { reportTexts } from '#ui/reportTexts.ts'

/** Past this a name is cut: some systems take no path of more than 255 characters. */
const longestSlug = 60

/**
 * The name of a downloaded file: `ECC-2026_resultado_CL-05-012_2026-11-23.pdf`, with round, cluster and day of completion
 * where the device is. Without a round stands the year, without an id the name of the cluster in plain letters.
 */
export function recordFileName(kind: 'result' | 'annex', submission: Submission, language: Language): string {
  const { roundId, clusterId, clusterName, completedAt } = submission
  const at = new Date(completedAt)
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  const round = slugOf(roundId ?? String(at.getFullYear()))
  return `ECC-${round}_${reportTexts(language).file[kind]}_${clusterId ?? slugOf(clusterName)}_${day}.pdf`
}

/** `ECC_cuestionario_cluster-maturity-1.pdf` */
export function blankFormFileName({ id, edition }: Pick<Edition, 'id' | 'edition'>, language: Language): string {
  return `ECC_${reportTexts(language).file.blank}_${id}-${edition}.pdf`
}

/** Letters, digits and hyphens only: safe in every file system and in every mail. */
function slugOf(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '')
  return plain === '' ? 'cluster' : plain
}
