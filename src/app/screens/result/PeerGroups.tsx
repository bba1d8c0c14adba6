import { useState } from 'react'
import { Link } from 'wouter'
import type { Benchmark, BenchmarkGroup } from '#domain/benchmark.ts'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { dateInWords } from '#ui/dates.ts'
import { historyTexts } from '#ui/historyTexts.ts'
import { withoutAccents } from '../../withoutAccents.ts'
import styles from './PeerGroups.module.css'

/** Up to here all groups are in sight at once; a longer list begins with a filter. */
const inSight = 7

type Props = {
  language: Language
  benchmark: Benchmark | undefined
  group: BenchmarkGroup | undefined
  onChoose: (id: string) => void
}

/** With whom the profile is compared, and as of when. Nobody is ranked and nobody is named. */
export function PeerGroups({ language, benchmark, group, onChoose }: Props) {
  const t = historyTexts(language).peers
  const [filter, setFilter] = useState('')
  if (benchmark === undefined || group === undefined) {
    return (
      <p className={styles.none}>
        {t.none} <Link href="/settings">{t.where}</Link>
      </p>
    )
  }
  const nameOf = ({ es, en }: BenchmarkGroup) => inLanguage({ es, en }, language)
  const asOf = (
    <>
      <p role="status" className={styles.asOf}>
        {t.label(dateInWords(benchmark.asOf, language), formatNumber(group.n, {}, language))}
      </p>
      <p className={styles.asOf}>{t.meaning}</p>
    </>
  )
  if (benchmark.groups.length === 1) {
    return (
      <>
        <p className={styles.only}>
          {t.group}: <strong>{nameOf(group)}</strong>
        </p>
        {asOf}
      </>
    )
  }
  const wanted = withoutAccents(filter)
  const offered = benchmark.groups.filter(
    (each) => wanted === '' || each.id === group.id || withoutAccents(nameOf(each)).includes(wanted),
  )
  return (
    <fieldset className={styles.groups}>
      <legend>{t.group}</legend>
      {benchmark.groups.length > inSight && (
        <label className={styles.filter}>
          {t.filter}
          <input type="search" autoComplete="off" value={filter} onChange={(event) => setFilter(event.target.value)} />
        </label>
      )}
      <div className={styles.choices}>
        {offered.map((each) => (
          <label key={each.id} className={styles.choice}>
            <input type="radio" name="peers" checked={each.id === group.id} onChange={() => onChoose(each.id)} />
            {nameOf(each)}
          </label>
        ))}
      </div>
      {asOf}
    </fieldset>
  )
}
