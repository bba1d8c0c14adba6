import { format } from 'node:util'
import { afterEach, beforeEach, expect } from 'vitest'

// A warning nobody reads is a fault nobody sees: what is written with console.error or console.warn fails the test.
const said: string[] = []

beforeEach(() => {
  said.length = 0
  console.error = (...parts: unknown[]) => said.push(format(...parts))
  console.warn = console.error
})

afterEach(() => {
  expect(said, 'written to console.error or console.warn').toEqual([])
})
