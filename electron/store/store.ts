/**
 * The store as everything else sees it: one office's encrypted file behind a few questions and one door for changes. Read handles and
 * write handles are different types, so that a query cannot write. All SQL lives in this folder; all calls are synchronous, because
 * the store has a process of its own (in the window) or the process to itself (on the command line).
 *
 * Methods that answer a person's request return a Result. Faults of the disk or the database are thrown as they come and are named
 * once, at the border, by `storeFailure` (failure.ts).
 */
import type { Version } from '../../shared/exchange/version'
import type { Facts, Lookup } from '../../shared/facts'
import type { Data } from '../../shared/fields'
import type { Rec } from '../../shared/record'
import type { Result } from '../../shared/result'
import type { Backups } from './backup'
import type { Actor, Change, CommitDone, Merged, WrittenVersion } from './change'
import type { DoctorReport } from './doctor/examine'
import type { Drafts } from './drafts'
import type { Audit } from './audit'
import type { Events } from './events'
import type { ExchangeStore } from './exchange-store'
import type { FigureCache } from './figure-cache'
import type { Moment } from './moment'
import type { Recoded } from './recode'
import type { Settings } from './settings'
import type { Step } from './steps'

export type { Actor, Change, CommitDone, Merged, Version, WrittenVersion }

/** Who the file belongs to. Fixed at set-up, but for the correction of a wrong code before the first accepted package. */
export interface OfficeIdentity {
  readonly role: 'town' | 'county'
  /** Nine digits for a town, six for a county: the `org` of its records. */
  readonly code: string
  readonly name: string
  readonly county_name?: string
  /** Chooses the rule preset. */
  readonly province?: string
  /** Everything in it is made up: it trades with practice offices alone, for good. */
  readonly practice?: true
}

export interface DeviceIdentity {
  /** Random, 26 base32 digits, made at set-up. */
  readonly id: string
  /** '' on the first computer of an office, 'B', 'C' … on others. */
  readonly letter: string
}

export interface ListQuery {
  /**
   * Field key → value as stored (code, id, day); `status` and `org` are allowed. A reference equals the id or any duplicate merged
   * into it; lists of references (also inside rows, as `list.key`) contain it; flags are `true`/`false`; '' = empty.
   */
  readonly where?: Readonly<Record<string, string>>
  /** Any of these. */
  readonly status?: readonly string[]
  /** Words as in `search`, all of which must be found. */
  readonly text?: string
  /** The town's code, at the county. */
  readonly org?: string
  /** Ids of the only records that come into question. */
  readonly only?: readonly string[]
  /** Key of a stored field, `status` or `org`; default the type's date (descending), else its first column. */
  readonly sort?: string
  readonly descending?: boolean
  /** What `sort` goes by instead of the stored field, by id: what a list shows in its place. Those without are empty. */
  readonly values?: ReadonlyMap<string, string>
  /** 1…1000, default 50. */
  readonly limit?: number
  /** `next` of the page before, of the same query. */
  readonly after?: string
  /** Deleted records: none (default), with the living ones, or alone. Merged duplicates count as deleted. */
  readonly deleted?: 'without' | 'with' | 'only'
}

export interface Page {
  readonly rows: readonly Rec[]
  /** Cursor of the next page, null at the end. */
  readonly next: string | null
  /** Records that the query finds in all. */
  readonly total: number
}

export interface SearchHit {
  readonly id: string
  readonly type: string
  readonly title: string
}

/** One state of a record, as its history shows it. */
export interface HistoryEntry {
  readonly id: string
  readonly op: 'put' | 'del' | 'merge' | 'erase'
  readonly by: string
  readonly at: string
  /** null once erased. */
  readonly data: Data | null
  readonly reason?: string
  /** For `merge`: the record that this one is the same as. */
  readonly into?: string
  /** Keys that differ from the newest version that this one had seen. */
  readonly changed: readonly string[]
  readonly head: boolean
  readonly hlc: number
  /** Package that brought it; null = written here. */
  readonly received_in: string | null
}

/** A deleted record in the bin. */
export interface BinEntry {
  readonly rec: Rec
  readonly title: string
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** Said once after every transaction that changed records. */
export interface Changed {
  readonly types: readonly string[]
  readonly ids: readonly string[]
  readonly orgs: readonly string[]
}

export interface StoreReader {
  readonly dir: string
  readonly office: OfficeIdentity
  readonly device: DeviceIdentity
  readonly now: () => Date

  /** The record with this id, deleted or not; null when there is none. A merged duplicate is returned itself: see `resolve`. */
  get(id: string): Rec | null
  /** Several at once, in the order asked, missing ones left out. */
  getMany(ids: readonly string[]): readonly Rec[]
  /** The id that a merged duplicate is read under; other ids as they are. */
  resolve(id: string): string
  /** What people call the record; '' when it does not exist. */
  title(id: string): string
  /** Id of the version that stands for the record, null when there is no such record. */
  versionOf(id: string): string | null
  /** All versions of a record that are held here, newest first. */
  history(id: string): readonly HistoryEntry[]
  /** Every head of a record in conflict, the winner first; one entry where there is none. */
  heads(id: string): readonly HistoryEntry[]
  /** Ids of records in conflict, by type and id. */
  conflicts(org?: string): readonly string[]
  /** A page of one type. `unknown-type`, `unknown-field` (of `where` or `sort`), `bad-input` (a cursor of another query). */
  list(type: string, query?: ListQuery): Result<Page>
  /** Living records of any type: words of any length, pinyin initials (`wjg`), numbers that people read (`19-3-015`). */
  search(text: string, limit: number): readonly SearchHit[]
  /** The bin, newest first; erased records are not in it. */
  deletedList(query?: { readonly type?: string; readonly org?: string; readonly limit?: number }): readonly BinEntry[]
  /** The uid that a keyed record of this content has, null for types without key or where the key is not filled. */
  uidOf(type: string, data: Data, org?: string): string | null
  /** Living records that refer to `id` (or a duplicate merged into it), with the field; rows of lists as `list.key`. */
  referrers(id: string): readonly { readonly id: string; readonly type: string; readonly field: string }[]
  /** Single records and children straight from the file: for titles, steps and derived values. */
  lookup(): Lookup
  /** All living records of these towns (default: everything held), kept in memory until something of them changes. */
  facts(orgs?: readonly string[]): Facts
  /** Codes of the towns that have living records here, without counting them. */
  townCodes(): readonly string[]
  /** The same with their number; the county's own code among them. */
  towns(): readonly { readonly org: string; readonly records: number }[]
  /** Grows with every change of a town's records (of all, without `org`): the stamp for figures that are kept. */
  changes(org?: string): number
  /** Living records by type. */
  counts(org?: string): Readonly<Record<string, number>>
  /** Greatest clock of any version held, 0 in an empty store: see `clockAhead`. */
  newestClock(): number
  /** Every merged record as canonical JSON lines by type and uid, nothing node-local in them: two stores are compared with it. */
  dump(): Iterable<string>
}

export interface Store extends StoreReader {
  readonly settings: Settings
  readonly drafts: Drafts
  readonly events: Events
  readonly audit: Audit
  readonly exchange: ExchangeStore
  readonly backups: Backups
  readonly figures: FigureCache
  /** For a reader beside the store that writes. */
  readonly moment: Moment
  /** What opens the file, for a reader that is called: it is never written. */
  readonly key: Uint8Array
  /** Gives the memory back that pages of the file lie in; they are read again when they are needed. */
  letGo(): void

  /**
   * The one door: all changes or none, in one transaction. Failures: `changed-elsewhere` (detail.current = the record now),
   * `already-exists` (detail.id), `not-found`, `already-deleted`, `key-fixed`, `has-children` (detail.children = number by type),
   * `reason-needed`, `same-record`, `bad-text`, `bad-number`, `too-long`, `unknown-type`; detail.index = which change.
   */
  commit(actor: Actor, changes: readonly Change[]): Result<CommitDone>
  /**
   * Many commits in one transaction, synced to the disk once: one that is refused leaves nothing, the others stay. `lookup()` inside is
   * kept at hand and sees every save before it; lists, facts and search see them only afterwards.
   */
  together<T>(work: () => T): T
  /**
   * Takes in versions of others: union, heads recomputed, typed rows and search updated, in one transaction. Order, repetition and
   * splitting make no difference. The caller has verified hashes, sizes and towns.
   */
  putVersions(versions: Iterable<Version>, options: { readonly receivedIn: string | null }): Merged
  /** Says every change of records until the returned function is called. */
  subscribe(listener: (changed: Changed) => void): () => void
  /** Makes heads, typed rows, links and search again from the versions. */
  rebuild(): void
  /** Makes up to `limit` search documents anew that another version of the program made; false when there is none left. */
  renewSearch(limit: number): boolean
  /**
   * Puts a wrong code of this town right: all its records become those of the town `to`, which is called `name`. Only before anybody else has taken
   * a version of it. Answers old to new uids of the records whose uid follows from a key, and old to new ids of all versions.
   */
  recode(to: string, name: string): Recoded
  /** Whether the pages of the file fit together: quick, for after a crash. */
  isSound(): boolean
  /** Looks for damage and disagreement; `fix` repairs what can be repaired without losing anything. */
  doctor(options?: { readonly fix?: boolean }): DoctorReport
  /** The same without repairs, a check a step: it changes nothing, so that it may be left at any of them. */
  examination(): Generator<Step, Result<DoctorReport>, undefined>
  /** Keeps a copy of the own town's records, so that the next start reads them at once; closing does it too. */
  keep(): void
  /** Closes the file and lets go of the lock. Safe to call twice. */
  close(): void
}
