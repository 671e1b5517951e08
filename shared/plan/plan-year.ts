/** 年度计划与完成情况 (A.8): every planned item of a year beside what was recorded for it, and what was carried out unplanned. Pure. */
import { idsOf, intOf, textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { titleOf } from '../records'
import { isCarriedOut } from '../measures/supervision-of'
import { reached } from '../measures/status-moves'
import { lastDayOf } from '../rules/calendar'

/** A record that carries a planned item out, or is meant to. */
export interface PlanRecord {
  readonly id: string
  readonly type: string
  readonly title: string
  /** '' where it has none yet. */
  readonly date: string
  readonly status: string
  /** It took place; false = only planned. */
  readonly held: boolean
}

/** done = finished or carried out; started = something is planned for it; late = its time is over and nothing took place; dropped = adjusted or given up. */
export type PlanState = 'done' | 'started' | 'late' | 'coming' | 'dropped'

export interface PlanLine {
  readonly item: Rec
  /** Last day of the month or quarter that it is planned for; '' where neither is said. */
  readonly until: string
  readonly state: PlanState
  readonly records: readonly PlanRecord[]
}

export interface PlanYear {
  readonly year: number
  /** Years that have a plan, latest first; the asked one is among them. */
  readonly years: readonly number[]
  readonly lines: readonly PlanLine[]
  /** As B6.19 counts: what was adjusted (`dropped`) is no part of the plan any more, what was not carried out (`undone`) is. */
  readonly counts: { readonly planned: number; readonly done: number; readonly late: number; readonly undone: number; readonly dropped: number }
  /** Supervision, activities and trainings of the year that took place and belong to no planned item. */
  readonly unplanned: readonly PlanRecord[]
}

const carriers = ['supervision', 'activity', 'training'] as const

function held(rec: Rec, today: string): boolean {
  if (rec.type === 'supervision') return isCarriedOut(rec)
  if (rec.type === 'activity') return reached(rec, ['已开展', '已归档'])
  const day = textOf(rec.fields, 'start_on')
  return day === '' || day <= today
}

const asRecord = (rec: Rec, facts: Facts, today: string): PlanRecord => ({
  id: rec.id, type: rec.type, title: titleOf(rec, facts), date: textOf(rec.fields, 'start_on') || textOf(rec.fields, 'held_on'), status: rec.status ?? '', held: held(rec, today),
})

/** Last day of the planned month or quarter. */
function untilOf(item: Rec, year: number): string {
  const month = textOf(item.fields, 'plan_month')
  if (month !== '') return lastDayOf(month)
  const quarter = intOf(item.fields, 'plan_quarter')
  return quarter === null ? '' : lastDayOf(`${String(year)}-${String(quarter * 3).padStart(2, '0')}`)
}

function stateOf(item: Rec, records: readonly PlanRecord[], until: string, today: string): PlanState {
  if (item.status === '已完成') return 'done'
  if (item.status === '已调整' || item.status === '未完成') return 'dropped'
  if (records.some((one) => one.held)) return 'done'
  if (until !== '' && until < today) return 'late'
  return records.length > 0 ? 'started' : 'coming'
}

const called = (rec: Rec): boolean => rec.status === '取消' || rec.status === '已取消'

function recordsOf(item: Rec, facts: Facts, today: string): readonly PlanRecord[] {
  const pointing = carriers.flatMap((type) => facts.where(type, 'plan_ref', item.id))
  const named = idsOf(item.fields, 'linked').flatMap((id) => facts.get(id) ?? [])
  const all = new Map([...pointing, ...named].filter((rec) => !called(rec)).map((rec) => [rec.id, rec]))
  return [...all.values()].map((rec) => asRecord(rec, facts, today)).sort((a, b) => a.date.localeCompare(b.date))
}

const order = (line: PlanLine): string => line.until || '9999'

/** The plan of `year` as it stands on `today` (`YYYY-MM-DD`). */
export function planYear(facts: Facts, year: number, today: string): PlanYear {
  const items = facts.all('plan_item')
  const lines = items.filter((item) => intOf(item.fields, 'year') === year).map((item): PlanLine => {
    const until = untilOf(item, year)
    const records = recordsOf(item, facts, today)
    return { item, until, records, state: stateOf(item, records, until, today) }
  }).sort((a, b) => order(a).localeCompare(order(b)) || a.item.id.localeCompare(b.item.id))
  const planned = new Set(items.flatMap((item) => recordsOf(item, facts, today).map((one) => one.id)))
  const unplanned = carriers.flatMap((type) => facts.all(type))
    .filter((rec) => textOf(rec.fields, 'start_on').startsWith(`${String(year)}-`) && textOf(rec.fields, 'plan_ref') === '' && !planned.has(rec.id) && held(rec, today))
    .map((rec) => asRecord(rec, facts, today)).sort((a, b) => a.date.localeCompare(b.date))
  const of = (state: PlanState): number => lines.filter((line) => line.state === state).length
  const years = [...new Set([year, ...items.flatMap((item) => intOf(item.fields, 'year') ?? [])])].sort((a, b) => b - a)
  const adjusted = lines.filter(({ item }) => item.status === '已调整').length
  return { year, years, lines, unplanned, counts: { planned: lines.length - adjusted, done: of('done'), late: of('late'), undone: of('dropped') - adjusted, dropped: adjusted } }
}
