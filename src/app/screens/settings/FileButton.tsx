import { type ReactNode, useState } from 'react'
import styles from './FileButton.module.css'

type Props = {
  accept: string
  /** reads the file and gives the sentence that says what came of it */
  read: (file: File) => Promise<string>
  /** said when reading or keeping it failed */
  failed: string
  children: ReactNode
}

/** Opens one file of this device. The input itself is there for keyboard and screen reader; its label is the button. */
export function FileButton({ accept, read, failed, children }: Props) {
  const [said, setSaid] = useState('')
  const open = (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    if (file === undefined) return
    read(file).then(setSaid, () => setSaid(failed))
    // The same file, mended meanwhile, can be opened again.
    input.value = ''
  }
  return (
    <div className={styles.file}>
      <label className={styles.button}>
        <input type="file" accept={accept} className={styles.input} onChange={(event) => open(event.currentTarget)} />
        {children}
      </label>
      <p role="status">{said}</p>
    </div>
  )
}
