import { useLayoutEffect, useReducer } from 'react'
import type { Page } from '#domain/form.ts'
import type { PageModel } from './pageModel.ts'
import type { PageModels } from './pageModels.ts'

/** The model of a page of questions; who asks draws again when a question appears or goes. */
export function usePageModel(models: PageModels, page: Page): PageModel {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const model = models.of(page)
  // Not before the page is shown: what is drawn ahead is brought up to date in the same frame.
  useLayoutEffect(() => {
    const unsubscribe = model.subscribe(draw)
    const unfollow = model.follow()
    return () => {
      unsubscribe()
      unfollow()
      models.drop(page)
    }
  }, [models, model, page])
  return model
}
