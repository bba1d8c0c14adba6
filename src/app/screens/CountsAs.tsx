import type { Language, Text } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import styles from './PageScreen.module.css'

/** "Qué cuenta como…": what does and what does not, on the page itself, folded away. */
export function CountsAs({ countsAs, language }: { countsAs: { yes: Text; no: Text }; language: Language }) {
  const t = texts(language).page
  return (
    <details className={styles.countsAs}>
      <summary>{t.countsAs}</summary>
      <p>
        <strong>{t.counts}:</strong> {countsAs.yes[language]}
      </p>
      <p>
        <strong>{t.countsNot}:</strong> {countsAs.no[language]}
      </p>
    </details>
  )
}
