import { describe, expect, test } from 'vitest'
import { town } from '../support/build'
import { around, ownEntry, passes, remindersOf, turnsLate } from './todo-around'

const bare = () => town({ term: null })
const assigned = [['待交办', '2025-03-05'], ['已交办', '2025-03-10']] as const

describe('units that handle suggestions', () => {
  test('a unit may hand back within ten days; all of one day are one line, and it passes by itself', () => {
    const t = bare()
    t.add('organisation', { name: '镇综合执法队' })
    t.suggestion('2025-03-01', { no: '19-闭-001', assigned_on: '2025-03-10', host: 'organisation-1' }, ...assigned)
    expect(around(t, '2025-03-20', 'suggest.return')).toEqual(passes('2025-03-20'))
    expect(remindersOf(t, '2025-03-15', 'suggest.return')[0]).toMatchObject({ title: '19-闭-001 关于修路的建议：承办单位要退回的，最后一天', owner: '镇综合执法队', action: { step: 'send_back' } })
    t.suggestion('2025-03-01', { assigned_on: '2025-03-10' }, ...assigned)
    expect(remindersOf(t, '2025-03-15', 'suggest.return').map(({ title, about, action }) => [title, about, action.type])).toEqual([['2件建议：承办单位要退回的，最后一天', null, 'suggestion']])
  })
  test('Chongqing and Henan count ten working days for it, Shandong five days', () => {
    const t = bare()
    t.suggestion('2025-03-01', { assigned_on: '2025-03-28' }, ['待交办', '2025-03-05'], ['已交办', '2025-03-28'])
    // 4 April (清明) to 6 April 2025 were off
    expect(around(t, '2025-04-14', 'suggest.return', { province: '重庆' })).toEqual(passes('2025-04-14'))
    expect(around(t, '2025-04-14', 'suggest.return', { province: '河南' })).toEqual(passes('2025-04-14'))
    expect(around(t, '2025-04-02', 'suggest.return', { province: '山东' })).toEqual(passes('2025-04-02'))
  })
  test('helping units give their opinion within a month; the one that was heard is not named', () => {
    const t = bare()
    const [farm, water] = [t.add('organisation', { name: '农业办' }), t.add('organisation', { name: '水管站' })]
    const id = t.suggestion('2025-01-20', { assigned_on: '2025-01-31', mode: '2', cohosts: [farm, water] }, ['待交办', '2025-01-25'], ['已交办', '2025-01-31'])
    expect(around(t, '2025-02-28', 'suggest.coOpinion')).toEqual(turnsLate('2025-02-28'))
    expect(around(t, '2025-03-31', 'suggest.coOpinion', { province: '浙江' })).toEqual(turnsLate('2025-03-31'))
    expect(around(t, '2025-03-17', 'suggest.coOpinion', { province: '重庆' })).toEqual(turnsLate('2025-03-17'))
    t.add('contact', { suggestion: id, date: '2025-02-10', unit: farm })
    expect(remindersOf(t, '2025-02-20', 'suggest.coOpinion').map(({ owner }) => owner)).toEqual(['水管站'])
    t.add('contact', { suggestion: id, date: '2025-02-11', unit: water })
    expect(remindersOf(t, '2025-02-20', 'suggest.coOpinion')).toEqual([])
  })
})

describe('a by-election (选举法第28至32条)', () => {
  const planned = (status: string, more: Record<string, string> = {}) => {
    const t = bare()
    t.add('constituency', { no: '3', level: '5', name: '石桥选区' })
    t.add('by_election', { constituency: 'constituency-1', vacant_on: '2025-01-10', vote_on: '2025-06-30', ...more }, ['出缺', '2025-01-10'], ...(status === '出缺' ? [] : [[status, '2025-02-01'] as const]))
    return t
  }
  test('the roll is published twenty days before the poll', () => {
    expect(around(planned('启动'), '2025-06-10', 'election.roll')).toEqual(turnsLate('2025-06-10'))
    expect(remindersOf(planned('出缺'), '2025-06-01', 'election.roll')[0]).toMatchObject({ title: '石桥选区补选：公布选民名单', who: '法律', source: '选举法第28条 · 选举日前20日', action: { step: 'start' } })
    expect(remindersOf(planned('选民登记'), '2025-06-01', 'election.roll')).toEqual([])
  })
  test('Zhejiang gives a by-election twelve days', () => {
    expect(around(planned('启动'), '2025-06-18', 'election.roll', { province: '浙江' })).toEqual(turnsLate('2025-06-18'))
  })
  test('candidates fifteen days before the poll, the formal ones seven', () => {
    expect(around(planned('选民登记'), '2025-06-15', 'election.candidates')).toEqual(turnsLate('2025-06-15'))
    expect(around(planned('提名', { candidates_on: '2025-06-14' }), '2025-06-23', 'election.formal')).toEqual(turnsLate('2025-06-23'))
    expect(remindersOf(planned('提名', { candidates_on: '2025-06-14', formal_on: '2025-06-20' }), '2025-06-21', 'election.formal')).toEqual([])
  })
  test('appeals for five days after the roll, their answer three days later; both pass by themselves', () => {
    const t = planned('选民登记', { roll_on: '2025-02-26' })
    expect(around(t, '2025-03-03', 'election.appeal')).toEqual(passes('2025-03-03'))
    expect(around(t, '2025-03-06', 'election.appealAnswer')).toEqual(passes('2025-03-06'))
  })
  test('the day of a poll that did not hold is no plan for the next one', () => {
    const t = bare()
    t.add('by_election', { vote_on: '2025-06-30' }, ['出缺', '2025-01-10'], ['提名', '2025-06-01'], ['启动', '2025-06-30', 'poll'])
    expect(remindersOf(t, '2025-07-01', 'election.roll')).toEqual([])
  })
})

describe('limits', () => {
  test('Chongqing wants the second answer to an inquiry two months after the session, Beijing three; nationally nothing is said', () => {
    const t = bare()
    t.add('session', { start_on: '2025-12-29', end_on: '2025-12-31' }, ['已闭会', '2025-12-31'])
    t.add('inquiry', { kind: '1', session: 'session-1', title: '饮水安全', target: '水管站' }, ['拟提', '2025-12-29'], ['再答复', '2025-12-30'])
    expect(around(t, '2026-02-28', 'inquiry.redoAnswer', { province: '重庆' })).toEqual(turnsLate('2026-02-28'))
    expect(around(t, '2026-03-31', 'inquiry.redoAnswer', { province: '北京' })).toEqual(turnsLate('2026-03-31'))
    expect(remindersOf(t, '2026-02-28', 'inquiry.redoAnswer')).toEqual([])
    expect(remindersOf(t, '2026-02-28', 'inquiry.redoAnswer', { province: '重庆' })[0]?.owner).toBe('水管站')
  })
  test('a session planned for one day where the office wants two', () => {
    const t = bare()
    t.add('session', { start_on: '2025-03-10', end_on: '2025-03-10' }, ['筹备', '2025-02-01'])
    const own = [ownEntry('congress.length', 2)]
    expect(around(t, '2025-03-10', 'congress.length', { own })).toEqual(passes('2025-03-10'))
    expect(remindersOf(t, '2025-03-01', 'congress.length', { province: '浙江' })).toEqual([])
  })
  test('a presidium of more or fewer members than usual', () => {
    const t = town()
    for (const mandate of t.deputies(6)) t.add('presidium_member', { mandate, from_on: '2021-12-20' })
    expect(remindersOf(t, '2025-06-01', 'presidium.size').map(({ title }) => title)).toEqual(['主席团现有6人，一般为7至13人'])
    expect(remindersOf(t, '2025-06-01', 'presidium.size', { province: '北京' })).toEqual([])
    t.add('presidium_member', { mandate: t.deputy(), from_on: '2021-12-20' })
    expect(remindersOf(t, '2025-06-01', 'presidium.size')).toEqual([])
  })
  test('an opinion without an agreed day is due after six months, clipped to the end of the month', () => {
    const t = bare()
    const id = t.add('follow_up', { topic: '校舍安全', sent_on: '2025-08-31' }, ['待交办', '2025-08-31'], ['已交办', '2025-08-31'])
    expect(around(t, '2026-02-28', 'followup.extend')).toEqual(turnsLate('2026-02-28'))
    expect(remindersOf(t, '2026-02-01', 'followup.extend').map((todo) => todo.id)).toEqual([`followup.extend:${id}`])
    const short = bare()
    short.add('follow_up', { topic: '校舍安全', sent_on: '2025-08-31', due_on: '2025-12-31' }, ['待交办', '2025-08-31'], ['已交办', '2025-08-31'])
    expect(remindersOf(short, '2026-02-01', 'followup.extend')).toEqual([])
  })
  test('letters handed on: told within fifteen days, closed within sixty (信访工作条例)', () => {
    const t = bare()
    t.add('letter', { subject: '邻里纠纷', received_on: '2024-01-31', handled: '1' })
    t.add('letter', { subject: '当场答复的', received_on: '2024-01-31', handled: '4' })
    expect(around(t, '2024-02-15', 'petition.notify')).toEqual(turnsLate('2024-02-15'))
    // 2024 is a leap year: 31 January + 60 days
    expect(around(t, '2024-03-31', 'petition.close')).toEqual(turnsLate('2024-03-31'))
    const told = bare()
    told.add('letter', { subject: '邻里纠纷', received_on: '2024-01-31', handled: '2', reply_on: '2024-02-10' })
    expect([remindersOf(told, '2024-02-20', 'petition.notify').length, remindersOf(told, '2024-02-20', 'petition.close').length]).toEqual([0, 1])
    const closed = bare()
    closed.add('letter', { subject: '邻里纠纷', received_on: '2024-01-31', handled: '2', closed_on: '2024-02-10' })
    expect(remindersOf(closed, '2024-05-01', 'petition.close')).toEqual([])
  })
})

describe('what each deputy does in a year', () => {
  const active = () => {
    const t = town()
    const [busy = '', idle = ''] = t.deputies(2)
    const event = t.add('activity', { kind: '09', start_on: '2025-02-03', half_days: 14 }, ['计划', '2025-02-01'], ['已开展', '2025-02-03'])
    t.add('participation', { event, mandate: busy, state: '1', half_days: 14 })
    t.add('participation', { event, mandate: idle, state: '2', half_days: 14 })
    return { t, busy, idle }
  }
  test('Zhejiang wants seven days of duty: from July on those with fewer are named', () => {
    const { t } = active()
    expect(remindersOf(t, '2025-06-30', 'deputy.days', { province: '浙江' })).toEqual([])
    expect(remindersOf(t, '2025-07-01', 'deputy.days', { province: '浙江' }).map(({ title, due_on, who }) => [title, due_on, who])).toEqual([['1名代表今年履职不足7天（代表2）', '2025-12-31', '省里']])
    expect(around(t, '2025-12-31', 'deputy.days', { province: '浙江' }).map((one) => one.map((word) => word.slice(0, 15)))).toEqual([['2025-12-31 soon'], ['2025-12-31 soon'], []])
    expect(remindersOf(t, '2025-07-01', 'deputy.days')).toEqual([])
  })
  test('Beijing wants two receptions of voters: a day at the site counts once', () => {
    const { t, busy } = active()
    t.add('voter_matter', { site: 'site-1', received_on: '2025-02-03', deputies: [busy] })
    expect(remindersOf(t, '2025-07-01', 'reception.min', { province: '北京' })[0]?.title).toBe('2名代表今年接待选民不足2次（代表1、代表2）')
    t.add('voter_matter', { site: 'site-1', received_on: '2025-05-09', deputies: [busy] })
    expect(remindersOf(t, '2025-07-01', 'reception.min', { province: '北京' })[0]?.title).toBe('1名代表今年接待选民不足2次（代表2）')
  })
})

describe('the calendar of the year', () => {
  test('a plan until the end of February, in a leap year its 29th', () => {
    const t = town()
    expect(around(t, '2024-02-29', 'year.plan')).toEqual(turnsLate('2024-02-29'))
    t.add('plan_item', { year: 2024, item: '视察' })
    expect([remindersOf(t, '2024-02-29', 'year.plan').length, remindersOf(t, '2025-01-01', 'year.plan').length]).toEqual([0, 1])
  })
  test('one reception a month where there is a place for it', () => {
    const t = town()
    expect(remindersOf(t, '2025-02-10', 'reception.monthly')).toEqual([])
    t.add('site', { name: '石桥联络站', built_on: '2022-01-01' })
    expect(around(t, '2025-04-30', 'reception.monthly').map((one) => one.map((word) => word.slice(0, 10)))).toEqual([['2025-04-30'], ['2025-04-30'], ['2025-05-31']])
    t.add('activity', { kind: '09', start_on: '2025-04-09' }, ['已开展', '2025-04-09'])
    expect(remindersOf(t, '2025-04-30', 'reception.monthly')).toEqual([])
  })
  test('in December the report, and the points that the county asks for', () => {
    const t = town()
    t.add('assessment', { year: 2025, item_no: '1' })
    expect([remindersOf(t, '2025-11-30', 'year.report').length, remindersOf(t, '2025-12-01', 'year.report').length]).toEqual([0, 1])
    expect(remindersOf(t, '2025-12-01', 'assessment.self').map(({ title }) => title)).toEqual(['目标考核：1项还没有自评'])
    t.add('document', { kind: '07', title: '2025年主席团工作报告' }, ['拟稿', '2025-12-01'])
    expect(remindersOf(t, '2025-12-02', 'year.report')).toEqual([])
  })
  test('the Party committee hears the congress twice a year and meets on its work once a term', () => {
    const t = town()
    t.add('party_log', { kind: '1', date: '2026-03-01' })
    expect(remindersOf(t, '2026-07-01', 'party.hear').map(({ title, who }) => [title, who])).toEqual([['党委今年听取人大工作汇报1次，应不少于2次', '县里']])
    expect(remindersOf(t, '2026-07-01', 'party.meeting').map(({ due_on }) => due_on)).toEqual(['2026-12-20'])
    t.add('party_log', { kind: '1', date: '2026-06-30' })
    t.add('party_log', { kind: '2', date: '2022-05-01' })
    expect([remindersOf(t, '2026-07-01', 'party.hear'), remindersOf(t, '2026-07-01', 'party.meeting')]).toEqual([[], []])
  })
  test('from October on what the law still wants of the year is one line', () => {
    const t = town()
    expect([remindersOf(t, '2025-09-30', 'year.duties').length, remindersOf(t, '2025-10-01', 'year.duties')[0]?.action]).toEqual([0, { label: '看清单', kind: 'open', screen: 'year' }])
  })
})
