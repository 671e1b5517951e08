/** The eight parts of a deputy's duty file (A.24), in the order of the card. */
export const dutyParts = {
  basics: '基本情况', meetings: '出席会议', supervision: '视察调研', training: '学习培训', activities: '小组活动', voters: '联系选民', suggestions: '议案建议', debrief: '述职与事迹',
} as const

/** The part in which a 代表活动 of this kind (D.15) stands; one that has no register of its own, such as a 视察 of the county, stands with those that have. */
export function dutyPartOf(kind: string): 'supervision' | 'training' | 'activities' | 'voters' | 'debrief' {
  switch (kind) {
    case '03': case '04': case '05': case '11': return 'supervision'
    case '06': return 'training'
    case '08': case '09': return 'voters'
    case '10': return 'debrief'
    default: return 'activities'
  }
}
