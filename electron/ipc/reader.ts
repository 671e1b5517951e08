/** How a reader answers: one question after the other, each from one moment of the file, and only what may be read. */
import type { ErrorCode, Result } from '../../shared/result'
import { fail } from '../../shared/result'
import type { ReaderOrder } from '../handlers/aside'
import type { Store } from '../store/store'
import { reading } from './reading'
import { route, type Handlers, type Watched } from './route'
import type { ReaderMessage } from './store-line'

export interface Asked {
  readonly id: number
  readonly turn: number
  readonly name: string
  readonly input: unknown
}

/** A desk that only looks. */
interface LookingDesk extends Watched {
  look(key: Buffer, by: string): Result<Store>
  close(): void
  readonly store: Store
}

/** What says more about this second connection than about the question: the store is asked instead. */
const cannotSay: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['read-only', 'in-use', 'io-error', 'damaged', 'disk-full', 'locked', 'needs-upgrade', 'wrong-password', 'moved-away', 'internal'])

export function readerOf<D extends LookingDesk>(handlers: Handlers<D>, makeDesk: () => D, say: (message: ReaderMessage) => void): { open(order: ReaderOrder): boolean; ask(asked: Asked): void; close(): void } {
  let order: ReaderOrder | null = null
  let desk: D | null = null
  let before: Promise<unknown> = Promise.resolve()

  /** Nothing that was kept in memory outlives a change of the file: then the desk is laid anew. */
  const atOneMoment = (): D | null => {
    for (let tries = 0; tries < 3; tries++) {
      if (desk?.store.moment.begin() === true) return desk
      desk?.close()
      desk = order ? makeDesk() : null
      if (order && desk?.look(Buffer.from(order.key), order.by).ok !== true) desk = null
      if (desk === null) return null
    }
    return null
  }
  const answer = async ({ name, input }: Asked): Promise<Result<unknown>> => {
    const now = reading.has(name) ? atOneMoment() : null
    if (now === null) return fail('in-use')
    try {
      return await route(handlers, now, name, input)
    } finally {
      now.store.moment.end()
    }
  }

  return {
    open(given) {
      order = given
      const now = atOneMoment()
      now?.store.moment.end()
      if (now) say({ ready: true })
      return now !== null
    },
    ask(asked) {
      before = before.then(() => answer(asked)).catch(() => fail('internal')).then((result) => {
        say({ id: asked.id, turn: asked.turn, result: !result.ok && cannotSay.has(result.code) ? null : result })
      })
    },
    close() {
      desk?.close()
      desk = null
    },
  }
}
