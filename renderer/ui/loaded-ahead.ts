/** A component in a module of its own, which may be loaded before it is shown. */
import { createElement, lazy, useState, type ComponentType } from 'react'

interface Ahead<P extends object> {
  readonly Shown: ComponentType<P>
  /** Loads the module now. */
  readonly preload: () => Promise<unknown>
}

/** Painted at once where the module is loaded already: React holds back for 0.3 s whatever it had to wait for. */
export function loadedAhead<P extends object>(load: () => Promise<{ readonly default: ComponentType<P> }>): Ahead<P> {
  let ready: ComponentType<P> | null = null
  const preload = async () => {
    const module = await load()
    ready = module.default
    return module
  }
  const Later = lazy(preload) as unknown as ComponentType<P>
  const Shown: ComponentType<P> = (props) => {
    // What was shown first stays: another component would lose what was typed.
    const [Now] = useState<ComponentType<P>>(() => ready ?? Later)
    return createElement(Now, props)
  }
  return { Shown, preload }
}
