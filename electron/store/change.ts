/** What may be asked of the one door (commit.ts), and its answer. */
import type { Data } from '../../shared/fields'
import type { Rec } from '../../shared/record'

/** Who works, by the name chosen at unlock, and when by the wall clock of the office (ISO with its offset). */
export interface Actor {
  readonly by: string
  readonly at: string
}

export type Change =
  /**
   * Saves a record. `data` is the full content with the system keys (`status`, `status_log`, …): see `dataOf`. Without `uid` a new
   * one: random, or from the key. A deleted keyed record is taken up again under its uid.
   * `base` = the version that the edit was made from; absent = whatever stands now. `org` only for new records of another office.
   */
  | { readonly op: 'put'; readonly type: string; readonly uid?: string; readonly data: Data; readonly base?: string; readonly org?: string }
  /** Deletes, with a reason that is kept; children follow their declaration. */
  | { readonly op: 'del'; readonly uid: string; readonly reason: string; readonly base?: string }
  /** `from` is the same person or unit as `into`: `into` keeps its values and takes those it lacks; references follow. */
  | { readonly op: 'merge'; readonly from: string; readonly into: string; readonly reason: string }
  /** Blanks every version of the record here and, by exchange, everywhere. Cannot be undone. */
  | { readonly op: 'erase'; readonly uid: string; readonly reason?: string }
  /** Writes the state of an earlier version again; `to: null` = as before it existed. Undo, the bin and "back to this version". */
  | { readonly op: 'revert'; readonly uid: string; readonly to: string | null; readonly base?: string; readonly reason?: string }

export interface WrittenVersion {
  readonly uid: string
  readonly type: string
  readonly id: string
  readonly op: 'put' | 'del' | 'merge' | 'erase'
  /** The version that stood before, null for a new record: `revert` to it is the undo. */
  readonly before: string | null
}

export interface CommitDone {
  /** Everything written, in order: also cascaded children and merged keyed children. */
  readonly versions: readonly WrittenVersion[]
  /** The record of each change as it stands now, in the order of the changes. */
  readonly recs: readonly Rec[]
  /** Keyed children of a merged record that met a row of the other: the row of `into` won, this one is only history now. */
  readonly met: readonly { readonly id: string; readonly into: string }[]
}

/** The content of a record as a version holds it: its fields with the status back among them. Start of every edit. */
export function dataOf(rec: Rec): Data {
  return rec.status === undefined ? rec.fields : { ...rec.fields, status: rec.status }
}

export interface ForeignVersion {
  readonly id: string
  readonly uid: string
  readonly type: string
  readonly field: 'org' | 'type' | 'id'
}

/** What an import of versions did to records. */
export interface Merged {
  /** Versions that were not held before, among them those that went straight to history. */
  readonly added: number
  /** Versions that were held already. */
  readonly known: number
  /** Versions refused: `org` = their record is another town's, `type` = it is of another type, `id` = another record has a version of this id. */
  readonly foreign: readonly ForeignVersion[]
  /** Records of known types by what became of them; every record is counted once, `conflict` = has become one. */
  readonly records: RecordCounts
  /** Records of types that this app does not know yet; kept raw. */
  readonly held: number
  /** Records that look different from before. */
  readonly ids: readonly string[]
}

export interface RecordCounts {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly deleted: number
  readonly conflict: number
}
