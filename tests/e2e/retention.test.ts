import { expect, test } from 'vitest'
import { sha256Hex } from '#domain/digest.ts'
import type { DeviceFacts, Draft, OutboxEntry, StoredSubmission } from '../../src/app/database.ts'
import { completeAnswers, validSubmission } from '../support/builders.ts'
import { blankDraft } from '../support/deviceDatabase.ts'
import { startServerWithRegister } from '../support/server.ts'
import { putRows, readRows, storedRow, waitingRow } from './support/deviceRows.ts'
import { completeExampleB } from './support/exampleResult.ts'
import { openEnrolled, startServerAndBrowser } from './support/served.ts'

const { server, browser } = await startServerAndBrowser(startServerWithRegister)
const cluster = 'Clúster del café de Caldas'

test('what is deleted before it was sent is confirmed by its folio, and only its tombstone reaches the census', async () => {
  const page = await openEnrolled({ server, browser }, { serviceWorkers: 'block' })
  const context = page.context()
  await context.route('**/api/**', (route) => route.abort())
  const result = await completeExampleB(page)
  await page.goto(server.url)
  await page.getByLabel(`Más opciones de ${cluster}`).click()
  await page.getByRole('button', { name: `Borrar de esta tableta: ${cluster}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('El censo no recibirá estas respuestas', { exact: false }).waitFor()
  const box = dialog.getByRole('textbox')
  const folio = /CC-\d\d-\S{8}/.exec((await dialog.textContent()) ?? '')?.[0] ?? ''
  await box.fill('otra')
  await dialog.getByRole('button', { name: 'Borrar' }).click()
  await dialog.getByRole('alert').getByText('No coincide', { exact: false }).waitFor()
  await box.fill(folio.slice(-4).toLowerCase())
  await dialog.getByRole('button', { name: 'Borrar' }).click()
  await page.getByText('Todavía no ha empezado ninguna autoevaluación.').waitFor()

  // An address of it that was kept promises nothing.
  await page.goto(`${server.url}${result}`)
  await page.getByText('Este resultado no está en esta tableta.').waitFor()
  expect(await page.getByText('Sus respuestas siguen guardadas').count()).toBe(0)

  const [outbox] = (await readRows(page, 'outbox')) as [OutboxEntry[]]
  const submissionId = result.split('/').at(-1)
  expect(outbox).toMatchObject([{ submissionId, seq: 1, tombstone: { kind: 'tombstone', submissionId, seq: 1 } }])
  await context.unroute('**/api/**')
  await page.goto(`${server.url}/settings`)
  await page.getByRole('button', { name: 'Intentar ahora' }).last().click()
  await page.getByText('No hay nada por enviar.').waitFor()
  const [facts] = (await readRows(page, 'device')) as [{ key: string; value: DeviceFacts['identity'] }[]]
  const own = facts.find(({ key }) => key === 'identity')?.value.deviceId ?? ''
  expect(await server.store.seqsOf(own)).toEqual({ lastSeq: 1, missingSeqs: [] })
  for await (const received of server.store.submissions({})) expect(received.submissionId).not.toBe(submissionId)
  await context.close()
})

test('soon after a start the name and mail of what was received 90 days ago are gone, and that is said', async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 1280 } })
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const submission = validSubmission({ answers: { ...completeAnswers, respondent_name: 'María Peña Ñáñez' } })
  const { submissionId } = submission
  const row = storedRow(submission)
  const receivedAt = new Date(Date.now() - 91 * 24 * 60 * 60 * 1000).toISOString()
  const receipt = { submissionId, receipt: 'x', receivedAt, status: 'stored', sha256: sha256Hex(row.bytes) }
  await putRows(page, { submissions: [row], receipts: [receipt] })
  await page.goto(`${server.url}/sent/${submissionId}`)
  await page
    .getByText('A los 90 días de recibida borramos de esta tableta el nombre y el correo.', { exact: false })
    .waitFor()
  await page.getByText(`Huella: ${receipt.sha256.slice(0, 16)}`).waitFor()
  const [stored] = (await readRows(page, 'submissions')) as [StoredSubmission[]]
  expect(JSON.stringify(stored)).not.toContain('María')
  await page.goto(`${server.url}/result/${submissionId}`)
  await page.getByText('Ver todas las respuestas').click()
  expect(await page.getByText('Borrado de esta tableta 90 días después de recibida.').count()).toBe(2)
  await page.context().close()
})

test('the notice can be read from the first question, and the consent says under which it was given', async () => {
  const page = await openEnrolled({ server, browser })
  await page.goto(`${server.url}/new/cluster-maturity.1`)
  await page.getByRole('link', { name: 'Leer el aviso de privacidad completo' }).click()
  await page.getByRole('heading', { level: 1, name: 'Aviso de privacidad' }).waitFor()
  await page.getByText('Todavía no hay un responsable de los datos.', { exact: false }).waitFor()
  for (const part of [
    'Para qué se usan los datos',
    'Sus derechos',
    'Cómo usar sus derechos',
    'Por cuánto tiempo se guardan',
  ]) {
    await page.getByRole('heading', { level: 2, name: part, exact: true }).waitFor()
  }
  await page.getByRole('button', { name: 'Volver' }).click()
  const before = new Date().toISOString()
  await page.getByText('Sí, leí el aviso y la política').click()
  const consent = async () => ((await readRows(page, 'drafts')) as [Draft[]])[0][0]?.consent
  await expect.poll(consent).toMatchObject({ noticeVersion: 'trial' })
  expect((await consent())?.at.localeCompare(before)).toBe(1)
  await page.context().close()
})

test('what the census has lacked for days is reminded of calmly, and not again on the day on which it was read', async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 1280 } })
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString()
  const submission = validSubmission({ completedAt: daysAgo(5) })
  const row = storedRow(submission)
  const drafts = [blankDraft({ key: 'old', savedAt: daysAgo(4) }), blankDraft({ key: 'new', savedAt: daysAgo(1) })]
  await putRows(page, { drafts, submissions: [row], outbox: [waitingRow(submission, row.bytes)] })
  await page.reload()
  const reminder = page.getByRole('region', { name: 'Recordatorio de hoy' })
  await reminder
    .getByText('Hay 1 encuesta de hace más de 3 días que todavía no tiene el censo.', { exact: false })
    .waitFor()
  await reminder.getByText('Hay 1 borrador de hace más de 3 días.', { exact: false }).waitFor()
  await reminder.getByRole('button', { name: 'Entendido' }).click()
  await reminder.waitFor({ state: 'hidden' })
  await page.reload()
  await page.getByRole('heading', { level: 2, name: 'Listas para enviar · 1' }).waitFor()
  expect(await reminder.count()).toBe(0)
  await page.context().close()
})
