/** What a person opens next is loaded while the window has nothing to do: a module that is waited for costs 0.3 s at the first visit. */
import { useEffect, useState } from 'react'
import { askAhead } from '../state/use-query'
import { railOf } from '../ui/rail-items'
import type { ScreenName } from '../state/routes'
import { loadedAhead } from '../ui/loaded-ahead'
import { allScreens } from './index'

export const { Shown: KeptStyles, preload: preloadStyles } = loadedAhead(() => import('../ui/KeptStyles'))

/** After home has been drawn and its figures were asked for. */
const restMs = 1200
const betweenMs = 20

const pages: readonly ScreenName[] = ['list', 'record', 'deputy', 'edit', 'todos']
const townOnly: readonly ScreenName[] = ['quick-activity', 'quick-reception', 'quick-suggestion', 'quick-meeting', 'quick-supervision']

/** The screens of the rail, of records and of the quick entries, in the order of the rail. */
export function screensAhead(role: 'town' | 'county'): readonly ScreenName[] {
  const rail = railOf[role].flat().map(({ key }) => key)
  return [...rail, ...pages, ...(role === 'town' ? townOnly : [])]
}

/** Starts the loads one after the other, once the window is at rest; returns how to stop. One that fails is tried again by whoever opens the screen. */
export function loadInTurn(loads: readonly (() => Promise<unknown>)[]): () => void {
  const left = [...loads]
  let stopped = false
  let timer = setTimeout(next, restMs)
  function goOn(): void {
    if (!stopped) timer = setTimeout(next, betweenMs)
  }
  function next(): void {
    left.shift()?.().then(goOn, goOn)
  }
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

/** The loads of these screens, in their order. */
const loadsOf = (names: readonly ScreenName[]): readonly (() => Promise<unknown>)[] =>
  [...new Set(names)].flatMap((name) => allScreens.filter((screen) => screen.name === name).map(({ preload }) => preload))

/**
 * Until the window is locked: loads what antd needs, asks for the roster, which most people open first, and loads the screens that a person
 * opens next. True as soon as `KeptStyles` may be shown.
 */
export function useScreensAhead(role: 'town' | 'county'): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const styles = async (): Promise<void> => {
      await preloadStyles()
      setReady(true)
    }
    const roster = (): Promise<void> => askAhead('deputies.list', {})
    return loadInTurn([styles, ...(role === 'town' ? [roster] : []), ...loadsOf(screensAhead(role))])
  }, [role])
  return ready
}
