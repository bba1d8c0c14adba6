import { useLayoutEffect, useReducer } from 'react'
import type { Page } from '#domain/form.ts'
import type { PageModel } from './pageModel.ts'
import type { PageModels } from './pageModels.ts'

/**
 * The model of a page of questions; who asks draws again when a question appears or goes.
 *
 * @param isShown false while the page is drawn ahead: it follows the answers from when it is shown, and is brought up to
 *   date in the same frame
 */
export function usePageModel(models: PageModels, page: Page, isShown: boolean): PageModel {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const model = models.of(page)
  useLayoutEffect(() => model.subscribe(draw), [model])
  useLayoutEffect(() => (isShown ? model.follow() : undefined), [model, isShown])
  useLayoutEffect(() => () => models.drop(page), [models, page])
  return model
}
