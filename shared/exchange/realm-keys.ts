/**
 * A later generation of a county's keys: a signed note of the generation before it, so that whoever knows one follows the chain to the newest.
 * The first generation is that of the invitation. The notes ride in the clear header of receipts, because the seal is checked with what they say.
 */
import { fail, ok, type Result } from '../result'
import { shapes } from './header'
import { object, shaped, type Reader } from './shape'

export interface RealmKeys {
  readonly realm: string
  /** Code and computer of the county. */
  readonly org: string
  readonly device: string
  /** 2 for the first renewal. */
  readonly generation: number
  /** Ed25519 public key, base64. */
  readonly sign: string
  /** age recipient, and that of the recovery sheet. */
  readonly age: string
  readonly recovery: string
  readonly since: string
}

const title = 'zhenpack/1 realm keys'
const order = ['realm', 'org', 'device', 'generation', 'sign', 'age', 'recovery', 'since'] as const

const reader: Reader<Readonly<Record<(typeof order)[number], string>>> = object({
  realm: shaped(shapes.realm), org: shaped(shapes.org), device: shaped(shapes.id), generation: shaped(/^[1-9]\d{0,5}$/), sign: shaped(shapes.key), age: shaped(shapes.age), recovery: shaped(shapes.age), since: shaped(shapes.time),
})

/** The signed text. */
export const realmKeysText = (keys: RealmKeys): string => `${title}\n${order.map((name) => `${name} ${String(keys[name])}\n`).join('')}`

/** Reads the signed text; `bad-seal` unless it is exactly what `realmKeysText` writes. */
export function parseRealmKeys(text: string): Result<RealmKeys> {
  const lines = text.split('\n').slice(1, -1).map((line): [string, string] => {
    const space = line.indexOf(' ')
    return [line.slice(0, space), line.slice(space + 1)]
  })
  const read = reader(Object.fromEntries(lines), '')
  const keys = read.ok ? { ...read.value, generation: Number(read.value.generation) } : null
  return keys === null || realmKeysText(keys) !== text ? fail('bad-seal', { detail: { part: 'realm-keys' } }) : ok(keys)
}
