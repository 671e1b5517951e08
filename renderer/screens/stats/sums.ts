/** The identities of a tab in digits: 立案 52 = 38 + 14. What does not add up is said by the store's own sentence, with its records. */
import type { Check } from '../../../shared/measures/indicator'
import { readFigure, type FigureMap } from './figure-text'

interface Sum {
  readonly name: string
  readonly total: string
  readonly plus: readonly string[]
  /** Adds the parts of this indicator, without the column of upper-level deputies. */
  readonly partsOf?: string
  readonly minus?: readonly string[]
}

const range = (group: string, from: number, to: number): readonly string[] => Array.from({ length: to - from + 1 }, (_, i) => `${group}.${String(from + i).padStart(2, '0')}`)

const structure = (name: string, id: string): Sum => ({ name, total: 'B1.05', plus: [], partsOf: id })

const sums: Readonly<Record<string, Sum>> = {
  C01: { name: '期末实有', total: 'B3.13', plus: ['B3.01', 'B3.02', 'B3.15'], minus: [...range('B3', 3, 11), 'B3.16'] },
  C02: structure('性别', 'B2.01'), C03: structure('民族', 'B2.02'), C04: structure('年龄', 'B2.03'), C05: structure('政治面貌', 'B2.04'), C06: structure('学历', 'B2.06'), C07: structure('职业', 'B2.08'),
  C08: { name: '提出总数', total: 'B5.01', plus: ['B5.02'], partsOf: 'B5.06' },
  C09: { name: '立案按分类', total: 'B5.02', plus: [], partsOf: 'B5.07' },
  C10: { name: '立案按交办', total: 'B5.02', plus: ['B5.08', 'B5.08/未交办'] },
  C11: { name: '立案', total: 'B5.02', plus: ['B5.03/会议', 'B5.03/闭会'] },
  C12: { name: '已答复', total: 'B5.09', plus: ['B5.14', 'B5.15', 'B5.16', 'B5.17', 'B5.09/未分类'] },
  C13: { name: '已测评', total: 'B5.19', plus: ['B5.20', 'B5.21', 'B5.22'] },
  C14: { name: '期末未结', total: 'B5.39', plus: ['B5.31', 'B5.32'], minus: range('B5', 33, 38) },
  C20: { name: '缺额', total: 'B1.06', plus: ['B1.04'], minus: ['B1.05'] },
  C21: { name: '监督事项', total: 'B6.01', plus: range('B6', 2, 11) },
}

const plainNames: Readonly<Record<string, string>> = { C15: '表决票数', C16: '投票收发', C17: '选举票数', C18: '大会出席', C19: '活动出席' }

/** The digits, where they add up; null where a figure is not known or they do not. */
function inDigits(sum: Sum, figures: FigureMap): string | null {
  const total = readFigure(figures, sum.total)
  const parts = sum.partsOf === undefined ? [] : (figures.get(sum.partsOf)?.parts ?? []).filter(({ key }) => key !== '上级').map(({ key }) => `${sum.partsOf ?? ''}/${key}`)
  const read = (paths: readonly string[]): readonly number[] => paths.map((path) => readFigure(figures, path) ?? 0)
  const plus = read([...sum.plus, ...parts])
  const minus = read(sum.minus ?? [])
  const add = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
  if (total === null || add(plus) - add(minus) !== total) return null
  const terms = plus.filter((n) => n !== 0).join(' + ') || '0'
  return `${sum.name} ${String(total)} = ${terms}${minus.filter((n) => n !== 0).map((n) => ` − ${String(n)}`).join('')}`
}

export interface CheckLine {
  readonly id: string
  readonly ok: boolean
  readonly words: string
  /** Records that break it. */
  readonly ids: readonly string[]
}

/** The lines of these identities in this order; one that does not apply has none. */
export function checkLines(wanted: readonly string[], checks: readonly Check[], figures: FigureMap, each = '各镇'): readonly CheckLine[] {
  const byId = new Map(checks.map((check) => [check.id, check]))
  return wanted.flatMap((id): readonly CheckLine[] => {
    const check = byId.get(id)
    if (!check || check.detail === '不适用') return []
    const sum = sums[id]
    const name = sum?.name ?? (id === 'C22' ? `${each}合计` : plainNames[id] ?? id)
    if (!check.ok) return [{ id, ok: false, words: check.detail, ids: check.ids ?? [] }]
    return [{ id, ok: true, words: (sum ? inDigits(sum, figures) : null) ?? `${name}相符`, ids: [] }]
  })
}
