/** Which values of a row replace what a record has. */
import type { Data, Value } from '../fields'
import { cleanText } from '../parse/text'
import { rosterField } from './fields'
import type { Doubt } from './issue'
import type { PlanChange } from './plan-row'
import type { RemarkLine } from './roster-row'

export const isEmpty = (value: Value | undefined): boolean => value === undefined || value === null || value === ''

/** Text that differs in spaces and width only is the same. */
export const sameValue = (a: Value | undefined, b: Value | undefined): boolean =>
  typeof a === 'string' && typeof b === 'string' ? cleanText(a) === cleanText(b) : a === b

const otherLabels: Readonly<Record<string, string>> = {
  'person_private.birth_on': '出生日期(日)', 'link.constituencyNo': '选区号', 'link.constituencyName': '选区', 'link.presidiumRole': '主席团职务',
}

/** The Chinese name of a field of a plan. */
export function fieldLabel(record: string, field: string): string {
  const key = `${record}.${field}`
  return field === 'remark' ? '备注' : otherLabels[key] ?? rosterField(key)?.label ?? field
}

export interface RecordPlan {
  readonly set: Data
  readonly changes: readonly PlanChange[]
  /** Fields whose doubtful value was not taken because a good one is there. */
  readonly kept: readonly string[]
  /** Fields that get something: a value, or a word in the remark. */
  readonly touched: readonly string[]
}

interface Incoming {
  readonly record: 'person' | 'person_private' | 'mandate'
  readonly data: Data
  readonly lines: readonly RemarkLine[]
  /** Fields that never replace a value: computed ones, and a month that is as likely another. */
  readonly weak: readonly string[]
  readonly doubts: readonly Doubt[]
}

/**
 * An empty cell never empties a field; a computed value never replaces one; a doubtful value replaces only what is doubtful itself.
 * A remark only ever grows by the lines that it does not have. `doubted` are the doubts on record.
 */
export function planRecord(incoming: Incoming, existing: Data, doubted: readonly Doubt[]): RecordPlan {
  const isDoubtful = (doubts: readonly Doubt[], field: string): boolean => doubts.some((doubt) => doubt.field === field)
  const differing = Object.entries(incoming.data).filter(([field, value]) => !isEmpty(value) && !sameValue(existing[field], value))
  const mayReplace = ([field]: readonly [string, unknown]): boolean =>
    isEmpty(existing[field]) || (!incoming.weak.includes(field) && (!isDoubtful(incoming.doubts, field) || isDoubtful(doubted, field)))
  const set: Data = Object.fromEntries(differing.filter(mayReplace))
  const kept = differing.filter((entry) => !mayReplace(entry) && !incoming.weak.includes(entry[0])).map(([field]) => field)

  const oldRemark = typeof existing['remark'] === 'string' ? existing['remark'] : ''
  const missing = incoming.lines.filter((line) => !oldRemark.includes(line.text))
  const remark = [...new Set([oldRemark, ...missing.map((line) => line.text)])].filter((line) => line !== '').join('\n')
  const all: Data = missing.length === 0 ? set : { ...set, remark }
  return {
    set: all,
    kept,
    changes: Object.entries(all).map(([field, to]) => ({
      record: incoming.record, field, label: fieldLabel(incoming.record, field), from: existing[field], to: to ?? null,
    })),
    touched: [...Object.keys(set), ...missing.flatMap((line) => (line.field === undefined ? [] : [line.field]))],
  }
}
