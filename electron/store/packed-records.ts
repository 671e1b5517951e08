/**
 * JSON values packed so that thousands of alike ones are read fast: every text stands once, every list of keys stands once, and the values are
 * words of 32 bits that point at them. Unpacking makes the same values with the same keys in the same order, in less than half the time that
 * the parser of JSON needs for the long text, and equal texts (a deputy's id in a thousand attendances) are one text in memory.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** The lowest three bits of a word; the others count, point or are the number. */
const text = 0
const count = 1
const list = 2
const object = 3
/** A value that is rare (a fraction, a negative number, yes and no, nothing), as its JSON text. */
const odd = 4

const room = 2 ** 29
const word = 4

/** Index of each value in the order of its first appearance. */
class Once<T> {
  readonly all: T[] = []
  readonly #at = new Map<string, number>()

  index(name: string, value: T): number {
    const known = this.#at.get(name)
    if (known !== undefined) return known
    this.#at.set(name, this.all.length)
    return this.all.push(value) - 1
  }
}

/** Packs what a JSON text can say; a key without a value is left out, as JSON leaves it out. */
export function pack(value: unknown): Buffer {
  const texts = new Once<string>()
  const shapes = new Once<readonly string[]>()
  const words: number[] = []
  const put = (tag: number, at: number): void => { words.push(at * 8 + tag) }
  const add = (one: unknown): void => {
    if (typeof one === 'string') put(text, texts.index(one, one))
    else if (typeof one === 'number' && Number.isInteger(one) && one >= 0 && one < room && !Object.is(one, -0)) put(count, one)
    else if (typeof one !== 'object' || one === null) {
      const said = JSON.stringify(one)
      put(odd, texts.index(said, said))
    } else if (Array.isArray(one)) {
      put(list, one.length)
      one.forEach(add)
    } else {
      const kept = Object.entries(one).filter(([, inner]) => inner !== undefined)
      const keys = kept.map(([key]) => key)
      put(object, shapes.index(JSON.stringify(keys), keys))
      for (const [, inner] of kept) add(inner)
    }
  }
  add(value)
  const length = Buffer.alloc(word)
  length.writeUInt32LE(words.length)
  const tables = Buffer.from(JSON.stringify([texts.all, shapes.all]))
  return deflateRawSync(Buffer.concat([length, Buffer.from(Uint32Array.from(words).buffer), tables]), { level: 1 })
}

/** How many times its length packed values have unpacked; more of them come in several pieces. */
const oftenAtMost = 8
const leastPiece = 65_536

const wordsIn = (bytes: Buffer): Uint32Array => (bytes.byteOffset % word === 0 && bytes.length % word === 0 ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / word) : new Uint32Array(Uint8Array.from(bytes).buffer))

/** What was packed. Throws where the bytes are not of `pack`. */
export function unpack(packed: Buffer): unknown {
  // In one piece and not copied: what is thrown away here, several MB of a town, stays in memory while the office is at rest.
  const bytes = inflateRawSync(packed, { chunkSize: Math.max(leastPiece, packed.length * oftenAtMost) })
  const end = word + bytes.readUInt32LE(0) * word
  const words = wordsIn(bytes.subarray(word, end))
  const [texts, shapes] = JSON.parse(bytes.toString('utf8', end)) as readonly [readonly string[], readonly (readonly string[])[]]
  // A copy of a finished object keeps its layout; one that grows key by key would be turned into a slow dictionary.
  const blanks = shapes.map((keys) => JSON.parse(`{${keys.map((key) => `${JSON.stringify(key)}:null`).join()}}`) as Record<string, unknown>)
  let at = 0
  const textAt = (index: number): string => {
    const found = texts[index]
    if (found === undefined) throw new Error('packed values end too early')
    return found
  }
  const read = (): unknown => {
    const next = words[at++] ?? odd
    const index = next >>> 3
    switch (next & 7) {
      case text: return textAt(index)
      case count: return index
      case list: {
        const values: unknown[] = []
        for (let item = 0; item < index; item++) values.push(read())
        return values
      }
      case object: {
        const values = { ...blanks[index] }
        for (const key of shapes[index] ?? []) values[key] = read()
        return values
      }
      default: return JSON.parse(textAt(index))
    }
  }
  return read()
}
