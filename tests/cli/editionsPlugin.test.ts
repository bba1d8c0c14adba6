import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FormElement } from '#domain/edition.ts'
import { editionsPlugin } from '../../src/cli/editionsPlugin.ts'
import { temporaryFolder } from '../support/server.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

let folder: string

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A build of nothing but the editions, kept in memory. */
function buildEditions() {
  writeFileSync(join(folder, 'main.js'), "import { editions } from 'virtual:editions'\nconsole.log(editions)")
  const input = join(folder, 'main.js')
  return build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    plugins: [editionsPlugin([folder])],
    build: { write: false, rolldownOptions: { input } },
  })
}

function writeEdition(...added: FormElement[]): void {
  const edition = unscoredEdition()
  edition.form.pages[0]?.elements.push(...added)
  writeFileSync(join(folder, 'site-visit.1.json'), JSON.stringify(edition))
}

test('a safe edition is built in', async () => {
  writeEdition()
  await expect(buildEditions()).resolves.toBeDefined()
})

test.each<[FormElement, string]>([
  [{ type: 'text', name: '__proto__' }, 'the name "__proto__" is reserved'],
  [{ type: 'signaturepad', name: 'sign' }, 'questions of type "signaturepad" are not allowed'],
  [{ type: 'image', name: 'logo', imageLink: '//example.org/x.png' }, 'holds a URL'],
  [{ type: 'text', name: 'slow', validators: [{ type: 'regex', regex: '(a+)+$' }] }, 'the regular expression (a+)+$'],
])('the build stops at an unsafe edition: %j', async (element, reason) => {
  writeEdition(element)
  await expect(buildEditions()).rejects.toThrow(reason)
  await expect(buildEditions()).rejects.toThrow(join(folder, 'site-visit.1.json'))
})
