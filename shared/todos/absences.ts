/**
 * 未经批准两次不出席本级人代会 ends a deputy's mandate (代表法第62条第三项). Whether the two must be consecutive and whether special sessions
 * count is not in the law: all counts are shown, and nothing ends by itself.
 */
import { deputiesAt } from '../measures/deputies-at'
import { absentUnapproved } from '../measures/meetings-of'
import { reached } from '../measures/status-moves'
import { textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import type { Todo } from './todo'
import { makeTodo, nextSession, openAction, stepAction, type TodoContext } from './make-todo'

interface Absences {
  readonly all: number
  /** Without special sessions. */
  readonly ordinary: number
  /** Greatest number in a row of the sessions that the deputy was called to. */
  readonly inRow: number
  readonly last: Rec
  /** Called to a session after the last absence, and came or had leave. */
  readonly since: boolean
}

/** Absences without approval of a mandate at the sessions of its own term; null where there is none. */
export function absencesOf(facts: Facts, mandate: Rec, today: string): Absences | null {
  const term = facts.resolve(textOf(mandate.fields, 'term'))
  const start = (rec: Rec): string => textOf(rec.fields, 'start_on')
  const rows = facts.where('attendance', 'mandate', mandate.id).flatMap((row) => {
    const session = facts.get(textOf(row.fields, 'session'))
    return session && facts.resolve(textOf(session.fields, 'term')) === term && start(session) <= today && reached(session, ['进行中', '已闭会', '已归档'])
      ? [{ session, absent: absentUnapproved(row) }] : []
  }).sort((a, b) => `${start(a.session)}${a.session.id}`.localeCompare(`${start(b.session)}${b.session.id}`, 'en'))
  const absent = rows.filter((row) => row.absent)
  const last = absent.at(-1)
  if (!last) return null
  let inRow = 0
  let run = 0
  for (const row of rows) {
    run = row.absent ? run + 1 : 0
    inRow = Math.max(inRow, run)
  }
  return { all: absent.length, ordinary: absent.filter((row) => textOf(row.session.fields, 'kind') !== '4').length, inRow, last: last.session, since: rows.at(-1) !== last }
}

/**
 * A red warning from the first absence on, which is calm again once the deputy came to a later session: then it is a word before the next
 * one. From the second a report to the congress is proposed.
 */
export const absenceTodos = (context: TodoContext): readonly Todo[] => deputiesAt(context.facts, context.today).flatMap((mandate) => {
  const absences = absencesOf(context.facts, mandate, context.today)
  if (!absences) return []
  const name = textOf(context.facts.get(textOf(mandate.fields, 'person'))?.fields ?? {}, 'name')
  const { all, ordinary, inRow, last, since } = absences
  const on = textOf(last.fields, 'start_on')
  const twice = all >= 2
  return [makeTodo(context, {
    rule: 'absence', who: '法律', source: '代表法第62条 · 未经批准两次不出席', about: mandate, due_on: !twice && since ? nextSession(context) : on, started_on: on,
    title: twice ? `${name}：${all}次未经批准不出席人代会，报资格审查委员会` : `${name}：已1次未经批准不出席人代会`,
    note: `本届共${all}次，其中不计临时会议${ordinary}次，连续${inRow}次；是否须连续、临时会议是否计入，法律未作规定`,
    action: twice ? stepAction('登记报告', 'report_end', mandate.id) : openAction('看代表', mandate.id),
  })]
})
