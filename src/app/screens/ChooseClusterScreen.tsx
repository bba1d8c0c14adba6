import type { ListedEdition } from 'virtual:editions'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { RegisterCluster } from '#domain/register.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { dayText } from '#ui/dates.ts'
import { Option } from '#ui/Option.tsx'
import { texts } from '#ui/texts.ts'
import { type Database, readFact } from '../database.ts'
import { draftOfCluster } from '../drafts.ts'
import { matchingClusters } from '../registerSearch.ts'
import { startDraft } from '../startDraft.ts'
import { askPersistence } from '../storage.ts'
import { useTitle } from '../useTitle.ts'
import styles from './ChooseClusterScreen.module.css'

type Props = { db: Database; language: Language; edition: ListedEdition }
type Chosen = { cluster?: RegisterCluster; clusterName: string }

const mostShown = 30

/** S03: ties the assessment to the register, or names a cluster that is not in it; and how it will be answered. */
export function ChooseClusterScreen({ db, language, edition }: Props) {
  const t = texts(language).choose
  const [, go] = useLocation()
  const [chosen, setChosen] = useState<Chosen>()
  const [isNaming, setNaming] = useState(false)
  const [mode, setMode] = useState<'self' | 'interview'>('self')
  const [problem, setProblem] = useState('')
  const [existing, setExisting] = useState<string>()
  useTitle(t.title, language, problem !== '')

  const open = async (known: Chosen, roundId: string | null) => {
    // From here on there is something to lose; and some browsers only listen to this right after a touch.
    void askPersistence()
    const beginning = { roundId, clusterName: known.clusterName, mode, language }
    const made = { key: crypto.randomUUID(), at: new Date() }
    const { draft } = await startDraft(db, edition, beginning, known, made)
    go(`/draft/${draft.key}/${edition.isScored ? 'consent' : 'hub'}`)
  }
  const start = async () => {
    if (chosen === undefined) return setProblem(t.pickFault)
    const length = chosen.clusterName.trim().length
    if (length < 3 || length > 120) return setProblem(t.nameFault)
    const census = await readFact(db, 'census')
    const roundId = census?.rounds.find((round) => round.status === 'open')?.roundId ?? null
    const id = chosen.cluster?.clusterId
    const known = id === undefined ? undefined : await draftOfCluster(db, roundId, id)
    if (known !== undefined && existing === undefined) return setExisting(known.key)
    await open({ ...chosen, clusterName: chosen.clusterName.trim() }, roundId)
  }
  return (
    <main id="main">
      <h1>{t.title}</h1>
      {isNaming ? (
        <NameCluster language={language} onName={(clusterName) => setChosen({ clusterName })} />
      ) : (
        <SearchRegister db={db} language={language} chosen={chosen?.cluster} onChoose={setChosen} />
      )}
      <p>
        <Button
          kind="secondary"
          onClick={() => {
            setNaming(!isNaming)
            setChosen(undefined)
          }}
        >
          {isNaming ? t.backToSearch : t.notFound}
        </Button>
      </p>
      <fieldset className={styles.modes}>
        <legend>{t.mode}</legend>
        {(['self', 'interview'] as const).map((each) => (
          <Option key={each} type="radio" name="mode" checked={mode === each} onChange={() => setMode(each)}>
            <span>
              {t.modes[each]}
              <span className={styles.hint}>{t.modeHints[each]}</span>
            </span>
          </Option>
        ))}
      </fieldset>
      {problem !== '' && (
        <p role="alert" className={styles.problem}>
          ✕ {problem}
        </p>
      )}
      {existing !== undefined && (
        <div role="alert" className={styles.existing}>
          <h2>{t.duplicateTitle}</h2>
          <Button kind="primary" onClick={() => go(`/draft/${existing}/hub`)}>
            {t.continueDraft}
          </Button>{' '}
          <Button kind="secondary" onClick={() => void start()}>
            {t.startAnother}
          </Button>
        </div>
      )}
      {existing === undefined && (
        <Button kind="primary" onClick={() => void start()}>
          {t.start}
        </Button>
      )}
    </main>
  )
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

type SearchProps = {
  db: Database
  language: Language
  chosen: RegisterCluster | undefined
  onChoose: (chosen: Chosen) => void
}

function SearchRegister({ db, language, chosen, onChoose }: SearchProps) {
  const t = texts(language).choose
  const [query, setQuery] = useState('')
  const register = useLiveQuery(() => db.register.orderBy('name').toArray(), [db])
  const asOf = useLiveQuery(() => readFact(db, 'registerAsOf'), [db])
  if (register === undefined) return null
  if (register.length === 0) return <p>{t.noRegister}</p>
  const matching = matchingClusters(register, query)
  return (
    <>
      {typeof asOf === 'string' && <p>{t.registerAsOf(dayText(asOf, language))}</p>}
      <label className={styles.field}>
        {t.search}
        <input type="search" autoComplete="off" value={query} onChange={(event) => setQuery(event.target.value)} />
      </label>
      <p role="status">
        {matching.length === 0
          ? t.none(query)
          : matching.length > mostShown
            ? t.firstResults(mostShown, matching.length)
            : t.results(matching.length)}
      </p>
      <div role="radiogroup" aria-label={t.title} className={styles.clusters}>
        {matching.slice(0, mostShown).map((cluster) => (
          <Option
            key={cluster.clusterId}
            type="radio"
            name="cluster"
            checked={chosen?.clusterId === cluster.clusterId}
            onChange={() => onChoose({ cluster, clusterName: cluster.name })}
          >
            <span>
              {cluster.name}
              <span className={styles.hint}>
                {cluster.clusterId} · {cluster.chamberCode === 'none' ? t.noChamber : t.chamber(cluster.chamberCode)}
              </span>
            </span>
          </Option>
        ))}
      </div>
    </>
  )
}
