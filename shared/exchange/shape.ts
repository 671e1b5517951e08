/**
 * Readers of JSON that came from outside: each takes an unknown value and gives a typed one, or `damaged` with the path of what is wrong.
 * Unknown keys are left out, so that an older reader can read what a newer writer adds.
 */
import { fail, ok, type Failure, type Result } from '../result'

export type Reader<T> = (value: unknown, path: string) => Result<T>
type Read<R> = R extends Reader<infer T> ? T : never

const bad = (path: string, reason: string): Failure => fail('damaged', { field: path, detail: { part: 'json', reason } })

// Control characters and the signs that turn the direction of text could make a name read as another one.
const hostile = /[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** One line of text that people see: at most `max` UTF-16 units, no control or direction signs. */
export const line = (max: number): Reader<string> => (value, path) =>
  typeof value === 'string' && value.length <= max && !hostile.test(value) ? ok(value) : bad(path, 'text')

/** Several lines of text. */
export const lines = (max: number): Reader<string> => (value, path) =>
  typeof value === 'string' && value.length <= max && !hostile.test(value.replaceAll(/[\n\t]/g, '')) ? ok(value) : bad(path, 'text')

/** Text of a fixed shape. */
export const shaped = (shape: RegExp): Reader<string> => (value, path) =>
  typeof value === 'string' && value.length <= 65_536 && shape.test(value) ? ok(value) : bad(path, 'shape')

/** One of the given words. */
export const word = <const W extends string>(...words: readonly W[]): Reader<W> => (value, path) =>
  typeof value === 'string' && (words as readonly string[]).includes(value) ? ok(value as W) : bad(path, 'word')

/** A whole number from 0 (or `from`) to 2^53 - 1. */
export const count = (from = 0): Reader<number> => (value, path) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= from ? ok(value) : bad(path, 'number')

export const flag: Reader<boolean> = (value, path) => (typeof value === 'boolean' ? ok(value) : bad(path, 'flag'))

/** A list of at most `max` entries. */
export const listOf = <T>(item: Reader<T>, max: number): Reader<readonly T[]> => (value, path) => {
  if (!Array.isArray(value) || value.length > max) return bad(path, 'list')
  const list: T[] = []
  for (let i = 0; i < value.length; i++) {
    const one = item(value[i], `${path}.${i}`)
    if (!one.ok) return one
    list.push(one.value)
  }
  return ok(list)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Numbers by name, at most `max` of them. */
export const numbersBy = (key: RegExp, max: number): Reader<Readonly<Record<string, number>>> => (value, path) => {
  if (!isObject(value)) return bad(path, 'object')
  const entries = Object.entries(value)
  if (entries.length > max) return bad(path, 'object')
  const wrong = entries.find(([name, n]) => !key.test(name) || typeof n !== 'number' || !Number.isSafeInteger(n))
  return wrong === undefined ? ok(Object.fromEntries(entries) as Readonly<Record<string, number>>) : bad(`${path}.${wrong[0].slice(0, 40)}`, 'number')
}

/** The value where there is one; absent and null are undefined. */
export const optional = <T>(inner: Reader<T>): Reader<T | undefined> => (value, path) =>
  value === undefined || value === null ? ok(undefined) : inner(value, path)

/** An object with these keys; `optional` ones may be absent, others must be there, further ones are left out. */
export const object = <const S extends Readonly<Record<string, Reader<unknown>>>>(shape: S): Reader<{ readonly [K in keyof S]: Read<S[K]> }> => (value, path) => {
  if (!isObject(value)) return bad(path, 'object')
  const read: [string, unknown][] = []
  for (const [key, reader] of Object.entries(shape)) {
    const one = reader(Object.hasOwn(value, key) ? value[key] : undefined, path === '' ? key : `${path}.${key}`)
    if (!one.ok) return one
    if (one.value !== undefined) read.push([key, one.value])
  }
  return ok(Object.fromEntries(read) as { readonly [K in keyof S]: Read<S[K]> })
}

/** JSON text read through `reader`; `damaged` when it is no JSON. */
export function readJson<T>(text: string, reader: Reader<T>): Result<T> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The engine's words would carry content into a log.
    return bad('', 'not-json')
  }
  return reader(value, '')
}

/** JSON with sorted keys for what a writer makes itself (header, manifest): the same values give the same bytes. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${parts.map(([key, v]) => `${JSON.stringify(key)}:${stableJson(v)}`).join(',')}}`
}
