import { expect, test } from 'vitest'
import { declarations } from '../../shared/records'
import type { Data } from '../../shared/fields'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

/** A town with two deputies in office. */
async function townOfTwo(): Promise<{ readonly town: Office; readonly he: string; readonly shao: string; readonly term: string }> {
  const town = await makeOffice('town', qingshi, '青石镇', new Clock())
  const term = town.store.lookup().all('term')[0]?.id ?? ''
  const elect = async (name: string): Promise<string> => {
    const person = await town.add('person', { name, sex: '2', birth: '1978-03' })
    return town.add('mandate', { person, term, level: '5', nth: 1, confirm_on: '2021-12-20', as_history: true, status: '在任' })
  }
  return { town, he: await elect('何秀兰'), shao: await elect('邵长明'), term }
}

const rowsOf = async (town: Office, mandate: string, year: number | null): Promise<Readonly<Record<string, readonly string[]>>> => {
  const { parts } = await town.get('deputies.duty', { mandate, ...(year === null ? {} : { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` }) })
  return Object.fromEntries(parts.filter(({ key }) => key !== 'basics').map(({ label, rows }) => [label, rows.map(({ type, title, note }) => `${type} ${title}（${note}）`).sort()]))
}

// A.24: nobody writes a duty file; it is filled by what was recorded once, wherever that was.
test('one of everything a deputy can take part in stands in its part of the duty file, once, and in nobody else’s', async () => {
  const { town, he, shao, term } = await townOfTwo()
  const held = async (type: string, status: string, fields: Data): Promise<string> => {
    const event = await town.add(type, { ...fields, as_history: true, status })
    await town.add('participation', { event, mandate: he, state: '1' })
    return event
  }
  const session = await town.add('session', { term, no: 1, start_on: '2026-01-08', as_history: true, status: '已闭会' })
  await town.add('attendance', { session, mandate: he, state: '1' })
  await held('presidium_meeting', '已结束', { term, no: 3, held_on: '2026-01-15' })
  await held('supervision', '实施', { form: '03', topic: '视察饮水工程', start_on: '2026-01-20' })
  await held('activity', '已开展', { kind: '03', title: '随县人大视察河道', start_on: '2026-01-21' })
  await held('activity', '已开展', { kind: '11', title: '评议供电所', start_on: '2026-01-22' })
  await town.add('participation', { event: await town.add('training', { title: '学习代表法', start_on: '2026-02-01' }), mandate: he, state: '1' })
  await held('activity', '已开展', { kind: '06', title: '听县里讲课', start_on: '2026-02-02' })
  await held('activity', '已开展', { kind: '07', title: '小组座谈', start_on: '2026-02-03' })
  await held('activity', '取消', { kind: '07', title: '没有开成', start_on: '2026-02-04' })
  await held('activity', '已开展', { kind: '08', title: '走访石桥村', start_on: '2026-02-05' })
  await held('activity', '已开展', { kind: '10', title: '在村里口头述职', start_on: '2026-02-06' })
  const village = await town.add('village', { name: '石桥村' })
  await town.add('voter_matter', { received_on: '2026-02-07', deputies: [he], content: '路灯不亮', channel: '1' })
  await town.add('visit', { date: '2026-02-08', mandates: [he], kind: '1', topic: '问春耕', persons: 3 })
  await town.add('pairing', { mandate: he, village, household_no: 2, from_on: '2025-03-01' })
  await town.add('suggestion', { title: '关于修路的建议', lead: he, raised_on: '2026-02-09', as_history: true, status: '已提出' })
  await town.add('suggestion', { title: '关于路灯的建议', lead: shao, cosign: [he], raised_on: '2026-02-10', as_history: true, status: '已提出' })
  await town.add('bill', { title: '关于护林的议案', lead: shao, cosign: [he], received_on: '2026-01-08', as_history: true, status: '审查' })
  await town.add('inquiry', { kind: '2', title: '询问供水', lead: he, raised_on: '2026-01-09', as_history: true, status: '已提出' })
  await town.add('inquiry', { kind: '2', title: '还没有提的询问', lead: he })
  const debrief = await town.add('debrief', { mandate: he, date: '2026-02-11', place: '石桥村', as_history: true, status: '已述职' })
  await town.add('rating', { about: debrief, round: 1, satisfied: 30, basically: 2, dissatisfied: 0 })
  await town.add('deed', { mandate: he, kind: '1', title: '帮助修渠', date: '2026-02' })

  expect(await rowsOf(town, he, 2026)).toEqual({
    出席会议: ['presidium_meeting 主席团第3次会议（出席）', expect.stringMatching(/^session .*第.次会议（出席）$/u)],
    视察调研: ['activity 评议供电所（评议测评 · 出席）', 'activity 随县人大视察河道（视察 · 出席）', 'supervision 视察饮水工程（视察 · 出席）'],
    学习培训: ['activity 听县里讲课（学习培训 · 出席）', 'training 学习代表法（出席）'],
    小组活动: ['activity 小组座谈（小组活动 · 出席）'],
    联系选民: ['activity 走访石桥村（联系走访选民 · 出席）', 'pairing 结对石桥村第2户（双联结对）', expect.stringMatching(/^visit 问春耕（走访 3 人次）$/u), expect.stringMatching(/^voter_matter 路灯不亮（接待 · /u)],
    议案建议: ['bill 关于护林的议案（联名议案 · 审查）', 'inquiry 询问供水（领衔询问 · 已提出）', expect.stringMatching(/^suggestion .*关于修路的建议（领衔 · 已提出）$/u), expect.stringMatching(/^suggestion .*关于路灯的建议（联名 · 已提出）$/u)],
    述职与事迹: ['activity 在村里口头述职（向选民述职 · 出席）', 'debrief 向选民述职（石桥村）（已述职 · 满意 30、基本满意 2、不满意 0）', 'deed 帮助修渠（办实事）'],
  })
  // The other deputy has what that deputy signed, and nothing else; another year has the pairing only, which began in it.
  expect(Object.values(await rowsOf(town, shao, 2026)).flat().map((row) => row.split(' ')[0])).toEqual(['bill', 'suggestion'])
  expect(Object.values(await rowsOf(town, he, 2025)).flat()).toEqual(['pairing 结对石桥村第2户（双联结对）'])
  expect(Object.values(await rowsOf(town, he, null)).flat()).toHaveLength(19)
  expect(Object.values(await rowsOf(town, he, 2024)).flat()).toEqual([])
})

/** Registers that name deputies for another reason than what they did as deputies. */
const otherwise: Readonly<Record<string, string>> = {
  group: 'stands in the first part', site: 'stands in the first part', presidium_member: 'an office, not an act', session: 'who presided and proposed; who came is attendance', presidium_meeting: 'who proposed; who came is participation',
  supervision: 'who led; who came is participation', recall: 'whom it is about and who moved it', by_election: 'who left and who came', visitor: 'private, never outside the town', score: 'points are off unless an office wants them', expense: 'money, in the funds',
}
const sources = ['attendance', 'participation', 'suggestion', 'bill', 'inquiry', 'voter_matter', 'visit', 'pairing', 'debrief', 'deed']

test('a new register that names deputies is put into the duty file, or it is said why it is not', () => {
  const named = Object.values(declarations).filter(({ fields }) => Object.values(fields).some((field) => field.to?.includes('mandate') === true)).map(({ type }) => type)
  expect(named.filter((type) => !sources.includes(type) && otherwise[type] === undefined)).toEqual([])
  expect([...sources, ...Object.keys(otherwise)].filter((type) => !named.some((one) => one === type))).toEqual([])
})
