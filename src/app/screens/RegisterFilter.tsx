import { useId } from 'react'
import { Option } from '#ui/Option.tsx'
import unfold from '#ui/Unfold.module.css'
import styles from './ChooseClusterScreen.module.css'

type Props = {
  label: string
  /** what it says while nothing is left out */
  all: string
  /** what can be chosen, by code, in its order */
  names: ReadonlyMap<string, string>
  chosen: string | undefined
  onChoose: (code: string | undefined) => void
}

/** Leaves of the register what has one value; closed, it says which. One value alone is nothing to choose from. */
export function RegisterFilter({ label, all, names, chosen, onChoose }: Props) {
  const group = useId()
  if (names.size < 2) return null
  const option = (code: string | undefined, name: string) => (
    <Option key={code ?? ''} type="radio" name={group} checked={chosen === code} onChange={() => onChoose(code)}>
      {name}
    </Option>
  )
  return (
    <details className={`${unfold.unfold} ${styles.filter}`}>
      <summary>
        <span>
          {label}: <strong>{chosen === undefined ? all : names.get(chosen)}</strong>
        </span>
      </summary>
      <div role="radiogroup" aria-label={label} className={styles.values}>
        {option(undefined, all)}
        {[...names].map(([code, name]) => option(code, name))}
      </div>
    </details>
  )
}
