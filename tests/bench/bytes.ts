import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { launchOptions } from '../support/chromium.ts'
import { deliveredApp, serve } from './builtApp.ts'
import { kilobytes, printTable } from './figures.ts'

/** Bytes on the wire of the first load and of what opening an assessment adds. */
export async function benchBytes(): Promise<void> {
  const server = await serve(deliveredApp)
  const browser = await chromium.launch(launchOptions())
  try {
    const home = await filesOf(browser, server.url, '/')
    const shell = [...new Set([...namedInIndex(), ...home])]
    const opened = await filesOf(browser, server.url, '/new/cluster-maturity.1')
    const added = opened.filter((file) => !shell.includes(file))
    const code = (files: string[]) => files.filter((file) => /\.(?:js|css)$/.test(file))
    const form = readdirSync(join(deliveredApp, 'assets')).find((file) => /^surveyParts-[^/]*\.js$/.test(file))
    const row = (what: string, files: string[]) => [what, ...['', '.gz', '.br'].map((form) => sum(files, form))]
    printTable(
      'Bytes, kB of 1000',
      ['', 'plain', 'gzip', 'brotli'],
      [
        row(
          'shell: JS of the home screen',
          shell.filter((file) => file.endsWith('.js')),
        ),
        row(
          'shell: CSS of the home screen',
          shell.filter((file) => file.endsWith('.css')),
        ),
        row('shell', code(shell)),
        row(
          'fonts of the home screen',
          shell.filter((file) => file.endsWith('.woff2')),
        ),
        row(`SurveyJS (${form ?? 'none'}), where an edition leaves it anything`, form ? [`assets/${form}`] : []),
        row('all JS and CSS that opening cluster-maturity.1 adds', code(added)),
      ],
    )
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Files of the built app that the page asks for; the service worker is off, since it fetches everything. */
async function filesOf(browser: Browser, url: string, path: string): Promise<string[]> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).pathname.slice(1)))
  await page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
  await page.locator('main').first().waitFor()
  await context.close()
  return [...asked].filter((file) => file !== '' && existsSync(join(deliveredApp, file)))
}

/** What the page names before any script has run, preloads included. */
function namedInIndex(): string[] {
  const page = readFileSync(join(deliveredApp, 'index.html'), 'utf8')
  return [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].flatMap(([, file]) => file ?? [])
}

function sum(files: readonly string[], form: string): string {
  return kilobytes(files.reduce((bytes, file) => bytes + size(file, form), 0))
}

/** As the server sends it: a small file or a font has no compressed form and goes out as it is. */
function size(file: string, form: string): number {
  const path = join(deliveredApp, file)
  return statSync(existsSync(path + form) ? path + form : path).size
}
