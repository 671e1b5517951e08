/** A rule in words: 交办后3个月, 会议开始前7日. */
import { chineseNumber } from '../parse/chinese-numeral'
import type { RuleEntry } from './rule-book'

const events: Readonly<Record<string, string>> = {
  'suggestion.assigned_on': '交办', 'suggestion.review_on': '审查', 'session.end_on': '闭会', 'reply.feedback_sent': '征询意见表发出',
  'reply.feedback_on': '征询意见表收回', 'term.elected_on': '代表选举完成', 'session.start_on': '会议', 'presidium_meeting.held_on': '上次会议',
  'session.budget_approved_on': '预算批准', 'document.issued_on': '印发', 'supervision.forward_on': '转交', 'follow_up.sent_on': '交办',
  'mandate.confirm_on': '资格确认', 'letter.received_on': '收到', 'by_election.vote_on': '选举日', 'by_election.roll_on': '选民名单公布',
  'by_election.appeal_on': '申诉', 'by_election.vacant_on': '出缺',
}

const units: Readonly<Record<RuleEntry['unit'], string>> = { day: '日', workday: '个工作日', month: '个月', count: '次', share: '' }

/** What the entry asks for, without its source; '' where it is off. */
export function ruleWords({ n, of, max, unit, from, before }: RuleEntry): string {
  if (n === null) return ''
  if (unit === 'share') return `${n}/${of ?? 1}`
  if (unit === 'count') {
    if (max !== undefined) return `${n}至${max}`
    return from === 'year' ? `每年至少${n}次` : from === 'term' ? `每届至少${n}次` : `至少${n}`
  }
  if (from === 'year') return unit === 'month' ? `${n}月底前` : `每年至少${n}${units[unit]}`
  return `${events[from] ?? ''}${before ? '前' : '后'}${n}${units[unit]}`
}

/** One half is 过半数: more than half, not at least half. */
export const isHalf = ({ n, of = 1 }: RuleEntry): boolean => n !== null && 2 * n === of

/** A share as the law writes it: 三分之二, 半数. */
export const chineseShare = (entry: RuleEntry): string =>
  (entry.n === null ? '' : isHalf(entry) ? '半数' : `${chineseNumber(entry.of ?? 1)}分之${chineseNumber(entry.n)}`)

/** Source and rule: 代表法第51条 · 交办后3个月. */
export const sourceWords = (entry: RuleEntry): string => [entry.source, ruleWords(entry)].filter((word) => word !== '').join(' · ')
