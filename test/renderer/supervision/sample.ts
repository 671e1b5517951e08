/** A made-up inspection with its problems, as the store gives it. */
import type { RecordPage } from '../../../shared/contract/records'
import type { Rec } from '../../../shared/record'
import type { Todo } from '../../../shared/todos/todo'
import type { Answers } from '../support/fake-api'
import { deputies, meetingAnswers } from '../meetings/sample'
import { pageOf, rec, stepsAt } from '../records/sample'

const log = (...rows: readonly (readonly [step: string, to: string, on: string])[]) =>
  rows.map(([step, to, event_on], index) => ({ step, from: rows[index - 1]?.[1] ?? '', to, event_on, entered_at: `${event_on}T08:00:00+08:00`, by: '周维安' }))

export const supervisionRec = rec('supervision', 'sv1', {
  form: '02', topic: '食品安全法贯彻实施情况', field: '13', laws: [{ name: '中华人民共和国食品安全法' }], targets: ['o1'], linkage: '2', start_on: '2025-07-15', place: '镇农贸市场', half_days: 1,
  report_on: '2025-07-28', forward_on: '2025-08-01', forward_to: ['o1'], feedback_due: '2025-11-01', process: '抽查餐饮店 12 家。',
  status_log: log(['add', '计划', '2025-03-01'], ['start', '实施', '2025-07-15'], ['report', '形成报告', '2025-07-28'], ['forward', '整改中', '2025-08-01']),
}, '整改中')

export const findings: readonly Rec[] = [
  rec('finding', 'f1', { supervision: 'sv1', no: 1, problem: '两家餐饮店没有公示健康证', unit: 'o1', measure: '补办并公示', due_on: '2025-09-01', done_on: '2025-08-25', done_note: '已公示', verified_on: '2025-09-02', verified_by: '何秀兰' }, '销号'),
  rec('finding', 'f2', { supervision: 'sv1', no: 2, problem: '农贸市场检测室没有记录', unit: 'o1', measure: '每日抽检并记录', due_on: '2025-11-10' }, '整改中'),
  rec('finding', 'f3', { supervision: 'sv1', no: 3, problem: '小作坊没有登记', due_on: '2025-12-20' }, '发现'),
  rec('finding', 'f4', { supervision: 'sv1', no: 4, problem: '冷链台账不全', unit: 'o1', due_on: '2025-10-10', done_on: '2025-10-08', done_note: '已补齐' }, '已整改'),
]

const ratings: readonly Rec[] = [
  rec('rating', 'r1', { about: 'sv1', round: 1, aspect: '总体', rated_on: '2025-08-01', satisfied: 18, basically: 12, dissatisfied: 8, abstain: 2 }),
]

const list = (type: 'finding' | 'rating' | 'participation', label: string, key: string, rows: readonly Rec[]) => ({ type, label, key, rows, total: rows.length })

export const supervisionPage: RecordPage = pageOf(supervisionRec, {
  title: '食品安全法贯彻实施情况', steps: stepsAt('supervision', '整改中'), versions: 5, at_county: true, incomplete: ['report_doc'],
  children: [
    list('participation', '参加情况', 'event', deputies.slice(0, 6).map((row, index) => rec('participation', `sp${index}`, { event: 'sv1', mandate: row.mandate, state: index === 5 ? '2' : '1', ...(index === 0 ? { role: '2' } : {}) }))),
    list('finding', '发现问题', 'supervision', findings), list('rating', '测评', 'about', ratings),
  ],
  titles: { ...Object.fromEntries(deputies.map((row) => [row.mandate, { title: row.name, type: 'mandate' }])), o1: { title: '镇市场监管所', type: 'organisation' } },
})

const todo = (id: string, state: Todo['state'], days: number, due_on: string): Todo => ({
  id: `finding.due:${id}`, rule: 'finding.due', who: '镇里', title: '问题：未整改', about: { type: 'finding', id }, due_on, started_on: null, owner: '镇市场监管所', source: '问题整改时限', state, days,
  action: { label: '登记整改', kind: 'step', step: 'rectify', id },
})

export const supervisionAnswers: Answers = {
  ...meetingAnswers,
  'todo.list': { items: [todo('f2', 'late', -14, '2025-11-10')] },
  'record.page': ({ id }) => {
    const finding = findings.find((one) => one.id === id)
    return finding === undefined ? supervisionPage : pageOf(finding, { title: String(finding.fields['problem']), steps: stepsAt('finding', finding.status ?? '') })
  },
}
