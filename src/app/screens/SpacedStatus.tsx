import { useEffect, useRef, useState } from 'react'

const spacingMs = 10_000

/** Says a state to screen readers, at most once in ten seconds: the newest one then, and none of those in between. */
export function SpacedStatus({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const saidAt = useRef(0)
  useEffect(() => {
    if (text === said) return
    const say = () => {
      saidAt.current = Date.now()
      setSaid(text)
    }
    const timer = setTimeout(say, Math.max(0, saidAt.current + spacingMs - Date.now()))
    return () => clearTimeout(timer)
  }, [text, said])
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  )
}
