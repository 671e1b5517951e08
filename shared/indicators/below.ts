/** Figures of a whole year that stay below what the rules ask for: told beside them, never in a report. */
import { daysBetween } from '../rules/calendar'
import type { RuleBook } from '../rules/rule-book'
import type { Figure, Period } from '../measures/indicator'

/** The rule that says how often a year at least. `parts` = it asks that of each part. */
const least: Readonly<Record<string, { readonly rule: string; readonly parts?: true }>> = {
  'B4.01': { rule: 'congress.usual' }, 'B4.13': { rule: 'presidium.min' }, 'B8.05': { rule: 'group.min', parts: true },
}

export interface Below {
  /** `B4.01`, `B8.05/…`. */
  readonly path: string
  /** 少于每年2次. */
  readonly says: string
}

/** A session year has some days less than a calendar year, or more. */
const wholeYear = 350

/** What is below its rule where the period is a year that is over; a shorter or longer one asks for nothing. */
export function belowRule(figures: readonly Figure[], period: Period, asAt: string, rules: RuleBook): readonly Below[] {
  const days = daysBetween(period.from, period.to) + 1
  if (days < wholeYear || days > 2 * wholeYear || period.to > asAt) return []
  return figures.flatMap(({ id, unit, value, parts }) => {
    const rule = least[id]
    const n = rule === undefined ? null : rules.entry(rule.rule).n
    if (rule === undefined || n === null) return []
    const says = `少于每年${String(n)}${unit}`
    if (rule.parts) return parts.filter((part) => part.value !== null && part.value < n).map(({ key }) => ({ path: `${id}/${key}`, says }))
    return value !== null && value < n ? [{ path: id, says }] : []
  })
}
