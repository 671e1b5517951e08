/** Figures, reports and packages of the made-up town and county, as the example screens show them. */
import type { OutputOf } from '../../../shared/contract'
import type { ExchangeState, ImportedFile } from '../../../shared/contract/exchange'
import type { Stats } from '../../../shared/contract/figures'
import { indicators } from '../../../shared/indicators'
import type { Figure } from '../../../shared/measures/indicator'

type Given = Readonly<Record<string, readonly [value: number | null, rate?: number | null, parts?: Readonly<Record<string, number>>]>>

/** All indicators, those not given being nothing. */
export const figuresOf = (given: Given): readonly Figure[] => indicators.map(({ id, name, unit }) => {
  const [value = 0, rate = null, parts = {}] = given[id] ?? []
  return { id, name, unit, value, rate, parts: Object.entries(parts).map(([key, count]) => ({ key, name: partNames[`${id}/${key}`] ?? key, value: count, rate: null })) }
})

const partNames: Readonly<Record<string, string>> = { 'B5.03/会议': '会议期间', 'B5.03/闭会': '闭会期间', 'B8.14/金额': '金额(分)', 'B8.14/受益': '受益人数(人)' }

const now: Given = {
  'B1.04': [60], 'B1.05': [58], 'B1.06': [2], 'B1.12': [9, null, { 之家: 1, 联络站: 2, 工作室: 6 }],
  'B5.01': [52], 'B5.02': [52], 'B5.03': [52, null, { 会议: 38, 闭会: 14 }], 'B5.09': [46, 88.5, { 未分类: 0 }], 'B5.10': [45, 95.7], 'B5.14': [29, 63], 'B5.15': [9, 19.6], 'B5.16': [6, 13], 'B5.17': [2, 4.3],
  'B5.23': [41, 95.3], 'B8.14': [12, null, { 金额: 1_234_500, 受益: 260 }], 'B9.01': [3_000_000], 'B9.02': [1_250_050, 41.7],
}

const before: Given = {
  'B1.04': [60], 'B1.05': [57], 'B1.06': [3], 'B1.12': [8, null, { 之家: 1, 联络站: 2, 工作室: 5 }],
  'B5.01': [47], 'B5.02': [47], 'B5.03': [47, null, { 会议: 35, 闭会: 12 }], 'B5.09': [41, 87.2, { 未分类: 0 }], 'B5.10': [38, 92.9], 'B5.14': [23, 56.1], 'B5.15': [9, 22], 'B5.16': [7, 17], 'B5.17': [2, 4.9],
  'B5.23': [37, 94.9], 'B9.01': [2_500_000], 'B9.02': [1_000_000, 40],
}

export const stats: Stats = {
  indicators: figuresOf(now), before: figuresOf(before),
  checks: [
    { id: 'C11', ok: true, detail: '立案数 52 ＝ 会议期间＋闭会期间 52' }, { id: 'C12', ok: true, detail: '已答复 46 ＝ A＋B＋C＋D＋未分类 46' },
    { id: 'C13', ok: false, detail: '已测评 43 ≠ 满意＋基本满意＋不满意 42', ids: ['s3'] }, { id: 'C20', ok: true, detail: '不适用' },
  ],
}

export const countyStats: Stats = {
  indicators: figuresOf(now), checks: [{ id: 'C22', ok: true, detail: '各镇合计＝县合计' }],
  towns: [
    { code: '339901101', name: '白石渡镇', indicators: figuresOf({ 'B5.02': [30], 'B5.10': [20, 90] }), checks: [] },
    { code: '339901103', name: '青禾镇', indicators: figuresOf({ 'B5.02': [22], 'B5.10': [25, 100] }), checks: [] },
  ],
}

export const drilled: OutputOf<'stats.drill'> = {
  words: '已答复的，最终办理结果为C；率：/已答复', name: 'C类 暂不能解决', ids: ['s1', 's2', 's3', 's4', 's5', 's6'],
  rows: [
    ['s1', '19-4-005 关于集镇老街天然气管道入户的建议', '2025-05-22'], ['s2', '19-4-011 关于岭下村增设公交站点的建议', '2025-05-30'], ['s3', '19-4-019 关于扩建镇中心小学操场的建议', '2025-06-03'],
    ['s4', '19-4-026 关于上坪水库周边发展民宿用地的建议', '2025-06-04'], ['s5', '19-5-008 关于提高村级水管员补助标准的建议', '2025-10-13'], ['s6', '19-闭-002 关于在石桥村设置夜间急诊点的建议', '2025-08-29'],
  ].map(([id = '', title = '', date = '']) => ({ id, type: 'suggestion', title, note: '代表建议 · 已办结', date })),
}

const piece = (level: 0 | 1 | 2 | 3, text: string, more: Partial<OutputOf<'report.draft'>['pieces'][number]> = {}): OutputOf<'report.draft'>['pieces'][number] =>
  ({ key: '', level, text, figures: [], missing: [], edited: false, added: false, moved: null, ...more })

export const report: OutputOf<'report.draft'> = {
  title: '青禾镇人民代表大会主席团工作报告', missing: ['2026年大会的日期', '主席姓名（单位档案）', '存在的问题'],
  from: '2025-01-01', to: '2025-11-24', hidden: [], orphans: [], frozen: null,
  pieces: [
    piece(0, '青禾镇人民代表大会主席团工作报告'), piece(3, '——【待补】在青禾镇第十九届人民代表大会第六次会议上'), piece(3, '各位代表：'),
    piece(1, '一、2025年工作回顾'), piece(2, '（一）督办代表建议，回应群众期盼', { key: 'h.suggestions' }),
    piece(3, '全年收到代表建议、批评和意见52件，立案办理52件。', { key: 'suggestions.0', figures: [{ indicator: 'B5.01', at: 14, length: 2 }, { indicator: 'B5.02', at: 22, length: 2 }] }),
    piece(3, '主席团还组织代表回访了三个村。', { key: 'own.1', edited: true, added: true }),
    piece(3, '在看到成绩的同时，我们也清醒地认识到，工作中还存在一些不足：【待补】。', { key: 'weak', missing: ['存在的问题'] }),

  ],
}

const sent = (pseq: number, day: string, accepted: number, issues = 0) => ({ id: `p${String(pseq)}`, pseq, made_at: `${day}T09:00:00+08:00`, state: 'CONFIRMED', accepted, issues, file: null })

export const reporting: ExchangeState = {
  paired: { county: '望川县人大常委会代工委', code: '339901', fingerprint: '3F2A 91C4', accepted: true, closed: false },
  confirmed: { records: 3812, pseq: 11, received_on: '2025-10-27', files: 96 },
  unsent: {
    records: 61, since: '2025-10-25', files: 7, bytes: 18_900_000,
    groups: [{ label: '群众反映', count: 9, unit: '件' }, { label: '活动', count: 7, unit: '次' }, { label: '建议', count: 5, unit: '件' }, { label: '主席团会议', count: 1, unit: '次' }],
  },
  restorable: '2025-10-27T09:00:00+08:00', clock_ahead: false, next_pseq: 12, packages: [sent(11, '2025-10-27', 118, 2), sent(10, '2025-09-28', 204), sent(9, '2025-08-29', 97), sent(8, '2025-07-28', 143), sent(7, '2025-06-27', 88)],
  issues: [
    { uid: 'x1', type: 'person', title: '徐立新', field: 'edu', code: 'county', say: '县名册为大学本科，请核对', level: 'warning', due_on: '2025-12-05' },
    { uid: 'x2', type: 'suggestion', title: '19-4-014', field: 'assigned_on', code: 'county', say: '早于立案日期，请核对', level: 'warning', due_on: '2025-11-20' },
  ],
}

export const stick = { path: 'E:\\', label: '望川人大', free_bytes: 13_300_000_000, removable: true } as const

const from = (name: string, org: string) => ({ org, name, device: `dev-${org}` })

/** What is on the county's stick, as the preview answers by file. */
export const packages: Readonly<Record<string, ImportedFile>> = {
  'E:\\a.zpk': { file: 'E:\\a.zpk', state: 'PREVIEWED', from: from('青禾镇', '339901103'), pseq: 12, created: '2025-11-24T09:00:00+08:00', counts: { new: 48, changed: 13, same: 204, deleted: 0, conflict: 1, held: 0, error: 0 },
    by_type: { activity: { new: 9, changed: 2, same: 40 }, participation: { new: 31, changed: 0, same: 120 }, suggestion: { new: 8, changed: 11, same: 44, conflict: 1 } },
    totals: [{ indicator: 'B1.05', name: '实有代表数', unit: '名', theirs: 58, ours: 58 }, { indicator: 'B5.01', name: '提出总数', unit: '件', theirs: 52, ours: 44 }, { indicator: 'B8.01', name: '组织代表活动次数', unit: '次', theirs: 23, ours: 14 }],
  },
  'E:\\b.zpk': { file: 'E:\\b.zpk', state: 'PREVIEWED', code: 'awaiting-approval', from: from('上杨乡', '339901105'), newcomer: { by: '李青山', check_no: '4821 0937 5566', slip_no: 1, slip_made_on: '2025-11-03', computers: 0 }, pseq: 1, created: '2025-11-20T09:00:00+08:00', counts: { new: 22, changed: 4, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 } },
  'E:\\c.zpk': { file: 'E:\\c.zpk', state: 'PREVIEWED', from: from('云峰畲族乡', '339901104'), pseq: 8, created: '2025-11-22T09:00:00+08:00', counts: { new: 1157, changed: 31, same: 66, deleted: 0, conflict: 0, held: 0, error: 0 } },
  'E:\\d.zpk': { file: 'E:\\d.zpk', state: 'HELD', code: 'damaged', from: from('泉上镇', '339901106'), pseq: 12 },
  'E:\\e.zpk': { file: 'E:\\e.zpk', state: 'DUPLICATE', code: 'already-imported', detail: { done_at: '2025-11-18T10:00:00+08:00' }, from: from('白石渡镇', '339901101'), pseq: 10 },
}

export const conflicts: OutputOf<'exchange.conflicts'> = {
  items: [{
    id: 'k1', type: 'person', org: '339901103', title: '徐立新',
    heads: [
      { version: 'v1', writer: '周维安', op: 'put', by: '周维安', at: '2025-11-22T09:00:00+08:00', device: 'dev-1', where: '青禾镇 第一台电脑', wins: true, fields: { name: '徐立新', sex: '1', edu: '21', party: '01' } },
      { version: 'v2', writer: '梁静宜', op: 'put', by: '梁静宜', at: '2025-11-21T16:00:00+08:00', device: null, where: '望川县', wins: false, fields: { name: '徐立新', sex: '1', edu: '31', party: '01' } },
    ],
  }],
}
