/** B.4 人代会与主席团: flows of the period, each event by its first day. */
import { intOf, textOf } from '../facts'
import type { Row } from '../fields'
import type { Rec } from '../record'
import { daysBetween } from '../rules/calendar'
import { amount, count, indicator, part, rated, share, sumOf, type Compute } from '../measures/define-indicator'
import type { Indicator, Question } from '../measures/indicator'
import {
  absentUnapproved, attendanceOf, isHeld, memberRows, nonvotingOf, onLeave, presidiumMeetingsIn, sessionDays, sessionsIn, totalDeputies, totalMembers,
  wasPresent,
} from '../measures/meetings-of'
import { dated, doneBy } from '../measures/periods'
import { reached, reachedBy } from '../measures/status-moves'
import { electedIn } from '../measures/votes-of'

const flow = (id: string, name: string, unit: string, words: string, compute: Compute, county?: Indicator['county']): Indicator =>
  indicator('flow', id, name, unit, words, compute, county)

const sessions = ({ facts, period }: Question): readonly Rec[] => sessionsIn(facts, period)
const meetings = ({ facts, period }: Question): readonly Rec[] => presidiumMeetingsIn(facts, period)
const is = (key: string, ...codes: readonly string[]) => (rec: Rec): boolean => codes.includes(textOf(rec.fields, key))

const attendance = (question: Question): readonly Rec[] => attendanceOf(question.facts, sessions(question))

/** One id per row of a list, so that the rows can be counted and looked at. */
const perRow = (recs: readonly Rec[], rows: (rec: Rec) => readonly Row[]): readonly string[] => recs.flatMap((rec) => rows(rec).map(() => rec.id))

const absences: Compute = (question) => {
  const rows = attendance(question).filter((row) => !wasPresent(row))
  return {
    ...count(rows),
    parts: [
      part('请假', '请假(已批准)', count(rows.filter(onLeave))), part('缺席', '缺席', count(rows.filter(is('state', '5')))),
      part('未批准', '未请假或未获批准', count(rows.filter(absentUnapproved))),
    ],
  }
}

const nonvoting: Compute = (question) => {
  const upper = (row: Row): boolean => row['reason'] === '2' || /^[1-4]$/u.test(textOf(question.facts.get(String(row['mandate'] ?? ''))?.fields ?? {}, 'level'))
  return {
    ...count(perRow(sessions(question), nonvotingOf)),
    parts: [part('上级代表', '其中上级代表', count(perRow(sessions(question), (rec) => nonvotingOf(rec).filter(upper))))],
  }
}

const reportKinds = ['01', '02', '03', '04', '05', '06', '11'] as const

const reports: Compute = (question) => {
  const items = sessions(question).flatMap((session) => question.facts.where('agenda_item', 'session', session.id))
    // 其他 is a report only where somebody reported.
    .filter((rec) => is('kind', ...reportKinds)(rec) || (is('kind', '99')(rec) && textOf(rec.fields, 'reporter') !== ''))
  return {
    ...count(items),
    parts: [
      part('政府', '政府工作报告', count(items.filter(is('kind', '01')))), part('主席团', '主席团工作报告', count(items.filter(is('kind', '02')))),
      part('预算', '预算/调整/决算', count(items.filter(is('kind', '03', '04', '05')))), part('专项', '专项报告', count(items.filter(is('kind', '06')))),
      part('其他', '其他', count(items.filter(is('kind', '11', '99')))),
    ],
  }
}

const resolutions = ({ facts, period }: Question): readonly Rec[] => ['01', '02'].flatMap((kind) => facts.where('document', 'kind', kind))
  .filter((rec) => textOf(rec.fields, 'session') !== '' && dated(rec, 'issued_on', period) && reached(rec, ['已印发', '已备案', '已归档', '已废止']))

const filed: Compute = (question) => {
  const { rules, asAt } = question
  const all = resolutions(question)
  const done = all.filter((rec) => doneBy(rec, 'filed_on', asAt))
  const dueOf = (rec: Rec): string => rules.due('resolution.file', textOf(rec.fields, 'issued_on'))?.due_on ?? ''
  const judged = all.filter((rec) => dueOf(rec) !== '' && (dueOf(rec) <= asAt || done.includes(rec)))
  return rated(done, judged.filter((rec) => doneBy(rec, 'filed_on', dueOf(rec))).length, judged.length)
}

const bills: Compute = ({ facts, period, asAt }) => {
  const all = facts.all('bill').filter((rec) => dated(rec, 'received_on', period))
  const converted = (rec: Rec): boolean => is('handling', '3')(rec) || textOf(rec.fields, 'suggestion') !== ''
  return {
    ...count(all),
    parts: [
      part('列入', '列入议程', count(all.filter(is('handling', '1')))), part('转建议', '转建议', count(all.filter(converted))),
      part('撤回', '撤回', count(all.filter((rec) => reachedBy(rec, ['已撤回'], asAt)))),
    ],
  }
}

const votes = (question: Question): readonly Rec[] => sessions(question).flatMap((session) => question.facts.where('vote', 'meeting', session.id))

const ballots: Compute = (question) => {
  const all = votes(question)
  const plain = all.filter(is('kind', '1')).filter((rec) => intOf(rec.fields, 'for_count') !== null && intOf(rec.fields, 'total') !== null)
  return rated(all, sumOf(plain, (rec) => intOf(rec.fields, 'for_count')), sumOf(plain, (rec) => intOf(rec.fields, 'total')))
}

const elections: Compute = (question) => {
  const { facts, period, rules } = question
  const elected = (rec: Rec): readonly Row[] => electedIn(rec, rules)
  const all = votes(question).filter(is('kind', '2'))
  const passed = facts.all('recall').filter((rec) => dated(rec, 'decided_on', period) && reached(rec, ['已通过', '已公告']))
  return {
    ...count(perRow(all, elected)),
    parts: [
      part('宣誓', '宣誓人次', count(perRow(all.filter((rec) => textOf(rec.fields, 'oath_on') !== ''), elected))),
      part('接受辞职', '接受辞职', count(passed.filter(is('kind', '3', '4')))), part('罢免', '罢免', count(passed.filter(is('kind', '1', '2')))),
    ],
  }
}

const budgetPublished: Compute = ({ facts, period, asAt, rules }) => {
  const approved = facts.all('session').filter((rec) => dated(rec, 'budget_approved_on', period))
  const judged = approved.flatMap((rec) => {
    const due = rules.due('budget.publish', textOf(rec.fields, 'budget_approved_on'))?.due_on ?? ''
    if (due === '') return []
    if (doneBy(rec, 'budget_published_on', asAt)) return [doneBy(rec, 'budget_published_on', due)]
    return due < asAt ? [false] : []
  })
  return amount(judged.length === 0 ? null : Number(judged.every((timely) => timely)), approved)
}

const decisions: Compute = (question) => {
  const all = meetings(question).flatMap((meeting) => question.facts.where('decision', 'meeting', meeting.id))
  const decided = all.filter((rec) => textOf(rec.fields, 'text') !== '')
  const done = decided.filter((rec) => doneBy(rec, 'done_on', question.asAt))
  return {
    ...rated(all, done.length, decided.length),
    parts: [part('决定', '有决定事项', count(decided)), part('完成', '已完成', share(done, decided.length))],
  }
}

const longestGap: Compute = (question) => {
  const { facts, period } = question
  const day = (rec: Rec): string => textOf(rec.fields, 'held_on')
  const inside = meetings(question)
  const before = facts.all('presidium_meeting').filter((rec) => isHeld(rec) && day(rec) !== '' && day(rec) < period.from)
  const last = before.length === 0 ? [] : [before.reduce((one, other) => (day(other) > day(one) ? other : one))]
  const ordered = [...last, ...inside].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
  const gaps = ordered.slice(1).map((rec, i) => {
    const earlier = ordered[i] ?? rec
    return { days: daysBetween(day(earlier), day(rec)), between: [earlier, rec] }
  })
  if (gaps.length === 0) return amount(null)
  const longest = gaps.reduce((one, other) => (other.days > one.days ? other : one))
  return amount(longest.days, longest.between)
}

const inquiries: Compute = ({ facts, period }) => {
  const all = facts.all('inquiry').filter((rec) => dated(rec, 'raised_on', period) && rec.status !== '拟提')
  const formal = is('kind', '1')
  return { ...count(all), parts: [part('质询', '质询案', count(all.filter(formal))), part('询问', '询问', count(all.filter((rec) => !formal(rec))))] }
}

export const meetingIndicators: readonly Indicator[] = [
  flow('B4.01', '人代会次数', '次', '期内开始的人代会(已召开的)', (question) => ({
    ...count(sessions(question)), parts: [part('临时', '临时会议', count(sessions(question).filter(is('kind', '4'))))],
  })),
  flow('B4.02', '会议总天数', '天', '各次会议 闭会日－开始日＋1 之和', (question) => amount(sumOf(sessions(question), sessionDays), sessions(question))),
  flow('B4.03', '平均出席率', '人次', '实到人次；率：实到之和/应到(全体代表)之和', (question) => {
    const present = attendance(question).filter(wasPresent)
    return rated(present, present.length, sumOf(sessions(question), (rec) => totalDeputies(question.facts, rec)))
  }),
  flow('B4.04', '请假缺席人次', '人次', '期内人代会未出席的人次', absences),
  flow('B4.05', '列席人次', '人次', '期内人代会的列席人次', nonvoting),
  flow('B4.06', '听取报告', '项', '期内人代会议程中的报告', reports),
  flow('B4.07', '通过决议决定', '项', '期内印发的、人代会通过的决议和决定', (question) => {
    const all = resolutions(question)
    return { ...count(all), parts: [part('决议', '决议', count(all.filter(is('kind', '01')))), part('决定', '决定', count(all.filter(is('kind', '02'))))] }
  }),
  flow('B4.08', '议案', '件', '期内收到的议案', bills),
  flow('B4.09', '表决票决次数', '次', '期内人代会的表决、选举、票决；率：表决的赞成票/全体代表', ballots),
  flow('B4.10', '选举人次', '人次', '期内人代会选举当选的人次', elections),
  flow('B4.11', '决议报县备案', '件', '期内决议决定中已报县备案的；率：按期备案/到期或已备案', filed),
  flow('B4.12', '预算公开及时', '是/否', '期内批准的预算是否都在规定天数内公开', budgetPublished, 'all'),
  flow('B4.13', '主席团会议次数', '次', '期内召开的主席团会议', (question) => count(meetings(question))),
  flow('B4.14', '主席团平均出席率', '人次', '实到人次；率：实到之和/应到成员之和', (question) => {
    const present = meetings(question).flatMap((meeting) => memberRows(question.facts, meeting)).filter(wasPresent)
    return rated(present, present.length, sumOf(meetings(question), (rec) => totalMembers(question.facts, rec)))
  }),
  flow('B4.15', '主席团议题数', '项', '期内主席团会议的议题；率：已完成/有决定事项', decisions),
  flow('B4.16', '主席团会议最长间隔', '天', '相邻两次会议的最大间隔，含期初前最后一次', longestGap, 'max'),
  flow('B4.17', '质询询问', '件', '期内提出的质询案和询问', inquiries),
]
