import { type FormEvent, useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Language } from '#domain/text.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import type { OpenDraft } from '../openDraft.ts'
import { matchingQuestions, type SearchedQuestion, searchedQuestions } from '../questionSearch.ts'
import { useTitle } from '../useTitle.ts'
import styles from './FindQuestionScreen.module.css'

/** *Ir a pregunta*: finds a question by its number or a word, for an interview that leaves the order of the form. */
export function FindQuestionScreen({ session, form, language }: OpenDraft & { language: Language }) {
  const t = draftTexts(language).find
  const [, go] = useLocation()
  const [query, setQuery] = useState('')
  const { draft } = session.read()
  const questions = useMemo(() => searchedQuestions(form, draft, language), [form, draft, language])
  const matching = matchingQuestions(questions, query)
  const first = matching.find(({ isAsked }) => isAsked)
  useTitle(t.title, language)
  const openFirst = (event: FormEvent) => {
    event.preventDefault()
    if (first !== undefined) go(hrefOf(draft.key, first))
  }
  return (
    <main id="main">
      <h1>{t.title}</h1>
      <form role="search" onSubmit={openFirst} className={styles.search}>
        <label htmlFor="find">{t.box}</label>
        <span id="find-hint" className={styles.hint}>
          {t.hint(questions.at(-1)?.number ?? '')}
        </span>
        <input
          id="find"
          type="search"
          autoComplete="off"
          maxLength={100}
          aria-describedby="find-hint"
          data-arrival=""
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </form>
      <p role="status">{matching.length === 0 ? t.none(query) : t.found(matching.length)}</p>
      {groupedBySection(matching).map(([section, found]) => (
        <section key={section} aria-label={section}>
          <h2>{section}</h2>
          <ul className={styles.list}>
            {found.map((question) => (
              <li key={question.variable}>
                <FoundQuestion question={question} href={hrefOf(draft.key, question)} notAsked={t.notAsked} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  )
}

type FoundProps = { question: SearchedQuestion; href: string; notAsked: string }

function FoundQuestion({ question, href, notAsked }: FoundProps) {
  const words = (
    <>
      <span className={styles.number}>{question.number}</span>
      <span className={styles.title}>{question.title}</span>
      {question.question !== '' && <span className={styles.question}>{question.question}</span>}
    </>
  )
  if (question.isAsked) {
    return (
      <Link href={href} className={styles.row}>
        {words}
      </Link>
    )
  }
  return (
    <div className={styles.row}>
      {words}
      <span className={styles.notAsked}>– {notAsked}</span>
    </div>
  )
}

function hrefOf(draftKey: string, { page, variable }: SearchedQuestion): string {
  const [key, name] = [encodeURIComponent(draftKey), encodeURIComponent(page)]
  return `/draft/${key}/page/${name}#${encodeURIComponent(variable)}`
}

function groupedBySection(questions: readonly SearchedQuestion[]): [string, SearchedQuestion[]][] {
  const groups = new Map<string, SearchedQuestion[]>()
  for (const question of questions) groups.set(question.section, [...(groups.get(question.section) ?? []), question])
  return [...groups]
}
