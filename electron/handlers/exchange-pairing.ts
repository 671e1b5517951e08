/** Pairing: the county's invitation file and paper code; the town that opens it (docs/format.md). */
import path from 'node:path'
import { isDemo } from '../../shared/exchange/header'
import type { Invite } from '../../shared/exchange/invite'
import { isAboveCounties, reportsTo } from '../../shared/exchange/levels'
import { packageFileName } from '../../shared/exchange/names'
import { printCode } from '../../shared/exchange/slip-code'
import { fail, ok, type Result } from '../../shared/result'
import { makeFile, withFile, withPackage } from '../exchange/package-file'
import { fingerprint, inviteHeader, makeInvite, openInvite, writeInvite } from '../exchange/pairing'
import type { Handlers } from '../ipc/route'
import { makeFolder } from '../store/make-folder'
import type { Desk } from './desk'
import { askWhetherToWait } from './exchange-county-first'
import { townDevices } from './exchange-devices'
import { generationOf, realmKeys } from './exchange-realm-keys'
import { appName, contactOf, keepPaired, ownRealm, ownSender, pairedCounty, type PairedCounty } from './exchange-setup'
import { keepInvite, slipNo } from './exchange-slips'

/** Cost of the slip's scrypt; tests of the whole trip make it small. */
const workFactor = (): number | undefined => {
  const asked = process.env['ZHEN_INVITE_WORK']
  return asked === undefined ? undefined : Number(asked)
}

function checkTown(desk: Desk, code: string): Result<true> {
  const county = desk.store.office.code
  if (isAboveCounties(county) && /^\d{6}$/.test(code)) return reportsTo(code, county) ? ok(true) : fail('wrong-town', { field: 'code', detail: { want: `本级 ${county} 下面的县代码`, label: '区划代码' } })
  if (!/^\d{9}$/.test(code)) return fail('out-of-range', { field: 'code', detail: { want: '九位数字的乡镇区划代码', label: '区划代码' } })
  if (!code.startsWith(county)) return fail('wrong-town', { field: 'code', detail: { want: `以本县代码 ${county} 开头`, label: '区划代码' } })
  return ok(true)
}

/** Whether the county has a computer or records of this town, beside what it gave the town to do. */
const isKnown = (desk: Desk, code: string): boolean => townDevices(desk, code).length > 0 || Object.keys(desk.store.counts(code)).some((type) => type !== 'county_order')

/** Practice and real work never pair; an office without records of its own has nothing yet that could be mixed up. */
function keptApart(desk: Desk, { realm, county }: Invite): Result<true> {
  const { office } = desk.store
  const demo = isDemo(realm)
  const bare = Object.keys(desk.store.counts(office.code)).every((type) => type === 'office' || type === 'term')
  return demo === (office.practice === true) || (demo && bare) ? ok(true) : fail('demo-data', { detail: { county: county.name } })
}

/** What is known of the county that invites, where it is one that this computer is paired with already: the slip puts its keys in doubt right. */
function known(desk: Desk, invite: Invite): PairedCounty | null {
  const before = pairedCounty(desk)
  return before?.realm === invite.realm && before.device === invite.county.device ? before : null
}

function carriedOver(desk: Desk, before: PairedCounty | null, { generation, keys }: Invite): Pick<PairedCounty, 'generation' | 'retired' | 'mine' | 'again'> {
  const retired = [...before?.retired ?? [], ...(before && before.sign !== keys.sign ? [before.sign] : [])]
  const mine = before ? before.mine ?? 1 : generationOf(desk)
  return {
    ...(generation === undefined ? {} : { generation }), ...(retired.length === 0 ? {} : { retired }), ...(mine === 1 ? {} : { mine }), ...(before && (before.accepted || before.again) ? { again: true } : {}),
  }
}

async function writeFileOf(desk: Desk, invite: Invite, code: string, out: string): Promise<Result<string>> {
  const pseq = desk.store.exchange.nextPseq(desk.store.device.id)
  const header = inviteHeader(invite, pseq, appName)
  makeFolder(out)
  const target = path.join(out, packageFileName(header))
  const written = await makeFile(target, (sink) => writeInvite(sink, invite, code, realmKeys(desk), header, contactOf(desk), workFactor()))
  return written.ok ? ok(target) : written
}

export const pairingHandlers = {
  'exchange.invite': async ({ code, name, out }, desk) => {
    const realm = ownRealm(desk)
    if (desk.store.office.role !== 'county' || !realm) return fail('wrong-role', { detail: { role: desk.store.office.role } })
    const checked = checkTown(desk, code.trim())
    if (!checked.ok) return checked
    const made = makeInvite({ realm: realm.id, county: ownSender(desk), keys: realmKeys(desk), generation: generationOf(desk), recovery: realm.recovery, town: { org: code.trim(), name: name.trim() }, another: isKnown(desk, code.trim()), nowMs: desk.now().getTime() })
    const file = await writeFileOf(desk, made.invite, made.code, out)
    if (!file.ok) return file
    keepInvite(desk, { invite: made.invite, usedBy: null })
    desk.store.events.note({ kind: 'export', by: desk.by, about: made.invite.town.org, detail: { what: 'invite' } })
    return ok({ file: file.value, code: printCode(made.code), no: slipNo(desk, made.invite) })
  },
  'exchange.join': async ({ file, code }, desk) => {
    const own = { org: desk.store.office.code, name: desk.store.office.name }
    const addressed = desk.store.office.role === 'county' ? await withPackage(file, (layout) => Promise.resolve(ok(layout.header.to.org))) : null
    if (addressed?.ok && addressed.value.length === 9) return fail('wrong-role', { detail: { role: 'county' } })
    const opened = await withFile(file, (source) => openInvite(source, code, desk.now().getTime(), own))
    if (!opened.ok) return opened
    const invite = opened.value
    const apart = keptApart(desk, invite)
    if (!apart.ok) return apart
    if (!reportsTo(own.org, invite.county.org)) return fail('wrong-county', { detail: { name: invite.county.name, me: own } })
    const before = known(desk, invite)
    if (before?.retired?.includes(invite.keys.sign)) return fail('county-keys', { detail: { reason: 'retired', from: invite.county } })
    const print = fingerprint(invite.keys.sign)
    const county: PairedCounty = {
      code: invite.county.org, name: invite.county.name, fingerprint: print, realm: invite.realm, device: invite.county.device, sign: invite.keys.sign, age: invite.keys.age,
      // Also a computer that was accepted before asks again: the county may have been restored from before that.
      ...(invite.keys.recovery === undefined ? {} : { recovery: invite.keys.recovery }), accepted: false, invite, ...carriedOver(desk, before, invite),
    }
    askWhetherToWait(desk, invite)
    keepPaired(desk, county)
    desk.store.events.note({ kind: 'import', by: desk.by, about: invite.county.org, detail: { what: 'invite' } })
    return ok({ county: { code: county.code, name: county.name }, fingerprint: print })
  },
} satisfies Partial<Handlers<Desk>>
