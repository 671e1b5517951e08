import { useLayoutEffect, useState, type RefObject } from 'react'

/** How many rows of one height fit into a box, so that a list ends with a link and not in the middle of a row. `least` where unknown. */
export function useFit(box: RefObject<HTMLElement | null>, rowHeight: number, least: number): number {
  const [fits, setFits] = useState(least)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const measure = (): void => {
      const height = element.clientHeight
      setFits(height > 0 ? Math.max(least, Math.floor((height + 1) / rowHeight)) : least)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, rowHeight, least])
  return fits
}
