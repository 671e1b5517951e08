import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fromRegistry } from './electron-runtime.mjs'
import { root } from './paths.mjs'

const module = path.join(root, 'node_modules/better-sqlite3')
const installed = path.join(module, 'build/Release/better_sqlite3.node')
// Written last: the compiler leaves its result at `installed` too, for a moment not yet whole.
const ready = path.join(module, 'build/.ready')
const shelf = path.join(root, '.cache/native')

// The addon keeps references that only N-API 10 or the experimental level allows, and its stock prebuild
// asks for 10: on an older runtime it crashes at load, so there it is compiled at the experimental level.
const FLAGS =
  '-w -UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNAPI_VERSION=2147483647 -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'

/**
 * Puts the encrypted SQLite addon where `better-sqlite3` loads it from, for Node and Electron alike.
 * Compiles once (about a minute) and keeps the result outside node_modules, which `npm ci` empties.
 */
export function prepareAddon() {
  if (stockPrebuildWorks()) return
  const kept = keptAddon()
  setPrebuildsAside()
  if (!fs.existsSync(kept)) compileTo(kept)
  fs.rmSync(path.join(module, 'build'), { recursive: true, force: true })
  fs.mkdirSync(path.dirname(installed), { recursive: true })
  fs.copyFileSync(kept, installed)
  fs.writeFileSync(ready, '')
}

/** The compiled addon of this system, outside node_modules. */
export function keptAddon() {
  const { version } = JSON.parse(fs.readFileSync(path.join(module, 'package.json'), 'utf8'))
  return path.join(shelf, `better_sqlite3-${version}-${process.platform}-${process.arch}.node`)
}

/** The stock addons of every system as npm delivers them, for N-API 10 and newer. */
export function prebuildsFolder() {
  const inPlace = path.join(module, 'prebuilds')
  return fs.existsSync(inPlace) ? inPlace : path.join(shelf, 'prebuilds')
}

/** True when the addon is where it is loaded from. */
export function addonReady() {
  return stockPrebuildWorks() || fs.existsSync(ready)
}

// Both runtimes load the same file, so it must suit the older of the two.
function stockPrebuildWorks() {
  return Number(process.versions.napi) >= 10 && !fromRegistry()
}

// The library prefers prebuilds/ over build/Release; kept on the shelf because packaging for other systems ships them.
function setPrebuildsAside() {
  const prebuilds = path.join(module, 'prebuilds')
  if (!fs.existsSync(prebuilds)) return
  fs.mkdirSync(shelf, { recursive: true })
  fs.rmSync(path.join(shelf, 'prebuilds'), { recursive: true, force: true })
  fs.cpSync(prebuilds, path.join(shelf, 'prebuilds'), { recursive: true })
  fs.rmSync(prebuilds, { recursive: true, force: true })
}

function compileTo(kept) {
  const gyp = path.join(root, 'node_modules/node-gyp/bin/node-gyp.js')
  const args = [gyp, 'rebuild', '--release', '--force_build=1', '--loglevel=error', ...headersOfThisNode()]
  execFileSync(process.execPath, args, {
    cwd: module,
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, JOBS: 'max', CXXFLAGS: FLAGS, CFLAGS: '-w' },
  })
  fs.mkdirSync(path.dirname(kept), { recursive: true })
  fs.copyFileSync(installed, `${kept}.partial`)
  fs.renameSync(`${kept}.partial`, kept)
}

// Without this node-gyp downloads the headers; most Node installations bring them along.
function headersOfThisNode() {
  const prefix = path.resolve(process.execPath, '../..')
  return fs.existsSync(path.join(prefix, 'include/node/node_api.h')) ? [`--nodedir=${prefix}`] : []
}
