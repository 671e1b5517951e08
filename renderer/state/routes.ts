/**
 * Where the window can be. A screen with inputs of its own adds them here from its own folder:
 * `declare module '../../state/routes' { interface Screens { roster: { readonly file?: string } } }`.
 */
import type { Data } from '../../shared/fields'

/** A screen that needs to be told nothing. */
type Nothing = object

export interface Screens {
  home: Nothing
  /** All that is due, with its sources. */
  todos: { readonly state?: 'late' | 'soon' | 'later' | 'past'; readonly print?: true }
  list: { readonly type: string; readonly where?: Readonly<Record<string, string>>; readonly text?: string; readonly bin?: boolean }
  /** `step` opens the page with the form of that step, `figure` with the records behind one of its figures (B8.10). */
  record: { readonly id: string; readonly type?: string; readonly step?: string; readonly figure?: string }
  /** Without `id` a new record; `preset` fills it, `draft` goes on with a kept draft, `focus` = key of the field to begin at. */
  edit: { readonly type: string; readonly id?: string; readonly preset?: Data; readonly draft?: string; readonly focus?: string }
  /** `at` = the roster as it was on that day. */
  deputies: { readonly text?: string; readonly at?: string }
  deputy: { readonly mandate: string }
  roster: Nothing
  meetings: Nothing
  activities: Nothing
  suggestions: Nothing
  supervision: Nothing
  sites: Nothing
  matters: Nothing
  funds: Nothing
  documents: Nothing
  /** A quick entry may begin filled (`preset`), go on with a draft, or change the saved record `id`. */
  'quick-activity': { readonly draft?: string; readonly id?: string; readonly preset?: Readonly<Record<string, unknown>> }
  'quick-reception': { readonly draft?: string; readonly preset?: Data }
  'quick-suggestion': { readonly draft?: string; readonly preset?: Data }
  'quick-meeting': { readonly draft?: string; readonly id?: string; readonly preset?: Data }
  'quick-supervision': { readonly draft?: string; readonly id?: string; readonly preset?: Data }
  statistics: { readonly indicator?: string; readonly from?: string; readonly to?: string; readonly town?: string; readonly tab?: string }
  /** `file` = a package that was opened with the program: an invitation or a receipt. */
  report: { readonly file?: string }
  bin: Nothing
  /** `town` = one whose drawer opens; one that was never invited is invited. */
  towns: { readonly town?: { readonly code: string; readonly name: string } }
  import: Nothing
  orders: Nothing
  settings: { readonly part?: 'office' | 'safety' | 'rules' | 'choices' | 'look' }
  help: { readonly page?: string }
}

export type ScreenName = keyof Screens
export type RouteOf<N extends ScreenName> = { readonly screen: N } & Screens[N]
export type Route = { [N in ScreenName]: RouteOf<N> }[ScreenName]

/** What a screen is given. */
export interface ScreenProps<N extends ScreenName> {
  readonly route: RouteOf<N>
}

/** The items of the rail. */
export type RailKey =
  | 'home' | 'deputies' | 'meetings' | 'activities' | 'suggestions' | 'supervision' | 'sites' | 'matters' | 'funds' | 'documents'
  | 'statistics' | 'report' | 'towns' | 'import' | 'orders' | 'settings'
