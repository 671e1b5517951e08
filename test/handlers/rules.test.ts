import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Clock, folder, makeOffice, officeIn, paired, qingshi, trip, type Office } from './support/offices'

async function office(province?: string): Promise<Office> {
  if (province === undefined) return makeOffice('town', qingshi, '青石镇', new Clock())
  const made = officeIn(folder(), new Clock())
  await made.get('office.init', { role: 'town', code: qingshi, name: '青石镇', password: '青石镇人大2026', province, term: 19, term_start: '2021-12-20' })
  return made
}

/** A suggestion assigned on `assigned`; raised at `session` where one is given. */
async function assigned(town: Office, raised: string, on: string, session?: string): Promise<string> {
  const person = await town.add('person', { name: '周维安' })
  const lead = await town.add('mandate', { person, level: '乡', nth: 1, as_history: true, status: '在任', confirm_on: '2021-12-20' })
  const host = await town.add('organisation', { name: '镇村镇建设办' })
  const period = session === undefined ? { period: '闭会期间' } : { period: '会议期间', session }
  const made = await town.get('record.quick', {
    type: 'suggestion', fields: { title: '关于修桥的建议' },
    steps: [{ step: 'submit', fields: { raised_on: raised, lead, ...period } }, { step: 'review', fields: { review_on: raised, accept: '立案' } }, { step: 'assign', fields: { assigned_on: on, host } }],
  })
  return made.record.id
}

const due = (town: Office, id: string) => [town.rec(id)?.fields['due_on'], (JSON.parse(String(town.rec(id)?.fields['due_rule'])) as { source: string }).source]
const todoDue = async (town: Office, id: string) => (await town.get('todo.list', {})).items.find((todo) => todo.id === id)?.due_on

test('a rule is changed with its source; open matters keep their day until they are moved, and all of it is taken back', async () => {
  const town = await office()
  const id = await assigned(town, '2026-03-01', '2026-03-02')
  expect(due(town, id)).toEqual(['2026-06-02', '代表法第51条'])
  const edit = { key: 'suggest.reply.normal', n: 2, source: '本县办理办法（2026）第5条', who: '县里' as const }
  const seen = await town.get('rules.set', { ...edit, dry_run: true })
  expect(seen).toMatchObject({ changed: false, taken: [], moved: [{ kind: 'stored', id, before: '2026-06-02', after: '2026-05-02' }] })
  expect((await town.get('rules.list', {})).own).toEqual([])

  await town.get('rules.set', edit)
  expect(due(town, id)).toEqual(['2026-06-02', '代表法第51条'])
  const list = await town.get('rules.list', {})
  expect([list.own, list.last?.what, list.entries.find((entry) => entry.key === edit.key), list.defaults.find((entry) => entry.key === edit.key)?.n]).toEqual([
    ['suggest.reply.normal'], '改“建议答复（一般）”', { key: 'suggest.reply.normal', n: 2, unit: 'month', from: 'suggestion.assigned_on', source: '本县办理办法（2026）第5条', who: '县里', checked_on: '2026-03-02', verified: false }, 3,
  ])
  await town.restart()
  expect((await town.get('rules.list', {})).own).toEqual(['suggest.reply.normal'])

  expect((await town.get('rules.set', { ...edit, n: 1, move: [id] })).taken).toEqual([id])
  expect(due(town, id)).toEqual(['2026-04-02', '本县办理办法（2026）第5条'])
  expect(await town.get('rules.undo', {})).toEqual({ undone: '改“建议答复（一般）”', left: [] })
  expect(due(town, id)).toEqual(['2026-06-02', '代表法第51条'])
  await town.get('rules.undo', {})
  expect([(await town.get('rules.list', {})).own, await town.get('rules.undo', {})]).toEqual([[], { undone: null, left: [] }])
})

test('a reminder that is counted every day follows a changed rule at once, and the default comes back', async () => {
  const town = await office()
  await town.add('presidium_meeting', { no: 1, held_on: '2026-02-28', as_history: true, status: '已结束' })
  const [{ id = '' } = {}] = (await town.get('todo.list', {})).items.filter((todo) => todo.rule === 'presidium.interval')
  expect(await todoDue(town, id)).toBe('2026-05-28')
  await town.get('rules.set', { key: 'presidium.interval', n: 45, unit: 'day', source: '镇议事规则' })
  expect(await todoDue(town, id)).toBe('2026-04-14')
  await town.get('rules.reset', { key: 'presidium.interval' })
  expect(await todoDue(town, id)).toBe('2026-05-28')
})

test('what can be no rule is refused and names its field', async () => {
  const town = await office()
  expect(await town.ask('rules.set', { key: 'suggest.assign', n: 0, source: '办法' })).toMatchObject({ ok: false, code: 'out-of-range', field: 'n' })
  expect(await town.ask('rules.set', { key: 'suggest.assign', n: 3, source: '' })).toMatchObject({ ok: false, code: 'required', field: 'source' })
  expect(await town.ask('rules.set', { key: 'no.such', n: 3, source: '办法' })).toMatchObject({ ok: false, code: 'not-found', field: 'key' })
  expect((await town.get('rules.list', {})).own).toEqual([])
})

test('Shandong counts from the closing of the session, also where it closes after the assignment', async () => {
  const town = await office('山东')
  const session = await town.add('session', { no: 9, start_on: '2026-02-26' })
  await town.get('step.run', { step: 'open', id: session, fields: { start_on: '2026-02-26', total_deputies: 1 } })
  const id = await assigned(town, '2026-02-26', '2026-02-27', session)
  expect(due(town, id)[0]).toBe('2026-04-27')
  await town.get('step.run', { step: 'close', id: session, fields: { end_on: '2026-02-28' } })
  expect(due(town, id)).toEqual(['2026-04-28', '山东省乡镇人民代表大会工作若干规定（2015）第15条'])
  await town.get('step.run', { step: 'undo_step', id: session, fields: { reason: '日期写错' } })
  expect(due(town, id)[0]).toBe('2026-04-27')
  // between sessions it counts from the assignment
  expect(due(town, await assigned(town, '2026-03-01', '2026-03-02'))[0]).toBe('2026-05-02')
})

test('Chongqing assigns within ten working days and takes two months', async () => {
  const town = await office('重庆')
  const person = await town.add('person', { name: '周维安' })
  const lead = await town.add('mandate', { person, level: '乡', nth: 1, as_history: true, status: '在任', confirm_on: '2021-12-20' })
  const made = await town.get('record.quick', { type: 'suggestion', fields: { title: '关于修桥的建议' }, steps: [{ step: 'submit', fields: { raised_on: '2026-02-10', period: '闭会期间', lead } }, { step: 'review', fields: { review_on: '2026-02-12', accept: '立案' } }] })
  // 14 February 2026 was a worked Saturday, 15 to 23 were off, 28 was a worked Saturday
  expect(await todoDue(town, `suggest.assign:${made.record.id}`)).toBe('2026-03-04')
  expect(due(town, await assigned(town, '2026-03-01', '2026-03-02'))).toEqual(['2026-05-02', '重庆市乡镇人民代表大会工作条例（2016）第16条'])
})

test('a notice of a later year is pasted, shown first, and reminders follow it', async () => {
  const town = await office()
  const text = '关于2027年部分节假日安排的通知\n元旦：1月1日放假。春节：2月6日至12日放假调休，共7天。1月30日（周六）上班。\n国庆节：10月1日至7日放假调休，共7天。'
  expect((await town.get('calendar.get', { from: '2027-02-01', to: '2027-02-28' })).days.filter((day) => day.kind === 'off')).toEqual([])
  expect(await town.get('holidays.read', { text })).toMatchObject({ changed: false, table: { year: 2027, worked: ['2027-01-30'] } })
  expect((await town.get('rules.list', {})).holidays.map((table) => table.year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026])
  await town.get('holidays.read', { text, adopt: true })
  expect((await town.get('calendar.get', { from: '2027-02-01', to: '2027-02-28' })).days.filter((day) => day.kind === 'off').length).toBe(7)
  expect((await town.get('rules.list', {})).holidays.filter((table) => table.own).map((table) => table.year)).toEqual([2027])
  expect(await town.ask('holidays.read', { text: '明天放假' })).toMatchObject({ ok: false, code: 'not-holidays', detail: { fault: 'no-year' } })
  const file = join(folder(), '通知.txt')
  writeFileSync(file, text.replaceAll('2027', '2028').replaceAll('1月30日（周六）上班。', ''))
  await town.get('holidays.read', { file, adopt: true })
  await town.get('holidays.remove', { year: 2027 })
  expect((await town.get('rules.list', {})).holidays.map((table) => table.year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2028])
  await town.get('rules.undo', {})
  expect((await town.get('rules.list', {})).holidays.map((table) => table.year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028])
})

test('a due day on a day off moves to the next working day where the office wants it', async () => {
  const town = await office()
  const id = await assigned(town, '2026-01-30', '2026-01-31')
  // 30 April + … 2 May 2026 is in the holidays of May, 6 May is worked
  const other = await assigned(town, '2026-02-01', '2026-02-02')
  expect([due(town, id)[0], due(town, other)[0]]).toEqual(['2026-04-30', '2026-05-02'])
  expect((await town.get('rules.shift', { on: true, dry_run: true })).moved.filter((one) => one.kind === 'stored').map((one) => [one.id, one.after])).toEqual([[other, '2026-05-06']])
  await town.get('rules.shift', { on: true, move: ['all'] })
  expect([due(town, id)[0], due(town, other)[0]]).toEqual(['2026-04-30', '2026-05-06'])
  expect(JSON.parse(String(town.rec(other)?.fields['due_rule']))).toMatchObject({ note: '遇休息日顺延' })
  await town.get('rules.undo', {})
  expect([due(town, other)[0], (await town.get('rules.list', {})).shift]).toEqual(['2026-05-02', false])
})

test('an update on a stick: what it would change is seen first, adopted with the days that are to move, and taken back', async () => {
  const county = await makeOffice('county', '511321', '南部县', new Clock())
  await county.get('rules.set', { key: 'suggest.reply.normal', n: 2, source: '南部县办理规定第2条', who: '县里' })
  const stick = folder()
  const { file } = await county.get('rules.export', { to: stick })
  const town = await office()
  const [first, second] = [await assigned(town, '2026-03-01', '2026-03-02'), await assigned(town, '2026-03-01', '2026-03-01')]
  const seen = await town.get('rules.update', { file: file ?? '' })
  expect(seen).toMatchObject({ changed: false, update: { from: '南部县' }, differences: [{ key: 'suggest.reply.normal', before: { n: 3 }, after: { n: 2, source: '南部县办理规定第2条', who: '县里' } }] })
  expect(seen.moved.map((one) => [one.id, one.after])).toEqual([[second, '2026-05-01'], [first, '2026-05-02']])
  await town.get('rules.update', { file: file ?? '', adopt: true, move: [second] })
  expect([due(town, first)[0], due(town, second)[0]]).toEqual(['2026-06-02', '2026-05-01'])
  await town.get('rules.undo', {})
  expect([due(town, second)[0], (await town.get('rules.list', {})).own]).toEqual(['2026-06-01', []])

  const nonsense = join(stick, '照片.zrule')
  writeFileSync(nonsense, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]))
  expect(await town.ask('rules.update', { file: nonsense })).toMatchObject({ ok: false, code: 'not-rules' })
  expect(await town.ask('holidays.read', { file: nonsense })).toMatchObject({ ok: false, code: 'not-holidays' })
  expect(await town.ask('rules.update', { file: join(stick, 'nothing') })).toMatchObject({ ok: false, code: 'file-not-found' })
  writeFileSync(nonsense, readFileSync(file ?? '', 'utf8').replace('"n": 2', '"n": -2'))
  expect(await town.ask('rules.update', { file: nonsense, adopt: true })).toMatchObject({ ok: false, code: 'not-rules', detail: { fault: 'bad-value' } })
})

test('an update file of the same name that somebody worked on is put aside and not written over', async () => {
  const county = await makeOffice('county', '511321', '南部县', new Clock())
  await county.get('rules.set', { key: 'suggest.reply.normal', n: 2, source: '南部县办理规定第2条', who: '县里' })
  const file = join(folder(), '给各镇', '规则.zrule')
  expect(await county.get('rules.export', { to: file })).toEqual({ file, entries: 1, holidays: 0 })
  // As this office wrote it: there is nothing to keep.
  expect(await county.get('rules.export', { to: file })).toEqual({ file, entries: 1, holidays: 0 })
  writeFileSync(file, '张主任改过的')
  const aside = file.replace('.zrule', '（改过的）.zrule')
  expect(await county.get('rules.export', { to: file })).toEqual({ file, entries: 1, holidays: 0, aside })
  expect([readFileSync(aside, 'utf8'), readFileSync(file, 'utf8').includes('南部县办理规定第2条')]).toEqual(['张主任改过的', true])
})

test('the county sends rules with its receipt; nothing changes before the town adopts them, and what was refused does not come again', async () => {
  const { county, town, stick } = await paired()
  const id = await assigned(town, '2026-03-01', '2026-03-02')
  await county.get('rules.set', { key: 'suggest.reply.normal', n: 2, source: '南部县办理规定第2条', who: '县里' })
  await county.get('rules.export', { offer: true, title: '南部县2026年规则' })
  await trip({ county, stick }, town)
  const [offer] = (await town.get('rules.list', {})).offers
  expect(offer).toMatchObject({ title: '南部县2026年规则', from: '南部县' })
  expect([due(town, id)[0], (await town.get('rules.list', {})).own]).toEqual(['2026-06-02', []])
  expect((await town.get('rules.update', { offer: offer?.id ?? '' })).moved.map((one) => one.after)).toEqual(['2026-05-02'])
  expect(await town.get('rules.refuse', { offer: offer?.id ?? '' })).toEqual({ refused: true })
  await trip({ county, stick }, town)
  expect((await town.get('rules.list', {})).offers).toEqual([])
  // a newer one is a new offer
  await county.get('rules.set', { key: 'suggest.assign', n: 3, source: '南部县办理规定第1条', who: '县里' })
  await county.get('rules.export', { offer: true, title: '南部县2026年规则（二）' })
  await trip({ county, stick }, town)
  const [again] = (await town.get('rules.list', {})).offers
  await town.get('rules.update', { offer: again?.id ?? '', adopt: true, move: ['all'] })
  expect([due(town, id)[0], (await town.get('rules.list', {})).own, (await town.get('rules.list', {})).offers]).toEqual(['2026-05-02', ['suggest.reply.normal', 'suggest.assign'], []])
  expect(await town.ask('rules.export', { offer: true })).toMatchObject({ ok: false, code: 'wrong-role' })
})
