import type { Language } from '#domain/text.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { noticeVersionOf } from '../consentProof.ts'
import type { DeviceFacts } from '../database.ts'
import styles from './ConsentIntro.module.css'

type Props = { census: DeviceFacts['census'] | undefined; language: Language }

/** Who answers for the data as far as this device knows, and the version of the notice that a consent is given under. */
export function ControllerFacts({ census, language }: Props) {
  const t = draftTexts(language).controller
  if (census === undefined) return <p>{t.unknown}</p>
  const { controller } = census
  if (controller === null) return <p>{t.none}</p>
  const facts = [
    [t.nit, controller.nit],
    [t.address, controller.address],
    [t.mail, controller.mail],
    [t.phone, controller.phone],
    [t.processor, controller.processor],
    [t.hosting, controller.hostingCountry],
  ]
  return (
    <>
      <p>
        <strong>{controller.name}</strong>
      </p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t.noticeVersion(noticeVersionOf(census))}</p>
    </>
  )
}
