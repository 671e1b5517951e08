/** Registry of the screens: every folder beside this file (and renderer/records) that has a register.ts. */
import { createElement, type ComponentType } from 'react'
import { menuOfType } from '../state/type-words'
import type { RailKey, Route, ScreenName } from '../state/routes'
import { loadAntd } from '../ui/antd-ahead'
import { loadedAhead } from '../ui/loaded-ahead'
import type { ScreenEntry } from './define-screen'

const modules = import.meta.glob<readonly ScreenEntry[]>(['./*/register.ts', '../records/register.ts'], { eager: true, import: 'screens' })

/** A screen with its component, which is loaded when it is first shown. */
export interface RegisteredScreen extends ScreenEntry {
  readonly Screen: ComponentType<{ readonly route: Route }>
  /** Loads the component ahead. */
  readonly preload: () => Promise<unknown>
}

/** The screen and the scope of antd around it, both asked for at once. */
async function withAntd(load: ScreenEntry['load']): ReturnType<ScreenEntry['load']> {
  const [{ default: Scope }, { default: Screen }] = await Promise.all([loadAntd(), load()])
  return { default: ({ route }) => createElement(Scope, null, createElement(Screen, { route })) }
}

function registered(entry: ScreenEntry): RegisteredScreen {
  const { Shown, preload } = loadedAhead(entry.plain === true ? entry.load : () => withAntd(entry.load))
  return { ...entry, Screen: Shown, preload }
}

export const allScreens: readonly RegisteredScreen[] = Object.values(modules).flat().map(registered)

/** Loads the screens of this name ahead, so that they are painted at once. */
export function preloadScreen(name: ScreenName): void {
  // Whoever opens the screen tries again and sees what is wrong.
  for (const entry of allScreens) if (entry.name === name) entry.preload().catch(() => undefined)
}

const typeOfRoute = (route: Route): string | undefined =>
  route.screen === 'list' || route.screen === 'record' || route.screen === 'edit' ? route.type : undefined

/** The screen for a route among `entries`: the one for its record type, else the general one of that name; null where there is none. */
export function pickScreen<E extends ScreenEntry>(route: Route, entries: readonly E[]): E | null {
  const type = typeOfRoute(route)
  const named = entries.filter((entry) => entry.name === route.screen)
  return named.find((entry) => type !== undefined && entry.types?.includes(type)) ?? named.find((entry) => entry.types === undefined) ?? null
}

export const screenFor = (route: Route): RegisteredScreen | null => pickScreen(route, allScreens)

/** The item of the rail that a route belongs to. */
export function sectionOf(route: Route, entry: ScreenEntry | null): RailKey | null {
  const type = typeOfRoute(route)
  return entry?.section ?? (type === undefined ? null : menuOfType(type))
}
