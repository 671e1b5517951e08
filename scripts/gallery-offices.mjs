// The made-up offices that scripts/gallery.mjs looks at, with what sticks have carried between them. The others are worked by the command line.
import fs from 'node:fs'
import path from 'node:path'
import { execFileSync } from 'node:child_process'
import { root } from './paths.mjs'

const password = '示范密码2026'
const by = '周维安'
// Where the window's clock is set, theirs is.
const clock = process.env.ZHEN_NOW ? ['--now', process.env.ZHEN_NOW] : []
const quick = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8' }
const county = { code: '511321', name: '望川县人大常委会' }
const city = { code: '511300', name: '望州市人大常委会' }
const town = { code: '511321101', name: '青禾镇' }

/** One command of the command line on the office in `dir`. */
function cli(dir, words, { lines = [], code } = {}) {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const env = { ...process.env, ...quick, ZHEN_PASSWORD: password, ...(code === undefined ? {} : { ZHEN_CODE: code }) }
  return JSON.parse(execFileSync(process.execPath, [path.join(root, 'dist/cli/cli.js'), ...words, '--data', dir, ...clock], { input, env, encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'], maxBuffer: 64 * 1024 * 1024 }))
}

const initCounty = (dir, office) => cli(dir, ['init', '--role', 'county', '--code', office.code, '--name', office.name])

/** What the window of an office of `role` stands on: its folder, its stick, and what is done in the window before the first picture. */
export function officeOf(role, state, years, place) {
  const stick = path.join(place, 'stick')
  fs.mkdirSync(stick)
  const full = state !== 'empty'
  if (role === 'town') return { data: path.join(place, 'data'), stick, ...(full ? { rules: rulesUpdate(place) } : {}), open: (ask) => openTown(ask, { full, years, place, stick }) }
  if (role === 'practice') return { data: path.join(place, 'data'), stick, open: openPractice }
  if (!full) return { data: path.join(place, 'data'), stick, open: (ask) => ask('office.init', { role: 'county', ...(role === 'city' ? city : county), password, by }) }
  return role === 'city' ? filledCity(place, stick, years) : filledCounty(place, years)
}

/** A town that has joined its county, reported once, read the receipt, and written down something since. */
async function openTown(ask, { full, years, place, stick }) {
  await ask('office.init', { role: 'town', ...town, county_name: '望川县', province: '浙江', term: 19, term_start: '2021-12-20', quota: 60, password, by })
  if (!full) return
  const above = path.join(place, 'above')
  initCounty(above, county)
  const { file, code } = cli(above, ['invite', '--code', town.code, '--name', town.name, '--out', stick])
  await ask('exchange.join', { file, code })
  await ask('seed.run', { years, seed: 7, index: 0 })
  await ask('settings.set', { settings: { points_on: true } })
  const up = await ask('exchange.export', { to: stick, always: true })
  cli(above, ['import', up.file, '--approve'])
  await ask('exchange.import', { files: [cli(above, ['export', '--to', stick, '--always', '--town', town.code]).file] })
  const { rows } = await ask('record.list', { type: 'activity', limit: 1 })
  if (rows[0]) await ask('file.add', { owner: rows[0].id, path: path.join(root, 'docs/picture.png'), name: '签到表.png' })
  await ask('record.add', { type: 'document', records: [{ title: '关于召开第二十次主席团会议的通知', kind: '02' }] })
}

/** A rule that another office changed, as a file that is carried here. */
function rulesUpdate(place) {
  const office = path.join(place, 'rules')
  initCounty(office, county)
  cli(office, ['rules', 'set', 'suggest.reply.normal', '--n', '2', '--unit', 'month', '--source', '望川县人大建议办理办法第12条'])
  return cli(office, ['rules', 'export', place]).file
}

/** The office that people try things in, beside a real one that was never set up. */
async function openPractice(ask) {
  await ask('shell.practice', { role: 'town' })
  await ask('office.practice', {})
}

/** Four towns that have reported, one that never did; on the stick a new package, the first one of a fifth town, and one that was not copied to its end; a record is asked back. */
function filledCounty(place, years) {
  const made = path.join(place, 'made')
  cli(made, ['seed', '--towns', '4', '--years', String(years), '--seed', '7'])
  const [data, stick] = [path.join(made, 'county'), path.join(made, 'stick')]
  cli(data, ['invite', '--code', '511321109', '--name', '三河镇', '--out', stick])
  const fifth = path.join(made, 'fifth')
  const slip = cli(data, ['invite', '--code', '511321110', '--name', '清溪镇', '--out', stick])
  cli(fifth, ['init', '--role', 'town', '--code', '511321110', '--name', '清溪镇'])
  cli(fifth, ['join', slip.file], { code: slip.code })
  cli(fifth, ['export', '--to', stick, '--always'])
  const again = path.join(made, 'town-02')
  cli(again, ['add', 'document'], { lines: [{ title: '关于开展秋季视察的通知', kind: '02' }] })
  const { file } = cli(again, ['export', '--to', stick, '--always'])
  const whole = fs.readFileSync(file)
  fs.writeFileSync(path.join(path.dirname(file), '没拷完.zpk'), whole.subarray(0, whole.length - 900))
  return { data, stick, open: async (ask) => {
    await ask('office.unlock', { password })
    const { rows } = await ask('record.list', { type: 'suggestion', limit: 1 })
    if (rows[0]) await ask('exchange.issue', { uid: rows[0].id, field: 'title', say: '标题请写完整', due_on: '2099-12-05' })
  } }
}

/** A city to which one county has reported its figures. */
function filledCity(place, stick, years) {
  const made = path.join(place, 'made')
  cli(made, ['seed', '--towns', '2', '--years', String(years), '--seed', '7'])
  const [data, below] = [path.join(place, 'data'), path.join(made, 'county')]
  initCounty(data, city)
  const { file, code } = cli(data, ['invite', '--code', county.code, '--name', '望川县', '--out', stick])
  cli(below, ['join', file], { code })
  cli(data, ['import', cli(below, ['rollup', '--to', stick, '--always']).file, '--approve'])
  return { data, stick, open: (ask) => ask('office.unlock', { password }) }
}
