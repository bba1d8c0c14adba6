import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import styles from './ConfirmDialog.module.css'

type Props = {
  title: string
  details: readonly string[]
  /** asks for what has to be typed */
  label: string
  isRight: (typed: string) => boolean
  /** said when something else was typed */
  fault: string
  confirm: string
  cancel: string
  /** gives the sentence that says why nothing was done; undefined when it was */
  onConfirm: () => Promise<string | undefined>
  onClose: () => void
}

/** Before what takes answers away for good: a tap can be a mistake, what is typed cannot. */
export function TypedConfirm({ title, details, label, isRight, fault, confirm, cancel, onConfirm, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => dialog.current?.close()
  const run = async (event: FormEvent) => {
    event.preventDefault()
    if (!isRight(typed)) return setSaid(fault)
    const why = await onConfirm()
    if (why === undefined) return close()
    setSaid(why)
  }
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={title} onClose={onClose}>
      <h2>{title}</h2>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
      <form className={styles.typed} onSubmit={(event) => void run(event)} noValidate>
        <label>
          {label}
          <input
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={said !== ''}
            aria-describedby={id}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <p id={id} role="alert" className={styles.fault}>
          {said !== '' && `✕ ${said}`}
        </p>
        <div className={styles.choices}>
          <Button kind="primary" onClick={close}>
            {cancel}
          </Button>
          <Button kind="danger" type="submit">
            {confirm}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
