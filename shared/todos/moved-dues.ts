/**
 * What a change of the rules does to matters that are open. Days that a record keeps (an answer, another round) stay unless somebody says
 * otherwise; reminders that are counted anew every day follow the rule. Nothing moves before it was shown here.
 */
import { textOf, type Facts } from '../facts'
import type { Data } from '../fields'
import { redoDue, openRound, repliesOf, roundOf } from '../steps/suggestion-rounds'
import { keptRule, replyDue, replyKey } from '../rules/reply-due'
import type { Due, RuleBook, RuleEntry, Settings } from '../rules/rule-book'
import { called, openRecords } from './make-todo'
import { todosOfRules } from './todos'

export interface MovedDue {
  /** `stored`: the record keeps the old day unless it is moved. `reminder`: counted by the rule in force. */
  readonly kind: 'stored' | 'reminder'
  /** Id of the record whose day it is, or of the reminder. */
  readonly id: string
  readonly rule: string
  readonly title: string
  /** null = there was none, or will be none. */
  readonly before: string | null
  readonly after: string | null
  /** What moving it writes into the record. */
  readonly set?: Data
}

interface Change {
  readonly facts: Facts
  readonly today: string
  readonly settings: Settings
  readonly before: RuleBook
  readonly after: RuleBook
}

const same = (a: RuleEntry, b: RuleEntry): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Whether the change is about other rules only: a day kept from an earlier change is not brought up again by it. */
function isElsewhere({ before, after }: Change, key: string, was: Due | null, is: Due): boolean {
  return same(before.entry(key), after.entry(key)) && was?.due_on === is.due_on && after.all().some((entry) => !same(before.entry(entry.key), entry))
}

/** First answers that are still owed: the day that the record keeps against the one by the new rules. Nothing is counted from dates that cannot be. */
function answers(change: Change): readonly MovedDue[] {
  const { facts, today, settings, before, after } = change
  return openRecords({ facts, today, settings, rules: after }, 'suggestion', '已交办').flatMap((rec): MovedDue[] => {
    const stored = textOf(rec.fields, 'due_on')
    const assigned = textOf(rec.fields, 'assigned_on')
    const due = replyDue(facts, rec.fields, assigned, after)
    if (stored === '' || due === null || due.due_on === stored || assigned < textOf(rec.fields, 'raised_on')) return []
    if (isElsewhere(change, replyKey(textOf(rec.fields, 'term_class')), replyDue(facts, rec.fields, assigned, before), due)) return []
    return [{
      kind: 'stored', id: rec.id, rule: replyKey(textOf(rec.fields, 'term_class')), title: called(rec), before: stored, after: due.due_on,
      set: { due_on: due.due_on, due_rule: keptRule(due) },
    }]
  })
}

/** Further rounds that are still owed; the day stands on the answer that was rated 不满意. */
function rounds(change: Change): readonly MovedDue[] {
  const { facts, today, settings, before, after } = change
  return openRecords({ facts, today, settings, rules: after }, 'suggestion', '重新办理').flatMap((rec): MovedDue[] => {
    const replies = repliesOf(facts, rec.id)
    const round = openRound(replies)
    const stored = redoDue(replies, round)
    return stored === null ? [] : replies.filter((reply) => roundOf(reply) === round - 1 && textOf(reply.fields, 'redo_due') !== '').flatMap((reply): MovedDue[] => {
      const due = after.due('suggest.redo', textOf(reply.fields, 'feedback_on'))
      const kept = textOf(reply.fields, 'redo_due')
      if (due !== null && isElsewhere(change, 'suggest.redo', before.due('suggest.redo', textOf(reply.fields, 'feedback_on')), due)) return []
      return due === null || due.due_on === kept ? [] : [{ kind: 'stored', id: reply.id, rule: 'suggest.redo', title: called(rec), before: kept, after: due.due_on, set: { redo_due: due.due_on } }]
    })
  })
}

/** Reports that went to a unit: the day of its feedback was agreed when they were handed on. */
function feedbacks(change: Change): readonly MovedDue[] {
  const { facts, today, settings, before, after } = change
  return openRecords({ facts, today, settings, rules: after }, 'supervision', '整改中').flatMap((rec): MovedDue[] => {
    const [kept, from] = [textOf(rec.fields, 'feedback_due'), textOf(rec.fields, 'forward_on')]
    const due = after.due('report.feedback', from)
    if (kept === '' || due === null || due.due_on === kept || isElsewhere(change, 'report.feedback', before.due('report.feedback', from), due)) return []
    return [{ kind: 'stored', id: rec.id, rule: 'report.feedback', title: called(rec), before: kept, after: due.due_on, set: { feedback_due: due.due_on } }]
  })
}

/** Reminders whose day follows the rule, that come into being or fall away. */
function reminders({ facts, today, settings, before, after }: Change): readonly MovedDue[] {
  const list = (rules: RuleBook) => new Map(todosOfRules(facts, { today, rules, settings }).map((todo) => [todo.id, todo]))
  const [old, fresh] = [list(before), list(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((id): MovedDue[] => {
    const [was, is] = [old.get(id), fresh.get(id)]
    const todo = is ?? was
    if (todo === undefined || was?.due_on === is?.due_on) return []
    return [{ kind: 'reminder', id, rule: todo.rule, title: todo.title, before: was?.due_on ?? null, after: is?.due_on ?? null }]
  })
}

/** Everything open that a change of rules touches: kept days first, each by its new day. */
export function movedDues(change: Change): readonly MovedDue[] {
  const order = (a: MovedDue, b: MovedDue): number => (a.kind === b.kind ? `${a.after ?? '9'}${a.id}`.localeCompare(`${b.after ?? '9'}${b.id}`, 'en') : a.kind === 'stored' ? -1 : 1)
  return [...answers(change), ...rounds(change), ...feedbacks(change), ...reminders(change)].sort(order)
}
