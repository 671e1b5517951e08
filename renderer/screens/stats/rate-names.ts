/** What the rate of an indicator is called in a row of its own. */
const names: Readonly<Record<string, string>> = {
  'B4.03': '平均出席率', 'B4.09': '平均赞成率', 'B4.11': '按期备案率', 'B4.14': '平均出席率', 'B4.15': '完成率', 'B5.05': '占实有代表', 'B5.09': '办复率', 'B5.10': '按期答复率',
  'B5.13': '当面沟通率', 'B5.14': '占已答复', 'B5.15': '占已答复', 'B5.16': '占已答复', 'B5.17': '占已答复', 'B5.18': '解决率', 'B5.20': '占已测评', 'B5.21': '占已测评',
  'B5.22': '占已测评', 'B5.23': '满意率', 'B5.24': '过程满意率', 'B5.27': '到期落实率', 'B6.14': '办结率', 'B6.15': '整改完成率', 'B6.17': '按期反馈率', 'B6.18': '满意率', 'B6.19': '完成率',
  'B7.02': '完成率', 'B7.06': '完工率', 'B7.07': '满意率', 'B8.03': '占实有代表', 'B8.12': '办结率', 'B8.16': '占实有代表', 'B8.17': '占实有代表', 'B8.18': '覆盖率', 'B8.22': '届内系统培训覆盖率',
  'B8.24': '建档率', 'B9.02': '执行率', 'B9.05': '办结率', 'B9.06': '按期回告率',
}

/** Indicators whose name is that of their rate: the count is called by what it counts. */
const counts: Readonly<Record<string, string>> = { 'B4.03': '人代会实到人次', 'B4.14': '主席团会议实到人次', 'B5.23': '满意和基本满意', 'B5.03': '立案（按提出时段）' }

export const rateName = (id: string): string | null => names[id] ?? null

export const countName = (id: string, name: string): string => counts[id] ?? name
