/** What several official papers of single records share: organs, numbers, sentences that may be empty. */
import { intOf, textOf, type Facts } from '../../facts'
import type { Row } from '../../fields'
import { chineseNumber } from '../../parse/chinese-numeral'
import type { Rec } from '../../record'
import type { RuleBook } from '../../rules/rule-book'
import { chineseDay } from '../block'
import { deputyName } from '../names'
import type { Missing } from '../setting'
import { lineOf, withoutPrivate } from '../without-private'

/** What a paper is made from. */
export interface PaperInput {
  readonly facts: Facts
  readonly rec: Rec
  /** Name of the town. */
  readonly office: string
  /** By which majority something is carried. */
  readonly rules: RuleBook
}

export const presidium = (office: string): string => `${office}人民代表大会主席团`

/** 第十九届, 【待补】 without a term. */
export function termWord(facts: Facts, rec: Rec, missing: Missing): string {
  const no = intOf(facts.get(textOf(rec.fields, 'term'))?.fields ?? {}, 'no')
  return missing.want(no === null ? '' : `第${chineseNumber(no)}届`, '届次')
}

/** 第八次会议. */
export function nthMeeting(rec: Rec): string {
  const no = intOf(rec.fields, 'no')
  return no === null ? '会议' : `第${chineseNumber(no)}次会议`
}

const hours = /^(\d{1,2}):(\d{2})$/u

/** `2025年2月11日（星期二）9:00`; 【待补】 without a day. */
export function dayAndTime(rec: Rec, key: string, missing: Missing): string {
  const on = textOf(rec.fields, key)
  if (on === '') return missing.want('', '日期')
  const weekday = '日一二三四五六'[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? ''
  const time = hours.exec(textOf(rec.fields, 'start_time'))
  const clock = time === null ? '' : `${Number(time[1]) < 12 ? '上午' : '下午'}${String(Number(time[1]))}:${time[2] ?? ''}`
  return `${chineseDay(on)}（星期${weekday}）${clock}`
}

export const rowsOf = (rec: Rec, key: string): readonly Row[] => {
  const rows = rec.fields[key]
  return Array.isArray(rows) ? (rows as readonly Row[]) : []
}

/** Each line that was typed, a paragraph; without ends of space and private numbers. */
export const typedParagraphs = (rec: Rec, key: string): readonly string[] =>
  withoutPrivate(textOf(rec.fields, key)).split(/\s*\n\s*/u).map((text) => text.trim()).filter((text) => text !== '')

/** The sentence with its full stop. */
export const stopped = (text: string): string => (text === '' || /[。！？；]$/u.test(text) ? text : `${text}。`)

/** 列席人员 by name, their unit behind it. */
export function nonvotingNames(facts: Facts, rec: Rec): string {
  return rowsOf(rec, 'nonvoting').map((row) => {
    const name = withoutPrivate(typeof row['name'] === 'string' ? row['name'] : '') || deputyName(facts, typeof row['mandate'] === 'string' ? row['mandate'] : '')
    const unit = withoutPrivate(typeof row['unit'] === 'string' ? row['unit'] : '')
    return name === '' ? unit : unit === '' ? name : `${name}（${unit}）`
  }).filter((word) => word !== '').join('、')
}

/** Names of the people of rows with a `mandate`, in the order of their names' records. */
export const namesOf = (facts: Facts, rows: readonly Rec[]): string =>
  rows.map((row) => deputyName(facts, textOf(row.fields, 'mandate'))).filter((name) => name !== '').join('、')

/** The document of a kind (D.17 document.kind) that was issued for a meeting. */
export function documentFor(facts: Facts, meeting: Rec, kind: string): Rec | null {
  const field = meeting.type === 'session' ? 'session' : 'meeting'
  return facts.where('document', field, meeting.id).find((rec) => textOf(rec.fields, 'kind') === kind) ?? null
}

/** 文号 of the registered document; 【待补】 until it is registered. */
export const numberOf = (document: Rec | null, missing: Missing): string => missing.want(lineOf(document, 'doc_no'), '文号（在“文件”里登记后自动带出）')
