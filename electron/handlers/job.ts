/** Long work: says how far it is, and stops when asked, until it writes. */
import { fail, type Failure, type Result } from '../../shared/result'
import type { Step } from '../store/steps'
import type { Desk } from './desk'

/** Points of long work after which everything before them must hold, whatever happens next. */
export type Milestone = 'copied' | 'checked' | 'staged' | 'attached' | 'backed-up' | 'committed' | 'archived' | 'made' | 'on-stick'

export interface Job {
  readonly signal: AbortSignal
  readonly progress: (phase: string, done: number, total: number) => void
  /** Called at each milestone. */
  readonly reached: (milestone: Milestone) => void
}

/** Runs `work` as a job of this name; without a name nobody hears of it. */
export async function asJob<T>(desk: Desk, name: string | undefined, work: (job: Job) => Promise<T>): Promise<T> {
  const controller = (name === undefined ? undefined : desk.jobs.get(name)) ?? new AbortController()
  if (name !== undefined) desk.jobs.set(name, controller)
  let said = 0
  let phaseSaid = ''
  try {
    return await work({
      signal: controller.signal,
      reached: () => undefined,
      progress: (phase, done, total) => {
        // Ten times a second is what an eye can follow; a new phase is always said.
        if (name === undefined || (phase === phaseSaid && Date.now() - said < 100 && done < total)) return
        said = Date.now()
        phaseSaid = phase
        desk.tell({ kind: 'progress', job: name, phase, done, total })
      },
    })
  } finally {
    if (name !== undefined) desk.jobs.delete(name)
  }
}

/** Lets others in between, a 取消 among them; whether it was heard. */
export async function calledOff(job: Job): Promise<boolean> {
  await new Promise((next) => { setImmediate(next) })
  return job.signal.aborted
}

/** Takes the store's long work step by step and lets others in between; stopped there, by the person or by what `between` answers, the rest is left and tidied up. */
export async function inPaces<T>(steps: Generator<Step, Result<T>, undefined>, job: Job, between: (step: Step) => Promise<Failure | null>): Promise<Result<T>> {
  try {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value
      const stop = await between(step.value)
      const off = await calledOff(job)
      if (stop !== null || off) return stop ?? fail('cancelled')
    }
  } finally {
    steps.return(fail('cancelled'))
  }
}
