import { describe, expect, test } from 'vitest'
import { routeOfTodo } from '../../renderer/state/todo-action'
import { town } from '../support/build'
import { remindersOf } from './todo-around'

const seated = [['当选待确认', '2021-12-20'], ['在任', '2021-12-20', 'confirm']] as const
const brief = (t: ReturnType<typeof town>, today: string, rule: string) =>
  remindersOf(t, today, rule).map(({ title, due_on, state, action }) => [title, due_on, state, action.step ?? action.type])

describe('a seat that waits for the congress', () => {
  test('a written resignation is voted at the next session, and late once a session passed without it (选举法第55条)', () => {
    const t = town()
    t.deputy({ name: '何秀兰', event_on: '2025-03-10' }, ...seated, ['辞职待大会表决', '2025-03-10', 'resign'])
    expect(brief(t, '2025-03-09', 'mandate.resignation')).toEqual([])
    expect(brief(t, '2025-03-10', 'mandate.resignation')).toEqual([['何秀兰：书面辞职，待人代会表决', '2025-12-31', 'later', 'vote_resignation']])
    t.add('session', { term: t.term, no: 5, start_on: '2025-07-08' }, ['筹备', '2025-04-01'])
    expect(brief(t, '2025-06-20', 'mandate.resignation')).toEqual([['何秀兰：书面辞职，待人代会表决', '2025-07-08', 'soon', 'vote_resignation']])
    const met = town()
    met.deputy({ name: '何秀兰', event_on: '2025-03-10' }, ...seated, ['辞职待大会表决', '2025-03-10', 'resign'])
    met.add('session', { term: met.term, no: 5, start_on: '2025-07-08', end_on: '2025-07-09' }, ['筹备', '2025-04-01'], ['已闭会', '2025-07-09'])
    expect([brief(met, '2025-07-09', 'mandate.resignation')[0]?.slice(1, 3), brief(met, '2025-07-10', 'mandate.resignation')[0]?.slice(1, 3)]).toEqual([['2025-07-09', 'soon'], ['2025-07-09', 'late']])
  })

  test('an end that was reported is announced by the congress; an announced one is not reminded of (代表法第63条)', () => {
    const t = town()
    t.deputy({ name: '陈国梁', report_on: '2025-03-10', event_on: '2025-02-01', end_reason: '1' }, ...seated, ['终止待公告', '2025-03-10', 'report_end'])
    t.deputy({ name: '吴月琴', report_on: '2025-03-10', event_on: '2025-02-01', end_reason: '1' }, ...seated, ['终止待公告', '2025-03-10', 'report_end'], ['已终止', '2025-05-01', 'end'])
    expect(brief(t, '2025-06-01', 'mandate.announce')).toEqual([['陈国梁：资格终止，待人代会公告', '2025-12-31', 'later', 'end']])
  })
})

describe('a seat that waits for the voters (选举法第57条)', () => {
  const vacant = () => {
    const t = town()
    const place = t.add('constituency', { term: t.term, level: '5', no: '3', name: '石桥选区', seats: 2 })
    const gone = t.deputy({ name: '何秀兰', constituency: place }, ...seated, ['已终止', '2025-03-10', 'die'])
    return { t, place, gone }
  }
  test('is named until a by-election is on record', () => {
    const { t, place, gone } = vacant()
    expect([brief(t, '2025-03-09', 'seat.vacant'), brief(t, '2025-03-10', 'seat.vacant')]).toEqual([[], [['石桥选区出缺（何秀兰）：还没有登记补选', '2025-12-31', 'later', 'by_election']]])
    t.add('by_election', { constituency: place, vacancy: gone, vacant_on: '2025-03-10' }, ['出缺', '2025-03-10'])
    expect(brief(t, '2025-04-01', 'seat.vacant')).toEqual([])
  })
  test('its button begins the by-election with all that is known of the seat', () => {
    const t = town()
    const place = t.add('constituency', { term: t.term, level: '5', no: '3', name: '石桥选区', seats: 2 })
    const gone = t.deputy({ name: '何秀兰', constituency: place, end_reason: '7' }, ...seated, ['已终止', '2025-03-10', 'die'])
    const [todo] = remindersOf(t, '2025-03-12', 'seat.vacant')
    const preset = { constituency: place, vacancy: gone, vacant_on: '2025-03-10', reason: '7' }
    expect(todo?.action.preset).toEqual(preset)
    expect(todo === undefined ? null : routeOfTodo(todo)).toEqual({ screen: 'edit', type: 'by_election', preset })
  })
  test('a called-off by-election leaves it vacant; a seat filled by somebody, or a new term already elected, ends it', () => {
    const { t, place, gone } = vacant()
    t.add('by_election', { constituency: place, vacancy: gone, vacant_on: '2025-03-10' }, ['出缺', '2025-03-10'], ['已取消', '2025-05-01'])
    expect(brief(t, '2025-06-01', 'seat.vacant').length).toBe(1)
    const filled = vacant()
    filled.t.deputies(2, { constituency: filled.place })
    expect(brief(filled.t, '2025-06-01', 'seat.vacant')).toEqual([])
    t.add('term', { no: 20, elected_on: '2025-11-01', first_meeting_on: '2025-12-20' })
    expect([brief(t, '2025-10-31', 'seat.vacant').length, brief(t, '2025-11-01', 'seat.vacant').length]).toEqual([1, 0])
  })
  test('a deputy typed in as ended long ago asks for nothing', () => {
    const t = town()
    const place = t.add('constituency', { term: t.term, level: '5', no: '3', seats: 2 })
    t.deputy({ constituency: place, as_history: true }, ['当选待确认', '2021-12-20'], ['已终止', '2023-03-10', 'add'])
    expect(brief(t, '2025-06-01', 'seat.vacant')).toEqual([])
  })
})
