/** Why a figure is what it is: its formula in words, the sum in digits, and the rules that stand behind it. Pure. */
import type { RuleBook, RuleEntry } from '../rules/rule-book'
import { withYear } from '../rules/law-years'
import { ruleWords } from '../rules/rule-words'
import { ruleName } from '../text/rules'
import { basisOf } from '../indicators/basis'
import type { Computed } from '../measures/define-indicator'
import { rateOf, valueOf } from '../indicators/figures'
import type { Indicator, Measure } from '../measures/indicator'
import { nameOfPart, unitOfPart } from '../indicators/part-units'

/** A rule as it is told: who wants it, where it stands, what it says. */
export interface RuleTold {
  readonly who: RuleEntry['who']
  /** 代表法（2025年）第51条. */
  readonly source: string
  /** 建议答复（一般）：交办后3个月. */
  readonly says: string
  readonly note?: string
}

/** An entry of the rule book in words; one that is switched off says so. */
export function tellRule(entry: RuleEntry): RuleTold {
  const value = ruleWords(entry)
  const note = [entry.note, entry.verified ? '' : '未核对原文'].filter(Boolean).join('；')
  return { who: entry.who, source: withYear(entry.source), says: `${ruleName(entry.key)}：${value === '' ? '没有设定' : value}`, ...(note === '' ? {} : { note }) }
}

/** The rules and articles behind an indicator, as in force at this office. */
export function rulesBehind(id: string, rules: RuleBook): readonly RuleTold[] {
  const basis = basisOf(id)
  return [
    ...(basis.rules ?? []).map((key) => tellRule(rules.entry(key))),
    ...(basis.articles ?? []).map(([source, says]): RuleTold => ({ who: '法律', source: withYear(source), says })),
  ]
}

/** The formula as a person reads it: 率：/已答复 says 率＝本数÷已答复. */
export const formulaOf = (words: string): string => words.replaceAll('率：/', '率＝本数÷')

const whole = (n: number | null): string => (n === null ? '—' : String(n))

const money = (unit: string, value: number | null): string => (value === null ? '—' : unit === '分' ? `${(value / 100).toFixed(2)}元` : String(value))

/** The measure's own sums: 45 ÷ 47 = 95.7%. */
function sums(measure: Measure, unit: string): readonly string[] {
  const lines: string[] = []
  if (measure.quotient) lines.push(`${whole(measure.quotient.num)} ÷ ${whole(measure.quotient.den)} = ${whole(valueOf(measure))}`)
  if (measure.rate) {
    const rate = rateOf(measure)
    lines.push(rate === null ? `${whole(measure.rate.num)} ÷ 0，没有可比的，写作“—”` : `${money(unit, measure.rate.num)} ÷ ${money(unit, measure.rate.den)} = ${rate.toFixed(1)}%`)
  }
  return lines
}

/** Parts that add up to the value, in digits: 会议期间 38 ＋ 闭会期间 14 = 52. */
function addition(indicator: Indicator, computed: Computed): readonly string[] {
  const parts = (computed.parts ?? []).filter(({ key }) => key !== '上级').map((part) => ({ name: nameOfPart(part.name), value: valueOf(part), unit: unitOfPart(indicator.id, part.key, indicator.unit) }))
  const total = valueOf(computed)
  const shown = parts.filter(({ value }) => (value ?? 0) !== 0)
  const same = parts.every(({ unit, value }) => unit === indicator.unit && value !== null)
  if (total === null || shown.length < 2 || shown.length > 12 || !same || shown.reduce((sum, { value }) => sum + (value ?? 0), 0) !== total) return []
  return [`${shown.map(({ name, value }) => `${name} ${money(indicator.unit, value)}`).join(' ＋ ')} = ${money(indicator.unit, total)}`]
}

/** The sums of a figure or of one of its parts, in digits. */
export function workingOf(indicator: Indicator, computed: Computed, part: string | null): readonly string[] {
  const measure = part === null ? computed : computed.parts?.find(({ key }) => key === part) ?? {}
  return [...sums(measure, part === null ? indicator.unit : unitOfPart(indicator.id, part, indicator.unit)), ...(part === null ? addition(indicator, computed) : [])]
}
