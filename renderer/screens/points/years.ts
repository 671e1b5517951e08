/** Which year is shown by the sheets of a year; kept while the window is open. */
import { create } from 'zustand'

const useChosen = create<{ readonly year: number | null }>(() => ({ year: null }))

/** The chosen year, else the one that is judged now: the year before until March. */
export function useSheetYear(today: string): number {
  const chosen = useChosen((state) => state.year)
  const now = Number(today.slice(0, 4))
  return chosen ?? (today.slice(5, 7) <= '02' ? now - 1 : now)
}

export const chooseSheetYear = (year: number): void => { useChosen.setState({ year }) }

export const sheetYears = (today: string): readonly number[] => [0, 1, 2].map((back) => Number(today.slice(0, 4)) - back)
