/** B.7 重大事项与民生实事. Lists of a year count by their year, events by their own date. */
import { intOf, textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { amount, count, indicator, part, rated, sumOf, type Compute } from '../measures/define-indicator'
import type { Indicator, Period, Question } from '../measures/indicator'
import { dated, ofYears, wholeYears, within } from '../measures/periods'
import { moves, reached } from '../measures/status-moves'
import { satisfaction } from '../measures/supervision-of'

const row = (id: string, name: string, unit: string, words: string, compute: Compute): Indicator => indicator('flow', id, name, unit, words, compute)

const listed = ['列入清单', '已提请', '已审议', '已作出决定', '已报告', '跟踪', '办结']

/** Major matters of the years of the period, from 列入清单 on and not withdrawn. */
const matters = ({ facts, period }: Question): readonly Rec[] =>
  facts.all('major_matter').filter((rec) => ofYears(rec, period) && reached(rec, listed) && rec.status !== '已撤回')

const elected = ['票决通过', '实施', '完工', '评估', '结转']

/** Whether the project got to `status` in the period; one that was typed in later without that step counts by `fallback`. */
function gotTo(rec: Rec, status: string, period: Period, fallback: () => boolean): boolean {
  const on = moves(rec).filter((move) => move.to === status).map((move) => move.on)
  return on.length === 0 ? fallback() : on.some((day) => within(day, period))
}

const electedIn = (facts: Facts, period: Period): readonly Rec[] => facts.all('livelihood_project').filter((rec) =>
  gotTo(rec, '票决通过', period, () => dated(rec, 'voted_on', period) && reached(rec, elected)))

export const matterIndicators: readonly Indicator[] = [
  row('B7.01', '重大事项清单', '件', '本年度列入清单及以后的重大事项', (question) => {
    const all = matters(question)
    const mode = (code: string): readonly Rec[] => all.filter((rec) => textOf(rec.fields, 'mode') === code)
    return { ...count(all), parts: [part('报告', '报告', count(mode('1'))), part('决定', '讨论决定', count(mode('2'))), part('征求', '征求意见', count(mode('3')))] }
  }),
  row('B7.02', '已作决定或报告', '件', '决定日在期内的；完成率：/重大事项清单', (question) => {
    const done = question.facts.all('major_matter').filter((rec) => dated(rec, 'decided_on', question.period) && reached(rec, ['已作出决定', '已报告', '跟踪', '办结']))
    return rated(done, done.length, matters(question).length)
  }),
  row('B7.03', '民生实事候选项目', '个', '本年度成为正式候选的项目', ({ facts, period }) => count(facts.all('livelihood_project').filter((rec) =>
    gotTo(rec, '候选', wholeYears(period), () => ofYears(rec, period) && reached(rec, ['票决未通过', ...elected]))))),
  row('B7.04', '票决通过项目', '个', '期内票决通过的项目', ({ facts, period }) => count(electedIn(facts, period))),
  row('B7.05', '投资额', '分', '票决通过项目的投资额之和', ({ facts, period }) =>
    amount(sumOf(electedIn(facts, period), (rec) => intOf(rec.fields, 'invest_fen')), electedIn(facts, period))),
  row('B7.06', '完工项目', '个', '完工日在期内的项目；完工率：本年度票决通过的项目中已完工的', ({ facts, period }) => {
    const finished = facts.all('livelihood_project').filter((rec) => dated(rec, 'finished_on', period) && reached(rec, ['完工', '评估']))
    const ofYear = facts.all('livelihood_project').filter((rec) => ofYears(rec, period) && reached(rec, elected))
    return rated(finished, ofYear.filter((rec) => finished.includes(rec)).length, ofYear.length)
  }),
  row('B7.07', '民生实事测评', '次', '期内对项目的测评；率：(满意＋基本满意)/四项合计', ({ facts, period }) =>
    satisfaction(facts.all('rating').filter((rec) => dated(rec, 'rated_on', period) && facts.get(textOf(rec.fields, 'about'))?.type === 'livelihood_project'))),
]
