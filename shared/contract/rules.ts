/** The rules of an office: every limit with its source, changed by hand or by an update, and the notices of holidays. */
import { arrayOf, boolean, command, integer, nonEmpty, object, oneOf, optional, orNull, string } from '../input'
import type { MovedDue } from '../todos/moved-dues'
import type { RuleEntry } from '../rules/rule-book'
import type { RuleDifference } from '../rules/rule-file'
import type { HolidayTable } from '../rules/workdays'

export interface HolidayYear extends HolidayTable {
  /** Shipped with the program, or pasted in here. */
  readonly own: boolean
}

export interface RuleList {
  readonly province: string | null
  /** 本省未内置规则…, where the province has no preset. */
  readonly note: string | null
  readonly entries: readonly RuleEntry[]
  /** What would hold without the office's own values. */
  readonly defaults: readonly RuleEntry[]
  /** Keys that the office has set itself. */
  readonly own: readonly string[]
  readonly holidays: readonly HolidayYear[]
  readonly shift: boolean
  /** The last change, which `rules.undo` takes back. */
  readonly last: { readonly what: string; readonly by: string; readonly at: string } | null
  /** Updates that came with the county's receipts and are neither adopted nor refused. */
  readonly offers: readonly { readonly id: string; readonly title: string; readonly from: string; readonly issued_on: string }[]
}

export interface RuleChanged {
  /** False for a dry run. */
  readonly changed: boolean
  readonly moved: readonly Omit<MovedDue, 'set'>[]
  /** Ids of kept days that were moved. */
  readonly taken: readonly string[]
}

export interface RulePreview extends RuleChanged {
  readonly update: { readonly title: string; readonly from: string; readonly issued_on: string }
  readonly differences: readonly RuleDifference[]
  readonly holidays: readonly HolidayTable[]
}

/** A whole number, or null for 没有规定. */
const number = orNull(integer(-1_000_000, 1_000_000))

const how = { move: optional(arrayOf(string(60), 5000)), dry_run: optional(boolean) }
/** A file, its text, or one that came with a receipt. */
const source = { file: optional(nonEmpty(2000)), text: optional(string(1_000_000)), offer: optional(nonEmpty(80)) }

export const ruleCommands = {
  'rules.list': command<RuleList>()(object({})),
  /** Sets one rule; with `dry_run` it only says what would move. `move` = kept days that follow, 'all' for every one. */
  'rules.set': command<RuleChanged>()(object({
    key: nonEmpty(60), n: number, of: optional(integer(1, 100)), max: optional(integer(1, 1000)), unit: optional(oneOf('day', 'workday', 'month', 'count', 'share')),
    source: string(300), who: optional(oneOf('法律', '省里', '县里', '镇里')), note: optional(string(500)), ...how,
  })),
  /** Back to the province's or the national value. */
  'rules.reset': command<RuleChanged>()(object({ key: nonEmpty(60), ...how })),
  /** Reads an update and says what it would change; `adopt` takes it. */
  'rules.update': command<RulePreview>()(object({ ...source, adopt: optional(boolean), move: how.move })),
  'rules.refuse': command<{ readonly refused: boolean }>()(object({ offer: nonEmpty(80) })),
  'rules.undo': command<{ readonly undone: string | null; readonly left: readonly string[] }>()(object({})),
  /** Writes the office's own rules and notices as an update file; at the county `offer` also puts it into every receipt from now on. */
  'rules.export': command<{ readonly file: string | null; readonly entries: number; readonly holidays: number; readonly aside?: string }>()(object({ to: optional(nonEmpty(2000)), offer: optional(boolean), title: optional(string(100)) })),
  /** Reads a notice of holidays and says what it would move; `adopt` takes it. */
  'holidays.read': command<RuleChanged & { readonly table: HolidayTable }>()(object({ text: optional(string(100_000)), file: optional(nonEmpty(2000)), year: optional(integer(1990, 2200)), adopt: optional(boolean), move: how.move })),
  'holidays.remove': command<RuleChanged>()(object({ year: integer(1990, 2200), ...how })),
  /** Whether a due day on which nobody works moves to the next working day. */
  'rules.shift': command<RuleChanged>()(object({ on: boolean, ...how })),
} as const
