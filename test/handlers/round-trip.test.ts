import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Data } from '../../shared/fields'
import { readTables } from '../../electron/documents/read-table'
import { platformExports } from '../../shared/history/platform-exports'
import { declarations, recordTypes, type RecordTypeName } from '../../shared/records'
import { Clock, folder, makeOffice, qingshi, type Office } from './support/offices'

/** Types whose records come another way: attachments are files, the roster brings private data, the office is set up once. */
const otherWays: readonly string[] = ['file', 'person_private', 'office']
/** Visitors leave with their names covered and cannot come back: a test of its own. */
const types = recordTypes.filter((type) => !otherWays.includes(type) && type !== 'visitor')
/** What a record refers to comes before it. */
const order: readonly string[] = [
  'term', 'village', 'organisation', 'person', 'constituency', 'mandate', 'site', 'group', 'plan_item', 'session', 'presidium_meeting', 'presidium_member', 'vote', 'agenda_item', 'decision',
  'activity', 'supervision', 'training', 'budget', 'voter_matter', 'letter', 'suggestion', 'reply', 'promise', 'bill', 'livelihood_project', 'debrief', 'county_order',
]
const place = (type: string): number => (order.includes(type) ? order.indexOf(type) : order.length)
const sorted = types.toSorted((a, b) => place(a) - place(b))

/** The cells of an exported list by heading, a line a record, sorted. */
async function cells(office: Office, type: string, out: string): Promise<{ readonly file: string; readonly rows: readonly Readonly<Record<string, string>>[] }> {
  const { files: [made] } = await office.get('list.file', { type, out })
  const tables = await readTables(readFileSync(made?.path ?? ''), 'x.xlsx')
  const rows = tables.ok ? tables.value[0]?.rows ?? [] : []
  const at = rows.findIndex((row) => row.filter((cell) => cell.text !== '').length > 1 && !row.some((cell) => cell.text.includes('共 ')))
  const headings = rows[at]?.map((cell) => cell.text) ?? []
  return { file: made?.path ?? '', rows: rows.slice(at + 1).map((row) => Object.fromEntries(headings.map((heading, column) => [heading, row[column]?.text ?? '']))) }
}

/** A suggestion names the matter it came from and the matter the suggestion: one of them is not there yet. Such a title goes into the remark. */
const notYetThere = ['转为建议', '并入主件', '备注']

/** Rows by what stands in them, without what the program gives by itself: numbers of its own series, values it works out. */
const given = (rows: readonly Readonly<Record<string, string>>[], type: RecordTypeName): readonly string[] => {
  const own = new Set([...notYetThere, ...Object.values(declarations[type].fields).filter((field) => field.need === 'app').map((field) => field.label)])
  return rows.map((row) => JSON.stringify(Object.entries(row).filter(([heading, text]) => text !== '' && !own.has(heading) && !heading.includes('软件算的')).toSorted())).toSorted()
}

/** What a small seed has none of. */
async function rare(office: Office): Promise<void> {
  const first = async (type: string): Promise<string> => (await office.get('record.list', { type, limit: 1 })).rows[0]?.id ?? ''
  const [term, mandate, organisation, constituency, session] = [await first('term'), await first('mandate'), await first('organisation'), await first('constituency'), await first('session')]
  const records: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    bill: { title: '关于修订村规民约的议案', session, grounds: '多年没有修订' }, livelihood_project: { year: 2026, name: '硬化村道三公里', invest_fen: 35_000_000 },
    county_order: { order_no: '县交〔2026〕3号', title: '报送半年总结', issued_on: '2026-01-10' }, organ: { kind: '1', term }, inquiry: { kind: '2', title: '询问供水工程进度', lead: mandate, target: organisation },
    recall: { kind: '2', target_name: '某甲', post: '副镇长', reasons: '工作调动' }, by_election: { constituency, vacant_on: '2026-01-05', reason: '1' },
    expense: { date: '2026-01-08', amount_fen: 12_050, purpose: '会议用水' }, task: { title: '催交材料', due_on: '2026-04-01' }, score: { mandate, year: 2026 }, pairing: { mandate, household_no: 1 },
    publicity: { title: '代表风采', date: '2026-01-09' }, party_log: { kind: '1', date: '2026-01-12', topic: '研究人大工作' }, assessment: { year: 2026, item_no: '9', item: '考核项目九' },
    deed: { mandate, title: '帮助修路', amount_fen: 500_000 },
  }
  for (const [type, fields] of Object.entries(records)) if ((await office.get('record.list', { type, limit: 1 })).total === 0) await office.add(type, fields as Data)
}

test('every list that was exported is read again: the second office exports the same rows, and a second import changes nothing', async () => {
  const clock = new Clock()
  const [from, to] = [await makeOffice('town', qingshi, '青石镇', clock), await makeOffice('town', qingshi, '青石镇', clock)]
  await from.get('seed.run', { years: 1, scale: 1, seed: 3 })
  await rare(from)
  const [outFrom, outTo] = [folder(), folder()]
  for (const type of sorted) {
    const sent = await cells(from, type, outFrom)
    const taken = await to.get('history.import', { file: sent.file, type, as: 'new' })
    const again = await to.get('history.import', { file: sent.file, type, as: 'new' })
    const arrived = await cells(to, type, outTo)
    expect([type, sent.rows.length > 0, taken.errors, again.new + again.changed]).toEqual([type, true, [], 0])
    expect([type, given(arrived.rows, type)]).toEqual([type, given(sent.rows, type)])
  }
}, 120_000)

test('a list with covered names is not read: what was covered would be saved as if it were the name', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const about = await office.add('voter_matter', { received_on: '2026-02-01', content: '路灯不亮' })
  await office.add('visitor', { about, name: '赵文', phone: '13800005566' })
  const { file } = await cells(office, 'visitor', folder())
  expect(await office.get('history.import', { file, type: 'visitor', as: 'new' })).toMatchObject({ new: 0, errors: [{ say: '姓名里有不能用的字符。' }] })
})

const pasted = '建议名称\t提的人\t提出日期\t涉及资金(万元)\n关于修桥的建议\t周维安\t2026.1.8\t12.5\n关于修渠的建议\t周维安\t三月八日\t\n\t周维安\t2026-01-09\t'

test('a pasted block is read by the same rules; a column that was chosen once is remembered for the next table', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const person = await office.add('person', { name: '周维安' })
  await office.add('mandate', { person, level: '5', nth: 1, as_history: true, status: '在任', confirm_on: '2021-12-20' })
  const first = await office.get('history.import', { text: pasted, type: 'suggestion', as: 'new', dry_run: true })
  expect(first.columns.map(({ heading, key, sample }) => [heading, key, sample])).toEqual([['建议名称', 'title', '关于修桥的建议'], ['提的人', null, '周维安'], ['提出日期', 'raised_on', '2026.1.8'], ['涉及资金(万元)', null, '12.5']])
  expect(first.errors).toMatchObject([{ row: 4, say: '请填写标题。' }])
  const taken = await office.get('history.import', { text: pasted, type: 'suggestion', as: 'new', map: { 提的人: 'lead', '涉及资金(万元)': 'cost_fen' } })
  expect(taken).toMatchObject({ new: 2, warnings: [{ row: 3, say: '提出日期：三月八日，没有找到，记在备注里' }] })
  const { rows } = await office.get('record.list', { type: 'suggestion' })
  expect(rows.map((row) => [row.fields['title'], row.status, row.fields['cost_fen'], row.fields['as_history']]).toSorted()).toEqual([['关于修桥的建议', '草稿', 12_500_000, undefined], ['关于修渠的建议', '草稿', undefined, undefined]])
  expect((await office.get('history.import', { text: pasted.replaceAll('桥', '路'), type: 'suggestion', as: 'new', dry_run: true })).columns[1]).toMatchObject({ heading: '提的人', key: 'lead' })
})

test('the export of a platform whose columns are published is known: a web page named .xlsx, its headings in two lines', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const person = await office.add('person', { name: '周维安' })
  const lead = await office.add('mandate', { person, level: '5', nth: 1, as_history: true, status: '在任', confirm_on: '2021-12-20' })
  const host = await office.add('organisation', { name: '镇水利站', kind: '1', is_suggestion_handler: true })
  const file = join(folder(), '2026-03-01代表建议目录.xlsx')
  writeFileSync(file, '\n<html><head><meta charset="UTF-8"></head><body><table border="1"><caption>代表建议目录</caption><thead><tr><th rowspan="2">建议编号</th><th colspan="2">提建议人</th><th rowspan="2">建议标题</th><th rowspan="2">拟主办单位</th><th rowspan="2">备注</th></tr><tr><th>单位</th><th>姓名</th></tr></thead><tbody><tr><td>7</td><td>一团</td><td>周维安</td><td>关于修桥的建议</td><td>镇水利站</td><td></td></tr></tbody></table></body>')
  const seen = await office.get('history.import', { file, type: 'suggestion', dry_run: true })
  expect([seen.platform, seen.rows, seen.errors]).toEqual([expect.stringContaining('代表建议目录'), 1, []])
  await office.get('history.import', { file, type: 'suggestion' })
  expect((await office.get('record.list', { type: 'suggestion' })).rows[0]?.fields).toMatchObject({ no: '7', lead, title: '关于修桥的建议', host, remark: '提建议人单位：一团' })
})

test('every column of a known platform is a field of its type, and says where it is published', () => {
  for (const { type, columns, source, readOn } of platformExports) {
    const fields = declarations[type as RecordTypeName].fields
    expect([source.startsWith('https://'), /^\d{4}-\d{2}-\d{2}$/u.test(readOn), Object.values(columns).filter((key) => key !== '' && !(key in fields))]).toEqual([true, true, []])
  }
})

test('what a heading means is remembered for each source: the same word in the table of another stays what it was there', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const [ours, theirs] = ['建议名称\t时间\t村\n关于修桥的建议\t2026-01-08\t石桥村', '建议名称\t时间\t乡\n关于修渠的建议\t2026-02-08\t青石']
  await office.get('history.import', { text: ours, type: 'suggestion', as: 'new', map: { 时间: 'raised_on' } })
  await office.get('history.import', { text: theirs, type: 'suggestion', as: 'new', map: { 时间: '' } })
  const keyOf = async (text: string) => (await office.get('history.import', { text, type: 'suggestion', as: 'new', dry_run: true })).columns.find(({ heading }) => heading === '时间')?.key
  expect([await keyOf(ours), await keyOf(theirs)]).toEqual(['raised_on', null])
})

test('five thousand pasted rows are looked at in two seconds', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const text = `标题\t日期\t媒体\n${Array.from({ length: 5000 }, (_, at) => (at % 500 === 7 ? `\t2026-01-0${String(at % 9 + 1)}\t县报` : `代表风采第${String(at)}期\t2026-01-0${String(at % 9 + 1)}\t县报`)).join('\n')}`
  const began = performance.now()
  const seen = await office.get('history.import', { text, type: 'publicity', as: 'new', dry_run: true })
  console.log(`5000 rows in ${String(Math.round(performance.now() - began))} ms`)
  expect([seen.rows, seen.new, seen.errors.length]).toEqual([5000, 4990, 10])
})
