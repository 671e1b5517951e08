/** 支出 (代表法§41–42; domain.md A.30, A.34). */
import { flagOf, textOf, type Lookup } from '../facts'
import { amountOf, overspent } from '../records/balance'
import type { Rec } from '../record'
import type { Warning } from '../result'
import { machine, may, must, ownDay, ownReason, step } from './define-step'

const allowance = '5'

/** What the budget line has spent with this expense, if that is more than it has. */
function overBudget(rec: Rec, budget: Rec | null, lookup: Lookup): readonly Warning[] {
  const over = overspent(lookup, budget, { id: rec.id, amount_fen: amountOf(rec) })
  return over ? [{ code: 'over-budget', field: 'amount_fen', detail: { ...over } }] : []
}

/** 误工补贴 is for deputies without fixed income (代表法§41). */
function fixedIncome(rec: Rec, budget: Rec | null, lookup: Lookup): readonly Warning[] {
  if (budget && textOf(budget.fields, 'kind') !== allowance) return []
  const mandate = lookup.get(textOf(rec.fields, 'mandate'))
  const person = mandate ? lookup.get(textOf(mandate.fields, 'person')) : null
  return person && flagOf(person.fields, 'fixed_income') ? [{ code: 'fixed-income', field: 'mandate' }] : []
}

const approve = step('approve', '审批', {
  from: '登记', to: '已审批', on: 'approved_on', inputs: [must('approved_on'), must('approved_by')],
  run: ({ rec, lookup }) => {
    const budget = lookup.get(textOf(rec.fields, 'budget'))
    return { ok: true, status: '已审批', warnings: [...overBudget(rec, budget, lookup), ...fixedIncome(rec, budget, lookup)] }
  },
})

export const expense = machine('expense', { on: ['date'] }, [
  approve,
  step('pay', '支付', { from: ['登记', '已审批'], to: '已支付', on: 'paid_on', inputs: [must('paid_on'), may('voucher_no'), may('signed')] }),
  step('void', '作废', { from: ['登记', '已审批', '已支付'], to: '作废', on: 'date', inputs: [may('date', ownDay('作废日期')), must('reason', ownReason('作废原因'))] }),
])
