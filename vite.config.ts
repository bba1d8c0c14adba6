import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { createLogger, type Logger, type Plugin, type UserConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import type { ViteUserConfig } from 'vitest/config'
import { chunkName } from './src/cli/chunkName.ts'
import { editionsPlugin } from './src/cli/editionsPlugin.ts'
import { precompressPlugin } from './src/cli/precompressPlugin.ts'
import { surveyFolders } from './src/cli/surveyFolders.ts'

const root = import.meta.dirname

const appConfig: UserConfig = {
  root: resolve(root, 'src'),
  publicDir: resolve(root, 'public'),
  cacheDir: resolve(root, 'node_modules/.cache/vite'),
  customLogger: standardErrorLogger(),
  logLevel: 'warn',
  plugins: [react(), editionsPlugin(surveyFolders), pwa(), precompressPlugin()],
  // A questionnaire as a string for JSON.parse is read about twice as fast as the same object written as code.
  json: { stringify: true, namedExports: false },
  build: {
    outDir: '../dist/app',
    emptyOutDir: true,
    // An inlined asset would be a data: address, which the Content-Security-Policy would have to allow.
    assetsInlineLimit: 0,
    // Every browser that can run the service worker path has modulepreload: a screen's chunks come together, and not
    // one level of imports after the other, each of which costs a slow tablet a round trip.
    modulePreload: { polyfill: false },
    // SurveyJS is one chunk of 1.6 MB by nature; it is lazy, and the size of the shell is measured by the bench.
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkName, debugName: 'chunkName' }] },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': 'http://localhost:8080' },
  },
}

function pwa() {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'sw',
    filename: 'sw.ts',
    registerType: 'prompt',
    injectRegister: null,
    // The pattern below finds them; listed twice, they would be precached twice.
    includeManifestIcons: false,
    injectManifest: {
      globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest}'],
      // The form chunk is near workbox's own limit of 2 MB; one upgrade would drop it from the precache in silence.
      maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      buildPlugins: { vite: [quietWorkerBuild()] },
    },
    manifest: {
      id: '/',
      name: 'Cúmulo',
      short_name: 'Cúmulo',
      description: 'Evaluación de la madurez de las iniciativas clúster. Funciona sin internet.',
      lang: 'es-CO',
      dir: 'ltr',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      theme_color: '#0B5563',
      background_color: '#F6F5F1',
      categories: ['business', 'productivity'],
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  })
}

/** The service worker is built by a build of its own, which takes its options from vite-plugin-pwa and not from here. */
function quietWorkerBuild(): Plugin {
  return {
    name: 'cumulo:quiet-worker-build',
    config: () => ({ logLevel: 'warn', customLogger: standardErrorLogger() }),
    outputOptions: ({ inlineDynamicImports: _deprecated, ...options }) => options,
  }
}

/** Standard output belongs to the result of a command; what the build has to say is not one. */
function standardErrorLogger(): Logger {
  const logger = createLogger('warn')
  logger.warn = (message) => process.stderr.write(`${message}\n`)
  logger.warnOnce = logger.warn
  logger.error = logger.warn
  return logger
}

// An odd zone, with a quarter of an hour: code that mixes local time and UTC does not pass by luck.
const timeZone = 'Asia/Kathmandu'

const testConfig: ViteUserConfig = {
  root,
  plugins: [editionsPlugin(surveyFolders)],
  json: { stringify: true, namedExports: false },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    env: { TZ: timeZone },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{domain,ui,app,server,store,cli,sync}/**/*.test.{ts,tsx}', 'tests/layers.test.ts'],
          setupFiles: ['tests/support/failOnConsole.ts'],
          // A machine that does other work besides must not fail a test for being slow.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
}

// Set before the workers start, because a zone that is changed later reaches only part of Node's dates.
if (process.env.VITEST) process.env.TZ = timeZone

export default process.env.VITEST ? testConfig : appConfig
