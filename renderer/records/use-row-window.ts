/**
 * Which rows of a long table are drawn: those that can be seen, and some before and behind them. A table of a few hundred rows is drawn
 * whole; ten thousand rows drawn whole take seconds to lay out and stutter at every turn of the wheel.
 */
import { useEffect, useState, type RefObject } from 'react'

/** Up to here everything is drawn. */
const wholeUpTo = 200
/** Rows drawn beyond what is seen, so that a key held down never meets an end. */
const beside = 30
/** The window moves in steps, so that not every pixel draws anew. */
const step = 10

export interface RowWindow {
  readonly from: number
  readonly to: number
  /** Height of the rows that are not drawn, in pixels. */
  readonly above: number
  readonly below: number
}

/** The rows that a view of `height` pixels, `scrolled` pixels below the first row, needs. */
export function rowsInView(count: number, row: number, scrolled: number, height: number): RowWindow {
  if (count <= wholeUpTo || row <= 0) return { from: 0, to: count, above: 0, below: 0 }
  const first = Math.floor(Math.max(0, scrolled) / row)
  const from = Math.max(0, Math.min(count - step, Math.floor((first - beside) / step) * step))
  const to = Math.min(count, Math.ceil((first + height / row + beside) / step) * step)
  return { from, to, above: from * row, below: (count - to) * row }
}

const scrollerOf = (from: HTMLElement): HTMLElement | null => {
  for (let at = from.parentElement; at !== null; at = at.parentElement) if (/auto|scroll/u.test(getComputedStyle(at).overflowY)) return at
  return null
}

/** Draws the rows of `body`, a tbody whose rows of data have the class `opens`, by where it is scrolled to. `at` = row to begin at. */
export function useRowWindow(body: RefObject<HTMLElement | null>, count: number, at = 0): RowWindow {
  // Before the first row was measured a guess will do.
  const [shown, setShown] = useState(() => rowsInView(count, 44, at * 44, 800))
  useEffect(() => {
    const table = body.current
    const scroller = table === null ? null : scrollerOf(table)
    if (table === null || scroller === null || count <= wholeUpTo) return undefined
    const look = (): void => {
      const row = table.querySelector('.opens')?.getBoundingClientRect().height ?? 0
      const next = rowsInView(count, row, scroller.getBoundingClientRect().top - table.getBoundingClientRect().top, scroller.clientHeight)
      setShown((before) => (before.from === next.from && before.to === next.to && before.below === next.below ? before : next))
    }
    look()
    scroller.addEventListener('scroll', look, { passive: true })
    const resized = new ResizeObserver(look)
    resized.observe(scroller)
    return () => {
      scroller.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [body, count])
  return count <= wholeUpTo ? { from: 0, to: count, above: 0, below: 0 } : { ...shown, to: Math.min(shown.to, count) }
}
