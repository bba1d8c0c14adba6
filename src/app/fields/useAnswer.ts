import { useReducer, useRef, useSyncExternalStore } from 'react'
import type { Json } from '#domain/answers.ts'
import type { PageModel } from '../pageModel.ts'

/** An answer as a box sees it. */
export type Answer = {
  value: Json | undefined
  /** an answer given otherwise than by typing */
  set: (value: Json | undefined) => void
  /** what the box means after a key was pressed: saved at once, heard by the conditions in the next pause */
  type: (value: Json | undefined) => void
  /** ends the typing; gives what the answer is now */
  settle: () => Json | undefined
}

/** The answer of a variable; only the field that shows it draws again when it changes, and not at every key. */
export function useAnswer(model: PageModel, variable: string): Answer {
  // While somebody types, the box itself shows what is new, and the answer from before stands for the drawing.
  const beforeTyping = useRef<{ value: Json | undefined }>(undefined)
  const read = () => (beforeTyping.current ?? { value: model.valueOf(variable) }).value
  const value = useSyncExternalStore(model.subscribeAnswers, read)
  const [, draw] = useReducer((count: number) => count + 1, 0)
  return {
    value,
    set: (next) => {
      beforeTyping.current = undefined
      model.setValue(variable, next)
      // A field that has just come is tapped before it listens to the draft, and would seem to refuse the tap.
      draw()
    },
    type: (next) => {
      beforeTyping.current ??= { value: model.valueOf(variable) }
      model.type(variable, next)
    },
    settle: () => {
      const isTyped = beforeTyping.current !== undefined
      beforeTyping.current = undefined
      model.settle()
      if (isTyped) draw()
      return model.valueOf(variable)
    },
  }
}
