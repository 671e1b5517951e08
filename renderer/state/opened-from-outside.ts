/** The demo photographs every screen of the built application: it names each by an event of its own page. Nothing else sends one. */
import { useEffect } from 'react'
import { go } from './navigation'
import type { Route } from './routes'

const isRoute = (value: unknown): value is Route => typeof value === 'object' && value !== null && 'screen' in value && typeof value.screen === 'string'

/** Opens what a `zhen-open` event names; a name that no screen has shows the page for missing screens. */
export function useOpenedFromOutside(): void {
  useEffect(() => {
    const open = (event: Event): void => {
      if (event instanceof CustomEvent && isRoute(event.detail)) go(event.detail)
    }
    window.addEventListener('zhen-open', open)
    return () => window.removeEventListener('zhen-open', open)
  }, [])
}
