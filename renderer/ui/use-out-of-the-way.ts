/** Notices do not cover what one types: while the field in hand lies where they stand, they stand at the upper edge. */
import { useEffect, useState, type RefObject } from 'react'

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Above the bar with 保存. */
const fromBelow = 80

/** Whether notices of this size, standing at their usual place, would lie over `field`. */
export function wouldCover(notices: Box, field: Box, windowHeight: number): boolean {
  const bottom = windowHeight - fromBelow
  const top = bottom - (notices.bottom - notices.top)
  return field.left < notices.right && field.right > notices.left && field.top < bottom && field.bottom > top
}

const typedIn = (): Element | null => {
  const { activeElement } = document
  return activeElement?.matches('input, textarea, select, [contenteditable=true]') === true ? activeElement : null
}

/** Looked at when the focus moves, when somebody types or scrolls, and when the number of notices changes. */
export function useOutOfTheWay(box: RefObject<HTMLElement | null>, count: number): boolean {
  const [above, setAbove] = useState(false)
  useEffect(() => {
    if (count === 0) return undefined
    const look = (): void => {
      const field = typedIn()
      setAbove(field !== null && box.current !== null && wouldCover(box.current.getBoundingClientRect(), field.getBoundingClientRect(), window.innerHeight))
    }
    look()
    const events = ['focusin', 'focusout', 'input', 'scroll', 'resize'] as const
    for (const event of events) window.addEventListener(event, look, { capture: true, passive: true })
    return () => { for (const event of events) window.removeEventListener(event, look, { capture: true }) }
  }, [box, count])
  return above && count > 0
}
