/** What an invitation carries, inside its encryption: everything a town must know of its county, and a secret for its request. */
import { fail, ok, type Result } from '../result'
import { partyReader, senderReader, shapes, type JoinRequest, type Party, type Sender } from './header'
import { limits } from './limits'
import { count, flag, object, optional, readJson, shaped, stableJson, word, type Reader } from './shape'

export interface Invite {
  readonly fmt: 'zhenpack-invite'
  readonly id: string
  readonly realm: string
  readonly county: Sender
  /** The county's Ed25519 key (base64), its age recipient, and that of its recovery key. */
  readonly keys: { readonly sign: string; readonly age: string; readonly recovery?: string }
  /** Which of the county's generations of keys they are; absent = the first. */
  readonly generation?: number
  readonly town: Party
  /** The county has records or computers of the town already: this is another computer of it. */
  readonly another?: boolean
  readonly created: string
  readonly expires: string
  /** 32 random bytes, base64: the key of the request's MAC. */
  readonly secret: string
}

const reader: Reader<Invite> = object({
  fmt: word('zhenpack-invite'),
  id: shaped(shapes.id),
  realm: shaped(shapes.realm),
  county: senderReader,
  keys: object({ sign: shaped(shapes.key), age: shaped(shapes.age), recovery: optional(shaped(shapes.age)) }),
  generation: optional(count(1)),
  town: partyReader,
  another: optional(flag),
  created: shaped(shapes.time),
  expires: shaped(shapes.time),
  secret: shaped(shapes.key),
})

export const encodeInvite = (invite: Invite): string => stableJson(invite)

/** Reads an opened invitation; `damaged` = none, `invite-expired` = its 60 days are over at `nowMs`. */
export function parseInvite(text: string, nowMs: number): Result<Invite> {
  const read = readJson(text, reader)
  if (!read.ok) return read
  const expires = Date.parse(read.value.expires)
  return nowMs <= expires ? ok(read.value) : fail('invite-expired', { detail: { expires: read.value.expires, county: read.value.county.name } })
}

/** When an invitation made at `created` can no longer be used. */
export const inviteExpiry = (createdMs: number): string => new Date(createdMs + limits.inviteDays * 86_400_000).toISOString()

/** The text under a request's MAC: every field that the county will certify. */
export const requestText = (r: Omit<JoinRequest, 'mac'>): string => stableJson({ ...r, use: 'zhenpack/1 request' })
