import { expect, test } from 'vitest'
import type { Data } from '../../shared/fields'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

/** 第十九届 of 青石镇 with six deputies in three constituencies, a group, a presidium of two and one deputy of the county. */
async function town(): Promise<{ office: Office; mandates: readonly string[] }> {
  const clock = new Clock()
  clock.ms = Date.parse('2026-11-25T09:00:00+08:00')
  const office = await makeOffice('town', qingshi, '青石镇', clock)
  const places: string[] = []
  for (const [no, name] of [['1', '石桥'], ['2', '柳溪'], ['3', '镇直']] as const) places.push(await office.add('constituency', { level: '乡', no, name, seats: 2, voters: 900 }))
  const mandates: string[] = []
  for (const [at, name] of ['周维安', '何秀兰', '陈国梁', '邵长明', '吴月琴', '丁永福'].entries()) {
    const person = await office.add('person', { name })
    mandates.push(await office.add('mandate', { person, level: '乡', nth: 1, elect_kind: '换届选举', constituency: places[at >> 1] ?? '', elected_on: '2021-12-01', confirm_on: '2021-12-20', as_history: true, status: '在任' }))
  }
  await office.add('group', { kind: '代表小组', name: '石桥小组', leader: mandates[0] ?? '', members: mandates.slice(0, 3).map((mandate) => ({ mandate })) as never })
  for (const mandate of mandates.slice(0, 2)) await office.add('presidium_member', { mandate, from_on: '2021-12-20', role: '成员' })
  const county = await office.add('person', { name: '马玉珍' })
  await office.add('mandate', { person: county, level: '县', nth: 1, confirm_on: '2021-12-28', as_history: true, status: '在任' })
  await office.set(await idOf(office, 'term'), { quota: 6 })
  return { office, mandates }
}

const idOf = async (office: Office, type: string): Promise<string> => (await office.get('record.list', { type })).rows[0]?.id ?? ''

const list = async (office: Office, at?: string) =>
  (await office.get('deputies.list', at === undefined ? { level: '5' } : { level: '5', at })).rows.filter((row) => ['在任', '暂停执行职务', '辞职待大会表决', '终止待公告'].includes(row.status)).map((row) => row.name).sort()

const figure = async (office: Office, id: string, year: number, asAt?: string) =>
  (await office.get('stats.get', { from: `${year}-01-01`, to: `${year}-12-31`, ...(asAt === undefined ? {} : { as_at: asAt }) })).indicators.find((one) => one.id === id)?.value

const wrongChecks = async (office: Office, year: number) => (await office.get('stats.get', { from: `${year}-01-01`, to: `${year}-12-31` })).checks.filter((check) => !check.ok)

/** The next term: four re-elected, two new, all in the constituencies of before. */
async function make(office: Office, mandates: readonly string[], more: Data = {}) {
  const plan = await office.get('term.plan', {})
  return office.ask('term.make', {
    no: plan.next_no, elected_on: '2026-11-20', quota: 6,
    constituencies: plan.constituencies.map(({ id, no }) => ({ from: id, no })),
    reelected: mandates.slice(0, 4).map((mandate, at) => ({ mandate, constituency: String((at >> 1) + 1) })),
    newcomers: [{ name: '郭永生', constituency: '3' }, { name: '林志强', constituency: '3' }],
    groups: plan.groups.map(({ id }) => ({ from: id })), ...more,
  })
}

test('the plan shows the term, who sits in it, where, and in which group', async () => {
  const { office, mandates } = await town()
  const plan = await office.get('term.plan', {})
  expect({ ...plan, deputies: plan.deputies.length, constituencies: plan.constituencies.map((one) => [one.no, one.name, one.seats]), groups: plan.groups.map((one) => [one.name, one.members]), current: plan.current?.no }).toEqual({
    today: '2026-11-25', current: 19, ends_on: '2026-12-20', next: null, next_no: 20, deputies: 6, upper: 1, presidium: 2, by_elections: 0,
    constituencies: [['1', '石桥', 2], ['2', '柳溪', 2], ['3', '镇直', 2]], groups: [['石桥小组', 3]],
  })
  expect(plan.deputies.find((one) => one.name === '周维安')).toMatchObject({ mandate: mandates[0], status: '在任' })
})

test('the next term is made with people re-elected by a tick and nobody typed twice; the old term goes on until the first meeting', async () => {
  const { office, mandates } = await town()
  const people = (await office.get('record.list', { type: 'person' })).total
  const made = await make(office, mandates)
  expect(made).toMatchObject({ ok: true, value: { deputies: 6, reelected: 4, newcomers: 2, constituencies: 3, groups: 1 } })
  expect((await office.get('record.list', { type: 'person' })).total).toBe(people + 2)
  expect(await list(office)).toEqual(['丁永福', '何秀兰', '吴月琴', '周维安', '邵长明', '陈国梁'])
  const plan = await office.get('term.plan', {})
  expect([plan.current?.no, plan.next?.no, plan.next?.deputies.map((one) => [one.name, one.reelected]).sort()]).toEqual([
    19, 20, [['何秀兰', true], ['周维安', true], ['林志强', false], ['郭永生', false], ['邵长明', true], ['陈国梁', true]].sort(),
  ])
  const group = (await office.get('record.list', { type: 'group' })).rows.find((row) => row.fields['term'] === plan.next?.id)
  expect([(group?.fields['members'] as readonly unknown[]).length, typeof group?.fields['leader']]).toEqual([3, 'string'])
  // again adds nobody, one more newcomer is added to those of before
  expect(await make(office, mandates)).toMatchObject({ ok: true })
  expect([(await office.get('record.list', { type: 'constituency' })).total, (await office.get('term.plan', {})).next?.deputies.length]).toEqual([6, 6])
  expect(await make(office, mandates, { newcomers: [{ name: '郭永生', constituency: '3' }, { name: '孙小梅', constituency: '3' }] as never })).toMatchObject({ ok: true })
  expect([(await office.get('term.plan', {})).next?.deputies.length, (await office.get('record.list', { type: 'person' })).total]).toEqual([7, people + 3])
  expect((await office.get('record.list', { type: 'term' })).total).toBe(2)
})

test('the first meeting closes the old term and opens the new one; the old one is read as it was, for ever', async () => {
  const { office, mandates } = await town()
  // data quality (B10) is of today, everything else of its year
  const lastYear = async () => (await office.get('stats.get', { from: '2025-01-01', to: '2025-12-31', as_at: '2025-12-31' })).indicators.filter((one) => !one.id.startsWith('B10'))
  const before = await lastYear()
  const made = await make(office, mandates)
  if (!made.ok) throw new Error(JSON.stringify(made))
  office.clock.forward(30)
  const opened = await office.get('term.open', { term: made.value.term, on: '2026-12-22', confirm_on: '2026-12-18' })
  expect(opened).toMatchObject({ expired: 6, confirmed: 6, called_off: 0 })
  expect(await list(office)).toEqual(['何秀兰', '周维安', '林志强', '邵长明', '郭永生', '陈国梁'])
  expect(await list(office, '2026-12-21')).toEqual(['丁永福', '何秀兰', '吴月琴', '周维安', '邵长明', '陈国梁'])
  expect(await list(office, '2025-12-31')).toEqual(['丁永福', '何秀兰', '吴月琴', '周维安', '邵长明', '陈国梁'])
  const plan = await office.get('term.plan', {})
  expect([plan.current?.no, plan.current?.first_meeting_on, plan.next, plan.upper, plan.presidium]).toEqual([20, '2026-12-22', null, 1, 0])
  const old = (await office.get('record.list', { type: 'term' })).rows.find((row) => row.fields['no'] === 19)
  expect(old?.fields).toMatchObject({ end_on: '2026-12-22', status: '已届满' })
  expect(await lastYear()).toEqual(before)
  expect(await wrongChecks(office, 2026)).toEqual([])
  expect(await figure(office, 'B2.10', 2026)).toBe(4)
  // one press takes the whole change back
  await office.get('record.undo', { id: made.value.term, version: opened.version })
  expect([await list(office), (await office.get('term.plan', {})).current?.no]).toEqual([['丁永福', '何秀兰', '吴月琴', '周维安', '邵长明', '陈国梁'], 19])
})

test('a first meeting whose planned day has come still waits to be opened', async () => {
  const { office, mandates } = await town()
  const made = await make(office, mandates, { first_meeting_on: '2026-11-25' })
  if (!made.ok) throw new Error(JSON.stringify(made))
  const plan = await office.get('term.plan', {})
  expect([plan.current?.no, plan.next?.no, plan.next?.deputies.length, plan.deputies.length]).toEqual([19, 20, 6, 6])
  office.clock.forward(2)
  expect(await office.get('term.open', { term: made.value.term, on: '2026-11-26' })).toMatchObject({ expired: 6, confirmed: 6 })
  expect([(await office.get('term.plan', {})).current?.no, await list(office, '2026-11-25'), await list(office, '2026-11-26')]).toEqual([
    20, ['丁永福', '何秀兰', '吴月琴', '周维安', '邵长明', '陈国梁'], ['何秀兰', '周维安', '林志强', '邵长明', '郭永生', '陈国梁'],
  ])
})

test('what cannot be is refused with its field and changes nothing', async () => {
  const { office, mandates } = await town()
  const refused = async (more: Data) => {
    const answer = await make(office, mandates, more)
    return answer.ok ? 'made' : [answer.code, answer.field]
  }
  expect(await refused({ elected_on: '2026-12-01' })).toEqual(['date-future', 'elected_on'])
  expect(await refused({ elected_on: '2021-01-01' })).toEqual(['date-order', 'elected_on'])
  expect(await refused({ first_meeting_on: '2026-11-01' })).toEqual(['date-order', 'first_meeting_on'])
  expect(await refused({ no: 19 })).toEqual(['already-exists', 'no'])
  expect(await refused({ reelected: [{ mandate: mandates[0] ?? '', constituency: '9' }] as never })).toEqual(['ref-not-found', 'constituency'])
  expect((await office.get('record.list', { type: 'term' })).total).toBe(1)
  const made = await make(office, mandates)
  if (!made.ok) throw new Error('not made')
  expect(await office.ask('term.open', { term: made.value.term, on: '2026-12-01' })).toMatchObject({ ok: false, code: 'date-future' })
  expect(await office.ask('term.open', { term: made.value.term, on: '2026-11-01' })).toMatchObject({ ok: false, code: 'date-order' })
  expect(await office.ask('term.open', { term: made.value.term, on: '2026-11-22', confirm_on: '2026-11-23' })).toMatchObject({ ok: false, code: 'date-order', field: 'confirm_on' })
})

test('last year’s table never changes when deputies leave, groups and the presidium change and a station closes this year', async () => {
  const { office, mandates } = await town()
  const [zhou = '', he = '', chen = '', shao = '', wu = ''] = mandates
  const site = await office.add('site', { kind: '代表联络站', name: '石桥联络站', built_on: '2022-05-01' })
  const village = await office.add('village', { name: '石桥村', kind: '行政村', active_from: '2020-01-01', population: 1200 })
  const all = async () => (await office.get('stats.get', { from: '2025-01-01', to: '2025-12-31', as_at: '2025-12-31' })).indicators.filter((one) => !one.id.startsWith('B10'))
  const roster = async () => (await office.get('deputies.list', { at: '2025-12-31' })).rows.map((row) => [row.name, row.status, row.group, row.post, row.constituency])
  const [before, people, changes] = [await all(), await roster(), await office.get('deputies.changes', { from: '2025-01-01', to: '2025-12-31' })]
  expect(before.filter((one) => ['B1.01', 'B1.05', 'B1.10', 'B1.12'].includes(one.id)).map((one) => one.value)).toEqual([1, 6, 2, 1])

  const step = (name: string, id: string, fields: Data) => office.get('step.run', { step: name, id, fields })
  await step('resign', he, { event_on: '2026-02-01' })
  await step('vote_resignation', he, { congress_on: '2026-03-05', passed: true })
  await step('report_end', chen, { report_on: '2026-03-01', event_on: '2026-01-10', end_reason: '1' })
  await step('end', chen, { congress_on: '2026-03-05' })
  await step('suspend', shao, { event_on: '2026-04-01', suspend_reason: 'S1' })
  await step('die', wu, { event_on: '2026-07-07' })
  await office.set(await idOf(office, 'group'), { members: [{ mandate: zhou, to_on: '2026-05-01' }, { mandate: he, to_on: '2026-03-05' }, { mandate: chen, to_on: '2026-01-10' }, { mandate: shao, from_on: '2026-05-02' }] as never })
  for (const rec of (await office.get('record.list', { type: 'presidium_member' })).rows) await office.set(rec.id, { to_on: '2026-06-30' })
  await office.set(site, { closed_on: '2026-08-01' })
  await office.set(village, { active_to: '2026-08-31' })

  expect([await list(office), (await office.get('stats.get', { from: '2026-01-01', to: '2026-12-31' })).indicators.filter((one) => ['B1.01', 'B1.05', 'B1.10', 'B1.12'].includes(one.id)).map((one) => one.value)]).toEqual([['丁永福', '周维安', '邵长明'], [0, 3, 0, 0]])
  expect(await all()).toEqual(before)
  expect(await roster()).toEqual(people)
  expect(await office.get('deputies.changes', { from: '2025-01-01', to: '2025-12-31' })).toEqual(changes)
})

test('a year with every change of deputies and a term change keeps every identity', async () => {
  const { office, mandates } = await town()
  const [zhou = '', he = '', chen = '', shao = '', wu = '', ding = ''] = mandates
  const step = (name: string, id: string, fields: Data) => office.get('step.run', { step: name, id, fields })
  // resignation with the congress's vote, termination with the legal steps, suspension and return, death, by-election
  await step('resign', he, { event_on: '2026-02-01' })
  await step('vote_resignation', he, { congress_on: '2026-03-05', passed: true, announce_no: '〔十九届〕第8号' })
  await step('report_end', chen, { report_on: '2026-03-01', event_on: '2026-02-10', end_reason: '1' })
  await step('end', chen, { congress_on: '2026-03-05', announce_no: '〔十九届〕第9号' })
  await step('suspend', shao, { event_on: '2026-04-01', suspend_reason: 'S1' })
  await step('resume', shao, { resume_on: '2026-06-01' })
  await step('die', wu, { event_on: '2026-07-07' })
  expect(await list(office)).toEqual(['丁永福', '周维安', '邵长明'])
  expect((await office.get('deputies.list', { level: '5', at: '2026-05-01' })).rows.find((row) => row.name === '邵长明')?.status).toBe('暂停执行职务')

  const places = (await office.get('term.plan', {})).constituencies
  const poll = await office.add('by_election', { constituency: places[0]?.id ?? '', vacancy: he, vacant_on: '2026-03-05', reason: '2a', vote_on: '2026-09-10' })
  await step('start', poll, { reported_on: '2026-07-01' })
  await step('register', poll, { roll_on: '2026-08-10', voters: 900 })
  await step('nominate', poll, { candidates_on: '2026-08-20', formal_on: '2026-09-01', candidates: [{ name: '苏小娟', nominated_by: '3', nominators: 12, formal: true }] as never })
  await step('poll', poll, { vote_on: '2026-09-10', turnout: 700, candidates: [{ name: '苏小娟', nominated_by: '3', nominators: 12, formal: true, votes: 500 }, { name: '王某', nominated_by: '4', formal: true, votes: 100 }] as never })
  await step('review', poll, { review_on: '2026-09-12' })
  // the presidium's confirmation makes the deputy: nobody is typed a second time, and one press takes all of it back
  expect(await office.ask('term.elect', { id: poll, confirmed_on: '2026-09-11' })).toMatchObject({ ok: false, code: 'date-order' })
  expect(await office.ask('term.elect', { id: poll, confirmed_on: '2026-09-15', name: '王某' })).toMatchObject({ ok: false, code: 'ref-not-found', field: 'name' })
  const once = await office.get('term.elect', { id: poll, confirmed_on: '2026-09-15' })
  await office.get('record.undo', { id: poll, version: once.version })
  expect([await list(office), office.rec(poll)?.status, (await office.get('record.list', { type: 'person', text: '苏小娟' })).total]).toEqual([['丁永福', '周维安', '邵长明'], '资格审查', 0])
  const { mandate: su } = await office.get('term.elect', { id: poll, confirmed_on: '2026-09-15', cert_no: '19-061' })
  expect(office.rec(su)).toMatchObject({ status: '在任', fields: { elect_kind: '2', votes: 500, elected_on: '2026-09-10', confirm_on: '2026-09-15', cert_no: '19-061', nth: 1 } })
  await step('publish', poll, { published_on: '2026-09-16' })
  expect(await list(office)).toEqual(['丁永福', '周维安', '苏小娟', '邵长明'])
  // a second vacancy is still open when the term ends
  await office.add('by_election', { constituency: places[1]?.id ?? '', vacancy: chen, vacant_on: '2026-02-10', reason: '1' })

  const made = await make(office, [zhou, shao, ding, su])
  if (!made.ok) throw new Error(JSON.stringify(made))
  office.clock.forward(30)
  expect(await office.get('term.open', { term: made.value.term, on: '2026-12-22' })).toMatchObject({ expired: 4, confirmed: 6, called_off: 1 })
  expect(await wrongChecks(office, 2026)).toEqual([])
  expect(await Promise.all(['B1.05', 'B3.03', 'B3.04', 'B3.11', 'B3.02', 'B3.12'].map((id) => figure(office, id, 2026)))).toEqual([6, 1, 1, 1, 1, 1])
  // the table of changes names each with its ground and the days of its legal steps; the whole term is one line each way
  const table = await office.get('deputies.changes', { from: '2026-01-01', to: '2026-12-31' })
  expect([table.before, table.more, table.less, table.after]).toEqual([6, 7, 7, 6])
  expect(table.rows.map((row) => [row.date, row.who, row.kind, row.ground, row.course.map(({ label, day }) => `${label} ${day}`).join('；'), row.announce_no])).toEqual([
    ['2026-02-10', '陈国梁', '资格终止', '迁出或者调离本行政区域（代表法第62条第一项）', '事由发生 2026-02-10；资格审查委员会报告 2026-03-01；大会公告 2026-03-05', '〔十九届〕第9号'],
    ['2026-03-05', '何秀兰', '资格终止', '辞职被接受（代表法第62条第二项）', '书面辞职 2026-02-01；大会表决 2026-03-05', '〔十九届〕第8号'],
    ['2026-04-01', '邵长明', '暂停执行职务', '羁押受侦查起诉审判（代表法第61条第一项）', '', ''],
    ['2026-06-01', '邵长明', '恢复执行职务', '代表法第61条', '', ''],
    ['2026-07-07', '吴月琴', '去世', '去世', '去世 2026-07-07', ''],
    ['2026-09-15', '苏小娟', '补选', '选举法第57条', '当选 2026-09-10；资格确认 2026-09-15', ''],
    ['2026-12-22', '第十九届4名代表', '届满卸任', '代表法第2条', '', ''],
    ['2026-12-22', '第二十届6名代表', '换届当选', '选举法第47条', '', ''],
  ])
  expect(await figure(office, 'B3.13', 2026)).toBe(table.after)
  const first = await office.get('deputies.changes', { from: '2026-01-01', to: '2026-02-28' })
  expect(first.rows.map((row) => [row.date, row.who, row.kind])).toEqual([['2026-02-01', '何秀兰', '辞职，待大会表决'], ['2026-02-10', '陈国梁', '资格终止']])
  expect(await office.ask('deputies.changes', { from: '2026-03-01', to: '2026-02-28' })).toMatchObject({ ok: false, code: 'date-order' })
  // and so does the roster of any day
  expect([await list(office, '2026-03-06'), await list(office, '2026-08-01'), await list(office, '2026-12-21')]).toEqual([
    ['丁永福', '吴月琴', '周维安', '邵长明'], ['丁永福', '周维安', '邵长明'], ['丁永福', '周维安', '苏小娟', '邵长明'],
  ])
})
