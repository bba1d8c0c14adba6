import { type Answers, answerOf, type Json } from '#domain/answers.ts'
import { type Element, type Form, type Page, questionsOf } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import type { UnreadNumber } from '#domain/unreadNumber.ts'
import { keepVisible, visibleQuestions } from '#domain/visible.ts'
import type { TypedIn } from './drafts.ts'
import { type Awaited, awaitedBySurvey, needsSurvey, questionsLeftToSurvey } from './engineForm.ts'
import type { SurveyPage, SurveyQuestion, surveyPage } from './formModel.ts'
import { whenIdle } from './idle.ts'
import type { OpenDraft } from './openDraft.ts'

/** A person who types makes shorter pauses than this between two keys. */
const pauseMs = 300

/** Before SurveyJS hears of what only its judgement hangs on, where somebody answers without a pause. */
const patienceMs = 5000

/**
 * A page of questions as it is answered.
 *
 * The draft holds the answers, and is told of every one at once. Conditions hear of what is typed when the typing
 * pauses. SurveyJS joins when it has come, follows the draft in the pauses, and asks and judges what only it knows how
 * to: nothing else on a page waits for it.
 */
export class PageModel {
  private readonly open: OpenDraft
  private readonly page: Page
  private readonly language: Language
  private readonly form: Form
  private readonly leftToSurvey: ReadonlySet<string>
  private readonly awaited: Awaited
  /** whether SurveyJS has anything to do here */
  readonly needsSurvey: boolean
  private survey: SurveyPage | undefined
  /** the answers that the conditions have heard of */
  private heard: Answers
  private visible: ReadonlySet<string>
  private isTyping = false
  private pause: ReturnType<typeof setTimeout> | undefined
  private callOffCatchUp: (() => void) | undefined
  private isCatchUpSoon = false
  private readonly listeners = new Set<() => void>()

  constructor(open: OpenDraft, page: Page, language: Language) {
    this.open = open
    this.page = page
    this.language = language
    this.form = asReached(open.form, page)
    this.leftToSurvey = new Set(questionsLeftToSurvey(open.edition, page))
    this.needsSurvey = needsSurvey(open.edition, page)
    this.awaited = this.needsSurvey ? awaitedBySurvey(open.edition, page) : { soon: new Set(), toJudge: new Set() }
    this.heard = this.answers()
    this.visible = visibleQuestions(this.form, this.heard)
  }

  /** Is told when a question appears or goes, and when SurveyJS has joined. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Is told of every change of the draft, an answer or not. */
  subscribeAnswers = (listener: () => void): (() => void) => this.open.session.subscribeDraft(listener)

  valueOf(variable: string): Json | undefined {
    return answerOf(this.answers(), variable)
  }

  /** An answer that is chosen: conditions hear of it at once. */
  setValue(variable: string, value: Json | undefined, box?: string): void {
    this.open.session.change({ variable, value, box })
  }

  /** What stands in a box and is no number yet. */
  unreadOf(box: string): UnreadNumber | undefined {
    const { unread } = this.open.session.read().draft
    return unread !== undefined && Object.hasOwn(unread, box) ? unread[box] : undefined
  }

  /** An answer that is being typed: saved at once. */
  type(variable: string, value: Json | undefined, typedIn: TypedIn = {}): void {
    this.whileTyping(() => this.open.session.change({ variable, value, ...typedIn }))
  }

  /** Conditions hear of what `work` changes in the draft when the typing pauses. */
  whileTyping(work: () => void): void {
    this.isTyping = true
    work()
    this.isTyping = false
  }

  /** Ends the typing: conditions hear of what stands in the boxes. */
  settle = (): void => {
    clearTimeout(this.pause)
    const before = this.heard
    this.heard = this.answers()
    if (this.heard === before) return
    const shown = this.shownHere()
    this.visible = visibleQuestions(this.form, this.heard)
    if (this.shownHere() !== shown) this.tell()
    if (this.survey === undefined) return
    if (!this.isCatchUpSoon && differsIn(this.awaited.soon, before, this.heard)) {
      this.callOffCatchUp?.()
      this.callOffCatchUp = whenIdle(this.catchUp, pauseMs)
      this.isCatchUpSoon = true
    } else if (differsIn(this.awaited.toJudge, before, this.heard)) {
      this.callOffCatchUp ??= whenIdle(this.catchUp, patienceMs)
    }
  }

  isVisible(variable: string): boolean {
    if (!this.visible.has(variable)) return false
    return !this.leftToSurvey.has(variable) || (this.survey?.isVisible(variable) ?? false)
  }

  /** Whether it can be drawn already; what only SurveyJS can ask must wait for it. */
  canAsk(element: Element): boolean {
    if (this.survey !== undefined) return true
    const questions = element.kind === 'panel' ? element.questions : [element]
    return questions.every(({ name }) => !this.leftToSurvey.has(name))
  }

  get isWhole(): boolean {
    return this.page.elements.every((element) => this.canAsk(element))
  }

  /** The question as SurveyJS draws it, if it is one that only SurveyJS can ask. */
  drawnBySurvey(variable: string): SurveyQuestion | undefined {
    return this.leftToSurvey.has(variable) ? this.survey?.question(variable) : undefined
  }

  /** SurveyJS takes part from now on; `build` is its door, which comes with its code. */
  join(build: typeof surveyPage): void {
    if (this.survey !== undefined) return
    const { edition, session } = this.open
    const given = { edition, page: this.page, answers: this.answersForSurvey(), language: this.language }
    this.survey = build(given, (variable, value) => session.change({ variable, value }))
    this.survey.subscribe(this.tell)
    this.tell()
  }

  /** What is wrong with what only SurveyJS can judge: messages by variable. */
  validate(): Map<string, string> {
    this.settle()
    this.catchUp()
    return this.survey?.validate(this.leftToSurvey) ?? new Map()
  }

  /** Listens to the draft from now on, until the page is left; hears at once of what other pages hold by now. */
  follow(): () => void {
    let seen = this.heard
    const hear = () => {
      const [before, now] = [seen, this.answers()]
      if (now === before) return
      seen = now
      clearTimeout(this.pause)
      if (this.isTyping) {
        this.pause = setTimeout(this.settle, pauseMs)
        return
      }
      this.settle()
      // What SurveyJS draws itself must show at once what was said of it elsewhere on the page.
      if (differsIn(this.leftToSurvey, before, now)) this.catchUp()
    }
    hear()
    const unsubscribe = this.open.session.subscribeDraft(hear)
    return () => {
      unsubscribe()
      clearTimeout(this.pause)
      this.callOffCatchUp?.()
    }
  }

  private tell = (): void => {
    for (const listener of this.listeners) listener()
  }

  private catchUp = (): void => {
    this.callOffCatchUp?.()
    this.callOffCatchUp = undefined
    this.isCatchUpSoon = false
    this.survey?.follow(this.answersForSurvey(), this.awaited.toJudge)
  }

  private answers(): Answers {
    return this.open.session.read().draft.answers
  }

  private shownHere(): string {
    return questionsOf(this.page)
      .filter(({ name }) => this.visible.has(name))
      .map(({ name }) => name)
      .join(' ')
  }

  /** What SurveyJS's conditions see: the shown questions' answers, and the page's own, so that they come back with it. */
  private answersForSurvey(): Answers {
    const { draft } = this.open.session.read()
    const own = new Set(questionsOf(this.page).map(({ name }) => name))
    const ownAnswers = Object.entries(draft.answers).filter(([variable]) => own.has(variable))
    return { ...keepVisible(this.form, draft, this.visible).answers, ...Object.fromEntries(ownAnswers) }
  }
}

function differsIn(variables: ReadonlySet<string>, one: Answers, other: Answers): boolean {
  return [...variables].some((variable) => one[variable] !== other[variable])
}

/** A page that was reached is shown, whatever its own condition says: the hub and the path between pages are ours. */
function asReached(form: Form, page: Page): Form {
  if (page.visibleIf.length === 0) return form
  const questions = form.questions.map((question) => {
    if (question.page !== page.name) return question
    return { ...question, visibleIf: question.visibleIf.filter((condition) => !page.visibleIf.includes(condition)) }
  })
  return { ...form, questions }
}
