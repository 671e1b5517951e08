/**
 * What a file is, by its content and never by its name: the allow-list of attachments. What is not on it, and Office files that carry
 * macros, are refused, because attachments of others are opened with the programs of this computer.
 */
/** What is looked at: an open file, or bytes in memory. */
export interface ReadableBytes {
  stat(): Promise<{ readonly size: number }>
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>
}

/** Bytes in memory, read like a file. */
export const bytesInMemory = (bytes: Buffer): ReadableBytes => ({
  stat: () => Promise.resolve({ size: bytes.length }),
  read: (buffer, offset, length, position) => Promise.resolve({ bytesRead: position >= bytes.length ? 0 : bytes.copy(buffer, offset, position, position + length) }),
})

export interface FileKind {
  readonly ext: string
  readonly mime: string
}

const office = 'application/vnd.openxmlformats-officedocument'

const kinds = {
  jpg: 'image/jpeg', png: 'image/png', gif: 'image/gif', webp: 'image/webp', bmp: 'image/bmp', heic: 'image/heic', tif: 'image/tiff',
  pdf: 'application/pdf', ofd: 'application/ofd', docx: `${office}.wordprocessingml.document`, xlsx: `${office}.spreadsheetml.sheet`, pptx: `${office}.presentationml.presentation`,
  doc: 'application/msword', xls: 'application/vnd.ms-excel', ppt: 'application/vnd.ms-powerpoint', wps: 'application/vnd.ms-works', et: 'application/vnd.ms-excel', dps: 'application/vnd.ms-powerpoint',
  json: 'application/json', mp4: 'video/mp4', mov: 'video/quicktime', m4a: 'audio/mp4', mp3: 'audio/mpeg', wav: 'audio/wav', amr: 'audio/amr',
} as const
type Ext = keyof typeof kinds

/** The ending for a kind that was taken in; `bin` for one that is not on the list. */
export const extensionOf = (mime: string): string => Object.entries(kinds).find(([, one]) => one === mime)?.[0] ?? 'bin'

const kind = (ext: Ext): FileKind => ({ ext, mime: kinds[ext] })

async function bytesAt(file: ReadableBytes, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, offset)
  return bytes.subarray(0, bytesRead)
}

const begins = (head: Buffer, ...bytes: readonly number[]): boolean => bytes.every((byte, i) => head[i] === byte)
const ascii = (head: Buffer, from: number, to: number): string => head.toString('latin1', from, to)

/** Names of the entries of a ZIP, from its directory at the end. */
async function zipNames(file: ReadableBytes, size: number): Promise<readonly string[]> {
  const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > tail.length) return []
  const directory = await bytesAt(file, tail.readUInt32LE(end + 16), Math.min(tail.readUInt32LE(end + 12), 4 * 1024 * 1024))
  const names: string[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50;) {
    const length = directory.readUInt16LE(at + 28)
    names.push(directory.toString('latin1', at + 46, at + 46 + length))
    at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return names
}

async function zipKind(file: ReadableBytes, size: number): Promise<FileKind | null> {
  const names = await zipNames(file, size)
  if (names.some((name) => /vbaproject\.bin$/i.test(name))) return null
  if (names.includes('OFD.xml')) return kind('ofd')
  if (!names.includes('[Content_Types].xml')) return null
  const folder = (['word', 'xl', 'ppt'] as const).find((one) => names.some((name) => name.startsWith(`${one}/`)))
  return folder ? kind(({ word: 'docx', xl: 'xlsx', ppt: 'pptx' } as const)[folder]) : null
}

/** The old Office files share one container; which program it is for only the name tells. */
const oldOffice = (name: string): FileKind | null => {
  const ext = /\.(doc|xls|ppt|wps|et|dps)$/i.exec(name)?.[1]?.toLowerCase()
  return ext === undefined ? null : kind(ext as Ext)
}

const brands: Readonly<Record<string, Ext>> = { heic: 'heic', heix: 'heic', mif1: 'heic', 'qt  ': 'mov', 'M4A ': 'm4a' }

/** The kind of an open file; null = not on the list. `name` only chooses between kinds that share a container. */
export async function sniffFile(file: ReadableBytes, name: string): Promise<FileKind | null> {
  const { size } = await file.stat()
  const head = await bytesAt(file, 0, 64)
  if (begins(head, 0xff, 0xd8, 0xff)) return kind('jpg')
  if (begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return kind('png')
  if (/^GIF8[79]a/.test(ascii(head, 0, 6))) return kind('gif')
  if (ascii(head, 0, 5) === '%PDF-') return kind('pdf')
  if (ascii(head, 0, 4) === 'RIFF') return ascii(head, 8, 12) === 'WEBP' ? kind('webp') : ascii(head, 8, 12) === 'WAVE' ? kind('wav') : null
  if (begins(head, 0x42, 0x4d) && head.length > 26 && head.readUInt32LE(2) === size) return kind('bmp')
  if (begins(head, 0x49, 0x49, 0x2a, 0x00) || begins(head, 0x4d, 0x4d, 0x00, 0x2a)) return kind('tif')
  if (ascii(head, 4, 8) === 'ftyp') return kind(brands[ascii(head, 8, 12)] ?? 'mp4')
  if (ascii(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)) return kind('mp3')
  if (ascii(head, 0, 5) === '#!AMR') return kind('amr')
  // The figures of a report that was signed off: our own file, and plain text.
  if (ascii(head, 0, 15) === '{"zhen":"frozen') return kind('json')
  if (begins(head, 0x50, 0x4b, 0x03, 0x04)) return zipKind(file, size)
  if (begins(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return oldOffice(name)
  return null
}
