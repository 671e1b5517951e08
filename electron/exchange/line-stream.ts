/** Lines out of bytes, and bytes out of gzip, both with bounds: nothing grows because a file asks for it. */
import { Readable, type Transform } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { limits } from '../../shared/exchange/limits'
import { fault } from './fault'

/** A line, or why it is none: an error of that line alone. */
export type Line = { readonly text: string } | { readonly fault: 'too-long' | 'not-utf8' }

const newline = 0x0a
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    // Bytes that are no UTF-8 are an expected content of a foreign file.
    return null
  }
}

const lineOf = (bytes: Uint8Array): Line => {
  const text = decode(bytes)
  return text === null ? { fault: 'not-utf8' } : { text }
}

function split(block: Uint8Array): readonly Line[] {
  const all = decode(block)
  if (all !== null) return all.split('\n').map((text) => ({ text }))
  const lines: Line[] = []
  for (let from = 0; from <= block.length;) {
    const to = block.indexOf(newline, from)
    const end = to < 0 ? block.length : to
    lines.push(lineOf(block.subarray(from, end)))
    from = end + 1
  }
  return lines
}

/**
 * The lines of a byte stream, in batches. The first line may be `firstLimit` bytes long, later ones `limit`; a longer one is passed over
 * and given as a fault. Throws `damaged` when the last line has no end.
 */
export async function* lineBatches(bytes: AsyncIterable<Uint8Array>, firstLimit: number, limit: number): AsyncGenerator<readonly Line[]> {
  let rest: Uint8Array[] = []
  let held = 0
  let tooLong = false
  let max = firstLimit
  for await (const piece of bytes) {
    const batch: Line[] = []
    let from = 0
    const first = piece.indexOf(newline)
    if (first >= 0) {
      // The line that began in earlier pieces ends here.
      const size = held + first
      batch.push(tooLong || size > max ? { fault: 'too-long' } : lineOf(Buffer.concat([...rest, piece.subarray(0, first)])))
      max = limit
      from = first + 1
      const last = piece.lastIndexOf(newline)
      if (last > first) batch.push(...split(piece.subarray(from, last)))
      from = last + 1
      rest = []
      held = 0
      tooLong = false
    }
    const tail = piece.subarray(from)
    held += tail.length
    if (held > max) tooLong = true
    // Of a line that is too long only its length is kept.
    if (tooLong) rest = []
    else if (tail.length > 0) rest.push(tail)
    if (batch.length > 0) yield batch
  }
  if (held > 0) throw fault('damaged', { part: 'lines', reason: 'no-line-end' })
}

/** Packs text lines: each gets its line end, about 256 KiB go through gzip at a time. */
export async function* gzipLines(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  async function* blocks(): AsyncGenerator<Buffer> {
    let held: string[] = []
    let size = 0
    for await (const line of lines) {
      held.push(line)
      size += line.length
      if (size >= 262_144) {
        yield Buffer.from(`${held.join('\n')}\n`, 'utf8')
        held = []
        size = 0
      }
    }
    if (held.length > 0) yield Buffer.from(`${held.join('\n')}\n`, 'utf8')
  }
  yield* through(blocks(), createGzip({ level: 6 }))
}

async function* through(source: AsyncIterable<Uint8Array>, transform: Transform): AsyncGenerator<Uint8Array> {
  const input = Readable.from(source, { objectMode: false, highWaterMark: 65_536 })
  let failed: unknown = null
  // The error must reach the reader of the transform, or it would wait for ever.
  input.once('error', (error) => {
    failed = error
    transform.destroy(error)
  })
  input.pipe(transform)
  try {
    for await (const piece of transform) yield piece as Uint8Array
  } catch (error) {
    throw failed ?? error
  } finally {
    input.destroy()
  }
}

const isZlibError = (error: unknown): boolean => error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')

/**
 * Unpacks gzip. Throws `too-big` above 8 GiB or 100 : 1 (looked at from 4 MiB on), `damaged` for anything that is no gzip.
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let taken = 0
  let given = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of packed) {
      taken += piece.length
      yield piece
    }
  }
  try {
    for await (const piece of through(counted(), createGunzip({ chunkSize: 262_144 }))) {
      given += piece.length
      if (given > limits.unpacked || (given > limits.ratioFrom && given > taken * limits.ratio)) throw fault('too-big', { part: 'gzip', unpacked: given })
      yield piece
    }
  } catch (error) {
    if (isZlibError(error)) throw fault('damaged', { part: 'gzip' })
    throw error
  }
}
