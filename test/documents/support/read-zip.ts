/** Entries of a ZIP file by their name, read from its directory. */
import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly text: string
  /** DOS date and time as stored. */
  readonly stamp: readonly [date: number, time: number]
}

export function readZip(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  let at = zip.readUInt32LE(end + 16)
  const entries = new Map<string, ZipEntry>()
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    const plain = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed
    entries.set(zip.toString('utf8', at + 46, at + 46 + nameLength), { text: plain.toString('utf8'), stamp: [zip.readUInt16LE(at + 14), zip.readUInt16LE(at + 12)] })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

export const partOf = (bytes: Uint8Array, name: string): string => readZip(bytes).get(name)?.text ?? ''
