/** Pairing, package up, county import, receipt down (docs/format.md). */
import { arrayOf, bag, boolean, command, integer, nonEmpty, object, oneOf, optional, string } from '../input'
import type { DrillRow, MadeFile } from './figures'
import type { ErrorCode } from '../result'
import type { Rec } from '../record'
import type { AffairCount } from '../records/affairs'

export type Counts = Readonly<Record<string, number>>

export interface PackageParty {
  readonly org: string
  readonly name: string
  readonly device: string
}

export interface Verified {
  readonly ok: boolean
  readonly code?: ErrorCode
  readonly detail?: Readonly<Record<string, unknown>>
  readonly id?: string
  readonly type?: 'up' | 'down' | 'invite' | 'rollup'
  readonly from?: PackageParty
  readonly pseq?: number
  readonly created?: string
  readonly counts?: Counts
}

export interface ImportedFile {
  readonly file: string
  readonly state: 'COMMITTED' | 'HELD' | 'DUPLICATE' | 'PREVIEWED'
  readonly code?: ErrorCode
  readonly detail?: Readonly<Record<string, unknown>>
  /** Of the package. */
  readonly id?: string
  readonly from?: PackageParty
  readonly pseq?: number
  readonly created?: string
  /** new, changed, same, deleted, conflict, held, error. */
  readonly counts?: Counts
  readonly complete?: boolean
  readonly missing?: number
  /** Lines that were refused, each an error of its record alone; `title` = what the record is called here, '' where it is not known. At most 200. */
  readonly errors?: readonly { readonly line: number; readonly type: string; readonly uid: string; readonly code: string; readonly field: string | null; readonly title: string }[]
  /** Of a preview: counts per type, and the sender's control totals (by indicator) beside ours of before. */
  readonly by_type?: Readonly<Record<string, Counts>>
  readonly totals?: readonly { readonly indicator: string; readonly name: string; readonly unit: string; readonly theirs: number; readonly ours: number | null }[]
  /** Of a preview at the county: people who stand in another town with the same name and month of birth, at most 50, and how many in all. */
  readonly elsewhere?: readonly { readonly id: string; readonly name: string; readonly birth: string; readonly town: string; readonly town_name: string }[]
  readonly elsewhere_total?: number
  /** Of a preview: the computer that asks to be admitted, told apart from the town's others by the day of its slip and its check number. */
  readonly newcomer?: { readonly by: string; readonly check_no: string; readonly slip_no: number; readonly slip_made_on: string; readonly computers: number }
  /** Of a receipt that was taken in: the county has changed its keys; the check number is compared by telephone. */
  readonly keys?: { readonly county: string; readonly since: string; readonly check_no: string }
  /** Records of the package that are in conflict after it. */
  readonly conflicts?: readonly { readonly id: string; readonly type: string; readonly title: string }[]
}

/** An invitation that could still let a computer in: its paper slip is with the town, or was lost. */
export interface Slip {
  readonly id: string
  readonly town: string
  readonly name: string
  /** The first, second … slip of its town; printed on it. */
  readonly no: number
  readonly made_on: string
  readonly expires_on: string
  readonly expired: boolean
}

/** The keys with which a county seals and to which its towns encrypt. */
export interface RealmKeysState {
  /** 1 = those of its first day. */
  readonly generation: number
  readonly since: string | null
  /** What a town reads aloud to compare. */
  readonly check_no: string
  /** Towns with a computer that has not shown yet that it knows them. */
  readonly late: readonly { readonly code: string; readonly name: string }[]
}

/** The receipt of one package on paper. */
export interface PaperReceipt {
  readonly id: string
  readonly org: string
  readonly name: string
  readonly pseq: number
  readonly made_at: string
  readonly received_at: string
  /** Start of the seal's digest: tells two sheets apart. */
  readonly mark: string
  readonly counts: Counts
  /** Versions that have still not come. */
  readonly missing: number
  readonly issues: readonly Issue[]
  /** Control totals of the year up to the day of the package: as the town counted them, and as they stand here. */
  readonly totals: readonly { readonly indicator: string; readonly name: string; readonly unit: string; readonly theirs: number; readonly ours: number | null }[]
}

/** A town that was merged into another one, or got another code. */
export interface MappedTown {
  readonly from: string
  readonly to: string
  /** What the standing town is called; '' = as it calls itself. */
  readonly name: string
  readonly on: string
}

export interface BoardTown {
  readonly code: string
  readonly name: string
  readonly last_pseq: number | null
  readonly last_package: string | null
  readonly complete: boolean | null
  readonly days_since: number | null
  readonly open_issues: number
  readonly pending_attachments: number
  readonly conflicts: number
  /** Codes that were mapped to this town. */
  readonly formerly?: readonly string[]
  readonly state: 'complete' | 'missing' | 'issues' | 'late' | 'attachments' | 'waiting' | 'invited'
}

/** A package that was taken in, for looking it up and printing its receipt again. */
export interface ReceivedPackage {
  readonly id: string
  readonly org: string
  readonly name: string
  readonly pseq: number
  readonly made_at: string
  readonly received_at: string
  readonly counts: Counts
  /** Versions that had not come with it or before it. */
  readonly missing: number
  /** A receipt that names it was written. */
  readonly answered: boolean
}

export interface Issue {
  readonly uid: string
  readonly type: string
  readonly title: string
  readonly field: string | null
  /** Name of the field. */
  readonly label?: string
  readonly code: string
  readonly say: string
  readonly level: 'error' | 'warning'
  readonly due_on?: string
}

export interface ExchangeState {
  /** `keys_since` = day since which the county has other keys than at the pairing. `another` = the county has the town already and has not admitted this computer yet: its records come with the first receipt. */
  readonly paired: { readonly county: string; readonly code: string; readonly fingerprint: string; readonly accepted: boolean; readonly closed?: boolean; readonly another?: boolean; readonly keys_since?: string } | null
  /** What the county is known to have. */
  readonly confirmed: { readonly records: number; readonly pseq: number | null; readonly received_on: string | null; readonly files: number }
  /** `groups` = what people count (活动 12 次); `records` = with everything that hangs on them. */
  readonly unsent: { readonly records: number; readonly since: string | null; readonly files: number; readonly bytes: number; readonly groups: readonly AffairCount[] }
  readonly next_pseq: number
  readonly packages: readonly { readonly id: string; readonly pseq: number; readonly made_at: string; readonly state: string; readonly accepted: number; readonly issues: number; readonly file: string | null; readonly answered_on?: string | null }[]
  readonly issues: readonly Issue[]
  /** The county could restore the town to this time. */
  readonly restorable?: string | null
  /** Records that the county did not take, as its newest receipt said, and that this computer has not got: another one of the town sent them. */
  readonly strays?: number
  /** Days of silence after which the county calls, as its newest receipt said. */
  readonly late_after?: number | null
  /** The clock is more than a day ahead of everything known here: ask before writing. */
  readonly clock_ahead?: boolean
}

/** Where a county stands with the level above. */
export interface AboveState {
  readonly paired: { readonly name: string; readonly accepted: boolean; readonly closed: boolean } | null
  readonly next_pseq: number
  readonly last: { readonly pseq: number; readonly made_at: string; readonly confirmed: boolean } | null
}

/** Figures that a county reported to the level above. */
export interface ReportedFigures {
  /** Newest first. */
  readonly years: readonly number[]
  readonly year: number | null
  /** The county itself first. */
  readonly towns: readonly { readonly code: string; readonly name: string }[]
  readonly figures: readonly { readonly indicator: string; readonly name: string; readonly unit: string; readonly value: number | null; readonly rate: number | null }[]
}

/** A package on a stick, by its clear header. */
export interface ScannedFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly state?: 'new' | 'known' | 'unreadable'
  readonly code?: ErrorCode
  readonly from?: PackageParty
  readonly pseq?: number
  readonly created?: string
}

/** A computer of a town as the county lists it. */
export interface ListedDevice {
  readonly device: string
  readonly town: string
  readonly name: string
  /** Who asked for it. */
  readonly by: string
  /** '' for the first of its town, then B, C … */
  readonly letter: string
  readonly state: 'open' | 'closed'
  readonly since: string
  readonly last_package: string | null
}

export interface ClosedDevice {
  readonly device: string
  readonly town: string
  readonly name: string
  readonly state: 'open' | 'closed'
}

/** `where` = where it was written or came from, in words: 本机, 青禾镇 电脑 B, 随望川县的回执来的; '' = not known. */
export interface Conflict {
  readonly id: string
  readonly type: string
  readonly org: string
  readonly title: string
  readonly heads: readonly { readonly version: string; readonly writer: string; readonly op: 'put' | 'del'; readonly by: string; readonly at: string; readonly device: string | null; readonly where: string; readonly fields: Rec['fields']; readonly wins: boolean }[]
}

export const exchangeCommands = {
  'exchange.state': command<ExchangeState>()(object({})),
  /** The records behind 县里还没有, newest change first. */
  'exchange.unsent': command<{ readonly rows: readonly DrillRow[]; readonly total: number }>()(object({ limit: optional(integer(1, 5000)) })),
  /** `no` = number of the slip among those of its town. */
  'exchange.invite': command<{ readonly file: string; readonly code: string; readonly no: number }>()(object({ code: nonEmpty(12), name: nonEmpty(50), out: nonEmpty(2000) })),
  /** Invitations that were not used, of one town or of all. */
  'exchange.slips': command<{ readonly slips: readonly Slip[] }>()(object({ town: optional(string(12)) })),
  /** A slip that was lost, or copied wrongly, lets nobody in any more. */
  'exchange.withdraw-slip': command<{ readonly withdrawn: string }>()(object({ id: nonEmpty(60) })),
  /** The county's keys in force. */
  'exchange.keys': command<RealmKeysState>()(object({})),
  /** New keys for the county where those in force are suspected; towns learn of them with their next receipt, or by a new slip where in doubt. */
  'exchange.renew-keys': command<RealmKeysState>()(object({})),
  'exchange.join': command<{ readonly county: { readonly code: string; readonly name: string }; readonly fingerprint: string }>()(object({ file: nonEmpty(2000), code: nonEmpty(40) })),
  /** A further computer of the town takes entries from now on although it has not got what the county has: that is lost, or nothing is to be waited for. */
  'exchange.start-alone': command<{ readonly started: true }>()(object({})),
  /** `there` = `to` was seen just now: where it is missing, a stick was pulled out, and nothing is made in its place. `attachments_mb` = at most so much of attachments, the newest; the others wait. */
  'exchange.export': command<{ readonly file: string | null; readonly id: string | null; readonly pseq: number | null; readonly counts: Counts; readonly check: 'read-back' | 'sampled' | 'none'; readonly bytes: number }>()(
    object({ to: nonEmpty(2000), full: optional(boolean), always: optional(boolean), town: optional(string(12)), with_private: optional(boolean), attachments_mb: optional(integer(0, 4000)), there: optional(boolean), job: optional(string(40)) })),
  /** What a county reported here: its own figures, or those of one of its towns; the newest year unless another is asked for. */
  'exchange.figures': command<ReportedFigures>()(object({ county: nonEmpty(12), town: optional(nonEmpty(12)), year: optional(integer(1990, 2100)) })),
  /** The office above a county: whether it is paired, and what was sent last. */
  'exchange.above': command<AboveState>()(object({})),
  /** A county's figures to the level above; `year` = that year alone, `records` = the towns' records too, for this package. */
  'exchange.rollup': command<{ readonly file: string | null; readonly id: string | null; readonly pseq: number | null; readonly counts: Counts; readonly check: 'read-back' | 'sampled' | 'none'; readonly bytes: number }>()(
    object({ to: nonEmpty(2000), year: optional(integer(1990, 2100)), records: optional(boolean), full: optional(boolean), always: optional(boolean), job: optional(string(40)) })),
  /** For a county without this program: a folder of .xlsx and .docx, not encrypted; `private` = what stays in the town too, masked or plain. */
  'exchange.plain': command<{ readonly folder: string; readonly files: readonly MadeFile[] }>()(
    object({ to: nonEmpty(2000), year: optional(integer(1990, 2100)), private: optional(oneOf('masked', 'plain')), job: optional(string(40)) })),
  'exchange.verify': command<Verified>()(object({ file: nonEmpty(2000) })),
  'exchange.scan': command<{ readonly files: readonly ScannedFile[] }>()(object({ dir: nonEmpty(2000) })),
  /** `check_no` = number of the computer that the person was shown, as typed: a file of another one is held, whatever its path. */
  'exchange.import': command<{ readonly files: readonly ImportedFile[] }>()(
    object({ files: arrayOf(nonEmpty(2000), 1000), dry_run: optional(boolean), approve: optional(boolean), check_no: optional(nonEmpty(40)), job: optional(string(40)) })),
  'exchange.board': command<{ readonly towns: readonly BoardTown[]; readonly overdue_days: number }>()(object({})),
  /** Packages that were taken in, newest first; `town` = of one town and the codes that were mapped to it. */
  'exchange.received': command<{ readonly packages: readonly ReceivedPackage[] }>()(object({ town: optional(string(12)), limit: optional(integer(1, 1000)) })),
  /** Packages in the county's archive whose records are not in the store: taken in after the backup that was put back. */
  'exchange.archive': command<{ readonly files: readonly { readonly path: string; readonly name: string }[] }>()(object({})),
  /** The receipt on paper of a package that was taken in. */
  'exchange.paper': command<PaperReceipt>()(object({ id: nonEmpty(60) })),
  'exchange.devices': command<{ readonly devices: readonly ListedDevice[] }>()(object({ town: optional(string(12)) })),
  'exchange.close-device': command<ClosedDevice>()(object({ device: nonEmpty(60), reopen: optional(boolean) })),
  /** The key of the recovery sheet as printed; null once a person said that it was. */
  'exchange.sheet': command<{ readonly key: string | null }>()(object({ printed: optional(boolean) })),
  /** Private records of the town's lost computers, with the key of their recovery sheet. */
  'exchange.recover': command<{ readonly records: number }>()(object({ key: nonEmpty(200) })),
  /** `first` = the record that stands first; `total` = of all, where `limit` leaves some out. */
  'exchange.conflicts': command<{ readonly items: readonly Conflict[]; readonly total?: number }>()(object({ limit: optional(integer(1, 1000)), first: optional(nonEmpty(60)) })),
  'exchange.resolve': command<Rec>()(object({ id: nonEmpty(60), take: nonEmpty(60) })),
  'exchange.issue': command<{ readonly noted: true }>()(object({ uid: nonEmpty(60), field: optional(string(40)), say: nonEmpty(500), due_on: optional(string(10)) })),
  /** A town set up with a wrong code, or called wrongly, before its first package was accepted; afterwards the county maps it (`exchange.map-town`). */
  'exchange.correct-code': command<{ readonly code: string; readonly name: string }>()(object({ code: nonEmpty(12), name: optional(string(50)) })),
  /** A town was merged or got another code: `from` stands under `to` from now on; `to` = `from` takes it back. */
  'exchange.map-town': command<{ readonly towns: readonly MappedTown[] }>()(object({ from: nonEmpty(12), to: nonEmpty(12), name: optional(string(50)) })),
  /** 县交办: one record into each town's own records, one commit. */
  'exchange.order': command<{ readonly ids: readonly string[]; readonly towns: readonly string[] }>()(object({ towns: arrayOf(nonEmpty(12), 2000), fields: bag })),
  /** `next_no` = number that the next order could have. */
  'exchange.order-towns': command<{ readonly next_no: string; readonly towns: readonly { readonly code: string; readonly name: string }[] }>()(object({})),
  'exchange.dump': command<{ readonly lines: readonly string[] }>()(object({ limit: optional(integer(1, 10_000_000)) })),
  'job.cancel': command<{ readonly asked: true }>()(object({ job: nonEmpty(40) })),
} as const
