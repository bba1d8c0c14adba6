import { join, sep } from 'node:path'

type ModuleInfo = { isEntry: boolean; importers: readonly string[]; dynamicImporters: readonly string[] }

/** What the bundler tells of its modules. */
type Modules = { getModuleInfo: (id: string) => ModuleInfo | null }

/** Where an assessment is begun and answered: the way there must be short. */
const captureScreens = ['NewDraft.tsx', 'DraftScreen.tsx'].map((file) => join('app', 'screens', file))

/**
 * The chunk of a module, where the bundler is not to choose: `shell` for all that the home screen starts with; our own
 * code that two or more other screens need is `capture` where questions are among them, else `common`.
 *
 * Left alone the bundler makes some thirty files of a kilobyte each, and to ask for thirty files costs a slow tablet a
 * quarter of a second before the first question. What a module imports is reached from wherever the module is reached,
 * so no two of these chunks ever import each other.
 */
export function chunkName(id: string, modules: Modules): 'shell' | 'capture' | 'common' | null {
  const starts = [...startsOf(id, modules)]
  if (starts.some((start) => modules.getModuleInfo(start)?.isEntry)) return 'shell'
  if (starts.length < 2 || !isOurs(id)) return null
  return starts.some((start) => captureScreens.some((screen) => start.endsWith(screen))) ? 'capture' : 'common'
}

/** What is fetched on its own account and imports the module, directly or not: the page itself, and each lazy part. */
function startsOf(id: string, modules: Modules): Set<string> {
  const starts = new Set<string>()
  const seen = new Set<string>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const info = modules.getModuleInfo(next)
    if (info === null) continue
    if (info.isEntry || info.dynamicImporters.length > 0) starts.add(next)
    open.push(...info.importers)
  }
  return starts
}

function isOurs(id: string): boolean {
  return !id.includes(`${sep}node_modules${sep}`) && !id.startsWith('\0')
}
