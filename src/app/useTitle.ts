import { useEffect } from 'react'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import { whenIdle } from './idle.ts'

/**
 * Names the page in the browser's tab and in the list of open applications: "Resultado · Cúmulo".
 *
 * @param screen undefined while the screen is not shown
 * @param hasFaults the page shows an error summary or refusal; the title is the first thing a screen reader says of it
 */
export function useTitle(screen: string | undefined, language: Language, hasFaults = false): void {
  const { product, page } = texts(language)
  const title = `${hasFaults ? page.errorPrefix : ''}${screen} · ${product}`
  useEffect(() => {
    // Telling the browser takes a slow tablet as long as half a frame, and the screen must not wait for it.
    return screen === undefined ? undefined : whenIdle(() => (document.title = title))
  }, [screen, title])
}
