import { type ComponentType, createElement, useEffect, useState } from 'react'
import { type LazyCode, lazyCode } from './lazyCode.ts'

/**
 * A screen whose code is fetched when it is first shown, or earlier when `fetchAhead` is called.
 *
 * Instead of React's `lazy`, which holds every screen back for 300 ms so that a fallback does not flash: there is none
 * here, and offline the code is there in a few milliseconds.
 */
export function lazyScreen<P extends object>(load: () => Promise<ComponentType<P>>) {
  const screen = lazyCode(load)
  return Object.assign((props: P) => createElement(Fetched<P>, { screen, props }), { fetchAhead: screen.load })
}

type FetchedProps<P> = { screen: LazyCode<ComponentType<P>>; props: P }
type Outcome<P> = { code: ComponentType<P> } | { failure: unknown }

function Fetched<P extends object>({ screen, props }: FetchedProps<P>) {
  const [fetched, setFetched] = useState<Outcome<P> | undefined>(undefined)
  const code = screen.peek()
  const isMissing = code === undefined
  useEffect(() => {
    if (!isMissing) return
    let isOver = false
    const settle = (outcome: Outcome<P>) => {
      if (!isOver) setFetched(outcome)
    }
    screen.load().then(
      (component) => settle({ code: component }),
      (failure: unknown) => settle({ failure }),
    )
    return () => {
      isOver = true
    }
  }, [isMissing, screen])
  // Thrown while drawing, so that the error boundary meets it.
  if (fetched !== undefined && 'failure' in fetched) throw fetched.failure
  return code === undefined ? null : createElement(code, props)
}
