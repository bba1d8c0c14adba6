import type { ListedEdition } from 'virtual:editions'
import { useLayoutEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { inLanguage, type Language } from '#domain/text.ts'
import type { Database } from '../database.ts'
import { startDraft } from '../startDraft.ts'
import { askPersistence } from '../storage.ts'

/** `/new/<id>.<edition>`: opens a draft of an unnamed cluster at its first page. */
export function NewDraft({ db, language, edition }: { db: Database; language: Language; edition: ListedEdition }) {
  const [, go] = useLocation()
  const isOpening = useRef(false)
  useLayoutEffect(() => {
    if (isOpening.current) return
    isOpening.current = true
    void askPersistence()
    const open = async () => {
      const beginning = {
        roundId: null,
        clusterName: inLanguage(edition.title, language),
        mode: 'self',
        language,
      } as const
      const made = { key: crypto.randomUUID(), at: new Date() }
      const { draft, form } = await startDraft(db, edition, beginning, {}, made)
      const first = form.consent?.pages[0] ?? form.sections[0]?.pages[0]
      go(`/draft/${draft.key}/page/${first?.name ?? ''}`, { replace: true })
    }
    void open()
  }, [db, edition, go, language])
  return null
}
