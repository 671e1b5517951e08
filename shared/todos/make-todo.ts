/** What every reminder is made of. */
import { idsOf, statusAt, statusLog, textOf, type Facts } from '../facts'
import { isBeforeBegin } from '../measures/began'
import type { Rec } from '../record'
import { daysBetween, yearEnd, yearOf } from '../rules/calendar'
import type { RuleBook, RuleEntry, Settings } from '../rules/rule-book'
import { sourceWords } from '../rules/rule-words'
import type { Todo, TodoScreen } from './todo'

export interface TodoContext {
  readonly facts: Facts
  /** Asia/Shanghai. */
  readonly today: string
  readonly rules: RuleBook
  readonly settings: Settings
}

/** Days before a due day from which a matter is 临期: the first of the three flags 30/15/7. */
const soonDays = 30

/** How far ahead a duty of the whole year or term is announced. */
export const horizonDays = 365

interface Given {
  readonly rule: string
  /** What makes the id stable beside the rule; default the record's id. */
  readonly on?: string
  readonly who: Todo['who']
  readonly source: string
  readonly title: string
  readonly about?: Rec | null
  readonly due_on: string
  readonly started_on?: string
  readonly owner?: string
  readonly action: Todo['action']
  readonly note?: string | undefined
}

/** A reminder; late from the day after its due day on, unless that lies before the office began to use the program. */
export function makeTodo({ facts, today }: TodoContext, given: Given): Todo {
  const { about, on, note } = given
  const days = daysBetween(today, given.due_on)
  const key = on ?? about?.id ?? ''
  return {
    id: key === '' ? given.rule : `${given.rule}:${key}`,
    rule: given.rule, who: given.who, title: given.title, about: about ? { type: about.type, id: about.id } : null,
    due_on: given.due_on, started_on: given.started_on || null, owner: given.owner ?? '', source: given.source,
    state: days < 0 ? (isBeforeBegin(facts, given.due_on, about?.org) ? 'past' : 'late') : days <= soonDays ? 'soon' : 'later', days, action: given.action, ...(note ? { note } : {}),
  }
}

/** Who, source and note of a reminder by an entry of the rule book; a habit's note (ask your own rules) would only repeat itself in every row. */
export const byEntry = (entry: RuleEntry, dueNote?: string): Pick<Given, 'rule' | 'who' | 'source' | 'note'> => ({
  rule: entry.key, who: entry.who, source: sourceWords(entry),
  note: [dueNote, entry.who === '镇里' ? undefined : entry.note].filter(Boolean).join('；') || undefined,
})

/** In the order of their ids: a list must not depend on the order in which a store gives its records. */
export const byId = (recs: readonly Rec[]): readonly Rec[] => [...recs].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** The record with the latest day at `key`, of two of one day the one with the greater id; null of none. */
export const latestBy = (recs: readonly Rec[], key: string): Rec | null =>
  byId(recs).reduce<Rec | null>((latest, rec) => (latest && textOf(latest.fields, key) > textOf(rec.fields, key) ? latest : rec), null)

/** A few names of deputies, then that there are more. */
export function someNames(facts: Facts, mandates: readonly Rec[]): string {
  const first = byId(mandates).slice(0, 3).map((rec) => nameAt(facts, rec, 'person')).filter((name) => name !== '').join('、')
  return mandates.length > 3 ? `${first}等` : first
}

/** Status as at today; records without a log (plain data of a test or an import) show the one they carry. */
export const statusOf = (rec: Rec, today: string): string => (statusLog(rec).length === 0 ? rec.status ?? '' : statusAt(rec, today) ?? '')

/** Records of a type in one of these statuses today, 补录 left out. */
export const openRecords = ({ facts, today }: TodoContext, type: string, ...statuses: readonly string[]): readonly Rec[] =>
  facts.all(type).filter((rec) => rec.fields['as_history'] !== true && statuses.includes(statusOf(rec, today)))

/** First day of the next session that is being prepared, else the end of the year. */
export function nextSession(context: TodoContext): string {
  const planned = openRecords(context, 'session', '筹备', '已通知').map((rec) => textOf(rec.fields, 'start_on')).filter((day) => day >= context.today).sort()
  return planned[0] ?? yearEnd(yearOf(context.today))
}

/** Number and name: 19-3-015 关于……的建议. Without a full stop: more words follow. */
export const called = (rec: Rec): string =>
  [textOf(rec.fields, 'no') || textOf(rec.fields, 'order_no'), textOf(rec.fields, 'title') || textOf(rec.fields, 'topic') || textOf(rec.fields, 'content')]
    .filter((word) => word !== '').join(' ').replace(/\s+/gu, ' ').slice(0, 60).replace(/[。，、；！？.,;]+$/u, '')

/** Name of the record that field `key` points at. */
export const nameAt = (facts: Facts, rec: Rec, key: string): string => {
  const name = textOf(facts.get(textOf(rec.fields, key))?.fields ?? {}, 'name')
  return name
}

/** Names of the records that field `key` lists. */
export const namesAt = (facts: Facts, rec: Rec, key: string): string =>
  idsOf(rec.fields, key).map((id) => textOf(facts.get(id)?.fields ?? {}, 'name')).filter((name) => name !== '').join('、')

/** The step's button. */
export const stepAction = (label: string, step: string, id: string): Todo['action'] => ({ label, kind: 'step', step, id })
export const openAction = (label: string, id: string): Todo['action'] => ({ label, kind: 'open', id })
export const newAction = (label: string, type: string, preset?: Readonly<Record<string, string>>): Todo['action'] => ({ label, kind: 'new', type, ...(preset === undefined ? {} : { preset }) })
export const listAction = (label: string, type: string): Todo['action'] => ({ label, kind: 'open', type })
export const screenAction = (label: string, screen: TodoScreen): Todo['action'] => ({ label, kind: 'open', screen })
