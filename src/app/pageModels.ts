import type { Answers, Json } from '#domain/answers.ts'
import { type Page, questionsOf } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { keepVisible } from '#domain/visible.ts'
import { type PageModel, pageModel } from './formModel.ts'
import type { OpenDraft } from './openDraft.ts'

/** The models of the pages that are drawn: each is built once, however often a drawing is begun anew. */
export class PageModels {
  private readonly models = new Map<Page, PageModel>()
  private readonly open: OpenDraft
  private readonly language: Language

  constructor(open: OpenDraft, language: Language) {
    this.open = open
    this.language = language
  }

  of(page: Page): PageModel {
    const known = this.models.get(page)
    if (known !== undefined) return known
    const { edition, session } = this.open
    const onAnswer = (variable: string, value: Json | undefined) => session.change({ variable, value })
    const given = { edition, pageName: page.name, answers: this.answersFor(page), language: this.language }
    const model = pageModel(given, onAnswer)
    this.models.set(page, model)
    return model
  }

  /** Gives a page that was drawn ahead what other pages hold by now. */
  refresh(page: Page): void {
    this.models.get(page)?.refresh(this.answersFor(page))
  }

  /** A page that is left gets a new model when it comes back. */
  drop(page: Page): void {
    this.models.get(page)?.settle()
    this.models.delete(page)
  }

  /** What a page's conditions see: the shown questions' answers, and its own, so that they come back with it. */
  private answersFor(page: Page): Answers {
    const { session, form } = this.open
    const { draft } = session.read()
    const own = new Set(questionsOf(page).map((question) => question.name))
    const ownAnswers = Object.entries(draft.answers).filter(([variable]) => own.has(variable))
    return { ...keepVisible(form, draft).answers, ...Object.fromEntries(ownAnswers) }
  }
}
