/** B.10 数据质量: internal, printed on the last page, not sent as statistics. */
import { statusAt, textOf } from '../facts'
import { todosOfRules } from '../todos/todos'
import { groupsAt, membersAt } from '../measures/office-at'
import { checks } from './checks'
import { wrongDateOrder } from '../measures/date-chains'
import { amount, count, indicator, part, type Compute } from '../measures/define-indicator'
import { deputiesAt } from '../measures/deputies-at'
import { duplicatePeople, repeatedNumbers } from '../measures/duplicates'
import type { Indicator } from '../measures/indicator'
import { awaitsFeedbackSince } from '../measures/suggestion-answers'
import { doubts, emptyFields, unsoundRecords } from '../measures/unsound'

const row = (id: string, name: string, unit: string, words: string, compute: Compute): Indicator => indicator('quality', id, name, unit, words, compute)

/** Deputies without a 代表小组 on the day, and those in more than one. */
const groupless: Compute = ({ facts, period }) => {
  const memberships = new Map<string, number>()
  for (const group of groupsAt(facts, period.to)) {
    for (const id of membersAt(group, period.to)) {
      // A 专业小组 comes on top of the deputy's own group.
      const step = textOf(group.fields, 'kind') === '4' ? 0 : 1
      memberships.set(facts.resolve(id), (memberships.get(facts.resolve(id)) ?? 0) + step)
    }
  }
  const deputies = deputiesAt(facts, period.to)
  return {
    ...count(deputies.filter((rec) => (memberships.get(rec.id) ?? 0) === 0)),
    parts: [part('多组', '同时在两组', count(deputies.filter((rec) => (memberships.get(rec.id) ?? 0) > 1)))],
  }
}

const unrated: Compute = ({ facts, asAt, rules }) => count(facts.all('suggestion').filter((rec) => {
  if (statusAt(rec, asAt) !== '待反馈') return false
  const since = awaitsFeedbackSince(facts, rec)
  const due = since === '' ? null : rules.due('suggest.feedback', since)
  return due !== null && due.due_on < asAt
}))

export const qualityIndicators: readonly Indicator[] = [
  row('B10.01', '待补字段', '处', '应填而未填的项；每类记录一行', ({ facts }) => {
    const empty = emptyFields(facts)
    return { ...count(empty.flatMap(({ ids }) => ids)), parts: empty.map(({ type, label, ids }) => part(type, label, count(ids))) }
  }),
  row('B10.02', '待核事项', '处', '导入时存疑、尚未核对的项', ({ facts }) => count(doubts(facts))),
  row('B10.03', '疑似重复人员', '对', '身份证号相同，或姓名和出生年月相同', ({ facts }) => count(duplicatePeople(facts).map(({ other }) => other))),
  row('B10.04', '编号重复', '处', '编号、文号、会次、代表证号相同', ({ facts }) => count(repeatedNumbers(facts))),
  row('B10.05', '未编组代表', '人', '期末不在任何代表小组的代表', groupless),
  row('B10.06', '逾期未办', '件', '按期限规则已逾期、尚未办的事项', ({ facts, asAt, rules, settings }) => {
    const late = todosOfRules(facts, { today: asAt, rules, settings }).filter((todo) => todo.state === 'late')
    return amount(late.length, late.flatMap((todo) => (todo.about ? [todo.about.id] : [])))
  }),
  row('B10.07', '已答复未评价', '件', '征询意见表超过反馈期限未收回', unrated),
  row('B10.08', '日期先后错误', '处', '同一记录内日期先后颠倒', ({ facts }) => count(wrongDateOrder(facts))),
  row('B10.09', '勾稽不符', '处', '未通过的勾稽关系', (question) => {
    const failed = checks(question).filter((check) => !check.ok)
    return amount(failed.length, failed.flatMap((check) => check.ids ?? []))
  }),
  row('B10.10', '孤立或冲突记录', '条', '上级记录已删除、有未决冲突、代码不认识', ({ facts }) => count(unsoundRecords(facts))),
  row('B10.11', '未上报变更', '条', '县里尚未收到的变更', ({ node, listing }) => amount(node ? node.unsent : null, listing ? node?.unsentIds?.() ?? [] : [])),
]
