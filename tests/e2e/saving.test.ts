import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { blankDraft } from '../support/deviceDatabase.ts'
import { putRows, readRows } from './support/deviceRows.ts'
import { beginDraft, makeActive, nameCluster, saved, startPath } from './support/draftSteps.ts'
import { startServerAndBrowser } from './support/served.ts'
import { unsoundAt } from './support/sound.ts'

// What is said of answers that are on the disk, that the disk refuses, and whose draft is gone.

const { server, browser } = await startServerAndBrowser()

declare global {
  interface Window {
    isDiskFull?: boolean
    releaseDatabase?: () => void
  }
}

/** A draft on its first page, in a browser whose disk can be filled. */
async function openDraft(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 800, height: 1280 }, serviceWorkers: 'block' })
  await context.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (window.isDiskFull === true && mode === 'readwrite') throw new DOMException('full', 'QuotaExceededError')
      return begin.call(this, stores, mode, options)
    }
  })
  const page = await context.newPage()
  await page.goto(`${server.url}${startPath}`)
  await nameCluster(page)
  await makeActive(page, await beginDraft(page))
  return page
}

const exit = (page: Page) => page.getByRole('button', { name: 'Guardar y salir' }).click()

test('a page whose answers the disk refuses is not left, offers a copy, and is left when there is room again', async () => {
  const page = await openDraft()
  const address = page.url()
  await page.evaluate(() => {
    window.isDiskFull = true
  })
  await page.getByRole('radio', { name: 'En pausa' }).check()
  const bar = page.getByRole('alert').filter({ hasText: 'No se pudo guardar' })
  await bar.waitFor()
  await exit(page)
  await page.getByRole('link', { name: 'Cúmulo' }).click()
  await page.getByRole('link', { name: 'Ayuda' }).click()
  expect(page.url()).toBe(address)
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    bar.getByRole('button', { name: 'Descargar copia' }).click(),
  ])
  expect(copy.suggestedFilename()).toMatch(/^cumulo-.*\.txt$/)
  await page.evaluate(() => {
    window.isDiskFull = false
  })
  await exit(page)
  await page.getByRole('heading', { level: 1, name: 'Sus autoevaluaciones' }).waitFor()
  const [drafts] = await readRows(page, 'drafts')
  expect(drafts).toMatchObject([{ answers: { ci_status: 'paused' } }])
  await page.context().close()
})

test('what else the disk refuses is said where it was asked for, and is done when there is room again', async () => {
  const page = await openDraft()
  const fill = (isDiskFull: boolean) =>
    page.evaluate((isFull) => {
      window.isDiskFull = isFull
    }, isDiskFull)
  const refused = page.getByRole('alert').filter({ hasText: 'No se pudo guardar en esta tableta' })
  await page.goto(`${server.url}/profiles`)
  await page.getByLabel('Nombre').fill('Marta')
  await fill(true)
  await page.getByRole('button', { name: 'Crear perfil' }).click()
  await refused.waitFor()
  await fill(false)
  await page.getByRole('button', { name: 'Crear perfil' }).click()
  await page.getByRole('listitem').getByText('Marta', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Cúmulo' }).click()
  await refused.waitFor({ state: 'detached' })
  await fill(true)
  await page.getByText('Más opciones').click()
  await page.getByRole('button', { name: /^Borrar/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Borrar el borrador' }).click()
  await refused.waitFor()
  expect(await unsoundAt(page, [320, 640], [800, 1280])).toEqual([])
  expect((await readRows(page, 'drafts'))[0]).toHaveLength(1)
  await page.context().close()
})

test('who saves and leaves is told so at home, once', async () => {
  const page = await openDraft()
  await exit(page)
  const words = page.getByText('Guardado. Puede volver cuando quiera.')
  await words.waitFor()
  await page.reload()
  await page.getByRole('link', { name: /^Continuar/ }).waitFor()
  expect(await words.count()).toBe(0)
  await page.context().close()
})

test('a draft that is deleted in another tab says so here, and no answer brings it back', async () => {
  const page = await openDraft()
  const other = await page.context().newPage()
  await other.goto(server.url)
  await other.getByLabel(/^Más opciones de/).click()
  await other.getByRole('button', { name: /^Borrar el borrador de/ }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Borrar el borrador' }).click()
  await other.getByText('Todavía no ha empezado ninguna autoevaluación.').waitFor()
  await page.getByRole('radio', { name: 'En pausa' }).check()
  const bar = page.getByRole('alert').filter({ hasText: 'Este borrador ya no está en esta tableta.' })
  await bar.getByText('Se finalizó o se borró en otra pestaña.').waitFor()
  expect(await readRows(page, 'drafts', 'journal')).toEqual([[], []])
  await bar.getByRole('link', { name: 'Ir al inicio' }).click()
  await page.getByText('Todavía no ha empezado ninguna autoevaluación.').waitFor()
  await page.context().close()
})

test('a draft that does not open says so with a code, and its copy can be taken all the same', async () => {
  const page = await browser.newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1, name: 'Sus autoevaluaciones' }).waitFor()
  const broken = { key: 'broken', clusterName: 'Clúster roto', savedAt: new Date().toISOString() }
  const old = blankDraft({ ...broken, key: 'old', questionnaire: { id: 'other', edition: 9 } })
  await putRows(page, { drafts: [broken, old] })
  const expected = [
    ['broken', 'Sus respuestas siguen guardadas en esta tableta.'],
    ['old', 'Este borrador usa un cuestionario que no está en la aplicación.'],
  ] as const
  for (const [key, words] of expected) {
    await page.goto(`${server.url}/draft/${key}/hub`)
    await page.getByText(words).waitFor()
    const [copy] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Descargar copia' }).click(),
    ])
    expect(copy.suggestedFilename()).toBe('cumulo-cluster-roto.txt')
    expect(await page.getByText(/^Código E-\d{3}\./).count()).toBe(key === 'broken' ? 1 : 0)
  }
  await page.close()
})

/** A new draft on its first page, in a browser that does not open the database before it is told to. */
async function beginBeforeDatabase(): Promise<{ page: Page; release: () => Promise<void> }> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const holder = await context.newPage()
  await holder.goto(`${server.url}/api/v1/health`)
  await holder.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('cumulo', 1)
        opening.onupgradeneeded = () => {
          const store = opening.result.createObjectStore('held')
          const hold = () => {
            store.get(0).onsuccess = hold
          }
          hold()
          // Who gives it up leaves nothing behind.
          window.releaseDatabase = () => opening.transaction?.abort()
          resolve()
        }
      }),
  )
  const page = await context.newPage()
  await page.goto(`${server.url}/new/cluster-maturity.1`)
  return { page, release: () => holder.evaluate(() => window.releaseDatabase?.()) }
}

const consent = (page: Page) => page.getByRole('main').getByRole('radio').first()

test('a new draft takes answers while the database is still being made, and says when they are on the disk', async () => {
  const { page, release } = await beginBeforeDatabase()
  await consent(page).check()
  await page.getByText('Guardando').first().waitFor()
  expect(await page.locator('[data-save-state=saved]').count()).toBe(0)
  await release()
  await saved(page)
  await page.reload()
  await saved(page)
  expect(await consent(page).isChecked()).toBe(true)
  // What it began with is journalled too.
  const [, journal] = await readRows(page, 'drafts', 'journal')
  expect(journal).toEqual(expect.arrayContaining([expect.objectContaining({ variable: 'ref_year' })]))
  await page.context().close()
})

test('a new draft that is left before the database is made comes back with its answer', async () => {
  const { page, release } = await beginBeforeDatabase()
  await consent(page).check()
  const left = page.reload({ waitUntil: 'commit' })
  await release()
  await left
  await saved(page)
  expect(await consent(page).isChecked()).toBe(true)
  await page.context().close()
})

test('a new draft that is left and opened again before the database is made has what was answered', async () => {
  const { page, release } = await beginBeforeDatabase()
  await consent(page).check()
  await page.getByRole('link', { name: 'Cúmulo' }).click()
  await page.waitForURL(`${server.url}/`)
  await page.goBack()
  await consent(page).waitFor()
  expect(await consent(page).isChecked()).toBe(true)
  await release()
  await saved(page)
  await page.reload()
  await saved(page)
  expect(await consent(page).isChecked()).toBe(true)
  await page.context().close()
})
