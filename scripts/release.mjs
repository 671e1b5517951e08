// `npm run release -- --win` (or --linux): what must hold before installers are made, then the installers, then their fuses.
// Needs a network for the advisories; without one it says so and makes nothing.
import fs from 'node:fs'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { getCurrentFuseWire, FuseV1Options, FuseState } from '@electron/fuses'
import { installScripts, licences } from './licences.mjs'
import { root } from './paths.mjs'

/** Their scripts fetch the runtime and a packer; npm runs none of them (`ignore-scripts`). A new name here is a decision. */
const KNOWN_SCRIPTS = ['electron', 'electron-winstaller']
const ALLOWED = /^\(?(MIT|MIT\/X11|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|OFL-1\.1)\b/u

function stop(why) {
  console.error(`发布停止 Release stopped: ${why}`)
  process.exit(1)
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}

const strangers = installScripts().filter((name) => !KNOWN_SCRIPTS.includes(name))
if (strangers.length > 0) stop(`install scripts of ${strangers.join(', ')}`)
const bad = licences().filter((one) => !ALLOWED.test(one.licence))
if (bad.length > 0) stop(`licences: ${bad.map((one) => `${one.name} ${one.licence}`).join(', ')}`)

const audit = run('npm', ['audit', '--json'])
const report = audit.stdout.startsWith('{') ? JSON.parse(audit.stdout) : null
if (report === null || report.error !== undefined || report.metadata === undefined) stop(`the advisories could not be asked for: ${report?.error?.summary ?? 'no network'}`)
const serious = Object.values(report.vulnerabilities ?? {}).filter((one) => ['high', 'critical'].includes(one.severity))
for (const one of Object.values(report.vulnerabilities ?? {})) console.error(`${one.severity.padEnd(8)} ${one.name} ${one.range}`)
const shipped = new Set(licences().map((one) => one.name))
if (serious.some((one) => shipped.has(one.name) || one.name === 'electron')) stop('a high advisory for something that is shipped')

const packed = spawnSync(process.execPath, [path.join(root, 'scripts/package.mjs'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
if (packed.status !== 0) process.exit(packed.status ?? 1)

/** Off: running as Node, options and inspector from outside, file privileges. On: only the archive, and it as it was packed. */
const wanted = {
  [FuseV1Options.RunAsNode]: FuseState.DISABLE, [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE, [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE, [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE, [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
}
const release = path.join(root, 'release')
for (const folder of fs.readdirSync(release).filter((name) => name.endsWith('-unpacked'))) {
  const program = ['zhen-renda.exe', 'zhen-renda'].map((name) => path.join(release, folder, name)).find((file) => fs.existsSync(file))
  if (program === undefined) continue
  const wire = await getCurrentFuseWire(program)
  for (const [fuse, state] of Object.entries(wanted)) if (wire[fuse] !== state) stop(`fuse ${FuseV1Options[fuse]} of ${folder}`)
}
console.log('发布检查通过 Release checked')
