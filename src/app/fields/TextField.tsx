import { isBlank, type Json } from '#domain/answers.ts'
import styles from './fields.module.css'
import type { InputProps } from './inputProps.ts'
import { useTyped } from './useTyped.ts'

const textOf = (value: Json | undefined) => (isBlank(value) ? '' : String(value))

/** One line or many; never deletes what was typed. */
export function TextField(props: InputProps) {
  const { question, spec, labelledBy, describedBy } = props
  const { box, value, type, leave } = useTyped<HTMLInputElement & HTMLTextAreaElement>(props, textOf)
  const shared = {
    ref: box,
    className: styles.text,
    defaultValue: textOf(value),
    maxLength: spec?.maxLength ?? 2000,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => type(target.value === '' ? undefined : target.value),
    onBlur: leave,
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
