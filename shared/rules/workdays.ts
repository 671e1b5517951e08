/**
 * Working days by the State Council's yearly holiday notices. A year without a notice counts weekends only and says so (按周末推算);
 * later years can be pasted in as further tables.
 */
import { addDays, weekday, yearOf } from './calendar'

/** One year's notice: single days, `YYYY-MM-DD`. */
export interface HolidayTable {
  readonly year: number
  /** Days off. */
  readonly off: readonly string[]
  /** Saturdays and Sundays that are worked (调休). */
  readonly worked: readonly string[]
  /** The notice. */
  readonly source: string
  /** Day on which the notice was known. */
  readonly known_on: string
}

function range(year: number, first: string, last: string): string[] {
  const days: string[] = []
  for (let day = `${year}-${first}`; day <= `${year}-${last}`; day = addDays(day, 1)) days.push(day)
  return days
}

const table = (
  year: number, source: string, known_on: string, off: readonly (readonly [string, string])[], worked: readonly string[],
): HolidayTable => ({
  year, source, known_on,
  off: off.flatMap(([first, last]) => range(year, first, last)),
  worked: worked.map((day) => `${year}-${day}`),
})

/** The notices known when this version was made. */
export const officialHolidays: readonly HolidayTable[] = [
  table(2021, '国办发明电〔2020〕27号', '2020-11-25',
    [['01-01', '01-03'], ['02-11', '02-17'], ['04-03', '04-05'], ['05-01', '05-05'], ['06-12', '06-14'], ['09-19', '09-21'], ['10-01', '10-07']],
    ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09']),
  table(2022, '国办发明电〔2021〕11号', '2021-10-25',
    [['01-01', '01-03'], ['01-31', '02-06'], ['04-03', '04-05'], ['04-30', '05-04'], ['06-03', '06-05'], ['09-10', '09-12'], ['10-01', '10-07']],
    ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09']),
  table(2023, '国办发明电〔2022〕16号', '2022-12-08',
    [['01-01', '01-02'], ['01-21', '01-27'], ['04-05', '04-05'], ['04-29', '05-03'], ['06-22', '06-24'], ['09-29', '10-06']],
    ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08']),
  table(2024, '国办发明电〔2023〕7号', '2023-10-25',
    [['01-01', '01-01'], ['02-10', '02-17'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-10', '06-10'], ['09-15', '09-17'], ['10-01', '10-07']],
    ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']),
  table(2025, '国办发明电〔2024〕12号', '2024-11-12',
    [['01-01', '01-01'], ['01-28', '02-04'], ['04-04', '04-06'], ['05-01', '05-05'], ['05-31', '06-02'], ['10-01', '10-08']],
    ['01-26', '02-08', '04-27', '09-28', '10-11']),
  table(2026, '国办发明电〔2025〕7号', '2025-11-04',
    [['01-01', '01-03'], ['02-15', '02-23'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-19', '06-21'], ['09-25', '09-27'], ['10-01', '10-07']],
    ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']),
]

/** Said beside a due date that passed through a year without a notice. */
export const weekendsOnly = '按周末推算'

interface Year {
  readonly off: ReadonlySet<string>
  readonly worked: ReadonlySet<string>
}

/** A calendar of working days made from notices; of two tables for one year the later wins. */
export class Workdays {
  readonly #years = new Map<number, Year>()

  constructor(tables: readonly HolidayTable[] = officialHolidays) {
    for (const { year, off, worked } of tables) this.#years.set(year, { off: new Set(off), worked: new Set(worked) })
  }

  /** True where the year has an official notice. */
  knows(year: number): boolean {
    return this.#years.has(year)
  }

  /** True for a day off of a notice; a weekend without one is none. */
  isHoliday(day: string): boolean {
    return this.#years.get(yearOf(day))?.off.has(day) === true
  }

  /** `day` where it is worked, else the next working day (the one before where `step` is -1). */
  shift(day: string, step: 1 | -1): { readonly day: string; readonly guessed: boolean } {
    let at = day
    let guessed = false
    while (!this.isWorkday(at)) {
      if (!this.knows(yearOf(at))) guessed = true
      at = addDays(at, step)
    }
    return { day: at, guessed }
  }

  isWorkday(day: string): boolean {
    const year = this.#years.get(yearOf(day))
    if (year?.off.has(day)) return false
    if (year?.worked.has(day)) return true
    const name = weekday(day)
    return name !== 0 && name !== 6
  }

  /** The `count`-th working day after `day` (before it where negative): the next working day is 1. `guessed` = weekends only. */
  add(day: string, count: number): { readonly day: string; readonly guessed: boolean } {
    const step = count < 0 ? -1 : 1
    let at = day
    let left = Math.abs(count)
    let guessed = false
    while (left > 0) {
      at = addDays(at, step)
      if (!this.knows(yearOf(at))) guessed = true
      if (this.isWorkday(at)) left -= 1
    }
    return { day: at, guessed }
  }
}
