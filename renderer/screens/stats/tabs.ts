/**
 * What each tab shows: the rows that matter at a glance, the chart, and which identities belong to it. All other figures of its groups
 * stand under 全部指标.
 */
export interface RowSpec {
  readonly name: string
  /** One figure, or two that share a line. */
  readonly paths: readonly string[]
  readonly indent?: true
}

export interface ChartSpec {
  readonly title: string
  /** Bars in order. */
  readonly bars?: readonly (readonly [name: string, path: string])[]
  /** Or the bands of ages, in their order, without those who are in none. */
  readonly ages?: string
  /** Or the parts of one figure, largest first. */
  readonly partsOf?: string
}

export interface TabSpec {
  readonly key: string
  readonly word: string
  /** Groups of indicators, `B5`. */
  readonly groups: readonly string[]
  readonly rows: readonly RowSpec[]
  readonly chart?: ChartSpec
  /** Identities, the ones to be said first. */
  readonly checks: readonly string[]
  /** With the share of all deputies in a column of its own. */
  readonly shares?: true
}

const row = (name: string, ...paths: readonly string[]): RowSpec => ({ name, paths })
const under = (name: string, ...paths: readonly string[]): RowSpec => ({ name, paths, indent: true })

export const tabs: readonly [TabSpec, ...TabSpec[]] = [
  {
    key: 'basic', word: '基本情况', groups: ['B1'], checks: ['C20'],
    rows: [
      row('代表名额', 'B1.04'), row('实有代表', 'B1.05'), row('缺额', 'B1.06'), row('主席、副主席', 'B1.09'), row('主席团成员', 'B1.10'), row('驻本镇上级代表', 'B1.08'),
      row('代表小组', 'B1.11'), row('代表联络阵地', 'B1.12'), row('行政村、社区', 'B1.01'), row('乡级选区', 'B1.03'),
    ],
    chart: { title: '代表联络阵地', bars: [['代表之家', 'B1.12/之家'], ['联络站', 'B1.12/联络站'], ['工作室', 'B1.12/工作室'], ['活动室', 'B1.12/活动室'], ['接待点', 'B1.12/接待点']] },
  },
  {
    key: 'structure', word: '代表结构', groups: ['B2'], checks: ['C02', 'C04', 'C05', 'C03', 'C06', 'C07'], shares: true,
    rows: [
      row('实有代表', 'B2.01'), under('妇女', 'B2.11'), under('少数民族', 'B2.12'), under('中共党员', 'B2.04/党员'), under('党外', 'B2.05'), under('大专以上', 'B2.07'),
      under('基层代表', 'B2.09'), under('连任', 'B2.10'), under('补选', 'B2.14'),
    ],
    chart: { title: '年龄', ages: 'B2.03' },
  },
  {
    key: 'changes', word: '变动', groups: ['B3'], checks: ['C01'],
    rows: [
      row('期初实有', 'B3.01'), under('换届当选', 'B3.15'), under('补选增加', 'B3.02'), under('迁出、调离', 'B3.03'), under('辞职', 'B3.04'), under('罢免', 'B3.07'),
      under('去世', 'B3.11'), under('届满卸任', 'B3.16'), row('期末实有', 'B3.13'), row('暂停执行职务', 'B3.12'),
    ],
    chart: {
      title: '减少的原因',
      bars: [['迁出、调离', 'B3.03'], ['辞职', 'B3.04'], ['责令辞职', 'B3.05'], ['两次缺席', 'B3.06'], ['罢免', 'B3.07'], ['丧失国籍', 'B3.08'], ['剥夺权利', 'B3.09'], ['丧失能力', 'B3.10'], ['去世', 'B3.11']],
    },
  },
  {
    key: 'meetings', word: '会议', groups: ['B4'], checks: ['C18', 'C15', 'C16', 'C17'],
    rows: [
      row('人代会', 'B4.01'), under('出席率', 'B4.03%'), under('听取报告', 'B4.06'), under('通过决议、决定', 'B4.07'), under('选举', 'B4.10'), under('议案', 'B4.08'),
      row('主席团会议', 'B4.13'), under('出席率', 'B4.14%'), under('议题', 'B4.15'),
    ],
    chart: { title: '人代会听取的报告', bars: [['政府', 'B4.06/政府'], ['主席团', 'B4.06/主席团'], ['预算决算', 'B4.06/预算'], ['专项', 'B4.06/专项'], ['其他', 'B4.06/其他']] },
  },
  {
    key: 'suggestions', word: '建议办理', groups: ['B5'], checks: ['C11', 'C12', 'C13', 'C10', 'C08', 'C09', 'C14'],
    rows: [
      row('立案建议', 'B5.02'), under('会议期间 / 闭会期间', 'B5.03/会议', 'B5.03/闭会'), row('已答复', 'B5.09'), under('A 已解决或采纳', 'B5.14'), under('B 正在解决或已列计划', 'B5.15'),
      under('C 因条件限制暂不能解决', 'B5.16'), under('D 不可行或超出职权', 'B5.17'), row('按期答复率', 'B5.10%'), row('测评满意率', 'B5.23%'),
    ],
    chart: { title: '办理结果', bars: [['A 已解决或采纳', 'B5.14'], ['B 正在解决', 'B5.15'], ['C 暂不能解决', 'B5.16'], ['D 不可行', 'B5.17']] },
  },
  {
    key: 'supervision', word: '监督', groups: ['B6'], checks: ['C21'],
    rows: [
      row('监督事项', 'B6.01'), under('计划内 / 计划外', 'B6.01/计划内', 'B6.01/计划外'), under('听取专项工作报告', 'B6.02'), under('执法检查', 'B6.03'), under('视察', 'B6.04'),
      under('专题调研', 'B6.05'), under('部门（站所）评议', 'B6.07'), row('参加代表', 'B6.13'), row('发现问题', 'B6.15'), under('整改完成率', 'B6.15%'),
    ],
    chart: {
      title: '监督方式',
      bars: [
        ['听取专项报告', 'B6.02'], ['执法检查', 'B6.03'], ['视察', 'B6.04'], ['专题调研', 'B6.05'], ['专题询问', 'B6.06'], ['部门评议', 'B6.07'], ['述职评议', 'B6.08'], ['预算决算', 'B6.09'],
        ['民生实事', 'B6.10'], ['其他', 'B6.11'],
      ],
    },
  },
  {
    key: 'activities', word: '代表活动', groups: ['B8'], checks: ['C19'],
    rows: [
      row('组织代表活动', 'B8.01'), under('参加人次', 'B8.02'), under('参加过的代表', 'B8.03'), under('一次也没参加的代表', 'B8.04'), row('接待选民', 'B8.09'), row('受理群众反映', 'B8.11'),
      under('已办结', 'B8.12'), row('走访联系选民', 'B8.07'), row('述职代表', 'B8.17'), row('培训', 'B8.22'),
    ],
    chart: { title: '活动种类', partsOf: 'B8.01' },
  },
  {
    key: 'others', word: '其他', groups: ['B7', 'B9'], checks: [],
    rows: [
      row('民生实事票决通过', 'B7.04'), under('完工', 'B7.06'), row('重大事项清单', 'B7.01'), row('代表活动经费预算', 'B9.01'), under('已支出', 'B9.02'), under('执行率', 'B9.02%'),
      row('来信来访', 'B9.05'), row('县交办', 'B9.06'), under('按期回告率', 'B9.06%'), row('宣传稿件', 'B9.09'),
    ],
    chart: { title: '经费支出', partsOf: 'B9.03' },
  },
  { key: 'quality', word: '数据质量', groups: ['B10'], rows: [], checks: [] },
]

const groupOf = (id: string): string => id.slice(0, id.indexOf('.'))

/** The tab that shows an indicator. */
export const tabOfIndicator = (id: string): TabSpec | null => tabs.find((tab) => tab.groups.includes(groupOf(id))) ?? null

export const belongsTo = (tab: TabSpec, id: string): boolean => tab.groups.includes(groupOf(id))
