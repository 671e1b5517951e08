/** Charts of a year. */
import type { Chart } from '../../../shared/indicators/charts'

export const sampleCharts: readonly Chart[] = [
  { key: 'structure', title: '代表结构', unit: '人', kind: 'bars', categories: ['男', '女', '35岁及以下', '36–45岁', '46–55岁', '中共党员', '群众', '大学本科', '大专'], series: [{ name: '代表', values: [38, 20, 9, 21, 19, 41, 17, 22, 18] }] },
  {
    key: 'field-result', title: '建议内容和办理结果', unit: '件', kind: 'stacked', categories: ['道路交通', '水利饮水', '教育', '医疗卫生'],
    series: [{ name: 'A 已解决', values: [12, 8, 5, 4] }, { name: 'B 正在解决', values: [4, 3, 1, 1] }, { name: 'C 暂不能', values: [2, 2, 1, 1] }, { name: 'D 不可行', values: [1, 0, 1, 0] }, { name: '还没有结果', values: [3, 2, 1, 0] }],
  },
  {
    key: 'timely-unit', title: '各承办单位答复情况', unit: '件', kind: 'stacked', categories: ['村镇建设办', '农业综合服务中心', '综合执法队'],
    series: [{ name: '按期答复', values: [20, 14, 11] }, { name: '超期或补录答复', values: [1, 0, 1] }, { name: '逾期未答复', values: [1, 0, 0] }, { name: '还没到期', values: [2, 1, 1] }],
  },
  {
    key: 'month', title: '每月活动', unit: '次', kind: 'bars', categories: Array.from({ length: 11 }, (_, at) => `${String(at + 1)}月`),
    series: [{ name: '代表活动', values: [2, 3, 5, 4, 6, 4, 3, 5, 6, 5, 3] }, { name: '接待选民', values: [1, 2, 3, 3, 3, 3, 2, 4, 4, 4, 2] }, { name: '监督', values: [0, 1, 2, 1, 2, 1, 1, 1, 2, 1, 1] }],
  },
  { key: 'deputies', title: '代表参加活动的次数', unit: '人', kind: 'bars', categories: ['没有参加', '1次', '2次', '3–5次', '6–10次', '11次及以上'], series: [{ name: '代表', values: [3, 4, 5, 12, 20, 14] }], note: '“没有参加”只数期末在任的代表，仅供内部掌握。' },
  {
    key: 'trend', title: '五年走势', unit: '', kind: 'lines', categories: ['2021年', '2022年', '2023年', '2024年', '2025年'],
    series: [{ name: '立案建议', values: [31, 40, 44, 47, 52] }, { name: '代表活动', values: [12, 30, 34, 39, 46] }, { name: '监督事项', values: [6, 9, 10, 11, 13] }], note: '2025年到11月24日。',
  },
]
