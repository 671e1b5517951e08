/**
 * Rows of the system list `status_log`. A row keeps what the step was told (`input`, JSON text) and, under keys with an underscore, what
 * `undo_step` needs to take it back: the values before it and the records that it made. Screens show the keys without underscore.
 */
import { statusLog } from '../facts'
import type { Data, Field, Value } from '../fields'
import type { Rec, StatusEntry } from '../record'
import type { Machine } from './step'
import { wayTo } from './way'

/** A record that a step made: by its id, or by the key that its uid follows from. */
export interface Made {
  readonly type: string
  readonly id?: string
  readonly key?: Data
}

/** What undo needs; every part may be absent. */
export interface Trace {
  /** Values of the record's own fields before the step. */
  readonly _before?: Data
  /** List fields that got one row more. */
  readonly _appended?: readonly string[]
  readonly _made?: readonly Made[]
  /** Other records whose fields changed, with the values before. */
  readonly _changed?: readonly { readonly id: string; readonly type: string; readonly before: Data }[]
  /** Steps that ran on other records. */
  readonly _steps?: readonly { readonly id: string; readonly type: string; readonly step: string }[]
  /** Set when the row was taken back. */
  readonly _undone?: { readonly reason: string; readonly by: string; readonly at: string }
}

/** All rows, the ones taken back too. */
export function wholeLog(fields: Data): readonly StatusEntry[] {
  const log = fields['status_log'] as unknown as readonly StatusEntry[] | null | undefined
  return log ?? []
}

/** The log as a value of the record's data. */
export const asValue = (log: readonly StatusEntry[]): Value => log as unknown as Value

/** What a row was told and keeps for undo; {} where it has none or where it is no JSON object. */
export function inputOf(row: StatusEntry): Data & Trace {
  if (row.input === undefined) return {}
  try {
    const value: unknown = JSON.parse(row.input)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data & Trace) : {}
  } catch {
    // a row written by a broken program must not make its record unreadable
    return {}
  }
}

/** Last row that counts, null where there is only the saving of the record. */
export function lastStep(rec: Rec): StatusEntry | null {
  const row = statusLog(rec).at(-1)
  return row === undefined || row.step === addStep ? null : row
}

/** Name of the row that saving a record writes. */
export const addStep = 'add'

/** A row; `input` only where something is kept. */
export function logRow(row: Omit<StatusEntry, 'input' | 'undone'>, input: object): StatusEntry {
  return Object.keys(input).length === 0 ? row : { ...row, input: JSON.stringify(input) }
}

interface LogContext {
  readonly today: string
  /** ISO time with +08:00. */
  readonly now: string
  readonly by: string
}

/** What the log needs to know of a declaration. */
export interface DatedType {
  readonly firstStatus?: string
  readonly fields: Readonly<Record<string, Field>>
}

const dayOf = (data: Data, keys: readonly string[], today: string): string | null => {
  for (const key of keys) {
    const value = data[key]
    if (typeof value === 'string' && value.length === 10 && value <= today) return value
  }
  return null
}

/** The log of a new record: one row with the first status, dated by the record's own date where that is past. `[]` for types without machine. */
export function firstLog(machine: Machine | null, type: DatedType, data: Data, at: LogContext): readonly StatusEntry[] {
  if (machine === null || type.firstStatus === undefined) return []
  const day = dayOf(data, machine.entry.on, at.today) ?? at.today
  return [{ step: addStep, from: '', to: type.firstStatus, event_on: day, entered_at: at.now, by: at.by }]
}

/**
 * The log of a record of the past (`as_history`, domain.md A.34): first status and entry step dated by the record's own date, then the
 * status given, dated by closed_on, else by the last past date on it. No step is run.
 * @returns the rows; null if `status` is none of the machine's statuses
 */
export function historyLog(machine: Machine, type: DatedType, data: Data, status: string, at: LogContext): readonly StatusEntry[] | null {
  const first = type.firstStatus
  const known = new Set(machine.steps.flatMap((step) => [...step.from, ...step.to]))
  if (first === undefined || status === 'same' || !known.has(status)) return null
  const facts = Object.entries(type.fields).filter(([, field]) => field.kind === 'date' && field.mayBeFuture !== true).map(([key]) => key)
  const past = facts.map((key) => dayOf(data, [key], at.today)).filter((day): day is string => day !== null).sort()
  const last = past.at(-1)
  const entered = dayOf(data, machine.entry.on, at.today) ?? past[0] ?? at.today
  const base = { entered_at: at.now, by: at.by }
  const rows: StatusEntry[] = [{ step: addStep, from: '', to: first, event_on: entered, ...base }]
  if (status === first) return rows

  const entry = machine.steps.find((step) => step.name === machine.entry.step)
  const entryTo = entry === undefined ? null : (entry.to.find((to) => to === status) ?? entry.to[0] ?? null)
  // a session that was called off was never opened: the entry step is only told where the status lies behind it
  const behind = entryTo !== null && entryTo !== first && wayTo(machine, entryTo, [status]) !== null
  if (entry && behind) rows.push({ step: entry.name, from: first, to: entryTo, event_on: entered, ...base })
  const from = rows.at(-1)?.to ?? first
  if (from === status) return rows

  const ending = machine.ending?.(data, status) ?? null
  const step = ending?.step ?? machine.steps.find((one) => one.to.includes(status))?.name ?? addStep
  const day = dayOf(data, ['closed_on'], at.today) ?? last ?? entered
  rows.push({ step, from, to: status, event_on: ending?.on ?? (day < entered ? entered : day), ...base })
  return rows
}
