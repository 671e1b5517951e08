/** Signed-off reports and what changed since. */
import type { OutputOf } from '../../../shared/contract'

export const signed: OutputOf<'report.frozen'> = {
  reports: [
    {
      id: 'd1', kind: 'annual', year: 2024, title: '青禾镇人民代表大会主席团2024年工作报告（定稿）', office: '青禾镇', from: '2024-01-01', to: '2024-12-31', as_at: '2025-01-10', signed_on: '2025-01-10', signer: '周维安', by: '周维安',
      made_at: '2025-01-10T10:00:00+08:00', figures: 173, records: 1204,
      files: [{ id: 'f1', name: '青禾镇_2024年_主席团工作报告.docx', bytes: 41_000, here: true }, { id: 'f2', name: '青禾镇_2024年_统计表.xlsx', bytes: 22_000, here: true }, { id: 'f3', name: '定稿数据.json', bytes: 90_000, here: true }],
    },
    {
      id: 'd0', kind: 'annual', year: 2024, title: '青禾镇人民代表大会主席团2024年工作报告（定稿）', office: '青禾镇', from: '2024-01-01', to: '2024-12-31', as_at: '2025-01-06', signed_on: '2025-01-06', signer: '周维安', by: '周维安',
      made_at: '2025-01-06T10:00:00+08:00', figures: 173, records: 1198, files: [], void: { reason: '数字报错了', by: '周维安', at: '2025-01-09T10:00:00+08:00' },
    },
  ],
}

export const compared: OutputOf<'report.compare'> = {
  figures: [{ path: 'B8.01', name: '组织代表活动次数', unit: '次', was: 46, now: 47 }, { path: 'B5.10%', name: '按期答复（率）', unit: '%', was: 95.7, now: 93.6 }],
  records: [
    { id: 'a1', title: '代表集中视察河道治理', how: 'removed', indicators: ['B8.01', 'B8.02'], names: ['组织代表活动次数', '代表参加活动人次'] }, { id: 'a2', title: '石桥片小组学习', how: 'added', indicators: ['B8.01'], names: ['组织代表活动次数'] },
    { id: 's1', title: '19-4-005 关于集镇老街天然气管道入户的建议', was: '19-4-005 关于老街通天然气的建议', by: '王敏', at: '2025-02-03T09:00:00+08:00', how: 'changed', indicators: ['B5.10'], names: ['按期答复'] },
  ],
}
