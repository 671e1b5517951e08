/** Registry of the screens: every folder beside this file (and renderer/records) that has a register.ts. */
import { lazy, type ComponentType } from 'react'
import { menuOfType } from '../state/type-words'
import type { RailKey, Route } from '../state/routes'
import type { ScreenEntry } from './define-screen'

const modules = import.meta.glob<readonly ScreenEntry[]>(['./*/register.ts', '../records/register.ts'], { eager: true, import: 'screens' })

export const allScreens: readonly ScreenEntry[] = Object.values(modules).flat()

const components = new Map<ScreenEntry, ComponentType<{ readonly route: Route }>>()

/** The screen's component, loaded when it is first shown. */
export function componentOf(entry: ScreenEntry): ComponentType<{ readonly route: Route }> {
  const known = components.get(entry)
  if (known) return known
  const made = lazy(entry.load)
  components.set(entry, made)
  return made
}

const typeOfRoute = (route: Route): string | undefined =>
  route.screen === 'list' || route.screen === 'record' || route.screen === 'edit' ? route.type : undefined

/** The screen for a route: the one for its record type, else the general one of that name; null where there is none. */
export function screenFor(route: Route, entries: readonly ScreenEntry[] = allScreens): ScreenEntry | null {
  const type = typeOfRoute(route)
  const named = entries.filter((entry) => entry.name === route.screen)
  return named.find((entry) => type !== undefined && entry.types?.includes(type)) ?? named.find((entry) => entry.types === undefined) ?? null
}

/** The item of the rail that a route belongs to. */
export function sectionOf(route: Route, entry: ScreenEntry | null): RailKey | null {
  const type = typeOfRoute(route)
  return entry?.section ?? (type === undefined ? null : menuOfType(type))
}
