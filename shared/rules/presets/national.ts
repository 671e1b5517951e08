/** The national default: every key of the table of time limits, so that a rule can always be asked for. */
import type { RuleEntry, RuleUnit } from '../rule-book'

/** Day on which the set of laws behind these entries was read. */
export const lawsReadOn = '2025-04-19'

type More = Partial<Pick<RuleEntry, 'of' | 'max' | 'before' | 'note'>>

const row = (
  key: string, n: number | null, unit: RuleUnit, from: string, source: string, who: RuleEntry['who'], verified: boolean, more: More = {},
): RuleEntry => ({ key, n, unit, from, source, who, verified, checked_on: lawsReadOn, ...more })

/** An article read in full text, in force on the day of reading. */
const law = (key: string, n: number, unit: RuleUnit, from: string, article: string, more: More = {}): RuleEntry =>
  row(key, n, unit, from, article, '法律', true, more)

/** A usual value without a national text behind it. */
const usual = (key: string, n: number, unit: RuleUnit, from: string, more: More = {}): RuleEntry =>
  row(key, n, unit, from, '工作惯例', '镇里', false, { note: '全国无统一规定，请按本地规定核对', ...more })

/** Off unless a province or the office itself sets it. */
const off = (key: string, unit: RuleUnit, from: string): RuleEntry =>
  row(key, null, unit, from, '全国无统一规定', '镇里', false)

/** Entries in force where neither the province nor the office says otherwise. */
export const nationalRules: readonly RuleEntry[] = [
  law('suggest.reply.normal', 3, 'month', 'suggestion.assigned_on', '代表法第51条'),
  law('suggest.reply.complex', 6, 'month', 'suggestion.assigned_on', '代表法第51条'),
  usual('suggest.assign', 7, 'day', 'suggestion.review_on'),
  usual('suggest.return', 10, 'day', 'suggestion.assigned_on'),
  usual('suggest.coOpinion', 1, 'month', 'suggestion.assigned_on'),
  usual('suggest.feedback', 20, 'workday', 'reply.feedback_sent'),
  usual('suggest.redo', 1, 'month', 'reply.feedback_on'),
  usual('suggest.close', 10, 'day', 'reply.feedback_on'),
  law('congress.min', 1, 'count', 'year', '地方组织法第14条', { note: '乡、民族乡、镇一般每年举行两次，少于两次时提醒' }),
  law('congress.usual', 2, 'count', 'year', '地方组织法第14条', { note: '一般每年举行两次；一年过完少于这个数时，统计里提示' }),
  off('congress.length', 'day', 'session.start_on'),
  law('congress.first', 2, 'month', 'term.elected_on', '地方组织法第20条'),
  off('congress.firstBy', 'month', 'year'),
  row('congress.secondBy', 9, 'month', 'year', '地方组织法第14条（一般每年举行两次）', '法律', false, { note: '三季度末提醒为工作惯例' }),
  usual('congress.notice', 7, 'day', 'session.start_on', { before: true }),
  law('congress.quorum', 2, 'share', 'session.start_on', '地方组织法第14条', { of: 3 }),
  law('congress.majority', 1, 'share', 'vote', '地方组织法第25条', { of: 2, note: '超过全体代表的半数' }),
  law('congress.special', 1, 'share', 'session.decide_on', '地方组织法第14条', { of: 5, note: '主席团认为必要时也可召集' }),
  usual('presidium.interval', 3, 'month', 'presidium_meeting.held_on'),
  usual('presidium.min', 4, 'count', 'year', { note: '一般每季度一次；一年过完少于这个数时，统计里提示' }),
  usual('presidium.quorum', 1, 'share', 'presidium_meeting', { of: 2, note: '超过主席团成员的半数；全国无统一规定' }),
  usual('presidium.size', 7, 'count', 'day', { max: 13 }),
  law('inquiry.min', 10, 'count', 'inquiry.raised_on', '地方组织法第24条'),
  off('inquiry.redoAnswer', 'month', 'session.end_on'),
  law('bill.min', 5, 'count', 'bill.received_on', '地方组织法第22条'),
  law('candidate.min', 10, 'count', 'vote', '地方组织法第26条'),
  law('recall.leader', 1, 'share', 'recall.proposed_on', '地方组织法第31条', { of: 5, note: '主席团也可以提出' }),
  law('recall.voters', 30, 'count', 'recall.proposed_on', '选举法第50条'),
  law('budget.publish', 20, 'day', 'session.budget_approved_on', '预算法第14条'),
  off('resolution.file', 'day', 'document.issued_on'),
  row('report.feedback', 3, 'month', 'supervision.forward_on', '代表法第31条（及时反馈）', '法律', false, { note: '法律未定天数，3个月为工作惯例' }),
  usual('followup.extend', 6, 'month', 'follow_up.sent_on'),
  off('group.min', 'count', 'year'),
  off('deputy.days', 'day', 'year'),
  off('reception.min', 'count', 'year'),
  row('report2voters', 1, 'count', 'term', '代表法第58条（定期报告履职情况）', '法律', false, { note: '法律未定次数，每届一次为工作惯例' }),
  row('training.min', 1, 'count', 'term', '县里工作要求', '县里', false, { note: '每届任期内至少接受一次系统培训' }),
  row('training.byElected', 3, 'month', 'mandate.confirm_on', '县里工作要求', '县里', false, { note: '补选代表更应接受系统培训；期限为工作惯例' }),
  row('party.hear', 2, 'count', 'year', '县里工作要求', '县里', false, { note: '党委每年至少听取两次人大工作汇报' }),
  row('party.meeting', 1, 'count', 'term', '县里工作要求', '县里', false, { note: '每届党委任期内召开一次人大工作会议' }),
  row('petition.notify', 15, 'day', 'letter.received_on', '信访工作条例', '法律', false, { note: '仅适用于转交信访机构办理的事项' }),
  row('petition.close', 60, 'day', 'letter.received_on', '信访工作条例', '法律', false, { note: '可延长30日；仅适用于转交信访机构办理的事项' }),
  law('election.roll', 20, 'day', 'by_election.vote_on', '选举法第28条', { before: true }),
  law('election.appeal', 5, 'day', 'by_election.roll_on', '选举法第29条'),
  law('election.appealAnswer', 3, 'day', 'by_election.appeal_on', '选举法第29条'),
  law('election.candidates', 15, 'day', 'by_election.vote_on', '选举法第32条', { before: true }),
  law('election.formal', 7, 'day', 'by_election.vote_on', '选举法第32条', { before: true }),
]
