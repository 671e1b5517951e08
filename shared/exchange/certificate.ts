/**
 * A certificate says that a computer belongs to a town of this county. It is a signed note of the county's key; the newest `issued` of a
 * computer holds, so closing one is another certificate. Certificates ride in receipts.
 */
import { fail, ok, type Result } from '../result'
import { shapes } from './header'
import { object, line, shaped, word, type Reader } from './shape'

export interface Certificate {
  readonly realm: string
  readonly org: string
  readonly name: string
  readonly device: string
  readonly deviceName: string
  /** Ed25519 public key, base64. */
  readonly sign: string
  /** age recipient. */
  readonly age: string
  readonly state: 'open' | 'closed'
  readonly issued: string
}

const title = 'zhenpack/1 certificate'
const order = ['realm', 'org', 'name', 'device', 'deviceName', 'sign', 'age', 'state', 'issued'] as const

const reader: Reader<Certificate> = object({
  realm: shaped(shapes.realm),
  org: shaped(shapes.org),
  name: line(100),
  device: shaped(shapes.id),
  deviceName: line(100),
  sign: shaped(shapes.key),
  age: shaped(shapes.age),
  state: word('open', 'closed'),
  issued: shaped(shapes.time),
})

/** The signed text of a certificate. */
export const certificateText = (c: Certificate): string => `${title}\n${order.map((key) => `${key} ${c[key]}\n`).join('')}`

/** Reads the signed text; `bad-seal` unless it is exactly what `certificateText` writes. */
export function parseCertificate(text: string): Result<Certificate> {
  const values = new Map(text.split('\n').slice(1, -1).map((l): [string, string] => {
    const space = l.indexOf(' ')
    return [l.slice(0, space), l.slice(space + 1)]
  }))
  const read = reader(Object.fromEntries(values), '')
  if (!read.ok || certificateText(read.value) !== text) return fail('bad-seal', { detail: { part: 'certificate' } })
  return ok(read.value)
}
