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
import type { Check, Figure, Measure, PartMeasure, Question } from '../../shared/measures/indicator'
import { shanghaiToday } from '../../shared/rules/calendar'
import { readValues } from '../store/version-codec'
import type { Desk } from './desk'
import { townDevices } from './exchange-devices'

type Fact = Partial<FigureFact> & { readonly value?: number; readonly num?: number; readonly den?: number; readonly fixed?: boolean; readonly rate_num?: number; readonly rate_den?: number }

interface Facts {
  readonly name: string
  readonly facts: Map<string, Fact[]>
}

interface Office {
  readonly code: string
  readonly name: string
  readonly measures: readonly (readonly [string, Computed])[]
}

interface Own {
  readonly own: Office | null
  readonly checks: readonly Check[]
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

/** Everything that a county reported, by year, town and figure: its facts are read once for all years. */
function readFacts(desk: Desk, county: string): ReadonlyMap<number, ReadonlyMap<string, Facts>> {
  const years = new Map<number, Map<string, Facts>>()
  for (const { sv, text } of desk.store.exchange.figuresOf(county)) {
    const fact: Fact = readValues(figureType, sv, text)
    const { from = '', to = '', town = '', indicator = '' } = fact
    const year = from.slice(0, 4)
    if (from !== `${year}-01-01` || to !== `${year}-12-31` || town === '' || indicatorOf(indicator) === null) continue
    const towns = years.get(Number(year)) ?? new Map<string, Facts>()
    const of = towns.get(town) ?? { name: fact.town_name ?? town, facts: new Map<string, Fact[]>() }
    years.set(Number(year), towns)
    towns.set(town, of)
    const same = of.facts.get(indicator)
    if (same) same.push(fact)
    else of.facts.set(indicator, [fact])
  }
  return years
}

const ownKey = (desk: Desk, year: number): string => `reported|${String(year)}|${desk.basis}`
const townsKey = (desk: Desk, year: number): string => `reported-towns|${String(year)}|${desk.basis}`

const measured = ({ measures, ...one }: Office): TownMeasures => ({ ...one, measures: new Map(measures) })

/** Counts from the facts and keeps it until the county reports again: its own figures apart from those of its towns, which are asked for more rarely. */
function countReported(desk: Desk, county: string, asked: number, question: () => Question): void {
  const stamp = desk.store.changes(county)
  const years = readFacts(desk, county)
  const shape = years.size === 0 ? new Map<string, Computed>() : computeAll(question())
  for (const year of new Set([asked, ...years.keys()])) {
    const offices = [...years.get(year) ?? []].sort(([a], [b]) => a.localeCompare(b))
      .map(([code, { name, facts }]): Office => ({ code, name, measures: [...facts].map(([id, of]) => [id, computedOf(of, shape.get(id))] as const) }))
    const own = offices.find(({ code }) => code === county) ?? null
    const towns = offices.filter((one) => one !== own)
    desk.store.figures.put(county, ownKey(desk, year), stamp, { own, checks: own ? reportedChecks(towns.map(measured), measured(own)) : [] } satisfies Own)
    desk.store.figures.put(county, townsKey(desk, year), stamp, towns)
  }
}

interface ReportedCounty {
  readonly own: TownMeasures
  readonly checks: readonly Check[]
  readonly towns: () => readonly TownMeasures[]
}

/** What was reported of a whole year; none where nothing was, or this office gathers records. */
export function reportedYear(desk: Desk, year: number, question: () => Question): readonly ReportedCounty[] {
  const { store } = desk
  if (store.office.role !== 'county' || !isAboveCounties(store.office.code)) return []
  return store.townCodes().filter((code) => code.length === 6 && code !== store.office.code).sort().flatMap((code) => {
    if (store.figures.get(code, ownKey(desk, year)) === null) countReported(desk, code, year, question)
    const kept = store.figures.get<Own>(code, ownKey(desk, year))
    return kept?.own ? [{ own: measured(kept.own), checks: kept.checks, towns: () => (store.figures.get<readonly Office[]>(code, townsKey(desk, year)) ?? []).map(measured) }] : []
  })
}

/** A whole year, or the running one up to today. */
function yearOf({ from, to, as_at: asAt }: InputOf<'stats.get'>, today: string): number | null {
  const year = from.slice(0, 4)
  const whole = from === `${year}-01-01` && (to === `${year}-12-31` || (to === today && year === today.slice(0, 4)))
  return whole && (asAt === undefined || asAt === today) ? Number(year) : null
}

/** Indicators that nobody reports (they stay in the office) have no value. */
const figuresOf = (measures: ReadonlyMap<string, Computed>): readonly Figure[] => indicators.map((indicator) => figureOf(indicator, measures.get(indicator.id) ?? { value: null }))

/** One row of the answer: whose it is, what adds up in it, and who reported it. */
interface Row {
  readonly own: TownMeasures
  readonly checks: readonly Check[]
  readonly county: string
}

interface Chosen extends Row {
  readonly below: () => readonly Row[]
}

function chosen(counties: readonly ReportedCounty[], town: string | undefined): Chosen | null {
  const townsOf = ({ own, towns }: ReportedCounty): readonly Row[] => towns().map((one) => ({ own: one, checks: [], county: own.code }))
  if (town === undefined) {
    const measures = new Map(sumOfReported(counties.map(({ own }) => own)).map(([{ id }, computed]) => [id, computed] as const))
    return { own: { code: '', name: '', measures }, checks: [], county: '', below: () => counties.map(({ own, checks }) => ({ own, checks, county: own.code })) }
  }
  const county = counties.find(({ own }) => own.code === town || own.name === town)
  if (county) return { ...county, county: county.own.code, below: () => townsOf(county) }
  const row = counties.filter(({ own }) => town.startsWith(own.code)).flatMap(townsOf).find(({ own }) => own.code === town)
  return row ? { ...row, below: () => [] } : null
}

/** The day on which the oldest of these packages was made. */
function reportedSince(desk: Desk, codes: readonly string[]): string {
  const newest = desk.store.exchange.newestTaken()
  return codes.flatMap((code) => newest.get(code)?.madeAt ?? []).map((at) => shanghaiToday(new Date(at))).sort()[0] ?? ''
}

/** Statistics of what was reported; null where they are counted from records instead. */
export function reportedStats(desk: Desk, input: InputOf<'stats.get'>, question: () => Question): Stats | null {
  const year = yearOf(input, desk.today)
  const counties = year === null ? [] : reportedYear(desk, year, question)
  const asked = counties.length === 0 ? null : chosen(counties, input.town)
  if (year === null || !asked) return null
  // Where the records came too, they are counted: they can be looked at, and counted for any days.
  const withRecords = desk.store.townCodes().filter((code) => code.length === 9)
  if (input.town === undefined ? counties.every(({ own }) => withRecords.some((code) => code.startsWith(own.code))) : withRecords.includes(asked.own.code)) return null
  const known = new Set(counties.map(({ own }) => own.code))
  const lacking = input.town === undefined ? [...new Map(townDevices(desk).filter(({ org }) => org !== desk.store.office.code && !known.has(org)).map(({ org, name }) => [org, name])).values()] : []
  // The running year stands beside nothing: what was reported of the last one is the whole of it.
  const last = input.before === true && input.before_from === undefined && input.to.endsWith('-12-31') ? reportedYear(desk, year - 1, question) : []
  const before = last.length === 0 ? null : chosen(last, input.town)
  return {
    indicators: figuresOf(asked.own.measures), checks: asked.checks,
    ...(input.by_town === true ? { towns: asked.below().map(({ own, checks }) => ({ code: own.code, name: own.name, indicators: figuresOf(own.measures), checks })) } : {}),
    ...(before ? { before: figuresOf(before.own.measures) } : {}),
    reported: { since: reportedSince(desk, asked.county === '' ? [...known] : [asked.county]), lacking },
  }
}
