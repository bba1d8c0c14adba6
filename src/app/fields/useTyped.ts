import { type RefObject, useEffect, useRef } from 'react'
import type { Json } from '#domain/answers.ts'
import type { Answer, Standing } from './useAnswer.ts'

type Box = HTMLInputElement | HTMLTextAreaElement

type Typed<B extends Box> = {
  /** what the box shows while nobody types */
  shown: string
  box: RefObject<B | null>
  /** an answer given otherwise than by typing; the box then shows it */
  set: (value: Json | undefined) => void
  /** what the box means after a key was pressed */
  type: Answer['type']
  /** the box is left: the typing ends, and the box shows the answer as `text` writes it, or what is no answer yet */
  leave: () => void
}

/**
 * A box in which people type. The browser keeps the text and nothing is drawn at a key, which a slow tablet would feel;
 * the answer is saved at every key all the same.
 */
export function useTyped<B extends Box>(answer: Answer, text: (value: Json | undefined) => string): Typed<B> {
  const box = useRef<B>(null)
  const isTyping = useRef(false)
  const textOf = ({ value, unread }: Standing) => unread?.typed ?? text(value)
  const shown = textOf(answer)
  useEffect(() => {
    // What is being typed is never written over.
    if (box.current !== null && !isTyping.current) box.current.value = shown
  }, [shown])
  return {
    shown,
    box,
    set: (next) => {
      isTyping.current = false
      answer.set(next)
    },
    type: (next, unread) => {
      isTyping.current = true
      answer.type(next, unread)
    },
    leave: () => {
      const settled = answer.settle()
      isTyping.current = false
      if (box.current !== null) box.current.value = textOf(settled)
    },
  }
}
