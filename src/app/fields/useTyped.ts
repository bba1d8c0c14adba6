import { type RefObject, useEffect, useRef } from 'react'
import type { Json } from '#domain/answers.ts'
import type { InputProps } from './inputProps.ts'
import { useValue } from './useValue.ts'

type Box = HTMLInputElement | HTMLTextAreaElement

type Typed<B extends Box> = {
  box: RefObject<B | null>
  value: Json | undefined
  /** an answer given otherwise than by typing; the box then shows it */
  setValue: (value: Json | undefined) => void
  /** what the box means after a key was pressed */
  type: (value: Json | undefined) => void
  /** the box is left: SurveyJS is told, and the box shows the answer as `text` writes it */
  leave: () => void
}

/**
 * A box in which people type. The browser keeps the text and nothing is drawn at a key, which a slow tablet would feel;
 * the answer is saved at every key all the same.
 */
export function useTyped<B extends Box>(props: InputProps, text: (value: Json | undefined) => string): Typed<B> {
  const { question, model } = props
  const box = useRef<B>(null)
  const [value, setValue] = useValue(question)
  const isTyping = useRef(false)
  const shown = text(value)
  useEffect(() => {
    // What is being typed is never written over, least of all what could not be read.
    if (box.current !== null && !isTyping.current) box.current.value = shown
  }, [shown])
  return {
    box,
    value,
    setValue: (next) => {
      isTyping.current = false
      setValue(next)
    },
    type: (next) => {
      isTyping.current = true
      model.type(question, next)
    },
    leave: () => {
      model.settle()
      isTyping.current = false
      if (box.current !== null) box.current.value = text(question.value as Json | undefined)
    },
  }
}
