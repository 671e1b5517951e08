/** One check of the doctor: a question, and the repair of exactly what it found. Who can help where the doctor cannot, says shared/text/doctor. */
import { leavesRecord } from '../content'
import type { Core, Pending } from '../core'
import { impliedRedirects } from '../redirects'

export interface Check {
  /** Kebab-case. */
  readonly name: string
  readonly detail: string
  /** Records that are concerned, by uid; `#n` = a row of no record. */
  readonly find: (core: Core) => readonly string[]
  /** Puts right what was found, in a transaction of its own. Absent: the versions do not say what is right, a backup, the county or a person does. */
  readonly mend?: (core: Core, pending: Pending, found: readonly string[]) => void
  /** For people to decide; no damage. */
  readonly content?: true
}

export interface HeadOfRecord {
  readonly n: number
  readonly uid: string
  readonly type: string
  readonly org: string
  readonly version_id: Buffer
  readonly op: string
  readonly conflict: number
  readonly deleted: number
  /** Schema of the type that its values were written in. */
  readonly sv: number
  readonly data: string | null
}

const headText = 'SELECT h.n, h.uid, h.type, h.org, h.version_id, h.op, h.conflict, h.deleted, v.sv, v.data FROM head h JOIN version v ON v.id = h.version_id'

export const headRows = (core: Core): IterableIterator<HeadOfRecord> => core.db.sql(headText).iterate() as IterableIterator<HeadOfRecord>

export const headOf = (core: Core, uid: string): HeadOfRecord | null => (core.db.sql(`${headText} WHERE h.uid = ?`).get(uid) as HeadOfRecord | undefined) ?? null

/** Whether a record is living, by the merges that its own and other records' heads stand for: a lost redirect is told once, not with every row that follows it. */
export function livingOf(core: Core): (row: Pick<HeadOfRecord, 'uid' | 'op'>) => boolean {
  const merged = impliedRedirects(core)
  return (row) => leavesRecord(row.op as 'put') && !merged.has(row.uid)
}

/** The uid of a row number, `#n` where no record has it. */
export const uidOfRow = (core: Core, n: number): string => core.db.value<string>('SELECT uid FROM head WHERE n = ?', n) ?? `#${String(n)}`

/** The number in `#n`; null for a uid. */
export const rowOfNobody = (found: string): number | null => (found.startsWith('#') ? Number(found.slice(1)) : null)

/** Says that a record was made anew, so that whoever shows it reads it again. */
export function touch(core: Core, pending: Pending, uid: string): void {
  const row = core.db.sql('SELECT type, org FROM head WHERE uid = ?').get(uid) as { readonly type: string; readonly org: string } | undefined
  if (row) pending.touched.set(uid, row)
}
