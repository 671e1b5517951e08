/**
 * Many saves in one transaction: the disk is synced once for all of them, and each is done or refused for itself. Readers inside see
 * what was saved before them.
 */
import { noPending, write, type Core, type Pending } from './core'
import { Refused } from './failure'
import { nearLookup } from './near-lookup'
import { settleRedirects } from './redirects'

/** Runs `work`; what it throws takes everything back. Inside another one it joins it. */
export function together<T>(core: Core, work: () => T): T {
  if (core.near) return work()
  return write(core, () => {
    core.near = nearLookup(core)
    try {
      return work()
    } finally {
      core.near = null
    }
  })
}

/** One commit of several: refused as a whole, it leaves nothing, and the others stay. A fault of the disk ends all of them. */
export function oneOfSeveral<T>(core: Core, outer: Pending, near: NonNullable<Core['near']>, work: (pending: Pending) => T): T {
  const own = noPending()
  core.pending = own
  try {
    const value = core.db.savepoint(() => work(own))
    for (const [uid, one] of own.touched) outer.touched.set(uid, one)
    for (const [uid, one] of own.unindexed) outer.unindexed.set(uid, { ...one, fresh: one.fresh || outer.unindexed.get(uid)?.fresh === true })
    for (const uid of own.retitled) outer.retitled.add(uid)
    outer.afterwards.push(...own.afterwards)
    if (own.redirects) {
      outer.redirects = true
      settleRedirects(core, outer)
      near.forget()
    } else near.renew(own.touched.keys())
    return value
  } finally {
    core.pending = outer
  }
}

/** Whether the batch may go on after this error: what was refused by a rule, while the transaction still stands. */
export const goesOn = (core: Core, error: unknown): boolean => error instanceof Refused && core.db.raw.inTransaction
