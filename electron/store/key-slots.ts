/**
 * The database key is random; each slot holds it wrapped by something a person has: the password, or a recovery code. Changing the
 * password rewrites a slot and never the data. scrypt stretches the secret, AES-256-GCM wraps the key (both are in Node and Electron).
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/result'

export type SlotKind = 'password' | 'recovery'

export interface KeySlot {
  readonly kind: SlotKind
  /** scrypt parameters of the computer that made the slot; `salt` and the rest are base64. */
  readonly n: number
  readonly r: number
  readonly p: number
  readonly salt: string
  readonly iv: string
  readonly tag: string
  readonly key: string
}

export interface KeySlots {
  readonly format: 'zhen-key/1'
  readonly slots: readonly KeySlot[]
}

const floor = 2 ** 15
/** 256 MiB of memory: more would hurt an old office computer. */
const ceiling = 2 ** 18
const targetMs = 1000

const stretch = (secret: Buffer, salt: Buffer, n: number, r: number, p: number): Buffer =>
  scryptSync(secret, salt, 32, { N: n, r, p, maxmem: 256 * n * r + 2 ** 20 })

/** scrypt's N for a computer that takes so many milliseconds at the floor: half a second to a second, never below the floor and never above what its memory bears. */
export const roundsFor = (ms: number): number => Math.min(ceiling, floor * 2 ** Math.max(0, Math.floor(Math.log2(targetMs / ms))))

function msAtFloor(): number {
  const start = process.hrtime.bigint()
  stretch(Buffer.from('calibrate'), randomBytes(16), floor, 8, 1)
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** scrypt's N so that one try takes about a second on this computer, measured now; ZHEN_SCRYPT_N overrides it in tests. */
export function calibrate(): number {
  const set = Number(process.env['ZHEN_SCRYPT_N'])
  if (Number.isInteger(set) && set >= 2 && Number.isInteger(Math.log2(set))) return set
  // The better of two: a moment in which the computer does something else must not make the lock weaker for years.
  return roundsFor(Math.min(msAtFloor(), msAtFloor()))
}

/** A recovery code may be typed in any case, with blanks and hyphens. */
const secretBytes = (kind: SlotKind, secret: string): Buffer =>
  Buffer.from(kind === 'recovery' ? secret.replace(/[\s-]/g, '').toUpperCase() : secret.normalize('NFC'), 'utf8')

const boundTo = (kind: SlotKind): Buffer => Buffer.from(`zhen-key/1|${kind}`)

export function wrapKey(kind: SlotKind, key: Buffer, secret: string, n = calibrate()): KeySlot {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', stretch(secretBytes(kind, secret), salt, n, 8, 1), iv)
  cipher.setAAD(boundTo(kind))
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()])
  return { kind, n, r: 8, p: 1, salt: salt.toString('base64'), iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), key: wrapped.toString('base64') }
}

function tryNow(slot: KeySlot, secret: string): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', stretch(secretBytes(slot.kind, secret), Buffer.from(slot.salt, 'base64'), slot.n, slot.r, slot.p), Buffer.from(slot.iv, 'base64'))
  decipher.setAAD(boundTo(slot.kind))
  decipher.setAuthTag(Buffer.from(slot.tag, 'base64'))
  try {
    return Buffer.concat([decipher.update(Buffer.from(slot.key, 'base64')), decipher.final()])
  } catch {
    // GCM says "no" by throwing: this secret does not open this slot.
    return null
  }
}

/** The database key, by whichever slot the secret opens; `wrong-password` when none. */
export function unwrapKey(slots: KeySlots, secret: string): Result<Buffer> {
  for (const slot of slots.slots) {
    const key = tryNow(slot, secret)
    if (key) return ok(key)
  }
  return fail('wrong-password')
}

const isBase64 = (value: unknown, bytes: number): boolean => typeof value === 'string' && Buffer.from(value, 'base64').length === bytes

function isSlot(value: unknown): value is KeySlot {
  if (typeof value !== 'object' || value === null) return false
  const slot = value as Partial<KeySlot>
  const { n, r, p } = slot
  if (typeof n !== 'number' || typeof r !== 'number' || typeof p !== 'number') return false
  // A forged file must not make the app ask for all memory.
  const sane = Number.isInteger(Math.log2(n)) && n <= 2 ** 20 && r >= 1 && r <= 16 && p >= 1 && p <= 4
  return sane && (slot.kind === 'password' || slot.kind === 'recovery') && isBase64(slot.salt, 16) && isBase64(slot.iv, 12) && isBase64(slot.tag, 16) && isBase64(slot.key, 32)
}

/** Reads slots from JSON; `damaged` when it is none of ours. Slots of kinds that a later version adds are kept out of the way. */
export function parseSlots(text: string): Result<KeySlots> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Not JSON: the same answer as for JSON of another shape.
    value = null
  }
  const file = value as { readonly format?: unknown; readonly slots?: unknown } | null
  if (file?.format !== 'zhen-key/1' || !Array.isArray(file.slots)) return fail('damaged', { detail: { part: 'key' } })
  const slots = (file.slots as readonly unknown[]).filter(isSlot)
  return slots.length > 0 ? ok({ format: 'zhen-key/1', slots }) : fail('damaged', { detail: { part: 'key' } })
}
