/**
 * `npm run bench`: each figure of the targets beside its limit, measured in the same run, as a ratio (docs/performance.md). The last line is
 * one JSON value. A row that cannot be measured on this machine is left out and named.
 */
import { gzipSync } from 'node:zlib'
import { statSync } from 'node:fs'
import os from 'node:os'
import { versionLine } from '../shared/exchange/version'
import type { Desk } from '../electron/handlers/desk'
import { purgeVisitors } from '../electron/handlers/purge'
import { measureAttachments } from './attachments'
import { addTowns } from './county'
import { ask, folder, office, password, records, removeFolders, reopened } from './office'
import { rawImport, rawSaves, rawScan, roundTrips, rowsOf } from './raw'
import { measurePaste, measurePile } from './paper'
import { measureScreens, pageIds, screenParts, visitsOf, type Painted } from './screens'
import { countyToTypeAt, measureTyping } from './typing'
import { measureWindow } from './window'
import { least, median, part, percentile, row, tableOf, timedAsync, type BenchRow, type Part } from './measure'

// Key derivation is left out everywhere; the password's work factor is not what is measured.
process.env['ZHEN_SCRYPT_N'] ??= '1024'
process.env['ZHEN_INVITE_WORK'] ??= '10'

const quick = process.argv.includes('--quick')
const rows: BenchRow[] = []
const left: string[] = []

const line = (mark: string, name: string, one: Part, what: string): string =>
  `${mark} ${name.padEnd(24)} ${String(one.value).padStart(12)}  限 limit ${String(one.limit).padStart(12)}  比 ratio ${String(one.ratio).padStart(8)}  目标 target ≤ ${String(one.target).padEnd(6)} ${what}`

function put(one: BenchRow): void {
  rows.push(one)
  console.log(line(one.ok ? '✓' : '✗', one.name, one, one.what))
  if (one.parts.length > 1) for (const each of one.parts) console.log(line(each.ok ? '  ✓' : '  ✗', each.name, each, ''))
}

const note = (n: number): unknown => ({ type: 'document', fields: { kind: '10', title: `简报第${String(n)}期` } })

/** Saves through the handler; the way to the store's process and back is added to both sides. */
async function saves(desk: Desk): Promise<Desk> {
  const made = await ask(desk, 'record.quick', note(0))
  const { id } = made['record'] as { readonly id: string }
  const [whole] = rowsOf(desk, new Set([id]))
  if (!whole) throw new Error('the saved record has no rows')
  desk.close()
  const raw = rawSaves(desk.dir, whole)
  const again = await reopened(desk)
  const trip = median(await roundTrips(200, note(0)))
  const real: number[] = []
  const bare: number[] = []
  for (let n = 1; n <= 100; n++) {
    bare.push(raw.save())
    real.push(await timedAsync(() => ask(again, 'record.quick', note(n))))
  }
  raw.close()
  put(row('save', '保存一条记录 / 同样的行写进同样的加密表并落盘，各加一次进程往返', [part('save', median(real) + trip, median(bare) + trip, 2)]))
  return again
}

const lists = [{ type: 'suggestion' }, { type: 'participation' }, { type: 'activity', text: '走访' }, { type: 'voter_matter', text: '水' }, { type: 'suggestion', where: { field: '02' } }] as const

async function pages(desk: Desk): Promise<readonly number[]> {
  const reads: number[] = []
  for (let at = 0; at < 20; at++) {
    for (const input of lists) reads.push(await timedAsync(() => ask(desk, 'record.list', { ...input, limit: 50 })))
    for (const text of ['修缮', '路', '王', 'xsl', '19-闭-015']) reads.push(await timedAsync(() => ask(desk, 'search.all', { text })))
  }
  return reads
}

/** What the pages of single records ask for, and a deputy's duty file of the year; up to 20 records of each type, three times. */
async function recordPages(desk: Desk): Promise<readonly { readonly name: string; readonly reads: readonly number[] }[]> {
  const { records: ids, mandates } = await pageIds(desk, 20)
  const pagesOf = async (all: readonly string[], commands: readonly string[]): Promise<readonly number[]> => {
    const reads: number[] = []
    for (let at = 0; at < 3; at++) for (const id of all) for (const command of commands) reads.push(await timedAsync(() => ask(desk, command, { id })))
    return reads
  }
  const duty: number[] = []
  for (let at = 0; at < 3; at++) for (const mandate of mandates) duty.push(await timedAsync(() => ask(desk, 'deputies.duty', { mandate, ...period(0) })))
  const made = []
  for (const [type, all] of Object.entries(ids)) made.push({ name: type, reads: await pagesOf(all, type === 'suggestion' ? ['record.page', 'suggestion.course'] : ['record.page']) })
  return [...made, { name: 'mandate', reads: await pagesOf(mandates, ['record.page']) }, { name: 'duty', reads: duty }]
}

/** First paint of every screen, by screen; at the small town too, because it must not grow. */
async function screens(town: Desk, small: Desk): Promise<void> {
  const [many, few] = [await visitsOf(town), await visitsOf(small)]
  town.close()
  small.close()
  const big = await measureScreens(town.dir, password, many, quick ? 1 : 3)
  const little = await measureScreens(small.dir, password, few, quick ? 1 : 3)
  if (!big || !little) {
    left.push('screens：这台机器没有 Electron 运行环境或显示')
    return
  }
  for (const one of big) console.log(`    ${one.name.padEnd(22)} 第一次 first ${one.first.toFixed(0).padStart(5)}  再去 second ${one.second.toFixed(0).padStart(5)}`)
  const second = (all: readonly Painted[]) => median(all.map((one) => one.second))
  put(row('screens', '去每个页面，从按下到内容画出，第一次和再去，95 百分位和最慢的一页 / 100 毫秒；大镇 / 小镇', [...screenParts(big), part('second-16x', second(big), second(little), 1.5)]))
}

const year = new Date().getFullYear()
const period = (back: number) => ({ from: `${String(year - back)}-01-01`, to: `${String(year - back)}-12-31` })

/** Cold = the store was just opened and has kept no figure, but the copy of its records that closing makes; warm = another period of the same open store. */
async function townStatistics(desk: Desk, times: number): Promise<{ readonly desk: Desk; readonly cold: number; readonly warm: number }> {
  const cold: number[] = []
  const warm: number[] = []
  let open = desk
  for (let at = 0; at < times; at++) {
    open = await reopened(open)
    open.store.figures.clear()
    cold.push(await timedAsync(() => ask(open, 'stats.get', period(0))))
    for (const back of [1, 2, 3]) warm.push(await timedAsync(() => ask(open, 'stats.get', period(back))))
  }
  return { desk: open, cold: least(cold), warm: least(warm) }
}

async function report(desk: Desk): Promise<{ readonly desk: Desk; readonly parts: readonly Part[] }> {
  const open = await reopened(desk)
  open.store.figures.clear()
  const make = () => timedAsync(() => ask(open, 'report.make', { year, out: folder(), kinds: ['annual'] }))
  const first = await make()
  const again = least([await make(), await make()])
  return { desk: open, parts: [part('first', first, 1000, 1), part('again', again, 1000, 1)] }
}

/** The care of the day belongs to no row: the backup, its rehearsal, and names of visitors whose years are over, of which ten years have many. */
function settle(desk: Desk): void {
  purgeVisitors(desk)
  desk.store.backups.daily()
  desk.store.backups.rehearse()
}

async function paired(county: Desk, town: Desk, code: string, name: string): Promise<string> {
  const stick = folder()
  const invite = await ask(county, 'exchange.invite', { code, name, out: stick })
  await ask(town, 'exchange.join', { file: invite['file'], code: invite['code'] })
  return stick
}

interface Sent {
  readonly file: string
  readonly lines: readonly string[]
}

async function send(town: Desk, stick: string): Promise<Sent> {
  const lines = [...town.store.exchange.headsLacking(new Uint8Array(), { org: town.store.office.code, scope: 'county' })].map(({ meta, text }) => versionLine(meta, text))
  const sent = await ask(town, 'exchange.export', { to: stick })
  return { file: String(sent['file']), lines }
}

/** A save through the handler, however many records there are already. */
async function aSave(desk: Desk): Promise<number> {
  const taken: number[] = []
  for (let n = 1; n <= 60; n++) taken.push(await timedAsync(() => ask(desk, 'record.quick', note(1000 + n))))
  return median(taken)
}

async function growth(desk: Desk): Promise<{ readonly list: number; readonly search: number }> {
  const list: number[] = []
  const search: number[] = []
  for (let at = 0; at < 60; at++) {
    list.push(await timedAsync(() => ask(desk, 'record.list', { type: 'participation', limit: 50 })))
    search.push(await timedAsync(() => ask(desk, 'search.all', { text: '王' })))
  }
  return { list: median(list), search: median(search) }
}

/** A pile of scans and a pasted table, into an office of one year that nothing else needs. */
async function paper(): Promise<void> {
  const desk = await office('town', '511321104', '石门坎镇')
  await ask(desk, 'seed.run', { years: 1 })
  settle(desk)
  put(row('paste', '粘贴 5,000 行（十行有错）到预览 / 2 秒：第一次，再看一次', await measurePaste(desk)))
  const asked = /^--pages=(\d+)$/m.exec(process.argv.join('\n'))?.[1]
  const pages = asked === undefined ? (quick ? 20 : 100) : Number(asked)
  const pile = await measurePile(desk, password, pages)
  if (pile) put(row('paper', `${String(pages)} 页 A4 扫描件（200 dpi）一个核，开着窗口：每页 / 1 秒，窗口慢多少 / 100 毫秒，内存（MB）末段 / 开头`, pile))
  else left.push('paper：这台机器没有 Electron 运行环境或显示')
}

interface Exchanged {
  readonly county: Desk
  readonly sent: Sent
  readonly typed: Awaited<ReturnType<typeof countyToTypeAt>>
  readonly imported: number
  readonly smallSent: Sent
  readonly smallImport: number
}

/** The rows of the exchange: a package, its import, attachments both ways. */
async function exchanged(town: Desk, small: Desk): Promise<Exchanged> {
  let county = await office('county', '511321', '望川县')
  settle(county)
  const stick = await paired(county, town, '511321101', '青禾镇')
  const sent = await send(town, stick)
  const typed = await countyToTypeAt(county, town)
  county = await reopened(county)
  put(row('package', '数据包大小（字节）/ 同样的行 gzip；又 8 MB', [part('gzip', statSync(sent.file).size, gzipSync(sent.lines.join('\n')).length, 1.3), part('8-mb', statSync(sent.file).size, 8e6, 1)]))
  const imported = await timedAsync(() => ask(county, 'exchange.import', { files: [sent.file], approve: true }))
  const wholes = rowsOf(county, null)
  const bare = least([rawImport(sent.lines, wholes), rawImport(sent.lines, wholes)])
  put(row('import', `县导入 ${String(sent.lines.length)} 条，从文件到提交 / 同样的行解析后写进同样的表（≥ 0.6 倍速度）`, [part('import', imported, bare, 1 / 0.6)]))

  const smallStick = await paired(county, small, '511321102', '白石渡镇')
  const smallSent = await send(small, smallStick)
  const smallImport = await timedAsync(() => ask(county, 'exchange.import', { files: [smallSent.file], approve: true }))
  // The target names 1 GiB: `--mib=1024`.
  const mib = Number(/^--mib=(\d+)$/m.exec(process.argv.join('\n'))?.[1] ?? (quick ? 32 : 128))
  put(row('attachments', `${String(mib)} MiB 附件：打包、导入 / 同一个库加解密同样的字节（≥ 0.5 倍速度）；多用内存（MB）`, await measureAttachments(small, county, smallStick, mib)))
  return { county, sent, typed, imported, smallSent, smallImport }
}

async function main(): Promise<void> {
  if (process.argv.includes('--paper')) return paper()
  const scale = quick ? 1 : 3
  const loads = [os.loadavg()[0] ?? 0]
  console.log(`准备一个十年的镇… preparing a ten-year town (scale ${String(scale)})`)
  let town = await office('town', '511321101', '青禾镇')
  await ask(town, 'seed.run', { years: quick ? 2 : 10, scale })
  settle(town)
  let small = await office('town', '511321102', '白石渡镇')
  await ask(small, 'seed.run', { years: 1 })
  settle(small)
  const townRecords = records(town)
  console.log(`${String(townRecords)} 条记录 records，${String(town.store.exchange.headCount())} 个当前版本 heads`)

  if (process.argv.includes('--exchange')) {
    await exchanged(town, small)
    return
  }
  if (process.argv.includes('--screens')) {
    for (const one of await recordPages(town)) console.log(`    ${one.name.padEnd(22)} ${percentile(one.reads, 0.95).toFixed(1)} 毫秒 ms (最慢 worst ${Math.max(...one.reads).toFixed(1)})`)
    await screens(town, small)
    return
  }

  town = await saves(town)
  const saving = part('save-10', await aSave(town), await aSave(small), 1.5)
  const few = await townStatistics(small, 3)
  small = few.desk
  const fewRecords = records(small)
  const stats = await townStatistics(town, 3)
  town = stats.desk
  const reading = part('statistics-per-record', stats.cold / records(town), few.cold / fewRecords, 1.5)
  const scan = least([rawScan(town.dir), rawScan(town.dir)])
  const made = await report(town)
  town = made.desk

  const { county, sent, typed, imported, smallSent, smallImport } = await exchanged(town, small)
  const copies = quick ? 1 : 4
  addTowns(county, town, copies, 511321103)
  const total = records(county)
  const reads = await pages(county)
  const ofRecords = await recordPages(town)
  put(row('page', `${String(total)} 条记录里的列表和查找，镇里单条记录的页面，95 百分位 / 一帧 16 毫秒`, [
    part('page', percentile(reads, 0.95), 16, 1), ...ofRecords.map((one) => part(one.name, percentile(one.reads, 0.95), 16, 1)),
  ]))

  county.store.figures.clear()
  const towns = county.store.towns().filter((one) => one.org.length === 9).length
  const countyScan = least([rawScan(county.dir), rawScan(county.dir)])
  const cold = await timedAsync(() => ask(county, 'stats.get', period(0)))
  const kept = least([await timedAsync(() => ask(county, 'stats.get', period(0))), await timedAsync(() => ask(county, 'stats.get', period(0)))])
  put(row('statistics', `全部统计：一个镇 / 100 毫秒；${String(towns)} 个镇，冷 / 通读一遍同样的行；热，按 300 个镇折算 / 2 秒`, [
    part('town-cold', stats.cold, 100, 1), part('town-warm', stats.warm, 100, 1), part('town-cold-scans', stats.cold, scan, 20),
    part('towns-cold', cold, countyScan, 20), part('towns-kept-300', (kept / towns) * 300, 2000, 1),
  ]))
  put(row('report', '年度报告连附表 / 1 秒：刚打开时，再做一次', made.parts))

  const [little, many, most] = [await growth(small), await growth(town), await growth(county)]
  put(row('growth', `${String(records(small))}、${String(records(town))}、${String(total)} 条：列表、查找、保存不变，导入和统计成正比（每条的时间）`, [
    part('list-10', many.list, little.list, 1.5), part('list-100', most.list, little.list, 1.5), part('search-10', many.search, little.search, 1.5), part('search-100', most.search, little.search, 1.5),
    saving, part('import-per-record', imported / sent.lines.length, smallImport / smallSent.lines.length, 1.5), reading,
  ]))

  county.close()
  await paper()
  await screens(town, small)
  const letters = await measureTyping(town.dir, typed, sent.file)
  if (letters) put(row('typing', '在列表里打一个字到列出来，95 百分位和最久，平时和县里导入一个镇的时候 / 100 毫秒', letters))
  const window = await measureWindow(town.dir, password, quick ? 2 : 4)
  if (window) {
    put(row('start', '启动到首页可用、到首页数字齐全（不含密码推导）/ 空白 Electron 窗口', window.start))
    put(row('memory', '静止内存（MB）/ 空白 Electron', window.memory))
  } else left.push('typing、start、memory：这台机器没有 Electron 运行环境或显示')
  loads.push(os.loadavg()[0] ?? 0)
  if (process.argv.includes('--table')) console.log(tableOf(rows, { day: new Date().toISOString().slice(0, 10), load: loads.map((one) => one.toFixed(1)).join(' at the start, ') + ' at the end', records: townRecords }))
  for (const one of left) console.log(`未测 not measured: ${one}`)
  console.log(JSON.stringify({ rows: rows.map(({ what: _what, ...rest }) => rest) }))
}

try {
  await main()
} finally {
  removeFolders()
}
