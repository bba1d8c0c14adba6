import { expect, test } from 'vitest'
import { startServerWithRegister } from '../support/server.ts'
import { faultsOfScreens, inEveryLook } from './support/looks.ts'
import { startServerAndBrowser } from './support/served.ts'

// Every screen in every look: no violation, nothing cut off, nothing too small, no focus out of sight.

const served = await startServerAndBrowser(startServerWithRegister)

test('every screen around the questions is sound in three themes and three sizes of text', async () => {
  expect(await faultsOfScreens(served, 'es', ['around'], inEveryLook)).toEqual([])
}, 600_000)
