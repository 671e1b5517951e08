/**
 * The main job in the real application, on a made-up county of three towns: roster from an .xls file, records, figures, annual report,
 * package, county import, receipt. Writes demo-output/ and says in Chinese and English what it made and where.
 */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { photograph, photographAll } from './photographs'
import { countyPictures, townPictures } from './pictures'
import { startWindow, type Office } from './window'

const out = path.resolve('demo-output')
const stick = path.join(out, 'U盘')
const pictures = path.join(out, '截图')
const password = '示范密码2026'
const towns = [
  { code: '511321101', name: '青禾镇' }, { code: '511321102', name: '白石渡镇' }, { code: '511321103', name: '松陂镇' },
] as const

const say = (zh: string, en: string): void => { console.log(`${zh}\n  ${en}`) }

async function newOffice(name: string, input: Readonly<Record<string, unknown>>): Promise<Office> {
  const office = await startWindow(path.join(out, 'data', name))
  if (name === 'county') await photograph(office, path.join(pictures, '门-01-第一次打开.png'))
  await office.ask('office.init', { ...input, province: '浙江', password, by: '示范' })
  await office.reload()
  return office
}

/** One town: roster from .xls, a year of records, report, package on the stick; the window stays open. */
async function runTown(county: Office, index: number): Promise<{ readonly office: Office; readonly file: string }> {
  const town = towns[index] ?? towns[0]
  const office = await newOffice(`town-${String(index + 1)}`, { role: 'town', code: town.code, name: town.name, county_name: '望川县', term: 19, term_start: '2021-12-20', quota: 60 })
  if (index === 0) {
    const roster = path.resolve('test/fixtures/roster/biff8.xls')
    const imported = await office.ask('roster.import', { file: roster })
    say(`花名册导入：新增 ${String(imported['new'])} 人`, `roster imported from .xls: ${String(imported['new'])} new people`)
  }
  await office.ask('seed.run', { years: 2, seed: 7, index })
  const invite = await county.ask('exchange.invite', { code: town.code, name: town.name, out: stick })
  await office.ask('exchange.join', { file: invite['file'], code: invite['code'] })
  const sent = await office.ask('exchange.export', { to: stick })
  return { office, file: String(sent['file']) }
}

async function documents(office: Office, year: number): Promise<void> {
  const made = await office.ask('report.make', { year, out, kinds: ['annual', 'table', 'suggestions', 'publication', 'meetings'] })
  for (const kind of ['annual', 'table']) {
    const page = await office.ask('report.html', { year, kind })
    await office.ask('shell.pdf', { path: path.join(out, String(page['name'])), html: page['html'] })
  }
  for (const file of made['files'] as readonly { readonly path: string }[]) say(`文件：${file.path}`, `document: ${file.path}`)
}

/** What a county also meets: an order on its way, a record that both sides changed, a package that is new, one that is damaged. */
async function secondRound(county: Office, town: Office, [second, third]: readonly Office[]): Promise<void> {
  await county.ask('exchange.order', { towns: towns.map((one) => one.code), fields: { order_no: '望人大办〔2026〕7号', title: '报送代表联络站使用情况', kind: '4', content: '请各镇报送联络站接待和办理情况。' } })
  const found = await town.ask('record.list', { type: 'village', limit: 1 })
  const [village] = found['rows'] as readonly { readonly id: string }[]
  if (!village) throw new Error('no village')
  await town.ask('record.set', { id: village.id, fields: { population: 1860 } })
  await county.ask('record.set', { id: village.id, fields: { population: 1806 } })
  const changed = await town.ask('exchange.export', { to: stick, always: true })
  await county.ask('exchange.import', { files: [changed['file']], approve: true })
  await second?.ask('exchange.export', { to: stick, always: true })
  const damaged = String((await third?.ask('exchange.export', { to: stick, always: true }))?.['file'])
  const bytes = readFileSync(damaged)
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
  writeFileSync(damaged, bytes)
}

/** Every screen of both offices, and the two that stand before the password. */
async function photographEverything(county: Office, town: Office): Promise<number> {
  await county.reload()
  await town.reload()
  const taken = [...await photographAll(town, pictures, '镇', townPictures), ...await photographAll(county, pictures, '县', countyPictures)]
  await town.ask('office.lock', {})
  await photograph(town, path.join(pictures, '门-02-输密码.png'))
  await town.ask('office.unlock', { password, by: '示范' })
  await town.reload()
  const broken = path.join(out, 'data', '打不开')
  mkdirSync(broken, { recursive: true })
  for (const part of ['data.db', 'backups']) cpSync(path.join(out, 'data', 'county', part), path.join(broken, part), { recursive: true })
  const rescue = await startWindow(broken)
  await photograph(rescue, path.join(pictures, '门-03-打不开.png'))
  await rescue.close()
  return taken.length + 3
}

async function main(): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(stick, { recursive: true })
  process.env['ZHEN_STICK'] = stick
  const year = new Date().getFullYear()
  say('示范开始：一个县、三个镇，人和数据都是编造的。', 'Demo: one county, three towns; people and data are made up.')
  const county = await newOffice('county', { role: 'county', code: '511321', name: '望川县人大常委会' })
  const first = await runTown(county, 0)
  const others = [await runTown(county, 1), await runTown(county, 2)]
  const imported = await county.ask('exchange.import', { files: [first.file, ...others.map((one) => one.file)], approve: true })
  for (const file of imported['files'] as readonly { readonly from: { readonly name: string }; readonly state: string; readonly counts: { readonly new: number } }[]) {
    say(`${file.from.name}：${file.state === 'COMMITTED' ? '已导入' : file.state}，新增 ${String(file.counts.new)} 条`, `${file.from.name}: ${file.state}, ${String(file.counts.new)} new records`)
  }
  const receipt = await county.ask('exchange.export', { to: stick, town: towns[0].code })
  await first.office.ask('exchange.import', { files: [receipt['file']] })
  copyFileSync(first.file, path.join(out, '青禾镇_上报.zpk'))
  copyFileSync(String(receipt['file']), path.join(out, '青禾镇_回执.zpk'))
  say(`上报包和回执：${stick}`, `package and receipt: ${stick}`)
  await documents(first.office, year)
  await secondRound(county, first.office, others.map((one) => one.office))
  const taken = await photographEverything(county, first.office)
  say(`截图 ${String(taken)} 张：${pictures}`, `${String(taken)} screenshots: ${pictures}`)
  for (const one of others) await one.office.close()
  await county.close()
  if (process.env['ZHEN_SCREEN'] === 'real') {
    say(`示范镇的窗口留着，关掉它就结束。密码：${password}`, `The sample town stays open; close its window to end. Password: ${password}`)
    await first.office.closed()
  } else await first.office.close()
  say(`完成：${out}`, `Done: ${out}`)
}

await main()
