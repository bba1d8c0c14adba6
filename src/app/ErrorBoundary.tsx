import { Component, type ReactNode } from 'react'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import { CopyOfDraft } from './CopyOfDraft.tsx'
import type { Database } from './database.ts'
import { faultCode } from './faultCode.ts'
import styles from './screens/HomeScreen.module.css'

type Props = { db: Database; language: Language; children: ReactNode }

/** The app's one catch for what nobody expected: says that the answers are safe, and offers to go on. */
export class ErrorBoundary extends Component<Props, { caught: { fault: unknown } | undefined }> {
  override state: { caught: { fault: unknown } | undefined } = { caught: undefined }

  static getDerivedStateFromError(fault: unknown) {
    return { caught: { fault } }
  }

  override render() {
    const { caught } = this.state
    const { db, language, children } = this.props
    if (caught === undefined) return children
    const { product, topBar, fault: t } = texts(language)
    const draftKey = /^\/draft\/([^/]+)/.exec(window.location.pathname)?.[1]
    return (
      <main id="main">
        <p>
          <strong>{product}</strong>
        </p>
        <h1>{t.title}</h1>
        <p role="alert">{t.detail}</p>
        <p className={styles.start}>
          <a href={window.location.href} className={styles.primary}>
            {t.retry}
          </a>
          <a href="/" className={styles.secondary}>
            {t.home}
          </a>
        </p>
        {draftKey !== undefined && <CopyOfDraft db={db} draftKey={draftKey} language={language} />}
        <p>
          {t.code(faultCode(caught.fault))} <a href="/help">{topBar.help}</a>
        </p>
      </main>
    )
  }
}
