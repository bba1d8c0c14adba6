import { type ChangeEvent, useId, useState } from 'react'
import { isBlank, type Json } from '#domain/answers.ts'
import type { Language } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import styles from './fields.module.css'
import { type InputProps, nameAttributes } from './inputProps.ts'
import { useTyped } from './useTyped.ts'

const textOf = (value: Json | undefined) => (isBlank(value) ? '' : String(value))

/** A text this short or shorter is counted down: a longer one nobody fills by accident. */
const countedLength = 120

/** One line or many; never deletes what was typed. */
export function TextField({ question, answer, language, name, describedBy }: InputProps) {
  const id = useId()
  const { box, type, leave } = useTyped<HTMLInputElement & HTMLTextAreaElement>(answer, textOf)
  const [length, setLength] = useState<number>()
  const { maxLength = 2000 } = question
  // Names and the like have a limit too, but only one that nobody meets.
  const isCounted = maxLength <= countedLength && question.name.endsWith('_other')
  const shared = {
    ref: box,
    className: styles.text,
    defaultValue: textOf(answer.value),
    maxLength,
    autoComplete: 'off',
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      type(target.value === '' ? undefined : target.value)
      if (isCounted) setLength(target.value.length)
    },
    onBlur: leave,
    ...nameAttributes(name),
    'aria-describedby': [describedBy, isCounted ? id : undefined].filter(Boolean).join(' ') || undefined,
  }
  if (question.type === 'comment') return <textarea {...shared} rows={5} />
  const isMail = question.email
  return (
    <>
      <input
        {...shared}
        type={isMail ? 'email' : 'text'}
        // One line is a name, a code or an address, of which no dictionary knows; "which one" is a word.
        spellCheck={question.name.endsWith('_other')}
        autoCapitalize={isMail ? 'off' : undefined}
      />
      {isCounted && (
        <LettersLeft id={id} left={maxLength - (length ?? textOf(answer.value).length)} language={language} />
      )}
    </>
  )
}

/** Read out only when it gets tight, not at every key. */
const fewLetters = 20

function LettersLeft({ id, left, language }: { id: string; left: number; language: Language }) {
  const t = captureTexts(language).text
  const words = left <= 0 ? t.full : t.left(left)
  return (
    <>
      <p id={id} className={styles.readBack}>
        {words}
      </p>
      <span role="status" className="visually-hidden">
        {left <= fewLetters && left % 10 === 0 ? words : ''}
      </span>
    </>
  )
}
