/** Canned answers of a made-up town and county, the ones of the example screens. */
import type { Home } from '../../../shared/contract/figures'
import type { OfficeInfo, OfficeState } from '../../../shared/contract/office'
import type { Todo } from '../../../shared/todos/todo'
import { defaultSettings } from '../../../shared/rules/rule-book'
import type { Answers } from './fake-api'
import { sampleRules } from './sample-rules'

export const today = '2025-11-24'

export const town: OfficeInfo = {
  role: 'town', code: '339901103', name: '青禾镇', county_name: '望川县', province: '浙江', rules_note: null,
  term: { id: 'term-19', no: 19, name: '第十九届', quota: 60 }, office_id: 'office-1', chair: '周维安', by: '周维安',
  device: { id: 'dev-1', letter: '' }, paired: { county: '望川县人大常委会代工委', fingerprint: '3F2A 91C4 7B0E 55D1' },
  last_backup: '2025-11-24T08:12:00+08:00', today,
}

export const county: OfficeInfo = {
  ...town, role: 'county', code: '339901', name: '望川县', county_name: null, term: null, chair: null, by: '梁静宜', paired: null,
  last_backup: '2025-11-24T08:05:00+08:00',
}

export const stateOf = (office: OfficeInfo): OfficeState => ({ phase: 'open', data_dir: 'C:\\Users\\zrd\\AppData\\Local\\zhen-renda\\data', office, names: [office.by], failure: null })

const todo = (
  id: string, state: Todo['state'], who: Todo['who'], title: string, source: string, owner: string, due_on: string, days: number, label: string,
): Todo => ({
  id, rule: id, who, title, about: { type: 'suggestion', id: `rec-${id}` }, due_on, started_on: null, owner, source, state, days,
  action: { label, kind: 'step', step: 'urge', type: 'suggestion', id: `rec-${id}` },
})

export const todos: readonly Todo[] = [
  todo('a', 'late', '法律', '19-5-003 关于增设垃圾清运点的建议：未答复', '代表法第51条 · 交办后3个月', '镇综合执法队', '2025-11-12', -12, '催办'),
  todo('b', 'late', '省里', '召开主席团会议：上次为8月15日', '浙江省规则 · 每三个月至少一次', '', '2025-11-15', -9, '记会议'),
  todo('c', 'soon', '镇里', '石桥村路灯不亮：转办后未回复群众', '联络站制度 · 转办后15天', '供电所', '2025-11-28', 4, '登记回复'),
  todo('d', 'soon', '省里', '19-闭-006 通村道路建议：重新办理', '浙江省规则 · 测评不满意后1个月', '', '2025-12-05', 11, '登记答复'),
  todo('e', 'soon', '县里', '县人大交办：报送民生实事项目进度', '望川人办〔2025〕17号', '', '2025-12-10', 16, '回告'),
  todo('f', 'soon', '法律', '食品安全视察报告：处理情况未反馈代表', '代表法第31条 及时 · 省里定3个月', '', '2025-12-18', 24, '登记反馈'),
  todo('g', 'soon', '省里', '第十九届第六次会议：筹备时间表待定', '浙江省规则 · 会前7日通知代表', '', '2025-12-22', 28, '去筹备'),
  todo('h', 'later', '法律', '9 名代表本届还没有向选民述职', '代表法第58条 定期 · 镇里定每届一次', '', '2025-12-31', 37, '看名单'),
  todo('i', 'later', '镇里', '年度工作计划总结', '镇里定', '', '2026-01-10', 47, '去写'),
  todo('j', 'later', '镇里', '经费结算', '镇里定', '', '2026-01-15', 52, '去结'),
  todo('k', 'later', '省里', '代表培训：每年至少一次', '浙江省规则', '', '2026-01-20', 57, '记培训'),
]

const figure = (indicator: string, label: string, value: number, unit: string, sub: string, warn = false) => ({ indicator, label, value, unit, sub, warn })

export const home: Home = {
  today, from: '2025-01-01', to: today, todos,
  figures: [
    figure('B8.01', '代表活动', 46, '次', '去年同期 39 次'),
    figure('B8.02', '参加活动', 812, '人次', '人均 14.0 次'),
    figure('B5.02', '立案建议', 52, '件', '去年同期 47 件'),
    figure('B5.10', '按期答复率', 95.7, '%', '1 件逾期', true),
    figure('B5.23', '测评满意率', 95.3, '%', '43 件中 2 件不满意'),
    figure('B8.09/人次', '接待选民', 284, '人次', '联络站 31 场'),
    figure('B8.11', '群众反映事项', 97, '件', '已办结 88 件'),
    figure('B8.04', '本年无活动代表', 3, '人', '实有代表 58 名'),
  ],
}


/** Everything that the frame and the screens of this folder ask of a town at work. */
export const townAnswers: Answers = {
  'office.state': stateOf(town),
  'home.get': home,
  'todo.list': { items: todos },
  'shell.handed': { path: null },
  'guide.get': { lines: [], next: null, off: true },
  'draft.list': { drafts: [] },
  'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' },
  'draft.drop': { dropped: true },
  'record.list': { rows: [], titles: {}, next: null, total: 58 },
  'search.all': {
    hits: [
      { id: 's1', type: 'suggestion', title: '19-5-003 关于增设垃圾清运点的建议', note: '待答复，镇综合执法队' },
      { id: 's2', type: 'suggestion', title: '19-闭-006 关于修缮上坪村至石桥村通村道路的建议', note: '重新办理' },
      { id: 'd1', type: 'document', title: '青人〔2025〕8号 关于代表建议办理情况的通报', note: '9月30日' },
    ],
  },
  'settings.get': { settings: defaultSettings, ui: {} },
  'settings.set': { settings: defaultSettings, ui: {} },
  'rules.list': sampleRules('浙江'),
  'exchange.state': {
    paired: { county: '望川县人大常委会代工委', code: '339901', fingerprint: '3F2A 91C4', accepted: true, closed: false },
    confirmed: { records: 3812, pseq: 11, received_on: '2025-10-27', files: 96 },
    unsent: { records: 61, since: '2025-10-25', files: 7, bytes: 18_000_000, groups: [] },
    next_pseq: 12, packages: [], restorable: '2025-10-27T07:00:00.000Z', clock_ahead: false,
    issues: [
      { uid: 'x1', type: 'person', title: '徐立新', field: 'edu', code: 'check', say: '县名册为大学本科，请核对', level: 'error' },
      { uid: 'x2', type: 'suggestion', title: '19-4-014', field: 'replied_on', code: 'check', say: '早于交办日期，请核对', level: 'error' },
    ],
  },
}

export const countyAnswers: Answers = {
  ...townAnswers,
  'office.state': stateOf(county),
  'todo.list': { items: [] },
  'exchange.above': { paired: { name: '栾城市', accepted: true, closed: false }, next_pseq: 4, last: { pseq: 3, made_at: '2025-10-08T02:12:00Z', confirmed: true } },
  'home.get': { ...home, towns: [['339901101', 14, 18, 100], ['339901103', 12, 16, 93.8], ['339901104', 9, 7, 85.7], ['339901105', 11, 11, null]].map(([code, activities, suggestions, answered]) => ({ code: String(code), activities: activities as number, suggestions: suggestions as number, answered: answered as number | null })) },
  'exchange.received': {
    packages: [['a', '339901101', '白石渡镇', 12, '2025-11-20T10:12:00+08:00', 48, 6, 0, true], ['b', '339901105', '上杨乡', 9, '2025-11-03T15:40:00+08:00', 21, 3, 4, true], ['c', '339901103', '青禾镇', 11, '2025-10-27T09:05:00+08:00', 0, 2, 0, false]].map(([id, org, name, pseq, at, fresh, changed, missing, answered]) => ({
      id: String(id), org: String(org), name: String(name), pseq: Number(pseq), made_at: String(at), received_at: String(at), counts: { new: Number(fresh), changed: Number(changed), same: 0, deleted: 0, conflict: 0, held: 0, error: 0 }, missing: Number(missing), answered: answered === true,
    })),
  },
  'exchange.board': {
    overdue_days: 60,
    towns: [
      { code: '339901101', name: '白石渡镇', last_pseq: 12, last_package: '2025-11-20', complete: true, days_since: 4, open_issues: 0, pending_attachments: 0, conflicts: 0, state: 'complete' },
      { code: '339901103', name: '青禾镇', last_pseq: 11, last_package: '2025-10-27', complete: true, days_since: 28, open_issues: 2, pending_attachments: 0, conflicts: 0, state: 'issues' },
      { code: '339901104', name: '云峰畲族乡', last_pseq: 7, last_package: '2025-08-30', complete: true, days_since: 86, open_issues: 0, pending_attachments: 3, conflicts: 0, state: 'late' },
      { code: '339901105', name: '上杨乡', last_pseq: 9, last_package: '2025-11-03', complete: false, days_since: 21, open_issues: 0, pending_attachments: 0, conflicts: 0, state: 'missing' },
    ],
  },
}
