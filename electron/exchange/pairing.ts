/**
 * How a town's computer comes to belong to a county. The county writes an invitation that only the code on a paper slip opens; opening it
 * gives the town the county's keys. The town's packages then carry a request, authenticated by the invitation's secret, until the
 * county's certificate comes back in a receipt.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { formatVersion, suite, type Header, type JoinRequest, type Party, type Sender } from '../../shared/exchange/header'
import { idFrom } from '../../shared/exchange/ids'
import { encodeInvite, inviteExpiry, parseInvite, requestText, type Invite } from '../../shared/exchange/invite'
import { keyNameOf } from '../../shared/exchange/note'
import { makeCode, readCode } from '../../shared/exchange/slip-code'
import { fail, ok, type Result } from '../../shared/result'
import { decryptStream, inviteWorkFactor } from './age'
import type { ByteSink, ByteSource } from './bytes'
import { measureAgainstSeal, readLayout, type KnownDevice } from './check-package'
import { settle } from './fault'
import type { DeviceKeys, PublicKeys } from './keys'
import { gunzip, lineBatches } from './line-stream'
import { readmeText } from './readme-text'
import { checkNote } from './sign-note'
import { writeInviteFile, type WrittenPackage } from './write-package'
import { entryNames } from './zip-layout'
import { entryStream } from './zip-read'

const newId = (): string => idFrom(randomBytes(16))

/** A new realm: the name of one county's set of keys. */
export const newRealm = (demo: boolean): string => `${demo ? 'demo-' : ''}${newId()}`

export interface InviteOrder {
  readonly realm: string
  readonly county: Sender
  readonly keys: DeviceKeys
  readonly generation?: number
  readonly recovery?: string
  readonly town: Party
  /** The county has the town already. */
  readonly another?: boolean
  readonly nowMs: number
}

/** A new invitation and the code that opens it; both are shown or written once, the county keeps the invitation with its secret. */
export function makeInvite(order: InviteOrder): { readonly invite: Invite; readonly code: string } {
  const { keys } = order
  const invite: Invite = {
    fmt: 'zhenpack-invite', id: newId(), realm: order.realm, county: order.county, town: order.town, ...(order.another === true ? { another: true } : {}),
    keys: { sign: keys.sign, age: keys.age, ...(order.recovery === undefined ? {} : { recovery: order.recovery }) },
    ...(order.generation === undefined || order.generation === 1 ? {} : { generation: order.generation }),
    created: new Date(order.nowMs).toISOString(), expires: inviteExpiry(order.nowMs), secret: randomBytes(32).toString('base64'),
  }
  return { invite, code: makeCode(randomBytes(8)) }
}

/** The header of an invitation's file. */
export const inviteHeader = (invite: Invite, pseq: number, app: string): Header => ({
  fmt: 'zhenpack', v: formatVersion, minReader: formatVersion, suite, type: 'invite', realm: invite.realm, id: invite.id,
  from: invite.county, to: invite.town, pseq, created: invite.created, app, sizes: { versions: 0, blobs: 0, blobBytes: 0 },
})

/** Writes the invitation's file. `workFactor` is the base-2 logarithm of scrypt's cost; only tests choose a smaller one. */
export function writeInvite(sink: ByteSink, invite: Invite, code: string, keys: DeviceKeys, header: Header, contact: string, workFactor: number = inviteWorkFactor): Promise<Result<Omit<WrittenPackage, 'linesSha256'>>> {
  return writeInviteFile(sink, { header, readme: readmeText(header, contact), signer: keys, line: encodeInvite(invite), target: { passphrase: code, workFactor } })
}

async function inviteLine(source: ByteSource, typedCode: string): Promise<Result<{ readonly text: string; readonly header: Header; readonly check: (sign: string) => Result<string> }>> {
  const code = readCode(typedCode)
  if (!code.ok) return code
  const layout = await readLayout(source)
  if (!layout.ok) return layout
  const { header } = layout.value
  if (header.type !== 'invite') return fail('wrong-role', { detail: { type: header.type, from: header.from, to: header.to } })
  const seal = await measureAgainstSeal(layout.value)
  if (!seal.ok) return seal
  const entry = layout.value.entries.find((e) => e.name === entryNames.records)
  if (entry === undefined) return fail('damaged', { detail: { part: 'layout' } })
  const lines: string[] = []
  for await (const batch of lineBatches(gunzip(decryptStream(entryStream(source, entry), { passphrase: code.value })), 65_536, 65_536)) {
    for (const line of batch) lines.push('text' in line ? line.text : '')
  }
  const { note } = seal.value
  return ok({ text: lines.length === 1 ? lines[0] ?? '' : '', header, check: (sign) => checkNote(note, keyNameOf(header.from.org, header.from.device), sign) })
}

/**
 * Opens an invitation with what was typed from the slip. `bad-code` = typed wrongly or another slip, `invite-expired`, `wrong-role` = not an
 * invitation, `bad-seal` = not sealed by the county that it names, `wrong-town` = `own` is another town; and the codes of the layout.
 */
export function openInvite(source: ByteSource, typedCode: string, nowMs: number, own: Party | null): Promise<Result<Invite>> {
  return settle(async () => {
    const line = await settle(() => inviteLine(source, typedCode))
    // A slip of another invitation decrypts nothing.
    if (!line.ok) return line.code === 'bad-key' ? fail('bad-code', { detail: { reason: 'other-slip' } }) : line
    const read = parseInvite(line.value.text, nowMs)
    if (!read.ok) return read
    const invite = read.value
    const { header } = line.value
    const signed = line.value.check(invite.keys.sign)
    if (!signed.ok) return signed
    const same = header.id === invite.id && header.realm === invite.realm && header.from.device === invite.county.device &&
      header.from.org === invite.county.org && header.to.org === invite.town.org
    if (!same) return fail('bad-seal', { detail: { part: 'invite' } })
    if (own !== null && own.org !== invite.town.org) return fail('wrong-town', { detail: { name: invite.town.name, to: invite.town, me: own } })
    return ok(invite)
  })
}

const mac = (request: Omit<JoinRequest, 'mac'>, secret: string): string =>
  createHmac('sha256', Buffer.from(secret, 'base64')).update(requestText(request)).digest('base64')

/** The request that a new computer's packages carry until its certificate has come. */
export function makeRequest(invite: Invite, device: string, deviceName: string, keys: PublicKeys, recovery?: string): JoinRequest {
  const request = { invite: invite.id, device, deviceName, sign: keys.sign, age: keys.age, ...(recovery === undefined ? {} : { recovery }) }
  return { ...request, mac: mac(request, invite.secret) }
}

/** An invitation as the county keeps it, with the computer that used it. */
export interface KeptInvite {
  readonly invite: Invite
  readonly usedBy: string | null
  /** When a person at the county withdrew it. */
  readonly withdrawn?: string
}

/**
 * Judges the request in a package's header: the keys of the computer when it holds. `unknown-device` = no such invitation, another town's,
 * already used by another computer, withdrawn, or a MAC that does not fit; `invite-expired` = the package was made after its 60 days, or
 * arrives more than another 30 days later, whatever its own clock says.
 */
export function judgeRequest(header: Header, kept: KeptInvite | null, nowMs: number): Result<KnownDevice> {
  const { request } = header
  const detail = { from: header.from }
  if (request === undefined || kept === null) return fail('unknown-device', { detail })
  const { invite, usedBy, withdrawn } = kept
  const expected = Buffer.from(mac(withoutMac(request), invite.secret), 'base64')
  const given = Buffer.from(request.mac, 'base64')
  const fits = given.length === expected.length && timingSafeEqual(given, expected)
  const own = request.device === header.from.device && invite.town.org === header.from.org && invite.id === request.invite
  if (!fits || !own) return fail('unknown-device', { detail })
  if (usedBy !== null && usedBy !== request.device) return fail('unknown-device', { detail: { ...detail, reason: 'invite-used' } })
  if (withdrawn !== undefined) return fail('unknown-device', { detail: { ...detail, reason: 'slip-withdrawn' } })
  const expires = Date.parse(invite.expires)
  if (Date.parse(header.created) > expires || nowMs > expires + 30 * 86_400_000) return fail('invite-expired', { detail: { ...detail, expires: invite.expires } })
  return ok({ org: invite.town.org, name: invite.town.name, sign: request.sign, state: 'open' })
}

const withoutMac = ({ mac: _mac, ...rest }: JoinRequest): Omit<JoinRequest, 'mac'> => rest

/** Whether a check number, typed with or without spaces, in half or full width, is this one. */
export const sameCheckNo = (typed: string, shown: string): boolean => typed.normalize('NFKC').replaceAll(/[\s-]/gu, '') === shown.replaceAll(' ', '')

/** Three groups of four digits that both sides can read aloud to compare a key. */
export function fingerprint(sign: string): string {
  const hash = createHash('sha256').update(Buffer.from(sign, 'base64')).digest()
  const digits = (hash.readBigUInt64BE(0) % 1_000_000_000_000n).toString().padStart(12, '0')
  return `${digits.slice(0, 4)} ${digits.slice(4, 8)} ${digits.slice(8)}`
}
