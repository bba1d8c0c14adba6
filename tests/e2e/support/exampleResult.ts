import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import type { Submission } from '#domain/submission.ts'
import { keepVisible } from '#domain/visible.ts'
import { completeAnswers, validSubmission } from '../../support/builders.ts'
import { exampleAnswers } from '../../support/scoringCases.ts'
import { putRows, readRows, storedRow, waitingRow } from './deviceRows.ts'
import { form } from './robot.ts'
import type { Served } from './served.ts'

export const thisYear = new Date().getFullYear()

/** Worked example B: stage 2, stopped by the minimum of one dimension only, so that one step leads to stage 3. */
export const exampleB: Answers = {
  ...completeAnswers,
  ...exampleAnswers('B'),
  ...{ ref_year: thisYear - 1, n_firms_linked: 130, dept_main: '17', depts_covered: ['17'] },
  ...{ lead_entity_type: 'association', macro_sector: 'services', ciiu_section_main: 'I' },
}

/** Worked example C: the last stage. */
export const exampleC: Answers = { ...exampleB, ...exampleAnswers('C'), ref_year: thisYear - 1 }

/** What a cluster that the register does not know answered, always the same one. */
export function resultOf(
  answers: Answers,
  completedAt: string,
  device: { deviceId?: string; seq?: number } = {},
): Submission {
  const cluster = { clusterId: null, clusterName: 'Clúster del café de Caldas' }
  const facts = { ...cluster, roundId: 'trial', startedAt: completedAt, completedAt, ...device }
  return validSubmission({ ...facts, answers: keepVisible(form, { answers, nonresponse: {} }).answers })
}

/** A tablet on which example B has just been completed, and the address of its result. */
export async function openExampleB({ server, browser }: Served): Promise<{ page: Page; result: string }> {
  const page = await browser.newPage({ viewport: { width: 800, height: 1280 }, acceptDownloads: true })
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const submission = resultOf(exampleB, new Date().toISOString())
  await putRows(page, { submissions: [storedRow(submission)] })
  return { page, result: `${server.url}/result/${submission.submissionId}` }
}

/** Completes example B on this device, as without a network: it waits to be sent. Gives the path of its result. */
export async function completeExampleB(page: Page): Promise<string> {
  const deviceId = await vi.waitFor(() => deviceIdOf(page), { timeout: 20_000 })
  const submission = resultOf(exampleB, new Date().toISOString(), { deviceId, seq: 1 })
  const row = storedRow(submission)
  await putRows(page, {
    device: [{ key: 'lastSeq', value: 1 }],
    submissions: [row],
    outbox: [waitingRow(submission, row.bytes)],
  })
  return `/result/${submission.submissionId}`
}

/** The id that the device makes for itself soon after its first start. */
async function deviceIdOf(page: Page): Promise<string> {
  const [facts = []] = (await readRows(page, 'device')) as { key: string; value: { deviceId: string } }[][]
  const identity = facts.find(({ key }) => key === 'identity')
  if (identity === undefined) throw new Error('the device has no id yet')
  return identity.value.deviceId
}
