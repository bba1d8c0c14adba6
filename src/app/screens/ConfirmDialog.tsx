import { useEffect, useRef } from 'react'
import { Button } from '#ui/Button.tsx'
import styles from './ConfirmDialog.module.css'

type Props = {
  title: string
  detail: string
  confirm: string
  cancel: string
  onConfirm: () => void
  onClose: () => void
}

/** Before what cannot be undone. Keeping comes first: it is what Enter and a hasty finger meet. */
export function ConfirmDialog({ title, detail, confirm, cancel, onConfirm, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => dialog.current?.close()
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={title} onClose={onClose}>
      <h2>{title}</h2>
      <p>{detail}</p>
      <div className={styles.choices}>
        <Button kind="primary" onClick={close}>
          {cancel}
        </Button>
        <Button
          kind="danger"
          onClick={() => {
            onConfirm()
            close()
          }}
        >
          {confirm}
        </Button>
      </div>
    </dialog>
  )
}
