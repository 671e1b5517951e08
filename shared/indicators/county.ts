/**
 * County totals (domain.md B.0): the towns' own figures added up. Rates, averages and 人均 are computed again from summed numerators and
 * denominators; upper-level deputies are distinct by person, because one person may be recorded by several towns.
 */
import { textOf, type Facts } from '../facts'
import { normaliseName } from '../parse/name'
import type { Rec } from '../record'
import { deputiesOf, countUpper } from './b2'
import type { Computed } from '../measures/define-indicator'
import { personId, upperDeputiesAt } from '../measures/deputies-at'
import { figureOf, valueOf } from './figures'
import { indicators } from './index'
import type { Check, Figure, Indicator, Measure, PartMeasure, Period, Question } from '../measures/indicator'
import { calledAt } from '../exchange/levels'

/** What one town computed. */
export interface TownMeasures {
  readonly code: string
  readonly name: string
  readonly measures: ReadonlyMap<string, Computed>
}

export interface CountyView {
  /** Records of all towns and of the county itself. */
  readonly facts: Facts
  readonly period: Period
  /** The county's own question: its settings, and records that carry its code. */
  readonly county: Question
}

const added = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value): value is number => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

function addUp(measures: readonly Measure[], how: NonNullable<Indicator['county']>): Measure {
  const rates = measures.flatMap(({ rate }) => (rate ? [rate] : []))
  const rate = rates.length === 0 ? null : { num: sum(rates, 'num'), den: sum(rates, 'den') }
  const quotients = measures.flatMap(({ quotient }) => (quotient ? [quotient] : []))
  if (quotients.length > 0) {
    return { quotient: { num: sum(quotients, 'num'), den: quotients.some(({ fixed }) => fixed) ? quotients[0]?.den ?? 1 : sum(quotients, 'den') }, rate }
  }
  const values = measures.map(valueOf)
  if (how === 'sum' || how === 'distinct') return { value: added(values), rate }
  const known = values.filter((value): value is number => value !== null)
  if (known.length === 0) return { value: null, rate }
  return { value: how === 'max' ? Math.max(...known) : Math.min(...known), rate }
}

function sum(pairs: readonly { readonly num: number; readonly den: number }[], key: 'num' | 'den'): number {
  return pairs.reduce((total, pair) => total + pair[key], 0)
}

/** Parts by key, in the order in which the towns name them. */
function addParts(computed: readonly Computed[], how: NonNullable<Indicator['county']>): readonly PartMeasure[] {
  const byKey = new Map<string, PartMeasure[]>()
  for (const { parts } of computed) {
    for (const part of parts ?? []) {
      const same = byKey.get(part.key)
      if (same) same.push(part)
      else byKey.set(part.key, [part])
    }
  }
  return [...byKey].map(([key, parts]) => ({ key, name: parts[0]?.name ?? key, ...addUp(parts, how) }))
}

const levels = [['1', '全国'], ['2', '省'], ['3', '市'], ['4', '县']] as const

/** Names under which one upper-level deputy may be met twice: level and certificate, or name and month of birth. */
function identities(facts: Facts, mandate: Rec): readonly string[] {
  const person = facts.get(textOf(mandate.fields, 'person'))?.fields ?? {}
  const cert = textOf(mandate.fields, 'cert_no')
  const name = normaliseName(textOf(person, 'name'))
  const birth = textOf(person, 'birth')
  return [
    `person ${personId(facts, mandate)}`, ...(cert === '' ? [] : [`cert ${textOf(mandate.fields, 'level')} ${cert}`]),
    ...(name === '' || birth === '' ? [] : [`name ${name} ${birth}`]),
  ]
}

/** One mandate per person; the first given represents the person. */
function distinctUpper(facts: Facts, mandates: readonly Rec[]): readonly Rec[] {
  const seen = new Map<string, number>()
  const parent: number[] = []
  const root = (at: number): number => (parent[at] === at || parent[at] === undefined ? at : root(parent[at]))
  mandates.forEach((mandate, i) => {
    parent.push(i)
    for (const identity of identities(facts, mandate)) {
      const known = seen.get(identity)
      if (known === undefined) seen.set(identity, i)
      else {
        const [a, b] = [root(known), root(i)]
        parent[Math.max(a, b)] = Math.min(a, b)
      }
    }
  })
  return mandates.filter((_, i) => root(i) === i)
}

/** Upper-level deputies of the county: for a level that its own roster has, that roster; else what the towns recorded. */
function upperOf({ facts, period, county }: CountyView): readonly Rec[] {
  const roster = upperDeputiesAt(county.facts, period.to)
  const covered = new Set(roster.map((rec) => textOf(rec.fields, 'level')))
  return [...roster, ...upperDeputiesAt(facts, period.to).filter((rec) => !covered.has(textOf(rec.fields, 'level')))]
}

function withUpper(indicator: Indicator, computed: Computed, view: CountyView, upper: readonly Rec[], people: readonly Rec[]): Computed {
  if (indicator.id === 'B1.08') {
    const ofLevel = (code: string): number => distinctUpper(view.facts, upper.filter((rec) => textOf(rec.fields, 'level') === code)).length
    return { value: people.length, parts: levels.map(([code, name]) => ({ key: name, name, value: ofLevel(code) })) }
  }
  if (!indicator.id.startsWith('B2.')) return computed
  const counted = countUpper(indicator.id, deputiesOf({ facts: view.facts, period: view.period, settings: view.county.settings }, people))
  return {
    ...computed,
    parts: (computed.parts ?? []).map((part) => (part.key === '上级' ? { ...part, value: counted, rate: { num: counted, den: people.length } } : part)),
  }
}

/** Every measure of the county, each indicator once, in order. */
export function countyMeasures(towns: readonly TownMeasures[], view: CountyView): readonly (readonly [Indicator, Computed])[] {
  const upper = upperOf(view)
  const people = distinctUpper(view.facts, upper)
  return indicators.map((indicator) => {
    const computed = towns.flatMap(({ measures }) => measures.get(indicator.id) ?? [])
    const how = indicator.county ?? 'sum'
    const total: Computed = { ...addUp(computed, how), parts: addParts(computed, how) }
    return [indicator, withUpper(indicator, total, view, upper, people)]
  })
}

/** What cannot be added up where only figures are known: one person may stand in several of them. */
const uncounted = (indicator: Indicator, key: string): boolean => indicator.county === 'distinct' || (indicator.id.startsWith('B2.') && key === '上级')

/** Every measure of offices that reported figures and no records, added up where that is right. */
export function sumOfReported(offices: readonly TownMeasures[]): readonly (readonly [Indicator, Computed])[] {
  return indicators.map((indicator) => {
    const computed = offices.flatMap(({ measures }) => measures.get(indicator.id) ?? [])
    if (computed.length === 0) return [indicator, { value: null }]
    const how = indicator.county ?? 'sum'
    const parts = addParts(computed, how)
    if (computed.length === 1) return [indicator, { ...addUp(computed, how), parts }]
    const known = (measure: Measure, key: string): Measure => (uncounted(indicator, key) ? { value: null, rate: null } : measure)
    return [indicator, { ...known(addUp(computed, how), ''), parts: parts.map((part) => ({ key: part.key, name: part.name, ...known(part, part.key) })) }]
  })
}

/** Whether every reported total is the sum of the figures that it was reported with: C22. */
export function reportedChecks(below: readonly TownMeasures[], own: TownMeasures): readonly Check[] {
  if (below.length === 0) return []
  const all = indicators.flatMap((indicator) => { const computed = own.measures.get(indicator.id); return computed ? [figureOf(indicator, computed)] : [] })
  const wrong = all.filter(({ id, value }) => {
    const computed = below.flatMap(({ measures }) => measures.get(id) ?? [])
    const indicator = indicators.find((one) => one.id === id)
    return indicator !== undefined && computed.length > 0 && isAdditive(indicator, computed) && added(computed.map(valueOf)) !== value
  })
  const { one, own: level } = calledAt(own.code)
  return [{ id: 'C22', ok: wrong.length === 0, detail: wrong.length === 0 ? `各${one}合计＝${level}合计` : `报来的各${one}合计和${level}合计不等：${wrong.map(({ id, name }) => `${id} ${name}`).join('、')}` }]
}

/** The same as printed. */
export const countyFigures = (towns: readonly TownMeasures[], view: CountyView): readonly Figure[] => countyMeasures(towns, view).map(([indicator, computed]) => figureOf(indicator, computed))

/** Whether a county's figure is the plain sum of its towns'. */
const isAdditive = (indicator: Indicator, computed: readonly Computed[]): boolean =>
  (indicator.county ?? 'sum') === 'sum' && computed.every(({ quotient }) => quotient === undefined)

/** C01–C21 hold at the county if they hold in every town; C22: Σ towns = county for every additive indicator. `code` is that of the office that adds up. */
export function countyChecks(towns: readonly TownMeasures[], all: readonly Figure[], perTown: readonly (readonly Check[])[], code = ''): readonly Check[] {
  const { one, own } = calledAt(code)
  const ids = Array.from({ length: 21 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`)
  const ofTowns = ids.map((id): Check => {
    const wrong = perTown.flatMap((checks, i) => checks.filter((check) => check.id === id && !check.ok).map((check) => ({ check, town: towns[i]?.name ?? '' })))
    return {
      id, ok: wrong.length === 0,
      detail: wrong.length === 0 ? `${towns.length}个${one}均相符` : wrong.map(({ check, town }) => `${town}：${check.detail}`).join('；'),
      ids: wrong.flatMap(({ check }) => check.ids ?? []),
    }
  })
  const unequal = indicators.flatMap((indicator, i) => {
    const computed = towns.flatMap(({ measures }) => measures.get(indicator.id) ?? [])
    if (!isAdditive(indicator, computed)) return []
    const figure = all[i]
    const total = added(computed.map(valueOf))
    return figure?.id === indicator.id && figure.value === total ? [] : [`${indicator.id}：各${one}合计${String(total)}，${own}${String(figure?.value ?? null)}`]
  })
  return [...ofTowns, { id: 'C22', ok: unequal.length === 0, detail: unequal.length === 0 ? `各${one}合计＝${own}合计` : unequal.join('；') }]
}
