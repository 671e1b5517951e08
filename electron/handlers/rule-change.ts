/** A change of the office's rules: what it moves is shown first, taken only when asked for, and can be taken back as a whole. */
import type { RuleChanged } from '../../shared/contract/rules'
import type { Data, Value } from '../../shared/fields'
import { ok, type Result } from '../../shared/result'
import { movedDues, type MovedDue } from '../../shared/todos/moved-dues'
import { ruleBook } from '../../shared/rules/presets'
import type { RuleEntry } from '../../shared/rules/rule-book'
import { officialHolidays, type HolidayTable } from '../../shared/rules/workdays'
import { dataOf } from '../store/change'
import type { Desk } from './desk'
import { commit } from './save'

/** What of the rules is the office's own: whole entries by key, notices by year, and whether due days leave days off. */
export interface OwnRules {
  readonly entries: readonly RuleEntry[]
  readonly holidays: readonly HolidayTable[]
  readonly shift: boolean
}

/** The last changes, newest last, as they are taken back. */
interface Done {
  readonly what: string
  readonly by: string
  readonly at: string
  readonly before: OwnRules
  /** Fields of the records that were moved, as they stood before and after. */
  readonly moved: readonly { readonly id: string; readonly before: Data; readonly after: Data }[]
}

const mostKept = 20

export const ownRules = ({ store, settings }: Desk): OwnRules =>
  ({ entries: store.settings.get<readonly RuleEntry[]>('rules', []), holidays: store.settings.get<readonly HolidayTable[]>('holidays', []), shift: settings.shift_to_workday })

export const changesDone = (desk: Desk): readonly Done[] => desk.store.settings.get<readonly Done[]>('rules_done', [])

/** The book as it would be with these own rules. */
const bookWith = (desk: Desk, own: OwnRules) => ruleBook(desk.store.office.province ?? null, own.entries, [...officialHolidays, ...own.holidays], own.shift)

function write(desk: Desk, own: OwnRules): void {
  const { settings } = desk.store
  settings.set('rules', own.entries)
  settings.set('holidays', own.holidays)
  settings.set('settings', { ...desk.settings, shift_to_workday: own.shift })
  desk.forgetRules()
}

/** What would move if `next` were taken. */
export const previewRules = (desk: Desk, next: OwnRules): readonly MovedDue[] =>
  movedDues({ facts: desk.store.facts([desk.store.office.code]), today: desk.today, settings: desk.settings, before: desk.rules, after: bookWith(desk, next) })

/** Puts `values` into a record; null empties. */
function moveRecord(desk: Desk, id: string, values: Data): { readonly before: Data; readonly change: { readonly op: 'put'; readonly type: string; readonly uid: string; readonly data: Data } } | null {
  const rec = desk.store.get(id)
  if (!rec || rec.deleted) return null
  const data: Record<string, Value | undefined> = { ...dataOf(rec) }
  for (const [key, value] of Object.entries(values)) {
    if (value === null || value === undefined) Reflect.deleteProperty(data, key)
    else data[key] = value
  }
  return { before: Object.fromEntries(Object.keys(values).map((key) => [key, rec.fields[key] ?? null])), change: { op: 'put', type: rec.type, uid: id, data } }
}

interface Asked {
  readonly what: string
  /** Ids of kept days that follow the new rule; `all` for every one. */
  readonly move?: readonly string[]
  readonly dryRun?: boolean
}

/** Takes `next`, or only says what it would move. */
export function changeRules(desk: Desk, next: OwnRules, { what, move = [], dryRun = false }: Asked): Result<RuleChanged> {
  const before = ownRules(desk)
  const moved = previewRules(desk, next)
  const shown = moved.map(({ set: _set, ...one }) => one)
  if (dryRun) return ok({ changed: false, moved: shown, taken: [] })
  const chosen = moved.filter((one) => one.kind === 'stored' && (move.includes('all') || move.includes(one.id)))
  const puts = chosen.flatMap((one) => {
    const put = moveRecord(desk, one.id, one.set ?? {})
    return put === null ? [] : [{ ...put, id: one.id, after: one.set ?? {} }]
  })
  if (puts.length > 0) {
    const done = commit(desk, puts.map((one) => one.change))
    if (!done.ok) return done
  }
  write(desk, next)
  const kept: Done = { what, by: desk.by, at: desk.actor.at, before, moved: puts.map((one) => ({ id: one.id, before: one.before, after: one.after })) }
  desk.store.settings.set('rules_done', [...changesDone(desk), kept].slice(-mostKept))
  desk.store.events.note({ kind: 'rules', by: desk.by, detail: { what } })
  desk.tell({ kind: 'changed', types: ['office', 'task'], ids: [] })
  return ok({ changed: true, moved: shown, taken: puts.map((one) => one.id) })
}

/** Takes the last change back: the rules as they were, and the days that were moved with it, where nobody has moved them again. */
export function undoRules(desk: Desk): Result<{ readonly undone: string | null; readonly left: readonly string[] }> {
  const done = changesDone(desk)
  const last = done.at(-1)
  if (!last) return ok({ undone: null, left: [] })
  const same = (id: string, after: Data): boolean => Object.entries(after).every(([key, value]) => JSON.stringify(desk.store.get(id)?.fields[key] ?? null) === JSON.stringify(value ?? null))
  const back = last.moved.filter((one) => same(one.id, one.after))
  const puts = back.flatMap((one) => moveRecord(desk, one.id, one.before)?.change ?? [])
  if (puts.length > 0) {
    const committed = commit(desk, puts)
    if (!committed.ok) return committed
  }
  write(desk, last.before)
  desk.store.settings.set('rules_done', done.slice(0, -1))
  desk.store.events.note({ kind: 'rules', by: desk.by, detail: { what: `撤销：${last.what}` } })
  desk.tell({ kind: 'changed', types: ['office', 'task'], ids: [] })
  return ok({ undone: last.what, left: last.moved.filter((one) => !back.includes(one)).map((one) => one.id) })
}
