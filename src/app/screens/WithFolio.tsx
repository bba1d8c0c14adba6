import styles from './WithFolio.module.css'

/** Words that name a folio, which stays in one piece: it is read out and typed, and must not break at a hyphen. */
export function WithFolio({ words, folio }: { words: string; folio: string }) {
  const [before, after] = words.split(folio)
  return (
    <>
      {before}
      <span className={styles.folio}>{folio}</span>
      {after}
    </>
  )
}
