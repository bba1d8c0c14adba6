import type { Controller } from '#domain/protocol.ts'
import type { Language } from '#domain/text.ts'
import { peopleTexts } from '#ui/peopleTexts.ts'
import styles from './ContactList.module.css'

/** Who answers questions about the census, with a number that can be called. */
export function ContactList({ controller, language }: { controller: Controller; language: Language }) {
  const t = peopleTexts(language).help
  return (
    <address className={styles.contact}>
      <strong>{controller.name}</strong>
      <span>
        {t.phone}: <a href={`tel:${controller.phone.replace(/[^+\d]/g, '')}`}>{controller.phone}</a>
      </span>
      <span>
        {t.mail}: <a href={`mailto:${controller.mail}`}>{controller.mail}</a>
      </span>
    </address>
  )
}
