/** A rule as the office sets it itself: the entry in force with other values, its source named. Pure. */
import { fail, ok, type Result } from '../result'
import type { RuleEntry, RuleUnit } from './rule-book'

/** What a person may change of an entry. `n` null = the rule is off. */
export interface RuleEdit {
  readonly key: string
  readonly n: number | null
  readonly of?: number
  readonly max?: number
  readonly few?: RuleEntry['few']
  readonly unit?: RuleUnit
  /** Title, year and article of the text that says so. */
  readonly source: string
  readonly who?: RuleEntry['who']
  readonly note?: string
}

const periods: readonly RuleUnit[] = ['day', 'workday', 'month']
const greatest: Readonly<Record<RuleUnit, number>> = { day: 1000, workday: 500, month: 120, count: 400, share: 100 }

/** Units that the rule may be changed to: a period to another period, a number or a share only to itself. */
export const unitsFor = (entry: RuleEntry): readonly RuleUnit[] => (periods.includes(entry.unit) && entry.from !== 'year' ? periods : [entry.unit])

const between = (field: string, label: string, value: number, min: number, max: number) =>
  (Number.isInteger(value) && value >= min && value <= max ? null : fail('out-of-range', { field, detail: { label, min, max, value } }))

/** The new entry; fails with the field that is wrong. `today` becomes the day on which it was checked. */
export function editedRule(entry: RuleEntry, edit: RuleEdit, today: string): Result<RuleEntry> {
  if (edit.source.trim() === '') return fail('required', { field: 'source', detail: { label: '依据' } })
  const unit = edit.unit ?? entry.unit
  if (!unitsFor(entry).includes(unit)) return fail('unknown-code', { field: 'unit', detail: { label: '单位', value: unit } })
  const { note: _note, of: _of, max: _max, few: _few, ...rest } = entry
  const common = {
    ...rest, unit, n: edit.n, source: edit.source.trim(), who: edit.who ?? '镇里', checked_on: today, verified: false, ...(edit.note === undefined || edit.note.trim() === '' ? {} : { note: edit.note.trim() }),
  }
  if (edit.n === null) return ok(common)
  const top = entry.from === 'year' && unit === 'month' ? 12 : greatest[unit]
  const wrong = between('n', '数值', edit.n, 1, top)
    ?? (unit === 'share' ? between('of', '分母', edit.of ?? entry.of ?? 0, edit.n, 100) : null)
    ?? (edit.max === undefined ? null : between('max', '上限', edit.max, edit.n, greatest[unit]))
  if (wrong) return wrong
  return ok({ ...common, ...(unit === 'share' ? { of: edit.of ?? entry.of ?? 1 } : {}), ...(edit.max === undefined ? {} : { max: edit.max }), ...(edit.few === undefined ? {} : { few: edit.few }) })
}

/** Whether two entries ask for the same. */
export const sameRule = (a: RuleEntry, b: RuleEntry): boolean =>
  a.n === b.n && a.of === b.of && a.max === b.max && JSON.stringify(a.few) === JSON.stringify(b.few) && a.unit === b.unit && a.from === b.from && (a.before ?? false) === (b.before ?? false)
