/** Who did what on this computer, and when: changes, and what is not a change (views of masked data, prints, exports, imports, unlocks). */
import { command, day, integer, object, oneOf, optional, string } from '../input'

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

export const auditCommands = {
  'audit.list': command<{ readonly rows: readonly AuditRow[]; readonly next: string | null; readonly people: readonly string[] }>()(
    object({ group: optional(oneOf(...auditGroups)), by: optional(string(100)), from: optional(day), to: optional(day), after: optional(string(60)), limit: optional(integer(1, 500)) })),
} as const
