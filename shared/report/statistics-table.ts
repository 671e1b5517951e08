/** The statistics table of B.1–B.9: a row per figure under the heading of its group, parts indented, last year beside it. */
import type { Figure } from '../measures/indicator'
import { nameOfPart, unitOfPart } from '../indicators/part-units'
import { chineseDay, type Block, type TableBlock, type TableRow } from './block'

const groups: readonly (readonly [prefix: string, name: string])[] = [
  ['B1.', '一、基本情况'], ['B2.', '二、代表结构'], ['B3.', '三、代表变动'], ['B4.', '四、人代会和主席团'], ['B5.', '五、代表建议'], ['B6.', '六、监督'],
  ['B7.', '七、重大事项和民生实事'], ['B8.', '八、代表活动和履职'], ['B9.', '九、经费、信访、宣传和县交办'],
]

/** Kept in the office (domain.md B.8, B.10): not part of what is handed in. */
const internal = (id: string): boolean => id === 'B8.04' || id.startsWith('B10.')

/** One part for each unit or group, keyed by a record: a table of their own, or too many for this one. */
const ownTable: readonly string[] = ['B5.30']

/** A value as it is printed: 元 for money, points of tenths, 是/否, — where nobody knows. */
export function printed(value: number | null, unit: string): string {
  if (value === null) return '—'
  if (unit === '分') return (value / 100).toFixed(2)
  if (unit === '分值') return (value / 10).toFixed(1)
  return unit === '是/否' ? (value === 1 ? '是' : '否') : String(value)
}

export const printedUnit = (unit: string): string => (unit === '分' ? '元' : unit === '分值' ? '分' : unit)
const rate = (value: number | null): string => (value === null ? '' : `${value.toFixed(1)}%`)

interface Options {
  /** Parts that are zero in both years are left out. */
  readonly short?: boolean
}

function rowsOf(figure: Figure, old: Figure | undefined, compared: boolean, { short = false }: Options): readonly TableRow[] {
  const past = (value: number | null | undefined, unit: string): string => (compared ? printed(value ?? null, unit) : '')
  const parts = ownTable.includes(figure.id) ? [] : figure.parts.flatMap((part) => {
    const before = old?.parts.find((one) => one.key === part.key)?.value ?? null
    if (short && (part.value ?? 0) === 0 && (before ?? 0) === 0) return []
    const unit = unitOfPart(figure.id, part.key, figure.unit)
    return [[nameOfPart(part.name).replace(/^其中/u, ''), printedUnit(unit), printed(part.value, unit), rate(part.rate), past(before, unit)]]
  })
  return [
    { indicator: figure.id, cells: [figure.id, figure.name, printedUnit(figure.unit), printed(figure.value, figure.unit), rate(figure.rate), past(old?.value, figure.unit)] },
    ...parts.map(([name = '', ...cells], index) => ({ cells: ['', `${index === 0 ? '　其中：' : '　　　　'}${name}`, ...cells] })),
  ]
}

/** Cells: id, name, unit, this year, rate, last year ('' where nobody compares). */
export function statisticsRows(figures: readonly Figure[], before: readonly Figure[] | null, options: Options = {}): readonly TableRow[] {
  const last = new Map(before?.map((figure) => [figure.id, figure]))
  return groups.flatMap(([prefix, name]) => {
    const rows = figures.filter(({ id }) => id.startsWith(prefix) && !internal(id)).flatMap((figure) => rowsOf(figure, last.get(figure.id), before !== null, options))
    return rows.length === 0 ? [] : [{ cells: [name], group: true as const }, ...rows]
  })
}

export const statisticsTable = (figures: readonly Figure[], before: readonly Figure[] | null, options: Options = {}): TableBlock => ({
  kind: 'table',
  columns: [
    { label: '编号', width: 10 }, { label: '指标', width: 40 }, { label: '单位', width: 10, align: 'center' }, { label: '本年', width: 14, align: 'right' }, { label: '比率', width: 12, align: 'right' },
    { label: '上年', width: 14, align: 'right' },
  ],
  rows: statisticsRows(figures, before, options),
})

/** Why a rate is above a hundred: who left in the year took part, and is none of those in office at its end (B8.03). */
export function overHundred(figures: readonly Figure[]): readonly Block[] {
  const active = figures.find(({ id }) => id === 'B8.03')
  return (active?.rate ?? 0) > 100 ? [{ kind: 'note', text: '注：B8.03 参加活动代表数含期内离任的代表，比率对期末实有代表计算，所以超过100%。' }] : []
}

/** Handling units with their suggestions and the rate of satisfaction (B5.30). */
export function hostTable(figures: readonly Figure[]): TableBlock {
  const hosts = figures.find(({ id }) => id === 'B5.30')?.parts ?? []
  return {
    kind: 'table',
    columns: [{ label: '序号', width: 10, align: 'center' }, { label: '承办单位', width: 50 }, { label: '承办件数', width: 20, align: 'right' }, { label: '满意率', width: 20, align: 'right' }],
    rows: hosts.map((host, index) => ({ cells: [String(index + 1), host.name, String(host.value ?? 0), host.rate === null ? '—' : rate(host.rate)] })),
  }
}

/** Internal figures: B8.04 and the data quality of B.10. Cells: id, name, unit, value. */
export const qualityRows = (figures: readonly Figure[]): readonly TableRow[] =>
  figures.filter(({ id }) => internal(id)).map((figure) => ({ cells: [figure.id, figure.name, printedUnit(figure.unit), printed(figure.value, figure.unit)] }))

export interface FormHead {
  readonly office: string
  /** Who fills it in; absent = the presidium of `office`. */
  readonly filledBy?: string
  /** What the offices below are together: 各镇, 各县. */
  readonly each?: string
  readonly from: string
  readonly to: string
  readonly madeOn: string
  readonly clerk: string
  readonly chair: string
  readonly phone: string
}

const blank = '　　　　　'

/** Labels and values of the head of a form: who filled it in for which days. */
export const headFields = (head: FormHead): readonly (readonly [label: string, value: string])[] => [
  ['填报单位', `${head.filledBy ?? `${head.office}人大主席团`}（盖章）`], ['报表期', `${chineseDay(head.from)}—${chineseDay(head.to)}`], ['填表人', head.clerk || blank], ['审核人', head.chair || blank], ['电话', head.phone || blank],
  ['报出日期', chineseDay(head.madeOn)],
]

/** The head above a table in a document, in two lines. */
export const formHead = (head: FormHead): readonly Block[] => {
  const say = (fields: readonly (readonly [string, string])[]): string => fields.map(([label, value]) => `${label}：${value}`).join('　')
  const fields = headFields(head)
  return [{ kind: 'note', text: say(fields.slice(0, 2)) }, { kind: 'note', text: say(fields.slice(2)) }]
}
