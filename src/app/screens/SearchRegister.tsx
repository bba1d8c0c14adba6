import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { RegisterCluster } from '#domain/register.ts'
import type { Language } from '#domain/text.ts'
import { dayText } from '#ui/dates.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { Option } from '#ui/Option.tsx'
import { texts } from '#ui/texts.ts'
import { type Database, readFact } from '../database.ts'
import { chamberName, departmentName, matchingClusters, namesIn } from '../registerSearch.ts'
import styles from './ChooseClusterScreen.module.css'
import { RegisterFilter } from './RegisterFilter.tsx'

type Props = {
  db: Database
  language: Language
  chosen: RegisterCluster | undefined
  /** told whether what is looked for is there */
  onSearch: (hasResults: boolean) => void
  onChoose: (cluster: RegisterCluster) => void
}

const mostShown = 30

/** The register as it was last heard, searched as one types. */
export function SearchRegister({ db, language, chosen, onSearch, onChoose }: Props) {
  const t = texts(language).choose
  const [query, setQuery] = useState('')
  const [dept, setDept] = useState<string>()
  const [chamber, setChamber] = useState<string>()
  const register = useLiveQuery(() => db.register.orderBy('name').toArray(), [db])
  const asOf = useLiveQuery(() => readFact(db, 'registerAsOf'), [db])
  const matching = matchingClusters(register ?? [], query).filter(
    (cluster) =>
      (dept ?? cluster.deptCode) === cluster.deptCode && (chamber ?? cluster.chamberCode) === cluster.chamberCode,
  )
  const hasResults = register === undefined || matching.length > 0
  useEffect(() => onSearch(hasResults), [hasResults, onSearch])
  if (register === undefined) return null
  if (register.length === 0) return <p>{t.noRegister}</p>
  const words = draftTexts(language).choose
  const departments = namesIn(
    register,
    ({ deptCode }) => deptCode,
    (cluster) => departmentName(cluster, language),
  )
  const chambers = namesIn(
    register,
    ({ chamberCode }) => chamberCode,
    (cluster) => chamberName(cluster, language) ?? t.noChamber,
  )
  const isFiltered = dept !== undefined || chamber !== undefined
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
      <div className={styles.filters}>
        <RegisterFilter {...words.department} names={departments} chosen={dept} onChoose={setDept} />
        <RegisterFilter {...words.chamber} names={chambers} chosen={chamber} onChoose={setChamber} />
      </div>
      <p role="status">
        {matching.length === 0
          ? isFiltered
            ? words.noneFiltered
            : t.none(query)
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
