/** The statistics as a workbook: the form that is handed in, then what stays in the office. */
import type { Stats } from '../../shared/contract/figures'
import type { Figure } from '../../shared/measures/indicator'
import { headFields, hostTable, printed, qualityRows, statisticsRows, type FormHead } from '../../shared/report/statistics-table'
import type { Sheet, SheetColumn } from './xlsx'

type Towns = NonNullable<Stats['towns']>

const column = (label: string, width: number, more: Partial<SheetColumn> = {}): SheetColumn => ({ label, width, ...more })
const number = { align: 'right', numbers: true } as const
const centre = { align: 'center' } as const

function form(stats: Stats, head: FormHead): Sheet {
  const [office = '', days = '', clerk = '', chair = '', phone = '', madeOn = ''] = headFields(head).map(([label, value]) => `${label}：${value}`)
  const like = stats.like === undefined || stats.like.towns.length === 0 ? null : new Map(stats.like.indicators.map((figure) => [figure.id, figure]))
  const rows = statisticsRows(stats.indicators, stats.before ?? null)
  return {
    name: '统计表', title: `${head.office}人大工作统计表`,
    head: [[{ text: office, to: 2 }, { text: days, to: 6 }], [{ text: `${clerk}　　${chair}`, to: 2 }, { text: phone, to: 4 }, { text: madeOn, to: 6 }]],
    columns: [column('编号', 9), column('指标', 38), column('单位', 9, centre), column('本年', 14, number), column('比率', 13, number), column('上年', 14, number), ...(like === null ? [] : [column('同规模乡镇中位数', 16, number)])],
    rows: like === null ? rows : rows.map((row) => (row.group === true ? row : { ...row, cells: [...row.cells, likeCell(like.get(row.indicator ?? ''))] })),
  }
}

const likeCell = (figure: Figure | undefined): string => (figure ? printed(figure.value, figure.unit) : '')

/** Towns side by side; only values, as their rates are in their own tables. */
function byTown(all: readonly Figure[], towns: Towns, each: string): Sheet {
  const values = towns.map((town) => new Map(town.indicators.map((figure) => [figure.id, figure])))
  return {
    name: each, title: `${each}对比`, head: [], landscape: true,
    columns: [column('编号', 9), column('指标', 30), column('单位', 9, centre), column('合计', 12, number), ...towns.map((town) => column(town.name, 11, number))],
    rows: statisticsRows(all, null).filter((row) => row.group === true || row.indicator !== undefined).map((row) => (row.group === true
      ? row
      : { cells: [...row.cells.slice(0, 4), ...values.map((of) => { const figure = of.get(row.indicator ?? ''); return figure ? printed(figure.value, figure.unit) : '—' })] })),
  }
}

const hosts = (stats: Stats): Sheet => ({
  name: '承办单位', title: '承办单位办理情况', head: [], columns: [column('序号', 8, centre), column('承办单位', 46), column('承办件数', 16, number), column('满意率', 16, number)],
  rows: hostTable(stats.indicators).rows,
})

const identities = (stats: Stats): Sheet => ({
  name: '核对', title: '勾稽关系核对', head: [], columns: [column('编号', 10), column('结果', 10, centre), column('说明', 72)],
  rows: stats.checks.map((check) => ({ cells: [check.id, check.ok ? '相符' : '不符', check.detail] })),
})

const quality = (stats: Stats): Sheet => ({
  name: '数据质量', title: '数据质量（内部掌握，不上报）', head: [], columns: [column('编号', 10), column('项目', 50), column('单位', 12, centre), column('数量', 14, number)],
  rows: qualityRows(stats.indicators),
})

/** The sheets in their order; 各镇 at the county only. */
export const statisticsBook = (stats: Stats, head: FormHead): readonly Sheet[] =>
  [form(stats, head), ...(stats.towns && stats.towns.length > 0 ? [byTown(stats.indicators, stats.towns, head.each ?? '各镇')] : []), hosts(stats), identities(stats), quality(stats)]
