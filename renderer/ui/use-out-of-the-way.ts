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

const overlap = (one: Box, other: Box): boolean => one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top

/** Whether notices of this size, standing at their usual place, would lie over `field`. */
export function wouldCover(notices: Box, field: Box, windowHeight: number): boolean {
  const bottom = windowHeight - fromBelow
  return overlap(field, { ...notices, top: bottom - (notices.bottom - notices.top), bottom })
}

const typedIn = (): Element | null => {
  const { activeElement } = document
  return activeElement?.matches('input, textarea, select, [contenteditable=true]') === true ? activeElement : null
}

/**
 * Looked at when a field gets the focus, when somebody types or scrolls, and when the number of notices changes. Notices that made way stay
 * there when the field is left: what is pressed next must not slip under them between press and release.
 */
export function useOutOfTheWay(box: RefObject<HTMLElement | null>, count: number): boolean {
  const [above, setAbove] = useState(false)
  useEffect(() => {
    // The next notice begins at its usual place.
    if (count === 0) return () => setAbove(false)
    const look = (): void => {
      const field = typedIn()?.getBoundingClientRect()
      const notices = box.current?.getBoundingClientRect()
      if (field !== undefined && notices !== undefined) setAbove((was) => wouldCover(notices, field, window.innerHeight) || (was && !overlap(notices, field)))
    }
    look()
    const events = ['focusin', 'input', 'scroll', 'resize'] as const
    for (const event of events) window.addEventListener(event, look, { capture: true, passive: true })
    return () => { for (const event of events) window.removeEventListener(event, look, { capture: true }) }
  }, [box, count])
  return above && count > 0
}
