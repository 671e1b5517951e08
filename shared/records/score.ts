/** 履职考核 (A.29). Scores have no basis in 代表法: off by default, and never a condition of termination. */
import { date, derived, flag, int, list, ref, text, type Data, type DataOf, type Field } from '../fields'
import { intOf, textOf } from '../facts'
import { defineRecord } from '../record'
import { deputyName, joined, numberText } from './names'
import { rowsOf } from './rows'
import { gradeOf, linesOf } from './score-grade'

const grade: Field<'derived', 'app'> = { ...derived('等次'), codes: 'grade' }
const points = { max: 100_000, unit: '分', tenths: true } as const

export const score = defineRecord({
  type: 'score',
  label: '履职考核',
  scope: 'county',
  key: ['mandate', 'year'],
  parents: [{ field: 'mandate', onDelete: 'refuse' }],
  menu: 'activities',
  fields: {
    mandate: ref('代表', ['mandate'], 'identity'),
    year: int('年度', 'identity', { min: 1900, max: 2100 }),
    items: list('各项得分', {
      item: text('项目', 'optional', { max: 60 }),
      auto_tenths: int('自动得分', 'app', { ...points, min: -100_000 }),
      manual_tenths: int('人工加减分', 'optional', { ...points, min: -100_000 }),
      reason: text('理由', 'optional', { max: 500 }),
    }, 'optional'),
    self_tenths: int('自评', 'optional', points),
    group_tenths: int('小组评', 'optional', points),
    presidium_tenths: int('主席团评', 'optional', points),
    final_tenths: derived('总分', { unit: '分', tenths: true }),
    grade,
    published: flag('已公布', 'optional'),
    confirmed_on: date('本人核对日期', 'optional'),
    exit_advised_on: date('劝辞建议日期', 'optional'),
    exit_note: text('劝辞情形', 'optional'),
  },
  columns: ['mandate', 'year', 'final_tenths', 'grade', 'published', 'confirmed_on'],
  search: ['mandate'],
  title: (data, lookup) => joined(deputyName(lookup, textOf(data, 'mandate')), `${numberText(data, 'year')}年履职考核`),
  derive: (rec) => ({ final_tenths: finalTenths(rec.fields), grade: scoreGrade(rec.fields) }),
})
export type Score = DataOf<typeof score.fields>

/** Sum of what was counted and of what people added or took off, in tenths of a point; null without any item. */
export function finalTenths(data: Data): number | null {
  const items = rowsOf(data, 'items')
  if (items.length === 0) return null
  return items.reduce((sum, row) => sum + (intOf(row, 'auto_tenths') ?? 0) + (intOf(row, 'manual_tenths') ?? 0), 0)
}

/** Grade of a score by its items; null without any, and where the office grades nobody. */
export function scoreGrade(data: Data): string | null {
  const total = finalTenths(data)
  return total === null ? null : gradeOf(total, linesOf(data))
}
