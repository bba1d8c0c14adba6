import type { ReactNode } from 'react'
import styles from './Option.module.css'

type Props = {
  type: 'radio' | 'checkbox'
  name: string
  checked: boolean
  onChange: (isOn: boolean) => void
  lang?: string | undefined
  children: ReactNode
}

/** A radio or check box with its words: the whole row is the target. */
export function Option({ type, name, checked, onChange, lang, children }: Props) {
  return (
    <label className={styles.option} lang={lang}>
      <input type={type} name={name} checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {children}
    </label>
  )
}
