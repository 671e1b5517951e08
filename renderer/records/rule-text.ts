/** The rule by which a date was set, as the store keeps it (JSON), in words. Pure. */
import type { RuleEntry } from '../../shared/rules/rule-book'
import { sourceWords } from '../../shared/rules/rule-words'

const isEntry = (value: unknown): value is RuleEntry =>
  typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string' && 'unit' in value && 'from' in value && 'who' in value

/** 法律 · 代表法第51条 · 交办后3个月; null where the text is no rule. */
export function ruleText(text: string): string | null {
  if (!text.startsWith('{')) return null
  try {
    const entry: unknown = JSON.parse(text)
    return isEntry(entry) ? `${entry.who} · ${sourceWords(entry)}` : null
  } catch {
    // Somebody's own text that begins with a brace is shown as it is.
    return null
  }
}
