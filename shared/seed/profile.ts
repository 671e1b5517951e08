/**
 * How much of everything a sample town has. Two profiles repeat published figures of whole counties: what they name adds up exactly over
 * their towns, unevenly, in the running year; everything else is ordinary.
 */
import { apportion } from './random'

export type Profile = 'ordinary' | 'inspections' | 'stations'

export interface Amounts {
  readonly deputies: number
  readonly homes: number
  readonly studios: number
  readonly stations: number
  /** 执法检查, 视察 and 专题调研 in the year (B6.12). */
  readonly inspections: number
  readonly otherSupervision: number
  /** Suggestions accepted as cases, raised in the year (B5.02). */
  readonly suggestions: number
  /** Deputies who report to their voters in the year (B8.17). */
  readonly debriefs: number
  /** Receptions at the stations (B8.10). */
  readonly receptions: number
  /** Voters' matters taken in (B8.11). */
  readonly matters: number
  readonly activities: number
  readonly trainings: number
  readonly visits: number
  readonly deeds: number
  readonly expenses: number
  readonly documents: number
}

const ordinary: Amounts = {
  deputies: 58, homes: 1, studios: 3, stations: 2, inspections: 6, otherSupervision: 4, suggestions: 28, debriefs: 16, receptions: 16, matters: 36, activities: 14, trainings: 2, visits: 24, deeds: 12,
  expenses: 10, documents: 10,
}

type Counted = 'homes' | 'studios' | 'stations' | 'inspections' | 'suggestions' | 'debriefs' | 'receptions' | 'matters'

interface County {
  readonly towns: number
  readonly totals: Partial<Readonly<Record<Counted, number>>>
}

/** 18 towns of one county and 16 of another, as their reports give them. */
const counties: Readonly<Record<Exclude<Profile, 'ordinary'>, County>> = {
  inspections: { towns: 18, totals: { inspections: 216, suggestions: 720, debriefs: 770, homes: 18, studios: 103 } },
  stations: { towns: 16, totals: { stations: 16, receptions: 242, matters: 297 } },
}

/** Deputies by town: law allows 45–160, most have 48–77. */
const sizes = [58, 66, 52, 73, 51, 61, 55, 77, 50, 59, 64, 53, 69, 54, 62, 51, 71, 57] as const

/** Towns that a profile is made of. */
export const townsOf = (profile: Profile): number => (profile === 'ordinary' ? 0 : counties[profile].towns)

/** The profile that a county of so many towns has when none is named. */
export const usualProfile = (towns: number): Profile => (towns === 18 ? 'inspections' : towns === 16 ? 'stations' : 'ordinary')

/** What town `index` has in the running year; the towns of a profile add up to its totals whatever else is chosen. */
export function amountsOf(profile: Profile, index: number): Amounts {
  if (profile === 'ordinary') return index === 0 ? ordinary : { ...ordinary, deputies: sizes[index % sizes.length] ?? ordinary.deputies }
  const { towns, totals } = counties[profile]
  const at = index % towns
  const towned = sizes.slice(0, towns)
  const weights: Partial<Readonly<Record<Counted, readonly number[]>>> = {
    homes: towned.map(() => 1), stations: towned.map(() => 1),
    // Nearly the same everywhere: also a small town must have the deputies for it.
    debriefs: towned.map((_size, town) => 38 + ((town * 5) % 7)),
  }
  const uneven = towned.map((size, town) => size + ((town * 7) % 11) * 4 - 20)
  const part = (key: Counted): Partial<Amounts> => ({ [key]: apportion(totals[key] ?? 0, weights[key] ?? uneven)[at] ?? 0 })
  const keys = Object.keys(totals) as readonly Counted[]
  return keys.reduce<Amounts>((sum, key) => ({ ...sum, ...part(key) }), { ...ordinary, deputies: towned[at] ?? ordinary.deputies })
}

/** Amounts of a year: the profile's own figures stand as they are in the running year, the ordinary ones are multiplied. */
export function amountsOfYear(profile: Profile, index: number, running: boolean, scale: number): Amounts {
  const amounts = running ? amountsOf(profile, index) : { ...ordinary, deputies: amountsOf(profile, index).deputies }
  const fixed = new Set<string>(running && profile !== 'ordinary' ? Object.keys(counties[profile].totals) : [])
  const grows = new Set<string>(['inspections', 'otherSupervision', 'suggestions', 'receptions', 'matters', 'activities', 'visits', 'deeds', 'expenses', 'documents'])
  const entries = Object.entries(amounts).map(([key, count]: [string, number]) => [key, grows.has(key) && !fixed.has(key) ? count * scale : count] as const)
  return { ...amounts, ...Object.fromEntries(entries) }
}
