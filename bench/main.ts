/**
 * `npm run bench`: each figure of design.md 7 beside its limit, measured in the same run, as a ratio. The last line is one JSON value. A row
 * that cannot be measured on this machine is left out and named.
 */
import { gzipSync } from 'node:zlib'
import { statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { versionLine } from '../shared/exchange/version'
import { ask, folder, office, records } from './office'
import { measureWindow } from './window'
import { median, percentile, row, timed, timedAsync, type BenchRow } from './measure'

process.env['ZHEN_SCRYPT_N'] ??= '16384'
process.env['ZHEN_INVITE_WORK'] ??= '10'

const rows: BenchRow[] = []
const left: string[] = []

function put(one: BenchRow): void {
  rows.push(one)
  console.log(`${one.ok ? '✓' : '✗'} ${one.name.padEnd(12)} ${String(one.value).padStart(10)}  限 limit ${String(one.limit).padStart(10)}  比 ratio ${String(one.ratio).padStart(7)}  目标 target ≤ ${String(one.target)}   ${one.what}`)
}

/** An encrypted file with the store's settings: what any save and any import could at best cost here. */
function rawFile(): Database.Database {
  const raw = new Database(path.join(folder(), 'raw.db'))
  raw.pragma("cipher='sqlcipher'")
  raw.pragma('legacy=4')
  raw.pragma(`key="x'${'ab'.repeat(32)}'"`)
  raw.pragma('journal_mode=WAL')
  raw.pragma('synchronous=FULL')
  raw.exec('CREATE TABLE version (id BLOB PRIMARY KEY, uid TEXT, type TEXT, org TEXT, data TEXT, seen BLOB); CREATE INDEX v1 ON version (uid); CREATE TABLE head (uid TEXT PRIMARY KEY, id BLOB); CREATE TABLE typed (uid TEXT PRIMARY KEY, a TEXT, b TEXT, c INTEGER); CREATE INDEX t1 ON typed (a); CREATE VIRTUAL TABLE s USING fts5(title)')
  return raw
}

const line = (n: number) => JSON.stringify({ title: `关于修缮通村道路的建议${String(n)}`, body: '群众反映需要修缮，建议纳入年度安排。'.repeat(6), kind: '1', lead: 'abcdefghijklmnopqrstuvwxyz' })

function insertRaw(raw: Database.Database, n: number): void {
  raw.prepare('INSERT INTO version VALUES (randomblob(16), ?, ?, ?, ?, ?)').run(`u${String(n)}`, 'suggestion', '511321101', line(n), Buffer.alloc(0))
  raw.prepare('INSERT INTO head VALUES (?, randomblob(16))').run(`u${String(n)}`)
  raw.prepare('INSERT INTO typed VALUES (?, ?, ?, ?)').run(`u${String(n)}`, `关于${String(n)}`, '1', n)
  raw.prepare('INSERT INTO s VALUES (?)').run([...`关于修缮通村道路的建议${String(n)}`].join(' '))
}

async function main(): Promise<void> {
  const town = await office('town', '511321101', '青禾镇')
  console.log('准备一个十年的镇… preparing a ten-year town')
  await ask(town, 'seed.run', { years: 10, scale: 3 })
  console.log(`${String(records(town))} 条记录 records`)

  const raw = rawFile()
  const commits = Array.from({ length: 60 }, (_, n) => timed(() => { raw.transaction(() => { insertRaw(raw, n) }).immediate() }))
  const saves: number[] = []
  for (let n = 0; n < 60; n++) saves.push(await timedAsync(() => ask(town, 'record.quick', { type: 'document', fields: { kind: '10', title: `简报第${String(n)}期` } })))
  put(row('save', '保存一条记录 / 同一加密库里一次裸提交', median(saves), median(commits), 2))

  const reads: number[] = []
  for (const input of [{ type: 'suggestion' }, { type: 'participation' }, { type: 'activity', text: '走访' }, { type: 'voter_matter', text: '水' }, { type: 'suggestion', where: { field: '02' } }]) {
    for (let at = 0; at < 20; at++) reads.push(await timedAsync(() => ask(town, 'record.list', { ...input, limit: 50 })))
  }
  for (const text of ['修缮', '路', '王', 'xsl', '19-闭-015']) for (let at = 0; at < 10; at++) reads.push(await timedAsync(() => ask(town, 'search.all', { text })))
  put(row('page', '列表和查找，95 百分位 / 一帧 16 毫秒', percentile(reads, 0.95), 16, 1))

  const period = { from: '2026-01-01', to: '2026-12-31' }
  const cold = await timedAsync(() => ask(town, 'stats.get', period))
  put(row('statistics', '一个镇全部统计，冷 / 100 毫秒', cold, 100, 1))
  const report = await timedAsync(() => ask(town, 'report.make', { year: new Date().getFullYear(), out: folder() }))
  put(row('report', '年度报告连五张附表 / 1 秒', report, 1000, 1))

  const county = await office('county', '511321', '望川县')
  const stick = folder()
  const invite = await ask(county, 'exchange.invite', { code: '511321101', name: '青禾镇', out: stick })
  await ask(town, 'exchange.join', { file: invite['file'], code: invite['code'] })
  const lines = [...town.store.exchange.headsLacking(new Uint8Array(), { org: '511321101', scope: 'county' })].map(({ meta, text }) => versionLine(meta, text)).join('\n')
  const sent = await ask(town, 'exchange.export', { to: stick })
  const file = String(sent['file'])
  put(row('package', '数据包大小 / 同样的行 gzip（字节）', statSync(file).size, gzipSync(lines).length, 1.3))

  const counts = Object.values(sent['counts'] as Readonly<Record<string, number>>).reduce((sum, count) => sum + count, 0)
  const bare = rawFile()
  const bareTime = timed(() => { bare.transaction(() => { for (let n = 0; n < counts; n++) insertRaw(bare, n) }).immediate() })
  const imported = await timedAsync(() => ask(county, 'exchange.import', { files: [file], approve: true }))
  put(row('import', `县导入 ${String(counts)} 条 / 同样多的行裸写入（目标 ≥ 0.6 倍速度）`, imported, bareTime, 1 / 0.6))

  const small = await office('town', '511321102', '白石渡镇')
  await ask(small, 'seed.run', { years: 1 })
  const pageOf = async (desk: typeof town) => {
    const times: number[] = []
    for (let at = 0; at < 40; at++) times.push(await timedAsync(() => ask(desk, 'record.list', { type: 'suggestion', limit: 50 })))
    return median(times)
  }
  put(row('growth', `列表：${String(records(town))} 条 / ${String(records(small))} 条`, await pageOf(town), await pageOf(small), 1.5))

  const window = await measureWindow(town)
  if (window) for (const one of window) put(one)
  else left.push('start、memory：这台机器没有 Electron 运行环境或显示')
  left.push('attachments：1 GiB 附件的打包和导入还没有在这里测')
  town.close()
  county.close()
  small.close()
  for (const one of left) console.log(`未测 not measured: ${one}`)
  console.log(JSON.stringify({ rows: rows.map(({ what: _what, ...rest }) => rest) }))
}

await main()
