/** What a line of the budget has left: budget − Σ spending that was not made void (A.30). Amounts in 分. */
import { intOf, type Lookup } from '../facts'
import type { Rec } from '../record'

const isVoid = (rec: Rec): boolean => rec.status === '作废'

/** Spending of a budget line, void ones left out. `except` = an expense that is being changed. */
const expensesOf = (lookup: Lookup, budget: string, except?: string): readonly Rec[] =>
  lookup.where('expense', 'budget', budget).filter((rec) => rec.id !== except && !isVoid(rec))

export const amountOf = (rec: Rec): number => intOf(rec.fields, 'amount_fen') ?? 0

export interface Balance {
  /** Null where no amount was budgeted yet. */
  readonly budget_fen: number | null
  readonly spent_fen: number
  /** Spent, but not yet paid. */
  readonly unpaid_fen: number
  /** Below 0 where more was spent than there was; null without a budget. */
  readonly balance_fen: number | null
  readonly count: number
}

const sum = (recs: readonly Rec[]): number => recs.reduce((total, rec) => total + amountOf(rec), 0)

/** The balance of a budget line, as far as everything that is written down. */
export function balanceOf(lookup: Lookup, budget: Rec): Balance {
  const spent = expensesOf(lookup, budget.id)
  const limit = intOf(budget.fields, 'budget_fen')
  return {
    budget_fen: limit, spent_fen: sum(spent), unpaid_fen: sum(spent.filter((rec) => rec.status !== '已支付')), count: spent.length,
    balance_fen: limit === null ? null : limit - sum(spent),
  }
}

/** What the line would have spent with this expense, where that is more than it has; null where it is enough or no budget is set. */
export function overspent(lookup: Lookup, budget: Rec | null, expense: { readonly id?: string; readonly amount_fen: number }): { readonly spent_fen: number; readonly budget_fen: number } | null {
  const limit = budget ? intOf(budget.fields, 'budget_fen') : null
  if (!budget || limit === null) return null
  const spent = sum(expensesOf(lookup, budget.id, expense.id)) + expense.amount_fen
  return spent > limit ? { spent_fen: spent, budget_fen: limit } : null
}
