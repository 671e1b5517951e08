/** Long work from a button: how far it is, and the way to call it off. */
import { useRef, useState } from 'react'
import { call, onEvent } from '../api'
import { sayTimeLeft } from './time-left'

export interface JobProgress {
  readonly job: string
  readonly words: string
  readonly done: number
  readonly total: number
  /** 3 / 10，还要约 8 秒. */
  readonly count: string
}

/** What work of several commands says and asks between them. */
export interface JobTold {
  readonly say: (words: string, done: number, total: number) => void
  /** Whether the person called it off. */
  readonly stopped: () => boolean
}

export interface JobRun {
  /** Null while nothing runs or was said yet. */
  readonly progress: JobProgress | null
  /** Runs `work` under a name of its own, which it hands to the command as `job`. */
  readonly follow: <T>(work: (job: string, told: JobTold) => Promise<T>) => Promise<T>
  /** The work ends with the failure `cancelled`. */
  readonly cancel: () => void
  /** It was called off and comes to its next safe point. */
  readonly stopping: boolean
}

export function useJob(): JobRun {
  const [progress, setProgress] = useState<JobProgress | null>(null)
  const [halting, setHalting] = useState(false)
  const stopping = useRef(false)
  const follow = async <T>(work: (job: string, told: JobTold) => Promise<T>): Promise<T> => {
    const job = crypto.randomUUID()
    stopping.current = false
    setHalting(false)
    let begun = performance.now()
    let last = 0
    let at = ''
    const say = (words: string, done: number, total: number): void => {
      // What begins to count anew has a speed of its own.
      if (done < last || words !== at) begun = performance.now()
      last = done
      at = words
      const left = sayTimeLeft(done, total, performance.now() - begun)
      setProgress({ job, words, done, total, count: total > 0 ? `${String(done)} / ${String(total)}${left === '' ? '' : `，${left}`}` : '' })
    }
    const hear = onEvent((event) => {
      if (event.kind === 'progress' && event.job === job) say(event.phase, event.done, event.total)
    })
    try {
      return await work(job, { say, stopped: () => stopping.current })
    } finally {
      hear()
      setProgress(null)
    }
  }
  const cancel = (): void => {
    stopping.current = true
    setHalting(true)
    if (progress !== null) void call('job.cancel', { job: progress.job })
  }
  return { progress, follow, cancel, stopping: halting }
}
