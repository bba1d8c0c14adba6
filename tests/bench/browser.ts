import { rmSync } from 'node:fs'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { launchOptions } from '../support/chromium.ts'
import { temporaryFolder } from '../support/server.ts'
import { buildWithUnscoredEdition, serve } from './builtApp.ts'
import { percentile, printTable, rounded, spread } from './figures.ts'
import { installProbe, keepNamesStub } from './probe.ts'
import { clickOn, type Fill, fill } from './robot.ts'

const runs = 3
const throttles = [1, 6]
const unscored = 'site-visit.1'
const questionnaires = ['cluster-maturity.1', unscored]

/** Milliseconds from the start of the navigation until the first option has taken a click. */
type FirstClick = { cold: number; reload: number; again: number }
type Session = FirstClick & { fill: Fill | undefined }

/** What a person at a tablet waits for: the first question, the next section, the answer on the disk. */
export async function benchBrowser(): Promise<void> {
  const folder = await buildWithUnscoredEdition()
  for (const throttle of throttles) {
    const sessions = new Map<string, Session[]>()
    for (const name of questionnaires) {
      const done: Session[] = []
      for (let run = 1; run <= runs; run += 1) {
        process.stderr.write(`${name} at ${throttle}×, ${run} of ${runs}…\n`)
        done.push(await runSession(folder, name, throttle))
      }
      sessions.set(name, done)
    }
    printFirstClicks(throttle, sessions)
    printFill(
      throttle,
      (sessions.get(unscored) ?? []).flatMap(({ fill }) => fill ?? []),
    )
  }
}

/** A new profile: opened cold, then the server is gone for good, reloaded, opened again in a new tab and filled. */
async function runSession(folder: string, name: string, throttle: number): Promise<Session> {
  const server = await serve(folder)
  const profile = temporaryFolder()
  // A profile on the disk: in a private window the database is kept in memory, and writing costs nothing.
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions(),
    viewport: { width: 800, height: 1100 },
  })
  try {
    await context.addInitScript(keepNamesStub)
    await context.addInitScript(installProbe)
    const page = await throttledPage(context, throttle)
    const address = `${server.url}/new/${name}`
    await page.goto(address, { waitUntil: 'commit' })
    const cold = await firstClick(page)
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.waitForTimeout(500)
    await server.close()
    await page.reload({ waitUntil: 'commit' })
    const reload = await firstClick(page)
    const tab = await throttledPage(context, throttle)
    await tab.goto(address, { waitUntil: 'commit' })
    const again = await firstClick(tab)
    return { cold, reload, again, fill: name === unscored ? await fill(tab) : undefined }
  } finally {
    await context.close()
    await server.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

async function throttledPage(context: BrowserContext, rate: number): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return page
}

/** Clicks the first option that is not chosen yet: after a reload the earlier answer is there again. */
async function firstClick(page: Page): Promise<number> {
  await clickOn(page, 'main :is([type=radio], [type=checkbox]):not(:checked)')
  return page.evaluate(() => window.probe.firstChosen())
}

function printFirstClicks(throttle: number, sessions: ReadonlyMap<string, readonly Session[]>): void {
  const rows = [...sessions].map(([name, done]) => [
    name,
    ...(['cold', 'reload', 'again'] as const).map((load) => spread(done.map((session) => session[load]))),
  ])
  const head = ['ms until the first option takes a click', 'cold', 'reload, no network', 'new tab, no network']
  printTable(`First question answerable, processor ${throttle}×`, head, rows)
}

function printFill(throttle: number, fills: readonly Fill[]): void {
  const p50AndP98 = (values: readonly number[], digits: number) => [
    rounded(percentile(values, 0.5), digits),
    rounded(percentile(values, 0.98), digits),
  ]
  const all = (of: (fill: Fill) => number[]) => fills.flatMap(of)
  printTable(
    `70 questions filled by a robot, no network, processor ${throttle}×`,
    ['', 'p50', 'p98'],
    [
      [
        'answer, input to paint, ms (16 = at most 16)',
        ...p50AndP98(
          all(({ interactions }) => interactions),
          0,
        ),
      ],
      [
        'section change, ms',
        ...p50AndP98(
          all(({ sectionChanges }) => sectionChanges),
          1,
        ),
      ],
      [
        'input to durable, ms',
        ...p50AndP98(
          all(({ durable }) => durable),
          1,
        ),
      ],
      [
        'whole robot, s',
        spread(
          fills.map(({ totalMs }) => totalMs / 1000),
          1,
        ),
      ],
      ['answers in the stored draft, of 70', fills.map(({ stored }) => stored).join(', ')],
    ],
  )
}
