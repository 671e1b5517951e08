/** What a person opens next is loaded while the window has nothing to do: a module that is waited for costs 0.3 s at the first visit. */
import { useEffect } from 'react'
import { railOf } from '../ui/rail-items'
import type { ScreenName } from '../state/routes'
import { allScreens } from './index'

/** After home has been drawn and its figures were asked for. */
const restMs = 1500
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

/** Loads what antd needs and the screens that a person opens next, until the window is locked. */
export function useScreensAhead(role: 'town' | 'county'): void {
  useEffect(() => {
    const names = new Set<ScreenName>(screensAhead(role))
    return loadInTurn(allScreens.filter(({ name }) => names.has(name)).map(({ preload }) => preload))
  }, [role])
}
