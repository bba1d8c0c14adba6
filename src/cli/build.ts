import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { surveyFolders } from './surveyFolders.ts'

const root = resolve(import.meta.dirname, '../..')
const built = join(root, 'dist/app')
const digestFile = join(root, 'dist/app.sha256')

/** What the built app is made of. The server is not: changing it must not cost a build at the next start. */
const sources = [
  ...['app', 'domain', 'sw', 'ui', 'cli', 'index.html'].map((name) => join(root, 'src', name)),
  ...['public', 'vite.config.ts', 'package-lock.json'].map((name) => join(root, name)),
  ...surveyFolders,
]

/** Builds the app into dist/app, unless what is there was made from exactly these sources. */
export async function buildIfStale(): Promise<'built' | 'fresh'> {
  const digest = digestOf(sources)
  if (existsSync(digestFile) && existsSync(built) && readFileSync(digestFile, 'utf8') === digest) return 'fresh'
  await buildApp(digest)
  return 'built'
}

async function buildApp(digest: string): Promise<void> {
  // Removed before and written after: a build that was cut off is never taken for a finished one.
  rmSync(digestFile, { force: true })
  process.stderr.write('Building the app…\n')
  // Loaded here and not above: the usual start finds a fresh build, and vite takes a second to load.
  const { editionFiles, editionsModule } = await import('./editionsPlugin.ts')
  // Before the bundler, which would bury the sentence about an edition that cannot be used in traces.
  editionsModule(editionFiles(surveyFolders))
  const { build } = await import('vite')
  const define = { 'import.meta.env.VITE_BUILD': JSON.stringify(digest.slice(0, 10)) }
  await build({ configFile: join(root, 'vite.config.ts'), define })
  writeFileSync(digestFile, digest)
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder))
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
}

async function main(): Promise<void> {
  try {
    if (process.argv.includes('--force')) await buildApp(digestOf(sources))
    else await buildIfStale()
  } catch (error) {
    process.stderr.write(`The app was not built. ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
