import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { FundLine } from '../../../shared/contract/ledgers'
import type { AllowanceRow } from '../../../shared/funds/allowance'
import { forgetViews } from '../../../renderer/records/list-view'
import { dueRows, expensesToSave, totalOf } from '../../../renderer/screens/funds/allowance-rows'
import AllowanceScreen from '../../../renderer/screens/funds/AllowanceScreen'
import { balanceAfter, sumOfLines } from '../../../renderer/screens/funds/balance-after'
import BudgetPage from '../../../renderer/screens/funds/BudgetPage'
import ExpenseEntry from '../../../renderer/screens/funds/ExpenseEntry'
import FundsScreen from '../../../renderer/screens/funds/FundsScreen'
import { forgetFundYear, fundYears } from '../../../renderer/screens/funds/year'
import { useNavigation } from '../../../renderer/state/navigation'
import type { Answers } from '../support/fake-api'
import { today } from '../support/sample'
import { show } from '../support/show'
import { pageOf, rec } from '../records/sample'

const line = (id: string, kind: string, budget: number | null, spent: number): FundLine =>
  ({ id, kind, standard_fen: null, budget_fen: budget, spent_fen: spent, unpaid_fen: 0, balance_fen: budget === null ? null : budget - spent, count: 1 })
const lines = [line('b1', '1', 100_000, 70_000), line('b5', '5', 10_000, 12_000)]
const answers: Answers = {
  'fund.board': { lines, years: [2025, 2024] }, 'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true },
  'record.quick': { record: rec('expense', 'e1', {}, '登记'), ids: ['e1'], warnings: [] },
}

describe('The money of a year', () => {
  it('says what each line has left, and which one is overspent', async () => {
    forgetViews()
    forgetFundYear()
    show(<FundsScreen route={{ screen: 'list', type: 'budget' }} />, answers)
    const over = (await screen.findByText('误工补贴')).closest('tr') as HTMLElement
    expect(within(over).getByText('超支 20.00 元')).toBeTruthy()
    const sums = within(document.querySelector('tfoot') as HTMLElement).getAllByRole('cell').map((cell) => cell.textContent)
    expect(sums.filter((text) => text !== '')).toEqual(['1,100.00 元', '820.00 元', '280.00 元', '0.00 元'])
    expect([sumOfLines(lines).balance_fen, fundYears([2024, 2022, 2020, 2019, 2018], today)]).toEqual([28_000, ['2025', '2024', '2022', '2020']])
  })

  it('is known to the 分 before and after', () => {
    expect(balanceAfter(line('b', '1', 100, 40), 60)).toEqual({ before_fen: 60, after_fen: 0, short_fen: 0 })
    expect(balanceAfter(line('b', '1', 100, 40), 61)).toEqual({ before_fen: 60, after_fen: -1, short_fen: 1 })
    expect(balanceAfter(line('b', '1', null, 40), 61)).toEqual({ before_fen: null, after_fen: null, short_fen: 0 })
  })
})

describe('The page of a budget line', () => {
  it('says what is left, in red where it is less than nothing, and begins an expense under it', async () => {
    const { person } = show(<BudgetPage route={{ screen: 'record', id: 'b5', type: 'budget' }} />, { ...answers, 'record.page': pageOf(rec('budget', 'b5', { year: 2025, kind: '5', budget_fen: 10_000 })) })
    expect((await screen.findByText('−20.00 元')).className).toBe('over')
    await person.click(screen.getByRole('button', { name: '记支出' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'fund-expense', budget: 'b5' })
  })
})

describe('An expense', () => {
  it('shows the balance after it while it is typed, and is saved where there is enough', async () => {
    const { api, person } = show(<ExpenseEntry route={{ screen: 'fund-expense', budget: 'b1' }} />, answers)
    await person.type(await screen.findByLabelText('金额'), '120')
    const balance = within(screen.getByRole('region', { name: '这个科目的余额' }))
    expect(await balance.findByText('180.00 元')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'e1', type: 'expense' }))
    expect(api.of('record.quick').map(({ fields }) => fields)).toEqual([{ budget: 'b1', date: today, amount_fen: 12_000 }])
  })

  it('never takes a line below nothing in silence: a reason is asked for and kept', async () => {
    const { api, person } = show(<ExpenseEntry route={{ screen: 'fund-expense', budget: 'b1' }} />, answers)
    await person.type(await screen.findByLabelText('金额'), '300.01')
    expect(await screen.findByText('超出预算 0.01 元')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '保存' }))
    expect(api.of('record.quick')).toEqual([])
    await person.type(screen.getByLabelText(/为什么超支/u), '县里追加')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.quick').map(({ fields }) => fields)).toEqual([{ budget: 'b1', date: today, amount_fen: 30_001, remark: '超支原因：县里追加' }]))
  })
})

const row = (mandate: string, name: string, half: number, paid: number, fixed: boolean | null): AllowanceRow => ({ mandate, name, half_days: half, paid_half_days: paid, paid_fen: 0, fixed_income: fixed })
const rows = [row('m1', '何秀兰', 5, 2, false), row('m2', '陈国梁', 4, 0, true), row('m3', '邵长明', 2, 2, false), row('m4', '吴月琴', 1, 0, null)]

describe('The allowance for lost work', () => {
  it('is due for half days that none stands for yet, half a 分 rounded up', () => {
    expect(dueRows(rows, 6001).map((one) => [one.row.name, one.half_days, one.amount_fen, one.usual])).toEqual([['何秀兰', 3, 9002, true], ['陈国梁', 4, 12_002, false], ['吴月琴', 1, 3001, false]])
    expect(totalOf(dueRows(rows, null))).toBe(0)
  })

  it('becomes an expense a deputy, under the year’s line', () => {
    expect(expensesToSave(dueRows(rows, 6000).slice(0, 1), { year: '2025', day: today, rateFen: 6000, remark: '' })).toEqual([
      { type: 'expense', parent: 'budget', fields: { date: today, mandate: 'm1', payee: '何秀兰', half_days: 3, rate_fen: 6000, amount_fen: 9000, purpose: '2025年误工补贴（3 个半天）' } },
    ])
  })

  it('is ticked only for those known to have no fixed income, and saved in one commit', async () => {
    const { api, person } = show(<AllowanceScreen route={{ screen: 'fund-allowance', year: '2025' }} />, {
      ...answers, 'fund.allowance': { budget: 'b1', rate_fen: 6000, rows }, 'record.quick': { record: rec('budget', 'b1', {}), ids: ['b1', 'e1'], warnings: [] },
    })
    await person.click(await screen.findByRole('button', { name: '记下 1 人' }))
    await waitFor(() => expect(api.of('record.quick')).toHaveLength(1))
    const saved = api.of('record.quick')[0]
    expect([saved?.type, saved?.id, saved?.side?.map((one) => one.fields['mandate'])]).toEqual(['budget', 'b1', ['m1']])
    expect(await screen.findByText('有，不发')).toBeTruthy()
  })
})
