import { beforeAll, describe, expect, it } from 'vitest'
import { memorySink, memorySource } from '../../electron/exchange/bytes'
import { decodeHashes, encodeHashes } from '../../electron/exchange/hash-list'
import { fingerprint, inviteHeader, judgeRequest, makeInvite, makeRequest, newRealm, openInvite, writeInvite } from '../../electron/exchange/pairing'
import type { JoinRequest } from '../../shared/exchange/header'
import type { Invite } from '../../shared/exchange/invite'
import { shapes } from '../../shared/exchange/header'
import { printCode } from '../../shared/exchange/slip-code'
import { bytesOf, check, makeRealm, open, party, realm, sender, trustOf, unwrap, upParts, type Realm } from './support/packages'
import { sha256 } from './support/versions'
import { idOf, version } from './support/versions'

const day = 86_400_000
const now = Date.parse('2026-08-01T00:00:00Z')

let r: Realm
let invite: Invite
let code: string
let file: Uint8Array
beforeAll(async () => {
  r = await makeRealm()
  const made = makeInvite({ realm, county: sender(r.county), keys: r.county.keys, town: party(r.town), nowMs: now })
  invite = made.invite
  code = made.code
  const sink = memorySink()
  // Scrypt at its real cost takes a second; the smallest one does the same work.
  unwrap(await writeInvite(sink, invite, code, r.county.keys, inviteHeader(invite, 1, '0.1.0'), '南部县人大', 4))
  file = sink.bytes()
})

const opened = (typed: string, more: { at?: number; bytes?: Uint8Array; own?: Parameters<typeof openInvite>[3] } = {}) =>
  openInvite(memorySource(more.bytes ?? file), typed, more.at ?? now + day, more.own ?? party(r.town))
const codeOf = async (result: ReturnType<typeof opened>): Promise<string> => {
  const got = await result
  return got.ok ? 'open' : got.code
}

describe('an invitation', () => {
  it('gives the town its county\'s keys when the slip is typed', async () => {
    expect(await opened(printCode(code))).toEqual({ ok: true, value: invite })
    expect([invite.realm, invite.keys.age, Date.parse(invite.expires) - now]).toEqual([realm, r.county.keys.age, 60 * day])
    expect(Buffer.from(file).includes(Buffer.from(invite.secret))).toBe(false)
  })

  it('tells a slip typed wrongly from another slip, and an old file from another town\'s', async () => {
    const other = makeInvite({ realm, county: sender(r.county), keys: r.county.keys, town: party(r.town), nowMs: now })
    const wrong = code.slice(0, -1) + String((Number(code.at(-1)) + 1) % 10)
    expect(await opened(wrong)).toMatchObject({ code: 'bad-code', detail: { reason: 'check-digit' } })
    expect(await opened(other.code)).toMatchObject({ code: 'bad-code', detail: { reason: 'other-slip' } })
    expect([await codeOf(opened(code, { at: now + 61 * day })), await codeOf(opened(code, { own: party(r.otherTown) })), await codeOf(opened(code, { own: null }))]).toEqual(['invite-expired', 'wrong-town', 'open'])
  })

  it('that was altered, or is a package, is not opened', async () => {
    const altered = Uint8Array.from(file)
    altered[altered.length - 500]! ^= 1
    expect(await codeOf(opened(code, { bytes: altered }))).toMatch(/damaged|bad-seal/)
    expect(await codeOf(opened(code, { bytes: await bytesOf(upParts(r, [])) }))).toBe('wrong-role')
    const sink = memorySink()
    unwrap(await writeInvite(sink, invite, code, r.otherTown.keys, inviteHeader(invite, 1, '0.1.0'), '', 4))
    expect(await codeOf(opened(code, { bytes: sink.bytes() }))).toBe('bad-seal')
    const renamed = memorySink()
    unwrap(await writeInvite(renamed, invite, code, r.county.keys, inviteHeader({ ...invite, town: party(r.otherTown) }, 1, '0.1.0'), '', 4))
    expect(await codeOf(opened(code, { bytes: renamed.bytes() }))).toBe('bad-seal')
  })

  it('is not a package, and a package is not an import of it', async () => {
    expect((await open(file, trustOf(r, 'town'), r.town.keys)).code).toBe('wrong-role')
  })
})

describe('the request of a new computer', () => {
  const device = idOf(720)
  const request = (): JoinRequest => makeRequest(invite, device, '办公室电脑', r.town.keys)
  const headerWith = (asked: JoinRequest | undefined, more: object = {}) =>
    ({ ...upParts(r, []).header, from: { ...sender(r.town), device }, ...(asked === undefined ? {} : { request: asked }), ...more })

  it('holds for the computer, town and time of its invitation only', () => {
    const kept = { invite, usedBy: null }
    const judge = (asked: JoinRequest | undefined, keptInvite: Parameters<typeof judgeRequest>[1] = kept, more: object = {}, at = now + 11 * day): unknown => {
      const result = judgeRequest(headerWith(asked, more), keptInvite, at)
      return result.ok ? result.value : result.code
    }
    const good = request()
    expect(judge(good)).toEqual({ org: '511321101', name: '青石镇', sign: r.town.keys.sign, state: 'open' })
    expect([
      judge(good, { invite, usedBy: device }) === 'unknown-device', judge(good, { invite, usedBy: idOf(721) }), judge(undefined), judge(good, null),
      judge({ ...good, sign: r.otherTown.keys.sign }), judge({ ...good, deviceName: '另一台' }), judge({ ...good, mac: `${'A'.repeat(43)}=` }),
      judge(good, kept, { from: { ...sender(r.town), device: idOf(722) } }), judge(good, kept, { from: { ...sender(r.otherTown), device } }),
      judge(makeRequest({ ...invite, secret: `${'B'.repeat(43)}=` }, device, 'x', r.town.keys)),
      judge(good, kept, { created: '2026-10-02T00:00:00Z' }), judge(good, kept, {}, now + 91 * day),
    ]).toEqual([false, 'unknown-device', 'unknown-device', 'unknown-device', 'unknown-device', 'unknown-device', 'unknown-device', 'unknown-device', 'unknown-device', 'unknown-device', 'invite-expired', 'invite-expired'])
  })

  it('lets the county see and, when it agrees, read the first package', async () => {
    const parts = upParts(r, [version({ n: 1 })], { header: { from: { ...sender(r.town), device }, request: request() } })
    const bytes = await bytesOf(parts)
    const trust = { ...trustOf(r, 'county'), request: (h: Parameters<typeof judgeRequest>[0]) => judgeRequest(h, { invite, usedBy: null }, now + 11 * day) }
    const pkg = unwrap(await check(bytes, trust))
    expect([pkg.awaitsApproval, pkg.device.name]).toEqual([true, '青石镇'])
    expect(await check(bytes, trustOf(r, 'county'))).toMatchObject({ ok: false, code: 'unknown-device' })
  })

  it('replayed by somebody else with other keys does not pass the seal', async () => {
    const parts = upParts(r, [], { header: { from: { ...sender(r.town), device }, request: request() }, parts: { signer: r.otherTown.keys } })
    const trust = { ...trustOf(r, 'county'), request: (h: Parameters<typeof judgeRequest>[0]) => judgeRequest(h, { invite, usedBy: null }, now + 11 * day) }
    expect(await check(await bytesOf(parts), trust)).toMatchObject({ ok: false, code: 'bad-seal' })
  })
})

it('a fingerprint is twelve digits that both sides can read aloud', () => {
  expect(fingerprint(r.county.keys.sign)).toMatch(/^\d{4} \d{4} \d{4}$/)
  expect(fingerprint(r.county.keys.sign)).not.toBe(fingerprint(r.town.keys.sign))
  expect([newRealm(false), newRealm(true)].map((x) => shapes.realm.test(x))).toEqual([true, true])
})

it('the list of attachments comes back sorted and without doubles', () => {
  const hashes = ['c', 'a', 'b', 'a'].map((x) => sha256(x))
  expect(decodeHashes(encodeHashes(hashes))).toEqual([...new Set(hashes)].sort())
  expect(decodeHashes(encodeHashes([]))).toEqual([])
})
