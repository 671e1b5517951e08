/** A town's package: everything that the county is not known to have, sealed, on the stick. */
import { formatVersion, suite, type Header } from '../../shared/exchange/header'
import { fail, ok, type Result } from '../../shared/result'
import { readLayout, measureAgainstSeal } from '../exchange/check-package'
import { makeRequest } from '../exchange/pairing'
import { readmeText } from '../exchange/readme-text'
import { writePackage, type PackageParts } from '../exchange/write-package'
import type { InputOf, OutputOf } from '../../shared/contract'
import { blobsLacking, haveBlobList } from './exchange-blobs'
import { townDevices } from './exchange-devices'
import { linesOf, snapshot } from './exchange-heads'
import { makeInOutbox, putOnStick, withSource } from './exchange-files'
import { appName, contactOf } from './exchange-pairing'
import { ownKeys, ownSender, pairedCounty, type PairedCounty } from './exchange-setup'
import { controlTotals } from './exchange-totals'
import type { Desk } from './desk'
import type { Job } from './job'

type Exported = OutputOf<'exchange.export'>

export const nothingMade: Exported = { file: null, id: null, pseq: null, counts: {}, check: 'none', bytes: 0 }

/** Recipients of a town's own data: its computers and, where there is one, its recovery key. */
function townRecipients(desk: Desk): readonly string[] {
  const recovery = desk.store.settings.get<string | null>('town_recovery', null)
  return [ownKeys(desk).age, ...townDevices(desk, desk.store.office.code).filter((one) => one.state === 'open').map((one) => one.age), ...(recovery === null ? [] : [recovery])]
}

function partsOf(desk: Desk, county: PairedCounty, full: boolean): PackageParts & { readonly nothing: boolean } {
  const { exchange, office, device } = desk.store
  const peer = exchange.peer(county.device)
  const peerHave = full ? null : peer?.have ?? null
  const shot = snapshot(desk, { org: office.code, scope: 'county' }, peerHave)
  const hidden = snapshot(desk, { org: office.code, scope: 'town' }, null)
  const blobs = blobsLacking(desk, full ? [] : peer?.haveBlobs ?? [])
  const keys = ownKeys(desk)
  const header: Header = {
    fmt: 'zhenpack', v: formatVersion, minReader: formatVersion, suite, type: 'up', realm: county.realm, id: desk.newId(), from: ownSender(desk), to: { org: county.code, name: county.name },
    pseq: exchange.nextPseq(device.id), created: desk.now().toISOString(), app: appName,
    sizes: { versions: shot.ids.length, blobs: blobs.length, blobBytes: blobs.reduce((sum, blob) => sum + blob.size, 0) },
    ...(county.accepted || !county.invite ? {} : { request: makeRequest(county.invite, device.id, desk.by, keys) }),
  }
  return {
    header, readme: readmeText(header, contactOf(desk)),
    manifest: { counts: shot.counts, haveBlobs: haveBlobList(desk), totals: controlTotals(desk, office.code), schemas: {}, full, opened: [] },
    have: shot.have, versions: linesOf(desk, shot.ids),
    ...(hidden.ids.length > 0 ? { private: { count: hidden.ids.length, versions: linesOf(desk, hidden.ids), recipients: townRecipients(desk) } } : {}),
    blobs, recipients: [county.age, keys.age, ...(county.recovery === undefined ? [] : [county.recovery])], signer: keys,
    nothing: shot.ids.length === 0 && blobs.length === 0,
  }
}

/** Reads the finished file back from our own disk: layout and every digest of the seal. */
const selfTest = (file: string): Promise<Result<unknown>> => withSource(file, async (source) => {
  const layout = await readLayout(source)
  return layout.ok ? measureAgainstSeal(layout.value) : layout
})

/** Makes the package and puts it under `to`; with nothing new and not `always`, nothing is made. */
export async function exportUp(desk: Desk, input: InputOf<'exchange.export'>, job: Job): Promise<Result<Exported>> {
  const county = pairedCounty(desk)
  if (!county) return fail('not-paired')
  const parts = partsOf(desk, county, input.full === true)
  if (parts.nothing && input.always !== true && input.full !== true && county.accepted) return ok(nothingMade)
  const { header } = parts
  const made = await makeInOutbox(desk, header.id, (sink) => writePackage(sink, parts, { signal: job.signal, progress: ({ phase, done, total }) => { job.progress(phase, done, total) } }))
  if (!made.ok) return made
  const sound = await selfTest(made.value.file)
  if (!sound.ok) return sound
  const stick = await putOnStick(header, made.value.file, input.to, job)
  if (!stick.ok) return stick
  desk.store.exchange.putPackage({
    id: header.id, direction: 'out', device: header.from.device, org: county.code, pseq: header.pseq, sealSha256: made.value.written.sealSha256, state: 'WRITTEN', code: null,
    counts: parts.manifest.counts, file: stick.value.path, madeAt: header.created, doneAt: null,
  })
  desk.store.events.note({ kind: 'export', by: desk.by, about: header.id, detail: { pseq: header.pseq, versions: header.sizes.versions } })
  return ok({ file: stick.value.path, id: header.id, pseq: header.pseq, counts: parts.manifest.counts, check: stick.value.check, bytes: stick.value.size })
}
