/**
 * What the table shows now. Kept beside the screen, so that coming back from an opened record finds the tab, the period and the list as
 * they were left.
 */
import { create } from 'zustand'
import type { RouteOf } from '../../state/routes'
import { choicesOf, type Beside, type Calendar, type PeriodChoice, type PeriodKind } from './periods'
import { isAmongMain } from './rows'
import { tabOfIndicator, tabs } from './tabs'

export interface View {
  readonly tab: string
  readonly all: boolean
  readonly kind: PeriodKind
  /** Key of the choice within its kind; '' = the newest. */
  readonly choice: string
  readonly custom: { readonly from: string; readonly to: string } | null
  readonly beside: Beside
  /** At the county: '' = all towns added up, 'each' = one row per town, else a town's code. */
  readonly town: string
  /** The figure whose records are listed, and of which town. */
  readonly open: { readonly path: string; readonly town: string } | null
}

const fresh: View = { tab: 'basic', all: false, kind: 'year', choice: '', custom: null, beside: 'year', town: '', open: null }

export const useView = create<View>(() => fresh)

let applied: RouteOf<'statistics'> | null = null

export function setView(change: Partial<View>): void {
  useView.setState(change)
}

/** Takes what a link asks for, once: coming back to the same place keeps what was changed there since. */
export function applyRoute(route: RouteOf<'statistics'>, calendar: Pick<Calendar, 'today'>): void {
  if (route === applied) return
  applied = route
  const { indicator, from, to, town, tab } = route
  const found = indicator === undefined ? tabs.find((one) => one.key === tab) : tabOfIndicator(indicator)
  const year = choicesOf('year', { today: calendar.today, termStart: null, sessions: [] }).find((one) => one.from === from && one.to === to)
  useView.setState({
    open: indicator === undefined ? null : { path: indicator, town: town ?? '' },
    ...(found ? { tab: found.key, all: indicator !== undefined && !isAmongMain(found, indicator) } : {}),
    ...(from === undefined || to === undefined ? {} : year ? { kind: 'year', choice: year.key } : { kind: 'custom', custom: { from, to } }),
    ...(town === undefined ? {} : { town }),
  })
}

/** The period that is shown. */
export function periodOf(view: Pick<View, 'kind' | 'choice' | 'custom'>, calendar: Calendar): PeriodChoice {
  const choices = choicesOf(view.kind, calendar)
  const chosen = choices.find((one) => one.key === view.choice) ?? choices[0]
  if (chosen) return chosen
  const from = view.custom?.from ?? `${calendar.today.slice(0, 4)}-01-01`
  const to = view.custom?.to ?? calendar.today
  return { key: 'custom', label: '', from, to, now: '本期', before: '上年同期' }
}

/** Between tests. */
export function resetView(): void {
  applied = null
  useView.setState(fresh)
}
