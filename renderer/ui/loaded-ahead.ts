/** A component in a module of its own, which may be loaded before it is shown. */
import { createElement, useLayoutEffect, useState, type ComponentType } from 'react'

interface Ahead<P extends object> {
  readonly Shown: ComponentType<P>
  /** Loads the module now. */
  readonly preload: () => Promise<unknown>
}

/**
 * Painted at once where the module is loaded already, else as soon as it is. Not by `lazy` and `Suspense`: React holds back for 0.3 s whatever
 * Suspense had to wait for. A module that cannot be read is an error of the rendering, and is asked for again by whoever shows it anew.
 */
export function loadedAhead<P extends object>(load: () => Promise<{ readonly default: ComponentType<P> }>): Ahead<P> {
  let ready: ComponentType<P> | null = null
  const preload = async (): Promise<ComponentType<P>> => {
    const module = await load()
    ready = module.default
    return ready
  }
  const Shown: ComponentType<P> = (props) => {
    // What was shown first stays: another component would lose what was typed.
    const [Now, setNow] = useState<ComponentType<P> | null>(() => ready)
    const [broken, setBroken] = useState<{ readonly error: unknown } | null>(null)
    useLayoutEffect(() => {
      if (Now !== null) return
      let gone = false
      preload().then((loaded) => { if (!gone) setNow(() => loaded) }, (error: unknown) => { if (!gone) setBroken({ error }) })
      return () => { gone = true }
    }, [Now])
    if (broken !== null) throw broken.error
    return Now === null ? null : createElement(Now, props)
  }
  return { Shown, preload }
}
