/** The county's receipt for one town: what it took, what it lacks, what it asks, and everything that one of the town's computers may lack. */
import { existsSync } from 'node:fs'
import { inBoth } from '../../shared/exchange/have'
import { formatVersion, readerVersion, suite, type Header } from '../../shared/exchange/header'
import type { InputOf } from '../../shared/contract'
import { fail, ok, type Result } from '../../shared/result'
import { entryBytesOf, entryRange } from '../exchange/check-package'
import { partOfFile, withPackage } from '../exchange/package-file'
import { readmeText } from '../exchange/readme-text'
import type { PackageParts, RelayedPrivate } from '../exchange/write-package'
import { entryNames } from '../exchange/zip-layout'
import { limits } from '../../shared/exchange/limits'
import type { PackageRow } from '../store/exchange-store'
import { blobsLacking, haveBlobList, roomFor } from './exchange-blobs'
import { townDevices, type TownDevice } from './exchange-devices'
import { archived, send, withoutBroken } from './exchange-files'
import { linesOf, snapshot } from './exchange-heads'
import { openIssues } from './exchange-issues'
import { closingReceipt, receiptOf } from './exchange-receipt-text'
import { keyNotes, realmKeys } from './exchange-realm-keys'
import { appName, contactOf, ownRealm, ownSender, type Realm } from './exchange-setup'
import { codesOf, standingCode } from './exchange-town-codes'
import { controlTotals } from './exchange-totals'
import { nothingMade, schemas, type Exported } from './exchange-up'
import type { Desk } from './desk'
import type { Job } from './job'

type Asked = InputOf<'exchange.export'>

/** Packages of a town that were taken in, newest first. */
export const takenOf = (desk: Desk, org: string): readonly PackageRow[] =>
  desk.store.exchange.packages({ direction: 'in', org }).filter((row) => row.state === 'COMMITTED' || row.state === 'RECEIPTED')

const isOpen = (one: TownDevice): boolean => one.state === 'open'

/** What all open computers of the town are known to have: anything else is sent. */
function knownByAll(desk: Desk, devices: readonly TownDevice[]): Uint8Array {
  const haves = devices.filter(isOpen).map((one) => desk.store.exchange.peer(one.id)?.have ?? new Uint8Array())
  const [first, ...others] = haves
  return first === undefined ? new Uint8Array() : others.reduce(inBoth, first)
}

/** Attachments that all open computers of the town are known to have. */
function blobsKnownByAll(desk: Desk, devices: readonly TownDevice[]): ReadonlySet<string> {
  const [first = [], ...others] = devices.filter(isOpen).map((one) => desk.store.exchange.peer(one.id)?.haveBlobs ?? [])
  return new Set(others.reduce<readonly string[]>((both, list) => { const known = new Set(list); return both.filter((one) => known.has(one)) }, first))
}

/**
 * The newest private part of each computer, as it lies unread in the archive, with the seal that vouches for it. Those of closed ones too: a
 * burnt computer's records come back on the new one with the town's recovery sheet.
 */
async function relayed(desk: Desk, packages: readonly PackageRow[], devices: readonly TownDevice[]): Promise<readonly RelayedPrivate[]> {
  if (devices.length < 2) return []
  const parts: RelayedPrivate[] = []
  for (const device of devices.slice(0, limits.relayed)) {
    const newest = packages.find((row) => row.device === device.id)
    const file = newest ? await archived(desk, newest.id) : ''
    if (!newest || !existsSync(file)) continue
    const part = await withPackage(file, async (layout) => {
      const range = entryRange(layout, entryNames.private)
      const seal = await entryBytesOf(layout, entryNames.seal)
      return ok(range && seal ? { age: partOfFile(file, range), seal: Buffer.from(seal).toString('utf8') } : null)
    })
    if (part.ok && part.value) parts.push(part.value)
  }
  return parts
}

const headerOf = (desk: Desk, realm: Realm, devices: readonly TownDevice[], sizes: Header['sizes']): Header => {
  const [town] = [...devices.filter(isOpen), ...devices]
  const keys = keyNotes(desk)
  return {
    fmt: 'zhenpack', v: formatVersion, minReader: keys.length === 0 ? formatVersion : readerVersion, suite, type: 'down', realm: realm.id, id: desk.newId(), from: ownSender(desk), to: { org: town?.org ?? '', name: town?.name ?? '' },
    pseq: desk.store.exchange.nextPseq(desk.store.device.id), created: desk.now().toISOString(), app: appName, sizes, ...(keys.length === 0 ? {} : { keys }),
  }
}

/** A town whose computers are all closed hears that, and nothing of its records. */
function closing(desk: Desk, realm: Realm, devices: readonly TownDevice[]): PackageParts {
  const header = headerOf(desk, realm, devices, { versions: 0, blobs: 0, blobBytes: 0 })
  const keys = realmKeys(desk)
  return {
    header, readme: readmeText(header, contactOf(desk)), manifest: { counts: {}, haveBlobs: '', totals: {}, schemas, full: false, opened: [], receipt: closingReceipt(desk, devices) },
    have: new Uint8Array(), versions: [], blobs: [], recipients: [...devices.map((one) => one.age), keys.age, realm.recovery], signer: keys,
  }
}

async function plan(desk: Desk, realm: Realm, org: string, asked: Asked, room: number, broken: ReadonlySet<string>): Promise<PackageParts> {
  const full = asked.full === true
  const devices = townDevices(desk, org)
  const open = devices.filter(isOpen)
  const packages = takenOf(desk, org)
  if (open.length === 0) return closing(desk, realm, devices)
  const parts = await relayed(desk, packages, devices)
  const blobs = await blobsLacking(desk, org, full ? new Set() : blobsKnownByAll(desk, devices), room, broken)
  const haveBlobs = await haveBlobList(desk, org)
  // From here to the end nothing waits: records, have list and totals are of one moment.
  const shot = snapshot(desk, { org, under: true, scope: 'county' }, full ? null : knownByAll(desk, devices))
  const keys = realmKeys(desk)
  const totals = controlTotals(desk, org)
  const header = headerOf(desk, realm, devices, { versions: shot.ids.length, blobs: blobs.length, blobBytes: blobs.reduce((sum, blob) => sum + blob.size, 0) })
  return {
    header, readme: readmeText(header, contactOf(desk)),
    manifest: { counts: shot.counts, haveBlobs, totals, schemas, full, opened: [], receipt: receiptOf(desk, org, devices, packages, totals) },
    have: shot.have, versions: linesOf(desk, shot.ids), relayed: parts, blobs,
    recipients: [...open.map((one) => one.age), keys.age, realm.recovery], signer: keys,
  }
}

/** What a receipt says beside records; when it was said before and no package waits for its answer, none is needed. */
const said = (desk: Desk, org: string): string => JSON.stringify([openIssues(desk, org), townDevices(desk, org).map((one) => [one.id, one.state]), ...keyNotes(desk).slice(-1)])

/** Makes the receipt of one town; with nothing to say and not `always`, none. */
export async function exportDown(desk: Desk, asked: Asked, job: Job): Promise<Result<Exported>> {
  const realm = ownRealm(desk)
  const town = asked.town?.trim() ?? ''
  // A town with a new code goes on writing under the old one, on which its computers are certified.
  const org = townDevices(desk, town).length > 0 ? town : codesOf(desk, standingCode(desk, town)).find((code) => townDevices(desk, code).length > 0) ?? town
  const { exchange, settings } = desk.store
  if (!realm) return fail('wrong-role', { detail: { role: desk.store.office.role } })
  if (org === '') return fail('required', { field: 'town', detail: { label: '乡镇代码' } })
  if (townDevices(desk, org).length === 0) return fail('unknown-device', { field: 'town', detail: { town: org } })
  const room = await roomFor(asked.to, asked.attachments_mb)
  return withoutBroken(async (broken): Promise<Result<Exported>> => {
    const pending = takenOf(desk, org).filter((row) => row.state === 'COMMITTED')
    const words = said(desk, org)
    const parts = await plan(desk, realm, org, asked, room, broken)
    const { header, manifest } = parts
    const news = header.sizes.versions > 0 || parts.blobs.length > 0 || pending.length > 0 || words !== settings.get<string>(`said.${org}`, '')
    if (!news && asked.always !== true && asked.full !== true) return ok(nothingMade)
    const there = await send(desk, { parts, org, counts: { types: manifest.counts, private: null }, keys: realmKeys(desk), to: asked.to, mayGo: () => true }, job)
    if (!there.ok) return there
    exchange.atomically(() => {
      for (const row of pending) exchange.putPackage({ ...row, state: 'RECEIPTED' })
      settings.set(`said.${org}`, words)
    })
    desk.store.events.note({ kind: 'export', by: desk.by, about: header.id, detail: { pseq: header.pseq, town: org } })
    return ok({ file: there.value.path, id: header.id, pseq: header.pseq, counts: manifest.counts, check: there.value.check, bytes: there.value.size })
  })
}
