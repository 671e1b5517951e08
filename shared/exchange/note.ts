/**
 * Signed notes (C2SP signed-note): a text that ends in a line end, an empty line, then one line `— <key name> <base64>` with four bytes of
 * key id and the signature of the text. Used for the seal of a package and for the certificates of computers. Only the text side is
 * here; signing and checking need a crypto library and live with it.
 */
import { fail, ok, type Result } from '../result'

export interface Note {
  /** The signed text, with its last line end. */
  readonly text: string
  readonly keyName: string
  /** base64 of four bytes key id and the signature. */
  readonly signature: string
}

const nameShape = /^[a-z0-9/]{1,100}$/
const signatureLine = /^\u2014 ([a-z0-9/]{1,100}) ([A-Za-z0-9+/]{91}=)\n$/

/** Name of a key: the office and the computer that hold it. */
export const keyNameOf = (org: string, device: string): string => `zhenpack/${org}/${device}`

/** The text of a note. */
export const encodeNote = (note: Note): string => `${note.text}\n\u2014 ${note.keyName} ${note.signature}\n`

/** Splits a note with exactly one signature; anything else, however near, is `bad-seal`. */
export function parseNote(raw: string): Result<Note> {
  const cut = raw.lastIndexOf('\n\n')
  if (cut < 0) return fail('bad-seal', { detail: { reason: 'no-signature' } })
  const text = raw.slice(0, cut + 1)
  const match = signatureLine.exec(raw.slice(cut + 2))
  const [, keyName, signature] = match ?? []
  if (keyName === undefined || signature === undefined || !nameShape.test(keyName)) return fail('bad-seal', { detail: { reason: 'no-signature' } })
  return ok({ text, keyName, signature })
}
