/** Handlers whose code is read with their first use, so that the door opens before all of it is compiled. */
import type { StoreCommandName } from '../../shared/contract'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'

type Some = Partial<Handlers<Desk>>
type AnyHandler = (input: unknown, desk: Desk) => unknown

const jobOf = (input: unknown): string | null => (typeof input === 'object' && input !== null && 'job' in input && typeof input.job === 'string' ? input.job : null)

/** The handlers that `load` brings, under `names`, which are all of theirs. */
export function later<H extends Some>(names: { readonly [N in keyof H & StoreCommandName]: true }, load: () => Promise<H>): H {
  const ask = (name: string): AnyHandler => async (input, desk) => {
    const job = jobOf(input)
    const waiting = new AbortController()
    // A 取消 that comes while the code is read is heard all the same: `asJob` goes on with what waits here.
    if (job !== null && !desk.jobs.has(job)) desk.jobs.set(job, waiting)
    try {
      const all = await load() as Readonly<Record<string, AnyHandler>>
      return await all[name]?.(input, desk)
    } finally {
      if (job !== null && desk.jobs.get(job) === waiting) desk.jobs.delete(job)
    }
  }
  return Object.fromEntries(Object.keys(names).map((name) => [name, ask(name)])) as H
}
