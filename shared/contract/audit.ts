/** Who did what on this computer, and when: changes, and what is not a change (views of masked data, prints, exports, imports, unlocks). */
import { arrayOf, command, day, integer, nonEmpty, object, oneOf, optional, string } from '../input'
import type { Titles, Version } from './records'

export const auditGroups = ['change', 'view', 'out', 'in', 'office'] as const
export type AuditGroup = (typeof auditGroups)[number]

export interface AuditRow {
  readonly at: string
  readonly by: string
  readonly group: AuditGroup
  /** `new`, `put`, `del`, `merge`, `erase`, or the kind of an event. */
  readonly what: string
  /** The record that it is about. */
  readonly record?: { readonly id: string; readonly type: string; readonly title: string }
  /** A file, a package, a town … as it was noted. */
  readonly about?: string
  /** Of a change: keys of the fields whose values are others than before. */
  readonly changed?: readonly string[]
  /** Of such a change: the version that it made, as the history of the record names it. */
  readonly version?: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** A change with what it changed: the version, and what stood before it, newest first. */
export interface AuditChange {
  readonly type: string
  readonly versions: readonly Version[]
}

export const auditCommands = {
  'audit.list': command<{ readonly rows: readonly AuditRow[]; readonly next: string | null; readonly people: readonly string[] }>()(
    object({ group: optional(oneOf(...auditGroups)), by: optional(string(100)), from: optional(day), to: optional(day), after: optional(string(60)), limit: optional(integer(1, 500)) })),
  /** Changes of a page of the list, before and after, private values covered. What is not held any more is left out. */
  'audit.changes': command<{ readonly changes: readonly AuditChange[]; readonly titles: Titles }>()(
    object({ changes: arrayOf(object({ record: nonEmpty(60), version: nonEmpty(60) }), 500) })),
} as const
