import { useEffect } from 'react'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'

/**
 * Names the page in the browser's tab and in the list of open applications: "Resultado · Cúmulo".
 *
 * @param hasFaults the page shows an error summary or refusal; the title is the first thing a screen reader says of it
 */
export function useTitle(screen: string, language: Language, hasFaults = false): void {
  const { product, page } = texts(language)
  const title = `${hasFaults ? page.errorPrefix : ''}${screen} · ${product}`
  useEffect(() => {
    document.title = title
  }, [title])
}
