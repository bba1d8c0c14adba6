import type { SectionState } from '../sectionState.ts'

/** A sign beside the word of each state: colour alone says nothing to many people. */
export const sectionSigns: Record<SectionState['status'], string> = {
  undecided: '○',
  'not-started': '○',
  'in-progress': '◐',
  complete: '✓',
  'complete-with-warnings': '!',
  'with-errors': '✕',
  'not-applicable': '–',
}

/** Where a section goes on; undefined while it is not asked. */
export function sectionHref(draftKey: string, { page }: { page: { name: string } | undefined }): string | undefined {
  return page === undefined ? undefined : `/draft/${draftKey}/page/${encodeURIComponent(page.name)}`
}
