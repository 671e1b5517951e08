/**
 * The grade of a year's points. Whether anybody is graded, and from how many points, is the office's to say (评分规则); a kept score carries that
 * with it as a row of its items, so that the county reads the same grade. A score without such a row is graded by the usual lines (A.29).
 */
import type { Data, Row } from '../fields'
import { textOf } from '../facts'
import { rowsOf } from './rows'

/** Tenths of a point from which a year is 优秀, 称职, 基本称职. */
export type GradeLines = readonly [number, number, number]

export const usualLines: GradeLines = [900, 800, 600]

const item = '等次'
const none = '不定等次'
const words = ['优秀', '称职', '基本称职'] as const

/** The row that says how a kept score is graded. */
export const gradeRow = (lines: GradeLines | null): Row =>
  ({ item, reason: lines === null ? none : words.map((word, at) => `${word} ${String((lines[at] ?? 0) / 10)} 分`).join('、') })

/** The lines of a kept score; null = it is not graded. */
export function linesOf(data: Data): GradeLines | null {
  const row = rowsOf(data, 'items').find((one) => one['item'] === item)
  if (row === undefined) return usualLines
  const [best, good, fair] = [...textOf(row, 'reason').matchAll(/[\d.]+/gu)].map(([number]) => Math.round(Number(number) * 10))
  return best === undefined || good === undefined || fair === undefined ? null : [best, good, fair]
}

/** Code of `grade` for tenths of a point; null where nobody is graded. */
export const gradeOf = (total: number, lines: GradeLines | null): string | null =>
  lines === null ? null : total >= lines[0] ? '1' : total >= lines[1] ? '2' : total >= lines[2] ? '3' : '4'
