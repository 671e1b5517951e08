/** Statistics: figures, drill-down and identities of one office, of one town at the county, or of all towns added up. */
import type { DrillRow, Stats } from '../../shared/contract/figures'
import { Facts, intOf, textOf } from '../../shared/facts'
import { computeAll, drill, figures, indicatorOf, indicators } from '../../shared/indicators'
import { belowRule } from '../../shared/indicators/below'
import { checks } from '../../shared/indicators/checks'
import { countyChecks, countyFigures, countyMeasures, type TownMeasures } from '../../shared/indicators/county'
import type { Computed } from '../../shared/measures/define-indicator'
import { figureOf, valueOf } from '../../shared/indicators/figures'
import type { Check, Figure, Measure, Period, Question } from '../../shared/measures/indicator'
import { isAboveCounties } from '../../shared/exchange/levels'
import { likeTowns, medianFigures, type SizedTown } from '../../shared/indicators/like-size'
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { fail, ok, type Result } from '../../shared/result'
import { addDays, daysBetween } from '../../shared/rules/calendar'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { codesOf, mappedName, standingCode } from './exchange-town-codes'
import { nodeFigures } from './node-figures'
import { shownTitle } from './print-record'
import { reportedStats } from './stats-reported'

/** What the figures of one town are computed from. */
export function questionOf(desk: Desk, org: string, period: Period, asAt?: string): Question {
  return {
    facts: desk.store.facts([org]), period, asAt: asAt ?? desk.today, rules: desk.rules, settings: desk.settings, node: nodeFigures(desk, org),
  }
}

/** The town behind `--town`: a code, or the town's name; absent = the office itself (at the county: null = all). */
export function townOf(desk: Desk, town: string | undefined): Result<string | null> {
  if (town === undefined) return ok(desk.store.office.role === 'town' ? desk.store.office.code : null)
  if (desk.store.office.role === 'town') return town === desk.store.office.code ? ok(town) : fail('not-found', { field: 'town', detail: { town } })
  const known = townsOf(desk).find((one) => one.code === town || one.codes.includes(town) || one.name === town)
  return known ? ok(known.code) : fail('not-found', { field: 'town', detail: { town } })
}

export interface KnownTown {
  readonly code: string
  readonly name: string
}

/** Towns with records here by the codes that these were written under. */
function townsAsWritten(desk: Desk): readonly KnownTown[] {
  const offices = desk.store.lookup().all('office')
  return desk.store.townCodes()
    .filter((org) => org.length === 9)
    .map((org) => ({ code: org, name: textOf(offices.find((office) => office.org === org)?.fields ?? {}, 'name') || org }))
    .sort((a, b) => a.code.localeCompare(b.code))
}

/** Towns of the county with records here, by code, as they stand today: a merged one is part of the other. `codes` = written under. */
export function townsOf(desk: Desk): readonly (KnownTown & { readonly codes: readonly string[] })[] {
  const written = townsAsWritten(desk)
  const standing = [...new Set(written.map((town) => standingCode(desk, town.code)))].sort()
  return standing.map((code) => {
    const known = new Set(written.map((town) => town.code))
    const name = mappedName(desk, code) ?? written.find((town) => town.code === code)?.name ?? code
    return { code, name, codes: codesOf(desk, code).filter((one) => known.has(one)) }
  })
}

interface TownFigures {
  readonly indicators: readonly Figure[]
  readonly checks: readonly Check[]
}

const periodOf = (input: { readonly from: string; readonly to: string }): Period => ({ from: input.from, to: input.to })

/** Figures of a town as it stands: of one that others were merged into, what was written under all their codes added up as a county adds up. */
function standingFigures(desk: Desk, code: string, period: Period, asAt: string): TownFigures {
  const town = desk.store.office.role === 'county' ? townsOf(desk).find((one) => one.code === code) : undefined
  const [only, ...more] = town?.codes ?? [code]
  if (more.length === 0) return townFigures(desk, only ?? code, period, asAt)
  const codes = town?.codes ?? []
  const parts = codes.map((one) => townMeasures(desk, { code: one, name: one }, period, asAt))
  const all = countyFigures(parts, { facts: desk.store.facts(codes), period, county: questionOf(desk, desk.store.office.code, period, asAt) })
  return { indicators: all, checks: countyChecks(parts, all, parts.map((part) => part.checks), desk.store.office.code) }
}

/** Figures of one town, kept until one of its records, the day or a setting changes. */
function townFigures(desk: Desk, org: string, period: Period, asAt: string): TownFigures {
  const key = `stats|${period.from}|${period.to}|${asAt}|${desk.basis}`
  const kept = desk.store.figures.get<TownFigures>(org, key)
  if (kept) return kept
  const stamp = desk.store.changes(org)
  const question = questionOf(desk, org, period, asAt)
  const fresh = { indicators: figures(question), checks: checks(question) }
  desk.store.figures.put(org, key, stamp, fresh)
  return fresh
}

/** A measure without the records behind it: what adding up needs, small enough to keep for every town. */
function compact(computed: Computed): Computed {
  const light = <M extends Measure>({ ids: _ids, ...rest }: M, value: number | null): Omit<M, 'ids'> => (rest.quotient ? rest : { ...rest, value })
  return { ...light(computed, valueOf(computed)), ...(computed.parts ? { parts: computed.parts.map((part) => ({ ...light(part, valueOf(part)), key: part.key, name: part.name })) } : {}) }
}

/** Measures and identities of one town, kept until one of its records changes: three hundred towns are added up from these. */
function townMeasures(desk: Desk, town: { readonly code: string; readonly name: string }, period: Period, asAt: string): TownMeasures & { readonly checks: readonly Check[] } {
  const key = `measures|${period.from}|${period.to}|${asAt}|${desk.basis}`
  const kept = desk.store.figures.get<{ readonly measures: readonly (readonly [string, Computed])[]; readonly checks: readonly Check[] }>(town.code, key)
  if (kept) return { ...town, measures: new Map(kept.measures), checks: kept.checks }
  const stamp = desk.store.changes(town.code)
  const question = questionOf(desk, town.code, period, asAt)
  const measures = [...computeAll(question)].map(([id, computed]) => [id, compact(computed)] as const)
  const fresh = { measures, checks: checks(question) }
  desk.store.figures.put(town.code, key, stamp, fresh)
  return { ...town, measures: new Map(measures), checks: fresh.checks }
}

/** Upper-level deputies of all towns (of those `under` a code) with their people: the one figure that is no sum. */
function upperFacts(desk: Desk, under = ''): Facts {
  const lookup = desk.store.lookup()
  const mandates = ['1', '2', '3', '4'].flatMap((level) => lookup.where('mandate', 'level', level)).filter(({ org }) => org.startsWith(under))
  const people = new Map(mandates.map((mandate) => [textOf(mandate.fields, 'person'), lookup.get(textOf(mandate.fields, 'person'))]))
  return new Facts([...mandates, ...[...people.values()].filter((person): person is Rec => person !== null)])
}

export interface CountyMeasures {
  readonly towns: readonly TownMeasures[]
  readonly county: ReturnType<typeof countyMeasures>
}

/** Measures of every town by the code that its records were written under, and of the county, which is not their plain sum everywhere. */
export function measuresOfCounty(desk: Desk, period: Period, asAt: string): CountyMeasures {
  const towns = townsAsWritten(desk).map((town) => townMeasures(desk, town, period, asAt))
  return { towns, county: countyMeasures(towns, { facts: upperFacts(desk), period, county: questionOf(desk, desk.store.office.code, period, asAt) }) }
}

function countyStats(desk: Desk, period: Period, asAt: string, byTown: boolean, under = ''): Stats {
  const towns = townsAsWritten(desk).filter(({ code }) => code.startsWith(under)).map((town) => townMeasures(desk, town, period, asAt))
  const all = countyFigures(towns, { facts: upperFacts(desk, under), period, county: questionOf(desk, desk.store.office.code, period, asAt) })
  const rowOf = ({ code, name, codes }: ReturnType<typeof townsOf>[number]): TownFigures & KnownTown => {
    const own = codes.length === 1 ? towns.find((town) => town.code === codes[0]) : undefined
    if (!own) return { code, name, ...standingFigures(desk, code, period, asAt) }
    const figuresOfOwn = indicators.flatMap((indicator) => {
      const computed = own.measures.get(indicator.id)
      return computed ? [figureOf(indicator, computed)] : []
    })
    return { code, name, indicators: figuresOfOwn, checks: own.checks }
  }
  return {
    indicators: all,
    checks: countyChecks(towns, all, towns.map((town) => town.checks), desk.store.office.code),
    ...(byTown ? { towns: townsOf(desk).filter(({ code }) => code.startsWith(under)).map(rowOf) } : {}),
  }
}

const yearBefore = (day: string): string => {
  const back = `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`
  return back.endsWith('-02-29') ? `${back.slice(0, 8)}28` : back
}

/** The period beside and its report day, as far behind its end as this one's. */
function earlier(input: { readonly from: string; readonly to: string; readonly before_from?: string; readonly before_to?: string }, asAt: string): [Period, string] {
  const { before_from: from, before_to: to } = input
  if (from === undefined || to === undefined) return [{ from: yearBefore(input.from), to: yearBefore(input.to) }, yearBefore(asAt)]
  return [{ from, to }, addDays(to, daysBetween(input.to, asAt))]
}

/** Number of deputies fixed for the newest term, of a town as it stands. */
function sizesOf(desk: Desk): readonly SizedTown[] {
  const terms = desk.store.lookup().all('term').toSorted((a, b) => textOf(a.fields, 'first_meeting_on').localeCompare(textOf(b.fields, 'first_meeting_on')))
  const quotas = new Map(terms.flatMap((term) => { const quota = intOf(term.fields, 'quota'); return quota === null ? [] : [[term.org, quota] as const] }))
  return townsOf(desk).map(({ code, name, codes }) => {
    const known = codes.flatMap((one) => quotas.get(one) ?? [])
    return { code, name, size: known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) }
  })
}

function likeStats(desk: Desk, code: string, own: readonly Figure[], period: Period, asAt: string): NonNullable<Stats['like']> {
  const towns = likeTowns(sizesOf(desk), code)
  return { towns, indicators: towns.length === 0 ? [] : medianFigures(own, towns.map((town) => standingFigures(desk, town.code, period, asAt).indicators)) }
}

/** A record as a line of the list behind a figure. */
export function drillRow(desk: Desk, id: string, townName?: (org: string) => string): DrillRow {
  const rec = desk.store.get(id)
  if (!rec) return { id, type: '', title: id, note: '', date: '' }
  const declaration = declarationOf(rec.type)
  const day = declaration?.dateField === undefined ? '' : textOf(rec.fields, declaration.dateField)
  return { id, type: rec.type, title: shownTitle(desk, id, rec.type), note: [declaration?.label ?? '', rec.status ?? '', townName?.(rec.org) ?? ''].filter((word) => word !== '').join(' · '), date: day }
}

/** Above counties: the county whose towns alone are asked for; undefined = a town, or all. */
const countyAsked = (desk: Desk, town: string | undefined): string | undefined => (isAboveCounties(desk.store.office.code) && /^\d{6}$/.test(town ?? '') && town !== desk.store.office.code ? town : undefined)

/** Codes that the records of a town as it stands were written under. */
const codesIn = (desk: Desk, code: string): readonly string[] => townsOf(desk).find((town) => town.code === code)?.codes ?? [code]

export const statsHandlers = {
  'stats.get': (input, desk) => {
    if (input.from > input.to) return fail('date-order', { field: 'from', detail: { first: input.from, firstLabel: '开始日期', second: input.to, secondLabel: '结束日期' } })
    const reported = reportedStats(desk, input, () => questionOf(desk, desk.store.office.code, periodOf(input)))
    if (reported) return ok(reported)
    const under = countyAsked(desk, input.town)
    const town = under === undefined ? townOf(desk, input.town) : ok(null)
    if (!town.ok) return town
    const asAt = input.as_at ?? desk.today
    const compute = (period: Period, day: string): Stats => (town.value === null ? countyStats(desk, period, day, input.by_town === true, under) : standingFigures(desk, town.value, period, day))
    const now = compute(periodOf(input), asAt)
    const before = input.before === true ? { before: compute(...earlier(input, asAt)).indicators } : {}
    const below = town.value === null ? {} : { below: belowRule(now.indicators, periodOf(input), asAt, desk.rules) }
    const own = input.by_town === true && town.value !== null ? { towns: [{ code: town.value, name: desk.store.office.name, indicators: now.indicators, checks: now.checks }] } : {}
    const like = input.like === true && town.value !== null && desk.store.office.role === 'county' ? { like: likeStats(desk, town.value, now.indicators, periodOf(input), asAt) } : {}
    return ok({ ...now, ...below, ...own, ...before, ...like })
  },
  'stats.drill': (input, desk) => {
    const under = countyAsked(desk, input.town)
    const town = under === undefined ? townOf(desk, input.town) : ok(null)
    if (!town.ok) return town
    const [id = '', part] = input.indicator.split('/')
    const indicator = indicatorOf(id)
    if (!indicator) return fail('unknown-indicator', { detail: { indicator: input.indicator } })
    const orgs = town.value === null ? townsAsWritten(desk).map((one) => one.code).filter((code) => code.startsWith(under ?? '')) : codesIn(desk, town.value)
    const ids: string[] = []
    for (const org of orgs) {
      const found = drill(questionOf(desk, org, periodOf(input), input.as_at), input.indicator)
      if (!found) return fail('unknown-indicator', { detail: { indicator: input.indicator } })
      ids.push(...found)
    }
    // Towns number alike: at the county each line says whose it is.
    const names = town.value === null ? new Map(townsAsWritten(desk).map(({ code, name }) => [code, name])) : null
    return ok({ ids, rows: ids.slice(0, input.limit ?? 500).map((one) => drillRow(desk, one, names === null ? undefined : (org) => names.get(org) ?? '')), words: indicator.words, name: part === undefined ? indicator.name : `${indicator.name} · ${part}` })
  },
} satisfies Partial<Handlers<Desk>>
