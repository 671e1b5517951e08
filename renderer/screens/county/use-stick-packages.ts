/** Looks at a stick when it appears and clears the desk when it is pulled out before anything was imported. */
import { useEffect } from 'react'
import { usePlace, type PlaceState } from '../exchange/use-place'
import { clearDesk, lookAt, useStickDesk } from './stick-desk'

export function useStickPackages(): PlaceState {
  const place = usePlace()
  const path = place.place?.path ?? null
  const { looked } = place
  useEffect(() => {
    const desk = useStickDesk.getState()
    if (desk.handed) return
    if (path !== null && desk.dir !== path) void lookAt(path)
    if (path === null && looked && (desk.state === 'ready' || desk.state === 'looking')) clearDesk()
  }, [path, looked])
  return place
}
