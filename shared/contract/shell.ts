/** What only the window's own process can do: dialogs, removable drives, printing, opening a made file. */
import { boolean, command, nonEmpty, object, oneOf, optional, string } from '../input'

export interface Drive {
  readonly path: string
  readonly label: string
  readonly free_bytes: number
  readonly removable: boolean
}

export const shellCommands = {
  'shell.pick-file': command<{ readonly path: string | null }>()(object({ title: string(100), kinds: oneOf('roster', 'package', 'backup', 'any') })),
  'shell.pick-files': command<{ readonly paths: readonly string[] }>()(object({ title: string(100), kinds: oneOf('package', 'any') })),
  'shell.pick-folder': command<{ readonly path: string | null }>()(object({ title: string(100) })),
  'shell.save-as': command<{ readonly path: string | null }>()(object({ title: string(100), name: string(200) })),
  'shell.drives': command<{ readonly drives: readonly Drive[] }>()(object({})),
  /** Takes a stick off. `out` = it may be pulled out; otherwise this system has no tool for it and a person does it by hand. */
  'shell.eject': command<{ readonly out: boolean }>()(object({ path: nonEmpty(2000) })),
  /** Where made documents go while nobody chose a folder: our own in the person's documents. */
  'shell.documents': command<{ readonly path: string }>()(object({})),
  /** Opens a file or folder that this session made, or with `folder` shows the file in its folder; others are refused. */
  'shell.open': command<{ readonly opened: boolean }>()(object({ path: nonEmpty(2000), folder: optional(boolean) })),
  /** The package that somebody opened from the stick with this program; said once. */
  'shell.handed': command<{ readonly path: string | null }>()(object({})),
  /** Which office the window looks at: the real one, or the practice office of a level. What was open is closed. */
  'shell.practice': command<{ readonly practice: boolean }>()(object({ role: oneOf('town', 'county', 'none') })),
  /** The page that is shown, or the document given as HTML, on paper. */
  'shell.print': command<{ readonly printed: boolean; readonly unshown?: readonly string[] }>()(object({ dialog: optional(boolean), html: optional(string(40_000_000)) })),
  /** The page that is shown, or the document given as HTML, as PDF. `unshown` = characters that no font of this computer has. */
  'shell.pdf': command<{ readonly path: string; readonly bytes: number; readonly unshown?: readonly string[] }>()(object({ path: nonEmpty(2000), html: optional(string(40_000_000)) })),
} as const
