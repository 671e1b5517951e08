/** What each rule of the presets is called, in the order of the list in the settings, and how its value is read. */
import type { RuleEntry } from '../rules/rule-book'

const names: Readonly<Record<string, string>> = {
  'suggest.assign': '建议审查后交办',
  'suggest.return': '承办单位退回',
  'suggest.reply.normal': '建议答复（一般）',
  'suggest.reply.complex': '建议答复（复杂）',
  'suggest.coOpinion': '协办单位送协办意见',
  'suggest.feedback': '代表收到答复后反馈',
  'suggest.redo': '不满意后重新办理',
  'suggest.close': '测评后办结',
  'congress.min': '每年召开人代会',
  'congress.usual': '每年一般召开人代会（少了提示）',
  'congress.length': '会期',
  'congress.first': '新一届第一次会议（选出代表后）',
  'congress.firstBy': '每年第一次会议最晚月份',
  'congress.secondBy': '每年第二次会议提醒月份',
  'congress.notice': '会前通知代表',
  'congress.quorum': '人代会法定人数',
  'congress.majority': '通过所需票数',
  'congress.special': '临时召集所需代表',
  'presidium.interval': '主席团会议间隔',
  'presidium.min': '主席团会议每年次数（少了提示）',
  'presidium.quorum': '主席团会议法定人数',
  'presidium.size': '主席团人数',
  'inquiry.min': '提质询所需代表',
  'inquiry.redoAnswer': '质询重新答复',
  'bill.min': '提议案所需代表',
  'candidate.min': '联名提候选人所需代表',
  'recall.leader': '提罢免领导人员所需代表',
  'recall.voters': '选民提罢免代表所需人数',
  'budget.publish': '预算批准后公开',
  'resolution.file': '决议决定报备',
  'report.feedback': '视察调研报告处理反馈',
  'followup.extend': '审议意见办理最长延期',
  'group.min': '代表小组每年活动',
  'deputy.days': '代表每年履职天数',
  'reception.min': '代表每年接待选民',
  report2voters: '代表向选民报告履职',
  'training.min': '代表培训',
  'training.byElected': '补选代表培训',
  'party.hear': '党委听取人大工作汇报',
  'party.meeting': '党委召开人大工作会议',
  'petition.notify': '信访受理告知',
  'petition.close': '信访办结',
  'election.roll': '公布选民名单（投票日前）',
  'election.appeal': '选民名单申诉',
  'election.appealAnswer': '申诉答复',
  'election.candidates': '公布初步候选人（投票日前）',
  'election.formal': '公布正式候选人（投票日前）',
}

/** The rule's name; its key where it has none yet. */
export const ruleName = (key: string): string => names[key] ?? key

const units: Readonly<Record<RuleEntry['unit'], string>> = { day: '天', workday: '个工作日', month: '个月', count: '次', share: '' }
const ofPeople: readonly string[] = ['presidium.size', 'inquiry.min', 'bill.min', 'candidate.min', 'recall.voters']

/** 3个月, 20个工作日, 1次, 7–13人, 2/3; a month of the year as 9月; 没有规定 where the rule is off. */
export function ruleValue(entry: RuleEntry): string {
  if (entry.n === null) return '没有规定'
  if (entry.unit === 'share') return `${entry.n}/${entry.of ?? 1}`
  if (entry.unit === 'month' && entry.from === 'year') return `${entry.n}月`
  const number = entry.max === undefined ? String(entry.n) : `${entry.n}–${entry.max}`
  return `${number}${ofPeople.includes(entry.key) ? '人' : units[entry.unit]}`
}
