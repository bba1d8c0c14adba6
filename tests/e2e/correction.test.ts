import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { canonicalJson } from '#domain/canonical.ts'
import { sha256Hex } from '#domain/digest.ts'
import { blankContacts } from '#domain/retention.ts'
import type { Submission } from '#domain/submission.ts'
import { keepVisible } from '#domain/visible.ts'
import { newId, registeredCluster, validSubmission } from '../support/builders.ts'
import { blankDraft } from '../support/deviceDatabase.ts'
import { startServerWithRegister } from '../support/server.ts'
import { putRows, readRows, storedRow, waitingRow } from './support/deviceRows.ts'
import { exampleB, resultOf } from './support/exampleResult.ts'
import { form } from './support/robot.ts'
import { openEnrolled, startServerAndBrowser } from './support/served.ts'
import { command } from './support/serverProcess.ts'
import { unsoundAt, unsoundInThemes } from './support/sound.ts'

// What was finished is corrected after its result was seen: a new revision, with the reason, and both with the census.

const { server, browser } = await startServerAndBrowser(startServerWithRegister)

/** A tablet with an assessment that is answered to its end, on its last screen. */
async function openAnswered(): Promise<Page> {
  const page = await openEnrolled({ server, browser })
  const { answers } = keepVisible(form, { answers: { ...exampleB, firms_micro: 130 }, nonresponse: {} })
  const values = JSON.stringify([answers.fee_system, answers.fund_fees])
  const checkReasons = { 'check:g_fees_without_system': { code: 'confirmed', text: '', values } }
  const visitedPages = form.pages.map(({ name }) => name)
  const facts = { answers, checkReasons, visitedPages, roundId: 'trial', mode: 'self' } as const
  await putRows(page, { drafts: [blankDraft(facts)] })
  await page.goto(`${server.url}/draft/draft-1/review`)
  return page
}

const finish = (page: Page) => page.getByRole('button', { name: 'Finalizar y ver resultado' }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const changes = (page: Page) => page.getByRole('region', { name: /^Qué cambió frente a CC-/ })

async function resultShown(page: Page): Promise<string> {
  await page.waitForURL(/\/result\//)
  await heading(page, 'Resultado').waitFor()
  await page.getByRole('region', { name: 'Estado del envío' }).getByText('Recibida por el censo').waitFor()
  return new URL(page.url()).pathname
}

async function exported(): Promise<Record<string, string>[]> {
  const csv = await command('export', ['--format', 'csv'], server.dataDir)
  const rows: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: '\r\n' })
  return rows.filter((row) => row.cluster_id === registeredCluster)
}

test('an answer is corrected after the result with a reason, both versions arrive, and the census counts one', async () => {
  const page = await openAnswered()
  await finish(page)
  const first = await resultShown(page)
  await page.getByRole('button', { name: 'Corregir respuestas' }).click()
  await page.waitForURL(/\/draft\/[^/]+\/review$/)
  const folio = /CC-\d\d-[\w*~$=]{8}/.exec((await changes(page).textContent()) ?? '')?.[0] ?? ''
  await page.getByText(`Corrección de ${folio}`).waitFor()

  // Nothing has changed: there is nothing to finish, and the way out is offered.
  await finish(page)
  await page.getByRole('alert').getByText('No ha cambiado ninguna respuesta.').waitFor()
  await page.getByRole('button', { name: 'Descartar la corrección' }).click()
  await page.waitForURL(`${server.url}${first}`)
  await page.getByRole('button', { name: 'Corregir respuestas' }).click()
  await page.waitForURL(/\/review$/)

  await page
    .locator('#ci_name')
    .getByRole('link', { name: /^Cambiar/ })
    .click()
  const name = page.locator('main [id="ci_name"]').getByRole('textbox')
  await name.fill('Clúster de Café del Oriente')
  await page.getByRole('button', { name: 'Continuar', exact: true }).click()
  await page.waitForURL(/\/review#ci_name$/)
  const changed = changes(page).getByRole('listitem')
  expect(await changed.allTextContents()).toEqual([expect.stringMatching(/Antes.*Antioquia.*Ahora.*Café del Oriente/)])
  await page.locator('#ci_name').getByText('Cambió').waitFor()

  // What lies open is found again from home and from the result, and is not doubled.
  await page.goto(server.url)
  const drafts = page.getByRole('region', { name: 'En curso · 1' })
  await drafts.getByText(`Corrección de ${folio}`).waitFor()
  await page.goto(`${server.url}${first}`)
  await page.getByRole('button', { name: 'Continuar la corrección' }).click()
  await changed.first().waitFor()

  await finish(page)
  const why = page.getByRole('group', { name: '¿Por qué corrigió después de ver el resultado?' })
  await page.getByRole('alert').getByRole('link', { name: 'Elija el motivo y explique el cambio.' }).click()
  await expect.poll(() => why.evaluate((group) => group === document.activeElement)).toBe(true)
  await why.getByText('Elija el motivo y explique el cambio.').waitFor()
  // What is written chooses no reason.
  await why.getByRole('textbox', { name: 'Explique el cambio' }).fill('Faltaba el nombre completo')
  expect(await why.getByRole('radio', { checked: true }).count()).toBe(0)
  await finish(page)
  await page.getByRole('alert').getByRole('link', { name: 'Elija el motivo.', exact: true }).waitFor()
  await why.getByRole('radio', { name: 'Se anotó mal' }).check()
  expect(await unsoundInThemes(page)).toEqual([])
  expect(await unsoundAt(page, [1280, 800], [320, 640], [800, 1280])).toEqual([])
  await finish(page)
  const second = await resultShown(page)
  expect(second).not.toBe(first)
  await page.getByText('Por qué cambió: Se anotó mal. Faltaba el nombre completo').waitFor()
  // No earlier round: there is nothing to compare with.
  expect(await page.getByRole('heading', { name: 'Cómo ha cambiado' }).count()).toBe(0)
  expect(await unsoundAt(page, [320, 640], [800, 1280])).toEqual([])

  const rows = await exported()
  const [parentId, submissionId] = [first, second].map((path) => path.split('/').at(-1))
  expect(rows).toMatchObject([
    { submission_id: submissionId, parent_id: parentId, ci_name: 'Clúster de Café del Oriente', verdict: 'stored' },
  ])
  const lines = (await command('export', ['--format', 'ndjson'], server.dataDir)).trimEnd().split('\n')
  const sent = lines.map((line) => JSON.parse(line) as Submission).filter(({ clusterId }) => clusterId !== null)
  expect(sent).toMatchObject([
    {
      ...{ submissionId, parentId, sawResult: true },
      checkReasons: { 'after-result': { code: 'mistake', text: 'Faltaba el nombre completo' } },
    },
  ])
  const [submissions = []] = await readRows(page, 'submissions')
  expect(submissions).toHaveLength(2)

  // The older version says that it was corrected, and leads to the newer one.
  await page.goto(server.url)
  const sentTray = page.getByRole('region', { name: 'Enviadas · 2' })
  await sentTray.getByRole('link', { name: /^Ver la corrección CC-/ }).click()
  await page.waitForURL(`${server.url}${second}`)
  await page.getByRole('link', { name: 'Ver la versión anterior' }).click()
  await page.waitForURL(`${server.url}${first}`)
  await page.getByText('Estas respuestas se corrigieron.').waitFor()
  expect(await page.getByRole('button', { name: 'Corregir respuestas' }).count()).toBe(0)
  await page.close()
})

test('a correction of a copy without the contact says so, until it is written again', async () => {
  const page = await openEnrolled({ server, browser })
  const answers = { ...exampleB, respondent_name: 'María Peña Ñáñez', respondent_email: 'maria@example.org' }
  const sent = resultOf(answers, '2026-01-10T15:00:00.000Z')
  const sha256 = sha256Hex(canonicalJson(sent))
  const at = '2026-05-01T15:00:00.000Z'
  const facts = { receipt: '', receivedAt: sent.completedAt, status: 'stored', contactsBlankedAt: at } as const
  const { submissionId } = sent
  await putRows(page, {
    submissions: [storedRow(blankContacts(sent, { at, sha256 })!)],
    receipts: [{ submissionId, sha256, ...facts }],
  })
  await page.goto(`${server.url}/result/${submissionId}`)
  await page.getByRole('button', { name: 'Corregir respuestas' }).click()
  await page.waitForURL(/\/review$/)
  await page.getByText('La versión anterior se finalizó el 10 de enero de 2026.').waitFor()
  const gone = changes(page).getByRole('group', { name: 'Datos de contacto borrados' })
  await gone.getByText('La corrección queda sin ellos.', { exact: false }).waitFor()
  expect(await gone.getByRole('link').allTextContents()).toEqual(['Nombre de quien responde', 'Correo institucional'])
  expect(await unsoundAt(page, [320, 640], [800, 1280])).toEqual([])
  await gone.getByRole('link', { name: 'Nombre de quien responde' }).click()
  await page.locator('main [id="respondent_name"]').getByRole('textbox').fill('María Peña Ñáñez')
  await page.getByRole('button', { name: 'Continuar', exact: true }).click()
  await page.waitForURL(/\/review#respondent_name$/)
  expect(await gone.getByRole('link').allTextContents()).toEqual(['Correo institucional'])
  await changes(page).getByText('Borrado de esta tableta 90 días después de recibida.').waitFor()
  await page.close()
})

test('a version between two others is deleted only after the later one, so that no two of them count', async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 1280 } })
  await page.goto(server.url)
  await heading(page, 'Sus autoevaluaciones').waitFor()
  const [first, second, third] = [newId(), newId(), newId()]
  const made = (submissionId: string, parentId: string | null, hour: number) =>
    validSubmission({ submissionId, parentId, completedAt: `2026-11-20T${hour}:00:00.000Z` })
  const versions = [made(first, null, 15), made(second, first, 16), made(third, second, 17)]
  const rows = versions.map(storedRow)
  await putRows(page, { submissions: rows, outbox: rows.map(({ submission, bytes }) => waitingRow(submission, bytes)) })
  await page.reload()
  const cards = page.getByRole('region', { name: /^Listas para enviar/ }).getByRole('listitem')
  const dialog = page.getByRole('dialog')
  const remove = async (place: number) => {
    await cards
      .nth(place)
      .locator('details')
      .evaluate((more: HTMLDetailsElement) => {
        more.open = true
      })
    await cards
      .nth(place)
      .getByRole('button', { name: /^Borrar de esta tableta/ })
      .click()
    const folio = /CC-\d\d-\S{8}/.exec((await dialog.textContent()) ?? '')?.[0] ?? ''
    await dialog.getByRole('textbox').fill(folio.slice(-4))
    await dialog.getByRole('button', { name: 'Borrar', exact: true }).click()
  }
  await cards.nth(2).waitFor()
  await remove(1)
  await dialog.getByRole('alert').getByText('Borre primero esa corrección.', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Conservarla' }).click()
  expect((await readRows(page, 'submissions'))[0]).toHaveLength(3)
  for (const left of [2, 1]) {
    await remove(0)
    await expect.poll(() => cards.count()).toBe(left)
  }
  await page.close()
})
