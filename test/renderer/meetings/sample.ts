/** A made-up town of forty deputies and its meetings, as the store gives them. */
import type { DeputyRow, RecordPage } from '../../../shared/contract/records'
import type { Rec } from '../../../shared/record'
import type { Answers } from '../support/fake-api'
import { pageOf, rec, stepsAt } from '../records/sample'
import { sampleRules } from '../support/sample-rules'

const family = [...'何陈邵吴丁方周徐孙马朱胡郭林梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏']
const given = ['秀兰', '国梁', '长明', '月琴', '永福', '小娟', '志强', '玉珍']

export const deputies: readonly DeputyRow[] = family.map((name, index): DeputyRow => ({
  mandate: `m${index + 1}`, person: `p${index + 1}`, name: `${name}${given[index % given.length] ?? ''}`, note: '', level: '5', status: '在任', sex: '1', ethnic: '01', birth: '1978-03', party: '01',
  edu: '5', occupation: '05', constituency: '石桥', group: index % 2 === 0 ? '第一小组' : '第二小组', post: null, presidium_role: index < 9 ? '成员' : null, phone: null, doubts: 0, events: 1, initials: 'hxl',
}))

const ids = (count: number): readonly string[] => deputies.slice(0, count).map((row) => row.mandate)

export const meetingAnswers: Answers = {
  'deputies.list': { rows: deputies, total: deputies.length },
  'meeting.expected': ({ type }) => (type === 'session'
    ? { term: 'term-19', total: 40, mandates: ids(40), left_out: [], no: 6, chair: '', place: '镇政府大会议室' }
    : { term: 'term-19', total: 9, mandates: ids(9), left_out: [], no: 23, chair: '周维安', place: '镇人大会议室' }),
  'rules.list': sampleRules('浙江'),
  'activity.last': { date: '2025-08-15', participants: ids(9).map((mandate, index) => ({ mandate, state: index === 3 ? '2' : '1' })) },
  'draft.list': { drafts: [] },
  'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' },
  'draft.drop': { dropped: true },
  'todo.list': { items: [] },
}

const log = (...rows: readonly (readonly [step: string, to: string, on: string])[]) =>
  rows.map(([step, to, event_on], index) => ({ step, from: rows[index - 1]?.[1] ?? '', to, event_on, entered_at: `${event_on}T08:00:00+08:00`, by: '周维安' }))

export const sessionRec = rec('session', 's1', {
  term: 'term-19', no: 6, title: '青禾镇第十九届人民代表大会第六次会议', kind: '3', decide_on: '2025-10-30', notice_on: '2025-11-05', start_on: '2025-11-20', place: '镇政府大会议室',
  total_deputies: 40, present: 38, on_leave: 1, absent: 1, quorum_ok: true, status_log: log(['add', '筹备', '2025-10-28'], ['call', '已通知', '2025-10-30'], ['open', '进行中', '2025-11-20']),
}, '进行中')

export const votes: readonly Rec[] = [
  rec('vote', 'v1', { meeting: 's1', subject: '关于镇政府工作报告的决议', kind: '1', method: '1', total: 40, present: 38, for_count: 36, against_count: 0, abstain_count: 1, result: '1' }),
  rec('vote', 'v2', {
    meeting: 's1', subject: '补选副镇长', kind: '2', method: '2', total: 40, present: 38, issued: 38, collected: 38, valid: 37, invalid: 1, seats: 1, result: '3',
    candidates: [{ name: '沈立群', post: '副镇长', nominated_by: '1', for_count: 33, against_count: 2, abstain_count: 1, elected: true }, { name: '卢晓峰', post: '副镇长', nominated_by: '2', nominators: 12, for_count: 4, against_count: 30, abstain_count: 3, elected: false }],
  }),
]

export const agenda: readonly Rec[] = [
  rec('agenda_item', 'a1', { session: 's1', no: 1, kind: '01', title: '听取和审议镇政府工作报告', reporter: '沈立群', vote: 'v1' }),
  rec('agenda_item', 'a2', { session: 's1', no: 2, kind: '03', title: '审查预算执行情况和预算草案的报告', reporter: '镇财政所' }),
  rec('agenda_item', 'a3', { session: 's1', no: 3, kind: '09', title: '补选副镇长', vote: 'v2' }),
]

export const attendanceRows: readonly Rec[] = deputies.map((row, index) =>
  rec('attendance', `at${index + 1}`, { session: 's1', mandate: row.mandate, state: index === 4 ? '2' : index === 11 ? '5' : '1', ...(index === 4 ? { leave_reason: '住院' } : {}) }))

const list = (type: 'agenda_item' | 'attendance' | 'vote' | 'decision' | 'participation', label: string, key: string, rows: readonly Rec[]) => ({ type, label, key, rows, total: rows.length })

export const sessionPage: RecordPage = pageOf(sessionRec, {
  title: '青禾镇第十九届人民代表大会第六次会议', steps: stepsAt('session', '进行中'), versions: 4, at_county: false, incomplete: ['published_on', 'chairs'],
  children: [list('agenda_item', '议程', 'session', agenda), list('attendance', '出席', 'session', attendanceRows), list('vote', '表决/选举', 'meeting', votes)],
  titles: Object.fromEntries(deputies.map((row) => [row.mandate, { title: row.name, type: 'mandate' }])),
})

export const decisions: readonly Rec[] = [
  rec('decision', 'd1', { meeting: 'pm1', no: 1, title: '研究第六次会议筹备工作', text: '会议定于11月20日召开', owner: '人大办 邵长明', due_on: '2025-11-10', done_on: '2025-11-08', done_note: '已发通知' }),
  rec('decision', 'd2', { meeting: 'pm1', no: 2, title: '建议督办', text: '对3件未办结建议上门督办，结果报主席团', owner: '何秀兰', due_on: '2025-11-12' }),
  rec('decision', 'd3', { meeting: 'pm1', no: 3, title: '学习代表法', reporter: '周维安' }),
]

export const presidiumRec = rec('presidium_meeting', 'pm1', {
  term: 'term-19', no: 22, held_on: '2025-10-30', place: '镇人大会议室', chair: '周维安', members_total: 9, present: 8, on_leave: 1, absent: 0, quorum_ok: true, minutes: '会议由周维安主持。',
  status_log: log(['add', '筹备', '2025-10-30'], ['open', '进行中', '2025-10-30'], ['close', '已结束', '2025-10-30']),
}, '已结束')

export const presidiumPage: RecordPage = pageOf(presidiumRec, {
  title: '第十九届主席团第二十二次会议', steps: stepsAt('presidium_meeting', '已结束'), versions: 2, at_county: true,
  children: [
    list('participation', '参加情况', 'event', deputies.slice(0, 9).map((row, index) => rec('participation', `pp${index + 1}`, { event: 'pm1', mandate: row.mandate, state: index === 3 ? '2' : '1', ...(index === 3 ? { leave_reason: '外出' } : {}) }))),
    list('decision', '决定事项', 'meeting', decisions),
  ],
  titles: sessionPage.titles,
})
