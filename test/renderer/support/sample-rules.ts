/** The rules of a town that has set none itself. */
import type { RuleList } from '../../../shared/contract/rules'
import { ruleBook } from '../../../shared/rules/presets'
import { officialHolidays } from '../../../shared/rules/workdays'

export function sampleRules(province: string, more: Partial<RuleList> = {}): RuleList {
  const book = ruleBook(province)
  return {
    province: book.province, note: book.note ?? null, entries: book.all(), defaults: book.all(), own: [], holidays: officialHolidays.map((table) => ({ ...table, own: false })),
    shift: false, last: null, offers: [], ...more,
  }
}
