/**
 * The one ZIP layout that a package may have: every entry Stored, sizes in front, constant times, nothing extra. A reader rebuilds these
 * bytes from what it understood and compares, so every byte of a file is either an entry's content or one of these.
 */

/** Order of the entries: fixed ones, then the optional parts, then the seal. */
export const entryNames = {
  mimetype: 'mimetype',
  header: 'header.json',
  readme: 'README.txt',
  records: 'records.age',
  private: 'private.age',
  seal: 'seal.txt',
  relayed: (n: number): string => `private/${n}.age`,
  relayedSeal: (n: number): string => `private/${n}.seal`,
  blob: (n: number): string => `blobs/${n}.age`,
} as const

export const mimetype = 'application/vnd.zhenpack+zip'

export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly crc: number
  /** Where the entry's local header begins. */
  readonly at: number
}

export const localFixed = 30
export const centralFixed = 46
export const endFixed = 22

/** Where the content of an entry begins. */
export const dataAt = (e: Pick<ZipEntry, 'at' | 'name'>): number => e.at + localFixed + e.name.length

// 1980-01-01 00:00, the earliest time that ZIP knows.
const dosDate = 0x0021
const version = 10

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

/** Local header of an entry; the same bytes for the same name, size and CRC-32. */
export function localHeader(e: Pick<ZipEntry, 'name' | 'size' | 'crc'>): Uint8Array {
  const bytes = new Uint8Array(localFixed + e.name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x04034b50, true)
  view.setUint16(4, version, true)
  view.setUint16(12, dosDate, true)
  view.setUint32(14, e.crc, true)
  view.setUint32(18, e.size, true)
  view.setUint32(22, e.size, true)
  view.setUint16(26, e.name.length, true)
  bytes.set(ascii(e.name), localFixed)
  return bytes
}

/** Entry of the central directory. */
export function centralHeader(e: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(centralFixed + e.name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, version, true)
  view.setUint16(6, version, true)
  view.setUint16(14, dosDate, true)
  view.setUint32(16, e.crc, true)
  view.setUint32(20, e.size, true)
  view.setUint32(24, e.size, true)
  view.setUint16(28, e.name.length, true)
  view.setUint32(42, e.at, true)
  bytes.set(ascii(e.name), centralFixed)
  return bytes
}

/** End record: number of entries, size and place of the central directory. */
export function endRecord(count: number, size: number, at: number): Uint8Array {
  const bytes = new Uint8Array(endFixed)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, at, true)
  return bytes
}
