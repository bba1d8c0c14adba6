import { Button } from '#ui/Button.tsx'
import { texts } from '#ui/texts.ts'
import styles from './fields.module.css'
import type { InputProps } from './inputProps.ts'

type Props = Pick<InputProps, 'question' | 'answer' | 'language'> & { /** the name of the radios */ group: string }

/** A radio cannot be unticked: where an answer may be left out, a button takes it back. */
export function ClearAnswer({ question, answer, language, group }: Props) {
  if (question.kind !== 'single' || question.isRequired || answer.value === undefined) return null
  const clear = () => {
    answer.set(undefined)
    // The button goes, and must not take the focus with it.
    document.getElementsByName(group)[0]?.focus()
  }
  return (
    <div className={styles.clear}>
      <Button kind="plain" onClick={clear}>
        {texts(language).page.clear}
      </Button>
    </div>
  )
}
