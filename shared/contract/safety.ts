/** Keeping the office safe: the code for a forgotten password, the office's own backups and their second place, what is known of people and for how long. */
import { command, nonEmpty, object, optional, string } from '../input'
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

export const safetyCommands = {
  /** A new code for the sealed envelope; it opens the store when the password is forgotten, and the one before opens nothing any more. */
  'office.recovery-code': command<{ readonly code: string }>()(object({ password: nonEmpty(200) })),
  /** Opens the store with the code of the envelope and sets a new password. The records stay as they are. */
  'office.recover': command<{ readonly office: OfficeInfo }>()(object({ code: nonEmpty(100), fresh: nonEmpty(200), by: optional(string(20)) })),
  'privacy.get': command<PrivacyPage>()(object({})),
  'privacy.assess': command<{ readonly kept: number }>()(object({ purpose: nonEmpty(4000), risk: nonEmpty(4000), measures: nonEmpty(4000), conclusion: nonEmpty(4000) })),
  /** Blanks every version of a private record here, and by exchange on the town's other computers. Cannot be taken back. */
  'record.erase': command<{ readonly erased: string }>()(object({ id: nonEmpty(60), reason: string(500) })),
} as const
