/** Follows long work by its id: phase, how far, and the way to stop it. */
import { useCallback, useEffect, useState } from 'react'
import type { ProgressEvent } from '../../shared/contract'
import { call, onEvent } from '../api'

export interface Job {
  readonly id: string
  readonly progress: ProgressEvent | null
  /** Asked to stop; the work ends with the failure `cancelled`. */
  readonly stopping: boolean
  readonly start: () => string
  readonly cancel: () => void
}

/** `start()` gives a new id to hand to the command as `job`. */
export function useJob(): Job {
  const [id, setId] = useState('')
  const [progress, setProgress] = useState<ProgressEvent | null>(null)
  const [stopping, setStopping] = useState(false)
  useEffect(() => {
    if (id === '') return undefined
    return onEvent((event) => {
      if (event.kind === 'progress' && event.job === id) setProgress(event)
    })
  }, [id])
  const start = useCallback(() => {
    const fresh = crypto.randomUUID()
    setId(fresh)
    setProgress(null)
    setStopping(false)
    return fresh
  }, [])
  const cancel = useCallback(() => {
    setStopping(true)
    if (id !== '') void call('job.cancel', { job: id })
  }, [id])
  return { id, progress, stopping, start, cancel }
}
