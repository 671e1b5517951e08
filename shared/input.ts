/**
 * Small parsers for what crosses the border between window, command line and store. Each says the path of the bad field; nothing
 * unknown passes. Record fields themselves are parsed by their declaration (records/parse-data), not here.
 */
import { fail, ok, type Result } from './result'

/** What a parser takes, as data: from it tests make inputs of every kind for every command. */
export type InputShape =
  | { readonly kind: 'string'; readonly max: number; readonly empty: boolean }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'boolean' | 'day' | 'bag' | 'texts' }
  | { readonly kind: 'one-of'; readonly words: readonly string[] }
  | { readonly kind: 'list'; readonly item: InputShape; readonly max: number }
  | { readonly kind: 'optional'; readonly of: InputShape }
  | { readonly kind: 'object'; readonly keys: Readonly<Record<string, InputShape>> }

type Read<T> = (value: unknown, path: string) => Result<T>

/** Reads an unknown value, or fails with `bad-input` and the path of what is wrong. */
export type Parser<T> = Read<T> & { readonly shape: InputShape }
export type Parsed<P> = P extends Parser<infer T> ? T : never

const taking = <T>(shape: InputShape, read: Read<T>): Parser<T> => Object.assign(read, { shape })

const bad = (path: string, want: string) => fail('bad-input', { field: path || 'input', detail: { want } })

export const string = (max = 4000): Parser<string> => taking({ kind: 'string', max, empty: true }, (value, path) =>
  typeof value === 'string' && value.length <= max ? ok(value) : bad(path, `text up to ${max}`))

export const nonEmpty = (max = 4000): Parser<string> => taking({ kind: 'string', max, empty: false }, (value, path) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max ? ok(value) : bad(path, 'text'))

export const integer = (min: number, max: number): Parser<number> => taking({ kind: 'integer', min, max }, (value, path) =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? ok(value) : bad(path, `integer ${min}..${max}`))

export const boolean: Parser<boolean> = taking<boolean>({ kind: 'boolean' }, (value, path) => (typeof value === 'boolean' ? ok(value) : bad(path, 'true or false')))

/** A calendar day `YYYY-MM-DD`. */
export const day: Parser<string> = taking<string>({ kind: 'day' }, (value, path) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return bad(path, 'YYYY-MM-DD')
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? ok(value) : bad(path, 'YYYY-MM-DD')
})

export const oneOf = <const T extends readonly string[]>(...words: T): Parser<T[number]> => taking<T[number]>({ kind: 'one-of', words }, (value, path) =>
  typeof value === 'string' && words.includes(value) ? ok(value) : bad(path, words.join(' | ')))

export const arrayOf = <T>(item: Parser<T>, max: number): Parser<readonly T[]> => taking<readonly T[]>({ kind: 'list', item: item.shape, max }, (value, path) => {
  if (!Array.isArray(value) || value.length > max) return bad(path, `list of at most ${max}`)
  const out: T[] = []
  for (const [index, one] of value.entries()) {
    const parsed = item(one, `${path}[${index}]`)
    if (!parsed.ok) return parsed
    out.push(parsed.value)
  }
  return ok(out)
})

/** Whether a bag can be kept as text: what crosses the border between processes may also be a BigInt, or hold itself. */
export function isPlain(value: unknown): boolean {
  try {
    return typeof JSON.stringify(value) === 'string'
  } catch {
    // Stringify says "no" by throwing: a BigInt, a ring, a thousand levels.
    return false
  }
}

/** Bare values by key: the raw fields of a record, parsed later by its declaration. */
export const bag: Parser<Readonly<Record<string, unknown>>> = taking<Readonly<Record<string, unknown>>>({ kind: 'bag' }, (value, path) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__')
    ? ok(value as Record<string, unknown>)
    : bad(path, 'object'))

export const stringMap: Parser<Readonly<Record<string, string>>> = taking<Readonly<Record<string, string>>>({ kind: 'texts' }, (value, path) => {
  const parsed = bag(value, path)
  if (!parsed.ok) return parsed
  return Object.values(parsed.value).every((one) => typeof one === 'string') ? ok(parsed.value as Record<string, string>) : bad(path, 'texts by key')
})

/** Marks a key of an object parser that may be left out. */
export const optional = <T>(parser: Parser<T>): Parser<T | undefined> & { readonly optional: true } =>
  Object.assign((value: unknown, path: string) => (value === undefined || value === null ? ok(undefined) : parser(value, path)), { optional: true as const, shape: { kind: 'optional', of: parser.shape } as const })

/** The value or null, where null says something: a rule that is off. */
export const orNull = <T>(parser: Parser<T>): Parser<T | null> => taking<T | null>({ kind: 'optional', of: parser.shape }, (value, path) => (value === null ? ok(null) : parser(value, path)))

type Parsers = Readonly<Record<string, Parser<unknown>>>
type OptionalKeys<S extends Parsers> = { [K in keyof S]: S[K] extends { readonly optional: true } ? K : never }[keyof S]
export type ShapeOf<S extends Parsers> =
  { readonly [K in Exclude<keyof S, OptionalKeys<S>>]: Parsed<S[K]> } & { readonly [K in OptionalKeys<S>]?: Exclude<Parsed<S[K]>, undefined> }

/** An object of exactly these keys. */
export const object = <const S extends Parsers>(parsers: S): Parser<ShapeOf<S>> => taking<ShapeOf<S>>({ kind: 'object', keys: Object.fromEntries(Object.entries(parsers).map(([key, parser]) => [key, parser.shape])) }, (value, path) => {
  const given = bag(value ?? {}, path)
  if (!given.ok) return given
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(given.value)) if (!Object.hasOwn(parsers, key)) return bad(path ? `${path}.${key}` : key, 'nothing by this name')
  for (const [key, parser] of Object.entries(parsers)) {
    const parsed = parser(given.value[key], path ? `${path}.${key}` : key)
    if (!parsed.ok) return parsed
    if (parsed.value !== undefined) out[key] = parsed.value
  }
  return ok(out as ShapeOf<S>)
})

/** One command of the wire: how its input is read, and the type that it answers with. */
export interface Command<I, O> {
  readonly input: Parser<I>
  /** Never present: carries the output type. */
  readonly output?: O
}

/** Declares a command: `command<Output>()(inputParser)`. */
export const command = <O>() => <I>(input: Parser<I>): Command<I, O> => ({ input })
