import { useReducer, useRef, useSyncExternalStore } from 'react'
import type { Json } from '#domain/answers.ts'
import { boxId, partOf, withPart } from '#domain/parts.ts'
import type { UnreadNumber } from '#domain/unreadNumber.ts'
import type { PageModel } from '../pageModel.ts'

/** An answer, or what stands in its place. */
export type Standing = {
  value: Json | undefined
  /** what stands in a number box and is no number yet */
  unread: UnreadNumber | undefined
}

/** An answer as a box sees it. */
export type Answer = Standing & {
  /** an answer given otherwise than by typing */
  set: (value: Json | undefined) => void
  /** what the box means after a key was pressed: saved at once, heard by the conditions in the next pause */
  type: (value: Json | undefined, unread?: UnreadNumber) => void
  /** ends the typing; gives what stands there now */
  settle: () => Standing
}

/**
 * The answer of a variable; only the field that shows it draws again when it changes, and not at every key.
 *
 * @param part the box of it that is asked about, where one answer is written into several
 */
export function useAnswer(model: PageModel, variable: string, part?: string): Answer {
  const stored = () => partOf(model.valueOf(variable), part)
  const box = part === undefined ? variable : boxId(variable, part)
  const whole = (value: Json | undefined) => withPart(model.valueOf(variable), part, value)
  // While somebody types, the box itself shows what is new, and the answer from before stands for the drawing.
  const beforeTyping = useRef<{ value: Json | undefined }>(undefined)
  const read = () => (beforeTyping.current ?? { value: stored() }).value
  const value = useSyncExternalStore(model.subscribeAnswers, read)
  const [, draw] = useReducer((count: number) => count + 1, 0)
  return {
    value,
    unread: model.unreadOf(box),
    set: (next) => {
      beforeTyping.current = undefined
      model.setValue(variable, whole(next), box)
      // A field that has just come is tapped before it listens to the draft, and would seem to refuse the tap.
      draw()
    },
    type: (next, unread) => {
      beforeTyping.current ??= { value: stored() }
      model.type(variable, whole(next), { box, unread })
    },
    settle: () => {
      const isTyped = beforeTyping.current !== undefined
      beforeTyping.current = undefined
      model.settle()
      if (isTyped) draw()
      return { value: stored(), unread: model.unreadOf(box) }
    },
  }
}
