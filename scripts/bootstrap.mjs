// Brings a clean checkout to the point where the application, its tests and its command line run. Plain Node without
// dependencies, because it runs before `npm ci`; called inside every npm script, because `ignore-scripts` (which keeps
// Electron's download and a wrong compile out) also switches off npm's own pre-scripts. Messages go to standard error.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { dependenciesReady, installDependencies } from './dependencies.mjs'
import { prepareRuntime, runtimeReady } from './electron-runtime.mjs'
import { addonReady, prepareAddon } from './native-addon.mjs'
import { root } from './paths.mjs'
import { withLock } from './process-lock.mjs'
import { installPackages, knownComplete, missingPackages, rememberComplete } from './system-packages.mjs'

/**
 * Installs what is missing: dependencies and the SQLite addon; with `window` also Electron and the libraries it needs, with `server` the
 * PostgreSQL server of the tests, with `office` the LibreOffice that opens documents in them. Does nothing in a few milliseconds when nothing is missing; parallel calls wait for one another.
 */
export async function bootstrap({ window, server = false, office = false }) {
  if (isComplete(window, server, office)) return
  await withLock(path.join(root, '.cache/bootstrap.lock'), () => install(window, server, office))
}

function isComplete(window, server, office) {
  const tools = !window || (knownComplete('window') && runtimeReady())
  return tools && (!server || knownComplete('server')) && (!office || knownComplete('office')) && dependenciesReady() && addonReady()
}

async function install(window, server, office) {
  const compiler = !addonReady() || !dependenciesReady()
  const needs = { compiler: compiler && !knownComplete('compiler'), window: window && !knownComplete('window'), server: server && !knownComplete('server'), office: office && !knownComplete('office') }
  if (Object.values(needs).includes(true)) installSystem(needs)
  if (!dependenciesReady()) {
    say('依赖 Dependencies', 'npm ci')
    installDependencies()
  }
  if (window && !runtimeReady()) {
    say('运行环境 Runtime', 'Electron')
    await prepareRuntime()
  }
  if (!addonReady()) {
    say('数据库组件 Database', '加密 SQLite，首次编译约一分钟 / encrypted SQLite, about a minute the first time')
    prepareAddon()
  }
}

function installSystem({ server, ...needs }) {
  const missing = missingPackages(needs)
  if (missing.length > 0) {
    say('系统组件 System packages', missing.join(' '))
    installPackages(missing)
  }
  if (server) installServer()
  for (const [what, needed] of Object.entries({ ...needs, server })) {
    if (needed && missingPackages({ [what]: true }).length === 0) rememberComplete(what)
  }
}

// Only some tests want it: without it they are left out and said to be.
function installServer() {
  const missing = missingPackages({ server: true })
  if (missing.length === 0) return
  say('测试用数据库 Database server for tests', missing.join(' '))
  try {
    installPackages(missing)
  } catch (error) {
    console.error(`    没有装上，相关测试跳过 / not installed, its tests are skipped: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
}

function say(phase, what) {
  console.error(`==> ${phase}: ${what}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bootstrap({ window: true })
