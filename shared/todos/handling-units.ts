/** What a unit that handles suggestions may or must do before it answers: hand one back, give the host its opinion (domain.md 1.2). */
import { idsOf, textOf } from '../facts'
import type { Rec } from '../record'
import { repliesOf } from '../steps/suggestion-rounds'
import type { Todo } from './todo'
import { byEntry, byId, called, listAction, makeTodo, nameAt, openRecords, stepAction, type TodoContext } from './make-todo'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)

/** Assigned and not answered by anybody yet. */
const unanswered = (context: TodoContext): readonly Rec[] => openRecords(context, 'suggestion', '已交办').filter((rec) => repliesOf(context.facts, rec.id).length === 0)

/** The last day on which units may hand back; one line for all of a day, gone once it has passed: a right and no duty. */
function handBack(context: TodoContext): readonly Todo[] {
  const byDay = new Map<string, Rec[]>()
  for (const rec of byId(unanswered(context))) {
    const due = context.rules.due('suggest.return', day(rec, 'assigned_on'))
    if (due && due.due_on >= context.today) byDay.set(due.due_on, [...(byDay.get(due.due_on) ?? []), rec])
  }
  return [...byDay].flatMap(([due_on, recs]) => {
    const [first] = recs
    const due = first ? context.rules.due('suggest.return', day(first, 'assigned_on')) : null
    if (!first || !due) return []
    const alone = recs.length === 1
    return [makeTodo(context, {
      ...byEntry(due.rule, due.note), on: due_on, about: alone ? first : null, title: `${alone ? called(first) : `${recs.length}件建议`}：承办单位要退回的，最后一天`,
      due_on, started_on: day(first, 'assigned_on'), owner: alone ? nameAt(context.facts, first, 'host') : '承办单位',
      action: alone ? stepAction('登记退回', 'send_back', first.id) : listAction('看建议', 'suggestion'),
    })]
  })
}

const withHelpers = '2'

/** Helping units that have not given the host their opinion: a talk or an answer of theirs since the assignment counts. */
const coOpinions = (context: TodoContext): readonly Todo[] => unanswered(context).flatMap((rec) => {
  const { facts, rules } = context
  const assigned = day(rec, 'assigned_on')
  const due = rules.due('suggest.coOpinion', assigned)
  if (!due || day(rec, 'mode') !== withHelpers) return []
  const heard = new Set(facts.where('contact', 'suggestion', rec.id).filter((contact) => day(contact, 'date') >= assigned).map((contact) => facts.resolve(day(contact, 'unit'))))
  const silent = idsOf(rec.fields, 'cohosts').map((id) => facts.resolve(id)).filter((id) => !heard.has(id))
  if (silent.length === 0) return []
  const names = silent.map((id) => textOf(facts.get(id)?.fields ?? {}, 'name')).filter((name) => name !== '').join('、')
  return [makeTodo(context, {
    ...byEntry(due.rule, due.note), about: rec, title: `${called(rec)}：协办单位还没有送协办意见`, due_on: due.due_on, started_on: assigned, owner: names,
    action: stepAction('登记意见', 'communicate', rec.id),
  })]
})

/** Reminders of what handling units may or must do before the answer. */
export const handlingTodos = (context: TodoContext): readonly Todo[] => [handBack, coOpinions].flatMap((rule) => rule(context))
