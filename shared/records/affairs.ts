/** What people count when they say what they did: twelve activities, not the two hundred lines of attendance that hang on them. */

import { declarationOf } from './index'

export interface AffairCount {
  readonly label: string
  readonly count: number
  readonly unit: string
}

/** What people call them; a type that is not here counts as records where it hangs on nothing. */
const affairs: Readonly<Record<string, readonly [label: string, unit: string]>> = {
  activity: ['活动', '次'], suggestion: ['建议', '件'], reply: ['答复', '份'], voter_matter: ['群众反映', '件'], session: ['人代会', '次'], presidium_meeting: ['主席团会议', '次'], vote: ['表决选举', '项'],
  supervision: ['监督', '项'], follow_up: ['审议意见', '件'], bill: ['议案', '件'], inquiry: ['询问质询', '件'], visit: ['走访', '次'], debrief: ['述职', '人次'], training: ['培训', '次'], deed: ['履职事迹', '件'],
  pairing: ['结对', '对'], letter: ['信访', '件'], major_matter: ['重大事项', '件'], livelihood_project: ['民生实事', '个'], document: ['文件', '件'], publicity: ['宣传', '篇'], party_log: ['党委领导', '次'],
  term: ['届次', '个'], office: ['单位档案', '份'], presidium_member: ['主席团成员', '名'], organisation: ['单位', '个'], village: ['村社区', '个'], task: ['提醒', '件'],
  mandate: ['代表', '名'], group: ['代表小组', '个'], constituency: ['选区', '个'], site: ['联络站', '个'], by_election: ['补选', '次'], recall: ['罢免辞职', '件'], plan_item: ['计划', '项'],
  budget: ['预算', '笔'], expense: ['支出', '笔'], assessment: ['考核项', '项'], county_order: ['县交办', '件'],
}

/** What a type is counted as; null for one that only hangs on others (attendance, attachments). */
function countedAs(type: string): readonly [label: string, unit: string] | null {
  const declaration = declarationOf(type)
  return affairs[type] ?? (declaration === null || type === 'person' || declaration.parents !== undefined ? null : [declaration.label, '条'])
}

/** Whether people count records of this type by themselves. */
export const isAffair = (type: string): boolean => countedAs(type) !== null

/** Counts by type in people's words, the most first. A person and the mandate are one deputy; what is only attached is left out. */
export function affairCounts(types: Iterable<readonly [type: string, count: number]>): readonly AffairCount[] {
  const counts = new Map<string, number>()
  for (const [type, count] of types) {
    const key = type === 'person' ? 'mandate' : type
    counts.set(key, type === 'person' || type === 'mandate' ? Math.max(counts.get(key) ?? 0, count) : count)
  }
  return [...counts].flatMap(([type, count]) => { const [label, unit] = countedAs(type) ?? []; return label === undefined || unit === undefined || count === 0 ? [] : [{ label, unit, count }] })
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'zh-CN'))
}
