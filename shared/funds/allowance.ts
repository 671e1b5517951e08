/** 误工补贴 by the attendance that is recorded: half days present, less those already paid (代表法§41; domain.md A.30). */
import { flagOf, intOf, textOf } from '../facts'
import { halfDaysOf, townPresence } from '../measures/events-of'
import type { Question } from '../measures/indicator'
import { yearOf } from '../rules/calendar'
import { deputyName } from '../records/names'
import { amountOf } from '../records/balance'

const allowanceKind = '5'

export interface AllowanceRow {
  readonly mandate: string
  readonly name: string
  /** Half days at events of the period. */
  readonly half_days: number
  /** Half days for which an allowance of the year is written down already. */
  readonly paid_half_days: number
  readonly paid_fen: number
  /** Has a fixed income, so that none is due; null = nobody filled that in. */
  readonly fixed_income: boolean | null
}

export interface Allowance {
  readonly rows: readonly AllowanceRow[]
  /** Id of the year's budget line for it; null where there is none. */
  readonly budget: string | null
  /** Daily rate of the newest allowance, 分; null where none was ever paid. */
  readonly rate_fen: number | null
}

/** Every deputy with attendance or an allowance in the period, most half days first. */
export function allowanceOf(question: Question): Allowance {
  const { facts, period } = question
  const year = yearOf(period.from)
  const lines = facts.all('budget').filter((rec) => textOf(rec.fields, 'kind') === allowanceKind)
  const budget = lines.find((rec) => intOf(rec.fields, 'year') === year) ?? null
  const all = lines.flatMap((rec) => facts.where('expense', 'budget', rec.id)).filter((rec) => rec.status !== '作废')
  const paid = budget === null ? [] : all.filter((rec) => facts.resolve(textOf(rec.fields, 'budget')) === budget.id)
  const rows = new Map<string, { half: number; paidHalf: number; paidFen: number }>()
  const at = (mandate: string) => {
    const id = facts.resolve(mandate)
    const row = rows.get(id) ?? { half: 0, paidHalf: 0, paidFen: 0 }
    if (id !== '') rows.set(id, row)
    return row
  }
  for (const part of townPresence(question)) at(textOf(part.fields, 'mandate')).half += halfDaysOf(facts, part)
  for (const rec of paid) {
    const row = at(textOf(rec.fields, 'mandate'))
    row.paidHalf += intOf(rec.fields, 'half_days') ?? 0
    row.paidFen += amountOf(rec)
  }
  const newest = [...all].filter((rec) => intOf(rec.fields, 'rate_fen') !== null).sort((a, b) => textOf(b.fields, 'date').localeCompare(textOf(a.fields, 'date')))[0]
  const income = (mandate: string): boolean | null => {
    const person = facts.get(textOf(facts.get(mandate)?.fields ?? {}, 'person'))
    return person && person.fields['fixed_income'] !== undefined && person.fields['fixed_income'] !== null ? flagOf(person.fields, 'fixed_income') : null
  }
  return {
    budget: budget?.id ?? null, rate_fen: newest ? intOf(newest.fields, 'rate_fen') : null,
    rows: [...rows].map(([mandate, row]) => ({
      mandate, name: deputyName(facts, mandate), half_days: row.half, paid_half_days: row.paidHalf, paid_fen: row.paidFen, fixed_income: income(mandate),
    })).sort((a, b) => b.half_days - a.half_days || a.name.localeCompare(b.name, 'zh')),
  }
}
