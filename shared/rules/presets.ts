/** The rule book of an office: national default, its province's values over it, its own over both. */
import { dueOf } from './due'
import { nationalRules } from './presets/national'
import { presetProvinces, provinceRules } from './presets/provinces'
import type { RuleBook, RuleEntry } from './rule-book'
import { officialHolidays, Workdays, type HolidayTable } from './workdays'

export { presetProvinces }

/** Shown where the office's province has no preset. */
export const noPreset = '本省未内置规则，采用全国默认值，请核对'

/** Name under which a province's preset is kept: 浙江省 → 浙江, 北京市 → 北京. */
export const provinceName = (province: string): string => province.trim().replace(/(省|市)$/u, '')

/**
 * Makes a rule book. `province` is the office's (null = not set); `overrides` are the office's own entries, a whole entry per key;
 * `holidays` are the official notices known, later ones win; `shift` moves due days off days on which nobody works.
 */
export function ruleBook(
  province: string | null, overrides: readonly RuleEntry[] = [], holidays: readonly HolidayTable[] = officialHolidays, shift = false,
): RuleBook {
  const name = province === null ? '' : provinceName(province)
  const preset = name === '' ? null : provinceRules(name)
  const entries = new Map(nationalRules.map((entry) => [entry.key, entry]))
  for (const entry of preset ?? []) entries.set(entry.key, entry)
  for (const entry of overrides) entries.set(entry.key, entry)
  const workdays = new Workdays(holidays)
  const entryOf = (key: string): RuleEntry => {
    const entry = entries.get(key)
    if (!entry) throw new Error(`no rule ${key}`)
    return entry
  }
  return {
    province: preset ? name : null,
    ...(name !== '' && !preset ? { note: noPreset } : {}),
    entry: entryOf,
    workdays,
    shift,
    all: () => [...entries.values()],
    due: (key, from) => dueOf(entryOf(key), from, workdays, shift),
  }
}
