/** Why a deputy's 折合履职 is so many days: each event with its half days, added up as B8.06 adds up all deputies. Pure. */
import type { Facts } from '../facts'
import { rulesBehind } from './why'
import { declarationOf } from '../records'
import type { RuleBook } from '../rules/rule-book'
import type { WhyRecord } from './why-record'
import { dutyEvents, type DutyPeriod } from '../deputies/duty-file'

const formula = '出席的代表活动、监督、培训按半天数相加，两个半天折合一天；登记了本人半天数的用本人的，没有的用这次活动的，都没有的培训算两个半天、其他算一个。人代会和主席团会议不算。'

/** `mandate` in `period`, null = since the mandate began; null where there is no such mandate. */
export function whyDuty(facts: Facts, mandate: string, period: DutyPeriod | null, rules: RuleBook): WhyRecord | null {
  if (facts.get(mandate)?.type !== 'mandate') return null
  const events = dutyEvents(facts, mandate, period)
  const byType = new Map<string, number>()
  for (const { event, halfDays } of events) byType.set(event.type, (byType.get(event.type) ?? 0) + halfDays)
  const halves = [...byType.values()].reduce((sum, n) => sum + n, 0)
  const parts = [...byType].map(([type, n]) => `${declarationOf(type)?.label ?? type} ${String(n)} 个半天`).join(' ＋ ')
  return {
    title: '折合履职', value: `${String(halves / 2)} 天`, formula, working: halves === 0 ? [] : [`${parts} = ${String(halves)} 个半天 = ${String(halves / 2)} 天`],
    rules: rulesBehind('B8.06', rules), ids: events.map(({ event }) => event.id),
  }
}
