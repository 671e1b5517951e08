/** Keeping the office safe: the code for a forgotten password, the office's own backups and their second place, what is known of people and for how long. */
import { command, nonEmpty, object, optional, string } from '../input'
import type { OfficeInfo } from './office'

export const safetyCommands = {
  /** A new code for the sealed envelope; it opens the store when the password is forgotten, and the one before opens nothing any more. */
  'office.recovery-code': command<{ readonly code: string }>()(object({ password: nonEmpty(200) })),
  /** Opens the store with the code of the envelope and sets a new password. The records stay as they are. */
  'office.recover': command<{ readonly office: OfficeInfo }>()(object({ code: nonEmpty(100), fresh: nonEmpty(200), by: optional(string(20)) })),
} as const
