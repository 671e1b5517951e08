/** 人民代表大会会议, 出席 and 议程 (A.9). */
import { choice, date, derived, file, flag, int, ref, refs, text, type DataOf } from '../fields'
import { intOf, textOf, type Lookup } from '../facts'
import { labelOf } from '../codes'
import { defineRecord, type Rec } from '../record'
import { isEnough } from '../rules/deputies'
import type { RuleBook, RuleEntry } from '../rules/rule-book'
import { filled, when, whenFilled } from './conditions'
import { inOrder } from './dates-in-order'
import { deputyName, joined, meetingName } from './names'
import { nextNo, numberedIn } from './next-no'
import { nonvoting } from './nonvoting'
import { inCurrentTerm } from './term'

export const session = defineRecord({
  type: 'session',
  label: '人代会',
  scope: 'county',
  parents: [{ field: 'term', onDelete: 'refuse' }],
  firstStatus: '筹备',
  endStatuses: ['已归档', '已取消'],
  menu: 'meetings',
  fields: {
    term: ref('届次', ['term'], 'identity', { initial: 'current-term' }),
    no: int('次数', 'identity', { min: 1, max: 99 }),
    title: text('会议名称', 'optional', { max: 200 }),
    kind: choice('类型', 'session.kind', 'complete', { initial: '2' }),
    decide_on: date('主席团决定召开日期', 'step'),
    published_on: date('公布日期', 'complete'),
    notice_on: date('通知日期', 'complete'),
    papers_on: date('资料送达日期', 'optional'),
    start_on: date('会议开始日期', 'step', { mayBeFuture: true }),
    end_on: date('会议结束日期', 'step', { mayBeFuture: true }),
    start_time: text('开始时间', 'optional', { max: 5, hint: '时:分，如 09:00' }),
    place: text('地点', 'complete', { max: 200 }),
    chairs: refs('执行主席', ['mandate'], 'complete'),
    total_deputies: int('应到代表(全体代表数)', 'step', { unit: '人' }),
    present: derived('实到', { unit: '人' }),
    on_leave: derived('请假', { unit: '人' }),
    absent: derived('缺席', { unit: '人' }),
    quorum_ok: derived('法定人数'),
    moved: flag('提前/推迟', 'optional'),
    moved_reason: text('提前/推迟原因', 'optional'),
    moved_decided_on: date('另行决定日', 'optional'),
    convened_by: choice('临时会议召集依据', 'convened_by', 'step'),
    proposers: refs('提议代表', ['mandate'], 'step'),
    has_preparatory: flag('预备会议', 'optional'),
    preparatory_on: date('预备会议日期', 'optional', { mayBeFuture: true }),
    nonvoting,
    observers: int('旁听公民数', 'optional', { unit: '人' }),
    outputs: refs('决议/决定/公告', ['document'], 'optional'),
    budget_approved_on: date('预算批准日期', 'optional'),
    budget_published_on: date('预算公开日期', 'complete', { completeIf: whenFilled('budget_approved_on') }),
    filed_on: date('决议报备日期', 'optional'),
  },
  dateField: 'start_on',
  columns: ['title', 'kind', 'start_on', 'end_on', 'place', 'present', 'status'],
  search: ['title', 'place'],
  title: (data, lookup) => textOf(data, 'title') || meetingName(lookup, 'session', data),
  propose: numberedIn('session', 'term'),
  defaults: (data, lookup, today) => {
    const term = inCurrentTerm(data, lookup, today)
    const no = filled(data, 'no') ? data['no'] : nextNo(lookup, 'session', 'term', term.term)
    return { ...term, no, title: meetingName(lookup, 'session', { ...term, no }) }
  },
  derive: (rec, lookup, _today, rules) => sessionCount(rec, lookup, rules),
  check: inOrder('start_on', '会议开始日期', 'end_on', '会议结束日期'),
})
export type Session = DataOf<typeof session.fields>

/** Codes of 病假, 事假 and 公务. */
const leaveStates: readonly string[] = ['2', '3', '4']

export type AttendanceState = 'present' | 'on_leave' | 'absent'

/** How a row of attendance counts: leave that was not approved is absence without approval (代表法第62条). */
export function attendanceState(row: Rec): AttendanceState {
  const state = textOf(row.fields, 'state')
  if (state === '1') return 'present'
  return leaveStates.includes(state) && row.fields['approved'] !== false ? 'on_leave' : 'absent'
}

/** At least two thirds of all deputies (组织法第14条), or the share that the rule book has instead; null without a total. */
export const sessionQuorum = (present: number, total: number | null, entry: RuleEntry): boolean | null => (total ? isEnough(entry, present, total) : null)

function sessionCount(rec: Rec, lookup: Lookup, rules: RuleBook) {
  const count: Record<AttendanceState, number> = { present: 0, on_leave: 0, absent: 0 }
  for (const row of lookup.where('attendance', 'session', rec.id)) count[attendanceState(row)] += 1
  return { ...count, quorum_ok: sessionQuorum(count.present, intOf(rec.fields, 'total_deputies'), rules.entry('congress.quorum')) }
}

export const attendance = defineRecord({
  type: 'attendance',
  label: '出席(人代会)',
  scope: 'county',
  key: ['session', 'mandate'],
  parents: [{ field: 'session', onDelete: 'cascade' }],
  menu: 'meetings',
  fields: {
    session: ref('会议', ['session'], 'identity'),
    mandate: ref('代表', ['mandate'], 'identity'),
    state: choice('出席情况', 'attendance.state', 'identity'),
    leave_reason: text('请假事由', 'optional', { max: 500 }),
    leave_note: file('请假条', 'optional'),
    approved: flag('是否批准', 'complete', { completeIf: when('state', ...leaveStates) }),
    approved_by: text('批准人', 'complete', { max: 100, completeIf: when('state', ...leaveStates) }),
    approved_on: date('批准日期', 'complete', { completeIf: when('state', ...leaveStates) }),
  },
  columns: ['session', 'mandate', 'state', 'leave_reason', 'approved'],
  search: ['mandate', 'session'],
  title: (data, lookup) => joined(deputyName(lookup, textOf(data, 'mandate')), labelOf('attendance.state', textOf(data, 'state'))),
})
export type Attendance = DataOf<typeof attendance.fields>

export const agendaItem = defineRecord({
  type: 'agenda_item',
  label: '议程',
  scope: 'county',
  parents: [{ field: 'session', onDelete: 'cascade' }],
  menu: 'meetings',
  fields: {
    session: ref('会议', ['session'], 'identity'),
    no: int('序号', 'identity', { min: 1, max: 999 }),
    kind: choice('类别', 'agenda.kind', 'complete'),
    title: text('标题', 'identity', { max: 500 }),
    reporter: text('报告人', 'optional', { max: 100 }),
    subject: ref('对应事项', ['bill', 'supervision', 'major_matter', 'inquiry', 'recall'], 'optional'),
    vote: ref('表决结果', ['vote'], 'optional'),
  },
  columns: ['no', 'kind', 'title', 'reporter', 'vote'],
  search: ['title', 'reporter'],
  title: (data) => textOf(data, 'title'),
  numberedWithin: 'session',
  propose: numberedIn('agenda_item', 'session'),
})
export type AgendaItem = DataOf<typeof agendaItem.fields>
