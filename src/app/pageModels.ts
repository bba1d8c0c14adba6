import type { Page } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import type { OpenDraft } from './openDraft.ts'
import { PageModel } from './pageModel.ts'
import { surveyEngine } from './surveyEngine.ts'

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
    const model = new PageModel(this.open, page, this.language)
    this.models.set(page, model)
    const engine = surveyEngine.peek()
    if (engine !== undefined && !model.isWhole) model.join(engine.surveyPage)
    return model
  }

  /** Lets SurveyJS join a page that has something for it, if it is still open when SurveyJS has come. */
  async join(page: Page): Promise<void> {
    if (!this.of(page).needsSurvey) return
    const engine = await surveyEngine.load()
    this.models.get(page)?.join(engine.surveyPage)
  }

  /** A page that was taken away gets a new model when it comes back. */
  drop(page: Page): void {
    this.models.delete(page)
  }
}
