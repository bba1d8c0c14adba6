import type { Language } from '#domain/text.ts'
import { dayAndTimeText } from '#ui/dates.ts'
import { settingsTexts } from '#ui/settingsTexts.ts'
import { isClockOff } from '../../clock.ts'
import type { DeviceFacts } from '../../database.ts'
import styles from './Settings.module.css'

type Props = { census: DeviceFacts['census'] | undefined; language: Language }

/** The time of the census beside that of the tablet, when they last talked and were far apart. */
export function ClockWarning({ census, language }: Props) {
  const t = settingsTexts(language)
  if (census === undefined || !isClockOff(census)) return null
  const ofCensus = new Date(Date.parse(census.heardAt) + census.clockOffsetMs).toISOString()
  return (
    <p className={styles.warning}>
      <strong>! {t.clock}</strong>{' '}
      {t.clockDetail(dayAndTimeText(ofCensus, language), dayAndTimeText(census.heardAt, language))}
    </p>
  )
}
