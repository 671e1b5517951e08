/** Long work from a button: how far it is, and the way to call it off. */
import { useState } from 'react'
import { call, onEvent } from '../api'

export interface JobProgress {
  readonly job: string
  readonly words: string
  readonly done: number
  readonly total: number
}

export interface JobRun {
  /** Null while nothing runs or was said yet. */
  readonly progress: JobProgress | null
  /** Runs `work` under a name of its own, which it hands to the command as `job`. */
  readonly follow: <T>(work: (job: string) => Promise<T>) => Promise<T>
  /** The work ends with the failure `cancelled`. */
  readonly cancel: () => void
}

export function useJob(): JobRun {
  const [progress, setProgress] = useState<JobProgress | null>(null)
  const follow = async <T>(work: (job: string) => Promise<T>): Promise<T> => {
    const job = crypto.randomUUID()
    const hear = onEvent((event) => {
      if (event.kind === 'progress' && event.job === job) setProgress({ job, words: event.phase, done: event.done, total: event.total })
    })
    try {
      return await work(job)
    } finally {
      hear()
      setProgress(null)
    }
  }
  const cancel = (): void => {
    if (progress !== null) void call('job.cancel', { job: progress.job })
  }
  return { progress, follow, cancel }
}
