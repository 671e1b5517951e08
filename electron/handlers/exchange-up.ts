/** A town's package: everything that the county is not known to have, sealed, on the stick. */
import { formatVersion, suite, type Header } from '../../shared/exchange/header'
import type { InputOf, OutputOf } from '../../shared/contract'
import { schemaOf } from '../../shared/records/schema'
import { declarations, recordTypes } from '../../shared/records'
import { fail, ok, type Result } from '../../shared/result'
import { sha256Hex } from '../exchange/hash'
import { makeRequest } from '../exchange/pairing'
import { readmeText } from '../exchange/readme-text'
import type { PackageParts } from '../exchange/write-package'
import { blobsLacking, haveBlobList, roomFor } from './exchange-blobs'
import { sentCounts } from './exchange-counts'
import { townDevices } from './exchange-devices'
import { send, withoutBroken } from './exchange-files'
import { withoutPlaceholders } from './exchange-first-records'
import { linesOf, merged, snapshot } from './exchange-heads'
import { appName, contactOf, ownKeys, ownSender, pairedCounty, townRecovery, type PairedCounty } from './exchange-setup'
import { controlTotals } from './exchange-totals'
import type { Desk } from './desk'
import type { Job } from './job'

export type Exported = OutputOf<'exchange.export'>
type Asked = InputOf<'exchange.export'>

export const nothingMade: Exported = { file: null, id: null, pseq: null, counts: {}, check: 'none', bytes: 0 }

/** Newest schema of every type that this program writes. */
export const schemas: Readonly<Record<string, number>> = Object.fromEntries(recordTypes.map((type) => [type, schemaOf(type)]))

/** Types that stay in the town unless a person opens them for one package. */
const privateTypes = recordTypes.filter((type) => declarations[type].scope === 'town')

/** Recipients of a town's own data: its computers and the key on the recovery sheet. */
function townRecipients(desk: Desk): readonly string[] {
  const recovery = townRecovery(desk)
  const others = townDevices(desk, desk.store.office.code).filter((one) => one.state === 'open').map((one) => one.age)
  return [ownKeys(desk).age, ...others, ...(recovery === null ? [] : [recovery])]
}

interface Plan {
  readonly parts: PackageParts
  readonly private: string | null
}

/** Everything of the next package, taken from the store in one moment; nothing is written. */
export async function plan(desk: Desk, county: PairedCounty, asked: Omit<Asked, 'to'>, room: number, broken: ReadonlySet<string>): Promise<Plan> {
  const { exchange, office, device } = desk.store
  const org = office.code
  const peer = asked.full === true ? null : exchange.peer(county.device)
  const blobs = await blobsLacking(desk, org, new Set(peer?.haveBlobs ?? []), room, broken)
  const haveBlobs = await haveBlobList(desk, org)
  // From here to the end nothing waits: records, have list and totals are of one moment.
  const shot = withoutPlaceholders(desk, county, snapshot(desk, { org, scope: 'county' }, peer?.have ?? null))
  const hidden = snapshot(desk, { org, scope: 'town' }, null)
  const opened = asked.with_private === true && hidden.ids.length > 0
  const sent = opened ? merged(shot, hidden) : shot
  const keys = ownKeys(desk)
  const recipients = townRecipients(desk)
  const recovery = townRecovery(desk)
  const header: Header = {
    fmt: 'zhenpack', v: formatVersion, minReader: formatVersion, suite, type: 'up', realm: county.realm, id: desk.newId(), from: ownSender(desk), to: { org: county.code, name: county.name },
    pseq: exchange.nextPseq(device.id), created: desk.now().toISOString(), app: appName,
    sizes: { versions: sent.ids.length, blobs: blobs.length, blobBytes: blobs.reduce((sum, blob) => sum + blob.size, 0) },
    ...((county.generation ?? 1) > 1 ? { knows: county.sign } : {}), ...(county.accepted || !county.invite ? {} : { request: makeRequest(county.invite, device.id, desk.by, keys, recovery ?? undefined) }),
  }
  return {
    private: hidden.ids.length === 0 ? null : sha256Hex(Buffer.concat([hidden.have, Buffer.from([...recipients].sort().join(' '))])),
    parts: {
      header, readme: readmeText(header, contactOf(desk), opened ? privateTypes.map((type) => declarations[type].label) : []),
      manifest: { counts: sent.counts, haveBlobs, totals: controlTotals(desk, org), schemas, full: asked.full === true, opened: opened ? privateTypes : [] },
      have: shot.have, versions: linesOf(desk, sent.ids),
      ...(hidden.ids.length > 0 ? { private: { count: hidden.ids.length, versions: linesOf(desk, hidden.ids), recipients } } : {}),
      blobs, recipients: [county.age, keys.age, ...(county.recovery === undefined ? [] : [county.recovery])], signer: keys,
    },
  }
}

/** Whether a package would tell the county, or the town's other computers, nothing that was not confirmed already. */
function saysNothing(desk: Desk, county: PairedCounty, { parts, private: hidden }: Plan): boolean {
  if (!county.accepted || parts.header.sizes.versions > 0 || parts.blobs.length > 0) return false
  const confirmed = desk.store.exchange.packages({ direction: 'out', device: desk.store.device.id, state: 'CONFIRMED', limit: 1 })[0]
  return hidden === (confirmed ? sentCounts(confirmed).private : null)
}

/** Makes the package and puts it under `to`; with nothing new and not `always`, nothing is made. */
export async function exportUp(desk: Desk, asked: Asked, job: Job): Promise<Result<Exported>> {
  const county = pairedCounty(desk)
  if (!county) return fail('not-paired')
  if (county.closed) return fail('device-closed', { detail: { county: county.name } })
  const room = await roomFor(asked.to, asked.attachments_mb)
  return withoutBroken(async (broken) => {
    const made = await plan(desk, county, asked, room, broken)
    if (asked.always !== true && asked.full !== true && asked.with_private !== true && saysNothing(desk, county, made)) return ok(nothingMade)
    return exported(desk, county, made, asked.to, job)
  })
}

async function exported(desk: Desk, county: PairedCounty, { parts, private: hidden }: Plan, to: string, job: Job): Promise<Result<Exported>> {
  const { header, manifest } = parts
  const { exchange, events } = desk.store
  const there = await send(desk, {
    parts, org: county.code, counts: { types: manifest.counts, private: hidden }, keys: ownKeys(desk), to, mayGo: (id) => exchange.package(id)?.state === 'CONFIRMED',
  }, job)
  if (!there.ok) return there
  events.note({ kind: 'export', by: desk.by, about: header.id, detail: { pseq: header.pseq, versions: header.sizes.versions } })
  if (manifest.opened.length > 0) events.note({ kind: 'scope', by: desk.by, about: header.id, detail: { types: manifest.opened, to: county.code } })
  return ok({ file: there.value.path, id: header.id, pseq: header.pseq, counts: manifest.counts, check: there.value.check, bytes: there.value.size })
}
