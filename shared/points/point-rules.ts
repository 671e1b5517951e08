/**
 * Points for deputies (A.29). They have no basis in 代表法: off unless an office switches them on, and never a condition of anything. The table
 * is a sample of practice (汝州: base, each further time, cap; 江北: leave and absence take off) that an office edits as it likes. Tenths of a point.
 */
import { usualLines, type GradeLines } from '../records/score-grade'
import { fail, ok, type Result } from '../result'

/** What a rule counts in the records of a year; `none` = given by people only. */
export const pointSources = [
  'session', 'meeting', 'training', 'research', 'inspection', 'lead', 'cosign', 'voters', 'dispute', 'needy', 'practical', 'charity', 'debrief', 'absent', 'none',
] as const
export type PointSource = (typeof pointSources)[number]

export interface PointRule {
  readonly item: string
  readonly source: PointSource
  /** For the first time; less than nothing takes off. */
  readonly base: number
  /** For each further time. */
  readonly more: number
  /** No more than this for the item (no less, where it takes off); null = no limit. */
  readonly cap: number | null
}

export interface PointTable {
  readonly rules: readonly PointRule[]
  /** Brings the sum of all caps to 100. */
  readonly hundred: boolean
  /** Tenths of a point from which a year is 优秀, 称职 and 基本称职; null = nobody is graded, which is so until an office says otherwise. */
  readonly grades: GradeLines | null
}

const rule = (item: string, source: PointSource, base: number, more: number, cap: number | null): PointRule => ({ item, source, base, more, cap })

export const samplePoints: PointTable = {
  hundred: false, grades: null,
  rules: [
    rule('出席人代会', 'session', 150, 0, 150), rule('参加其他会议', 'meeting', 30, 10, 50), rule('培训', 'training', 30, 10, 50), rule('调研', 'research', 60, 20, 100),
    rule('视察、执法检查', 'inspection', 60, 10, 100), rule('提建议（领衔）', 'lead', 40, 10, 60), rule('提建议（联名）', 'cosign', 10, 10, 40), rule('接待走访选民', 'voters', 40, 20, 120),
    rule('化解矛盾', 'dispute', 50, 10, 80), rule('扶弱济困', 'needy', 50, 10, 80), rule('办实事', 'practical', 50, 10, 80), rule('公益', 'charity', 50, 10, 80), rule('述职', 'debrief', 50, 0, 50),
    rule('请假、缺席', 'absent', -10, -10, null), rule('其他', 'none', 0, 0, 50),
  ],
}

/** Points of an item done `times` times, before anything is brought to 100. */
export function pointsFor({ base, more, cap }: PointRule, times: number): number {
  if (times <= 0) return 0
  const sum = base + more * (times - 1)
  if (cap === null) return sum
  return sum < 0 ? Math.max(sum, -Math.abs(cap)) : Math.min(sum, cap)
}

/** What all items that give points may give together. */
export const fullPoints = (table: PointTable): number => table.rules.reduce((sum, one) => sum + Math.max(0, one.cap ?? 0), 0)

/** The same brought to 100 where the table says so; half tenths go up. */
export function scaled(table: PointTable, tenths: number): number {
  const full = fullPoints(table)
  return table.hundred && full > 0 ? Math.round((tenths * 1000) / full) : tenths
}

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= 100_000

/** Three scores from high to low. */
function readLines(value: unknown): GradeLines | 'bad' {
  if (!Array.isArray(value) || value.length !== usualLines.length) return 'bad'
  const [best, good, fair] = value as readonly unknown[]
  return isWhole(best) && isWhole(good) && isWhole(fair) && best > good && good > fair && fair > 0 ? [best, good, fair] : 'bad'
}

/** A table as somebody edited it; what is wrong is named by its row. */
export function readPointTable(value: unknown): Result<PointTable> {
  const bad = (row: number, key: string, why: string) => fail('bad-input', { field: `rules.${String(row)}.${key}`, detail: { label: `第${String(row + 1)}行`, want: why } })
  if (typeof value !== 'object' || value === null) return fail('bad-input', { field: 'rules', detail: { want: 'table' } })
  const { rules, hundred, grades } = value as Readonly<Record<string, unknown>>
  if (!Array.isArray(rules) || rules.length === 0 || rules.length > 60 || typeof hundred !== 'boolean') return fail('bad-input', { field: 'rules', detail: { want: '1..60 rows' } })
  const lines = grades === null || grades === undefined ? null : readLines(grades)
  if (lines === 'bad') return fail('bad-input', { field: 'rules', detail: { label: '等次', want: '三个分数，从高到低' } })
  const read: PointRule[] = []
  for (const [row, one] of (rules as readonly unknown[]).entries()) {
    const { item, source, base, more, cap } = (typeof one === 'object' && one !== null ? one : {}) as Readonly<Record<string, unknown>>
    const name = typeof item === 'string' ? item.trim() : ''
    if (name === '' || name.length > 60) return bad(row, 'item', '项目名称')
    if (read.some((other) => other.item === name)) return fail('already-exists', { field: `rules.${String(row)}.item`, detail: { title: name } })
    const known = pointSources.find((word) => word === source)
    if (known === undefined) return bad(row, 'source', '按什么算')
    if (!isWhole(base) || !isWhole(more) || !(cap === null || isWhole(cap))) return bad(row, 'base', '分数')
    read.push({ item: name, source: known, base, more, cap })
  }
  return ok({ rules: read, hundred, grades: lines })
}
