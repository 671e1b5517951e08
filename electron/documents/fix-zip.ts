/**
 * Office files are ZIP archives whose writers put the clock into every entry and into docProps. Equal content must be equal bytes, so the
 * clocks are set to one moment: in the headers, and by the replaced text where an entry is stored or deflated again.
 */
import { deflateRawSync, inflateRawSync, crc32 as zlibCrc32 } from 'node:zlib'

const stamp = '2000-01-01T00:00:00Z'

export interface Entry {
  readonly name: Buffer
  readonly method: number
  readonly data: Buffer
  readonly crc: number
  readonly size: number
}

function crc32(bytes: Buffer): number {
  if (typeof zlibCrc32 === 'function') return zlibCrc32(bytes)
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return ~crc >>> 0
}

/** Entries by the archive's directory, still packed. Throws where there is none. */
export const zipEntries = (bytes: Uint8Array): readonly Entry[] => entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))

function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    const nameLength = zip.readUInt16LE(at + 28)
    const packed = zip.readUInt32LE(at + 20)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    entries.push({ name: zip.subarray(at + 46, at + 46 + nameLength), method: zip.readUInt16LE(at + 10), data: zip.subarray(start, start + packed), crc: zip.readUInt32LE(at + 16), size: zip.readUInt32LE(at + 24) })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

function withText(entry: Entry, text: string): Entry {
  const bytes = Buffer.from(text, 'utf8')
  return { ...entry, data: entry.method === 8 ? deflateRawSync(bytes) : bytes, crc: crc32(bytes), size: bytes.length }
}

/** What to make of the text of an entry. */
export type Change = (text: string) => string

const fixedTime: Change = (text) => text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`)

/** Changed entries get their text, entries with a time inside (docProps/core.xml) the fixed one. */
function steady(entry: Entry, changes: Readonly<Record<string, Change>>): Entry {
  const name = entry.name.toString('utf8')
  const change = changes[name] ?? (name.startsWith('docProps/') ? fixedTime : undefined)
  if (!change) return entry
  const plain = entry.method === 8 ? inflateRawSync(entry.data) : entry.data
  return withText(entry, change(plain.toString('utf8')))
}

const header = (entry: Entry, central: boolean, offset: number): Buffer => {
  const fixed = Buffer.alloc(central ? 46 : 30)
  fixed.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0)
  const base = central ? 6 : 4
  if (central) fixed.writeUInt16LE(20, 4)
  fixed.writeUInt16LE(20, base)
  fixed.writeUInt16LE(0x0800, base + 2)
  fixed.writeUInt16LE(entry.method, base + 4)
  // 1 January 2000, midnight.
  fixed.writeUInt16LE(0, base + 6)
  fixed.writeUInt16LE((20 << 9) | (1 << 5) | 1, base + 8)
  fixed.writeUInt32LE(entry.crc, base + 10)
  fixed.writeUInt32LE(entry.data.length, base + 14)
  fixed.writeUInt32LE(entry.size, base + 18)
  fixed.writeUInt16LE(entry.name.length, base + 22)
  if (central) fixed.writeUInt32LE(offset, 42)
  return fixed
}

/** The same archive with fixed times and the text of some entries changed, entries in the same order. */
export function fixZip(bytes: Uint8Array, changes: Readonly<Record<string, Change>> = {}): Uint8Array {
  const entries = entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).map((entry) => steady(entry, changes))
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const local = [header(entry, false, 0), entry.name, entry.data]
    central.push(header(entry, true, offset), entry.name)
    offset += local.reduce((sum, part) => sum + part.length, 0)
    parts.push(...local)
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, directory, end]))
}
