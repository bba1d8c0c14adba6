import { expect, test } from 'vitest'
import { startServerWithRegister } from '../support/server.ts'
import { faultsOfScreens, inEveryLook } from './support/looks.ts'
import { startServerAndBrowser } from './support/served.ts'

// As screens.test.ts, in a file of its own so that the two halves can run side by side.

const served = await startServerAndBrowser(startServerWithRegister)

test('every page of questions is sound in three themes and three sizes of text', async () => {
  expect(await faultsOfScreens(served, 'es', ['questions'], inEveryLook)).toEqual([])
}, 600_000)
