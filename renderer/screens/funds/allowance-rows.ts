/** Which allowances are due, and the expenses that are written down for them. Pure; amounts in 分. */
import type { AllowanceRow } from '../../../shared/funds/allowance'
import { allowanceFen } from '../../../shared/records/budget'

export interface Due {
  readonly row: AllowanceRow
  readonly half_days: number
  /** Null while no rate is typed. */
  readonly amount_fen: number | null
  /** Ticked until somebody says otherwise: only where it is known that there is no fixed income. */
  readonly usual: boolean
}

/** Half days present that no allowance stands for yet; those with none left are not shown. */
export function dueRows(rows: readonly AllowanceRow[], rateFen: number | null): readonly Due[] {
  return rows.map((row) => ({ row, half_days: Math.max(0, row.half_days - row.paid_half_days) }))
    .filter((one) => one.half_days > 0)
    .map((one) => ({ ...one, amount_fen: rateFen === null ? null : allowanceFen({ half_days: one.half_days, rate_fen: rateFen }), usual: one.row.fixed_income === false }))
}

export const totalOf = (due: readonly Due[]): number => due.reduce((sum, one) => sum + (one.amount_fen ?? 0), 0)

/** An expense a deputy, under the year's line. */
export const expensesToSave = (due: readonly Due[], { year, day, rateFen, remark }: { readonly year: string; readonly day: string; readonly rateFen: number; readonly remark: string }) => due.map((one) => ({
  type: 'expense', parent: 'budget',
  fields: {
    date: day, mandate: one.row.mandate, payee: one.row.name, half_days: one.half_days, rate_fen: rateFen, amount_fen: one.amount_fen ?? 0, purpose: `${year}年误工补贴（${one.half_days} 个半天）`,
    ...(remark === '' ? {} : { remark }),
  },
}))
