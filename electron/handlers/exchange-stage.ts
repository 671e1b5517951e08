/** Opens a checked package and lets its lines wait inside the store: the records, and at a town the private parts of its other computers. */
import type { ImportCounts, Manifest, Receipt } from '../../shared/exchange/manifest'
import { ok, type Result } from '../../shared/result'
import { openCertificates } from '../exchange/certify'
import type { CheckedPackage, KnownDevice } from '../exchange/check-package'
import { settle } from '../exchange/fault'
import { blobStream } from '../exchange/read-blob'
import { privateParts, readPrivate, readRecords, type VersionRead } from '../exchange/read-records'
import type { StagedCounts } from '../store/exchange-store'
import { noCounts, type LineFault } from './exchange-counts'
import { knownDevice } from './exchange-devices'
import { ownIdentities } from './exchange-realm-keys'
import { ownKeys, pairedCounty } from './exchange-setup'
import type { Desk } from './desk'
import type { Job } from './job'

export interface Staged {
  readonly manifest: Manifest
  readonly have: Uint8Array
  /** Lines of the records that were refused. */
  readonly faults: readonly LineFault[]
  /** Stages that are committed with the package: its own first. */
  readonly stages: readonly string[]
}

/** One small transaction a batch; between two of them whoever works in the window gets in. */
const intoStage = (desk: Desk, id: string) => async (batch: readonly VersionRead[]): Promise<void> => {
  const { staging } = desk.store.exchange
  staging.add(id, batch.flatMap((one) => (one.ok ? [{ line: one.line, version: one.version, text: one.text }] : [])))
  for (const one of batch) if (!one.ok) staging.addError(id, { line: one.line, type: one.type, uid: one.uid, code: one.failure.code, ...(one.failure.field === undefined ? {} : { field: one.failure.field }) })
  await new Promise((next) => { setImmediate(next) })
}

/** Computers of the town whose seals stand on private parts: those of the receipt's own certificates, which may be new, and this one. */
function sealers(desk: Desk, pkg: CheckedPackage, receipt: Receipt): (id: string) => KnownDevice | null {
  const county = pairedCounty(desk)
  const read = county ? openCertificates(receipt.certs, { org: county.code, device: county.device, sign: pkg.device.sign, realm: county.realm }) : null
  const { code: org, name } = desk.store.office
  return (id) => {
    if (id === desk.store.device.id) return { org, name, sign: ownKeys(desk).sign, state: 'open' }
    return (read?.ok ? read.value.get(id) : undefined) ?? knownDevice(desk, id)
  }
}

/** Records that only the town's own computers may read, relayed from the other ones; those that this one cannot open wait for a later receipt. */
async function stagePrivate(desk: Desk, pkg: CheckedPackage, receipt: Receipt, job: Job): Promise<readonly string[]> {
  const parts = await privateParts(pkg, sealers(desk, pkg, receipt))
  if (!parts.ok) return []
  const { staging } = desk.store.exchange
  const stages: string[] = []
  for (const part of parts.value.filter((one) => one.device.id !== desk.store.device.id)) {
    const id = `${pkg.header.id}/${part.entry}`
    staging.begin(id)
    const read = await readPrivate(pkg, part, ownIdentities(desk), intoStage(desk, id), { signal: job.signal })
    if (read.ok) {
      staging.keepScope(id, 'town')
      stages.push(id)
    } else staging.drop(id)
  }
  return stages
}

/** Stages everything; a failure leaves no stage. */
export async function stagePackage(desk: Desk, pkg: CheckedPackage, job: Job): Promise<Result<Staged>> {
  const { staging } = desk.store.exchange
  const { id, type } = pkg.header
  staging.begin(id)
  const read = await readRecords(pkg, ownIdentities(desk), { versions: intoStage(desk, id) }, { signal: job.signal, progress: ({ done, total }) => { job.progress('records', done, total) } })
  if (!read.ok) {
    staging.drop(id)
    return read
  }
  const { manifest, have } = read.value
  // What a person opened for one package comes up to the county and never goes down again.
  staging.keepScope(id, 'county', type === 'down' ? [] : manifest.opened)
  return ok({ manifest, have, faults: staging.errors(id), stages: [id, ...(manifest.receipt ? await stagePrivate(desk, pkg, manifest.receipt, job) : [])] })
}

export function dropStages(desk: Desk, stages: readonly string[]): void {
  for (const stage of stages) desk.store.exchange.staging.drop(stage)
}

/** Attachments of the package that are not here yet, into place before their records. */
export function takeBlobs(desk: Desk, pkg: CheckedPackage, manifest: Manifest, job: Job): Promise<Result<number>> {
  return settle(async () => {
    const here = await desk.blobs.held(manifest.blobs.map((blob) => blob.sha256))
    const waiting = manifest.blobs.values()
    let failed = false
    // Four at a time: two are brought to the disk while two are decrypted, each in a thread of its own.
    const lane = async (): Promise<void> => {
      try {
        for (const blob of waiting) {
          job.progress('blobs', blob.n, manifest.blobs.length)
          if (!here.has(blob.sha256)) await desk.blobs.put(blobStream(pkg, blob, ownIdentities(desk), job.signal), blob.sha256)
          desk.store.exchange.putBlob({ sha256: blob.sha256, size: blob.size, mime: '', state: 'here' })
          if (failed) return
        }
      } catch (error) {
        failed = true
        throw error
      }
    }
    const ended = await Promise.allSettled([lane(), lane(), lane(), lane()])
    for (const one of ended) if (one.status === 'rejected') throw one.reason
    return ok(manifest.blobs.length)
  })
}

/** What the commit would do, by type and in all. */
export function previewOf(desk: Desk, id: string): { readonly counts: ImportCounts; readonly byType: Readonly<Record<string, StagedCounts>> } {
  const byType = desk.store.exchange.staging.preview(id)
  const counts = Object.values(byType).reduce<ImportCounts>((sum, one) => ({
    new: sum.new + one.new, changed: sum.changed + one.changed, same: sum.same + one.same, deleted: sum.deleted + one.deleted, conflict: sum.conflict + one.conflict,
    held: sum.held + one.held, error: sum.error + one.error,
  }), noCounts)
  return { counts, byType }
}
