import { inLanguage } from '#domain/text.ts'
import { historyTexts } from '#ui/historyTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import styles from '../DimensionProfile.module.css'
import { TrackMark } from './ProfileTrack.tsx'
import type { DimensionProfileProps } from './profileShown.ts'

/** What each mark stands for; only the marks that are there. */
export function ProfileLegend({ language, edition, rules, profile, next, previous, group }: DimensionProfileProps) {
  const t = resultTexts(language).result.legend
  const stage = inLanguage(edition.texts?.stages[next?.id ?? '']?.label ?? next?.id, language)
  const hasTarget = Object.keys(next?.minima ?? {}).length > 0
  return (
    <ul className={styles.legend} aria-label={t.label}>
      {profile.some(({ isRange }) => !isRange) && <Item kind="now">{t.now}</Item>}
      {profile.some(({ isRange }) => isRange) && <Item kind="range">{t.range}</Item>}
      {previous !== undefined && <Item kind="before">{previous.date}</Item>}
      {hasTarget && <Item kind="target">{t.target(stage)}</Item>}
      {rules.stages.some(({ minima }) => Object.keys(minima).length > 0) && <Item kind="tick">{t.tick}</Item>}
      {group !== undefined && <Item kind="middle">{historyTexts(language).peers.band}</Item>}
    </ul>
  )
}

function Item({ kind, children }: { kind: Parameters<typeof TrackMark>[0]['kind']; children: string }) {
  return (
    <li>
      <TrackMark kind={kind} />
      {children}
    </li>
  )
}
