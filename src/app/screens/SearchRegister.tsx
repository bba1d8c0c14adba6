import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { RegisterCluster } from '#domain/register.ts'
import type { Language } from '#domain/text.ts'
import { dayText } from '#ui/dates.ts'
import { Option } from '#ui/Option.tsx'
import { texts } from '#ui/texts.ts'
import { type Database, readFact } from '../database.ts'
import { chamberName, departmentName, matchingClusters } from '../registerSearch.ts'
import styles from './ChooseClusterScreen.module.css'

type Props = {
  db: Database
  language: Language
  chosen: RegisterCluster | undefined
  onChoose: (cluster: RegisterCluster) => void
}

const mostShown = 30

/** The register as it was last heard, searched as one types. */
export function SearchRegister({ db, language, chosen, onChoose }: Props) {
  const t = texts(language).choose
  const [query, setQuery] = useState('')
  const register = useLiveQuery(() => db.register.orderBy('name').toArray(), [db])
  const asOf = useLiveQuery(() => readFact(db, 'registerAsOf'), [db])
  if (register === undefined) return null
  if (register.length === 0) return <p>{t.noRegister}</p>
  const matching = matchingClusters(register, query)
  // What is chosen stays in view, whatever is typed next.
  const isLost = chosen !== undefined && !matching.some(({ clusterId }) => clusterId === chosen.clusterId)
  const shown = [...(isLost ? [chosen] : []), ...matching.slice(0, mostShown)]
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
        {shown.map((cluster) => (
          <Option
            key={cluster.clusterId}
            type="radio"
            name="cluster"
            checked={chosen?.clusterId === cluster.clusterId}
            onChange={() => onChoose(cluster)}
          >
            <span>
              {cluster.name}
              <span className={styles.hint}>
                {departmentName(cluster, language)} · {chamberName(cluster, language) ?? t.noChamber} ·{' '}
                <span className={styles.id}>{cluster.clusterId}</span>
              </span>
            </span>
          </Option>
        ))}
      </div>
    </>
  )
}
