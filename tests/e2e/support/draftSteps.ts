import type { Page } from 'playwright-core'

// What a person does on the way into a draft.

/** Where clusters are chosen for the census questionnaire. */
export const startPath = '/start?edition=cluster-maturity.1'

/** Chooses a cluster of the register; the screen before the first question follows. */
export async function chooseCluster(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}${startPath}`)
  await page.getByRole('radio', { name }).check()
  await page.getByRole('button', { name: 'Elegir este clúster' }).click()
}

/** Names a cluster that the register does not know, where clusters are chosen; the screen before the first question follows. */
export async function nameCluster(page: Page, name = 'Clúster del café de Caldas'): Promise<void> {
  await page.getByRole('button', { name: 'No encuentro mi clúster' }).click()
  await page.getByRole('textbox').fill(name)
  await page.getByRole('button', { name: 'Seguir con este nombre' }).click()
}

/** Leaves the screen before the first question; gives the address of the draft. */
export async function beginDraft(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Empezar', exact: true }).click()
  await page.waitForURL(/\/page\//)
  return draftAt(page)
}

/** The address of the draft whose page, hub or review is open. */
export function draftAt(page: Page): string {
  return page.url().replace(/(\/draft\/[^/]+).*/, '$1')
}

/** An initiative that is not active is asked only who it is. */
export async function makeActive(page: Page, draft: string): Promise<void> {
  await page.goto(`${draft}/page/A_1`)
  await page.getByRole('radio', { name: 'Activa' }).check()
  await saved(page)
}

export function saved(page: Page): Promise<void> {
  return page.locator('[data-save-state=saved]').waitFor()
}
