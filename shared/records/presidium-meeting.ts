/** 主席团会议 and 主席团决定事项 (A.11). */
import { date, derived, flag, int, longText, ref, refs, text, type DataOf } from '../fields'
import { intOf, textOf, type Lookup } from '../facts'
import { defineRecord, type Rec } from '../record'
import { isEnough } from '../rules/deputies'
import type { RuleBook } from '../rules/rule-book'
import { meetingName } from './names'
import { numberedIn } from './next-no'
import { nonvoting } from './nonvoting'
import { inCurrentTerm } from './term'

export const presidiumMeeting = defineRecord({
  type: 'presidium_meeting',
  label: '主席团会议',
  scope: 'county',
  parents: [{ field: 'term', onDelete: 'refuse' }],
  firstStatus: '筹备',
  endStatuses: ['已归档', '已取消'],
  menu: 'meetings',
  fields: {
    term: ref('届次', ['term'], 'identity', { initial: 'current-term' }),
    no: int('次数', 'identity', { min: 1, max: 999 }),
    held_on: date('日期', 'step', { mayBeFuture: true }),
    start_time: text('时间', 'optional', { max: 5, hint: '时:分，如 09:00' }),
    place: text('地点', 'complete', { max: 200 }),
    chair: text('主持', 'complete', { max: 100 }),
    recorder: text('记录', 'optional', { max: 100 }),
    members_total: int('应到成员', 'step', { unit: '人' }),
    present: derived('实到', { unit: '人' }),
    on_leave: derived('请假', { unit: '人' }),
    absent: derived('缺席', { unit: '人' }),
    quorum_ok: derived('法定人数'),
    nonvoting,
    extraordinary: flag('临时', 'optional'),
    proposers: refs('提议人', ['mandate'], 'optional'),
    minutes: longText('会议记录', 'complete'),
    summary_doc: ref('会议纪要', ['document'], 'optional'),
  },
  dateField: 'held_on',
  columns: ['no', 'held_on', 'place', 'chair', 'present', 'status'],
  search: ['place', 'chair', 'minutes'],
  title: (data, lookup) => meetingName(lookup, 'presidium_meeting', data),
  defaults: inCurrentTerm,
  propose: numberedIn('presidium_meeting', 'term'),
  derive: (rec, lookup, _today, rules) => memberCount(rec, lookup, rules),
})
export type PresidiumMeeting = DataOf<typeof presidiumMeeting.fields>

/** Rows of `participation` but those who only listen (列席); quorum is more than half of the members, or the share of the rule book. */
function memberCount(rec: Rec, lookup: Lookup, rules: RuleBook) {
  const rows = lookup.where('participation', 'event', rec.id).filter((row) => textOf(row.fields, 'role') !== '4')
  const of = (state: string): number => rows.filter((row) => textOf(row.fields, 'state') === state).length
  const total = intOf(rec.fields, 'members_total')
  const present = of('1')
  return { present, on_leave: of('2'), absent: of('3'), quorum_ok: total ? isEnough(rules.entry('presidium.quorum'), present, total) : null }
}

export const decision = defineRecord({
  type: 'decision',
  label: '主席团决定事项',
  scope: 'county',
  key: ['meeting', 'no'],
  parents: [{ field: 'meeting', onDelete: 'cascade' }],
  menu: 'meetings',
  fields: {
    meeting: ref('会议', ['presidium_meeting'], 'identity'),
    no: int('序号', 'identity', { min: 1, max: 999 }),
    title: text('议题', 'identity', { max: 500 }),
    reporter: text('汇报人', 'optional', { max: 100 }),
    discussion: longText('讨论要点', 'optional'),
    text: longText('决定事项', 'complete', { hint: '没有作出决定的议题可不填' }),
    for_count: int('赞成', 'optional', { unit: '票' }),
    against_count: int('反对', 'optional', { unit: '票' }),
    abstain_count: int('弃权', 'optional', { unit: '票' }),
    owner: text('承办人', 'optional', { max: 100 }),
    due_on: date('完成时限', 'optional', { mayBeFuture: true }),
    done_on: date('完成日期', 'optional'),
    done_note: text('落实情况', 'optional'),
  },
  columns: ['no', 'title', 'text', 'owner', 'due_on', 'done_on'],
  search: ['title', 'text', 'owner'],
  title: (data) => textOf(data, 'title'),
  numberedWithin: 'meeting',
  propose: numberedIn('decision', 'meeting'),
})
export type Decision = DataOf<typeof decision.fields>
