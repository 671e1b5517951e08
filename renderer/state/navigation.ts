/** Where the window is and was. Plain functions beside one small store; screens read `useRoute`. */
import { create } from 'zustand'
import type { Route } from './routes'

interface Navigation {
  readonly past: readonly Route[]
  readonly now: Route
  readonly future: readonly Route[]
}

const home: Route = { screen: 'home' }
const longest = 100

export const useNavigation = create<Navigation>(() => ({ past: [], now: home, future: [] }))

/** The route that is shown. */
export const useRoute = (): Route => useNavigation((state) => state.now)

/** Opens a screen; the present one stays behind it. */
export function go(route: Route): void {
  useNavigation.setState(({ past, now }) => ({ past: [...past, now].slice(-longest), now: route, future: [] }))
}

/** Opens a screen in place of the present one: after a save there is no way back into the form. */
export function replace(route: Route): void {
  useNavigation.setState({ now: route })
}

/** Asked before something is saved, answers after it: whoever has left in the meantime is not brought back. */
export function stillHere(): () => boolean {
  const { now } = useNavigation.getState()
  return () => useNavigation.getState().now === now
}

/** One screen back, home at the end; what was typed is kept as a draft, so nothing is asked. */
export function back(): void {
  useNavigation.setState(({ past, now, future }) => {
    const before = past.at(-1)
    if (before) return { past: past.slice(0, -1), now: before, future: [now, ...future] }
    return now.screen === 'home' ? {} : { now: home, future: [now, ...future] }
  })
}

/** Takes back a `back`. */
export function forward(): void {
  useNavigation.setState(({ past, now, future }) => {
    const next = future[0]
    return next ? { past: [...past, now], now: next, future: future.slice(1) } : {}
  })
}

/** Home with nothing behind it: after locking, and between tests. */
export function resetNavigation(): void {
  useNavigation.setState({ past: [], now: home, future: [] })
}
