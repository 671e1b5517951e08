/** What every duty of a year is made of. */
import type { Facts } from '../../facts'
import { isBeforeBegin } from '../../measures/began'
import type { Period } from '../../measures/indicator'
import type { Rec } from '../../record'
import type { RuleBook, Settings } from '../../rules/rule-book'
import type { Todo } from '../todo'

export interface YearDuty {
  /** Stable, e.g. `congress`. */
  readonly key: string
  /** The part of the page that it stands in. */
  readonly part: 'congress' | 'presidium' | 'deputies' | 'suggestions' | 'office'
  readonly who: Todo['who']
  readonly title: string
  /** In words with the article. */
  readonly source: string
  readonly note?: string
  /** How often or how many; null where nothing says a number. */
  readonly need: number
  readonly have: number
  readonly unit: string
  /** `late` once the day has passed, `past` where that was before the office began with the program, `none` where the year gives no occasion for it. */
  readonly state: 'done' | 'part' | 'open' | 'late' | 'past' | 'none'
  readonly due_on: string
  /** The records that tick it. */
  readonly ids: readonly string[]
  readonly action: Todo['action']
}

export interface DutyContext {
  readonly facts: Facts
  readonly rules: RuleBook
  readonly settings: Settings
  /** Asia/Shanghai. */
  readonly today: string
  readonly year: number
  /** The year up to today. */
  readonly period: Period
}

interface Given {
  readonly key: string
  readonly part: YearDuty['part']
  readonly who?: Todo['who']
  readonly title: string
  readonly source: string
  readonly note?: string | undefined
  readonly need?: number
  readonly found: readonly Rec[]
  /** How many count where it is not the number of `found`. */
  readonly have?: number
  readonly unit?: string
  readonly due_on: string
  readonly action: Todo['action']
}

function stateOf({ facts, today }: DutyContext, need: number, have: number, due: string): YearDuty['state'] {
  if (need === 0) return 'none'
  if (have >= need) return 'done'
  if (today > due) return isBeforeBegin(facts, due) ? 'past' : 'late'
  return have > 0 ? 'part' : 'open'
}

/** One line of the page; done once as many records were found as are needed. */
export function makeDuty(context: DutyContext, given: Given): YearDuty {
  const { key, part, title, source, note, found, due_on, action } = given
  const need = given.need ?? 1
  const have = given.have ?? found.length
  return {
    key, part, who: given.who ?? '法律', title, source, ...(note === undefined ? {} : { note }), need, have, unit: given.unit ?? '次',
    state: stateOf(context, need, have, due_on), due_on, ids: found.map((rec) => rec.id), action,
  }
}
