/**
 * age in threads of their own: the cipher is most of the work of a package with attachments, and there another core does it while this one
 * reads, hashes and writes. Memory is handed over and back, not copied. Two threads at most; they end when nothing has come for a while,
 * and never keep a program from ending.
 */
import { Worker } from 'node:worker_threads'
import type { Failure } from '../../shared/result'
import { decryptStream, encryptStream, type AgeKey, type AgeTarget } from './age'
import { chunkBytes } from './bytes'
import { ExchangeFault, fault } from './fault'

/** What a thread does with one stream; it is told nothing else, and of keys only those of this stream. */
export type AgeWork = { readonly encrypt: AgeTarget } | { readonly decrypt: AgeKey }
export type ToThread = { readonly begin: AgeWork } | { readonly piece: Uint8Array } | { readonly end: true } | { readonly spent: ArrayBuffer }
export type FromThread = { readonly taken: true } | { readonly piece: Uint8Array<ArrayBuffer> } | { readonly end: true } | { readonly failure: Failure }

type Pieces = AsyncIterable<Uint8Array>

/**
 * As `encryptStream` and `decryptStream`, with three differences: a piece that comes in is given away (its memory may go to the thread), a
 * piece that comes out is the reader's until it asks for the next, and no stream may read from another, since both would need a thread.
 * A thread that dies is the fault `internal`, with what it died of.
 */
export interface Age {
  encrypt(plain: Pieces, target: AgeTarget): AsyncGenerator<Uint8Array>
  decrypt(cipher: Pieces, key: AgeKey): AsyncGenerator<Uint8Array>
}

/** Bytes that a thread may be ahead of whoever reads: half a long scan, with which both threads always have something to do. */
const bytesAhead = 8 * chunkBytes
/** Pieces on their way to a thread. */
const piecesAhead = 4
const idleMs = 2000
/** Pieces of 64 KiB are all the garbage of a thread: a small nursery takes them back soon, which saves 35 MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 2 }

interface Thread {
  readonly worker: Worker
  heard: (message: FromThread) => void
  died: (why: string) => void
}

const nobody = { heard: () => undefined, died: () => undefined }

interface Threads {
  take(): Promise<Thread>
  /** For the next stream. */
  give(thread: Thread): void
  /** In the middle of a stream: what it holds is of no use to the next. */
  stop(thread: Thread): void
}

function threadsOf(file: URL, most: number): Threads {
  const idle: Thread[] = []
  const waiting: ((thread: Thread) => void)[] = []
  let alive = 0
  let rest: NodeJS.Timeout | undefined

  const start = (): Thread => {
    const thread: Thread = { worker: new Worker(file, { resourceLimits }), ...nobody }
    alive += 1
    thread.worker.on('message', (message: FromThread) => { thread.heard(message) })
    thread.worker.on('error', (error) => { thread.died(error.message) })
    thread.worker.on('exit', (code) => {
      alive -= 1
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1)
      thread.died(`exit ${String(code)}`)
      waiting.shift()?.(start())
    })
    return thread
  }
  const end = (): void => { for (const { worker } of idle.splice(0)) void worker.terminate() }
  return {
    take: () => new Promise((given) => {
      const thread = idle.pop() ?? (alive < most ? start() : null)
      thread?.worker.ref()
      if (thread) given(thread)
      else waiting.push(given)
    }),
    give(thread) {
      Object.assign(thread, nobody)
      const next = waiting.shift()
      if (next) {
        next(thread)
        return
      }
      thread.worker.unref()
      idle.push(thread)
      clearTimeout(rest)
      rest = setTimeout(end, idleMs).unref()
    },
    stop(thread) {
      Object.assign(thread, nobody)
      void thread.worker.terminate()
    },
  }
}

/** The memory of a piece, where nothing else lies in it; else that of a copy. */
const alone = (piece: Uint8Array): Uint8Array<ArrayBuffer> =>
  piece.buffer instanceof ArrayBuffer && piece.byteLength === piece.buffer.byteLength ? piece as Uint8Array<ArrayBuffer> : Uint8Array.from(piece)

async function* through(threads: Threads, work: AgeWork, source: Pieces): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array<ArrayBuffer>[] = []
  const now: { thread: Thread | null; failed: Error | null; end: boolean; over: boolean; bytes: number; untaken: number } = { thread: null, failed: null, end: false, over: false, bytes: 0, untaken: 0 }
  const waiting: (() => void)[] = []
  const changed = (): void => { for (const go of waiting.splice(0)) go() }
  const change = (): Promise<void> => new Promise((go) => { waiting.push(go) })
  const fails = (error: Error): void => {
    now.failed ??= error
    changed()
  }
  const say = (message: ToThread, memory: readonly ArrayBuffer[] = []): void => { now.thread?.worker.postMessage(message, memory) }

  const heard = (message: FromThread): void => {
    if ('taken' in message) now.untaken -= 1
    else if ('piece' in message) now.bytes += ready[ready.push(message.piece) - 1]?.length ?? 0
    else if ('end' in message) now.end = true
    else now.failed ??= new ExchangeFault(message.failure)
    changed()
  }
  const feed = async (): Promise<void> => {
    try {
      const thread = await threads.take()
      now.thread = thread
      thread.heard = heard
      thread.died = (why) => { fails(fault('internal', { part: 'age', what: `the thread of age died: ${why}` })) }
      say({ begin: work })
      for await (const piece of source) {
        while (!now.over && (now.untaken >= piecesAhead || now.bytes >= bytesAhead)) await change()
        if (now.over) return
        now.untaken += 1
        const whole = alone(piece)
        say({ piece: whole }, [whole.buffer])
      }
      say({ end: true })
    } catch (error) {
      fails(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const fed = feed()
  try {
    for (;;) {
      if (now.failed !== null) throw now.failed
      const piece = ready.shift()
      if (piece === undefined) {
        if (now.end) return
        await change()
        continue
      }
      now.bytes -= piece.length
      changed()
      yield piece
      say({ spent: piece.buffer }, [piece.buffer])
    }
  } finally {
    now.over = true
    changed()
    // Leaving early must close the file behind the stream.
    await fed
    if (now.thread === null) return
    if (now.end && now.failed === null) threads.give(now.thread)
    else threads.stop(now.thread)
  }
}

/** age in up to `most` threads that run `file`, the built age-worker. */
export function ageThreads(file: URL, most = 2): Age {
  const threads = threadsOf(file, most)
  return {
    encrypt: (plain, target) => through(threads, { encrypt: target }, plain),
    decrypt: (cipher, key) => through(threads, { decrypt: key }, cipher),
  }
}

/** Run from its sources, as the tests do, there is no built thread; a built program without its thread says so when it needs it. */
const fromSources = import.meta.url.endsWith('.ts')

/** age for attachments. */
export const ageApart: Age = fromSources ? { encrypt: encryptStream, decrypt: decryptStream } : ageThreads(new URL('./age-worker.js', import.meta.url))
