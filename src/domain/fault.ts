import type { Text } from './text.ts'

/**
 * Something to look at before submitting. A hard one cannot be true and keeps the assessment from being submitted; a
 * soft one is unlikely and is passed over with a confirmation.
 */
export type Fault = {
  /**
   * `required`, `non-answer`, `unread`, `range`, `length`, `mail`, `choices`, `validator`, `composition:<panel>`,
   * `change:<variable>`, or `check:<id of the edition's check>`
   */
  id: string
  severity: 'hard' | 'soft'
  /** the first is where the link goes */
  variables: string[]
  /** the box at fault, of a question that has several */
  part?: string
  message: Text
}
