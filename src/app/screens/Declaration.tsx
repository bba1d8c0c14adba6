import type { Form } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { keepVisible, visibleQuestions } from '#domain/visible.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { answerText } from '../answerText.ts'
import type { Draft } from '../database.ts'
import { respondentRole } from '../respondentRole.ts'
import styles from './Declaration.module.css'

type Props = { form: Form; draft: Draft; language: Language }

/** What finishing declares, and in whose name: that of the questionnaire's own questions, where it asks for one. */
export function Declaration({ form, draft, language }: Props) {
  const t = draftTexts(language).review
  const visible = visibleQuestions(form, draft.answers)
  const said = keepVisible(form, draft, visible)
  const name = form.question('respondent_name')
  const role = respondentRole(form, said, language)
  const nameless = visible.has('respondent_name') ? t.nameless : t.namelessByChoice
  const facts: [string, string | undefined][] = [
    [
      t.answeredBy,
      (name === undefined ? undefined : answerText(name, said, language)) ??
        (role === undefined ? undefined : nameless),
    ],
    [t.role, role],
    [t.interviewedBy, draft.enumerator ?? undefined],
  ]
  return (
    <section aria-labelledby="declaration" className={styles.declaration}>
      <h2 id="declaration">{t.declaration}</h2>
      <p>{t.declares}</p>
      <dl>
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  )
}
