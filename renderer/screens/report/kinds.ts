/** The documents of a year, in the order in which they are made. */
import type { InputOf } from '../../../shared/contract'

export type ReportKind = NonNullable<InputOf<'report.make'>['kinds']>[number]

/** In the order in which they are offered; the compiler asks for a new one. */
const words: Readonly<Record<ReportKind, { readonly word: string; readonly hint: string }>> = {
  annual: { word: '主席团工作报告', hint: 'Word，后面附五张表' },
  table: { word: '统计表', hint: 'Excel，连核对和数据质量' },
  suggestions: { word: '建议办理情况报告', hint: 'Word，后面附两张表' },
  'suggestion-table': { word: '建议办理情况表', hint: 'Word，逐件' },
  supervision: { word: '监督事项一览', hint: 'Word' },
  meetings: { word: '会议与决议一览', hint: 'Word' },
  changes: { word: '代表变动表', hint: 'Word，一人一行，带法定程序' },
  publication: { word: '代表履职公示表', hint: 'Word，不含出生年月' },
  deputy: { word: '代表履职登记卡', hint: 'Word，每名代表一页' },
  minutes: { word: '会议纪要', hint: 'Word，每次会议一份，带红头' },
  notice: { word: '通知', hint: 'Word，会议、活动、培训各一份' },
  announcement: { word: '选举公告', hint: 'Word，每次选举一份' },
  reply: { word: '答复函', hint: 'Word，每件答复一份，信函格式' },
  brief: { word: '工作简报', hint: 'Word，每次活动、监督一份' },
  half: { word: '上半年工作小结', hint: 'Word，1月1日到6月30日' },
  assessment: { word: '考核自评报告', hint: 'Word，按县里的考核项' },
}

export const reportKinds = (Object.keys(words) as readonly ReportKind[]).map((kind) => ({ kind, ...words[kind] }))

export const kindsAtFirst: readonly ReportKind[] = ['annual', 'table']
