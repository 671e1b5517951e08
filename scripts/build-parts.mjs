import { builtinModules } from 'node:module'
import fs from 'node:fs'
import path from 'node:path'
import { LEFT_OUT, licencesPlugin } from './licences.mjs'
import { root } from './paths.mjs'

// Left as imports: Electron itself, the native addon, and the test driver that `demo` and `bench` use.
const EXTERNAL = [
  'electron',
  'better-sqlite3',
  'playwright-core',
  '@playwright/test',
  // What the PostgreSQL driver would take in its place where somebody installed it.
  'pg-native',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
]

/**
 * The parts of the build, each on its own so that the command line need not wait for the window.
 * `sources`: what makes the part stale. `entries()`: output name -> source, only those that exist.
 */
export const parts = {
  main: {
    sources: ['electron', 'shared', 'resources'],
    entries: () => ({ ...entry('main', 'electron/main.ts'), ...workers() }),
    config: nodeModules,
  },
  preload: {
    sources: ['electron/preload.ts', 'shared'],
    entries: () => entry('preload', 'electron/preload.ts'),
    config: sandboxedScript,
  },
  renderer: {
    sources: ['renderer', 'shared', 'resources'],
    entries: pages,
    config: webPages,
  },
  cli: {
    sources: ['electron', 'shared', 'resources'],
    entries: () => ({ ...entry('cli', 'electron/cli/main.ts'), ...workers() }),
    config: nodeModules,
  },
  bench: {
    sources: ['bench', 'electron', 'shared', 'resources'],
    entries: () => ({ ...entry('bench', 'bench/main.ts'), ...workers() }),
    config: nodeModules,
  },
  demo: {
    sources: ['scripts/demo', 'electron', 'shared', 'resources'],
    entries: () => ({ ...entry('demo', 'scripts/demo/main.ts'), ...workers() }),
    config: nodeModules,
  },
}

function entry(name, file) {
  return fs.existsSync(path.join(root, file)) ? { [name]: file } : {}
}

// A worker is a file of its own that lies beside whatever starts it, so every Node part carries all of them.
function workers() {
  const folder = path.join(root, 'electron')
  if (!fs.existsSync(folder)) return {}
  const found = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('-worker.ts'))
  return Object.fromEntries(found.map((name) => [path.basename(name, '.ts'), path.posix.join('electron', name)]))
}

function pages() {
  const folder = path.join(root, 'renderer')
  if (!fs.existsSync(folder)) return {}
  const found = fs.readdirSync(folder).filter((name) => name.endsWith('.html'))
  return Object.fromEntries(found.map((name) => [path.basename(name, '.html'), `renderer/${name}`]))
}

// Chunks lie flat beside the entries, so that a worker's address relative to the module holds in a chunk too.
function nodeModules(entries, outDir) {
  return onNode(entries, outDir, {
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: storeAtOnce(entries),
  })
}

// A sandboxed preload is one CommonJS file.
function sandboxedScript(entries, outDir) {
  return onNode(entries, outDir, { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false })
}

const STORE = 'electron/store-worker.ts'
/** The process that reads beside it: it may read the store's file too, which must then hold nothing that runs by itself. */
const READER = 'electron/reader-worker.ts'

/**
 * What the store's process needs before it can answer lies in one file, but for what another entry needs too: each further file costs a way to the
 * disk and back before the first can run. What is read later is split as the bundler likes.
 */
function storeAtOnce(entries) {
  const others = Object.values(entries).filter((file) => file !== STORE && file !== READER)
  let ours = null
  const only = (context) => {
    const rest = neededBy(others, context)
    return new Set([...neededBy([STORE], context)].filter((id) => !rest.has(id) && id !== path.join(root, STORE)))
  }
  return { includeDependenciesRecursively: false, groups: [{ debugName: 'store', name: (id, context) => ((ours ??= only(context)).has(id) ? 'store' : null) }] }
}

function neededBy(entries, context) {
  const found = new Set()
  const waiting = entries.map((file) => path.join(root, file))
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(context.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}

/** Packages that others name and nothing here calls: not a line of them travels along. */
const leaveOut = {
  name: 'leave-out',
  enforce: 'pre',
  resolveId: (id) => (LEFT_OUT.includes(id) ? '\0left-out' : null),
  load: (id) => (id === '\0left-out' ? 'export default {}' : null),
}

function onNode(entries, outDir, output) {
  return {
    root,
    plugins: [leaveOut],
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: { input: entries, external: EXTERNAL, output },
    },
    ssr: { noExternal: true, external: EXTERNAL },
  }
}

async function webPages(entries, outDir) {
  const { default: react } = await import('@vitejs/plugin-react')
  const input = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path.join(root, file)]))
  return {
    root: path.join(root, 'renderer'),
    base: './',
    plugins: [react(), licencesPlugin()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome130',
      // One local disk away: a warning about size would only be noise.
      chunkSizeWarningLimit: 8000,
      rolldownOptions: { input },
    },
  }
}
