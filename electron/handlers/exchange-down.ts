/** The county's receipt for one town: what it took, what it lacks, what it asks, and every record that one of the town's computers may lack. */
import type { InputOf, OutputOf } from '../../shared/contract'
import { inBoth } from '../../shared/exchange/have'
import { formatVersion, suite, type Header } from '../../shared/exchange/header'
import type { ImportCounts, Issue, Receipt } from '../../shared/exchange/manifest'
import { fail, ok, type Result } from '../../shared/result'
import { entryRange, readLayout } from '../exchange/check-package'
import { readmeText } from '../exchange/readme-text'
import { writePackage, type RelayedPrivate } from '../exchange/write-package'
import { entryNames } from '../exchange/zip-layout'
import type { ByteSource } from '../exchange/bytes'
import { memorySource, readRange } from '../exchange/bytes'
import { haveBlobList } from './exchange-blobs'
import { townDevices, type TownDevice } from './exchange-devices'
import { makeInOutbox, ownFile, putOnStick, withSource } from './exchange-files'
import { linesOf, snapshot } from './exchange-heads'
import { openIssues } from './exchange-issues'
import { appName, contactOf } from './exchange-pairing'
import { ownKeys, ownRealm, ownSender } from './exchange-setup'
import { controlTotals } from './exchange-totals'
import { nothingMade } from './exchange-up'
import type { Desk } from './desk'
import type { Job } from './job'
import type { PackageRow } from '../store/exchange-store'

export const noCounts: ImportCounts = { new: 0, changed: 0, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 }

/** What the county keeps of a package it took. */
export interface TakenCounts extends ImportCounts {
  readonly complete: boolean
  readonly missing: readonly string[]
}

const taken = (desk: Desk, org: string): readonly PackageRow[] =>
  desk.store.exchange.packages({ direction: 'in', org }).filter((row) => row.state === 'COMMITTED' || row.state === 'RECEIPTED')

function receiptOf(desk: Desk, org: string, devices: readonly TownDevice[], packages: readonly PackageRow[]): Receipt {
  const last = packages[0]
  const counts = last ? (last.counts as unknown as TakenCounts) : null
  const issues: readonly Issue[] = openIssues(desk, org).map(({ uid, field, code, level }) => ({ uid, code, level, ...(field === undefined ? {} : { field }) }))
  return {
    for: packages.slice(0, 1000).map((row) => row.id).reverse(),
    result: counts === null ? 'none' : counts.complete ? 'complete' : 'incomplete',
    counts: counts === null ? noCounts : { new: counts.new, changed: counts.changed, same: counts.same, deleted: counts.deleted, conflict: counts.conflict, held: counts.held, error: counts.error },
    issues, missing: counts?.missing.slice(0, 10_000) ?? [], certs: devices.map((one) => one.note), closed: devices.filter((one) => one.state === 'closed').map((one) => one.id),
    notice: openIssues(desk, org).map((issue) => `${issue.uid}\t${issue.field ?? ''}\t${issue.due_on ?? ''}\t${issue.say}`).join('\n').slice(0, 10_000),
    ...(last ? { restorable: last.madeAt } : {}), orders: [], templates: [], frozen: controlTotals(desk, org),
  }
}

/** What all open computers of the town are known to have: anything else is sent. */
function knownByAll(desk: Desk, devices: readonly TownDevice[]): Uint8Array {
  const haves = devices.filter((one) => one.state === 'open').map((one) => desk.store.exchange.peer(one.id)?.have ?? new Uint8Array())
  const [first, ...others] = haves
  return first === undefined ? new Uint8Array() : others.reduce(inBoth, first)
}

async function bytesOf(source: ByteSource, range: { readonly offset: number; readonly length: number }): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of readRange(source, range.offset, range.length)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The newest private part of each open computer, as it lies unread in the archive, with the seal that vouches for it. */
async function relayed(desk: Desk, packages: readonly PackageRow[], devices: readonly TownDevice[]): Promise<readonly RelayedPrivate[]> {
  const open = devices.filter((one) => one.state === 'open')
  if (open.length < 2) return []
  const parts: RelayedPrivate[] = []
  for (const device of open) {
    const newest = packages.find((row) => row.device === device.id)
    if (!newest) continue
    const file = await ownFile(desk, 'archive', `${newest.id}.zpk`)
    const part = await withSource(file, async (source): Promise<RelayedPrivate | null> => {
      const layout = await readLayout(source)
      if (!layout.ok) return null
      const age = entryRange(layout.value, entryNames.private)
      const seal = entryRange(layout.value, entryNames.seal)
      if (!age || !seal) return null
      return { age: memorySource(await bytesOf(source, age)), seal: Buffer.from(await bytesOf(source, seal)).toString('utf8') }
    })
    if (part) parts.push(part)
  }
  return parts
}

/** Makes the receipt of one town; with nothing to say and not `always`, none. */
export async function exportDown(desk: Desk, input: InputOf<'exchange.export'>, job: Job): Promise<Result<OutputOf<'exchange.export'>>> {
  const realm = ownRealm(desk)
  const org = input.town?.trim() ?? ''
  if (!realm) return fail('wrong-role', { detail: { role: desk.store.office.role } })
  if (org === '') return fail('required', { field: 'town', detail: { label: '乡镇代码' } })
  const devices = townDevices(desk, org)
  const open = devices.filter((one) => one.state === 'open')
  if (open.length === 0) return fail('unknown-device', { field: 'town', detail: { town: org } })
  const { exchange } = desk.store
  const packages = taken(desk, org)
  const shot = snapshot(desk, { org, scope: 'county' }, input.full === true ? null : knownByAll(desk, devices))
  const pending = packages.filter((row) => row.state === 'COMMITTED')
  const asks = JSON.stringify(openIssues(desk, org))
  const said = desk.store.settings.get<string>(`asked.${org}`, '[]')
  if (shot.ids.length === 0 && pending.length === 0 && asks === said && input.always !== true && input.full !== true) return ok(nothingMade)
  const keys = ownKeys(desk)
  const header: Header = {
    fmt: 'zhenpack', v: formatVersion, minReader: formatVersion, suite, type: 'down', realm: realm.id, id: desk.newId(), from: ownSender(desk), to: { org, name: open[0]?.name ?? org },
    pseq: exchange.nextPseq(desk.store.device.id), created: desk.now().toISOString(), app: appName, sizes: { versions: shot.ids.length, blobs: 0, blobBytes: 0 },
  }
  const parts = {
    header, readme: readmeText(header, contactOf(desk)),
    manifest: { counts: shot.counts, haveBlobs: haveBlobList(desk, org), totals: controlTotals(desk, org), schemas: {}, full: input.full === true, opened: [], receipt: receiptOf(desk, org, devices, packages) },
    have: shot.have, versions: linesOf(desk, shot.ids), relayed: await relayed(desk, packages, devices), blobs: [],
    recipients: [...open.map((one) => one.age), keys.age, realm.recovery], signer: keys,
  }
  const made = await makeInOutbox(desk, header.id, (sink) => writePackage(sink, parts, { signal: job.signal, progress: ({ phase, done, total }) => { job.progress(phase, done, total) } }))
  if (!made.ok) return made
  const stick = await putOnStick(header, made.value.file, input.to, job)
  if (!stick.ok) return stick
  exchange.atomically(() => {
    exchange.putPackage({
      id: header.id, direction: 'out', device: header.from.device, org, pseq: header.pseq, sealSha256: made.value.written.sealSha256, state: 'WRITTEN', code: null, counts: shot.counts,
      file: stick.value.path, madeAt: header.created, doneAt: null,
    })
    for (const row of pending) exchange.putPackage({ ...row, state: 'RECEIPTED' })
    desk.store.settings.set(`asked.${org}`, asks)
  })
  return ok({ file: stick.value.path, id: header.id, pseq: header.pseq, counts: shot.counts, check: stick.value.check, bytes: stick.value.size })
}

