/** A rehearsed year with gaps. */
import type { Rehearsal } from '../../../shared/contract/rehearsal'

export const rehearsal: Rehearsal = {
  year: 2025, from: '2025-01-01', to: '2025-11-24',
  files: ['主席团工作报告.docx', '统计表.xlsx', '建议办理情况报告.docx', '代表履职公示表.docx'].map((name, at) => ({ name: `青禾镇_2025年_${name}`, bytes: 41_000 - at * 6000, missing: at === 0 ? 3 : 0 })),
  text: ['2026年大会的日期', '2026年工作安排（年度计划）'], form: { name: '青禾镇_县统计表.xlsx', filled: 38, unknown: ['C6 满意率'] }, broken: [{ id: 'C13', ok: false, detail: '已测评 43 ≠ 满意＋基本满意＋不满意 42', ids: ['s3'] }], held: 18,
  pack: { records: 61, groups: [{ label: '代表活动', count: 19 }, { label: '代表建议', count: 14 }, { label: '选民接待', count: 21 }], bytes: 2_400_000, files: 3, files_gone: 0, problem: null },
  missing: [
    { id: 'p1', type: 'person', label: '人员', title: '何秀兰', fields: ['学历', '政治面貌', '职业'], by: '王敏' }, { id: 'a1', type: 'activity', label: '代表活动', title: '代表集中视察河道治理', fields: ['地点', '小结'], by: '周维安' },
    { id: 's1', type: 'suggestion', label: '代表建议', title: '19-4-005 关于集镇老街天然气管道入户的建议', fields: ['内容分类'], by: '周维安' },
  ],
  by_person: [{ name: '王敏', records: 1, fields: 3 }, { name: '周维安', records: 2, fields: 3 }], late: 2,
  moved: [
    { path: 'B8.11', name: '受理群众反映事项', unit: '件', now: 97, before: 41 }, { path: 'B8.07', name: '走访联系选民', unit: '人次', now: 120, before: 204 }, { path: 'B5.10%', name: '按期答复（率）', unit: '%', now: 95.7, before: 72.9 },
  ],
}
