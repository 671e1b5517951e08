/** 预算 and 支出 (A.30); money is whole 分. */
import { choice, date, flag, int, money, ref, text, type Data, type DataOf } from '../fields'
import { intOf, textOf, type Lookup } from '../facts'
import { labelOf } from '../codes'
import { overspent } from './balance'
import { defineRecord } from '../record'
import { dayText, deputyName, joined, numberText } from './names'

const allowanceKind = '5'

export const budget = defineRecord({
  type: 'budget',
  label: '预算',
  scope: 'county',
  key: ['year', 'kind'],
  refuseWhileReferenced: true,
  menu: 'funds',
  fields: {
    year: int('年度', 'identity', { min: 1900, max: 2100 }),
    kind: choice('科目', 'budget.kind', 'identity'),
    standard_fen: money('标准(元/人·年)', 'optional'),
    budget_fen: money('预算数', 'complete'),
  },
  columns: ['year', 'kind', 'standard_fen', 'budget_fen'],
  search: ['kind'],
  title: (data) => joined(`${numberText(data, 'year')}年`, labelOf('budget.kind', textOf(data, 'kind'))),
})
export type Budget = DataOf<typeof budget.fields>

/** An allowance for lost work (误工补贴), by the kind of its budget line. */
export const isAllowance = (data: Data, lookup: Lookup): boolean =>
  textOf(lookup.get(textOf(data, 'budget'))?.fields ?? {}, 'kind') === allowanceKind

/** Half days × the daily rate ÷ 2, half a 分 rounded up; null where one is missing. */
export function allowanceFen(data: Data): number | null {
  const halfDays = intOf(data, 'half_days')
  const rate = intOf(data, 'rate_fen')
  return halfDays === null || rate === null ? null : Math.floor((halfDays * rate + 1) / 2)
}

export const expense = defineRecord({
  type: 'expense',
  label: '支出',
  scope: 'county',
  parents: [{ field: 'budget', onDelete: 'refuse' }],
  firstStatus: '登记',
  endStatuses: ['已支付', '作废'],
  menu: 'funds',
  fields: {
    budget: ref('科目', ['budget'], 'complete'),
    date: date('日期', 'identity', { initial: 'today' }),
    amount_fen: money('金额', 'identity'),
    purpose: text('用途', 'complete', { max: 500 }),
    payee: text('收款人', 'optional', { max: 200 }),
    activity: ref('对应活动', ['activity', 'training', 'session', 'supervision', 'site'], 'optional'),
    voucher_no: text('凭证号', 'optional', { max: 100 }),
    approved_by: text('审批人', 'step', { max: 100 }),
    approved_on: date('审批日期', 'step'),
    paid_on: date('支付日期', 'step'),
    mandate: ref('代表(误工补贴)', ['mandate'], 'complete', { completeIf: isAllowance }),
    half_days: int('误工半天数', 'complete', { max: 9999, unit: '个半天', completeIf: isAllowance }),
    rate_fen: money('补贴标准(元/天)', 'complete', { completeIf: isAllowance }),
    signed: flag('签领', 'complete', { completeIf: isAllowance }),
  },
  dateField: 'date',
  columns: ['date', 'budget', 'purpose', 'amount_fen', 'payee', 'status'],
  search: ['purpose', 'payee', 'voucher_no', 'mandate'],
  title: (data) => joined(dayText(data, 'date'), textOf(data, 'purpose') || textOf(data, 'payee')),
  defaults: (data, lookup) => {
    if (!isAllowance(data, lookup)) return {}
    return { payee: deputyName(lookup, textOf(data, 'mandate')) || null, amount_fen: allowanceFen(data) }
  },
  warnAmong: (data, lookup, _rules, id) => {
    const over = overspent(lookup, lookup.get(textOf(data, 'budget')), { ...(id === undefined ? {} : { id }), amount_fen: intOf(data, 'amount_fen') ?? 0 })
    return over ? [{ code: 'over-budget', field: 'amount_fen', detail: { ...over } }] : []
  },
})
export type Expense = DataOf<typeof expense.fields>
