/** A record as the command line prints it: always the same keys, in the same order. */
import type { Rec } from '../../shared/record'

export interface PrintedRecord {
  readonly id: string
  readonly type: string
  readonly org: string
  readonly version: string
  /** null where the type has no status. */
  readonly status: string | null
  readonly fields: Rec['fields']
  readonly deleted: boolean
  readonly conflict?: true
}

/** A status that follows from dates (a term) is a status like any other. */
export function printed(rec: Rec): PrintedRecord {
  const { id, type, org, version, fields, deleted, conflict } = rec
  const derived = fields['status']
  const status = rec.status ?? (typeof derived === 'string' ? derived : null)
  return { id, type, org, version, status, fields, deleted, ...(conflict ? { conflict } : {}) }
}
