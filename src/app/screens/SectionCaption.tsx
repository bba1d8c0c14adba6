import { type Form, type Section, sectionOfPage } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { texts } from '#ui/texts.ts'
import type { OpenDraft } from '../openDraft.ts'
import type { SectionState } from '../sectionState.ts'
import { useSectionStates } from '../useSectionStates.ts'
import styles from './PageScreen.module.css'

type Props = OpenDraft & { pageName: string; language: Language }

/**
 * "Sección 3 de 7 · Gobernanza · faltan 4 preguntas obligatorias": counts, because a percentage may go backwards. The
 * count comes in a pause, to a place that is there before it.
 */
export function SectionCaption({ pageName, language, ...open }: Props) {
  const states = useSectionStates(open)
  const section = sectionOfPage(open.form, pageName)
  if (section === undefined) return null
  const state = states?.find((each) => each.section === section)
  return (
    <p className={styles.caption}>
      {captionOf(open.form, section, language)}
      {section !== open.form.consent && (
        <span className={styles.pending}>{state !== undefined && toDoText(state, language)}</span>
      )}
    </p>
  )
}

/** What is missing comes before what is wrong: there is room for one of the two. */
function toDoText({ pending, wrong }: SectionState, language: Language): string {
  return pending === 0 && wrong > 0 ? texts(language).hub.wrong(wrong) : captureTexts(language).pending(pending)
}

function captionOf(form: Form, section: Section, language: Language): string {
  const title = inLanguage(section.title, language)
  const position = form.sections.indexOf(section) + 1
  return position === 0 ? title : `${texts(language).page.sectionOf(position, form.sections.length)} · ${title}`
}
