/**
 * A backup is ONE file, `.zrb`: the line `zhen-renda-backup/1`, the length of the header (4 bytes, big-endian), the header as JSON (whose
 * it is, when, how much, and the key slots as they stood), the encrypted database as it is, and SHA-256 of everything before. The slots
 * ride along, so the password of that day opens it on any computer; without it the file says no more than whose it is.
 */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, ok, type Result } from '../../shared/result'
import { Refused } from './failure'
import { parseSlots, type KeySlots } from './key-slots'
import { readBack } from './read-back'
import { renamePatiently } from './rename-patiently'
import type { Step } from './steps'
import { syncFolder } from './write-durably'

const magic = Buffer.from('zhen-renda-backup/1\n')
const mostHeader = 64 * 1024
const chunk = 1024 * 1024

export interface BackupHeader {
  readonly made_at: string
  readonly office: { readonly role: string; readonly code: string; readonly name: string; readonly practice?: true }
  readonly schema: number
  readonly records: number
  /** Length of the database within the file. */
  readonly bytes: number
  readonly key: KeySlots
}

function pump(from: number, offset: number, length: number, each: (piece: Buffer) => void): boolean {
  const buffer = Buffer.alloc(chunk)
  let left = length
  let at = offset
  while (left > 0) {
    const got = readSync(from, buffer, 0, Math.min(chunk, left), at)
    if (got === 0) return false
    each(buffer.subarray(0, got))
    at += got
    left -= got
  }
  return true
}

function writeAll(handle: number, piece: Buffer): void {
  // writeSync may take less than it was given, as on a full disk just before it says so.
  for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at, piece.length - at)
}

interface Packed {
  /** Of the database within it. */
  readonly bytes: number
  /** Up to the sum. */
  readonly length: number
  readonly sum: string
}

/** Reads the half file again as it lies on the disk. Throws `io-error` where it is not what was written. */
function* checked(partial: string, { bytes, length, sum }: Packed): Generator<Step, void, undefined> {
  const reading = readBack(partial, length)
  try {
    for (let next = reading.next(); ; next = reading.next()) {
      if (next.done !== true) yield { done: Math.min(bytes - 1, Math.floor((bytes + next.value) / 2)), total: bytes }
      else if (next.value === sum) return
      else throw new Refused(fail('io-error', { detail: { stage: 'read-back' } }))
    }
  } finally {
    reading.return('')
  }
}

/**
 * Packs a copied database into a backup under its partial name, synced and read again, a piece a step. Throws what the disk throws, and `io-error` where
 * it keeps other bytes than it was given; cut off or left, it leaves no partial file.
 */
export function* packBackup(database: string, to: string, header: Omit<BackupHeader, 'bytes'>): Generator<Step, number, undefined> {
  const partial = `${to}.partial`
  let whole = false
  let packed: Packed
  const source = openSync(database, 'r')
  try {
    const target = openSync(partial, 'w', 0o600)
    try {
      const bytes = fstatSync(source).size
      const text = Buffer.from(JSON.stringify({ ...header, bytes } satisfies BackupHeader))
      const length = Buffer.alloc(4)
      length.writeUInt32BE(text.length)
      const hash = createHash('sha256')
      const put = (piece: Buffer): void => {
        hash.update(piece)
        writeAll(target, piece)
      }
      for (const piece of [magic, length, text]) put(piece)
      for (let at = 0; at < bytes; at += chunk) {
        yield { done: Math.floor(at / 2), total: bytes }
        pump(source, at, Math.min(chunk, bytes - at), put)
      }
      const sum = hash.digest()
      writeAll(target, sum)
      fsyncSync(target)
      packed = { bytes, length: magic.length + 4 + text.length + bytes, sum: sum.toString('hex') }
    } finally {
      closeSync(target)
    }
    yield* checked(partial, packed)
    whole = true
    return packed.length + 32
  } finally {
    closeSync(source)
    if (!whole) rmSync(partial, { force: true })
  }
}

/** Gives the packed file its name. */
export function finishBackup(to: string): void {
  try {
    renamePatiently(`${to}.partial`, to)
  } catch (error) {
    rmSync(`${to}.partial`, { force: true })
    throw error
  }
  syncFolder(dirname(to))
}

const isHeader = (value: unknown): value is BackupHeader => {
  if (typeof value !== 'object' || value === null) return false
  const { made_at, office, schema, records, bytes } = value as Partial<BackupHeader>
  return typeof made_at === 'string' && typeof office === 'object' && typeof schema === 'number' && typeof records === 'number' && typeof bytes === 'number' && bytes > 0
}

interface Opened {
  readonly header: BackupHeader
  readonly start: number
  readonly hash: Hash
}

function readHead(handle: number, size: number): Result<Opened> {
  const head = Buffer.alloc(magic.length + 4)
  if (readSync(handle, head, 0, head.length, 0) < head.length || !head.subarray(0, magic.length).equals(magic)) return fail('not-a-backup')
  const length = head.readUInt32BE(magic.length)
  const start = head.length + length
  if (length > mostHeader) return fail('not-a-backup')
  if (start + 32 > size) return fail('truncated')
  const text = Buffer.alloc(length)
  readSync(handle, text, 0, length, head.length)
  let value: unknown
  try {
    value = JSON.parse(text.toString('utf8'))
  } catch {
    // Begins like a backup but is none that can be read.
    return fail('damaged', { detail: { part: 'header' } })
  }
  if (!isHeader(value)) return fail('damaged', { detail: { part: 'header' } })
  const slots = parseSlots(JSON.stringify(value.key ?? null))
  if (!slots.ok) return slots
  if (start + value.bytes + 32 !== size) return fail(start + value.bytes + 32 > size ? 'truncated' : 'damaged', { detail: { part: 'length' } })
  return ok({ header: { ...value, key: slots.value }, start, hash: createHash('sha256').update(head).update(text) })
}

/** Whether something else stands there, which a backup of that name would destroy; an empty file holds nothing to lose. */
export function isForeign(file: string): boolean {
  if (!existsSync(file) || !statSync(file).isFile() || statSync(file).size === 0) return false
  const handle = openSync(file, 'r')
  try {
    const start = Buffer.alloc(magic.length)
    readSync(handle, start, 0, start.length, 0)
    return !start.equals(magic)
  } finally {
    closeSync(handle)
  }
}

/** The header of a backup: `file-not-found`, `not-a-backup`, `truncated`, `damaged`. */
export const readBackupHeader = (file: string): Result<BackupHeader> => unpack(file, null)

/** Writes the database of a backup to `to`, checking every byte: the same failures. */
export const unpackBackup = (file: string, to: string): Result<BackupHeader> => unpack(file, to)

function unpack(file: string, to: string | null): Result<BackupHeader> {
  const source = openSync(file, 'r')
  try {
    const size = fstatSync(source).size
    const opened = readHead(source, size)
    if (!opened.ok || to === null) return opened.ok ? ok(opened.value.header) : opened
    const { header, start, hash } = opened.value
    const target = openSync(to, 'w', 0o600)
    try {
      pump(source, start, header.bytes, (piece) => {
        hash.update(piece)
        writeAll(target, piece)
      })
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
    const sum = Buffer.alloc(32)
    readSync(source, sum, 0, 32, size - 32)
    if (hash.digest().equals(sum)) return ok(header)
    rmSync(to, { force: true })
    return fail('damaged', { detail: { part: 'sum' } })
  } finally {
    closeSync(source)
  }
}
