// `npm run release -- --win --linux` on a machine with a network: what must hold before installers are made, then the installers, then their
// fuses, check sums and sizes; stops in words at the first thing that does not hold, and where a file is missing.
// `npm run release -- --trial`: all of it that can be done without a network; what was not asked or not made is said, line by line.
import fs from 'node:fs'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses'
import { installScripts, licences } from './licences.mjs'
import { root } from './paths.mjs'
import { handedOutName, sumLine } from './release-sums.mjs'
import { tally, unasked, unready } from './release-words.mjs'

/** Their scripts fetch the runtime and a packer; npm runs none of them (`ignore-scripts`). A new name here is a decision. */
const KNOWN_SCRIPTS = ['electron', 'electron-winstaller']
const ALLOWED = /^\(?(MIT|MIT\/X11|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|OFL-1\.1)\b/u
const wantedArgs = process.argv.slice(2)
const trial = wantedArgs.includes('--trial')
const platforms = trial ? ['win', 'linux'] : ['win', 'linux'].filter((one) => wantedArgs.includes(`--${one}`))

function stop(why) {
  console.error(`发布停止 Release stopped: ${why}`)
  process.exit(1)
}

/** What a release would stop at and a trial only tells. */
function orSay(why) {
  if (why === '') return
  if (!trial) stop(why)
  console.log(`正式发布会停在这里 a release would stop here: ${why}`)
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}

const ok = (what) => { console.log(`✓ ${what}`) }
const git = (...args) => run('git', args).stdout.trim()

if (platforms.length === 0) stop('说明做哪些 say which: --win, --linux, --trial')

const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
const notReady = unready({ version, changelog: fs.readFileSync(path.join(root, 'resources/changelog.md'), 'utf8'), dirty: git('status', '--porcelain', '--untracked-files=no') !== '', tags: git('tag', '--points-at', 'HEAD').split('\n') })
orSay(notReady)
if (notReady === '') ok(`版本 version ${version}，${git('rev-parse', '--short', 'HEAD')}`)

const strangers = installScripts().filter((name) => !KNOWN_SCRIPTS.includes(name))
if (strangers.length > 0) stop(`install scripts of ${strangers.join(', ')}`)
const shippedLicences = licences()
const bad = shippedLicences.filter((one) => !ALLOWED.test(one.licence))
if (bad.length > 0) stop(`licences: ${bad.map((one) => `${one.name} ${one.licence}`).join(', ')}`)
ok(`许可 licences: ${shippedLicences.length} 个包 packages`)

const audit = run('npm', ['audit', '--json'])
const unknown = unasked(audit.stdout)
orSay(unknown === '' ? '' : `没有问到安全公告 the advisories could not be asked for: ${unknown}`)
if (unknown === '') {
  const found = Object.values(JSON.parse(audit.stdout).vulnerabilities ?? {})
  for (const one of found) console.log(`${one.severity.padEnd(8)} ${one.name} ${one.range}`)
  const shipped = new Set(shippedLicences.map((one) => one.name))
  if (found.some((one) => ['high', 'critical'].includes(one.severity) && (shipped.has(one.name) || one.name === 'electron'))) stop('a high advisory for something that is shipped')
  ok('安全公告 advisories')
}

const release = path.join(root, 'release')
fs.rmSync(release, { recursive: true, force: true })
const packed = spawnSync(process.execPath, [path.join(root, 'scripts/package.mjs'), ...wantedArgs], { cwd: root, stdio: 'inherit' })
if (packed.status !== 0) stop('打包没有做成，原因在上面 the packing failed, see above')

/** As a fuse stands in the program: the digit 0 or 1. */
const FuseState = { DISABLE: 48, ENABLE: 49 }

/** Off: running as Node, options and inspector from outside, file privileges. On: only the archive, and it as it was packed. */
const wanted = {
  [FuseV1Options.RunAsNode]: FuseState.DISABLE, [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE, [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE, [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE, [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
}
for (const folder of fs.readdirSync(release).filter((name) => name.endsWith('-unpacked'))) {
  const program = ['zhen-renda.exe', 'zhen-renda'].map((name) => path.join(release, folder, name)).find((file) => fs.existsSync(file))
  if (program === undefined) stop(`no program in ${folder}`)
  const wire = await getCurrentFuseWire(program)
  for (const [fuse, state] of Object.entries(wanted)) if (wire[fuse] !== state) stop(`fuse ${FuseV1Options[fuse]} of ${folder}`)
  ok(`保险丝 fuses of ${folder}`)
}

const names = fs.readdirSync(release)
const { lines, missing, made } = tally(names, platforms)
checkSums()
for (const line of lines) console.log(line)
if (missing > 0) orSay(`${missing} 个文件没有做成 files were not made`)
console.log(trial ? `试制完 Trial done: ${made} 个能在这里做 can be made here。试制的不发给人 nothing of a trial is handed out.` : '发布检查通过 Release checked')

/** Every file that is handed out stands on the list, and is what the list says. */
function checkSums() {
  const listed = fs.readFileSync(path.join(release, 'SHA256SUMS'), 'utf8').split('\n').filter((line) => line !== '')
  const told = listed.map((line) => line.slice(66))
  const unlisted = names.filter((name) => handedOutName.test(name) && !told.includes(name))
  if (unlisted.length > 0 || listed.length === 0) stop(`SHA256SUMS 里没有 does not list ${unlisted.join(', ')}`)
  const wrong = listed.filter((line) => line !== sumLine(release, line.slice(66)))
  if (wrong.length > 0) stop(`SHA256SUMS 不对 is wrong: ${wrong.join(', ')}`)
  ok(`校验和 check sums of ${listed.length} files`)
}
