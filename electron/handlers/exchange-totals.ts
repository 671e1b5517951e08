/** Control totals: figures that both sides print, so that a person can compare two sheets of paper. */
import { figures } from '../../shared/indicators'
import type { Desk } from './desk'
import { questionOf } from './stats'

const shown = ['B1.05', 'B4.01', 'B4.13', 'B5.01', 'B5.02', 'B6.01', 'B8.01', 'B8.02', 'B8.11', 'B8.17'] as const

/** Totals of the calendar year up to a day, by indicator. */
export function controlTotals(desk: Desk, org: string, day = desk.today): Readonly<Record<string, number>> {
  const list = figures(questionOf(desk, org, { from: `${day.slice(0, 4)}-01-01`, to: day }, day))
  return Object.fromEntries(list.filter((figure) => (shown as readonly string[]).includes(figure.id)).map((figure) => [figure.id, figure.value ?? 0]))
}
