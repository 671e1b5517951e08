import { describe, expect, it } from 'vitest'
import { figures } from '../../shared/indicators'
import { belowRule } from '../../shared/indicators/below'
import { ruleBook } from '../../shared/rules/presets'
import { town } from '../support/build'

/** One congress, three presidium meetings, one activity of a group. */
function thinYear() {
  const t = town({ term: { no: 19, first_meeting_on: '2021-12-20' } })
  t.add('session', { term: t.term, no: 3, kind: '2', start_on: '2025-02-10', end_on: '2025-02-10', total_deputies: 50 }, ['筹备', '2025-01-01'], ['已闭会', '2025-02-10'])
  for (const month of ['02', '05', '09']) t.add('presidium_meeting', { term: t.term, held_on: `2025-${month}-20` }, ['筹备', '2025-01-01'], ['已结束', `2025-${month}-20`])
  const group = t.add('group', { term: t.term, kind: '1', name: '第一代表小组' })
  t.add('activity', { title: '小组活动', kind: '07', group, start_on: '2025-03-03' }, ['计划', '2025-01-01'], ['已开展', '2025-03-03'])
  return { t, group }
}
const said = (from: string, to: string, asAt: string, rules = ruleBook('浙江', [], [])) => {
  const { t, group } = thinYear()
  const year = figures({ ...t.question('2025'), period: { from, to } })
  return belowRule(year, { from, to }, asAt, rules).map(({ path, says }) => [path.replace(group, '小组'), says])
}

describe('figures of a year that stay below what the rules ask for', () => {
  it('are told when the year is over: congresses, presidium meetings, and each group by the province', () => {
    expect(said('2025-01-01', '2025-12-31', '2026-01-10')).toEqual([['B4.01', '少于每年2次'], ['B4.13', '少于每年4次'], ['B8.05/小组', '少于每年3次']])
  })

  it('are nothing while the year goes on, of half a year, or of a whole term', () => {
    expect([said('2025-01-01', '2025-12-31', '2025-11-30'), said('2025-01-01', '2025-06-30', '2026-01-10'), said('2021-12-20', '2025-12-31', '2026-01-10')]).toEqual([[], [], []])
  })

  it('follow the office’s own rules', () => {
    const own = ruleBook(null, [{ ...ruleBook(null, [], []).entry('congress.usual'), n: 1 }, { ...ruleBook(null, [], []).entry('presidium.min'), n: null }], [])
    expect(said('2025-01-01', '2025-12-31', '2026-01-10', own)).toEqual([])
  })
})
