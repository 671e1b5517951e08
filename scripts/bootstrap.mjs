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
 * Installs what is missing: dependencies and the SQLite addon; with `window` also Electron and the libraries it needs.
 * Does nothing in a few milliseconds when nothing is missing; parallel calls wait for one another.
 */
export async function bootstrap({ window }) {
  if (isComplete(window)) return
  await withLock(path.join(root, '.cache/bootstrap.lock'), () => install(window))
}

function isComplete(window) {
  const tools = !window || (knownComplete('window') && runtimeReady())
  return tools && dependenciesReady() && addonReady()
}

async function install(window) {
  const compiler = !addonReady() || !dependenciesReady()
  if (!(knownComplete('compiler') || !compiler) || !(knownComplete('window') || !window)) {
    installSystem({ compiler, window })
  }
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

function installSystem(needs) {
  const missing = missingPackages(needs)
  if (missing.length > 0) {
    say('系统组件 System packages', missing.join(' '))
    installPackages(missing)
  }
  if (missingPackages(needs).length > 0) return
  if (needs.compiler) rememberComplete('compiler')
  if (needs.window) rememberComplete('window')
}

function say(phase, what) {
  console.error(`==> ${phase}: ${what}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bootstrap({ window: true })
