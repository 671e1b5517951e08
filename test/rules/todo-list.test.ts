import { describe, expect, test } from 'vitest'
import { ruleBook } from '../../shared/rules/presets'
import { defaultSettings } from '../../shared/rules/rule-book'
import type { Todo } from '../../shared/todos/todo'
import { todos } from '../../shared/todos/todos'
import { addDays } from '../../shared/rules/calendar'
import { town, type Town } from '../support/build'

/** To-dos of one rule (data quality apart), as they stand on `today`. */
const list = (t: Town, today: string, rule?: string, province: string | null = null): readonly Todo[] =>
  todos(t.facts(), { today, rules: ruleBook(province), settings: defaultSettings }).filter((todo) => (rule === undefined ? todo.rule !== 'quality' : todo.rule === rule))

/** [id, due day, state, days, button] on the day before, the day and the day after a due day. */
const around = (t: Town, due: string, rule: string, province: string | null = null) => [-1, 0, 1].map((shift) =>
  list(t, addDays(due, shift), rule, province).map(({ id, due_on, state, days, action }) => [id, due_on, state, days, action.step ?? action.type ?? action.id]))

const bare = () => town({ term: null })

const open = [['待交办', '2025-03-05'], ['已交办', '2025-03-10']] as const

describe('tasks and the list as a whole', () => {
  test('a task that a person typed, and one that was put off', () => {
    const t = bare()
    t.add('task', { title: '订会议室', due_on: '2025-05-10', owner: '干事' }, ['待办', '2025-05-01'])
    t.add('task', { title: '写简报', due_on: '2025-05-01', snoozed_to: '2025-06-01', snooze_reason: '等材料' }, ['待办', '2025-04-01'])
    expect(around(t, '2025-05-10', 'task.due').flat().map((row) => row.slice(0, 4))).toEqual([
      ['task.due:task-1', '2025-05-10', 'soon', 1], ['task.due:task-1', '2025-05-10', 'soon', 0], ['task.due:task-1', '2025-05-10', 'late', -1],
    ])
    expect(list(t, '2025-06-01').map(({ id, due_on }) => [id, due_on])).toEqual([['task.due:task-1', '2025-05-10'], ['task.due:task-2', '2025-06-01']])
  })

  test('a reminder that was finished, cancelled or put off is not shown again', () => {
    const build = (fields: Record<string, string>, status: string) => {
      const t = bare()
      const id = t.suggestion('2025-03-01', { assigned_on: '2025-03-10', due_on: '2025-06-10' }, ...open)
      t.add('task', { title: '答复', rule: 'suggest.reply.normal', about: id, due_on: '2025-06-10', ...fields }, ['待办', '2025-06-01'], ...(status === '待办' ? [] : [[status, '2025-06-02'] as const]))
      return (today: string) => list(t, today).map(({ id: todo }) => todo)
    }
    const finished = build({}, '完成')
    const snoozed = build({ snoozed_to: '2025-06-20' }, '待办')
    const other = build({ due_on: '2025-05-01' }, '完成')
    expect([finished('2025-06-15'), snoozed('2025-06-19'), snoozed('2025-06-20'), other('2025-06-15')])
      .toEqual([[], [], ['suggest.reply.normal:suggestion-1'], ['suggest.reply.normal:suggestion-1']])
  })

  test('data quality is one line with its counts', () => {
    const t = town({ term: { no: 19, name: '第十九届', first_meeting_on: '2021-12-20', quota: 1 } })
    t.add('person', { name: '张三' })
    const quality = todos(t.facts(), { today: '2025-06-01', rules: ruleBook(null), settings: defaultSettings }).filter(({ rule }) => rule === 'quality')
    expect(quality).toMatchObject([{ id: 'quality', title: '数据质量：待补7处', due_on: '2025-12-31', state: 'later', action: { kind: 'open', type: 'person' } }])
  })

  test('late first, and always in the same order', () => {
    const t = town()
    t.deputies(2)
    for (const due of ['2025-06-10', '2025-05-10', '2025-07-10', '2025-05-10']) t.suggestion('2025-03-01', { assigned_on: '2025-03-10', due_on: due }, ...open)
    const all = list(t, '2025-06-01')
    expect(all.map(({ days }) => days)).toEqual([...all.map(({ days }) => days)].sort((a, b) => a - b))
    expect(all).toEqual(list(t, '2025-06-01'))
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  test('an empty office has nothing to do', () => {
    expect(todos(bare().facts(), { today: '2025-06-01', rules: ruleBook(null), settings: defaultSettings })).toEqual([])
  })
})
