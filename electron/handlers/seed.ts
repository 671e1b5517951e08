/** Sample data: a believable made-up office, written through the same door and steps as real work. */
import { share, randomFrom } from '../../shared/seed/random'
import { textOf } from '../../shared/facts'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { termOf } from './office-info'
import { seedTown, type TownSize } from './seed-people'
import { seedYear, type YearPlan } from './seed-year'
import { seedWriter, type SeedWriter } from './seed-writer'

type Input = Parameters<Handlers<Desk>['seed.run']>[0]
type Profile = NonNullable<Input['profile']>

/** Towns whose figures add up to what is asked: domain figures of 18 and of 16 towns. */
const profiles: Readonly<Record<Exclude<Profile, 'ordinary'>, { readonly towns: number; readonly totals: Readonly<Record<string, number>> }>> = {
  inspections: { towns: 18, totals: { inspections: 216, suggestions: 720, debriefs: 770, homes: 18, studios: 103, stations: 18, stationActivities: 0, matters: 0 } },
  stations: { towns: 16, totals: { inspections: 96, suggestions: 160, debriefs: 160, homes: 16, studios: 64, stations: 16, stationActivities: 242, matters: 297 } },
}

function sizeOf(profile: Profile, index: number): TownSize & Readonly<Record<'inspections' | 'suggestions' | 'debriefs' | 'stationActivities' | 'matters', number>> {
  if (profile === 'ordinary') return { deputies: 58, homes: 1, studios: 6, stations: 2, inspections: 9, suggestions: 26, debriefs: 20, stationActivities: 10, matters: 24 }
  const { towns, totals } = profiles[profile]
  const part = (key: string): number => share(totals[key] ?? 0, towns, index % towns)
  const even = (key: string): number => Math.floor((totals[key] ?? 0) / towns)
  return {
    deputies: 58, homes: even('homes'), stations: even('stations'), studios: part('studios'), inspections: part('inspections'), suggestions: part('suggestions'), debriefs: part('debriefs'),
    stationActivities: part('stationActivities'), matters: part('matters'),
  }
}

function ensureTerm(desk: Desk, write: SeedWriter, firstYear: number): { readonly id: string; readonly start: string } {
  const lookup = desk.store.lookup()
  const known = termOf(lookup.all('term').filter((rec) => rec.org === desk.store.office.code), desk.today)
  const start = `${String(firstYear - 1)}-12-20`
  if (!known) return { id: write.add('term', { no: 19, first_meeting_on: start, elected_on: start, quota: 60 }), start }
  const begun = textOf(known.fields, 'first_meeting_on')
  return { id: known.id, start: begun === '' || begun > start ? start : begun }
}

/** A year's amounts: the profile's for the running year, ordinary ones before it. */
function planOf(desk: Desk, size: ReturnType<typeof sizeOf>, year: number, nth: number, scale: number): YearPlan {
  const times = (count: number): number => Math.max(count * scale, count === 0 ? 0 : 1)
  return {
    year, today: desk.today, sessionNo: nth * 2 + 1, meetings: 4, meetingNo: nth * 4 + 1, activities: times(12), trainings: 1, otherSupervision: times(3), visits: times(16), deeds: times(8),
    inspections: times(size.inspections), suggestions: times(size.suggestions), debriefs: Math.min(size.debriefs, size.deputies), stationActivities: times(size.stationActivities), matters: times(size.matters),
  }
}

function seedOffice(desk: Desk, input: Input): Result<Readonly<Record<string, number>>> {
  if (desk.store.office.role !== 'town') return fail('wrong-role', { detail: { role: desk.store.office.role } })
  const profile = input.profile ?? 'ordinary'
  const index = input.index ?? 0
  const random = randomFrom((input.seed ?? 1) * 1000 + index)
  const years = input.years ?? 1
  const thisYear = Number(desk.today.slice(0, 4))
  const write = seedWriter(desk)
  const size = sizeOf(profile, index)
  const done = write.together(() => {
    const term = ensureTerm(desk, write, thisYear - years + 1)
    const town = seedTown(write, random, term, size)
    for (let nth = 0; nth < years; nth++) seedYear(write, random, town, planOf(desk, size, thisYear - years + 1 + nth, nth, input.scale ?? 1), (work) => { work() })
  })
  return done.ok ? ok(write.counts) : done
}

export const seedHandlers = {
  'seed.run': (input, desk) => {
    const done = seedOffice(desk, input)
    return done.ok ? ok({ counts: done.value }) : done
  },
} satisfies Partial<Handlers<Desk>>
