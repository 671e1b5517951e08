/** The entry that a stored due day was made with: a later change of the rule never rewrites history. */
import type { RuleBook, RuleEntry } from './rule-book'

/** The entry kept beside the day as JSON text; the one in force under `key` where none is kept that can be read. */
export function ruleUsed(rules: RuleBook, key: string, kept: string): RuleEntry {
  const now = rules.entry(key)
  if (kept === '') return now
  try {
    const entry = JSON.parse(kept) as Partial<RuleEntry> | null
    return entry !== null && typeof entry.key === 'string' && typeof entry.source === 'string' ? { ...now, ...entry } : now
  } catch {
    // the due day itself stands; only its source is shown from the rule in force
    return now
  }
}
