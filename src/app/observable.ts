/** Something outside of React that changes, in the shape that `useSyncExternalStore` reads. */
export type Observable<T> = { read: () => T; subscribe: (listener: () => void) => () => void }

/** An observable with its one writer, which keeps `set` to itself. */
export function observable<T>(first: T): Observable<T> & { set: (value: T) => void } {
  let value = first
  const listeners = new Set<() => void>()
  return {
    read: () => value,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (next) => {
      value = next
      for (const listener of listeners) listener()
    },
  }
}
