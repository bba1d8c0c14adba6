import { Link } from 'wouter'
import type { Plan } from '#domain/plan.ts'
import type { Language } from '#domain/text.ts'
import { Icon } from '#ui/Icon.tsx'
import { planTexts } from '#ui/planTexts.ts'
import styles from '../ResultScreen.module.css'

type Props = { language: Language; submissionId: string; plan: Plan | undefined }

/** The ways from a result to trying things out and to what was decided. */
export function SimulateInvite({ language, submissionId, plan }: Props) {
  const t = planTexts(language)
  return (
    <section aria-labelledby="simulate-title" className={styles.invite}>
      <h2 id="simulate-title">{t.open}</h2>
      <p>{t.invite}</p>
      <p className={styles.ways}>
        <Link className={styles.primary} href={`/result/${submissionId}/simulate`}>
          <Icon name="simulate" /> {t.open}
        </Link>
        <Link href={`/result/${submissionId}/plan`}>{t.plan.see(plan?.actions.length ?? 0)}</Link>
      </p>
    </section>
  )
}
