/** Keyboard ways of a screen. A key that an input method is using is never taken. */
import { useEffect, useRef } from 'react'

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** True while an input method composes: Enter, Escape and arrows belong to it. */
export const composing = (event: { readonly isComposing?: boolean; readonly keyCode?: number }): boolean =>
  event.isComposing === true || event.keyCode === 229

/** `Ctrl+s`, `Alt+ArrowLeft`, `Escape`: modifiers in this order, then the key. */
export function keyName(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey && event.key.length > 1 ? 'Shift+' : ''}${key}`
}

/** Whether the person is typing, so that a bare letter or slash is text. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}

/** What the keys are of: a page is silent below an open dialog, and Esc is a side sheet's before it is the page's. */
export type KeyPlace = 'page' | 'sheet' | 'dialog'

/** Runs a handler by key name. An open dialog keeps its keys to itself. Events that somebody already handled are left alone. */
export function useKeys(keys: KeyMap, place: KeyPlace = 'page'): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || composing(event)) return
      if (place !== 'dialog' && document.querySelector('dialog[open]') !== null) return
      if (place === 'page' && event.key === 'Escape' && document.querySelector('.drawer') !== null) return
      const handler = latest.current[keyName(event)]
      if (!handler) return
      event.preventDefault()
      handler(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [place])
}
