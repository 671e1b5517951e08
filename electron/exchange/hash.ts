/** SHA-256 with Node's crypto, in the shape that the shared code takes. */
import { createHash, hash, type Hash } from 'node:crypto'

const ofText = (text: string | Uint8Array): string => hash('sha256', text, 'hex')

/** SHA-256 of a text (UTF-8) or of bytes, hex; `.stream()` gives one that is fed piece by piece. */
export const sha256Hex = Object.assign(ofText, { stream: (): Hash => createHash('sha256') })
