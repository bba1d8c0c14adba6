import type { ListedEdition } from 'virtual:editions'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { readForm } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import type { Database } from '../database.ts'
import { openDraft } from '../drafts.ts'
import { askPersistence } from '../storage.ts'

/** `/new/<id>.<edition>`: opens a draft of an unnamed cluster at its first page. */
export function NewDraft({ db, language, edition }: { db: Database; language: Language; edition: ListedEdition }) {
  const [, go] = useLocation()
  const isOpening = useRef(false)
  useEffect(() => {
    if (isOpening.current) return
    isOpening.current = true
    void askPersistence()
    const open = async () => {
      const { id, edition: number } = edition
      const clusterName = inLanguage(edition.title, language)
      const draft = {
        questionnaire: { id, edition: number },
        roundId: null,
        clusterId: null,
        clusterName,
        mode: 'self',
        language,
      } as const
      const key = crypto.randomUUID()
      const [loaded] = await Promise.all([edition.load(), openDraft(db, draft, { key, at: new Date() })])
      const form = readForm(loaded)
      const first = form.consent?.pages[0] ?? form.sections[0]?.pages[0]
      go(`/draft/${key}/page/${first?.name ?? ''}`, { replace: true })
    }
    void open()
  }, [db, edition, go, language])
  return null
}
