import { Link } from 'wouter'
import type { Page, Question } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { type CalculatedTotal, calculatedTotals, confirmationOf } from '#domain/totals.ts'
import { visibleQuestions } from '#domain/visible.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { Option } from '#ui/Option.tsx'
import { amountText } from '../answerText.ts'
import { type OpenDraft, useDraft } from '../openDraft.ts'
import styles from './CalculatedTotals.module.css'
import { changeHref } from './reviewRows.ts'

type Props = Pick<OpenDraft, 'session' | 'form'> & { pages: readonly Page[]; language: Language }

/** The sums that we made of a section's tables, each to be confirmed or corrected; asked again when an amount changes. */
export function CalculatedTotals({ session, form, pages, language }: Props) {
  const draft = useDraft(session)
  const t = draftTexts(language).totals
  const totals = calculatedTotals(pages, draft, visibleQuestions(form, draft.answers))
  if (totals.length === 0) return null
  const { confirmedTotals = {} } = draft
  const confirm = (total: CalculatedTotal, isConfirmed: boolean) => {
    const { [total.panel.name]: _before, ...others } = confirmedTotals
    session.set({
      confirmedTotals: isConfirmed ? { ...others, [total.panel.name]: confirmationOf(total) } : others,
    })
  }
  return (
    <section aria-labelledby="totals" className={styles.totals}>
      <h2 id="totals">{t.title}</h2>
      <p>{t.hint}</p>
      {totals.map((total) => {
        const title = inLanguage(total.panel.short ?? total.panel.title, language)
        const [first] = total.parts
        const unit = unitOf(total, language)
        return (
          <div key={total.panel.name} role="group" aria-label={title} className={styles.total}>
            <h3>{title}</h3>
            <dl>
              {total.parts.map(({ question, value }) => (
                <div key={question.name}>
                  <dt>{inLanguage(question.short ?? question.title, language)}</dt>
                  <dd>{amountText(unit === undefined ? question : unitless(question), value, language)}</dd>
                </div>
              ))}
            </dl>
            <p className={styles.sum}>{t.sum(sumText(total, language))}</p>
            <Option
              type="checkbox"
              name={`total-${total.panel.name}`}
              checked={confirmedTotals[total.panel.name] === confirmationOf(total)}
              onChange={(isConfirmed) => confirm(total, isConfirmed)}
            >
              {t.confirm}
            </Option>
            {first !== undefined && (
              <Link
                href={changeHref(draft.key, { page: first.question.page, variable: first.question.name }, 'section')}
                className={styles.correct}
                aria-label={t.correctNamed(title)}
              >
                {t.correct}
              </Link>
            )}
          </div>
        )
      })}
    </section>
  )
}

/** "84 empresas"; where the parts have different units, "84 en total". */
function sumText({ parts, sum }: CalculatedTotal, language: Language): string {
  const first = parts[0]?.question
  if (first === undefined) return ''
  if (unitOf({ parts }, language) !== undefined) return amountText(first, sum, language)
  return draftTexts(language).totals.plain(amountText(unitless(first), sum, language))
}

/** The unit that all parts have, so that the sum alone needs to say it. */
function unitOf({ parts }: Pick<CalculatedTotal, 'parts'>, language: Language): string | undefined {
  const [unit = '', ...others] = new Set(parts.map(({ question }) => inLanguage(question.unit, language)))
  return unit === '' || others.length > 0 ? undefined : unit
}

function unitless(question: Question): Question {
  return { ...question, unit: '', unitOne: '' }
}
