/** Reads a command line into words, flags and switches; knows nothing of what the commands do. */
import { fail, ok, type Result } from '../../shared/result'

/** A list of words: the flag takes one of them. */
export type FlagKind = 'text' | 'int' | 'switch' | 'many' | readonly string[]

export interface Spec {
  /** Shown on wrong usage, e.g. `get ID --data DIR`. */
  readonly usage: string
  readonly words: { readonly min: number; readonly max: number }
  readonly flags: Readonly<Record<string, FlagKind>>
  /** Flags that the command cannot do without. */
  readonly needs?: readonly string[]
}

export interface Arguments {
  readonly words: readonly string[]
  text(flag: string): string | undefined
  int(flag: string): number | undefined
  many(flag: string): readonly string[]
  has(flag: string): boolean
}

/** Flags that every command takes. */
const everywhere: Readonly<Record<string, FlagKind>> = { data: 'text', now: 'text', 'password-file': 'text', by: 'text' }

/** Splits `argv` by the spec, or fails with `usage` saying which word is wrong. `--flag value` and `--flag=value` are the same. */
export function readArguments(argv: readonly string[], spec: Spec): Result<Arguments> {
  const wrong = (word: string, why: string) => fail('usage', { field: word, detail: { why, usage: spec.usage } })
  const kinds = { ...everywhere, ...spec.flags }
  const words: string[] = []
  const values = new Map<string, string[]>()
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? ''
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name, inline] = splitFlag(word.slice(2))
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    if (!kind) return wrong(word, 'unknown flag')
    if (kind === 'switch') {
      if (inline !== undefined) return wrong(word, 'takes no value')
      values.set(name, ['true'])
      continue
    }
    const value = inline ?? argv[++at]
    if (value === undefined) return wrong(word, 'needs a value')
    if (kind === 'int' && !/^-?\d{1,15}$/.test(value)) return wrong(word, 'needs a whole number')
    if (typeof kind === 'object' && !kind.includes(value)) return wrong(word, `takes ${kind.join(' or ')}`)
    if (kind !== 'many' && values.has(name)) return wrong(word, 'given twice')
    values.set(name, [...(values.get(name) ?? []), value])
  }
  if (words.length < spec.words.min) return wrong('', 'something is missing')
  const missing = spec.needs?.find((name) => (values.get(name)?.[0] ?? '') === '')
  if (missing !== undefined) return wrong(`--${missing}`, 'needs a value')
  if (words.length > spec.words.max) return wrong(words[spec.words.max] ?? '', 'one word too many')
  return ok({
    words,
    text: (flag) => values.get(flag)?.[0],
    int: (flag) => (values.has(flag) ? Number(values.get(flag)?.[0]) : undefined),
    many: (flag) => values.get(flag) ?? [],
    has: (flag) => values.has(flag),
  })
}

function splitFlag(word: string): [string, string | undefined] {
  const equals = word.indexOf('=')
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)]
}
