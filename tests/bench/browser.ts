import { rmSync } from 'node:fs'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { fillDevice } from '../e2e/support/filledDevice.ts'
import { launchOptions } from '../support/chromium.ts'
import { temporaryFolder } from '../support/server.ts'
import { buildPeer, buildWithUnscoredEdition, serve } from './builtApp.ts'
import { percentile, printTable, rounded, spread } from './figures.ts'
import { installProbe, keepNamesStub } from './probe.ts'
import { clickOn, type Fill, fill, ours, plainSurvey, type Target } from './robot.ts'

const runs = 3
const throttles = [1, 6]

/** What a tablet holds after some years: it must open and answer like a new one. */
const yearsOfUse = { drafts: 10, waiting: 10, received: 190 }

/** A page that is opened and timed; with a target the robot also fills it. */
type Contender = {
  name: string
  folder: string
  path: string
  offline: boolean
  target?: Target
  /** what is put on the device once the page was opened cold */
  device?: typeof yearsOfUse
}

/** Milliseconds from the start of the navigation until the first option has taken a click. */
type FirstClick = { cold: number; reload: number; again: number }
type Session = FirstClick & { fill: Fill | undefined }

/** What a person at a tablet waits for: the first question, the next section, the answer on the disk. */
export async function benchBrowser(): Promise<void> {
  const folder = await buildWithUnscoredEdition()
  const seventy = { folder, path: '/new/site-visit.1', offline: true, target: ours }
  const contenders: Contender[] = [
    { name: 'cluster-maturity.1', folder, path: '/new/cluster-maturity.1', offline: true },
    { name: '70 questions', ...seventy },
    { name: '70 questions, 10 drafts, 200 submissions', ...seventy, device: yearsOfUse },
    // The yardstick: what the same questionnaire costs on this machine when nothing is done about it.
    { name: 'plain SurveyJS', folder: await buildPeer(), path: '/', offline: false, target: plainSurvey },
  ]
  for (const throttle of throttles) {
    const sessions = new Map<string, Session[]>(contenders.map(({ name }) => [name, []]))
    for (let run = 1; run <= runs; run += 1) {
      // In turn, so that a slow minute of the machine meets all of them.
      for (const contender of contenders) {
        process.stderr.write(`${contender.name} at ${throttle}×, ${run} of ${runs}…\n`)
        sessions.get(contender.name)?.push(await runSession(contender, throttle))
      }
    }
    printFirstClicks(throttle, sessions)
    for (const [name, done] of sessions) {
      const fills = done.flatMap(({ fill }) => fill ?? [])
      if (fills.length > 0) printFill(`${name} filled by a robot, processor ${throttle}×`, fills)
    }
  }
}

/** A new profile: opened cold, then without the server, if it can: reloaded, opened again in a new tab and filled. */
async function runSession({ folder, path, offline, target, device }: Contender, throttle: number): Promise<Session> {
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
    const address = server.url + path
    await page.goto(address, { waitUntil: 'commit' })
    const cold = await firstClick(page)
    if (offline) {
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready
      })
      await page.waitForTimeout(500)
      await server.close()
    }
    if (device !== undefined) await fillDevice(page, device, new Date())
    await page.reload({ waitUntil: 'commit' })
    const reload = await firstClick(page)
    await page.close()
    const tab = await throttledPage(context, throttle)
    await tab.goto(address, { waitUntil: 'commit' })
    const again = await firstClick(tab)
    return { cold, reload, again, fill: target === undefined ? undefined : await fill(tab, target) }
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
  for (;;) {
    await clickOn(page, ':is(main, #root) :is([type=radio], [type=checkbox]):not(:checked)')
    // A page that moves under the mouse makes a person click again.
    const at = await page.evaluate(() => window.probe.firstChosen(500))
    if (at !== undefined) return at
  }
}

function printFirstClicks(throttle: number, sessions: ReadonlyMap<string, readonly Session[]>): void {
  const rows = [...sessions].map(([name, done]) => [
    name,
    ...(['cold', 'again', 'reload'] as const).map((load) => spread(done.map((session) => session[load]))),
  ])
  const head = ['ms until the first option takes a click', 'cold', 'new tab', 'reload']
  printTable(`First question answerable, processor ${throttle}×`, head, rows)
}

function printFill(title: string, fills: readonly Fill[]): void {
  const p50AndP98 = (values: readonly number[], digits: number) => [
    rounded(percentile(values, 0.5), digits),
    rounded(percentile(values, 0.98), digits),
  ]
  const all = (of: (fill: Fill) => number[]) => fills.flatMap(of)
  printTable(
    title,
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
        'input to the next completed write, ms',
        ...p50AndP98(
          all(({ nextWrite }) => nextWrite),
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
