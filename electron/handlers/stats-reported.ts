/**
 * Statistics of an office above counties, which has figures of whole years and no records: what the offices below reported, added up where that
 * is right. A year that still runs is what each of them counted when it reported last.
 */
import type { InputOf } from '../../shared/contract'
import type { Stats } from '../../shared/contract/figures'
import { figureType, type FigureFact } from '../../shared/exchange/figure-fact'
import { isAboveCounties } from '../../shared/exchange/levels'
import { computeAll, indicatorOf, indicators } from '../../shared/indicators'
import { reportedChecks, sumOfReported, type TownMeasures } from '../../shared/indicators/county'
import { figureOf } from '../../shared/indicators/figures'
import type { Computed } from '../../shared/measures/define-indicator'
import type { Figure, Measure, PartMeasure, Period, Question } from '../../shared/measures/indicator'
import { shanghaiToday } from '../../shared/rules/calendar'
import { readValues } from '../store/version-codec'
import type { Desk } from './desk'
import { townDevices } from './exchange-devices'

type Fact = Partial<FigureFact> & { readonly value?: number; readonly num?: number; readonly den?: number; readonly fixed?: boolean; readonly rate_num?: number; readonly rate_den?: number }

interface Reported {
  /** The county itself first, then its towns. */
  readonly offices: readonly { readonly code: string; readonly name: string; readonly measures: readonly (readonly [string, Computed])[] }[]
}


function measureOf({ value, num, den, fixed, rate_num: rateNum, rate_den: rateDen }: Fact, shape: Measure | undefined): Measure {
  const rate = rateNum === undefined || rateDen === undefined ? null : { num: rateNum, den: rateDen }
  return num !== undefined && den !== undefined ? { quotient: { num, den, ...(fixed === true || shape?.quotient?.fixed ? { fixed: true } : {}) }, rate } : { value: value ?? null, rate }
}

/** `shape` = the same figure over nothing: it says what a fact does not, the order of its parts and whether its denominator is a unit. */
function computedOf(facts: readonly Fact[], shape: Computed | undefined): Computed {
  const order = new Map((shape?.parts ?? []).map(({ key }, index) => [key, index]))
  const place = ({ key }: PartMeasure): number => order.get(key) ?? order.size
  const parts = facts.filter(({ part }) => part !== undefined).map((fact): PartMeasure => {
    const like = shape?.parts?.find(({ key }) => key === fact.part)
    return { key: fact.part ?? '', name: fact.name ?? '', ...measureOf(fact, like) }
  }).sort((a, b) => place(a) - place(b) || (a.key < b.key ? -1 : 1))
  const whole = facts.find(({ part }) => part === undefined)
  return { ...(whole ? measureOf(whole, shape) : { value: null }), parts }
}

/** What one office reported of a year, kept until it reports again. */
function reportedBy(desk: Desk, county: string, { from, to }: Period, question: () => Question): Reported {
  const key = `reported|${from}|${to}`
  const kept = desk.store.figures.get<Reported>(county, key)
  if (kept) return kept
  const stamp = desk.store.changes(county)
  const byTown = new Map<string, { readonly name: string; readonly facts: Map<string, Fact[]> }>()
  for (const { meta, text } of desk.store.exchange.headsLacking(new Uint8Array(), { org: county, type: figureType })) {
    if (meta.op !== 'put' || text === null) continue
    const fact: Fact = readValues(meta.type, meta.sv, text)
    if (fact.from !== from || fact.to !== to || fact.town === undefined || indicatorOf(fact.indicator ?? '') === null) continue
    const town = byTown.get(fact.town) ?? { name: fact.town_name ?? fact.town, facts: new Map<string, Fact[]>() }
    byTown.set(fact.town, town)
    town.facts.set(fact.indicator ?? '', [...town.facts.get(fact.indicator ?? '') ?? [], fact])
  }
  const shape = byTown.size === 0 ? new Map<string, Computed>() : computeAll(question())
  const offices = [...byTown].sort(([a], [b]) => Number(b === county) - Number(a === county) || a.localeCompare(b))
    .map(([code, { name, facts }]) => ({ code, name, measures: [...facts].map(([id, of]) => [id, computedOf(of, shape.get(id))] as const) }))
  const fresh = { offices }
  desk.store.figures.put(county, key, stamp, fresh)
  return fresh
}

interface ReportedYear {
  readonly period: Period
  readonly counties: readonly { readonly own: TownMeasures; readonly towns: readonly TownMeasures[] }[]
}

/** What was reported of a whole year; null where nothing was, or this office gathers records. */
export function reportedYear(desk: Desk, year: number, question: () => Question): ReportedYear | null {
  const { office } = desk.store
  if (office.role !== 'county' || !isAboveCounties(office.code)) return null
  const period = { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` }
  const measured = (one: Reported['offices'][number]): TownMeasures => ({ code: one.code, name: one.name, measures: new Map(one.measures) })
  const counties = desk.store.townCodes().filter((code) => code.length === 6 && code !== office.code).sort().flatMap((code) => {
    const offices = reportedBy(desk, code, period, question).offices.map(measured)
    const own = offices.find((one) => one.code === code)
    return own ? [{ own, towns: offices.filter((one) => one !== own) }] : []
  })
  return counties.length === 0 ? null : { period, counties }
}

/** A whole year, or the running one up to today. */
function yearOf({ from, to, as_at: asAt }: InputOf<'stats.get'>, today: string): number | null {
  const year = from.slice(0, 4)
  const whole = from === `${year}-01-01` && (to === `${year}-12-31` || (to === today && year === today.slice(0, 4)))
  return whole && (asAt === undefined || asAt === today) ? Number(year) : null
}

/** Indicators that nobody reports (they stay in the office) have no value. */
const figuresOf = (measures: ReadonlyMap<string, Computed>): readonly Figure[] => indicators.map((indicator) => figureOf(indicator, measures.get(indicator.id) ?? { value: null }))

function chosen({ counties }: ReportedYear, town: string | undefined): { readonly own: TownMeasures; readonly below: readonly TownMeasures[] } | null {
  if (town === undefined) return { own: { code: '', name: '', measures: new Map(sumOfReported(counties.map(({ own }) => own)).map(([{ id }, computed]) => [id, computed])) }, below: counties.map(({ own }) => own) }
  const county = counties.find(({ own }) => own.code === town || own.name === town)
  if (county) return { own: county.own, below: county.towns }
  const own = counties.flatMap(({ towns }) => towns).find(({ code }) => code === town)
  return own ? { own, below: [] } : null
}

/** When each county made the newest package that was taken in. */
function reportedOn(desk: Desk, codes: readonly string[]): string {
  const newest = desk.store.exchange.newestTaken()
  return codes.flatMap((code) => newest.get(code)?.madeAt ?? []).map((at) => shanghaiToday(new Date(at))).sort()[0] ?? ''
}

/** Statistics of what was reported; null where they are counted from records instead. */
export function reportedStats(desk: Desk, input: InputOf<'stats.get'>, question: () => Question): Stats | null {
  const year = yearOf(input, desk.today)
  const reported = year === null ? null : reportedYear(desk, year, question)
  const asked = reported ? chosen(reported, input.town) : null
  if (year === null || !reported || !asked) return null
  const { own, below } = asked
  // Where the records came too, they are counted: they can be looked at, and counted for any days.
  const withRecords = desk.store.townCodes().filter((code) => code.length === 9)
  if (input.town === undefined ? reported.counties.every((one) => withRecords.some((code) => code.startsWith(one.own.code))) : withRecords.includes(own.code)) return null
  const counties = reported.counties.map((one) => one.own)
  const known = new Set(counties.map(({ code }) => code))
  const lacking = input.town === undefined ? [...new Map(townDevices(desk).filter(({ org }) => org !== desk.store.office.code && !known.has(org)).map(({ org, name }) => [org, name])).values()] : []
  // The running year stands beside nothing: what was reported of the last one is the whole of it.
  const last = input.before === true && input.before_from === undefined && input.to.endsWith('-12-31') ? reportedYear(desk, year - 1, question) : null
  const before = last ? chosen(last, input.town) : null
  const shown = counties.filter(({ code }) => input.town === undefined || code === own.code || reported.counties.some((one) => one.own.code === code && one.towns.includes(own)))
  return {
    indicators: figuresOf(own.measures), checks: own.code === '' ? [] : reportedChecks(below, own),
    ...(input.by_town === true ? { towns: below.map((one) => ({ code: one.code, name: one.name, indicators: figuresOf(one.measures), checks: reportedChecks(reported.counties.find((county) => county.own === one)?.towns ?? [], one) })) } : {}),
    ...(before ? { before: figuresOf(before.own.measures) } : {}),
    reported: { since: reportedOn(desk, shown.map(({ code }) => code)), lacking },
  }
}
