// `npm run package -- --win` or `-- --linux`: makes the installers with the Electron that electron-builder.yml names.
// `npm run package -- --trial`: the folder, .tar.gz and .deb of Linux with the Electron of the tests; needs no network. Then
// `node scripts/packed-check.mjs` runs the main job in it.
import fs from 'node:fs'
import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { build, WINDOW_PARTS } from './build.mjs'
import { run } from './display.mjs'
import { linuxArchives } from './linux-archives.mjs'
import { keptAddon, prebuildsFolder } from './native-addon.mjs'
import { root } from './paths.mjs'
import { sums } from './release-sums.mjs'

const wanted = process.argv.slice(2)
const trial = wanted.includes('--trial')

await bootstrap({ window: trial })
fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true })
await build([...WINDOW_PARTS, 'cli'])

const builder = path.join(root, 'node_modules/electron-builder/cli.js')
const args = trial ? ['--linux', 'dir', '--x64', ...trialConfig()] : wanted
const env = { ...process.env, ZHEN_ADDONS: path.relative(root, trial ? trialAddon() : prebuildsFolder()) }
process.exitCode = run([process.execPath, builder, ...args], { cwd: root, env })
const release = path.join(root, 'release')
if (process.exitCode === 0 && trial) linuxArchives(path.join(release, 'linux-unpacked'), release, 'amd64')
if (process.exitCode === 0) sums(release)

function trialConfig() {
  const electron = path.join(root, '.cache/electron')
  const version = fs.readFileSync(path.join(electron, 'version'), 'utf8').trim()
  return [`--config.electronVersion=${version}`, `--config.electronDist=${electron}`]
}

// The old runtime cannot load the stock prebuild, only what was compiled for it.
function trialAddon() {
  const folder = path.join(root, '.cache/native/trial')
  fs.mkdirSync(folder, { recursive: true })
  fs.copyFileSync(keptAddon(), path.join(folder, `${process.platform}-${process.arch}.node`))
  return folder
}
