import type { Draft } from './database.ts'
import { saveFile } from './saveFile.ts'

/** A copy of a draft as a file, in case something happens to the device. Text, since browsers share no other data. */
function draftFile(draft: Draft): File {
  return new File([JSON.stringify(draft, null, 1)], `cumulo-${fileName(draft.clusterName)}.txt`, { type: 'text/plain' })
}

export function downloadDraft(draft: Draft): void {
  saveFile(draftFile(draft))
}

/** Whether this browser can hand a file to another application. */
export function canShareDraft(draft: Draft): boolean {
  return navigator.canShare?.({ files: [draftFile(draft)] }) ?? false
}

export async function shareDraft(draft: Draft): Promise<void> {
  // Rejects when the person closes the choice of applications: then nothing is to be done.
  await navigator.share({ files: [draftFile(draft)] }).catch(() => undefined)
}

/** A name as part of a file's name: what every system takes, at most 60 characters. */
export function fileName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'copia'
  )
}
