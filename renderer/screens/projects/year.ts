/** The year whose projects are shown, kept while the window is open. */
import { create } from 'zustand'

const useChosen = create<{ readonly year: string | null }>(() => ({ year: null }))

export const chooseProjectYear = (year: string): void => useChosen.setState({ year })

/** The present year at first. */
export function useProjectYear(today: string): string {
  const chosen = useChosen((state) => state.year)
  return chosen ?? today.slice(0, 4)
}

/** Next year's projects are collected before the year is out. Pure. */
export const shownYears = (today: string): readonly string[] => [1, 0, -1, -2].map((by) => String(Number(today.slice(0, 4)) + by))

/** Between tests. */
export const forgetProjectYear = (): void => useChosen.setState({ year: null })
