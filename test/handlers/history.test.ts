import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importPhases } from '../../shared/contract/history'
import { fail } from '../../shared/result'
import { say } from '../../shared/text'
import { Clock, folder, makeOffice, qingshi, type Office } from './support/offices'

const sheet = (lines: readonly string[]): string => {
  const file = join(folder(), '旧台账.csv')
  writeFileSync(file, `\uFEFF${lines.join('\r\n')}\r\n`)
  return file
}

async function town(): Promise<Office> {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const person = await office.add('person', { name: '周维安' })
  await office.add('mandate', { person, level: '乡', nth: 1, as_history: true, status: '在任', confirm_on: '2021-12-20' })
  await office.add('organisation', { name: '镇村镇建设办' })
  return office
}

const ledger = [
  '青石镇2023年代表建议办理台账,,,,,,', '序号,建议编号,案由,领衔人,提出时间,承办单位,办结日期,满意度', '1,19-3-001,关于修桥的建议,周维安,2023.3.8,镇村镇建设办,2023年9月1日,满意',
  '2,19-3-002,关于修渠的建议,查无此人,2023-03-08,没有这个单位,2023/10/1,', '3,,,,,,,', '合计,2,,,,,,', '4,19-3-003,关于路灯的建议,周维安,三月八日,镇村镇建设办,2023.9.1,',
  '5,19-3-005,,周维安,2023.3.9,镇村镇建设办,2023.9.1,',
]

const figure = async (office: Office, id: string) => (await office.get('stats.get', { from: '2023-01-01', to: '2023-12-31' })).indicators.find((one) => one.id === id)?.value

test('an old ledger is looked at, taken in once, counts in the figures and in none of deadlines, and is taken back as a whole', async () => {
  const office = await town()
  const file = sheet(ledger)
  const seen = await office.get('history.import', { file, type: 'suggestion', dry_run: true })
  expect(seen).toMatchObject({ rows: 4, new: 3, same: 0, undo: null })
  expect((await office.get('record.list', { type: 'suggestion' })).total).toBe(0)
  expect(seen.columns.map((one) => [one.heading, one.label])).toEqual([['建议编号', '建议编号'], ['案由', '标题'], ['领衔人', '领衔代表'], ['提出时间', '提出日期'], ['承办单位', '主办单位'], ['办结日期', '办结日期'], ['满意度', null]])
  expect(seen.errors.map((one) => [one.row, one.say])).toEqual([[8, '请填写标题。']])
  expect(seen.warnings.map((one) => [one.row, one.say])).toEqual([[4, '领衔代表：查无此人；主办单位：没有这个单位，没有找到，记在备注里'], [7, '提出日期：三月八日，没有找到，记在备注里']])

  const done = await office.get('history.import', { file, type: 'suggestion' })
  const rows = (await office.get('record.list', { type: 'suggestion' })).rows
  expect(rows.map((row) => [row.fields['no'], row.status, row.fields['as_history'], row.fields['closed_on']]).sort()).toEqual([
    ['19-3-001', '已办结', true, '2023-09-01'], ['19-3-002', '已办结', true, '2023-10-01'], ['19-3-003', '已办结', true, '2023-09-01'],
  ])
  expect(rows.find((row) => row.fields['no'] === '19-3-001')?.fields['remark']).toBe('满意度：满意')
  expect([await figure(office, 'B5.01'), await figure(office, 'B5.10'), await figure(office, 'B5.11')]).toEqual([2, 0, 0])
  expect((await office.get('todo.list', {})).items.filter((todo) => todo.rule.startsWith('suggest.'))).toEqual([])
  expect(await office.get('history.import', { file, type: 'suggestion' })).toMatchObject({ new: 0, same: 3 })
  await office.get('record.undo', done.undo ?? { id: '' })
  expect((await office.get('record.list', { type: 'suggestion' })).total).toBe(0)
})

test('a file without the headings of the type, or that is no table, is answered with a sentence', async () => {
  const office = await town()
  expect(await office.ask('history.import', { file: sheet(['甲,乙', '1,2']), type: 'suggestion' })).toMatchObject({ ok: false, code: 'no-header' })
  expect(await office.ask('history.import', { file: '/nowhere/旧台账.csv', type: 'suggestion' })).toMatchObject({ ok: false, code: 'file-not-found' })
  expect(await office.ask('history.import', { file: sheet(ledger), type: 'person_private' })).toMatchObject({ ok: false, code: 'unknown-type' })
})

test('numbers of ID cards, phones and addresses in columns that nobody asked for are not carried into a remark, nor shown', async () => {
  const office = await town()
  const file = sheet(['反映时间,反映事项,来访人电话,备用,住址,经办', '2023-03-08,路灯不亮,139 8765 4321,51132119530719002X,石桥村9号,小陈'])
  const seen = await office.get('history.import', { file, type: 'voter_matter' })
  expect(seen.columns.map(({ heading, sample }) => [heading, sample]).slice(2)).toEqual([['来访人电话', '******'], ['备用', '******'], ['住址', '******'], ['经办', '小陈']])
  expect(seen.warnings.map(({ row, code }) => [row, code])).toEqual([[2, 'private-left-out'], [2, 'private-left-out'], [2, 'private-left-out']])
  expect((await office.get('record.list', { type: 'voter_matter' })).rows.map((row) => row.fields['remark'])).toEqual(['经办：小陈'])
})

test('signs that turn what is read are shown in the preview where they stood, and are gone from what is saved', async () => {
  const office = await town()
  const file = sheet(['标题,提出日期,来源,手机', '关于\u202e修路的建议,2023-03-08,网上\u2066转来,139\u202d87654321'])
  const seen = await office.get('history.import', { file, type: 'suggestion', dry_run: true })
  expect(seen.warnings.filter(({ code }) => code === 'hidden-signs').map(({ row, say }) => [row, say])).toEqual([[2, '标题“关于⟨U+202E⟩修路的建议”；来源“网上⟨U+2066⟩转来”：看不见的方向符号会去掉，请核对去掉以后是不是原来的意思']])
  expect([seen.columns[0]?.sample, JSON.stringify(seen).includes('\u202e')]).toEqual(['关于⟨U+202E⟩修路的建议', false])
  await office.get('history.import', { file, type: 'suggestion' })
  expect((await office.get('record.list', { type: 'suggestion' })).rows.map((row) => [row.fields['title'], row.fields['remark']])).toEqual([['关于修路的建议', '来源：网上转来']])
})

test('a field that was typed or pasted with such signs says so when it is saved, and one with control characters names them', async () => {
  const office = await town()
  const saved = await office.get('record.quick', { type: 'suggestion', fields: { title: '关于\u202e修路的建议' } })
  expect([saved.record.fields['title'], saved.warnings.filter(({ code }) => code === 'hidden-signs').map(({ field, detail }) => [field, detail?.['signs']])]).toEqual(['关于修路的建议', [['title', '⟨U+202E⟩']]])
  const refused = await office.ask('record.quick', { type: 'suggestion', fields: { title: '关于\u0007修路' } })
  expect(refused).toMatchObject({ ok: false, code: 'bad-text', field: 'title', detail: { signs: '⟨U+0007⟩' } })
  expect(refused.ok ? '' : say(refused.code, refused.detail ?? {}).say).toBe('标题里有不能用的字符 ⟨U+0007⟩。')
})

const long = (rows: number): string => sheet(['建议编号,领衔代表,标题,提出日期,办结日期', ...Array.from({ length: rows }, (_, n) => `${String(n)},周维安,关于修第${String(n)}条路的建议,2020-03-08,2020-12-01`)])

/** Until some rows have been looked at, and more are to come. */
async function amidRows(office: Office): Promise<void> {
  let more = 3
  while (!office.events.some((event) => event.kind === 'progress' && event.phase === importPhases.sort) || --more > 0) await new Promise((next) => { setImmediate(next) })
}

test('a long ledger says how far it is and how it is taken; called off while its rows are looked at, not one is here', async () => {
  const office = await town()
  const file = long(450)
  const before = office.dump()
  office.events.length = 0
  const asked = office.ask('history.import', { file, type: 'suggestion', job: 'one' })
  await amidRows(office)
  await office.get('job.cancel', { job: 'one' })
  expect(await asked).toMatchObject({ ok: false, code: 'cancelled' })
  expect(office.dump()).toEqual(before)
  office.events.length = 0
  const done = await office.get('history.import', { file, type: 'suggestion', job: 'two' })
  const said = office.events.flatMap((event) => (event.kind === 'progress' && event.job === 'two' ? [`${event.phase} ${String(event.total)}`] : []))
  expect([done.new, [...new Set(said)]]).toEqual([450, ['核对 450', '存 450']])
  if (done.undo === null) throw new Error('nothing to take back')
  expect((await office.get('record.undo', done.undo)).records).toHaveLength(450)
  expect((await office.get('record.list', { type: 'suggestion' })).total).toBe(0)
})

test('what somebody saves while the rows are looked at is known to them: it does not come twice', async () => {
  const office = await town()
  office.events.length = 0
  const asked = office.ask('history.import', { file: long(450), type: 'suggestion', job: 'one' })
  await amidRows(office)
  // The same case by hand, by a second window's save.
  await office.add('suggestion', { no: '7', title: '关于修第7条路的建议', raised_on: '2020-03-08', as_history: true, status: '已办结' })
  expect(await asked).toMatchObject({ ok: true, value: { new: 449, same: 1 } })
})

test('a ledger of which one row is refused by the disk is not taken in part', async () => {
  const office = await town()
  const before = office.dump()
  const real = office.store.commit.bind(office.store)
  let slices = 0
  office.store.commit = (...given) => (++slices === 2 ? fail('disk-full') : real(...given))
  expect(await office.ask('history.import', { file: long(450), type: 'suggestion' })).toMatchObject({ ok: false, code: 'disk-full' })
  office.store.commit = real
  expect(office.dump()).toEqual(before)
  expect(await office.get('history.import', { file: long(450), type: 'suggestion' })).toMatchObject({ new: 450 })
})
