/** A whole sample office: its terms one after another, its years one after another. */
import { intOf, textOf } from '../facts'
import { addDays } from '../rules/calendar'
import { foundingSession } from './congress'
import { yearDays } from './days'
import { amountsOf, amountsOfYear, type Profile } from './profile'
import { randomFrom, type Random } from './random'
import type { Scene } from './scene'
import type { Scribe } from './scribe'
import { expireTerm, seedTerm, type Deputy, type Term, type TermSpan } from './term'
import { fillOffice, seedTown, type Town } from './town'
import { seedYear } from './year'

export interface Sample {
  readonly seed: number
  /** Which town of a county this is: chooses its size and its share of a profile. */
  readonly index: number
  readonly years: number
  readonly scale: number
  readonly profile: Profile
}

/** Years of a term of a town's congress (组织法§9). */
const termYears = 5
/** The term that began all over the country at the end of 2021. */
const usual = { no: 19, start: '2021-12-20' } as const

interface Anchor {
  readonly no: number
  readonly start: string
}

/** The term that the office itself names, else the usual one. */
function anchorOf(scribe: Scribe): Anchor {
  const known = scribe.all('term').map((rec) => ({ no: intOf(rec.fields, 'no') ?? usual.no, start: textOf(rec.fields, 'first_meeting_on') })).sort((a, b) => b.no - a.no)[0]
  return known ? { no: known.no, start: known.start === '' ? usual.start : known.start } : usual
}

/** First year of work of a term: one that begins in autumn or later works from the next year on. */
const workFrom = (start: string): number => Number(start.slice(0, 4)) + (start.slice(5, 7) >= '07' ? 1 : 0)

const moved = (start: string, terms: number): string => `${String(Number(start.slice(0, 4)) + terms * termYears)}${start.slice(4)}`

/** The term that works in `year`, and the year's place in it. */
function spanOf(anchor: Anchor, year: number, today: string, size: number): TermSpan & { readonly ofTerm: number } {
  let terms = Math.floor((year - workFrom(anchor.start)) / termYears)
  if (moved(anchor.start, terms) > today) terms -= 1
  const start = moved(anchor.start, terms)
  const next = moved(anchor.start, terms + 1)
  return { no: anchor.no + terms, start, end: next > today || terms >= 0 ? null : addDays(next, -1), size, ofTerm: year - workFrom(start) }
}

/** Document numbers of a year go on from those that are there. */
function numbering(scribe: Scribe, year: number): () => string {
  let last = scribe.all('document').filter((rec) => textOf(rec.fields, 'doc_no').includes(`〔${String(year)}〕`)).length
  return () => {
    last += 1
    return `人大〔${String(year)}〕${String(last)}号`
  }
}

/** Every unit numbers its answers itself, year by year. */
function replyNumbering(scribe: Scribe): Scene['replyNo'] {
  const last = new Map<string, number>()
  const next = (unit: string, day: string): number => {
    const key = `${unit} ${day.slice(0, 4)}`
    last.set(key, (last.get(key) ?? 0) + 1)
    return last.get(key) ?? 1
  }
  for (const reply of scribe.all('reply')) next(textOf(reply.fields, 'unit'), textOf(reply.fields, 'reply_on'))
  return (unit, day) => `${textOf(scribe.get(unit)?.fields ?? {}, 'name')}函〔${day.slice(0, 4)}〕${String(next(unit, day))}号`
}

function beginTerm(scribe: Scribe, random: Random, town: Town, span: TermSpan, former: readonly Deputy[], scene: Omit<Scene, 'term' | 'random'>): Term {
  const term = scribe.together(() => seedTerm(scribe, random, town, span, former))
  scribe.together(() => {
    foundingSession({ ...scene, term, random: random.fork('founding') }, span.start)
    for (const [at, site] of [...town.homes, ...town.stations, ...town.studios].entries()) {
      const deputies = random.some(term.deputies, 5)
      scribe.set(site, { master: deputies[0]?.name ?? term.chair.name, deputies: deputies.map((one) => one.mandate), ...(at === 0 ? { phone: '0000-5550188' } : {}) })
    }
    if (span.end === null) fillOffice(scribe, random, term.chair.name, (term.presidium[1] ?? term.chair).name)
  })
  return term
}

/** Writes the sample through the scribe. */
export function seedOffice(scribe: Scribe, { seed, index, years, scale, profile }: Sample): void {
  const random = randomFrom(seed).fork(`${profile} ${String(index)}`)
  const anchor = anchorOf(scribe)
  const size = amountsOf(profile, index).deputies
  const thisYear = Number(scribe.today.slice(0, 4))
  const firstYear = thisYear - years + 1
  const town = scribe.together(() => seedTown(scribe, random.fork('town'), amountsOf(profile, index), spanOf(anchor, firstYear, scribe.today, size).start))
  let term: Term | null = null
  for (let year = firstYear; year <= thisYear; year++) {
    const span = spanOf(anchor, year, scribe.today, size)
    const days = yearDays(year, scribe.today, addDays(span.start, 2))
    const amounts = amountsOfYear(profile, index, year === thisYear, scale)
    const scene = { scribe, town, days, amounts, docNo: numbering(scribe, year), replyNo: replyNumbering(scribe) }
    if (term?.no !== span.no) {
      const former: Term | null = term
      if (former) scribe.together(() => { expireTerm(scribe, former) })
      term = beginTerm(scribe, random.fork(`term ${String(span.no)}`), town, span, former?.deputies ?? [], { ...scene, docNo: numbering(scribe, Number(span.start.slice(0, 4))) })
    }
    seedYear({ ...scene, term, random: random.fork(`year ${String(year)}`) }, { nth: year - firstYear, ofTerm: span.ofTerm, running: year === thisYear })
  }
}
