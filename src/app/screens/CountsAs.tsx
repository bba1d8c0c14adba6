import type { Language, Text } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { texts } from '#ui/texts.ts'
import unfold from '#ui/Unfold.module.css'
import styles from './PageScreen.module.css'

type Props = { countsAs: { yes: Text; no: Text }; isReadAloud: boolean; language: Language }

/** "Qué cuenta como…": what does and what does not, on the page itself, folded away. */
export function CountsAs({ countsAs, isReadAloud, language }: Props) {
  const t = texts(language).page
  return (
    <details className={`${unfold.unfold} ${styles.countsAs}`}>
      <summary>{t.countsAs}</summary>
      <div className={isReadAloud ? undefined : styles.doNotRead}>
        <p>
          {!isReadAloud && (
            <>
              <strong>{captureTexts(language).doNotRead}.</strong>{' '}
            </>
          )}
          <strong>{t.counts}:</strong> {countsAs.yes[language]}
        </p>
        <p>
          <strong>{t.countsNot}:</strong> {countsAs.no[language]}
        </p>
      </div>
    </details>
  )
}
