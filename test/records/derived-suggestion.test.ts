import { describe, expect, it } from 'vitest'
import type { Data } from '../../shared/fields'
import { withDerived } from '../../shared/records'
import { ruleBook } from '../../shared/rules/presets'
import { promiseState } from '../../shared/records/suggestion-parts'
import { facts, record } from './record-of'

/** What is shown of a suggestion with these answers: round, class, first answer, rating. */
function outcome(suggestion: Data, ...replies: readonly Data[]) {
  const rec = record('suggestion', 'x', { title: '修路', host: 'roads', ...suggestion })
  const lookup = facts(rec, ...replies.map((reply, index) => record('reply', `r${index}`, { suggestion: 'x', unit: 'roads', round: 1, ...reply })))
  const { round, result_class, reply_on, rate_result } = withDerived(rec, lookup, '2025-06-30', ruleBook(null)).fields
  return { round, result_class, reply_on, rate_result }
}

describe('what became of a suggestion', () => {
  it('nothing before the first answer', () => {
    expect(outcome({})).toEqual({ round: null, result_class: null, reply_on: null, rate_result: null })
  })

  it('an answer that nobody has rated yet', () => {
    expect(outcome({}, { reply_on: '2025-05-01', result_class: 'B' })).toEqual({ round: 1, result_class: 'B', reply_on: '2025-05-01', rate_result: null })
  })

  it('after a second round the last class and rating count, the first answer keeps its day', () => {
    expect(outcome({},
      { round: 2, reply_on: '2025-06-01', result_class: 'A', rate_result: '1' },
      { round: 1, reply_on: '2025-04-01', result_class: 'C', rate_result: '3' },
    )).toEqual({ round: 2, result_class: 'A', reply_on: '2025-04-01', rate_result: '1' })
  })

  it('while a second answer waits for its rating there is none', () => {
    expect(outcome({}, { round: 1, rate_result: '3' }, { round: 2, reply_on: '2025-06-01', result_class: 'B' }).rate_result).toBe(null)
  })

  it('the host’s answer counts, not that of a unit that helps', () => {
    expect(outcome({ mode: '2', cohosts: ['water'] },
      { reply_on: '2025-05-10', result_class: 'A', rate_result: '1' },
      { unit: 'water', reply_on: '2025-04-01', result_class: 'C', rate_result: '3' },
    )).toEqual({ round: 1, result_class: 'A', reply_on: '2025-05-10', rate_result: '1' })
  })

  it('with separate handling the least favourable class and rating and the later first answer count', () => {
    expect(outcome({ mode: '3', cohosts: ['water'] },
      { reply_on: '2025-04-01', result_class: 'A', rate_result: '1' },
      { unit: 'water', reply_on: '2025-05-10', result_class: 'B', rate_result: '2' },
    )).toEqual({ round: 1, result_class: 'B', reply_on: '2025-05-10', rate_result: '2' })
  })

  it('with separate handling one "dissatisfied" decides at once, "satisfied" only when all have spoken', () => {
    const mode = { mode: '3', cohosts: ['water'] }
    expect(outcome(mode, { rate_result: '1' }, { unit: 'water' }).rate_result).toBe(null)
    expect(outcome(mode, { rate_result: '3' }, { unit: 'water' }).rate_result).toBe('3')
  })

  it('with separate handling each unit’s last answer counts', () => {
    expect(outcome({ mode: '3', cohosts: ['water'] },
      { round: 1, result_class: 'A', rate_result: '1' },
      { round: 1, unit: 'water', result_class: 'C', rate_result: '3' },
      { round: 2, unit: 'water', result_class: 'B', rate_result: '2' },
    )).toMatchObject({ round: 2, result_class: 'B', rate_result: '2' })
  })

  it('after a change of host the earlier unit’s answer is what there is', () => {
    expect(outcome({}, { unit: 'before', reply_on: '2025-04-01', result_class: 'D' })).toMatchObject({ result_class: 'D', reply_on: '2025-04-01' })
  })
})

describe('a promise', () => {
  it.each([
    [{}, '未到期'],
    [{ due: '2025-07-01' }, '未到期'],
    [{ due: '2025-06-30' }, '已到期未落实'],
    [{ due: '2025-06' }, '已到期未落实'],
    [{ due: '2025-07' }, '未到期'],
    [{ due: '2025-01', done_on: '2025-06-01' }, '已落实'],
    [{ due: '2025-01', dropped_on: '2025-06-01' }, '已取消'],
  ])('%j is %s on 30 June 2025', (data, state) => {
    expect(promiseState(data, '2025-06-30')).toBe(state)
  })

  it('for a month is due on its last day, also in February', () => {
    expect(['2024-02-28', '2024-02-29'].map((day) => promiseState({ due: '2024-02' }, day))).toEqual(['未到期', '已到期未落实'])
  })
})
