/**
 * age v1 streams. The library is pure JavaScript (Electron's crypto has no ChaCha20-Poly1305) and takes about 6 ms a MiB: attachments go
 * through threads (age-threads.ts).
 */
import { limits } from '../../shared/exchange/limits'
import { ExchangeFault, fault } from './fault'

/** Whom a part is encrypted to: recipients (`age1…`), or a passphrase with its work factor (base-2 logarithm). */
export type AgeTarget = { readonly recipients: readonly string[] } | { readonly passphrase: string; readonly workFactor: number }
/** What may open it. */
export type AgeKey = { readonly identities: readonly string[] } | { readonly passphrase: string }

/** Loaded when first used: the office opens and works without it. */
export const ageLibrary = () => import('age-encryption')

type Bytes = Uint8Array<ArrayBuffer>

/** 2^18 takes about a second and 256 MB; a file that asks for more is refused. */
const greatestWorkFactor = 18
export const inviteWorkFactor = 18

function webStream(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ReadableStream<Bytes> {
  const iterator = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]()
  return new ReadableStream<Bytes>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value as Bytes)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  let finished = false
  try {
    for (;;) {
      const next = await reader.read()
      if (next.done) {
        finished = true
        return
      }
      if (next.value.length > 0) yield next.value
    }
  } finally {
    // Leaving early must close the file behind the stream; an error there is the one that is already on its way.
    if (!finished) await reader.cancel().catch(() => undefined)
  }
}

/** Encrypts a stream. */
export async function* encryptStream(plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, target: AgeTarget): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await ageLibrary()
  const encrypter = new Encrypter()
  if ('passphrase' in target) {
    encrypter.setPassphrase(target.passphrase)
    encrypter.setScryptWorkFactor(target.workFactor)
  } else {
    for (const recipient of new Set(target.recipients)) encrypter.addRecipient(recipient)
  }
  yield* piecesOf(await encrypter.encrypt(webStream(plain)))
}

/** Reads ahead until the age header is whole, so that the library never buffers more than the header's limit. */
async function withHeader(cipher: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0)
  for (;;) {
    const text = Buffer.from(head.subarray(0, limits.ageHeader)).toString('latin1')
    const mac = text.indexOf('\n---')
    if (mac >= 0 && text.includes('\n', mac + 4)) {
      const work = /\n-> scrypt \S+ (\d+)\n/.exec(text)?.[1]
      if (work !== undefined && Number(work) > greatestWorkFactor) throw fault('damaged', { part: 'age', reason: 'work-factor' })
      return head
    }
    if (head.length >= limits.ageHeader) throw fault('damaged', { part: 'age', reason: 'header' })
    const next = await cipher.next()
    if (next.done === true) throw fault('damaged', { part: 'age', reason: 'header' })
    head = Buffer.concat([head, next.value])
  }
}

/**
 * Decrypts a stream. Throws `bad-key` when it was not encrypted to any of the keys, `damaged` for anything else that is wrong. Each piece
 * is authentic, but only the end of the stream says that it is whole.
 */
export async function* decryptStream(cipher: AsyncIterable<Uint8Array>, key: AgeKey): AsyncGenerator<Uint8Array> {
  const iterator = cipher[Symbol.asyncIterator]()
  const failed: { own: Error | null } = { own: null }
  let nobody = false
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      yield await withHeader(iterator)
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
    } catch (error) {
      failed.own = error instanceof Error ? error : new Error(String(error))
      throw failed.own
    }
  }
  const { Decrypter } = await ageLibrary()
  const decrypter = new Decrypter()
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase)
  else for (const identity of key.identities) decrypter.addIdentity(identity)
  // Asked last, and only when no key before it matched.
  decrypter.addIdentity({ unwrapFileKey: () => { nobody = true; return null } })
  try {
    yield* piecesOf(await decrypter.decrypt(webStream(whole())))
  } catch (error) {
    if (failed.own !== null) throw failed.own
    if (error instanceof ExchangeFault) throw error
    throw fault(nobody ? 'bad-key' : 'damaged', { part: 'age' })
  } finally {
    await iterator.return?.()
  }
}
