import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startServerWithRegister } from '../support/server.ts'
import { beginDraft, chooseCluster, draftAt, makeActive, saved, startPath } from './support/draftSteps.ts'
import { stop, tabTo } from './support/keyboard.ts'
import { answerPage, answerSection, proceed } from './support/robot.ts'
import { openEnrolled, startServerAndBrowser } from './support/served.ts'
import { unsoundAt } from './support/sound.ts'

// The path around the questions: choosing the cluster, the hub, the rail, the search, the sums, the review.

const { server, browser } = await startServerAndBrowser(startServerWithRegister)

/** Chooses a cluster of the register and leaves the screen before the first question; gives the address of the draft. */
async function begin(page: Page, cluster: string): Promise<string> {
  await chooseCluster(page, server.url, cluster)
  return beginDraft(page)
}

/** The rail waits for a pause, and a busy machine has few. */
const patiently = { timeout: 20_000 }

const rail = (page: Page) => page.getByRole('navigation', { name: 'Secciones del cuestionario' })

async function expectSound(page: Page): Promise<void> {
  const narrow = page.url().includes('/page/') ? 360 : 320
  expect(await unsoundAt(page, [1280, 800], [800, 1280], [narrow, 640])).toEqual([])
}

test('a cluster is found by its chamber without accents, and a second draft of it is asked about', async () => {
  const page = await openEnrolled({ server, browser })
  await page.goto(`${server.url}${startPath}`)
  const box = page.getByRole('searchbox')
  await box.fill('macadamia')
  await page.getByText('No hay resultados para “macadamia”.').waitFor()
  await box.fill('camara medellin cafe')
  await page.getByRole('radio', { name: /Café de Antioquia.*Cámara de Comercio de Medellín/ }).check()
  await box.fill('')
  await page.getByText('Departamento: Todos').click()
  await page.getByRole('radio', { name: 'Valle del Cauca', exact: true }).check()
  await page.getByText('Departamento: Valle del Cauca').waitFor()
  await page.getByRole('radio', { name: 'Clúster de Bioenergía' }).waitFor()
  expect(await page.getByRole('radio', { name: 'Clúster de Energía' }).count()).toBe(0)
  await page.getByText('Cámara de comercio: Todas').click()
  await page.getByRole('radio', { name: /^Cámara de Comercio de Medellín/ }).check()
  await page.getByText('Ningún clúster cumple lo que eligió.').waitFor()
  await expectSound(page)
  const first = await begin(page, 'Clúster de Café de Antioquia')
  await chooseCluster(page, server.url, 'Clúster de Café de Antioquia')
  await expect.poll(() => stop(page)).toMatchObject({ name: 'Ya hay un borrador de este clúster en esta tableta' })
  await page.getByRole('radio', { name: 'Clúster de Energía' }).check()
  expect(await page.getByText('Ya hay un borrador').count()).toBe(0)
  await page.getByRole('radio', { name: 'Clúster de Café de Antioquia' }).check()
  await page.getByRole('button', { name: 'Elegir este clúster' }).click()
  await page.getByRole('button', { name: 'Continuar ese borrador' }).click()
  await page.waitForURL(`${first}/hub`)
  await page.goto(server.url)
  await page.getByRole('region', { name: 'En curso · 1' }).waitFor()
  await page.close()
})

/** A cluster that is not active is asked only who it is; its sector and its section seldom go together. */
const closed = {
  ...{ consent_personal: 'yes', consent_network: 'yes', respondent_name: 'Ana Ruiz', respondent_role: 'manager' },
  ...{ ci_status: 'closed', founded_year: 2015, ref_year: new Date().getFullYear() - 1, dept_main: '05' },
  ...{ depts_covered: ['05'], lead_entity_type: 'association', macro_sector: 'services', ciiu_section_main: 'A' },
}

test('an interview names who conducts it, and the census gets mode, name and the reason for what is unlikely', async () => {
  const page = await openEnrolled({ server, browser })
  await chooseCluster(page, server.url, 'Clúster de Energía')
  await page.getByRole('radio', { name: /Hacer la entrevista/ }).check()
  await page.getByRole('button', { name: 'Empezar', exact: true }).click()
  await page.getByText('Escriba el nombre de quien hace la entrevista.').waitFor()
  await expect.poll(() => page.title()).toMatch(/^Error: Antes de empezar/)
  await page.keyboard.type('Marta Rojas')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/page\//)
  const draft = draftAt(page)
  await answerSection(page, closed)
  await page.goto(`${draft}/consent`)
  await expect.poll(() => page.getByLabel('Nombre de quien hace la entrevista').inputValue()).toBe('Marta Rojas')
  await page.goto(`${draft}/page/A_1`)
  await answerSection(page, closed)
  await page.goto(`${draft}/page/G_4`)
  await answerSection(page, closed)
  await page.getByRole('link', { name: 'Revisar y finalizar' }).click()

  const declaration = page.getByRole('region', { name: 'Declaración' })
  expect(await declaration.textContent()).toMatch(/Ana Ruiz.*Marta Rojas/)
  await page.getByRole('button', { name: 'Finalizar y ver resultado' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Falta confirmar 1 aviso')
  await page.getByRole('checkbox', { name: 'Es correcto' }).check()
  await page.getByRole('radio', { name: 'Contamos de otra manera' }).check()
  await page.getByLabel('Explique, si quiere').fill('Es agroturismo')
  await expectSound(page)
  await page.getByRole('button', { name: 'Finalizar y ver resultado' }).click()
  await page.waitForURL(/\/result\//)
  await page.getByRole('region', { name: 'Estado del envío' }).getByText('Recibida por el censo').waitFor()
  const submissions: unknown[] = []
  for await (const { bytes } of server.store.submissions({})) {
    submissions.push(JSON.parse(new TextDecoder().decode(bytes)))
  }
  expect(submissions).toEqual([
    expect.objectContaining({
      mode: 'interview',
      enumerator: 'Marta Rojas',
      checkReasons: { 'check:a_ciiu_sector': { code: 'definition', text: 'Es agroturismo' } },
    }),
  ])
  await page.close()
})

test('the rail is at the left of a wide screen, tells how far each section is, and elsewhere is behind a button', async () => {
  const page = await openEnrolled({ server, browser })
  await page.setViewportSize({ width: 1280, height: 800 })
  const draft = await begin(page, 'Clúster de Bioenergía')
  await page.goto(`${draft}/page/A_1`)
  const identification = rail(page).getByRole('link', { name: /^Identificación/ })
  await expect.poll(() => identification.textContent(), patiently).toContain('En curso')
  expect(await identification.getAttribute('aria-current')).toBe('step')
  expect(
    await rail(page)
      .getByRole('link', { name: /^Gobernanza/ })
      .count(),
  ).toBe(0)
  const { width = 0, x } = (await rail(page).boundingBox()) ?? {}
  expect([width, x]).toEqual([280, 0])
  await page.getByRole('radio', { name: 'Activa' }).check()
  // In the next pause, and without drawing at every key.
  await expect
    .poll(
      () =>
        rail(page)
          .getByRole('link', { name: /^Gobernanza/ })
          .textContent(),
      patiently,
    )
    .toContain('Sin empezar · faltan 6')
  await rail(page)
    .getByRole('link', { name: /^Gobernanza/ })
    .click()
  await page.waitForURL(/\/page\/C_1/)
  for (const place of ['page/B_1', 'hub', 'section/B', 'review', 'find']) {
    await page.goto(`${draft}/${place}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await rail(page).getByRole('link', { name: 'Ir a pregunta' }).count()).toBe(1)
  }

  await page.setViewportSize({ width: 800, height: 1280 })
  await page.goto(`${draft}/page/A_1`)
  const button = page.getByRole('button', { name: 'Secciones' })
  await tabTo(page, ({ tag, name }) => tag === 'BUTTON' && /Secciones/.test(name))
  expect(await rail(page).getByRole('link').count()).toBe(0)
  await page.keyboard.press('Enter')
  expect(await button.getAttribute('aria-expanded')).toBe('true')
  await expectSound(page)
  await tabTo(page, ({ tag, name }) => tag === 'A' && /^Retos y financiación/.test(name))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/page\/G_1/)
  expect(await button.getAttribute('aria-expanded')).toBe('false')
  await page.close()
})

test('a question is reached from the hub by its number or a word, with the keyboard alone', async () => {
  const page = await openEnrolled({ server, browser })
  const draft = await begin(page, 'Clúster de Energía')
  await makeActive(page, draft)
  await page.goto(`${draft}/hub`)
  await tabTo(page, ({ tag, name }) => tag === 'A' && name === 'Ir a pregunta')
  await page.keyboard.press('Enter')
  await expect.poll(() => stop(page)).toMatchObject({ type: 'search' })
  await page.keyboard.type('equipo gestor')
  const hidden = page.getByRole('listitem').filter({ hasText: 'C03' })
  expect(await hidden.textContent()).toContain('No aplica, según lo que respondió.')
  expect(await hidden.getByRole('link').count()).toBe(0)
  await page.getByRole('searchbox').fill('b4')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${draft}/page/B_2#n_firms_active`)
  await expect.poll(() => stop(page)).toMatchObject({ question: 'n_firms_active' })
  await page.close()
})

test('a sum is confirmed once, and again only when an amount has changed', async () => {
  const page = await openEnrolled({ server, browser })
  const draft = await begin(page, 'Clúster de Bioenergía')
  await makeActive(page, draft)
  const counts = { n_associations: 2, n_academia: 3, n_support: 1, n_public: 2, n_firms_active: 50 }
  await page.goto(`${draft}/page/B_2`)
  await answerPage(page, counts)
  await proceed(page)
  await page.getByText('Sumamos 8 en total. ¿Es correcto?').waitFor()
  await expectSound(page)
  const box = page.getByRole('checkbox', { name: 'La suma es correcta' })
  await box.check()
  await saved(page)
  await page.reload()
  await expect.poll(() => box.isChecked()).toBe(true)
  await page.getByRole('link', { name: 'Corregir: Otros actores activos' }).click()
  await page.waitForURL(/\/page\/B_2/)
  await answerPage(page, { ...counts, n_public: 4 })
  await proceed(page)
  await page.getByText('Sumamos 10 en total. ¿Es correcto?').waitFor()
  expect(await box.isChecked()).toBe(false)
  await page.close()
})

test('nobody is told of errors before finishing is asked for, and Atrás leads back to where a change was asked for', async () => {
  const page = await openEnrolled({ server, browser })
  const draft = await begin(page, 'Clúster de Bioenergía')
  await makeActive(page, draft)
  await page.goto(`${draft}/review`)
  await page.getByText(/^Faltan \d+ preguntas obligatorias\.$/).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await expect.poll(() => page.title()).not.toMatch(/^Error/)
  await page.getByRole('link', { name: 'Cambiar: Estado actual' }).click()
  await page.waitForURL(/\/page\/A_1/)
  await page.getByRole('button', { name: 'Atrás' }).click()
  await page.waitForURL(`${draft}/review#ci_status`)
  await page.getByRole('button', { name: 'Finalizar y ver resultado' }).click()
  await page.getByRole('alert').getByText('respuestas que no pueden enviarse así').waitFor()
  await expect.poll(() => page.title()).toMatch(/^Error: Revise/)
  await page.goto(`${draft}/section/A`)
  await page.getByRole('link', { name: 'Cambiar: Estado actual' }).click()
  await page.waitForURL(/\/page\/A_1/)
  await page.getByRole('button', { name: 'Atrás' }).click()
  await page.waitForURL(`${draft}/section/A#ci_status`)
  await page.close()
})

test('an answer that may be left out can be taken back', async () => {
  const page = await openEnrolled({ server, browser })
  const draft = await begin(page, 'Clúster de Bioenergía')
  await page.goto(`${draft}/page/H_1`)
  await page.locator('#consent_personal').getByRole('radio').first().check()
  await saved(page)
  await page.goto(`${draft}/page/H_3`)
  const question = page.locator('#consent_followup')
  const clear = question.getByRole('button', { name: 'Borrar la respuesta' })
  const yes = question.getByRole('radio', { name: 'Sí, pueden comunicarse conmigo' })
  await yes.check()
  await expectSound(page)
  await clear.click()
  await expect.poll(() => yes.isChecked()).toBe(false)
  await expect.poll(() => stop(page)).toMatchObject({ question: 'consent_followup', type: 'radio' })
  expect(await clear.count()).toBe(0)
  await saved(page)
  await page.reload()
  await yes.waitFor()
  expect(await yes.isChecked()).toBe(false)
  const required = page.locator('#respondent_role')
  await required.getByRole('radio').first().check()
  expect(await required.getByRole('button', { name: 'Borrar la respuesta' }).count()).toBe(0)
  await page.close()
})

test('the review shows the part that is asked for, and on paper only the record of the answers', async () => {
  const page = await openEnrolled({ server, browser })
  const draft = await begin(page, 'Clúster de Energía')
  await makeActive(page, draft)
  await page.goto(`${draft}/page/A_2`)
  await answerPage(page, { founded_year: 1800 })
  await saved(page)
  await page.goto(`${draft}/hub`)
  await page.getByText('1 sección tiene respuestas por revisar.').waitFor()
  await page.getByRole('link', { name: 'Revisar errores' }).click()
  await expect.poll(() => page.getByRole('radio', { name: /^Con errores o avisos/ }).isChecked()).toBe(true)
  await page.getByRole('link', { name: /^Año de inicio\. Escribió 1800/ }).waitFor()
  await page.getByRole('link', { name: /^Gobernanza: faltan \d+ preguntas obligatorias/ }).waitFor()
  expect(await page.getByRole('link', { name: 'Cambiar: Estado actual' }).count()).toBe(0)
  await page.getByRole('radio', { name: /^Con notas \(0\)/ }).check()
  await page.getByText('No hay respuestas con este filtro.').waitFor()
  await page.getByRole('radio', { name: /^Todo/ }).check()
  await page.getByRole('link', { name: 'Cambiar: Estado actual' }).waitFor()

  await page.emulateMedia({ media: 'print' })
  for (const gone of [
    page.getByRole('link', { name: 'Cambiar: Estado actual' }),
    page.getByRole('button', { name: 'Finalizar y ver resultado' }),
    page.getByRole('link', { name: 'Cúmulo' }),
    page.getByText('Guardado en esta tableta'),
    page.getByRole('radio'),
  ]) {
    expect(await gone.filter({ visible: true }).count()).toBe(0)
  }
  await page.getByText('Clúster de Energía').filter({ visible: true }).first().waitFor()
  await page.getByText('Estado actual').waitFor()
  await page.close()
})
