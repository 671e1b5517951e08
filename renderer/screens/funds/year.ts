/** The year whose money is shown, kept while the window is open. */
import { create } from 'zustand'

const useChosen = create<{ readonly year: string | null }>(() => ({ year: null }))

export const chooseFundYear = (year: string): void => useChosen.setState({ year })

/** The present year at first. */
export function useFundYear(today: string): string {
  const chosen = useChosen((state) => state.year)
  return chosen ?? today.slice(0, 4)
}

/** Years with a budget and the present one, newest first, four at most. Pure. */
export const fundYears = (years: readonly number[], today: string): readonly string[] =>
  [...new Set([Number(today.slice(0, 4)), ...years])].sort((a, b) => b - a).slice(0, 4).map(String)

/** Between tests. */
export const forgetFundYear = (): void => useChosen.setState({ year: null })
