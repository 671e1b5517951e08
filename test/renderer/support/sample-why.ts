/** A figure and a day explained. */
import type { Why } from '../../../shared/contract/why'
import { drilled } from './sample-figures'

export const whyTimely: Why = {
  title: '按期答复', value: '45 件（95.7%）', formula: '首次答复不晚于应答复日期；按期答复率＝本数÷(到期或已答复)，补录不计', working: ['45 ÷ 47 = 95.7%'],
  rules: [
    { who: '法律', source: '代表法（2025年）第51条', says: '建议答复（一般）：交办后3个月' },
    { who: '镇里', source: '工作惯例', says: '建议审查后交办：审查后7日', note: '全国无统一规定，请按本地规定核对；未核对原文' },
  ],
  rows: drilled.rows.map((row, index) => ({
    ...row, times: index === 1 ? 2 : 1, by: '周维安', at: '2025-03-08T09:20:00+08:00', county: (['has', 'has', 'older', 'lacks', 'has', 'has'] as const)[index] ?? 'has',
    ...(index === 2 ? { changed_by: '王敏', changed_at: '2025-06-04T15:00:00+08:00' } : {}),
  })),
  total: 6, at_county: { has: 4, lacks: 2 },
}

export const whyDue: Why = {
  title: '应答复日期', value: '2025年6月5日', formula: '从交办那天起算，交办后3个月；满月遇到没有那一天的月份，按月底算。', working: ['2025年3月5日交办，交办后3个月 → 2025年6月5日'],
  rules: [{ who: '法律', source: '代表法（2025年）第51条', says: '建议答复（一般）：交办后3个月' }], rows: whyTimely.rows.slice(0, 1), total: 1, at_county: { has: 1, lacks: 0 },
}
