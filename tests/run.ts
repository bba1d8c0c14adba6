import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findOrInstallChromium, howToGetChromium } from './support/chromium.ts'
import { findOrInstallPoppler, howToGetPoppler } from './support/poppler.ts'

// What `npm test` runs: types, lint, editions, build, and every test, browser included. Each check that is no test
// file counts as one test; the last line is the sum.

type Count = { passed: number; failed: number }

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

const root = resolve(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const scratch = mkdtempSync(join(tmpdir(), 'cumulo-tests-'))

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0
}

function check(name: string, command: string, args: readonly string[]): Count {
  console.log(`\n── ${name}`)
  const isFine = run(command, args)
  console.log(isFine ? `${name}: passed` : `${name}: FAILED`)
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 }
}

function vitest(project: string): Count {
  console.log(`\n── ${project} tests`)
  const file = join(scratch, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const isFine = run(bin('vitest'), ['run', '--project', project, ...reporters])
  const count = readCount(file)
  // Faults outside of any test (a rejection nobody awaited, a worker that died) end vitest with 1 and count none.
  return { ...count, failed: !isFine && count.failed === 0 ? 1 : count.failed }
}

function readCount(file: string): Count {
  let report: VitestReport
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 1 }
  }
  // A file that could not be loaded has no tests to fail, but it failed.
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

function browserTests(): Count {
  if (findOrInstallChromium() !== undefined) return vitest('e2e')
  console.log(`\n── e2e tests\nBrowser tests skipped. ${howToGetChromium}`)
  // CI must not turn green because its image lost the browser.
  return { passed: 0, failed: process.env.CI === 'true' || process.env.CI === '1' ? 1 : 0 }
}

if (!findOrInstallPoppler()) console.log(`Tests of PDFs will fail. ${howToGetPoppler}`)

const node = (script: string) => ['--import', 'tsx', script]

const counts = [
  check('types', bin('tsc'), ['-b']),
  check('lint and format', bin('biome'), ['check', '--error-on-warnings', '.']),
  check('editions', process.execPath, node('src/cli/surveys.ts')),
  check('build', process.execPath, node('src/cli/build.ts')),
  vitest('unit'),
  browserTests(),
]

rmSync(scratch, { recursive: true, force: true })
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
