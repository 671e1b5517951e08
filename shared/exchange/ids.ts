/**
 * Ids are 128 random bits, or the start of a hash where a record is named by its key, written as 26 letters and digits of base32
 * (RFC 4648, lower case, no padding): safe in file names, readable aloud, of one length.
 */
import { fail, ok, type Result } from '../result'
import { canon } from './canon'

/** SHA-256 of the UTF-8 bytes of `text`, 64 lower-case hex digits. A parameter, because this code runs without Node. */
export type Sha256 = (text: string) => string

const letters = 'abcdefghijklmnopqrstuvwxyz234567'
// Ids are read and written by the ten thousand, so both ways go by tables: two letters for ten bits, five bits for a letter's code.
const pairs: readonly string[] = Array.from({ length: 1024 }, (_, value) => `${letters[value >>> 5] ?? ''}${letters[value & 31] ?? ''}`)
const digits = new Uint8Array(128)
for (let value = 0; value < 32; value++) digits[letters.charCodeAt(value)] = value

/** Bytes in base32. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += letters[(held >>> bits) & 31] ?? ''
    }
  }
  return bits > 0 ? text + (letters[(held << (5 - bits)) & 31] ?? '') : text
}

/** An id from 16 random bytes. */
export const idFrom = (bytes: Uint8Array): string => base32(bytes.subarray(0, 16))

/** Whether `text` is the id of a version or package: 26 base32 digits whose two spare bits are zero. */
export const isId = (text: string): boolean => /^[a-z2-7]{25}[aeimquy4]$/.test(text)

/** Whether `text` can name a record: an id, or the cut hash of a key, which may use the two spare bits. */
export const isUid = (text: string): boolean => /^[a-z2-7]{26}$/.test(text)

/** Writes the 16 bytes of `id` into `target` at `offset`; false when `id` is none. */
export function writeId(id: string, target: Uint8Array, offset: number): boolean {
  if (!isId(id)) return false
  let bits = 0
  let held = 0
  let at = offset
  for (let i = 0; i < 26; i++) {
    held = ((held << 5) | (digits[id.charCodeAt(i)] ?? 0)) & 0xfff
    bits += 5
    if (bits >= 8 && at < offset + 16) {
      bits -= 8
      target[at] = (held >>> bits) & 0xff
      at += 1
    }
  }
  return true
}

/** The 16 bytes of an id; `bad-input` when it is none. */
export function idBytes(id: string): Result<Uint8Array> {
  const bytes = new Uint8Array(16)
  return writeId(id, bytes, 0) ? ok(bytes) : fail('bad-input', { detail: { id } })
}

/** The id of 16 bytes within a longer list. */
export function idAt(list: Uint8Array, offset: number): string {
  let text = ''
  let bits = 0
  let held = 0
  for (let i = offset; i < offset + 16; i++) {
    held = ((held << 8) | (list[i] ?? 0)) & 0x1ffff
    bits += 8
    if (bits >= 10) {
      bits -= 10
      text += pairs[(held >>> bits) & 1023] ?? ''
    }
  }
  // Eight bits are left, and two spare ones.
  return text + (pairs[(held << 2) & 1023] ?? '')
}

function hexBytes(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  return bytes
}

/**
 * The uid of a record that is named by its key (attendance, score, budget …): two computers that fill the same line meet in one record.
 * It is base32(SHA-256(canon(["zp", org, type, ...key]))), cut to 26. Key parts are strings, integers, flags or null for empty.
 */
export function keyedUid(sha256: Sha256, org: string, type: string, key: readonly (string | number | boolean | null)[]): Result<string> {
  const parts = key.map((part) => (typeof part === 'string' ? part.normalize('NFC') : part))
  const text = canon(['zp', org, type, ...parts])
  return text.ok ? ok(base32(hexBytes(sha256(text.value))).slice(0, 26)) : text
}
