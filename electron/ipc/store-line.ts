/**
 * The line from the window to the store's process, and the reader that answers in its place while the store is at work of one piece, such as
 * the commit of an import: a second process over the same file that can only read. As long as there is one it answers lists and searches anyway, so
 * that nobody waits for a piece of a long import. Pure of Electron, so that tests take the same way.
 *
 * Whatever a reader says stands behind the store: it is the state before the work or after it, never half of it; an answer that a change
 * has overtaken is asked for again; where there is no reader, or it cannot say, the question waits for the store.
 */
import type { StoreEvent } from '../../shared/contract'
import { fail, type Result } from '../../shared/result'
import type { ReaderOrder } from '../handlers/aside'
import { mustFollow, reading, readingLight } from './reading'

export type StoreMessage =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly event: StoreEvent }
  /** A reader is wanted soon, or no more. */
  | { readonly reader: ReaderOrder | null }
  /** The store begins or ends work in which it hears nothing. */
  | { readonly aside: boolean }

/** `turn` as it was asked in; `result` null = the reader cannot say. */
export type ReaderMessage = { readonly ready: true } | { readonly id: number; readonly turn: number; readonly result: Result<unknown> | null }

export interface Child {
  post(message: unknown): void
  kill(): void
}

export interface Processes {
  store(heard: (message: StoreMessage) => void, ended: () => void): Child
  reader(heard: (message: ReaderMessage) => void, ended: () => void): Child
}

interface Waiting {
  readonly name: string
  readonly input: unknown
  readonly answer: (result: Result<unknown>) => void
  /** Who has been asked. */
  at: 'store' | 'reader' | 'both'
  /** The reader could not say. */
  refused: boolean
}

export interface StoreLine {
  /** Starts the process ahead of the first question: it loads while the window does. */
  start(): void
  ask(name: string, input: unknown): Promise<Result<unknown>>
  /** Ends the process after it has closed the database. */
  close(): Promise<void>
}

/** The number of questions whose answers nobody waits for; their `turn` counts down. */
const warming = 0

/** Commands after which nobody may be answered until the store has heard of them. */
const shuts: ReadonlySet<string> = new Set(['office.lock', 'office.move', 'office.hand-over', 'office.unlock', 'office.recover', 'backup.restore'])

const isIdle = (input: unknown): boolean => typeof input === 'object' && input !== null && 'why' in input && input.why === 'idle'

export function storeLine(processes: Processes, tell: (event: StoreEvent) => void): StoreLine {
  const waiting = new Map<number, Waiting>()
  let store: Child | null = null
  let reader: { readonly child: Child; ready: boolean } | null = null
  let [closing, aside] = [false, false]
  /** Commands of `shuts` under way. */
  let shut = 0
  /** Grows whenever what a reader was asked before may be overtaken. */
  let [last, turn] = [0, 0]
  /** The last lists and searches that were asked for. */
  let recent: readonly { readonly name: string; readonly input: unknown }[] = []
  let ended = (): void => undefined

  const forReader = (id: number, one: Waiting): boolean =>
    reader?.ready === true && shut === 0 && (aside ? reading : readingLight).has(one.name) && !one.refused && ![...waiting].some(([other, before]) => other < id && mustFollow(one.name, before.name))
  const askStore = (id: number, { name, input }: Waiting): void => {
    store ??= processes.store(heardStore, storeEnded)
    store.post({ id, name, input })
  }
  const askReader = (id: number, { name, input }: Waiting): void => { reader?.child.post({ id, turn, name, input }) }

  /** Whatever waits is asked where it can be answered now. */
  const settle = (): void => {
    turn += 1
    for (const [id, one] of waiting) {
      if (forReader(id, one)) {
        if (one.at === 'store') one.at = 'both'
        askReader(id, one)
      } else if (one.at === 'reader') {
        one.at = 'store'
        askStore(id, one)
      } else one.at = 'store'
    }
  }
  const dismiss = (): void => {
    reader?.child.kill()
    reader = null
    settle()
  }
  const done = (id: number, one: Waiting, result: Result<unknown>): void => {
    waiting.delete(id)
    if (shuts.has(one.name)) shut -= 1
    one.answer(result)
  }

  function heardStore(message: StoreMessage): void {
    if ('event' in message) {
      tell(message.event)
      if (message.event.kind === 'changed' && reader !== null) settle()
    } else if ('aside' in message) {
      aside = message.aside
      settle()
    } else if ('reader' in message) {
      if (message.reader === null) dismiss()
      else if (reader === null && shut === 0 && !closing) callReader(message.reader)
    } else {
      const one = waiting.get(message.id)
      if (one) done(message.id, one, message.result)
    }
  }
  function callReader(order: ReaderOrder): void {
    const child = processes.reader((message) => { if (reader?.child === child) heardReader(message) }, () => {
      if (reader?.child !== child) return
      reader = null
      settle()
    })
    reader = { child, ready: false }
    child.post(order)
    order.key.fill(0)
  }
  function heardReader(message: ReaderMessage): void {
    // What the window looked at last is read once for nothing: the first question of a fresh process takes several times as long.
    if ('ready' in message) for (const [at, one] of recent.entries()) reader?.child.post({ ...one, id: warming, turn: recent.length - 1 - at })
    if ('ready' in message ? recent.length === 0 : message.id === warming && message.turn === 0) {
      if (reader) reader.ready = true
      settle()
    }
    if ('ready' in message || message.id === warming) return
    const one = waiting.get(message.id)
    if (!one || one.at === 'store' || message.turn !== turn) return
    if (message.result !== null) {
      done(message.id, one, message.result)
      return
    }
    one.refused = true
    if (one.at === 'reader') askStore(message.id, one)
    one.at = 'store'
  }
  function storeEnded(): void {
    store = null
    aside = false
    reader?.child.kill()
    reader = null
    for (const [id, one] of [...waiting]) done(id, one, fail('internal', { detail: { why: 'store process ended' } }))
    if (closing) ended()
    else tell({ kind: 'locked', why: 'crashed' })
  }

  return {
    start() {
      if (!closing) store ??= processes.store(heardStore, storeEnded)
    },
    ask(name, input) {
      if (closing) return Promise.resolve(fail('locked'))
      const id = ++last
      return new Promise((answer) => {
        const one: Waiting = { name, input, answer, at: 'store', refused: false }
        waiting.set(id, one)
        if (shuts.has(name)) {
          shut += 1
          recent = []
          dismiss()
          // Whoever leaves does not wait for the work to end: the window hides everything now, and the store says so again.
          if (name === 'office.lock' && aside) tell({ kind: 'locked', why: isIdle(input) ? 'idle' : 'asked' })
        }
        if (readingLight.has(name) && reader === null) recent = [...recent, { name, input }].slice(-3)
        if (forReader(id, one)) {
          one.at = 'reader'
          askReader(id, one)
        } else askStore(id, one)
      })
    },
    close() {
      closing = true
      dismiss()
      const ending = store
      if (!ending) return Promise.resolve()
      return new Promise((gone) => {
        const patience = setTimeout(() => { ending.kill() }, 5000)
        ended = () => {
          clearTimeout(patience)
          gone()
        }
        ending.post({ id: 0, name: 'close', input: null })
      })
    },
  }
}
