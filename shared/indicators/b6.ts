/** B.6 监督: matters begun in the period, carried out, with what came of them as at the report day. */
import { idsOf, statusAt, textOf, type Facts } from '../facts'
import type { Row } from '../fields'
import type { Rec } from '../record'
import { feedbackDueOn } from '../measures/feedback-due'
import { count, indicator, part, rated, share, type Compute } from '../measures/define-indicator'
import { isTownMandate } from '../measures/deputies-at'
import type { Indicator, Question } from '../measures/indicator'
import { wasPresent } from '../measures/meetings-of'
import { dated, doneBy, ofYears } from '../measures/periods'
import { isHistoric } from '../measures/status-moves'
import { isCarriedOut, ofForm, participationOf, ratingsOf, satisfaction, supervisionIn } from '../measures/supervision-of'

const row = (id: string, name: string, unit: string, words: string, compute: Compute): Indicator => indicator('flow', id, name, unit, words, compute)

const all = ({ facts, period }: Question): readonly Rec[] => supervisionIn(facts, period)

const listOf = (rec: Rec, key: string): readonly Row[] => {
  const rows = rec.fields[key]
  return Array.isArray(rows) ? (rows as readonly Row[]) : []
}

const byForm = (id: string, name: string, ...forms: readonly string[]): Indicator =>
  row(id, name, '次', `期内监督方式为${name}的`, (question) => count(ofForm(all(question), ...forms)))

const total: Compute = (question) => {
  const recs = all(question)
  const planned = (rec: Rec): boolean => textOf(rec.fields, 'plan_ref') !== ''
  return {
    ...count(recs),
    parts: [
      part('计划内', '计划内', count(recs.filter(planned))), part('计划外', '计划外', count(recs.filter((rec) => !planned(rec)))),
      part('联动', '联动', count(recs.filter((rec) => !['', '1'].includes(textOf(rec.fields, 'linkage'))))),
      part('重点', '重点', count(recs.filter((rec) => rec.fields['focus'] === true))),
    ],
  }
}

/** Names of laws, once each, under the id of the first inspection that names it. */
function distinctLaws(recs: readonly Rec[]): readonly string[] {
  const seen = new Map<string, string>()
  for (const rec of recs) {
    for (const law of listOf(rec, 'laws')) {
      const name = String(law['name'] ?? '').replace(/[《》\s]/gu, '')
      if (name !== '' && !seen.has(name)) seen.set(name, rec.id)
    }
  }
  return [...seen.values()]
}

const takingPart: Compute = (question) => {
  const { facts } = question
  const present = participationOf(facts, all(question)).filter(wasPresent)
  const own = (rec: Rec): boolean => isTownMandate(facts, textOf(rec.fields, 'mandate'))
  return { ...count(present.filter(own)), parts: [part('上级', '上级代表', count(present.filter((rec) => !own(rec))))] }
}

const opinions: Compute = ({ facts, period, asAt }) => {
  const sent = facts.all('follow_up').filter((rec) => dated(rec, 'sent_on', period) && rec.status !== '待交办')
  const done = sent.filter((rec) => statusAt(rec, asAt) === '已办结')
  return { ...share(sent, sent.length), rate: { num: done.length, den: sent.length }, parts: [part('办结', '已办结', share(done, sent.length))] }
}

const findings: Compute = (question) => {
  const found = all(question).flatMap((rec) => question.facts.where('finding', 'supervision', rec.id))
  const put = found.filter((rec) => ['已整改', '销号'].includes(statusAt(rec, question.asAt) ?? ''))
  return { ...rated(found, put.length, found.length), parts: [part('整改', '已整改或销号', share(put, found.length))] }
}

const forwarded = ({ facts, period }: Question): readonly Rec[] =>
  facts.all('supervision').filter((rec) => dated(rec, 'forward_on', period) && isCarriedOut(rec))

const timelyFeedback: Compute = (question) => {
  const { rules, asAt } = question
  const judged = forwarded(question).filter((rec) => !isHistoric(rec) && feedbackDueOn(rec, rules) !== '')
    .filter((rec) => feedbackDueOn(rec, rules) <= asAt || doneBy(rec, 'feedback_on', asAt))
  const timely = judged.filter((rec) => doneBy(rec, 'feedback_on', asAt) && textOf(rec.fields, 'feedback_on') <= feedbackDueOn(rec, rules))
  return share(timely, judged.length)
}

/** Items of a yearly plan; those that were changed on the way (已调整) are not measured. */
const planItems = (facts: Facts, question: Question, kind: string): readonly Rec[] =>
  facts.where('plan_item', 'kind', kind).filter((rec) => ofYears(rec, question.period) && statusAt(rec, question.asAt) !== '已调整')

export const supervisionIndicators: readonly Indicator[] = [
  row('B6.01', '监督事项总数', '次', '开始日在期内、已实施的监督事项', total),
  byForm('B6.02', '听取专项工作报告', '01'),
  row('B6.03', '执法检查', '次', '期内监督方式为执法检查的', (question) => {
    const recs = ofForm(all(question), '02')
    return { ...count(recs), parts: [part('法律', '法律法规(部)', count(distinctLaws(recs)))] }
  }),
  byForm('B6.04', '视察', '03'),
  byForm('B6.05', '专题调研', '04'),
  byForm('B6.06', '专题询问', '05'),
  row('B6.07', '部门(站所)评议', '次', '期内监督方式为工作评议的', (question) => {
    const recs = ofForm(all(question), '08')
    return { ...count(recs), parts: [part('单位', '被评议单位', count([...new Set(recs.flatMap((rec) => idsOf(rec.fields, 'targets').map((id) => question.facts.resolve(id))))]))] }
  }),
  row('B6.08', '述职评议', '次', '期内监督方式为述职评议的', (question) => {
    const recs = ofForm(all(question), '09')
    return { ...count(recs), parts: [part('人数', '述职人数', count(recs.flatMap((rec) => listOf(rec, 'persons').map(() => rec.id))))] }
  }),
  byForm('B6.09', '预算决算监督', '10'),
  byForm('B6.10', '民生实事项目监督', '11'),
  row('B6.11', '其他监督', '次', '询问、质询、满意度测评和其他', (question) => count(ofForm(all(question), '06', '07', '12', '13'))),
  row('B6.12', '调查视察检查合计', '次', '执法检查＋视察＋专题调研', (question) => count(ofForm(all(question), '02', '03', '04'))),
  row('B6.13', '参加代表人次', '人次', '这些监督事项中出席的乡级代表', takingPart),
  row('B6.14', '提出审议意见', '条', '期内书面交办的审议意见；率：已办结/交办', opinions),
  row('B6.15', '发现问题', '条', '这些监督事项发现的问题；整改完成率：已整改或销号/问题', findings),
  row('B6.16', '报告转交', '件', '期内转交的报告', (question) => count(forwarded(question))),
  row('B6.17', '按期反馈', '件', '期内转交的，按期反馈研究处理情况；率：/(到期或已反馈)，补录不计', timelyFeedback),
  row('B6.18', '满意度测评', '次', '这些监督事项的测评；率：(满意＋基本满意)/四项合计', (question) => satisfaction(ratingsOf(question.facts, all(question)))),
  row('B6.19', '监督计划完成', '项', '年度监督计划已完成的；率：/未调整的计划项', (question) => {
    const items = planItems(question.facts, question, '2')
    return share(items.filter((rec) => statusAt(rec, question.asAt) === '已完成'), items.length)
  }),
]
