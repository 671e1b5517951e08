/** One reminder for all of data quality (B.10): what is empty, doubtful, double or unsound. */
import { duplicatePeople, repeatedNumbers } from '../measures/duplicates'
import { wrongDateOrder } from '../measures/date-chains'
import { doubts, emptyFields, unsoundRecords } from '../measures/unsound'
import { yearEnd, yearOf } from '../rules/calendar'
import type { Todo } from './todo'
import { listAction, makeTodo, type TodoContext } from './make-todo'

/** The summary, none where everything is in order. */
export function qualityTodos(context: TodoContext): readonly Todo[] {
  const { facts, today } = context
  const empty = emptyFields(facts)
  const counts: readonly (readonly [string, number])[] = [
    ['待补', empty.reduce((sum, { ids }) => sum + ids.length, 0)], ['待核', doubts(facts).length], ['疑似重复', duplicatePeople(facts).length],
    ['编号重复', repeatedNumbers(facts).length], ['日期先后错误', wrongDateOrder(facts).length], ['孤立或冲突', unsoundRecords(facts).length],
  ]
  const filled = counts.filter(([, count]) => count > 0)
  if (filled.length === 0) return []
  const most = empty.reduce<string | null>((best, one) => {
    const length = empty.find(({ type }) => type === best)?.ids.length ?? 0
    return one.ids.length > length ? one.type : best
  }, null)
  return [makeTodo(context, {
    rule: 'quality', who: '镇里', source: '数据质量', title: `数据质量：${filled.map(([word, count]) => `${word}${count}处`).join('、')}`, due_on: yearEnd(yearOf(today)),
    action: listAction('去补齐', most ?? 'person'),
  })]
}
