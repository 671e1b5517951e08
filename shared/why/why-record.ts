/** Why a record's day, quorum or majority is what it is: formula, digits, rule, and the records that decide it. Pure. */
import { intOf, textOf, type Lookup } from '../facts'
import { tellRule, type RuleTold } from './why'
import { labelOf } from '../codes'
import { declarationOf } from '../records'
import type { Rec } from '../record'
import { chineseDay } from '../report/block'
import { needed } from '../rules/deputies'
import type { RuleBook, RuleEntry } from '../rules/rule-book'
import { chineseShare, isHalf, ruleWords } from '../rules/rule-words'
import type { Todo } from '../todos/todo'

export interface WhyRecord {
  readonly title: string
  readonly value: string
  readonly formula: string
  readonly working: readonly string[]
  readonly rules: readonly RuleTold[]
  /** Records that decide it, the one itself first. */
  readonly ids: readonly string[]
}

const asEntry = (value: unknown): value is RuleEntry => typeof value === 'object' && value !== null && 'source' in value && 'key' in value && 'unit' in value && 'from' in value

/** The entry that a due day was made with, kept as JSON beside it; null where there is none that can be read. */
function entryKept(text: string): RuleEntry | null {
  if (!text.startsWith('{')) return null
  try {
    const entry: unknown = JSON.parse(text)
    return asEntry(entry) ? entry : null
  } catch {
    // somebody's own words: the day stands, its rule is told from the book
    return null
  }
}

function whyDue(rec: Rec, lookup: Lookup, rules: RuleBook): WhyRecord | null {
  const due = textOf(rec.fields, 'due_on')
  if (due === '') return null
  const kept = entryKept(textOf(rec.fields, 'due_rule'))
  const entry = kept ?? rules.entry(textOf(rec.fields, 'term_class') === '2' ? 'suggest.reply.complex' : 'suggest.reply.normal')
  const session = entry.from === 'session.end_on' ? lookup.get(textOf(rec.fields, 'session')) : null
  const from = session ? textOf(session.fields, 'end_on') : textOf(rec.fields, 'assigned_on')
  return {
    title: '应答复日期', value: chineseDay(due), formula: `从${session ? '大会闭会' : '交办'}那天起算，${ruleWords(entry)}；满月遇到没有那一天的月份，按月底算。`,
    working: from === '' ? [] : [`${chineseDay(from)}${session ? '闭会' : '交办'}，${ruleWords(entry)} → ${chineseDay(due)}`],
    rules: [tellRule(entry)], ids: [rec.id, ...(session ? [session.id] : [])],
  }
}

/** 全体代表 40 × 2 ÷ 3，进一 = 27 人. */
const shareWorking = (who: string, entry: RuleEntry, total: number, need: number): string =>
  (isHalf(entry) ? `${who} ${String(total)} 人，过半数 = ${String(need)} 人` : `${who} ${String(total)} × ${String(entry.n)} ÷ ${String(entry.of ?? 1)}，进一 = ${String(need)} 人`)

function whySession(rec: Rec, lookup: Lookup, rules: RuleBook): WhyRecord | null {
  const total = intOf(rec.fields, 'total_deputies')
  if (total === null) return null
  const rows = lookup.where('attendance', 'session', rec.id).filter((row) => textOf(row.fields, 'state') === '1')
  const entry = rules.entry('congress.quorum')
  const need = needed(entry, total)
  return {
    title: '人代会法定人数', value: need === null ? '没有规定' : rows.length >= need ? '够了' : '不够',
    formula: isHalf(entry) ? '到会代表超过全体代表的半数，会议才能举行。' : `到会代表达到全体代表的${chineseShare(entry)}（不足一人的进一），会议才能举行。`,
    working: need === null ? [] : [shareWorking('全体代表', entry, total, need), `到会 ${String(rows.length)} 人 ${rows.length >= need ? '≥' : '＜'} ${String(need)} 人`],
    rules: [tellRule(entry)], ids: [rec.id, ...rows.map((row) => row.id)],
  }
}

function whyMeeting(rec: Rec, lookup: Lookup, rules: RuleBook): WhyRecord | null {
  const total = intOf(rec.fields, 'members_total')
  if (total === null) return null
  const entry = rules.entry('presidium.quorum')
  const rows = lookup.where('participation', 'event', rec.id).filter((row) => textOf(row.fields, 'role') !== '4' && textOf(row.fields, 'state') === '1')
  const half = isHalf(entry)
  const need = needed(entry, total)
  return {
    title: '主席团会议法定人数', value: need === null ? '没有规定' : rows.length >= need ? '够了' : '不够', formula: half ? '到会成员超过主席团成员的半数；列席的不算。' : '到会成员达到规定的份额；列席的不算。',
    working: need === null ? [] : [`主席团成员 ${String(total)} 人，需 ${String(need)} 人`, `到会 ${String(rows.length)} 人 ${rows.length >= need ? '≥' : '＜'} ${String(need)} 人`],
    rules: [tellRule(entry)], ids: [rec.id, ...rows.map((row) => row.id)],
  }
}

function whyVote(rec: Rec, lookup: Lookup, rules: RuleBook): WhyRecord | null {
  const total = intOf(rec.fields, 'total')
  if (total === null) return null
  const votes = intOf(rec.fields, 'for_count')
  const entry = rules.entry('congress.majority')
  const need = needed(entry, total)
  const result = declarationOf('vote')?.derive?.(rec, lookup, '', rules)['result']
  return {
    title: '表决结果', value: typeof result === 'string' ? labelOf('vote.result', result) : '还没有计票', formula: `赞成票${isHalf(entry) ? '超过全体代表的半数（不是到会代表的半数）' : `达到全体代表的${chineseShare(entry)}`}才算通过、当选。`,
    working: need === null ? [] : [`全体代表 ${String(total)} 人，${isHalf(entry) ? '过半数是' : `${chineseShare(entry)}是`} ${String(need)} 票`, ...(votes === null ? [] : [`赞成 ${String(votes)} 票 ${votes >= need ? '≥' : '＜'} ${String(need)} 票`])],
    rules: [tellRule(entry)], ids: [rec.id, ...(textOf(rec.fields, 'meeting') === '' ? [] : [textOf(rec.fields, 'meeting')])],
  }
}

/** Keys of a record that can be asked for, by type. */
export const whyKeys: Readonly<Record<string, string>> = { suggestion: 'due_on', session: 'quorum_ok', presidium_meeting: 'quorum_ok', vote: 'result' }

/** Null where nothing is said about this key, or the record lacks what is needed. */
export function whyRecord(rec: Rec, key: string, lookup: Lookup, rules: RuleBook): WhyRecord | null {
  if (whyKeys[rec.type] !== key) return null
  switch (rec.type) {
    case 'suggestion': return whyDue(rec, lookup, rules)
    case 'session': return whySession(rec, lookup, rules)
    case 'presidium_meeting': return whyMeeting(rec, lookup, rules)
    case 'vote': return whyVote(rec, lookup, rules)
    default: return null
  }
}

/** Why something is to be done by a day. */
export function whyTodo(todo: Todo, rules: RuleBook): WhyRecord {
  const entry = rules.all().find((one) => one.key === todo.rule)
  const words = entry ? ruleWords(entry) : ''
  return {
    title: todo.title, value: chineseDay(todo.due_on), formula: words === '' ? `${todo.source}。` : `${words}。`,
    working: todo.started_on === null ? [] : [`${chineseDay(todo.started_on)}起算${words === '' ? '' : `，${words}`} → ${chineseDay(todo.due_on)}`, ...(todo.note === undefined ? [] : [todo.note])],
    rules: entry ? [tellRule(entry)] : [{ who: todo.who, source: todo.source, says: todo.title }], ids: todo.about ? [todo.about.id] : [],
  }
}
