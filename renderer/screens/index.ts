/** Registry of the screens: every folder beside this file (and renderer/records) that has a register.ts. */
import { createElement, lazy, useState, type ComponentType } from 'react'
import { menuOfType } from '../state/type-words'
import type { RailKey, Route, ScreenName } from '../state/routes'
import type { ScreenEntry } from './define-screen'

const modules = import.meta.glob<readonly ScreenEntry[]>(['./*/register.ts', '../records/register.ts'], { eager: true, import: 'screens' })

type Shown = ComponentType<{ readonly route: Route }>

/** A screen with its component, which is loaded when it is first shown. */
export interface RegisteredScreen extends ScreenEntry {
  readonly Screen: Shown
  /** Loads the component ahead. */
  readonly preload: () => Promise<unknown>
}

/** Painted at once where the module is loaded already: React holds back for 0.3 s whatever it had to wait for. */
function registered(entry: ScreenEntry): RegisteredScreen {
  let ready: Shown | null = null
  const load = async () => {
    const module = await entry.load()
    ready = module.default
    return module
  }
  const Later = lazy(load)
  const Screen: Shown = (props) => {
    // What was shown first stays: another component would lose what was typed.
    const [Now] = useState<Shown>(() => ready ?? Later)
    return createElement(Now, props)
  }
  return { ...entry, Screen, preload: load }
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
