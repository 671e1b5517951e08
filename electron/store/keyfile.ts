/** `key.json` beside the database: the slots that hold its wrapped key. Without this file nothing can be read, so every backup carries it. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result'
import { parseSlots, unwrapKey, wrapKey, type KeySlot, type KeySlots, type SlotKind } from './key-slots'
import { writeDurably } from './write-durably'

export const keyfilePath = (dir: string): string => join(dir, 'key.json')

/** A fresh 256-bit database key. */
export const newKey = (): Buffer => randomBytes(32)

const write = (dir: string, slots: KeySlots): void => { writeDurably(keyfilePath(dir), `${JSON.stringify(slots, null, 1)}\n`) }

/** Writes the first slot. */
export function createKeyfile(dir: string, key: Buffer, password: string): void {
  write(dir, { format: 'zhen-key/1', slots: [wrapKey('password', key, password)] })
}

/** The slots as they stand; `no-store` when there is no such file. */
export function readKeyfile(dir: string): Result<KeySlots> {
  if (!existsSync(keyfilePath(dir))) return fail('no-store', { detail: { dir } })
  return parseSlots(readFileSync(keyfilePath(dir), 'utf8'))
}

/** The database key, by password or recovery code: `no-store`, `damaged`, `wrong-password`. */
export function unlockKeyfile(dir: string, secret: string): Result<Buffer> {
  const slots = readKeyfile(dir)
  return slots.ok ? unwrapKey(slots.value, secret) : slots
}

/** Whether a slot of this kind stands in the key file. */
export function hasSlot(dir: string, kind: SlotKind): boolean {
  const slots = readKeyfile(dir)
  return slots.ok && slots.value.slots.some((slot) => slot.kind === kind)
}

/** Sets the secret of one kind, replacing the slot of that kind; the data stays as it is. */
export function setSlot(dir: string, kind: SlotKind, key: Buffer, secret: string): Result<true> {
  const slots = readKeyfile(dir)
  if (!slots.ok) return slots
  write(dir, { format: 'zhen-key/1', slots: [...slots.value.slots.filter((slot) => slot.kind !== kind), wrapKey(kind, key, secret)] })
  return ok(true)
}

/** Takes the secret of one kind away. */
export function dropSlot(dir: string, kind: 'recovery'): void {
  const slots = readKeyfile(dir)
  if (slots.ok && hasSlot(dir, kind)) write(dir, { format: 'zhen-key/1', slots: slots.value.slots.filter((slot) => slot.kind !== kind) })
}

/** Changes the password: `wrong-password` when `old` opens no slot, neither the password's nor the recovery code's. */
export function changePassword(dir: string, old: string, fresh: string): Result<true> {
  const key = unlockKeyfile(dir, old)
  return key.ok ? setSlot(dir, 'password', key.value, fresh) : key
}

/** A code for the sealed envelope: 128 random bits in groups that can be read aloud. Its slot replaces the one before. */
export function makeRecoveryCode(dir: string, password: string): Result<string> {
  const key = unlockKeyfile(dir, password)
  if (!key.ok) return key
  const code = newCode()
  const set = setSlot(dir, 'recovery', key.value, code)
  return set.ok ? ok(code) : set
}

function newCode(): string {
  // No I, O, 0, 1: read from paper by a person.
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  return [...randomBytes(28)].map((byte) => letters[byte % 32] ?? '').join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** A password and a code that stand nowhere yet: two seconds of work, after which nothing has changed. */
export interface FreshSecrets {
  readonly code: string
  readonly slots: readonly KeySlot[]
}

/** Wraps the key anew, a secret a step. */
export function* freshSecrets(key: Buffer, password: string): Generator<undefined, FreshSecrets, undefined> {
  const code = newCode()
  const first = wrapKey('password', key, password)
  yield
  return { code, slots: [first, wrapKey('recovery', key, code)] }
}

/** Both slots in one write; the answer puts the ones of before back. */
export function replaceSecrets(dir: string, { slots }: FreshSecrets): Result<() => void> {
  const before = readKeyfile(dir)
  if (!before.ok) return before
  const kinds = slots.map((slot) => slot.kind)
  write(dir, { format: 'zhen-key/1', slots: [...before.value.slots.filter((slot) => !kinds.includes(slot.kind)), ...slots] })
  return ok(() => { write(dir, before.value) })
}
