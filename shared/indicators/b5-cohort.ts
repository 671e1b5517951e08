/** B.5 代表建议, the cohort B5.01–B5.30 as at the report day. */
import { labelOf, codeTables } from '../codes'
import { idsOf, intOf, textOf } from '../facts'
import type { Rec } from '../record'
import { daysBetween } from '../rules/calendar'
import { amount, average, count, indicator, part, rated, share, sumOf, type Compute } from '../measures/define-indicator'
import { deputiesAt, townPeople } from '../measures/deputies-at'
import type { Indicator, Question } from '../measures/indicator'
import { doneBy } from '../measures/periods'
import { isHistoric, reachedBy } from '../measures/status-moves'
import { replyDueOn } from '../measures/suggestion-answers'
import { allCases, answered, casesTakenUp, ratedCases, recsOf, type Case, type Fate } from './suggestion-cohort'
import { promiseIndicator } from './b5-promises'

const row = (id: string, name: string, unit: string, words: string, compute: Compute): Indicator => indicator('cohort', id, name, unit, words, compute)

const is = (key: string, ...codes: readonly string[]) => ({ rec }: Case): boolean => codes.includes(textOf(rec.fields, key))

/** Cases of S, as records. */
const taken = (question: Question, test: (one: Case) => boolean = () => true): readonly Rec[] => recsOf(casesTakenUp(question).filter(test))

const deputyCount = ({ facts, period }: Question): number => deputiesAt(facts, period.to).length

const isAssigned = (question: Question) => ({ rec }: Case): boolean => doneBy(rec, 'assigned_on', question.asAt) || reachedBy(rec, ['已交办'], question.asAt)

const notTakenUp: readonly (readonly [Fate, string])[] = [
  ['退回', '退回完善'], ['并案', '并案'], ['转信访', '转信访'], ['转其他', '转其他'], ['不作为', '不作为建议'], ['待审', '尚未审查'], ['撤回', '立案前撤回'],
]

const refused: Compute = (question) => {
  const ofFate = (fate: Fate): readonly Rec[] => recsOf(allCases(question).filter((one) => one.fate === fate))
  return {
    ...count(notTakenUp.flatMap(([fate]) => ofFate(fate))),
    parts: notTakenUp.map(([fate, name]) => part(fate, name, count(ofFate(fate)))),
  }
}

const byField: Compute = (question) => {
  const codes = codeTables.field.entries.map((entry) => entry.code)
  return {
    ...count(taken(question)),
    parts: [
      ...codes.map((code) => part(code, labelOf('field', code), count(taken(question, is('field', code))))),
      part('未填', '未填', count(taken(question, (one) => !is('field', ...codes)(one)))),
    ],
  }
}

const proposers: Compute = (question) => {
  const ids = taken(question).flatMap((rec) => [textOf(rec.fields, 'lead'), ...idsOf(rec.fields, 'cosign')])
  return share(townPeople(question.facts, ids), deputyCount(question))
}

/** Cases whose deadline says something: due dates are known and the record was not typed in later. */
const judged = (question: Question): readonly { readonly one: Case; readonly due: string }[] => casesTakenUp(question)
  .filter(({ rec }) => !isHistoric(rec))
  .map((one) => ({ one, due: replyDueOn(question.facts, one.rec, question.rules) }))
  .filter(({ due }) => due !== '')

const timely: Compute = (question) => {
  const all = judged(question)
  const inTime = all.filter(({ one, due }) => one.answer.first !== '' && one.answer.first <= due)
  const counted = all.filter(({ one, due }) => one.answer.first !== '' || due <= question.asAt)
  return rated(recsOf(inTime.map(({ one }) => one)), inTime.length, counted.length)
}

const overdue: Compute = (question) => count(recsOf(judged(question)
  .filter(({ one, due }) => due < question.asAt && one.answer.first === '' && one.status !== '已撤回').map(({ one }) => one)))

const answerDays: Compute = (question) => {
  const cases = answered(question).filter(({ rec }) => !isHistoric(rec) && textOf(rec.fields, 'assigned_on') !== '')
  const days = cases.reduce((sum, { rec, answer }) => sum + daysBetween(textOf(rec.fields, 'assigned_on'), answer.first), 0)
  return average(days, cases.length, recsOf(cases))
}

const faceToFace: Compute = (question) => {
  const met = taken(question, ({ rec }) => question.facts.where('contact', 'suggestion', rec.id)
    .some((contact) => ['1', '3', '4'].includes(textOf(contact.fields, 'mode')) && doneBy(contact, 'date', question.asAt)))
  return share(met, answered(question).length)
}

/** A row over the answered, by final class. */
const ofClass = (id: string, name: string, code: string): Indicator => row(id, name, '件', `已答复的，最终办理结果为${code}；率：/已答复`, (question) =>
  share(recsOf(answered(question).filter(({ answer }) => answer.resultClass === code)), answered(question).length))

const solved: Compute = (question) => {
  const all = answered(question)
  const kept = ({ rec }: Case): boolean => {
    const promises = question.facts.where('promise', 'suggestion', rec.id)
    return promises.length > 0 && promises.every((promise) => doneBy(promise, 'done_on', question.asAt))
  }
  const done = all.filter(({ answer }) => answer.resultClass === 'A')
  const withPromises = all.filter((one) => one.answer.resultClass === 'A' || (one.answer.resultClass === 'B' && kept(one)))
  return { ...share(recsOf(done), all.length), parts: [part('含承诺', '含承诺已全部落实的B类', share(recsOf(withPromises), all.length))] }
}

const withRating = (question: Question, ...codes: readonly string[]): readonly Rec[] =>
  recsOf(ratedCases(question).filter(({ answer }) => codes.includes(answer.rating)))

const ofRating = (id: string, name: string, code: string): Indicator => row(id, name, '件', `最终评价为${name}；率：/已测评`, (question) =>
  share(withRating(question, code), ratedCases(question).length))

const process: Compute = (question) => {
  const filled = casesTakenUp(question).filter(({ answer }) => answer.process !== '')
  return {
    ...share(recsOf(filled.filter(({ answer }) => answer.process !== '3')), filled.length),
    parts: [part('结果', '结果满意', share(withRating(question, '1', '2'), ratedCases(question).length))],
  }
}

const again: Compute = (question) => {
  const second = casesTakenUp(question).filter(({ answer }) => answer.round >= 2)
  return {
    ...count(recsOf(second)),
    parts: [part('重办满意', '末轮满意或基本满意', count(recsOf(second.filter(({ answer }) => ['1', '2'].includes(answer.rating)))))],
  }
}

const hosts: Compute = (question) => {
  const { facts } = question
  const byHost = new Map<string, Case[]>()
  for (const one of casesTakenUp(question)) {
    const host = facts.resolve(textOf(one.rec.fields, 'host'))
    if (host !== '') byHost.set(host, [...(byHost.get(host) ?? []), one])
  }
  const ordered = [...byHost].sort(([a, cases], [b, others]) => others.length - cases.length || (a < b ? -1 : 1))
  return {
    ...count(ordered.map(([host]) => host)),
    parts: ordered.map(([host, cases]) => {
      const known = cases.filter(({ answer }) => answer.rating !== '')
      const satisfied = known.filter(({ answer }) => answer.rating !== '3')
      return part(host, textOf(facts.get(host)?.fields ?? {}, 'name') || host, rated(recsOf(cases), satisfied.length, known.length))
    }),
  }
}

export const suggestionCohort: readonly Indicator[] = [
  row('B5.01', '提出总数', '件', '提出日在期内、已提交的全部建议', (question) => count(recsOf(allCases(question)))),
  row('B5.02', '立案(受理)数', '件', '其中立案、未并入他件的', (question) => count(taken(question))),
  row('B5.03', '提出时段', '件', '立案件按提出时段', (question) => ({
    ...count(taken(question)),
    parts: [part('会议', '会议期间', count(taken(question, is('period', '1')))), part('闭会', '闭会期间', count(taken(question, is('period', '2'))))],
  })),
  row('B5.04', '人均建议数', '件', '立案数/实有代表数', (question) => average(casesTakenUp(question).length, deputyCount(question), taken(question))),
  row('B5.05', '提出建议代表数', '人', '立案件的领衔和联名代表(乡级)，每人一次；率：/实有代表数', proposers),
  row('B5.06', '不立案', '件', '已提交而未立案的，按去向', refused),
  row('B5.07', '分类件数', '件', '立案件按内容分类', byField),
  row('B5.08', '已交办', '件', '立案件中已交办的', (question) => ({
    ...count(taken(question, isAssigned(question))),
    parts: [part('未交办', '未交办', count(taken(question, (one) => !isAssigned(question)(one))))],
  })),
  row('B5.09', '已答复', '件', '立案件中已有首次答复的；办复率：/已交办', (question) => {
    const assigned = taken(question, isAssigned(question)).length
    const unclassed = answered(question).filter(({ answer }) => !['A', 'B', 'C', 'D'].includes(answer.resultClass))
    return { ...share(recsOf(answered(question)), assigned), parts: [part('未分类', '未分类', share(recsOf(unclassed), assigned))] }
  }),
  row('B5.10', '按期答复', '件', '首次答复不晚于应答复日期；按期答复率：/(到期或已答复)，补录不计', timely),
  row('B5.11', '逾期未答复', '件', '应答复日期已过而没有答复，补录不计', overdue),
  row('B5.12', '平均答复天数', '天', '首次答复日－交办日的平均，补录不计', answerDays),
  row('B5.13', '当面沟通', '件', '有当面、走访或座谈沟通的；率：/已答复', faceToFace),
  ofClass('B5.14', 'A类 已解决或采纳', 'A'),
  ofClass('B5.15', 'B类 正在解决', 'B'),
  ofClass('B5.16', 'C类 暂不能解决', 'C'),
  ofClass('B5.17', 'D类 不可行或转上级', 'D'),
  row('B5.18', '问题解决', '件', 'A类；解决率：/已答复', solved),
  row('B5.19', '已反馈测评数', '件', '末次答复已有评价的', (question) => count(recsOf(ratedCases(question)))),
  ofRating('B5.20', '满意', '1'),
  ofRating('B5.21', '基本满意', '2'),
  ofRating('B5.22', '不满意', '3'),
  row('B5.23', '满意率', '件', '满意＋基本满意；率：/已测评(未反馈的不在分母)', (question) => ({
    ...share(withRating(question, '1', '2'), ratedCases(question).length),
    parts: [part('严格', '仅满意', share(withRating(question, '1'), ratedCases(question).length))],
  })),
  row('B5.24', '过程满意', '件', '过程评价为满意或基本满意；率：/已填过程评价', process),
  row('B5.25', '重新办理', '件', '答复两轮及以上的', again),
  row('B5.26', '重点督办', '件', '列为重点督办的', (question) => {
    const key = casesTakenUp(question).filter(({ rec }) => textOf(rec.fields, 'key_level') !== '')
    return { ...count(recsOf(key)), parts: [part('办结', '其中已办结', count(recsOf(key.filter(({ status }) => status === '已办结'))))] }
  }),
  promiseIndicator,
  row('B5.28', '历年重复', '件', '往年提过的同一问题', (question) => count(taken(question, ({ rec }) => textOf(rec.fields, 'repeat_of') !== ''))),
  row('B5.29', '落实资金', '分', '解决资金之和', (question) => ({
    ...amount(sumOf(taken(question), (rec) => intOf(rec.fields, 'cost_fen')), taken(question)),
    parts: [part('受益', '受益群众(人)', amount(sumOf(taken(question), (rec) => intOf(rec.fields, 'voters_served')), taken(question)))],
  })),
  row('B5.30', '承办单位', '个', '主办单位；每单位一行：承办件数，率为满意率', hosts),
]
