/** A thread of age-threads.ts: encrypts or decrypts one stream after another. */
import { parentPort } from 'node:worker_threads'
import { decryptStream, encryptStream } from './age'
import type { AgeWork, FromThread, ToThread } from './age-threads'
import { chunkBytes } from './bytes'
import { ExchangeFault } from './fault'

const pieces: (Uint8Array | null)[] = []
/** Memory that came back. */
const spare: ArrayBuffer[] = []
let arrived = (): void => undefined

const say = (message: FromThread, memory: readonly ArrayBuffer[] = []): void => { parentPort?.postMessage(message, memory) }

/** The pieces of the stream that is being worked on; null ends it. */
async function* incoming(): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = pieces.shift()
    if (piece === null) return
    if (piece === undefined) await new Promise<void>((go) => { arrived = go })
    else {
      yield piece
      say({ taken: true })
    }
  }
}

/** Sends what was made on in pieces of a megabyte: a message costs more than a copy. */
async function send(made: AsyncIterable<Uint8Array>): Promise<void> {
  let memory: ArrayBuffer | undefined
  let filled = 0
  const push = (): void => {
    if (memory !== undefined && filled > 0) say({ piece: new Uint8Array(memory, 0, filled) }, [memory])
    memory = undefined
    filled = 0
  }
  for await (const piece of made) {
    for (let done = 0; done < piece.length;) {
      memory ??= spare.pop() ?? new ArrayBuffer(chunkBytes)
      const taken = Math.min(chunkBytes - filled, piece.length - done)
      new Uint8Array(memory).set(piece.subarray(done, done + taken), filled)
      filled += taken
      done += taken
      if (filled === chunkBytes) push()
    }
  }
  push()
}

/** What is no fault of the bytes or the key ends the thread, and whoever waits for it hears why. */
async function work(order: AgeWork): Promise<void> {
  try {
    await send('encrypt' in order ? encryptStream(incoming(), order.encrypt) : decryptStream(incoming(), order.decrypt))
    say({ end: true })
  } catch (error) {
    if (!(error instanceof ExchangeFault)) throw error
    say({ failure: error.failure })
  }
}

parentPort?.on('message', (message: ToThread) => {
  if ('begin' in message) void work(message.begin)
  else if ('spent' in message) spare.push(message.spent)
  else {
    pieces.push('piece' in message ? message.piece : null)
    arrived()
  }
})
