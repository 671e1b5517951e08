/**
 * Canonical JSON: keys sorted by UTF-16 code unit, no spaces, JSON.stringify's escapes. Two programs that hold the same values write
 * the same bytes, so a hash names the content. Floats, lone surrogates, text that is not NFC and keys that could reach a prototype
 * are refused instead of being written in some way.
 */
import type { Data } from '../fields'
import { fail, ok, type Result } from '../result'
import { limits } from './limits'

export type WireScalar = string | number | boolean | null
export type WireValue = WireScalar | readonly WireValue[] | { readonly [key: string]: WireValue }
/** The values of one version as they travel: flatter than JSON, see `limits.nesting`. */
export type WireData = Readonly<Record<string, WireValue>>

/** Why a value has no canonical form; `path` leads to it, keys and indexes joined by dots. */
export interface CanonFault {
  readonly reason: 'not-an-integer' | 'lone-surrogate' | 'not-nfc' | 'bad-key' | 'too-deep' | 'array-too-long' | 'text-too-long' | 'bad-value'
  readonly path: string
}

const keyShape = /^[A-Za-z][A-Za-z0-9_]{0,63}$/
const reservedKeys: ReadonlySet<string> = new Set(['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'])
const loneSurrogate = /\p{Surrogate}/u
// Everything below U+0300 is NFC by itself, so the slow look is only taken where it can find something.
const mayNotBeNfc = /[\u0300-\uffff]/

/** Whether `key` may name a field: letters, digits and `_`, nothing that an object inherits. */
export const isFieldKey = (key: string): boolean => keyShape.test(key) && !reservedKeys.has(key)

function textFault(text: string): CanonFault | null {
  if (text.length > limits.text) return { reason: 'text-too-long', path: '' }
  if (!mayNotBeNfc.test(text)) return null
  if (loneSurrogate.test(text)) return { reason: 'lone-surrogate', path: '' }
  return text.normalize('NFC') === text ? null : { reason: 'not-nfc', path: '' }
}

/** The way to a fault is put together on the way back: nearly all values have none. */
const under = (step: string | number, { reason, path }: CanonFault): CanonFault => ({ reason, path: path === '' ? String(step) : `${String(step)}.${path}` })

/** Keys in order. What was read from canonical text has them in order already. */
function inOrder(keys: string[]): readonly string[] {
  for (let i = 1; i < keys.length; i++) if ((keys[i] ?? '') < (keys[i - 1] ?? '')) return keys.sort()
  return keys
}

function write(value: unknown, depth: number): string | CanonFault {
  if (typeof value === 'string') return textFault(value) ?? JSON.stringify(value)
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : { reason: 'not-an-integer', path: '' }
  if (typeof value === 'boolean') return String(value)
  if (value === null) return 'null'
  if (typeof value !== 'object') return { reason: 'bad-value', path: '' }
  if (depth > limits.nesting) return { reason: 'too-deep', path: '' }
  if (!Array.isArray(value)) return writeObject(value as Readonly<Record<string, unknown>>, depth)
  if (value.length > limits.array) return { reason: 'array-too-long', path: '' }
  let text = ''
  for (let i = 0; i < value.length; i++) {
    const part = write(value[i], depth + 1)
    if (typeof part !== 'string') return under(i, part)
    text += i === 0 ? part : `,${part}`
  }
  return `[${text}]`
}

function writeObject(object: Readonly<Record<string, unknown>>, depth: number): string | CanonFault {
  const keys = Object.keys(object)
  if (keys.length > limits.keys) return { reason: 'array-too-long', path: '' }
  let text = ''
  for (const key of inOrder(keys)) {
    const value = object[key]
    if (value === undefined) continue
    if (!isFieldKey(key)) return { reason: 'bad-key', path: key.slice(0, 64) }
    const part = write(value, depth + 1)
    if (typeof part !== 'string') return under(key, part)
    text += text === '' ? `"${key}":${part}` : `,"${key}":${part}`
  }
  return `{${text}}`
}

/**
 * The canonical text of `value`, or why it has none. `depth` is the level that the value stands on: 1 for a whole line, 2 for the data
 * of a version.
 */
export function canonOrFault(value: unknown, depth = 1): string | CanonFault {
  return write(value, depth)
}

/** Whether a value that was read from JSON is canonical but for its text: no fault, and every key in its place. */
function isInForm(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return textFault(value) === null
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth > limits.nesting) return false
  if (Array.isArray(value)) return value.length <= limits.array && value.every((item) => isInForm(item, depth + 1))
  const keys = Object.keys(value)
  if (keys.length > limits.keys) return false
  let before = ''
  for (const key of keys) {
    if (key < before || !isFieldKey(key) || !isInForm((value as Readonly<Record<string, unknown>>)[key], depth + 1)) return false
    before = key
  }
  return true
}

/** The same for a value that JSON.parse gave: nearly always it is in form, and then the engine's own writer says the same in a third of the time. */
export const canonOfParsed = (value: unknown, depth = 1): string | CanonFault => (isInForm(value, depth) ? JSON.stringify(value) : write(value, depth))

/** The canonical text of `value` as a Result: `bad-text` with the reason, the path as `field`. */
export function canon(value: unknown, depth = 1): Result<string> {
  const text = canonOrFault(value, depth)
  return typeof text === 'string' ? ok(text) : fail('bad-text', { field: text.path, detail: { reason: text.reason } })
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(tidy)
  return typeof value === 'object' && value !== null ? tidyData(value as Data) : value
}

/**
 * What an author writes: text in NFC, and empty fields absent, so that "never filled" and "emptied" are the same content and hash.
 * Whether the result may be sent is `canon`'s question.
 */
export function tidyData(data: Data): WireData {
  const clean: [string, WireValue][] = []
  for (const [key, value] of Object.entries(data)) {
    if (value !== undefined && value !== null) clean.push([key, tidy(value) as WireValue])
  }
  // fromEntries defines own properties, so even a hostile "__proto__" stays data and is refused by its name.
  return Object.fromEntries(clean)
}
