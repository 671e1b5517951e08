/** Attachments of records: encrypted beside the database, named by a record of type `file`. */
import { boolean, command, nonEmpty, object, optional, string } from '../input'
import type { Rec } from '../record'

export interface AttachedFile {
  /** Of the `file` record. */
  readonly id: string
  readonly name: string
  readonly mime: string
  readonly bytes: number
  readonly original: boolean
  /** Whether the bytes are on this computer; a record never waits for them. */
  readonly here: boolean
}

/** A file in the folder that the scanner writes into. */
export interface ScannedFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
  /** ISO. */
  readonly at: string
  /** Attached to some record already, by its name. */
  readonly taken: boolean
}

export const fileCommands = {
  /**
   * Takes a file in and names it in the owner's list: from `path`, or from `content` (base64), which a photo is that the window made smaller or
   * that was pasted. `original` = byte for byte as it is; else a photo loses where and with what it was taken.
   */
  'file.add': command<{ readonly file: AttachedFile; readonly record: Rec }>()(
    object({ owner: nonEmpty(60), path: optional(nonEmpty(2000)), content: optional(nonEmpty(90_000_000)), name: optional(string(255)), original: optional(boolean), base: optional(string(60)) })),
  /** The newest files of the scan folder; `folder` chooses it. `missing` = it is not there now. */
  'file.scans': command<{ readonly folder: string | null; readonly missing: boolean; readonly files: readonly ScannedFile[] }>()(object({ folder: optional(nonEmpty(2000)) })),
  /** A picture of the scan folder, for the window to make smaller; `content` null where it is none or too large. */
  'file.scan': command<{ readonly mime: string; readonly content: string | null }>()(object({ path: nonEmpty(2000) })),
  'file.list': command<{ readonly files: readonly AttachedFile[] }>()(object({ owner: nonEmpty(60) })),
  /** A picture for the window to show, as a data URL; null where it is no picture, too large or not on this computer. */
  'file.picture': command<{ readonly url: string | null }>()(object({ id: nonEmpty(60) })),
  /** A copy in clear for another program to show; removed at the next start. */
  'file.open': command<{ readonly path: string; readonly mime: string }>()(object({ id: nonEmpty(60) })),
  'file.remove': command<{ readonly record: Rec | null }>()(object({ id: nonEmpty(60), reason: string(500) })),
} as const
