/** B.9 经费、信访、宣传与县里. Money in 分. */
import { codeTables } from '../codes'
import { intOf, statusAt, textOf } from '../facts'
import type { Rec } from '../record'
import { amount, average, count, distinctBy, indicator, part, rated, share, sumOf, type Compute } from '../measures/define-indicator'
import { deputiesAt } from '../measures/deputies-at'
import type { Indicator, Measure, Question } from '../measures/indicator'
import { dated, doneBy, ofYears } from '../measures/periods'
import { isHistoric } from '../measures/status-moves'

const row = (id: string, name: string, unit: string, words: string, compute: Compute): Indicator => indicator('flow', id, name, unit, words, compute)

const deputyCount = ({ facts, period }: Question): number => deputiesAt(facts, period.to).length

const ofKind = (recs: readonly Rec[], kind: string): readonly Rec[] => recs.filter((rec) => textOf(rec.fields, 'kind') === kind)

const budgets = ({ facts, period }: Question, kind: string): readonly Rec[] => ofKind(facts.all('budget'), kind).filter((rec) => ofYears(rec, period))

const budgetSum = (question: Question, kind: string): number => sumOf(budgets(question, kind), (rec) => intOf(rec.fields, 'budget_fen'))

/** Expenses of the period that were not made void. */
const expenses = ({ facts, period, asAt }: Question): readonly Rec[] => facts.once(`expenses ${period.from} ${period.to} ${asAt}`, () =>
  facts.all('expense').filter((rec) => dated(rec, 'date', period) && statusAt(rec, asAt) !== '作废'))

const expensesOf = (question: Question, kind: string): readonly Rec[] =>
  expenses(question).filter((rec) => textOf(question.facts.get(textOf(rec.fields, 'budget'))?.fields ?? {}, 'kind') === kind)

const money = (recs: readonly Rec[]): Measure => amount(sumOf(recs, (rec) => intOf(rec.fields, 'amount_fen')), recs)

const activityMoney = '1'
const lostWages = '5'

const orders: Compute = ({ facts, period, asAt }) => {
  const all = facts.all('county_order').filter((rec) => dated(rec, 'issued_on', period))
  const dueOn = (rec: Rec): string => textOf(rec.fields, 'due_on')
  const judged = all.filter((rec) => !isHistoric(rec) && dueOn(rec) !== '').filter((rec) => dueOn(rec) <= asAt || doneBy(rec, 'reported_on', asAt))
  const timely = judged.filter((rec) => doneBy(rec, 'reported_on', asAt) && textOf(rec.fields, 'reported_on') <= dueOn(rec))
  return { ...rated(all, timely.length, judged.length), parts: [part('按期', '按期回告', share(timely, judged.length))] }
}

const packages: Compute = ({ node }) => ({
  ...amount(node ? node.packagesConfirmed : null),
  parts: [part('未确认', '未确认', amount(node ? node.packagesSent - node.packagesConfirmed : null))],
})

const assessment: Compute = ({ facts, period }) => {
  const all = facts.all('assessment').filter((rec) => ofYears(rec, period))
  const tenths = (key: string): Measure => amount(sumOf(all, (rec) => intOf(rec.fields, key)), all)
  return { ...tenths('self_tenths'), parts: [part('满分', '满分', tenths('full_tenths')), part('县评', '县评', tenths('county_tenths'))] }
}

export const fundIndicators: readonly Indicator[] = [
  row('B9.01', '代表活动经费预算', '分', '本年度代表活动经费预算数', (question) => {
    const all = budgets(question, activityMoney)
    const sum = budgetSum(question, activityMoney)
    return { ...amount(sum, all), parts: [part('人均', '人均', average(sum, deputyCount(question), all))] }
  }),
  row('B9.02', '代表活动经费支出', '分', '期内该科目的支出，作废的除外；执行率：/预算', (question) => {
    const all = expensesOf(question, activityMoney)
    const sum = sumOf(all, (rec) => intOf(rec.fields, 'amount_fen'))
    return {
      ...amount(sum, all), rate: { num: sum, den: budgetSum(question, activityMoney) },
      parts: [part('人均', '人均', average(sum, deputyCount(question), all))],
    }
  }),
  row('B9.03', '全部经费支出', '分', '期内全部支出，作废的除外；每科目一行', (question) => ({
    ...money(expenses(question)),
    parts: codeTables['budget.kind'].entries.map(({ code, label }) => part(code, label, money(expensesOf(question, code)))),
  })),
  row('B9.04', '误工补贴', '分', '期内误工补贴支出', (question) => {
    const all = expensesOf(question, lostWages)
    const mandateOf = (rec: Rec): string => question.facts.resolve(textOf(rec.fields, 'mandate'))
    return {
      ...money(all),
      parts: [
        part('半天', '半天数', amount(sumOf(all, (rec) => intOf(rec.fields, 'half_days')), all)),
        part('人', '领取代表', count(distinctBy(all, mandateOf).map(mandateOf))),
      ],
    }
  }),
  row('B9.05', '来信来访', '件', '期内收到的信访；率：已办结/件', ({ facts, period, asAt }) => {
    const all = facts.all('letter').filter((rec) => dated(rec, 'received_on', period))
    const done = all.filter((rec) => doneBy(rec, 'closed_on', asAt))
    const form = (code: string): readonly Rec[] => all.filter((rec) => textOf(rec.fields, 'form') === code)
    return {
      ...rated(all, done.length, all.length),
      parts: [part('办结', '已办结', share(done, all.length)), part('来信', '来信', share(form('1'), all.length)), part('来访', '来访', share(form('2'), all.length))],
    }
  }),
  row('B9.06', '县交办', '件', '期内县里交办的事项；按期回告率：按期/(到期或已回告)，补录不计', orders),
  row('B9.07', '上报确认', '次', '期内已收到回执的上报包', packages),
  row('B9.08', '党委听取汇报', '次', '期内党委听取人大工作汇报', ({ facts, period }) => {
    const all = facts.all('party_log').filter((rec) => dated(rec, 'date', period))
    return { ...count(ofKind(all, '1')), parts: [part('工作会议', '人大工作会议', count(ofKind(all, '2'))), part('列席', '列席党委会议', count(ofKind(all, '3')))] }
  }),
  row('B9.09', '宣传稿件', '篇', '期内刊发的稿件；每级别一行', ({ facts, period }) => {
    const all = facts.all('publicity').filter((rec) => dated(rec, 'date', period))
    return {
      ...count(all),
      parts: codeTables['honour.level'].entries.map(({ code, label }) => part(code, label, count(all.filter((rec) => textOf(rec.fields, 'level') === code)))),
    }
  }),
  row('B9.10', '县考核自评分', '分值', '本年度各项自评分之和', assessment),
]
