import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computeAll, drill, figures, indicators } from '../../shared/indicators'
import { checks } from '../../shared/indicators/checks'
import { valueOf } from '../../shared/indicators/figures'
import type { Data } from '../../shared/fields'
import { town, type Asked, type Town, type Went } from '../support/build'

type Broken = readonly (readonly [id: string, records: readonly string[]])[]

const failed = (t: Town, period = '2025', asked: Asked = {}): Broken => checks(t.question(period, asked)).filter((check) => !check.ok).map(({ id, ids }) => [id, ids ?? []] as const)

const of = (t: Town, id: string, period = '2025') => checks(t.question(period)).find((check) => check.id === id)

describe('the identities of B.11', () => {
  test('an empty town breaks none, and says where nothing applies', () => {
    const all = checks(town({ term: null }).question('2025'))
    expect(all.map(({ id, ok }) => [id, ok])).toEqual(Array.from({ length: 22 }, (_, i) => [`C${String(i + 1).padStart(2, '0')}`, true]))
    expect(all.filter(({ detail }) => detail === '不适用').map(({ id }) => id)).toEqual(['C15', 'C16', 'C17', 'C18', 'C19', 'C20', 'C22'])
  })

  test('C01 names the deputy whose end has no ground', () => {
    const t = town()
    t.deputies(3)
    const lost = t.deputy({}, ['当选待确认', '2021-12-20'], ['在任', '2021-12-20'], ['已终止', '2025-05-01', 'end'])
    expect(failed(t)).toEqual([['C01', [lost]]])
    expect(of(t, 'C01')?.detail).toBe('期初＋增加－减少 4 ≠ 期末实有 3')
  })

  test('C08 names the suggestion that was passed on without saying where', () => {
    const t = town()
    const lost = t.suggestion('2025-03-01', {}, ['已转出', '2025-03-05'])
    expect(failed(t)).toEqual([['C08', [lost]]])
  })

  test('C11 names the suggestion raised at no known time', () => {
    const t = town()
    const lost = t.suggestion('2025-03-01', { accept: '1', period: '' }, ['待交办', '2025-03-05'])
    expect(failed(t)).toEqual([['C11', [lost]]])
  })

  test('C13 names the suggestion with a rating that is none', () => {
    const t = town()
    const odd = t.suggestion('2025-03-01', { accept: '1', host: 'organisation-1', assigned_on: '2025-03-10', due_on: '2025-06-10' }, ['待交办', '2025-03-05'], ['已交办', '2025-03-10'], ['待反馈', '2025-05-01'])
    t.add('reply', { suggestion: odd, round: 1, unit: 'organisation-1', reply_on: '2025-05-01', result_class: 'A', rate_result: '7' })
    expect(failed(t)).toEqual([['C13', [odd]]])
  })

  test('C14 names the suggestion whose log is out of order', () => {
    const t = town()
    const odd = t.suggestion('2025-03-10', { accept: '1' }, ['待交办', '2025-02-20'])
    expect(failed(t, '2025-01-01..2025-02-28')).toEqual([['C14', [odd]]])
  })

  test('C21 names the supervision of an unknown form', () => {
    const t = town()
    const odd = t.add('supervision', { form: '77', topic: '议题', start_on: '2025-05-10' }, ['计划', '2025-05-01'], ['实施', '2025-05-10'])
    expect(failed(t)).toEqual([['C21', [odd]]])
  })

  test('C20 counts vacancies by constituency where all seats are known and add up to the quota', () => {
    const t = town({ term: { no: 19, first_meeting_on: '2021-12-20', quota: 3 } })
    t.add('constituency', { term: t.term, level: '5', no: '1', seats: 2 })
    const second = t.add('constituency', { term: t.term, level: '5', no: '2', seats: 1 })
    t.deputy({ constituency: 'constituency-1' })
    t.deputy({ constituency: second })
    expect(of(t, 'C20')).toEqual({ id: 'C20', ok: true, detail: '名额－实有 1 ＝ 各选区缺额合计 1' })
    const lost = t.deputy()
    expect(failed(t)).toEqual([['C20', [lost]]])
    t.add('constituency', { term: t.term, level: '5', no: '3', seats: 1 })
    expect(of(t, 'C20')?.detail).toBe('不适用')
  })
})

describe('a figure that is off by one', () => {
  test('breaks the identity that it stands in, and no other figure hides it', () => {
    const t = town({ term: { no: 19, first_meeting_on: '2021-12-20', quota: 3 } })
    t.add('constituency', { term: t.term, level: '5', no: '1', seats: 3 })
    t.deputy({ constituency: 'constituency-1' })
    const question = t.question('2025')
    const brokenBy = (id: string) => {
      const measures = new Map(computeAll(question))
      measures.set(id, { ...measures.get(id), ids: undefined, value: 77 })
      return checks(question, measures).filter((check) => !check.ok).map((check) => check.id)
    }
    const brokenByPart = (id: string) => {
      const measures = new Map(computeAll(question))
      const computed = measures.get(id)
      const [first, ...others] = computed?.parts ?? []
      measures.set(id, { ...computed, parts: [{ key: first?.key ?? '', name: '', value: 77 }, ...others] })
      return checks(question, measures).filter((check) => !check.ok).map((check) => check.id)
    }
    expect(Object.fromEntries(['B3.13', 'B5.01', 'B5.09', 'B5.19', 'B5.39', 'B1.06', 'B6.01'].map((id) => [id, brokenBy(id)]))).toEqual({
      'B3.13': ['C01'], 'B5.01': ['C08'], 'B5.09': ['C12'], 'B5.19': ['C13'], 'B5.39': ['C14'], 'B1.06': ['C20'], 'B6.01': ['C21'],
    })
    expect(brokenBy('B5.02')).toEqual(['C08', 'C09', 'C10', 'C11'])
    expect(['B2.01', 'B2.02', 'B2.03', 'B2.04', 'B2.06', 'B2.08', 'B5.07', 'B5.08', 'B5.03'].map(brokenByPart))
      .toEqual([['C02'], ['C03'], ['C04'], ['C05'], ['C06'], ['C07'], ['C09'], ['C10'], ['C11']])
  })
})

describe('identities inside single records', () => {
  const vote = (fields: Data): Broken => {
    const t = town({ term: null })
    t.add('vote', { meeting: 'session-1', subject: '决议', ...fields })
    return failed(t)
  }
  const ballot = { kind: '1', method: '2', total: 60, present: 50, issued: 50, collected: 49, valid: 48, invalid: 1, for_count: 40, against_count: 5, abstain_count: 3 }

  test('C15: the columns of a ballot add up to the valid ballots, a show of hands to no more than those present', () => {
    expect([vote(ballot), vote({ ...ballot, for_count: 41 }), vote({ ...ballot, abstain_count: null })]).toEqual([[], [['C15', ['vote-1']]], []])
    const hands = { kind: '1', method: '1', total: 60, present: 50, for_count: 45, against_count: 3, abstain_count: 2 }
    expect([vote(hands), vote({ ...hands, abstain_count: 3 })]).toEqual([[], [['C15', ['vote-1']]]])
  })

  test('C16: no more ballots come back than were handed out, to no more than were present', () => {
    expect([vote({ ...ballot, invalid: 2 }), vote({ ...ballot, issued: 48 }), vote({ ...ballot, present: 49 }), vote({ ...ballot, total: 49 })])
      .toEqual([[['C16', ['vote-1']]], [['C16', ['vote-1']]], [['C16', ['vote-1']]], [['C16', ['vote-1']]]])
  })

  test('C17: nobody gets more votes than there are valid ballots, all together no more than the seats allow', () => {
    const election = { kind: '2', method: '2', total: 60, present: 50, issued: 50, collected: 50, valid: 50, invalid: 0, seats: 1 }
    const names = (...votes: readonly number[]) => ({ candidates: votes.map((for_count, i) => ({ name: `候选人${i}`, for_count, against_count: 0, abstain_count: 0 })) })
    expect([vote({ ...election, ...names(30, 20) }), vote({ ...election, ...names(51) }), vote({ ...election, ...names(30, 20), other_names: [{ name: '另选', for_count: 1 }] })])
      .toEqual([[], [['C17', ['vote-1']]], [['C17', ['vote-1']]]])
  })

  test('C18: every deputy in office on the first day is accounted for', () => {
    const t = town()
    const deputies = t.deputies(3)
    t.add('session', { term: t.term, no: 1, title: '第一次会议', start_on: '2025-01-08', total_deputies: 3 }, ['筹备', '2025-01-01'], ['进行中', '2025-01-08'])
    deputies.slice(0, 2).forEach((mandate) => t.add('attendance', { session: 'session-1', mandate, state: '1' }))
    expect([failed(t), of(t, 'C18')?.detail]).toEqual([[['C18', ['session-1']]], '第一次会议：实到＋请假＋缺席 2，应到 3'])
    t.add('attendance', { session: 'session-1', mandate: deputies[2] as string, state: '5' })
    expect(failed(t)).toEqual([])
  })

  test('C19: each deputy once, in a known state, in office that day', () => {
    const rows = (...given: readonly (readonly [mandate: string, state: string])[]) => {
      const t = town()
      t.deputies(2)
      t.deputy({}, ['当选待确认', '2025-06-01'], ['在任', '2025-06-15'])
      t.add('activity', { kind: '07', title: '小组活动', start_on: '2025-05-10' }, ['计划', '2025-05-01'], ['已开展', '2025-05-10'])
      given.forEach(([mandate, state]) => t.add('participation', { event: 'activity-1', mandate, state }))
      return failed(t)
    }
    expect(rows(['mandate-1', '1'], ['mandate-2', '3'])).toEqual([])
    expect([rows(['mandate-1', '1'], ['mandate-1', '2']), rows(['mandate-1', '9']), rows(['mandate-3', '1'])]).toEqual([[['C19', ['activity-1']]], [['C19', ['activity-1']]], [['C19', ['activity-1']]]])
  })
})

/** A believable random town: whatever the dates and codes, as long as the steps allow them. */
const days = fc.integer({ min: 0, max: 1460 }).map((n) => new Date(Date.UTC(2022, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))

const later = (start: string, gaps: readonly number[], statuses: readonly string[]): readonly Went[] => {
  let at = Date.parse(`${start}T00:00:00Z`)
  return statuses.map((status, i) => {
    at += (gaps[i] ?? 1) * 86_400_000
    return [status, new Date(at).toISOString().slice(0, 10)]
  })
}

const pathsOfDeputies: readonly (readonly [string, ...string[]])[] = [
  ['在任'], ['在任', '已终止'], ['在任', '暂停执行职务', '在任'], ['在任', '辞职待大会表决', '在任'], ['在任', '终止待公告', '已终止'], ['当选无效'], ['在任', '卸任'], ['卸任'], ['已终止'],
]
const pathsOfSuggestions: readonly (readonly string[])[] = [
  ['已提出'], ['已提出', '待交办', '已交办', '待反馈', '已评价', '已办结'], ['已提出', '草稿', '已提出', '待交办'], ['已提出', '已并案'], ['已提出', '待交办', '已并案'],
  ['已提出', '不立案'], ['已提出', '已转出'], ['已提出', '已撤回'], ['已提出', '待交办', '已交办', '已撤回'],
]

const deputy = fc.record({
  path: fc.constantFrom(...pathsOfDeputies), start: days, gaps: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 8, maxLength: 8 }),
  end_reason: fc.constantFrom('1', '2a', '2b', '3', '4', '5', '6', '7', '8'), elect_kind: fc.constantFrom('1', '2'), sex: fc.constantFrom('0', '1', '2', '9', ''),
  ethnic: fc.constantFrom('', '01', '06', '97'), birth: fc.constantFrom('', '1950-01', '1980-06', '1999-12'), party: fc.constantFrom('', '01', '02', '03', '07', '12', '13'),
  edu: fc.constantFrom('', '11', '21', '33', '41', '61', '71', '83', '90'), occupation: fc.constantFrom('', '01', '02', '05', '09'),
})
const suggestion = fc.record({
  path: fc.constantFrom(...pathsOfSuggestions), start: days, gaps: fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 8, maxLength: 8 }),
  period: fc.constantFrom('1', '2'), field: fc.constantFrom('', '01', '16'), away: fc.constantFrom('4', '5'), cls: fc.constantFrom('A', 'B', 'C', 'D', ''), rate: fc.constantFrom('', '1', '2', '3'),
})

describe('whatever happens in a town', () => {
  test('all identities hold in every period, and a drill of a count has as many records as its figure', () => {
    fc.assert(fc.property(fc.array(deputy, { maxLength: 12 }), fc.array(suggestion, { maxLength: 12 }), days, fc.integer({ min: 0, max: 800 }), (deputies, suggestions, from, length) => {
      const t = town()
      for (const { path, start, gaps, ...fields } of deputies) t.deputy({ ...fields, confirm_on: start }, ['当选待确认', start], ...later(start, gaps, path))
      for (const { path, start, gaps, away, cls, rate, ...fields } of suggestions) {
        const log = later(start, [0, ...gaps], path)
        const accept = path.includes('待交办') ? '1' : path.includes('已转出') ? away : ''
        const replied = log.find(([status]) => status === '待反馈')?.[1]
        const id = t.add('suggestion', { title: '建议', raised_on: start, accept, host: 'organisation-1', ...fields }, ['草稿', start], ...log)
        if (replied) t.add('reply', { suggestion: id, round: 1, unit: 'organisation-1', reply_on: replied, result_class: cls, rate_result: rate })
      }
      const to = new Date(Date.parse(`${from}T00:00:00Z`) + length * 86_400_000).toISOString().slice(0, 10)
      const question = t.question(`${from}..${to}`, { asAt: to })
      expect(checks(question).filter((check) => !check.ok)).toEqual([])
      for (const [id, computed] of computeAll(question)) {
        if (computed.value === undefined && !computed.quotient) expect([id, drill(question, id)?.length]).toEqual([id, valueOf(computed)])
        for (const part of computed.parts ?? []) {
          if (part.value === undefined && !part.quotient) expect([id, part.key, drill(question, `${id}/${part.key}`)?.length]).toEqual([id, part.key, valueOf(part)])
        }
      }
    }), { numRuns: 60 })
  })

  test('every indicator is printed once and in order, and the same records give the same figures', () => {
    const t = town()
    t.deputies(5)
    const ids = figures(t.question('2025')).map(({ id }) => id)
    const groups = [14, 16, 16, 17, 39, 19, 7, 24, 10, 11]
    expect(ids).toEqual(groups.flatMap((count, i) => Array.from({ length: count }, (_, n) => `B${i + 1}.${String(n + 1).padStart(2, '0')}`)))
    expect(ids.length).toBe(indicators.length)
    expect(figures(t.question('2025'))).toEqual(figures(t.question('2025')))
  })
})
