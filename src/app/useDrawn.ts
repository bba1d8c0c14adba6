import { startTransition, useEffect, useState } from 'react'
import type { Page } from '#domain/form.ts'

/** As many as a person sees at first. */
const firstElements = 3

/**
 * How many elements of the page on screen are drawn: at first those that are seen, and the others once these can be
 * answered. A page that was drawn ahead is not taken apart again, and one that is opened at a question is drawn whole.
 *
 * @param drawnAhead how many of them were drawn before it was shown
 */
export function useDrawn(page: Page | undefined, drawnAhead: number): number {
  const [whole, setWhole] = useState<Page>()
  if (page !== undefined && whole !== page && drawnAhead >= page.elements.length) setWhole(page)
  useEffect(() => {
    // Gives way to whatever the person does.
    if (page !== whole) startTransition(() => setWhole(page))
  }, [page, whole])
  if (page === undefined) return 0
  const isWhole = whole === page || window.location.hash !== ''
  return isWhole ? page.elements.length : Math.max(firstElements, drawnAhead)
}
