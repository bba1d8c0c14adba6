import { expect, test } from 'vitest'
import { startServerWithRegister } from '../support/server.ts'
import { asItComes, faultsOfScreens } from './support/looks.ts'
import { startServerAndBrowser } from './support/served.ts'

// Every screen once more with the other words, whose length is another.

const served = await startServerAndBrowser(startServerWithRegister)

test('every screen is sound in English', async () => {
  expect(await faultsOfScreens(served, 'en', ['around', 'questions'], asItComes)).toEqual([])
}, 600_000)
