// `npm run check:runtime`, before a release: the tests in the window on the official Electron that is shipped, with the
// stock SQLite addon it is shipped with. Needs the network once, for that Electron.
import fs from 'node:fs'
import path from 'node:path'
import { appTests } from './app-tests.mjs'
import { bootstrap } from './bootstrap.mjs'
import { build, WINDOW_PARTS } from './build.mjs'
import { downloadRuntime, shippedVersion } from './electron-official.mjs'
import { executableName } from './electron-runtime.mjs'
import { prebuildsFolder } from './native-addon.mjs'
import { root } from './paths.mjs'

await bootstrap({ window: true })
await build(WINDOW_PARTS)

const version = shippedVersion()
const home = path.join(root, `.cache/electron-${version}`)
if (!fs.existsSync(home)) await fetchRuntime()
process.env.ZHEN_ELECTRON = path.join(home, executableName())

const reports = path.join(root, '.cache/reports')
fs.mkdirSync(reports, { recursive: true })
const { passed, failed } = await appTests(reports, shippedApp())
for (const failure of failed) console.log(`FAILED  ${failure}`)
console.log(`Electron ${version}: ${passed} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0

async function fetchRuntime() {
  const work = `${home}.tmp`
  fs.rmSync(work, { recursive: true, force: true })
  fs.mkdirSync(work, { recursive: true })
  try {
    fs.renameSync(await downloadRuntime(version, work), home)
  } catch (error) {
    console.error(`下载不到 Electron ${version}，请联网后重试。/ Electron ${version} could not be downloaded: ${error.message}`)
    process.exit(1)
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}

// The built application beside the addon as npm delivers it, like an installed one.
function shippedApp() {
  const app = path.join(root, '.cache/shipped-app')
  const addon = path.join(app, 'node_modules/better-sqlite3')
  fs.rmSync(app, { recursive: true, force: true })
  fs.cpSync(path.join(root, 'dist'), path.join(app, 'dist'), { recursive: true })
  fs.copyFileSync(path.join(root, 'package.json'), path.join(app, 'package.json'))
  if (fs.existsSync(path.join(root, 'resources'))) fs.cpSync(path.join(root, 'resources'), path.join(app, 'resources'), { recursive: true })
  for (const part of ['package.json', 'lib']) fs.cpSync(path.join(root, 'node_modules/better-sqlite3', part), path.join(addon, part), { recursive: true })
  fs.cpSync(prebuildsFolder(), path.join(addon, 'prebuilds'), { recursive: true })
  return app
}
