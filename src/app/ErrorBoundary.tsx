import { Component, type ReactNode } from 'react'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'

type Props = { language: Language; children: ReactNode }

/** The app's one catch for what nobody expected: says that the answers are safe, and offers to go on. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const t = texts(this.props.language).fault
    return (
      <main id="main">
        <h1>{t.title}</h1>
        <p role="alert">{t.detail}</p>
        <p>
          <a href={window.location.href}>{t.retry}</a> · <a href="/">{t.home}</a>
        </p>
      </main>
    )
  }
}
