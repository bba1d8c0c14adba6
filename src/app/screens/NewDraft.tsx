import type { ListedEdition } from 'virtual:editions'
import { useLayoutEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { inLanguage, type Language } from '#domain/text.ts'
import type { Database } from '../database.ts'
import { openBegun } from '../openDraft.ts'
import { prepareDraft } from '../startDraft.ts'
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
      const clusterName = inLanguage(edition.title, language)
      const beginning = { roundId: null, clusterName, mode: 'self', language } as const
      const made = { key: crypto.randomUUID(), at: new Date() }
      const begun = await prepareDraft(edition, beginning, {}, made)
      openBegun(db, begun)
      const first = begun.form.consent?.pages[0] ?? begun.form.sections[0]?.pages[0]
      go(`/draft/${made.key}/page/${first?.name ?? ''}`, { replace: true })
    }
    void open()
  }, [db, edition, go, language])
  return null
}
