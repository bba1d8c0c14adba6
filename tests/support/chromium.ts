import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type LaunchOptions } from 'playwright-core'
import { installDebianPackage } from './debianPackage.ts'

const namesOnPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

const usualPlaces = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** What to say to a person when `findChromium` finds none. */
export const howToGetChromium =
  'No Chromium was found. Install one (Debian: apt-get install chromium) or set CHROMIUM_BIN to its path.'

const isRoot = process.getuid?.() === 0

/** Path of a Chromium for the browser tests: CHROMIUM_BIN, Playwright's own, the PATH, then the usual places. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_BIN
  // A wrong CHROMIUM_BIN is not replaced by another browser: the tests would run in one that nobody chose.
  if (named) return existsSync(named) ? named : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    chromium.executablePath(),
    ...namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...usualPlaces,
  ]
  return candidates.find((path) => path !== '' && existsSync(path))
}

/** As `findChromium`, but on a Debian as root it installs the distribution's own when there is none. */
export function findOrInstallChromium(): string | undefined {
  const found = findChromium()
  if (found !== undefined || process.env.CHROMIUM_BIN) return found
  installDebianPackage('chromium')
  return findChromium()
}

/**
 * Options for `chromium.launch` and `chromium.launchPersistentContext`. The browser's own talk with its maker is
 * switched off: a test that watches for requests to foreign hosts must see the page's and no others.
 *
 * @throws when there is no Chromium
 */
export function launchOptions(): LaunchOptions {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(howToGetChromium)
  return {
    executablePath,
    headless: true,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-domain-reliability',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
      '--no-default-browser-check',
      // Chromium has no sandbox for root; for everybody else it stays on.
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  }
}
