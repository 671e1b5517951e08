import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// What antd asks of a browser and happy-dom lacks or only half has. No layout is computed, so nothing is observed.
class NoResizeObserver implements ResizeObserver {
  observe(): void {
    return undefined
  }
  unobserve(): void {
    return undefined
  }
  disconnect(): void {
    return undefined
  }
}

window.ResizeObserver = NoResizeObserver
window.matchMedia = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
})
Element.prototype.scrollIntoView = () => undefined

// Testing Library only cleans up by itself where test functions are global.
afterEach(() => {
  cleanup()
})
