import { isBlank } from '#domain/answers.ts'
import type { InputProps } from '../surveyInput.tsx'
import styles from './fields.module.css'
import { useValue } from './useValue.ts'

/** One line or many; never deletes what was typed. */
export function TextField({ question, spec, labelledBy, describedBy }: InputProps) {
  const [value, setValue] = useValue(question)
  const shared = {
    className: styles.text,
    value: isBlank(value) ? '' : String(value),
    maxLength: spec?.maxLength ?? 2000,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) =>
      setValue(event.target.value === '' ? undefined : event.target.value),
    ...(labelledBy === '' ? { 'aria-label': question.locTitle.renderedHtml } : { 'aria-labelledby': labelledBy }),
    'aria-describedby': describedBy,
  }
  if (question.getType() === 'comment') return <textarea {...shared} rows={5} />
  const isMail = spec?.email === true
  return (
    <input
      {...shared}
      type={isMail ? 'email' : 'text'}
      spellCheck={isMail ? false : undefined}
      autoCapitalize={isMail ? 'off' : undefined}
    />
  )
}
