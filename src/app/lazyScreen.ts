import { type ComponentType, createElement, useEffect, useState } from 'react'

/**
 * A screen whose code is fetched when it is first shown, or earlier when `fetchAhead` is called.
 *
 * Instead of React's `lazy`, which holds every screen back for 300 ms so that a fallback does not flash: there is none
 * here, and offline the code is there in a few milliseconds.
 */
export function lazyScreen<P extends object>(load: () => Promise<ComponentType<P>>) {
  let code: ComponentType<P> | undefined
  let loading: Promise<ComponentType<P>> | undefined
  const fetchAhead = (): Promise<ComponentType<P>> => {
    loading ??= load().then((component) => {
      code = component
      return component
    })
    // A failed fetch is tried again by the next screen that asks.
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }
  const peek = () => code
  return Object.assign((props: P) => createElement(Fetched<P>, { fetchAhead, peek, props }), { fetchAhead })
}

type FetchedProps<P> = {
  fetchAhead: () => Promise<ComponentType<P>>
  peek: () => ComponentType<P> | undefined
  props: P
}
type Outcome<P> = { code: ComponentType<P> } | { failure: unknown }

function Fetched<P extends object>({ fetchAhead, peek, props }: FetchedProps<P>) {
  const [fetched, setFetched] = useState<Outcome<P> | undefined>(undefined)
  const code = peek()
  const isMissing = code === undefined
  useEffect(() => {
    if (!isMissing) return
    let isOver = false
    const settle = (outcome: Outcome<P>) => {
      if (!isOver) setFetched(outcome)
    }
    fetchAhead().then(
      (component) => settle({ code: component }),
      (failure: unknown) => settle({ failure }),
    )
    return () => {
      isOver = true
    }
  }, [isMissing, fetchAhead])
  // Thrown while drawing, so that the error boundary meets it.
  if (fetched !== undefined && 'failure' in fetched) throw fetched.failure
  return code === undefined ? null : createElement(code, props)
}
