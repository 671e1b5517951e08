/** What a line of the budget has left once something more is spent. Pure; amounts in 分. */
import { labelOf } from '../../../shared/codes'
import type { FundLine } from '../../../shared/contract/ledgers'

export interface After {
  /** Null where the line has no budget yet. */
  readonly before_fen: number | null
  readonly after_fen: number | null
  /** By how much it would be overspent; 0 = enough. */
  readonly short_fen: number
}

export function balanceAfter(line: Pick<FundLine, 'balance_fen'> | null, more_fen: number): After {
  const before = line?.balance_fen ?? null
  const after = before === null ? null : before - more_fen
  return { before_fen: before, after_fen: after, short_fen: after !== null && after < 0 ? -after : 0 }
}

export const lineName = (line: Pick<FundLine, 'kind'>): string => labelOf('budget.kind', line.kind) || '没有写科目'

export interface FundSum {
  readonly budget_fen: number
  readonly spent_fen: number
  readonly balance_fen: number
  readonly unpaid_fen: number
}

/** All lines of a year together. */
export const sumOfLines = (lines: readonly FundLine[]): FundSum => lines.reduce((sum, line) => ({
  budget_fen: sum.budget_fen + (line.budget_fen ?? 0), spent_fen: sum.spent_fen + line.spent_fen, balance_fen: sum.balance_fen + (line.balance_fen ?? -line.spent_fen),
  unpaid_fen: sum.unpaid_fen + line.unpaid_fen,
}), { budget_fen: 0, spent_fen: 0, balance_fen: 0, unpaid_fen: 0 })
