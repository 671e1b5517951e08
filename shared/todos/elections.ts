/** Reminders of a by-election: what must be published how long before the poll, and appeals against the roll (选举法第28–32条). */
import { statusLog, textOf } from '../facts'
import type { Rec } from '../record'
import type { Todo } from './todo'
import { byEntry, makeTodo, nameAt, openAction, openRecords, statusOf, stepAction, type TodoContext } from './make-todo'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)

/** The day of a poll that is still to come; a poll that did not hold leaves its day on the record. */
const plannedPoll = (rec: Rec): string => (statusLog(rec).some((row) => row.step === 'poll' && row.event_on === day(rec, 'vote_on')) ? '' : day(rec, 'vote_on'))

const of = (context: TodoContext, rec: Rec): string => `${nameAt(context.facts, rec, 'constituency') || '选区'}补选`

interface Publication {
  readonly key: string
  readonly words: string
  /** Statuses in which it is still owed. */
  readonly owed: readonly string[]
  readonly done?: (rec: Rec) => boolean
}

const beforeRoll = ['出缺', '启动'] as const
const beforeCandidates = [...beforeRoll, '选民登记'] as const
const beforePoll = [...beforeCandidates, '提名'] as const

const publications: readonly Publication[] = [
  { key: 'election.roll', words: '公布选民名单', owed: beforeRoll },
  { key: 'election.candidates', words: '公布候选人名单', owed: beforeCandidates },
  // a formal list of an earlier, failed poll is older than the candidates of this one
  { key: 'election.formal', words: '公布正式候选人名单', owed: beforePoll, done: (rec) => day(rec, 'formal_on') !== '' && day(rec, 'formal_on') >= day(rec, 'candidates_on') },
]

const steps: Readonly<Record<string, readonly [label: string, step: string]>> = {
  出缺: ['启动补选', 'start'], 启动: ['登记公布', 'register'], 选民登记: ['登记公布', 'nominate'],
}

const publish = (context: TodoContext): readonly Todo[] => openRecords(context, 'by_election', ...beforePoll).flatMap((rec) => {
  const status = statusOf(rec, context.today)
  const [label, step] = steps[status] ?? []
  return publications.flatMap(({ key, words, owed, done }) => {
    const due = context.rules.due(key, plannedPoll(rec))
    if (!due || !owed.includes(status) || (status === '提名' && done?.(rec) === true)) return []
    return [makeTodo(context, {
      ...byEntry(due.rule, due.note), about: rec, title: `${of(context, rec)}：${words}`, due_on: due.due_on, started_on: day(rec, 'vacant_on'),
      owner: '选举主持机构', action: label !== undefined && step !== undefined ? stepAction(label, step, rec.id) : openAction('登记公布', rec.id),
    })]
  })
})

/** Voters may appeal for some days, each appeal is answered some days later; nothing on record says whether one came, so both pass by themselves. */
const appeals = (context: TodoContext): readonly Todo[] => openRecords(context, 'by_election', '选民登记').flatMap((rec) => {
  const appeal = context.rules.due('election.appeal', day(rec, 'roll_on'))
  const answer = appeal ? context.rules.due('election.appealAnswer', appeal.due_on) : null
  const both = [
    { due: appeal, words: '选民可对名单提出申诉，到这一天为止', owner: '选民' },
    { due: answer, words: '最后一天收到的申诉作出处理决定', owner: '选举主持机构' },
  ]
  return both.flatMap(({ due, words, owner }) => (due === null || due.due_on < context.today ? [] : [makeTodo(context, {
    ...byEntry(due.rule, due.note), about: rec, title: `${of(context, rec)}：${words}`, due_on: due.due_on, started_on: day(rec, 'roll_on'), owner,
    action: openAction('看补选', rec.id),
  })]))
})

/** Reminders of by-elections. */
export const electionTodos = (context: TodoContext): readonly Todo[] => [publish, appeals].flatMap((rule) => rule(context))
