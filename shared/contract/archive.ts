/** A term as a folder of HTML that opens in any browser. */
import { boolean, command, nonEmpty, object, optional, string } from '../input'

export interface ArchiveMade {
  readonly path: string
  readonly records: number
  readonly attachments: number
  /** Attachments whose content is not on this computer. */
  readonly absent: number
}

export const archiveCommands = {
  /** `private` = with what stays in the town, uncovered; else covered and without phone and ID numbers. A folder that is there is left as it is. */
  'archive.make': command<ArchiveMade>()(object({ term: nonEmpty(60), out: nonEmpty(2000), private: optional(boolean), job: optional(string(40)) })),
} as const
