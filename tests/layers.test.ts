import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix, relative, resolve, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

// The import table of the architecture: which layer may import what, and the one door of each foreign thing. Line
// budgets, default exports and `any` are the linter's; ambient types of each runtime are the compiler's.

type Layer = 'domain' | 'ui' | 'app' | 'sw' | 'server' | 'cli'

const allowed: Record<Layer, readonly string[]> = {
  domain: ['zod/mini'],
  ui: ['#domain/', 'react', 'react-dom', 'react-aria-components', '@visx/'],
  app: [
    ...[
      '#domain/',
      '#ui/',
      'react',
      'react-dom',
      'react-aria-components',
      'dexie',
      'dexie-react-hooks',
      'wouter',
      'jose',
    ],
    ...[
      'survey-core',
      'survey-react-ui',
      'workbox-window',
      'qrcode',
      'pdfkit',
      '@expo-google-fonts/',
      'virtual:editions',
    ],
  ],
  sw: ['workbox-precaching', 'workbox-routing'],
  server: [
    ...[
      '#domain/',
      'node:',
      'fastify',
      '@fastify/',
      'fastify-type-provider-zod',
      'zod',
      'kysely',
      'better-sqlite3',
      'pg',
    ],
    ...['jose', 'csv-stringify', 'hucre', 'hyparquet-writer', 'qrcode'],
  ],
  cli: ['#domain/', '#store/', 'node:', 'csv-parse', 'csv-stringify', 'vite', 'survey-core'],
}

/** Files of other folders that a layer may import by their relative path. */
const allowedFiles: Partial<Record<Layer, readonly string[]>> = {
  cli: ['server/config.ts', 'server/exports/'],
}

/** Packages that one place of the tree knows, so that replacing them touches one place. */
const doors: readonly { what: string; layer: Layer; files: number; folder?: string }[] = [
  { what: 'survey-core', layer: 'app', files: 1 },
  { what: 'survey-core', layer: 'cli', files: 1 },
  { what: 'survey-react-ui', layer: 'app', files: 1 },
  { what: 'pdfkit', layer: 'app', files: 1 },
  { what: 'qrcode', layer: 'app', files: 1 },
  { what: 'dexie', layer: 'app', files: 5 },
  { what: 'kysely', layer: 'server', files: Number.POSITIVE_INFINITY, folder: 'server/store/' },
  { what: 'better-sqlite3', layer: 'server', files: Number.POSITIVE_INFINITY, folder: 'server/store/' },
]

/** Globals with one door. Reaching the network or the environment from anywhere else is a hidden dependency. */
const globalDoors: readonly { name: string; layers: readonly Layer[]; files: readonly string[] }[] = [
  { name: 'fetch', layers: ['app', 'ui', 'sw'], files: ['app/sync.ts'] },
  { name: 'XMLHttpRequest', layers: ['app', 'ui', 'sw'], files: [] },
  { name: 'EventSource', layers: ['app', 'ui', 'sw'], files: [] },
  { name: 'WebSocket', layers: ['app', 'ui', 'sw'], files: [] },
  { name: 'sendBeacon', layers: ['app', 'ui', 'sw'], files: [] },
  // The app's build reads which folder of questionnaires to add, where no server runs.
  { name: 'process.env', layers: ['server', 'cli'], files: ['server/config.ts', 'cli/surveyFolders.ts'] },
]

/** The world is an argument of domain functions: the same call gives the same answer on every machine and day. */
const worldly = [
  'Date.now',
  'Math.random',
  'performance',
  'crypto',
  'globalThis',
  'setTimeout',
  'console',
  'new Date()',
]

const bannedNames = /^(?:utils?|helpers?|common|misc|types|index|shared|constants)\.tsx?$/

const root = resolve(import.meta.dirname, '..')
const src = join(root, 'src')

type Source = { path: string; layer: Layer; imports: string[]; globals: Set<string> }

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.tsx?$/.test(path) && path.includes('/') && !path.endsWith('.d.ts'))
  .map((path) => readSource(path, readFileSync(join(src, path), 'utf8')))

function readSource(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const source: Source = { path, layer: path.split('/')[0] as Layer, imports: [], globals: new Set() }
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier !== undefined) source.imports.push(specifier)
    const name = globalOf(node)
    if (name !== undefined) source.globals.add(name)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return source
}

function specifierOf(node: ts.Node): string | undefined {
  const isStatic = ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
  if (isStatic && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) return node.moduleSpecifier.text
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return node.argument.literal.text
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined
  const [argument] = node.arguments
  return argument && ts.isStringLiteralLike(argument) ? argument.text : 'an import whose address is computed'
}

/** `fetch`, `process.env`, `new Date()`: what a value is taken from, as written, without `window.` and the like. */
function globalOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()'
  if (ts.isPropertyAccessExpression(node)) {
    const owner = node.expression.getText()
    if (['window', 'globalThis', 'self', 'navigator'].includes(owner)) return node.name.text
    return `${owner}.${node.name.text}`
  }
  if (!ts.isIdentifier(node)) return undefined
  return isReference(node) ? node.text : undefined
}

/** True where the identifier reads a value; false where it names a property, a parameter or a type. */
function isReference(node: ts.Identifier): boolean {
  const parent = node.parent
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return true
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  return ts.isBinaryExpression(parent) || ts.isTypeOfExpression(parent) || ts.isShorthandPropertyAssignment(parent)
}

const isPackage = (specifier: string, name: string): boolean =>
  /[/:]$/.test(name) ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`)

function mayImport(source: Source, specifier: string): boolean {
  if (!specifier.startsWith('.')) return allowed[source.layer].some((name) => isPackage(specifier, name))
  const target = posix.join(posix.dirname(source.path), specifier)
  // Classifications are data with a version of their own; nothing else outside src is imported.
  if (/^\.\.\/surveys\/classifications\/[a-z-]+\.json$/.test(target)) return source.layer !== 'domain'
  if (target.startsWith(`${source.layer}/`)) return true
  return (allowedFiles[source.layer] ?? []).some(
    (file) => target === file || (file.endsWith('/') && target.startsWith(file)),
  )
}

const faultsOf = (judge: (source: Source) => readonly string[]): string[] =>
  sources.flatMap((source) => judge(source).map((fault) => `src/${source.path}: ${fault}`))

describe('layers', () => {
  test('the rig sees a forbidden import, a hidden fetch and a clock', () => {
    const text =
      "const { app } = await import('../server/app.ts')\nwindow.fetch('/x')\nconst at = new Date()\nDate.now()"
    const source = readSource('domain/bad.ts', text)
    expect(source.imports.filter((specifier) => !mayImport(source, specifier))).toEqual(['../server/app.ts'])
    expect([...source.globals]).toEqual(expect.arrayContaining(['fetch', 'new Date()', 'Date.now']))
  })

  test('every layer imports only what the table allows', () => {
    expect(sources.length).toBeGreaterThan(0)
    const faults = faultsOf((source) => source.imports.filter((specifier) => !mayImport(source, specifier)))
    expect(faults).toEqual([])
  })

  test('an import names the file with its extension', () => {
    const isOwn = (specifier: string) => /^(?:\.|#)/.test(specifier)
    expect(faultsOf((source) => source.imports.filter((s) => isOwn(s) && !/\.(?:tsx?|css|json)$/.test(s)))).toEqual([])
  })

  test.each(doors)('$what has its one place in $layer', ({ what, layer, files, folder }) => {
    const using = sources.filter(
      (source) => source.layer === layer && source.imports.some((specifier) => isPackage(specifier, what)),
    )
    const paths = using.map((source) => source.path)
    expect(paths.length, paths.join(', ')).toBeLessThanOrEqual(files)
    expect(paths.filter((path) => folder !== undefined && !path.startsWith(folder))).toEqual([])
  })

  test.each(globalDoors)('$name is reached through its one door', ({ name, layers, files }) => {
    const isGuarded = (source: Source) => layers.includes(source.layer) && !files.includes(source.path)
    expect(faultsOf((source) => (isGuarded(source) && source.globals.has(name) ? [name] : []))).toEqual([])
  })

  test('domain knows no clock, no chance and no machine', () => {
    const isWorldly = (name: string) => worldly.some((worldlyName) => name === worldlyName)
    expect(faultsOf((source) => (source.layer === 'domain' ? [...source.globals].filter(isWorldly) : []))).toEqual([])
  })

  test('no file has a name under which nobody would look for anything', () => {
    const tests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    const all = [...sources.map((source) => join(src, source.path)), ...tests.map((path) => join(root, 'tests', path))]
    expect(all.filter((path) => bannedNames.test(basename(path))).map((path) => relative(root, path))).toEqual([])
  })
})
