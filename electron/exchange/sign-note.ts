/** Signing and checking of signed notes (shared/exchange/note.ts) with Ed25519. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { encodeNote, parseNote, type Note } from '../../shared/exchange/note'
import { fail, ok, type Result } from '../../shared/result'
import { signatureFits, signBytes } from './keys'

// Signature type of Ed25519 in the notes' key id.
const ed25519 = 0x01

function keyId(keyName: string, publicKey: string): Buffer {
  return createHash('sha256').update(keyName, 'utf8').update(Uint8Array.of(0x0a, ed25519)).update(Buffer.from(publicKey, 'base64')).digest().subarray(0, 4)
}

export interface NoteKey {
  readonly keyName: string
  /** base64 */
  readonly sign: string
  /** PKCS #8 DER, base64 */
  readonly signPrivate: string
}

/** The note that says `text` (which must end in a line end) with the key's signature. */
export function signNote(text: string, key: NoteKey): string {
  const signature = signBytes(Buffer.from(text, 'utf8'), key.signPrivate)
  return encodeNote({ text, keyName: key.keyName, signature: Buffer.concat([keyId(key.keyName, key.sign), signature]).toString('base64') })
}

/** Checks a parsed note under the expected key; `bad-seal` for another name, another key or a signature that does not fit. */
export function checkNote(note: Note, keyName: string, publicKey: string): Result<string> {
  const bytes = Buffer.from(note.signature, 'base64')
  const fits = note.keyName === keyName && bytes.length === 68 && timingSafeEqual(bytes.subarray(0, 4), keyId(keyName, publicKey)) &&
    signatureFits(Buffer.from(note.text, 'utf8'), bytes.subarray(4), publicKey)
  return fits ? ok(note.text) : fail('bad-seal', { detail: { reason: 'signature' } })
}

/** Splits and checks a note. */
export function openNote(raw: string, keyName: string, publicKey: string): Result<string> {
  const note = parseNote(raw)
  return note.ok ? checkNote(note.value, keyName, publicKey) : note
}
