// `node scripts/packed-check.mjs` after `npm run package -- --trial`: the .tar.gz is unpacked into a clean folder and started as an ordinary
// user with Chromium's sandbox on; the self-check runs, then the main job through the window's own bridge: office, roster, activity,
// annual report, county, package, receipt; then a newcomer by what is on the screen. The packed program takes no debugger of Node, so the page is reached over its own port.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { onAScreen, run } from './display.mjs'
import { ordinaryUser, sandboxWorks } from './ordinary-user.mjs'
import { newcomer } from './packed-newcomer.mjs'
import { root } from './paths.mjs'
import { installPackages, missingPackages } from './system-packages.mjs'

const password = '示范密码2026'

if (process.argv.includes('--inside')) await check(process.argv[process.argv.indexOf('--inside') + 1])
else {
  const missing = missingPackages({ hands: true })
  if (missing.length > 0) installPackages(missing)
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'zhen-packed-'))
  const tarball = fs.readdirSync(path.join(root, 'release')).find((name) => name.endsWith('-x64.tar.gz'))
  execFileSync('tar', ['-xzf', path.join(root, 'release', tarball), '-C', place, '--strip-components=1', '--one-top-level=app'])
  fs.copyFileSync(path.join(root, 'test/fixtures/roster/biff8.xls'), path.join(place, 'roster.xls'))
  const user = ordinaryUser([root, process.execPath])
  if (!sandboxWorks(user)) throw new Error('this machine allows no sandbox to an ordinary user')
  if (user) user.own(place)
  const work = onAScreen([process.execPath, import.meta.filename, '--inside', place])
  process.exitCode = run(user ? user.command(work) : work, { cwd: root, env: { ...process.env, ...(user ? { HOME: user.home } : {}) } })
  fs.rmSync(place, { recursive: true, force: true })
}

async function check(place) {
  const program = path.join(place, 'app/zhen-renda')
  const report = path.join(place, 'report.txt')
  const { status } = spawnSync(program, ['--self-check', `--self-check-to=${report}`], { env: { ...process.env, ZHEN_DATA: path.join(place, 'none') }, timeout: 120_000 })
  console.log(fs.readFileSync(report, 'utf8'))
  if (status === null) throw new Error('the self-check did not end')
  const out = path.join(place, 'stick')
  fs.mkdirSync(out)
  const county = await open(program, path.join(place, 'county'))
  await county.ask('office.init', { role: 'county', code: '511321', name: '望川县人大常委会', password })
  const town = await open(program, path.join(place, 'town'))
  await town.ask('office.init', { role: 'town', code: '511321101', name: '青禾镇', term: 19, term_start: '2021-12-20', quota: 60, password })
  const roster = await town.ask('roster.import', { file: path.join(place, 'roster.xls') })
  const { rows } = await town.ask('deputies.list', {})
  await town.ask('record.quick', { type: 'activity', fields: { kind: '08', title: '走访选民' }, steps: [{ step: 'hold', fields: { start_on: '2026-03-10', participants: rows.map((row) => ({ mandate: row.mandate, state: '1' })) } }] })
  const { record: letter } = await town.ask('record.quick', { type: 'document', fields: { kind: '10', title: '扫描件' } })
  const scan = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_000_000, 'scan'), Buffer.from('\n%%EOF\n')])
  await town.ask('file.add', { owner: letter.id, name: '扫描件.pdf', content: scan.toString('base64') })
  const made = await town.ask('report.make', { year: 2026, out })
  const invite = await county.ask('exchange.invite', { code: '511321101', name: '青禾镇', out })
  await town.ask('exchange.join', { file: invite.file, code: invite.code })
  const sent = await town.ask('exchange.export', { to: out })
  const taken = await county.ask('exchange.import', { files: [sent.file], approve: true })
  const receipt = await county.ask('exchange.export', { to: out, town: '511321101' })
  const back = await town.ask('exchange.import', { files: [receipt.file] })
  const attached = (await county.ask('file.list', { owner: letter.id })).files[0]
  console.log(`roster ${roster.new}, documents ${made.files.length}, package ${taken.files[0].state}, receipt ${back.files[0].state}, attachment ${attached?.here ? 'there' : 'missing'}`)
  town.close()
  const stick = path.join(place, 'U盘')
  fs.mkdirSync(stick)
  const again = await county.ask('exchange.invite', { code: '511321101', name: '青禾镇', out: stick })
  const { steps, file } = await newcomer({ program, place, open, stick, invite: again, roster: path.join(place, 'roster.xls') })
  const [first] = (await county.ask('exchange.import', { files: [file], approve: true })).files
  console.log(`newcomer: ${steps} steps, package ${first.state}`)
  county.close()
  const upgraded = await upgrade(program, path.join(place, 'first-release'))
  console.log(`first release: ${upgraded.records} records, backup before the change ${upgraded.backup ?? 'none'}`)
  if (upgraded.backup === undefined) process.exitCode = 1
  if (first.state !== 'COMMITTED' || !attached?.here) process.exitCode = 1
  if (taken.files[0].state !== 'COMMITTED' || back.files[0].state !== 'COMMITTED') process.exitCode = 1
}

/** The data of the first release are backed up before the packed program brings them up to date. */
async function upgrade(program, data) {
  fs.cpSync(path.join(root, 'test/fixtures/stores/0.1.0'), data, { recursive: true })
  const office = await open(program, data)
  await office.ask('office.unlock', { password: '青石镇人大2026' })
  const { total } = await office.ask('record.list', { type: 'person', limit: 1 })
  office.close()
  return { records: total, backup: fs.readdirSync(path.join(data, 'backups')).find((name) => name.endsWith('-migration.zrb')) }
}

/** Starts the packed program on a data folder; its port is read from what Chromium says. */
async function open(program, data, more = {}) {
  const child = spawn(program, ['--remote-debugging-port=0'], { env: { ...process.env, ZHEN_DATA: data, ...more }, stdio: ['ignore', 'ignore', 'pipe'] })
  const address = await new Promise((found, lost) => {
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += String(chunk)
      const at = /DevTools listening on (ws:\S+)/u.exec(said)
      if (at) found(at[1])
    })
    child.on('exit', () => lost(new Error(said)))
  })
  const browser = await chromium.connectOverCDP(address)
  const page = browser.contexts()[0].pages()[0] ?? await browser.contexts()[0].waitForEvent('page')
  await page.waitForFunction(() => 'api' in globalThis)
  return {
    page,
    ask: async (name, input) => {
      const answer = await page.evaluate(([command, given]) => globalThis.api.call(command, given), [name, input])
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
      return answer.value
    },
    close: () => { child.kill() },
  }
}
