import styles from './WithFolio.module.css'

/** Words that name a folio, which stays in one piece: it is read out and typed, and must not break at a hyphen. */
export function WithFolio({ words, folio }: { words: string; folio: string }) {
  const [before = '', after] = words.split(folio)
  // With the word that is tied to it: beside a box even a space that does not break breaks.
  const tied = before.lastIndexOf(' ') + 1
  return (
    <>
      {before.slice(0, tied)}
      <span className={styles.folio}>
        {before.slice(tied)}
        {folio}
      </span>
      {after}
    </>
  )
}
