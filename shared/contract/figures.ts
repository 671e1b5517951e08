/** Home, to-dos, statistics, documents and the roster. */
import { arrayOf, boolean, command, day, integer, nonEmpty, object, oneOf, optional, string, stringMap } from '../input'
import type { Below } from '../indicators/below'
import type { Check, Figure } from '../measures/indicator'
import type { SizedTown } from '../indicators/like-size'
import { reportKinds } from '../report/kinds'
import { paperKinds } from '../report/papers/kinds'
import type { Todo } from '../todos/todo'

export interface HomeFigure {
  readonly indicator: string
  readonly label: string
  readonly value: number | null
  readonly unit: string
  readonly sub: string
  readonly warn: boolean
}

export interface Home {
  readonly today: string
  readonly from: string
  readonly to: string
  readonly todos: readonly Todo[]
  readonly figures: readonly HomeFigure[]
  /** At the county: what each town did this year. */
  readonly towns?: readonly { readonly code: string; readonly activities: number | null; readonly suggestions: number | null; readonly answered: number | null }[]
}

export interface Stats {
  readonly indicators: readonly Figure[]
  readonly checks: readonly Check[]
  /** Figures of a whole year below what the rules ask for; not where towns are added up. */
  readonly below?: readonly Below[]
  /** The same indicators of the same days a year before, or of `before_from`–`before_to`, where asked. */
  readonly before?: readonly Figure[]
  /** Of a town at the county, where asked: the median of the towns of like size, and which they are. No towns where its size is not known. */
  readonly like?: { readonly indicators: readonly Figure[]; readonly towns: readonly SizedTown[] }
  readonly towns?: readonly { readonly code: string; readonly name: string; readonly indicators: readonly Figure[]; readonly checks: readonly Check[] }[]
  /** Above counties: these figures were reported, and no records stand behind them. `since` = day of the oldest package among them; `lacking` = who has not reported them. */
  readonly reported?: { readonly since: string; readonly lacking: readonly string[] }
}

export interface DrillRow {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly note: string
  readonly date: string
}

export interface MadeFile {
  readonly path: string
  readonly kind: string
  readonly sha256: string
  readonly bytes: number
  /** Where the one that stood there went, which somebody had worked on since it was made. */
  readonly aside?: string
}

export interface RosterRow {
  readonly row: number
  readonly name: string
  readonly state: 'new' | 'changed' | 'same' | 'doubtful' | 'wrong'
  /** Titles between the rows that say where this one belongs: 第一选区, 第一代表小组. */
  readonly under: readonly string[]
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  readonly notes: readonly { readonly column: string; readonly code: string; readonly value: string; readonly say: string }[]
}

export interface RosterLine {
  readonly row: number
  readonly column?: string
  readonly code: string
  readonly value?: string
}

export interface RosterResult {
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly errors: readonly RosterLine[]
  readonly warnings: readonly RosterLine[]
}

/** `undo` = what `record.undo` takes the whole import back by; null where nothing was written. */
export interface RosterTaken extends RosterResult {
  readonly undo: { readonly id: string; readonly version: string } | null
}

export interface RosterPreview extends RosterResult {
  readonly sheet: string
  readonly columns: readonly { readonly index: number; readonly heading: string; readonly field: string | null; readonly label: string | null; readonly sample: string }[]
  /** Fields that a column may be mapped to. */
  readonly fields: readonly { readonly key: string; readonly label: string }[]
  readonly lines: readonly RosterRow[]
}

const period = { from: day, to: day, town: optional(string(12)), as_at: optional(day) }
const roster = { file: nonEmpty(2000), map: optional(stringMap), confirm_on: optional(day) }

export const figureCommands = {
  'home.get': command<Home>()(object({})),
  'todo.list': command<{ readonly items: readonly Todo[] }>()(object({ town: optional(string(12)) })),
  'stats.get': command<Stats>()(object({ ...period, by_town: optional(boolean), before: optional(boolean), like: optional(boolean), before_from: optional(day), before_to: optional(day) })),
  'stats.drill': command<{ readonly ids: readonly string[]; readonly rows: readonly DrillRow[]; readonly words: string; readonly name: string }>()(
    object({ ...period, indicator: nonEmpty(60), limit: optional(integer(1, 5000)) })),
  'stats.file': command<{ readonly files: readonly MadeFile[] }>()(object({ ...period, out: nonEmpty(2000), kinds: optional(arrayOf(oneOf('xlsx'), 1)) })),
  /** The statistics as a page for `shell.pdf`. */
  'stats.html': command<{ readonly html: string; readonly name: string }>()(object(period)),
  /** `rare` = characters that other computers may not show, in words. */
  'report.make': command<{ readonly files: readonly MadeFile[]; readonly missing: readonly string[]; readonly rare?: readonly string[] }>()(
    object({ year: integer(1990, 2100), out: nonEmpty(2000), kinds: optional(arrayOf(oneOf(...reportKinds), reportKinds.length)), job: optional(string(40)) })),
  /** One document as a page for `shell.pdf`, with the name of its file. */
  'report.html': command<{ readonly html: string; readonly name: string }>()(
    object({ year: integer(1990, 2100), kind: oneOf(...reportKinds) })),
  /** The official paper of one record as a file, and as a page for `shell.pdf`. */
  'official.make': command<{ readonly files: readonly MadeFile[]; readonly missing: readonly string[]; readonly rare?: readonly string[] }>()(object({ id: nonEmpty(60), kind: oneOf(...paperKinds), out: nonEmpty(2000) })),
  'official.html': command<{ readonly html: string; readonly name: string }>()(object({ id: nonEmpty(60), kind: oneOf(...paperKinds) })),
  'report.preview': command<{ readonly title: string; readonly paragraphs: readonly { readonly level: 0 | 1 | 2 | 3; readonly text: string }[]; readonly missing: readonly string[] }>()(
    object({ year: integer(1990, 2100) })),
  'roster.preview': command<RosterPreview>()(object(roster)),
  'roster.import': command<RosterTaken>()(object({ ...roster, dry_run: optional(boolean) })),
} as const
