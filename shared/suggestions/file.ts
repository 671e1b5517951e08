/** A suggestion with all that hangs on it, read once for its timeline. */
import { statusLog, textOf, type Lookup } from '../facts'
import type { Rec, StatusEntry } from '../record'
import { daysBetween } from '../rules/calendar'
import type { RuleBook, RuleEntry } from '../rules/rule-book'
import { sourceWords } from '../rules/rule-words'
import { inputOf } from '../steps/status-log'
import { dissatisfied, latest, repliesOf, roundOf, unitsOfRound } from '../steps/suggestion-rounds'
import type { Moment, Term } from './moment'

export interface SuggestionFile {
  readonly rec: Rec
  readonly lookup: Lookup
  readonly rules: RuleBook
  /** Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string
  /** 启用日期 of the office that keeps it; '' where nobody said. */
  readonly began: string
  /** Rows of the status log that count. */
  readonly log: readonly StatusEntry[]
  /** By round. */
  readonly replies: readonly Rec[]
}

export interface TimelineInput {
  readonly suggestion: Rec
  /** Knows the suggestion's replies, contacts, promises and urges. */
  readonly lookup: Lookup
  readonly rules: RuleBook
  readonly today: string
  /** 启用日期; none = nobody said. */
  readonly began?: string
}

export const openFile = ({ suggestion, lookup, rules, today, began = '' }: TimelineInput): SuggestionFile =>
  ({ rec: suggestion, lookup, rules, today, began, log: statusLog(suggestion), replies: repliesOf(lookup, suggestion.id) })

/** A record of the past is left out of every judgement about terms (domain.md A.34). */
const judged = (file: SuggestionFile): boolean => file.rec.fields['as_history'] !== true

/** How many days are left on the day it was met, or today; what was due before the office began with the program is not late. */
const left = ({ today, began }: SuggestionFile, dueOn: string, on: string | null): Pick<Term, 'days' | 'past'> =>
  ({ days: daysBetween(on ?? today, dueOn), ...(on === null && dueOn < today && dueOn < began ? { past: true as const } : {}) })

/** A term by a day that is known; `on` = the day it was met, null = not yet. Null where there is no day or nobody judges. */
export function termBy(file: SuggestionFile, entry: RuleEntry, dueOn: string | null | undefined, from: string, on: string | null, note?: string): Term | null {
  if (!judged(file) || dueOn === null || dueOn === undefined || dueOn === '') return null
  const said = note ?? entry.note
  return { due_on: dueOn, from_on: from === '' ? null : from, rule: entry, who: entry.who, source: sourceWords(entry), ...left(file, dueOn, on), ...(said === undefined ? {} : { note: said }) }
}

/** A term counted from `from` by an entry of the rule book. */
export function termOf(file: SuggestionFile, key: string, from: string, on: string | null): Term | null {
  const due = from === '' ? null : file.rules.due(key, from)
  return due === null ? null : termBy(file, due.rule, due.due_on, from, on, due.note)
}

/** A term that a unit has set itself. */
export const promisedTerm = (file: SuggestionFile, dueOn: string, on: string | null): Term | null =>
  (dueOn === '' || !judged(file) ? null : { due_on: dueOn, from_on: null, rule: null, who: '镇里', source: '答复中的承诺时限', ...left(file, dueOn, on) })

/** The row of the log that made a record, by its id or its key. */
export function rowThatMade({ log }: SuggestionFile, made: Rec): StatusEntry | null {
  return log.find((row) => inputOf(row)._made?.some((one) =>
    one.type === made.type && (one.id === undefined ? one.key !== undefined && Object.entries(one.key).every(([key, value]) => made.fields[key] === value) : one.id === made.id)) === true) ?? null
}

/** Day on which each round came back 不满意 and the next one began, by round; only rounds that are over. */
export function roundEnds({ rec, replies }: SuggestionFile): ReadonlyMap<number, string> {
  const ends = new Map<number, string>()
  for (const round of new Set(replies.map(roundOf))) {
    const answers = replies.filter((reply) => roundOf(reply) === round)
    const units = unitsOfRound(rec.fields, replies, round)
    const unrated = answers.some((reply) => textOf(reply.fields, 'feedback_on') === '')
    const later = replies.some((reply) => roundOf(reply) > round)
    const refused = answers.some((reply) => textOf(reply.fields, 'rate_result') === dissatisfied)
    if (later || (refused && !unrated && answers.length >= units.length)) ends.set(round, latest(answers, 'feedback_on'))
  }
  return ends
}

/** The round that a day falls in. */
export const roundOn = (ends: ReadonlyMap<number, string>, day: string): number => 1 + [...ends.values()].filter((end) => end !== '' && end < day).length

/** A moment with everything that it does not have left empty. */
export const moment = (given: Pick<Moment, 'key' | 'kind' | 'round' | 'on' | 'label'> & Partial<Moment>): Moment =>
  ({ who: [], names: '', said: '', text: '', term: null, by: '', record: null, ...given })
