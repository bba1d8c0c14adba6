import type { ListedEdition } from 'virtual:editions'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { RegisterCluster } from '#domain/register.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { draftTexts } from '#ui/draftTexts.ts'
import { recentText } from '#ui/settingsTexts.ts'
import { texts } from '#ui/texts.ts'
import { type Database, type Draft, readFact } from '../database.ts'
import { existingDraft } from '../existingDraft.ts'
import { roundIdOf } from '../rounds.ts'
import { startDraft } from '../startDraft.ts'
import { askPersistence } from '../storage.ts'
import { useTitle } from '../useTitle.ts'
import styles from './ChooseClusterScreen.module.css'
import { SearchRegister } from './SearchRegister.tsx'

type Props = { db: Database; language: Language; edition: ListedEdition }
type Chosen = { cluster?: RegisterCluster; clusterName: string }

/** S03: ties the assessment to the register, or names a cluster that is not in it. */
export function ChooseClusterScreen({ db, language, edition }: Props) {
  const t = texts(language).choose
  const { go, round, open } = useOpening({ db, language, edition })
  const [chosen, setChosen] = useState<Chosen>()
  const [hasResults, setHasResults] = useState(true)
  const [isNaming, setNaming] = useState(false)
  const [problem, setProblem] = useState('')
  const [existing, setExisting] = useState<Draft>()
  const title = isNaming ? t.nameTitle : t.title
  // There is nothing to choose: the only way on is to write the name.
  const isNotFound = !isNaming && !hasResults && chosen === undefined
  const said = isNotFound ? '' : problem
  useTitle(title, language, said !== '')

  const choose = (next: Chosen | undefined) => {
    setChosen(next)
    setProblem('')
    setExisting(undefined)
  }
  const proceed = async () => {
    if (chosen === undefined) return setProblem(isNaming ? t.nameFault : t.pickFault)
    const clusterName = chosen.clusterName.trim()
    if (clusterName.length < 3 || clusterName.length > 120) return setProblem(t.nameFault)
    const clusterId = chosen.cluster?.clusterId ?? null
    const found = await existingDraft(db, {
      ...{ questionnaireId: edition.id, roundId: await round() },
      ...{ clusterId, clusterName },
    })
    if (found !== undefined) return setExisting(found)
    await open({ ...chosen, clusterName })
  }
  return (
    <main id="main">
      <h1>{title}</h1>
      {isNaming ? (
        <NameCluster language={language} onName={(clusterName) => choose({ clusterName })} />
      ) : (
        <SearchRegister
          db={db}
          language={language}
          chosen={chosen?.cluster}
          onSearch={setHasResults}
          onChoose={(cluster) => choose({ cluster, clusterName: cluster.name })}
        />
      )}
      <p>
        <Button
          kind={isNotFound ? 'primary' : 'secondary'}
          onClick={() => {
            setNaming(!isNaming)
            choose(undefined)
          }}
        >
          {isNaming ? t.backToSearch : t.notFound}
        </Button>
      </p>
      {said !== '' && (
        <p role="alert" className={styles.problem}>
          ✕ {said}
        </p>
      )}
      {existing === undefined ? (
        !isNotFound && (
          <Button kind="primary" onClick={() => void proceed()}>
            {isNaming ? t.startNamed : t.start}
          </Button>
        )
      ) : (
        <ExistingDraft
          draft={existing}
          language={language}
          onContinue={() => go(`/draft/${existing.key}/hub`)}
          onAnother={() => chosen !== undefined && void open({ ...chosen, clusterName: chosen.clusterName.trim() })}
        />
      )}
    </main>
  )
}

/** The way into a draft of what was chosen; asked for twice, it opens one. */
function useOpening({ db, language, edition }: Props) {
  const [, go] = useLocation()
  const isOpening = useRef(false)
  const round = async () => {
    const questionnaire = { id: edition.id, edition: edition.edition }
    return roundIdOf(await readFact(db, 'census'), questionnaire, new Date())
  }
  const open = async ({ cluster, clusterName }: Chosen) => {
    if (isOpening.current) return
    isOpening.current = true
    // From here on there is something to lose; and some browsers only listen to this right after a touch.
    void askPersistence()
    try {
      const beginning = { roundId: await round(), clusterName, mode: 'self', language } as const
      const made = { key: crypto.randomUUID(), at: new Date() }
      const draft = await startDraft(db, edition, beginning, { cluster, clusterName }, made)
      go(`/draft/${draft.key}/consent`)
    } finally {
      isOpening.current = false
    }
  }
  return { go, round, open }
}

function NameCluster({ language, onName }: { language: Language; onName: (name: string) => void }) {
  const t = texts(language).choose
  return (
    <label className={styles.field}>
      {t.name}
      <span className={styles.hint}>{t.nameHint}</span>
      <input autoComplete="off" spellCheck={false} maxLength={120} onChange={(event) => onName(event.target.value)} />
    </label>
  )
}

type ExistingProps = { draft: Draft; language: Language; onContinue: () => void; onAnother: () => void }

/** Takes the place of the button that was pressed, and so its focus too. */
function ExistingDraft({ draft, language, onContinue, onAnother }: ExistingProps) {
  const t = texts(language).choose
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={styles.existing} aria-labelledby="existing">
      <h2 id="existing" ref={heading} tabIndex={-1}>
        {t.duplicateTitle}
      </h2>
      {draft.parentFolio !== undefined && <p>{texts(language).home.corrects(draft.parentFolio)}</p>}
      <p>
        {draft.enumerator !== null && `${draftTexts(language).choose.startedBy(draft.enumerator)} `}
        {t.duplicateSaved(recentText(draft.savedAt, new Date(), language))}
      </p>
      <p>{t.duplicate}</p>
      <div className={styles.answers}>
        <Button kind="primary" onClick={onContinue}>
          {t.continueDraft}
        </Button>
        <Button kind="secondary" onClick={onAnother}>
          {t.startAnother}
        </Button>
      </div>
    </section>
  )
}
