const channelName = 'cumulo-stop-sending'

/** Ends what is being sent and what is about to be, in whatever tab; the next attempt is somebody's, or the next regular one. */
export function stopSending(): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage('stop')
  channel.close()
}

/** Does work that {@link stopSending} of any tab ends. */
export async function stoppable<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = () => stop.abort()
  try {
    return await work(stop.signal)
  } finally {
    channel.close()
  }
}
