/** Code in a chunk of its own: fetched once, when it is first asked for. */
export type LazyCode<T> = {
  load: () => Promise<T>
  /** the code, once it is there */
  peek: () => T | undefined
}

export function lazyCode<T>(fetchCode: () => Promise<T>): LazyCode<T> {
  let code: T | undefined
  let loading: Promise<T> | undefined
  const load = () => {
    loading ??= fetchCode().then((loaded) => {
      code = loaded
      return loaded
    })
    // A failed fetch is tried again by whoever asks next.
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }
  return { load, peek: () => code }
}
