import { describe, expect, it } from 'vitest'
import type { Facts } from '../../shared/facts'
import type { Data } from '../../shared/fields'
import type { Rec } from '../../shared/record'
import { declarations, titleOf, withDerived, type RecordTypeName } from '../../shared/records'
import { currentTerm, termOn } from '../../shared/records/term'
import { sessionQuorum } from '../../shared/records/session'
import { candidatesWithResult, voteResult as resultBy } from '../../shared/records/vote-result'
import { ruleBook } from '../../shared/rules/presets'
import type { RuleEntry } from '../../shared/rules/rule-book'
import { facts, record } from './record-of'

const today = '2025-06-30'
const voteResult = (data: Data): string | null => resultBy(data, majority)
const national = ruleBook(null)
const majority = national.entry('congress.majority')
const derived = (rec: Rec, lookup: Facts = facts(rec), day = today, rules = national): Data => declarations[rec.type as RecordTypeName].derive?.(rec, lookup, day, rules) ?? {}

describe('a term follows from its dates', () => {
  const terms = [
    record('term', 't18', { no: 18, first_meeting_on: '2016-12-20' }),
    record('term', 't19', { no: 19, first_meeting_on: '2021-12-20' }),
    record('term', 't20', { no: 20 }),
  ]
  const statusOf = (day: string) => terms.map((term) => withDerived(term, facts(...terms), day, national).status)

  it('exactly one is the present one on any day since the first', () => {
    expect(statusOf('2021-12-19')).toEqual(['现任', '筹备', '筹备'])
    expect(statusOf('2021-12-20')).toEqual(['已届满', '现任', '筹备'])
    expect(statusOf(today)).toEqual(['已届满', '现任', '筹备'])
  })

  it('its last day is not one of its days', () => {
    const ended = record('term', 't', { no: 19, first_meeting_on: '2021-12-20', end_on: '2026-12-20' })
    expect(['2026-12-19', '2026-12-20'].map((day) => termOn(facts(ended), day)?.id ?? null)).toEqual(['t', null])
    expect(currentTerm(facts(ended), '2027-01-01')?.id).toBe('t')
  })

  it('before any has begun, the one in preparation takes new records', () => {
    expect(currentTerm(facts(record('term', 't', { no: 1 })), today)?.id).toBe('t')
    expect(currentTerm(facts(), today)).toBe(null)
  })
})

describe('seats', () => {
  const constituency = record('constituency', 'c', { term: 't', level: '5', no: '1', seats: 3 })
  const deputy = (id: string, steps: readonly (readonly [string, string])[]) => record('mandate', id, { constituency: 'c', level: '5' }, steps)
  const inOffice = [['当选待确认', '2021-11-01'], ['在任', '2021-12-01']] as const

  it('are vacant less the deputies who hold one that day, the suspended included', () => {
    const lookup = facts(constituency, deputy('a', inOffice), deputy('b', [...inOffice, ['暂停执行职务', '2025-01-01']]), deputy('c1', [...inOffice, ['已终止', '2025-06-30']]))
    expect(derived(constituency, lookup)).toEqual({ vacancies: 1 })
    expect(derived(constituency, lookup, '2025-06-29')).toEqual({ vacancies: 0 })
  })

  it('are unknown until somebody enters them', () => {
    expect(derived(record('constituency', 'c', { term: 't', level: '5', no: '1' }))).toEqual({ vacancies: null })
  })
})

describe('a deputy', () => {
  const terms = [record('term', 't17', { no: 17 }), record('term', 't18', { no: 18 }), record('term', 't19', { no: 19 })]
  const now = record('mandate', 'm', { person: 'p', level: '5', term: 't19', nth: 1 }, [['在任', '2021-12-20']])

  it('belongs to the groups that list them that day', () => {
    const lookup = facts(now, ...terms,
      record('group', 'g1', { term: 't19', kind: '1', name: '第一小组', members: [{ mandate: 'm', to_on: '2023-12-31' }] }),
      record('group', 'g2', { term: 't19', kind: '1', name: '第二小组', members: [{ mandate: 'm', from_on: '2024-01-01' }] }),
      record('group', 'g3', { term: 't19', kind: '3', name: '青山代表团', members: [{ mandate: 'm' }] }))
    expect(derived(now, lookup)).toEqual({ group: '第二小组', delegation: '青山代表团', is_presidium: false, is_reelected: false })
    expect(derived(now, lookup, '2023-12-31')).toMatchObject({ group: '第一小组' })
  })

  it('sits in the presidium while the row says so, both days included', () => {
    const lookup = facts(now, ...terms, record('presidium_member', 'x', { mandate: 'm', from_on: '2025-01-01', to_on: '2025-06-30' }))
    expect(['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01'].map((day) => derived(now, lookup, day)['is_presidium'])).toEqual([false, true, true, false])
  })

  it('is re-elected after a mandate of the same level in the term before, not of another or an earlier one', () => {
    const before = (fields: Data, status = '卸任') => facts(now, ...terms, record('mandate', 'old', { person: 'p', level: '5', nth: 1, ...fields }, [[status, '2021-12-20']]))
    expect(derived(now, before({ term: 't18' }))['is_reelected']).toBe(true)
    expect(derived(now, before({ term: 't17' }))['is_reelected']).toBe(false)
    expect(derived(now, before({ term: 't18', level: '4' }))['is_reelected']).toBe(false)
    expect(derived(now, before({ term: 't18' }, '当选无效'))['is_reelected']).toBe(false)
  })
})

describe('a session counts who came', () => {
  const rows = (states: readonly Data[]) => states.map((fields, index) => record('attendance', `a${index}`, { session: 's', mandate: `m${index}`, ...fields }))
  const session = (total?: number) => record('session', 's', { term: 't', no: 1, ...(total === undefined ? {} : { total_deputies: total }) })

  it('leave that was refused is absence', () => {
    const s = session(6)
    expect(derived(s, facts(s, ...rows([{ state: '1' }, { state: '1' }, { state: '2', approved: true }, { state: '3' }, { state: '4', approved: false }, { state: '5' }])))).toEqual({
      present: 2, on_leave: 2, absent: 2, quorum_ok: false,
    })
  })

  it.each([[60, 39, false], [60, 40, true], [61, 40, false], [61, 41, true], [62, 41, false], [62, 42, true]])('of %i deputies, %i make a quorum: %s (two thirds, 组织法第14条)', (total, present, quorum) => {
    expect(sessionQuorum(present, total, national.entry('congress.quorum'))).toBe(quorum)
  })

  it('says nothing of a quorum before the number of deputies is known', () => {
    expect(derived(session())).toEqual({ present: 0, on_leave: 0, absent: 0, quorum_ok: null })
  })

  it('by the rules of its own town: another share asks for other numbers', () => {
    const changed = (key: string, n: number, of: number) => ruleBook(null, [{ ...national.entry(key), n, of } satisfies RuleEntry])
    const s = session(6)
    const five = facts(s, ...rows(Array.from({ length: 4 }, () => ({ state: '1' }))))
    expect([derived(s, five)['quorum_ok'], derived(s, five, today, changed('congress.quorum', 3, 4))['quorum_ok']]).toEqual([true, false])
    const meeting = record('presidium_meeting', 'p', { term: 't', no: 1, members_total: 9 })
    const came = facts(meeting, ...Array.from({ length: 5 }, (_, index) => record('participation', `x${index}`, { event: 'p', mandate: `m${index}`, state: '1' })))
    expect([derived(meeting, came)['quorum_ok'], derived(meeting, came, today, changed('presidium.quorum', 2, 3))['quorum_ok']]).toEqual([true, false])
    const vote = record('vote', 'v', { kind: '1', total: 60, for_count: 35 })
    expect([derived(vote)['result'], derived(vote, facts(vote), today, changed('congress.majority', 2, 3))['result']]).toEqual(['1', '2'])
  })

  it('of the presidium needs more than half of its members, listeners do not count', () => {
    const meeting = record('presidium_meeting', 'p', { term: 't', no: 1, members_total: 9 })
    const come = (n: number) => Array.from({ length: n }, (_, index) => record('participation', `x${index}`, { event: 'p', mandate: `m${index}`, state: '1' }))
    const listener = record('participation', 'y', { event: 'p', mandate: 'z', state: '1', role: '4' })
    const away = record('participation', 'w', { event: 'p', mandate: 'v', state: '2' })
    expect(derived(meeting, facts(meeting, ...come(4), listener, away))).toEqual({ present: 4, on_leave: 1, absent: 0, quorum_ok: false })
    expect(derived(meeting, facts(meeting, ...come(5)))).toEqual({ present: 5, on_leave: 0, absent: 0, quorum_ok: true })
  })
})

describe('a vote needs more than half of all deputies (组织法第25条)', () => {
  const vote = (for_count: number, total: number) => voteResult({ kind: '1', total, for_count, present: 40 })

  it.each([[30, 60, '2'], [31, 60, '1'], [30, 59, '1'], [29, 59, '2']])('%i ayes of %i: %s', (ayes, total, result) => {
    expect(vote(ayes, total)).toBe(result)
  })

  it('all of those present are not enough when too few came', () => {
    expect(voteResult({ kind: '1', total: 60, present: 30, for_count: 30, against_count: 0, abstain_count: 0 })).toBe('2')
  })

  it('has no result before it was counted', () => {
    expect([voteResult({ kind: '1', total: 60 }), voteResult({ kind: '1', for_count: 31 }), voteResult({ kind: '2', total: 60, candidates: [{ name: '张三' }] })]).toEqual([null, null, null])
  })

  const election = (seats: number, counts: readonly number[], more: Data = {}): Data => ({
    kind: '2', total: 60, seats, candidates: counts.map((for_count, index) => ({ name: `候选人${index + 1}`, for_count })), ...more,
  })
  const elected = (data: Data) => candidatesWithResult(data, majority).flatMap((row) => (row['elected'] === true ? [row['name']] : []))

  it('elects those above half, the best first, as many as there are seats', () => {
    expect(elected(election(2, [31, 50, 40, 30]))).toEqual(['候选人2', '候选人3'])
    expect(voteResult(election(2, [31, 50, 40, 30]))).toBe('3')
  })

  it('leaves equal votes at the last seat to another ballot', () => {
    expect(elected(election(2, [50, 40, 40]))).toEqual(['候选人1'])
    expect(voteResult(election(2, [50, 40, 40]))).toBe('5')
  })

  it('equal votes do not matter while there are seats for all of them', () => {
    expect(elected(election(2, [40, 40]))).toEqual(['候选人1', '候选人2'])
  })

  it('fills too few seats: the rest is elected again; none at all: nobody is elected', () => {
    expect(voteResult(election(2, [40, 30]))).toBe('5')
    expect(voteResult(election(1, [30, 30]))).toBe('4')
  })

  it('is invalid with more ballots back than handed out, and then elects nobody', () => {
    const invalid = election(1, [50], { issued: 55, collected: 56 })
    expect([voteResult(invalid), elected(invalid)]).toEqual(['6', []])
  })

  it('on projects passes where one is above half', () => {
    expect(voteResult({ ...election(1, [31, 20]), kind: '3' })).toBe('1')
    expect(voteResult({ ...election(1, [30, 20]), kind: '3' })).toBe('2')
  })

  it('shows its result and who is elected beside what was decided otherwise', () => {
    const rec = record('vote', 'v', election(1, [40], { result_override: '6', override_reason: '复核' }))
    expect(derived(rec)).toEqual({ result: '3', candidates: [{ name: '候选人1', for_count: 40, elected: true }] })
  })
})

describe('other computed values', () => {
  it('a bill is in time up to its last day, unknown without one', () => {
    const bill = (fields: Data) => derived(record('bill', 'b', fields))['in_time']
    expect([bill({ received_on: '2025-01-10', deadline_on: '2025-01-10' }), bill({ received_on: '2025-01-11', deadline_on: '2025-01-10' }), bill({ received_on: '2025-01-11' })]).toEqual([true, false, null])
  })

  it('a project was a candidate once it was nominated, also when it failed since', () => {
    const project = (steps: readonly (readonly [string, string])[]) => derived(record('livelihood_project', 'l', {}, steps))['candidate']
    expect([project([['征集', '2025-01-01'], ['初选', '2025-01-05']]), project([['征集', '2025-01-01'], ['候选', '2025-01-05'], ['票决未通过', '2025-02-01']]), project([['完工', '2020-01-01']])]).toEqual([false, true, true])
  })

  it('an activity knows the matters and suggestions that came of it', () => {
    const activity = record('activity', 'a', { kind: '09', title: '接待日' })
    const lookup = facts(activity, record('voter_matter', 'v', { activity: 'a' }), record('suggestion', 's', { source_ref: 'a' }), record('suggestion', 'other', { source_ref: 'b' }))
    expect(derived(activity, lookup)).toEqual({ matters: ['v', 's'] })
  })

  it('a score is the sum of what was counted and what people added, graded from 90, 80 and 60 points', () => {
    const score = (...tenths: readonly number[]) => derived(record('score', 's', { items: tenths.map((auto_tenths) => ({ item: '培训', auto_tenths, manual_tenths: -10 })) }))
    expect([score(910), score(909), score(809), score(609), score()]).toEqual([
      { final_tenths: 900, grade: '1' }, { final_tenths: 899, grade: '2' }, { final_tenths: 799, grade: '3' }, { final_tenths: 599, grade: '4' }, { final_tenths: null, grade: null },
    ])
  })
})

describe('titles', () => {
  const lookup = facts(
    record('office', 'o', { code: '511321101', name: '青山镇' }), record('term', 't', { no: 19 }), record('person', 'p', { name: '张三' }),
    record('mandate', 'm', { person: 'p' }), record('suggestion', 's', { no: '19-3-015', title: '关于修路的建议' }),
  )
  const title = (type: string, fields: Data) => titleOf(record(type, 'id', fields), lookup)

  it('are what people call a record', () => {
    expect(title('session', { term: 't', no: 12 })).toBe('青山镇第十九届人民代表大会第十二次会议')
    expect(title('presidium_meeting', { term: 't', no: 3 })).toBe('第十九届主席团第三次会议')
    expect(title('mandate', { person: 'p' })).toBe('张三')
    expect(title('presidium_member', { mandate: 'm', role: '1' })).toBe('张三 主席')
    expect(title('suggestion', { no: '19-3-015', title: '关于修路的建议' })).toBe('19-3-015 关于修路的建议')
    expect(title('reply', { suggestion: 's', round: 2 })).toBe('关于修路的建议 第2轮答复')
    expect(title('recall', { kind: '4', target: 'm' })).toBe('辞去代表 张三')
    expect(title('budget', { year: 2025, kind: '1' })).toBe('2025年 代表活动经费')
  })

  it('fall back on the id', () => {
    expect([title('suggestion', {}), title('from_the_future', { title: 'x' })]).toEqual(['id', 'id'])
  })
})

it('a constituency that is called by its number says it once', () => {
  const title = (no: string, name: string): string => declarations.constituency.title({ no, name }, facts())
  expect([title('10', '第10选区'), title('2', '第二选区（太平村）'), title('12', '第十二选区'), title('3', '石桥选区')]).toEqual(['第10选区', '第二选区（太平村）', '第十二选区', '3选区 石桥选区'])
})
