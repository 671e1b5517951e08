/** Keeping the office safe: the code for a forgotten password, the office's own backups and their second place, what is known of people and for how long. */
import { boolean, command, nonEmpty, object, optional, string } from '../input'
import type { Failure } from '../result'
import type { OfficeInfo } from './office'

/** What the office knows of private people: a type, how many, and which of its fields are covered in the window. */
export interface PrivateKind {
  readonly type: string
  readonly label: string
  readonly records: number
  readonly covered: readonly string[]
}

/** The impact assessment of 个人信息保护法第55、56条; kept at least three years, never changed. */
export interface Assessment {
  readonly on: string
  readonly by: string
  /** 处理目的、处理方式等是否合法、正当、必要. */
  readonly purpose: string
  /** 对个人权益的影响及安全风险. */
  readonly risk: string
  /** 保护措施是否合法、有效并与风险程度相适应. */
  readonly measures: string
  readonly conclusion: string
}

export interface PrivacyPage {
  readonly data_dir: string
  readonly backup_dir: string
  readonly kinds: readonly PrivateKind[]
  readonly visitors: { readonly years: number; readonly records: number; readonly erased: number; readonly next: string | null }
  /** Of the last twelve months: covered values that were shown, and files that left the office. */
  readonly looks: number
  readonly exports: number
  readonly assessments: readonly Assessment[]
}

/** A backup in the store's own folder. */
export interface ListedBackup {
  readonly file: string
  readonly bytes: number
  /** '' and null where the file cannot be read. */
  readonly made_at: string
  readonly records: number | null
  readonly attachments: number
}

/** What a backup holds, before anything is replaced. */
export interface BackupSeen {
  readonly file: string
  readonly office: { readonly role: string; readonly code: string; readonly name: string }
  readonly made_at: string
  readonly records: number
  /** Attachments that lie beside it. */
  readonly attachments: number
  readonly bytes: number
  /** Only a newer version of the application can open it. */
  readonly newer: boolean
  /** The office that is open now; null where none is. */
  readonly present: { readonly code: string; readonly records: number } | null
}

/** A folder on another disk or stick that every day's backup is copied to. */
export interface SecondBackupPlace {
  readonly folder: string
  readonly at: string | null
  readonly code?: string
}

/** The monthly rehearsal: the newest backup was opened elsewhere and its records were counted; `code` = why that did not succeed. */
export interface RehearsedBackup {
  readonly at: string
  readonly made_at: string
  readonly records: number
  readonly code?: string
}

export interface BackupDone {
  readonly file: string
  readonly bytes: number
  readonly records: number
  /** Attachments that lie beside it. */
  readonly attachments: number
}

export interface HandedOver {
  readonly office: OfficeInfo
  /** For the envelope of a forgotten password. */
  readonly code: string
  /** For the sheet of a lost computer, in groups; null where the sheet of before stays good (a county's is known to its towns). */
  readonly sheet: string | null
  /** Why the backup that opens with the new password was not made; absent where it was. The handover holds all the same. */
  readonly unsaved?: Failure
}

/** A restore can be called off before the present records are set aside, and not after. */
export const restorePhases = { before: '核对备份', after: '附件' } as const

/** What a backup is at; called off at any of them, nothing half stays. */
export const backupPhases = { records: '记录（MB）', files: '附件' } as const

/** A move can be called off until the stick is whole; from there on this computer is closed. */
export const movePhases = { ...backupPhases, close: '停用这台' } as const

/** A handover can be called off until the secrets are changed; from there on only its backup can. */
export const handOverPhases = { check: '核对密码', change: '换密码', backup: '备份（MB）' } as const

export const safetyCommands = {
  /** A new code for the sealed envelope; it opens the store when the password is forgotten, and the one before opens nothing any more. */
  'office.recovery-code': command<{ readonly code: string }>()(object({ password: nonEmpty(200) })),
  /** Opens the store with the code of the envelope and sets a new password. The records stay as they are. */
  'office.recover': command<{ readonly office: OfficeInfo }>()(object({ code: nonEmpty(100), fresh: nonEmpty(200), by: optional(string(20)) })),
  /** A file that is no backup is not written over unless `overwrite`: whoever chose it was asked. */
  'backup.make': command<BackupDone>()(object({ to: nonEmpty(1000), overwrite: optional(boolean), job: optional(string(40)) })),
  /** With one press on a stick: database and attachments, in the office's own folder there. */
  'backup.stick': command<BackupDone>()(object({ drive: nonEmpty(1000), job: optional(string(40)) })),
  /** Also before anybody unlocks: what could be restored. */
  'backup.list': command<{ readonly backups: readonly ListedBackup[]; readonly second: SecondBackupPlace | null; readonly rehearsed: RehearsedBackup | null }>()(object({})),
  'backup.look': command<BackupSeen>()(object({ file: nonEmpty(1000), password: optional(nonEmpty(200)) })),
  /** Without a folder: no second place any more. */
  'backup.place': command<{ readonly second: SecondBackupPlace | null }>()(object({ folder: optional(nonEmpty(1000)), job: optional(string(40)) })),
  /** `second` = goes on beside the computer that made it, as the town's next one, instead of in its place. */
  'backup.restore': command<{ readonly records: number; readonly made_at: string }>()(object({ file: nonEmpty(1000), password: optional(nonEmpty(200)), second: optional(boolean), job: optional(string(40)) })),
  /**
   * 交接: everything that only the outgoing chair had is made anew in one step: password, code for a forgotten password, in a town also the
   * key of the recovery sheet. Records, numbers and this computer's own keys stay. `chair` = the name goes into the office's file too.
   */
  'office.hand-over': command<HandedOver>()(object({ password: nonEmpty(200), fresh: nonEmpty(200), by: nonEmpty(20), chair: optional(boolean), job: optional(string(40)) })),
  /** The whole office on a stick for another computer; from then on this one answers `moved-away`. */
  'office.move': command<BackupDone>()(object({ drive: nonEmpty(1000), job: optional(string(40)) })),
  /** The move did not come about: this computer is worked on again. */
  'office.stay': command<{ readonly office: OfficeInfo }>()(object({})),
  'privacy.get': command<PrivacyPage>()(object({})),
  'privacy.assess': command<{ readonly kept: number }>()(object({ purpose: nonEmpty(4000), risk: nonEmpty(4000), measures: nonEmpty(4000), conclusion: nonEmpty(4000) })),
  /** Blanks every version of a private record here, and by exchange on the town's other computers. Cannot be taken back. */
  'record.erase': command<{ readonly erased: string }>()(object({ id: nonEmpty(60), reason: string(500) })),
} as const
