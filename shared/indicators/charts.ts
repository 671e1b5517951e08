/**
 * Charts of a period: only figures, and lists of records behind figures cut with each other, so that no chart can say another number than
 * the table. Pure.
 */
import { textOf } from '../facts'
import { addDays } from '../rules/calendar'
import { indicatorOf } from './index'
import { figureOf, valueOf } from './figures'
import type { Computed } from '../measures/define-indicator'
import type { Measure, Question } from '../measures/indicator'
import { nameOfPart } from './part-units'

/** The figure behind a number or a category, so that it can be asked why; its days where they are not the chart's. */
export interface ChartAsk {
  readonly indicator: string
  readonly from?: string
  readonly to?: string
}

export interface ChartSeries {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** Of each value. A cut of two figures has none: its category has. */
  readonly asks?: readonly ChartAsk[]
}

export interface Chart {
  readonly key: 'structure' | 'field-result' | 'timely-unit' | 'month' | 'deputies' | 'trend'
  readonly title: string
  readonly unit: string
  /** How it is drawn: bars beside each other, bars on each other, lines. */
  readonly kind: 'bars' | 'stacked' | 'lines'
  readonly categories: readonly string[]
  /** Of each category, where its numbers are parts of one figure. */
  readonly categoryAsks?: readonly ChartAsk[]
  readonly series: readonly ChartSeries[]
  /** In words, where the title does not say all. */
  readonly note?: string
}

const computed = (question: Question, id: string): Computed => indicatorOf(id)?.compute(question) ?? {}
const idsOf = (measure: Measure | undefined): ReadonlySet<string> => new Set(measure?.ids ?? [])
const partsOf = (question: Question, id: string): readonly { readonly name: string; readonly ids: ReadonlySet<string>; readonly value: number | null; readonly ask: ChartAsk }[] =>
  (computed(question, id).parts ?? []).filter(({ key }) => key !== '上级').map((part) => ({ name: nameOfPart(part.name), ids: idsOf(part), value: valueOf(part), ask: { indicator: `${id}/${part.key}` } }))

const both = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((id) => b.has(id)).length

function structure(question: Question): Chart {
  // 未填 and 其他 are in several groups: they say of which.
  const called = (group: string, name: string): string => (name === '未填' || name === '其他' ? `${group}${name}` : name)
  const rows = ([['性别', 'B2.01'], ['年龄', 'B2.03'], ['政治面貌', 'B2.04'], ['学历', 'B2.06'], ['职业', 'B2.08']] as const)
    .flatMap(([group, id]) => partsOf(question, id).filter(({ value }) => (value ?? 0) > 0).map((row) => ({ ...row, name: called(group, row.name) })))
  return { key: 'structure', title: '代表结构', unit: '人', kind: 'bars', categories: rows.map(({ name }) => name), series: [{ name: '代表', values: rows.map(({ value }) => value), asks: rows.map(({ ask }) => ask) }], note: '性别、年龄、政治面貌、学历、职业；没有人的不列。' }
}

const classes = [['A 已解决', 'B5.14'], ['B 正在解决', 'B5.15'], ['C 暂不能', 'B5.16'], ['D 不可行', 'B5.17']] as const

function fieldByResult(question: Question): Chart {
  const fields = partsOf(question, 'B5.07').filter(({ ids }) => ids.size > 0).sort((a, b) => b.ids.size - a.ids.size)
  const results = classes.map(([name, id]) => ({ name, ids: idsOf(computed(question, id)) }))
  const classed = new Set(results.flatMap(({ ids }) => [...ids]))
  return {
    key: 'field-result', title: '建议内容和办理结果', unit: '件', kind: 'stacked', categories: fields.map(({ name }) => name), categoryAsks: fields.map(({ ask }) => ask),
    series: [
      ...results.map(({ name, ids }) => ({ name, values: fields.map((field) => both(field.ids, ids)) })), { name: '还没有结果', values: fields.map((field) => [...field.ids].filter((id) => !classed.has(id)).length) },
    ],
  }
}

const mostUnits = 12

function timelyByUnit(question: Question): Chart {
  const timely = idsOf(computed(question, 'B5.10'))
  const answered = idsOf(computed(question, 'B5.09'))
  const overdue = idsOf(computed(question, 'B5.11'))
  const units = partsOf(question, 'B5.30').slice(0, mostUnits)
  const late = (ids: ReadonlySet<string>): number => [...ids].filter((id) => answered.has(id) && !timely.has(id)).length
  return {
    key: 'timely-unit', title: '各承办单位答复情况', unit: '件', kind: 'stacked', categories: units.map(({ name }) => name), categoryAsks: units.map(({ ask }) => ask),
    series: [
      { name: '按期答复', values: units.map(({ ids }) => both(ids, timely)) }, { name: '超期或补录答复', values: units.map(({ ids }) => late(ids)) }, { name: '逾期未答复', values: units.map(({ ids }) => both(ids, overdue)) },
      { name: '还没到期', values: units.map(({ ids }) => [...ids].filter((id) => !answered.has(id) && !overdue.has(id)).length) },
    ],
    ...(partsOf(question, 'B5.30').length > mostUnits ? { note: `承办最多的 ${String(mostUnits)} 个单位。` } : {}),
  }
}

/** Whole months that the period touches, at most 24, cut to the period. */
function monthsOf({ from, to }: Question['period']): readonly { readonly name: string; readonly from: string; readonly to: string }[] {
  const months: { name: string; from: string; to: string }[] = []
  const many = from.slice(0, 4) !== to.slice(0, 4)
  for (let at = from; at <= to && months.length < 24;) {
    const [year = 0, month = 0] = at.split('-').map(Number)
    const next = month === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(month + 1).padStart(2, '0')}-01`
    const last = addDays(next, -1)
    months.push({ name: many ? `${String(year)}年${String(month)}月` : `${String(month)}月`, from: at, to: last > to ? to : last })
    at = next
  }
  return months
}

function byMonth(question: Question): Chart {
  const months = monthsOf(question.period)
  const of = (name: string, id: string): ChartSeries => ({ name, values: months.map(({ from, to }) => valueOf(computed({ ...question, period: { from, to } }, id))), asks: months.map(({ from, to }) => ({ indicator: id, from, to })) })
  return { key: 'month', title: '每月活动', unit: '次', kind: 'bars', categories: months.map(({ name }) => name), series: [of('代表活动', 'B8.01'), of('接待选民', 'B8.09'), of('监督', 'B6.01')] }
}

const bands = [['1次', 1, 1], ['2次', 2, 2], ['3–5次', 3, 5], ['6–10次', 6, 10], ['11次及以上', 11, Number.POSITIVE_INFINITY]] as const

function byDeputy(question: Question): Chart {
  const { facts } = question
  const times = new Map<string, number>()
  for (const id of computed(question, 'B8.02').ids ?? []) {
    const rec = facts.get(id)
    const person = textOf(facts.get(textOf(rec?.fields ?? {}, 'mandate'))?.fields ?? {}, 'person')
    if (person !== '') times.set(person, (times.get(person) ?? 0) + 1)
  }
  const count = (from: number, to: number): number => [...times.values()].filter((n) => n >= from && n <= to).length
  return {
    key: 'deputies', title: '代表参加活动的次数', unit: '人', kind: 'bars', categories: ['没有参加', ...bands.map(([name]) => name)],
    series: [{ name: '代表', values: [valueOf(computed(question, 'B8.04')), ...bands.map(([, from, to]) => count(from, to))], asks: [{ indicator: 'B8.04' }, ...bands.map(() => ({ indicator: 'B8.02' }))] }], note: '“没有参加”只数期末在任的代表，仅供内部掌握。',
  }
}

const trends = [['立案建议', 'B5.02'], ['代表活动', 'B8.01'], ['监督事项', 'B6.01'], ['受理群众反映', 'B8.11'], ['述职代表', 'B8.17']] as const
const years = 5

function trend(question: Question): Chart {
  const last = Number(question.period.to.slice(0, 4))
  const all = Array.from({ length: years }, (_, index) => last - years + 1 + index)
  const periodOf = (year: number): Question['period'] => ({ from: `${String(year)}-01-01`, to: year === last ? question.period.to : `${String(year)}-12-31` })
  return {
    key: 'trend', title: '五年走势', unit: '', kind: 'lines', categories: all.map((year) => `${String(year)}年`),
    series: trends.map(([name, id]) => ({ name, values: all.map((year) => { const one = indicatorOf(id); return one ? figureOf(one, one.compute({ ...question, period: periodOf(year) })).value : null }), asks: all.map((year) => ({ indicator: id, ...periodOf(year) })) })),
    note: question.period.to.endsWith('-12-31') ? '' : `${String(last)}年到${String(Number(question.period.to.slice(5, 7)))}月${String(Number(question.period.to.slice(8)))}日。`,
  }
}

/** The six charts of a period. */
export const chartsOf = (question: Question): readonly Chart[] => [structure(question), fieldByResult(question), timelyByUnit(question), byMonth(question), byDeputy(question), trend(question)]

const asksOf = (asks: readonly ChartAsk[] | null): { readonly asks?: readonly ChartAsk[] } => (asks === null ? {} : { asks })

/** Charts of several towns added up: categories by their names, in the order in which they come. */
export function addCharts(towns: readonly (readonly Chart[])[]): readonly Chart[] {
  return (towns[0] ?? []).map((first, at): Chart => {
    const all = towns.flatMap((charts) => charts[at] ?? [])
    const categories = [...new Set(all.flatMap((chart) => chart.categories))]
    const valueAt = (chart: Chart, series: number, category: string): number => chart.series[series]?.values[chart.categories.indexOf(category)] ?? 0
    const asked = (of: (chart: Chart) => readonly ChartAsk[] | undefined): readonly ChartAsk[] | null => {
      if (of(first) === undefined) return null
      return categories.map((category) => {
        const chart = all.find((one) => one.categories.includes(category))
        return (chart === undefined ? undefined : of(chart)?.[chart.categories.indexOf(category)]) ?? { indicator: '' }
      })
    }
    const categoryAsks = asked((chart) => chart.categoryAsks)
    return { ...first, categories, ...(categoryAsks === null ? {} : { categoryAsks }), series: first.series.map(({ name }, series) => ({ name, ...asksOf(asked((chart) => chart.series[series]?.asks)), values: categories.map((category) => all.reduce((sum, chart) => sum + valueAt(chart, series, category), 0)) })) }
  })
}
