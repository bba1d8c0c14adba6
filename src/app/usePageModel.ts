import { useEffect, useLayoutEffect, useMemo, useReducer } from 'react'
import type { Answers, Json } from '#domain/answers.ts'
import { type Form, type Page, questionsOf } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { keepVisible } from '#domain/visible.ts'
import type { DraftSession } from './draftSession.ts'
import { loadStyleFor, type PageModel, pageModel } from './formModel.ts'
import type { OpenDraft } from './openDraft.ts'

type OpenPage = OpenDraft & { page: Page; language: Language }

/** The model of a page of questions; who asks draws again when a question appears or goes. */
export function usePageModel({ session, edition, form, page, language }: OpenPage): PageModel {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const model = useMemo(() => {
    const onAnswer = (variable: string, value: Json | undefined) => session.change({ variable, value })
    return pageModel({ edition, pageName: page.name, answers: answersFor(form, page, session), language }, onAnswer)
  }, [session, edition, form, page, language])
  useEffect(() => {
    void loadStyleFor(questionsOf(page))
  }, [page])
  // Not before the page is shown: what is drawn ahead is brought up to date in the same frame.
  useLayoutEffect(() => {
    const unsubscribe = model.subscribe((name) => {
      if (name === '') draw()
    })
    model.refresh(answersFor(form, page, session))
    return () => {
      model.settle()
      unsubscribe()
    }
  }, [model, session, form, page])
  return model
}

/** What a page's conditions see: the shown questions' answers, and this page's own, so that they come back with it. */
function answersFor(form: Form, page: Page, session: DraftSession): Answers {
  const { draft } = session.read()
  const own = new Set(questionsOf(page).map((question) => question.name))
  const ownAnswers = Object.entries(draft.answers).filter(([variable]) => own.has(variable))
  return { ...keepVisible(form, draft).answers, ...Object.fromEntries(ownAnswers) }
}
