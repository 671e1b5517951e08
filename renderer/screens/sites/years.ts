/** The years that a station's work is looked at in, kept while the window is open. */
import { create } from 'zustand'

const useChosen = create<{ readonly year: string | null }>(() => ({ year: null }))

export interface SitePeriod {
  readonly year: string
  readonly from: string
  readonly to: string
}

/** A whole year, or the present one up to today. Pure. */
export const periodOfYear = (year: string, today: string): SitePeriod => ({ year, from: `${year}-01-01`, to: today.startsWith(year) ? today : `${year}-12-31` })

/** The present year and the two before it, newest first. Pure. */
export const recentYears = (today: string): readonly string[] => [0, 1, 2].map((back) => String(Number(today.slice(0, 4)) - back))

export const chooseYear = (year: string): void => useChosen.setState({ year })

/** The chosen year, the present one at first. */
export function useSitePeriod(today: string): SitePeriod {
  const chosen = useChosen((state) => state.year)
  return periodOfYear(chosen ?? today.slice(0, 4), today)
}

/** Between tests. */
export const forgetYear = (): void => useChosen.setState({ year: null })
