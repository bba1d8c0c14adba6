import { expect, test } from 'vitest'
import { chunkName } from '../../src/cli/chunkName.ts'

/** Who imports a module, and who fetches it when it is needed. */
const graph: Record<string, { importers?: string[]; dynamicImporters?: string[] }> = {
  '/src/index.html': {},
  '/src/app/main.tsx': { importers: ['/src/index.html'] },
  '/node_modules/react/index.js': { importers: ['/src/app/main.tsx', '/src/app/screens/HelpScreen.tsx'] },
  '/src/app/screens/NewDraft.tsx': { dynamicImporters: ['/src/app/main.tsx'] },
  '/src/app/screens/DraftScreen.tsx': { dynamicImporters: ['/src/app/main.tsx'] },
  '/src/app/screens/HelpScreen.tsx': { dynamicImporters: ['/src/app/main.tsx'] },
  '/src/app/screens/ResultRoute.tsx': { dynamicImporters: ['/src/app/main.tsx'] },
  '/src/domain/faults.ts': { importers: ['/src/app/screens/DraftScreen.tsx', '/src/app/screens/ResultRoute.tsx'] },
  '/src/domain/fault.ts': { importers: ['/src/domain/faults.ts'] },
  '/src/app/charts.ts': { importers: ['/src/app/screens/HelpScreen.tsx', '/src/app/screens/ResultRoute.tsx'] },
  '/src/app/hub.ts': { importers: ['/src/app/screens/DraftScreen.tsx'] },
  '/node_modules/pdf/index.js': { importers: ['/src/app/charts.ts'] },
}

const modules = {
  getModuleInfo: (id: string) => {
    const { importers = [], dynamicImporters = [] } = graph[id] ?? {}
    return { isEntry: id.endsWith('.html'), importers, dynamicImporters }
  },
}

test.each([
  ['what the home screen starts with', '/src/app/main.tsx', 'shell'],
  ['a library that the home screen starts with', '/node_modules/react/index.js', 'shell'],
  ['what the questions share with another screen', '/src/domain/faults.ts', 'capture'],
  ['what that imports', '/src/domain/fault.ts', 'capture'],
  ['what two other screens share', '/src/app/charts.ts', 'common'],
  ['what one screen alone needs', '/src/app/hub.ts', null],
  ['a screen', '/src/app/screens/HelpScreen.tsx', null],
  ['a library of lazy screens', '/node_modules/pdf/index.js', null],
])('%s', (_, id, chunk) => {
  expect(chunkName(id, modules)).toBe(chunk)
})
