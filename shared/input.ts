/**
 * Small parsers for what crosses the border between window, command line and store. Each says the path of the bad field; nothing
 * unknown passes. Record fields themselves are parsed by their declaration (records/parse-data), not here.
 */
import { fail, ok, type Result } from './result'

/** Reads an unknown value, or fails with `bad-input` and the path of what is wrong. */
export type Parser<T> = (value: unknown, path: string) => Result<T>
export type Parsed<P> = P extends Parser<infer T> ? T : never

const bad = (path: string, want: string) => fail('bad-input', { field: path || 'input', detail: { want } })

export const string = (max = 4000): Parser<string> => (value, path) =>
  typeof value === 'string' && value.length <= max ? ok(value) : bad(path, `text up to ${max}`)

export const nonEmpty = (max = 4000): Parser<string> => (value, path) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max ? ok(value) : bad(path, 'text')

export const integer = (min: number, max: number): Parser<number> => (value, path) =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? ok(value) : bad(path, `integer ${min}..${max}`)

export const boolean: Parser<boolean> = (value, path) => (typeof value === 'boolean' ? ok(value) : bad(path, 'true or false'))

/** A calendar day `YYYY-MM-DD`. */
export const day: Parser<string> = (value, path) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return bad(path, 'YYYY-MM-DD')
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? ok(value) : bad(path, 'YYYY-MM-DD')
}

export const oneOf = <const T extends readonly string[]>(...words: T): Parser<T[number]> => (value, path) =>
  typeof value === 'string' && words.includes(value) ? ok(value) : bad(path, words.join(' | '))

export const arrayOf = <T>(item: Parser<T>, max: number): Parser<readonly T[]> => (value, path) => {
  if (!Array.isArray(value) || value.length > max) return bad(path, `list of at most ${max}`)
  const out: T[] = []
  for (const [index, one] of value.entries()) {
    const parsed = item(one, `${path}[${index}]`)
    if (!parsed.ok) return parsed
    out.push(parsed.value)
  }
  return ok(out)
}

/** Bare values by key: the raw fields of a record, parsed later by its declaration. */
export const bag: Parser<Readonly<Record<string, unknown>>> = (value, path) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__')
    ? ok(value as Record<string, unknown>)
    : bad(path, 'object')

export const stringMap: Parser<Readonly<Record<string, string>>> = (value, path) => {
  const parsed = bag(value, path)
  if (!parsed.ok) return parsed
  return Object.values(parsed.value).every((one) => typeof one === 'string') ? ok(parsed.value as Record<string, string>) : bad(path, 'texts by key')
}

/** Marks a key of an object parser that may be left out. */
export const optional = <T>(parser: Parser<T>): Parser<T | undefined> & { readonly optional: true } =>
  Object.assign((value: unknown, path: string) => (value === undefined || value === null ? ok(undefined) : parser(value, path)), { optional: true as const })

type Shape = Readonly<Record<string, Parser<unknown>>>
type OptionalKeys<S extends Shape> = { [K in keyof S]: S[K] extends { readonly optional: true } ? K : never }[keyof S]
export type ShapeOf<S extends Shape> =
  { readonly [K in Exclude<keyof S, OptionalKeys<S>>]: Parsed<S[K]> } & { readonly [K in OptionalKeys<S>]?: Exclude<Parsed<S[K]>, undefined> }

/** An object of exactly these keys. */
export const object = <const S extends Shape>(shape: S): Parser<ShapeOf<S>> => (value, path) => {
  const given = bag(value ?? {}, path)
  if (!given.ok) return given
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(given.value)) if (!Object.hasOwn(shape, key)) return bad(path ? `${path}.${key}` : key, 'nothing by this name')
  for (const [key, parser] of Object.entries(shape)) {
    const parsed = parser(given.value[key], path ? `${path}.${key}` : key)
    if (!parsed.ok) return parsed
    if (parsed.value !== undefined) out[key] = parsed.value
  }
  return ok(out as ShapeOf<S>)
}

/** One command of the wire: how its input is read, and the type that it answers with. */
export interface Command<I, O> {
  readonly input: Parser<I>
  /** Never present: carries the output type. */
  readonly output?: O
}

/** Declares a command: `command<Output>()(inputParser)`. */
export const command = <O>() => <I>(input: Parser<I>): Command<I, O> => ({ input })
