import { useId, useMemo, useState } from 'react'
import type { Json } from '#domain/answers.ts'
import type { Choice } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { Option } from '#ui/Option.tsx'
import { texts } from '#ui/texts.ts'
import { withoutAccents } from '../withoutAccents.ts'
import { ClearAnswer } from './ClearAnswer.tsx'
import styles from './fields.module.css'
import { type InputProps, nameAttributes } from './inputProps.ts'

/** So many are drawn at once: a slow tablet takes its time over 249 countries, and nobody reads them through. */
const mostShown = 60

/**
 * A long list (departments, chambers): a filter box over radios or check boxes. What is chosen stands on top from the next
 * filter on, and until then where it was tapped.
 */
export function FilterField({ question, answer, language, name, describedBy }: InputProps) {
  const { value, set: setValue } = answer
  const [filter, setFilter] = useState('')
  const id = useId()
  const t = texts(language).page
  const isMultiple = question.kind === 'multiple'
  const chosen: readonly Json[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  const options = useMemo(() => inAlphabet(question.choices, language), [question, language])
  const wanted = withoutAccents(filter)
  const matching = options.filter(
    (option) => wanted === '' || withoutAccents(inLanguage(option.text, language)).includes(wanted),
  )
  const drawn = matching.slice(0, mostShown)
  const [onTop, setOnTop] = useState(chosen)
  const isOutOfReach = (option: Choice) => chosen.includes(option.value) && !drawn.includes(option)
  const top = options.filter((option) => onTop.includes(option.value) || isOutOfReach(option))

  const names = options.filter(({ value: each }) => chosen.includes(each)).map(({ text }) => inLanguage(text, language))

  const toggle = (option: Json, isOn: boolean) => {
    if (!isMultiple) return setValue(option)
    const next = isOn ? [...chosen, option] : chosen.filter((item) => item !== option)
    setValue(next.length === 0 ? undefined : next)
  }
  return (
    <div role={isMultiple ? 'group' : 'radiogroup'} {...nameAttributes(name)} aria-describedby={describedBy}>
      <label htmlFor={id} className={styles.filterLabel}>
        {t.filterOptions}
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        className={styles.text}
        value={filter}
        onChange={(event) => {
          setFilter(event.target.value)
          setOnTop(chosen)
        }}
      />
      <p role="status" className={styles.readBack}>
        {countWords(drawn.length, matching.length, wanted !== '', language)}
      </p>
      <div className={styles.list}>
        {[...new Set([...top, ...drawn])].map((option) => (
          <Option
            key={String(option.value)}
            type={isMultiple ? 'checkbox' : 'radio'}
            name={id}
            checked={chosen.includes(option.value)}
            onChange={(isOn) => toggle(option.value, isOn)}
          >
            <span className={styles.optionText}>{inLanguage(option.text, language)}</span>
          </Option>
        ))}
      </div>
      {/* Below the list, which a choice would otherwise push away from under the finger. */}
      <p role="status" className={styles.chosen}>
        {names.length > 0 && t.chosen(names)}
      </p>
      <ClearAnswer question={question} answer={answer} language={language} group={id} />
    </div>
  )
}

/** How many there are, because the edge of the list may fall where it seems to end. */
function countWords(drawn: number, matching: number, isFiltered: boolean, language: Language): string {
  const t = captureTexts(language)
  if (matching === 0) return texts(language).page.noOptionMatches
  if (drawn < matching) return texts(language).choose.firstResults(drawn, matching)
  return isFiltered ? t.matches(matching) : t.wholeList(matching)
}

/** As people look for them: an edition has them in the order of their codes. What says that there is none stays first. */
function inAlphabet(choices: readonly Choice[], language: Language): Choice[] {
  const { compare } = new Intl.Collator(language)
  const isNone = ({ value }: Choice) => Number(value === 'none')
  return [...choices].sort(
    (one, other) =>
      isNone(other) - isNone(one) || compare(inLanguage(one.text, language), inLanguage(other.text, language)),
  )
}
