/** A list as a file that Excel and WPS open. */
import type { MadeFile } from './figures'
import { boolean, command, nonEmpty, object, optional, string, stringMap } from '../input'

const asked = { type: nonEmpty(40), where: optional(stringMap), text: optional(string(100)), sort: optional(string(40)), descending: optional(boolean), town: optional(string(12)) }

export const listFileCommands = {
  /** All records that the list would show, page after page, as .xlsx in the folder `out`. Covered values stay covered. */
  'list.file': command<{ readonly files: readonly MadeFile[]; readonly rows: number }>()(
    object({ ...asked, out: nonEmpty(2000) })),
  /** The same rows in the list's own columns as a page for `shell.print` and `shell.pdf`; more than 5000 are `too-long`. */
  'list.html': command<{ readonly html: string; readonly name: string; readonly rows: number }>()(object(asked)),
} as const
