/**
 * Takes one package or receipt in, in the order of the format: copy, layout, route, seal, then decrypt, stage, preview, commit. Before the
 * commit nothing of the office changes; after it only the archive is left to do.
 */
import { rename, rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import type { ImportedFile } from '../../shared/contract/exchange'
import { missing } from '../../shared/exchange/have'
import type { ImportCounts, Manifest } from '../../shared/exchange/manifest'
import { ok, fail, type ErrorCode, type Failure, type Result } from '../../shared/result'
import { checkPackage, readLayout, type CheckedPackage, type Trust } from '../exchange/check-package'
import { judgeRequest } from '../exchange/pairing'
import { readBlob } from '../exchange/read-blob'
import { readRecords } from '../exchange/read-records'
import { copyIn } from '../exchange/scan-stick'
import { nodeStickFs } from '../exchange/stick-fs'
import type { StagedCounts } from '../store/exchange-store'
import { readBlobList } from './exchange-blobs'
import { certify, knownDevice } from './exchange-devices'
import { noCounts } from './exchange-down'
import { ownFile, withSource } from './exchange-files'
import { keptInvite, useInvite } from './exchange-pairing'
import { takeReceipt } from './exchange-receipt'
import { ownKeys, ownRealm, pairedCounty } from './exchange-setup'
import type { Desk } from './desk'
import type { Job } from './job'

export interface TakeOptions {
  readonly dryRun: boolean
  readonly approve: boolean
}

/** Whom this office believes. */
export function trustOf(desk: Desk): Trust {
  const { role, code, name } = desk.store.office
  if (role === 'county') {
    return {
      office: { role, org: code, name, realm: ownRealm(desk)?.id ?? null },
      device: (id) => knownDevice(desk, id),
      request: (header) => judgeRequest(header, keptInvite(desk, header.request?.invite ?? ''), desk.now().getTime()),
    }
  }
  const county = pairedCounty(desk)
  return {
    office: { role, org: code, name, realm: county?.realm ?? null },
    device: (id) => (county && id === county.device ? { org: county.code, name: county.name, sign: county.sign, state: 'open' } : null),
  }
}

const total = (byType: Readonly<Record<string, StagedCounts>>): ImportCounts =>
  Object.values(byType).reduce<ImportCounts>((sum, one) => ({
    new: sum.new + one.new, changed: sum.changed + one.changed, same: sum.same + one.same, deleted: sum.deleted + one.deleted, conflict: sum.conflict + one.conflict,
    held: sum.held + one.held, error: sum.error + one.error,
  }), noCounts)

interface Staged {
  readonly manifest: Manifest
  readonly have: Uint8Array
  readonly counts: ImportCounts
}

async function stage(desk: Desk, pkg: CheckedPackage, job: Job): Promise<Result<Staged>> {
  const { staging } = desk.store.exchange
  const { id } = pkg.header
  staging.begin(id)
  const read = await readRecords(pkg, { identities: [ownKeys(desk).ageIdentity] }, {
    versions: async (batch) => {
      staging.add(id, batch.flatMap((one) => (one.ok ? [{ line: one.line, version: one.version, text: one.text }] : [])))
      for (const one of batch) if (!one.ok) staging.addError(id, { line: one.line, type: one.type, uid: one.uid, code: one.failure.code, ...(one.failure.field === undefined ? {} : { field: one.failure.field }) })
      // Whoever works in the window gets in between two batches.
      await new Promise((next) => { setImmediate(next) })
    },
  }, { signal: job.signal, progress: ({ done, total: all }) => { job.progress('records', done, all) } })
  if (!read.ok) {
    staging.drop(id)
    return read
  }
  return ok({ manifest: read.value.manifest, have: read.value.have, counts: total(staging.preview(id)) })
}

/** Attachments of the package that are not here yet, into place before their records. */
async function takeBlobs(desk: Desk, pkg: CheckedPackage, manifest: Manifest, job: Job): Promise<Result<number>> {
  let taken = 0
  for (const blob of manifest.blobs) {
    job.progress('blobs', blob.n, manifest.blobs.length)
    if (await desk.blobs.has(blob.sha256)) continue
    const pieces = pipe()
    const stored = desk.blobs.put(pieces.read())
    const read = await readBlob(pkg, blob, { identities: [ownKeys(desk).ageIdentity] }, pieces.write, job.signal)
    pieces.end()
    const { sha256, size } = await stored
    if (!read.ok) {
      if (sha256 !== blob.sha256) await desk.blobs.remove(sha256)
      return read
    }
    desk.store.exchange.putBlob({ sha256, size, mime: '', state: 'here' })
    taken += 1
  }
  return ok(taken)
}

/** A pipe of one piece: who writes waits until it was read, so that an attachment is never held whole. */
function pipe(): { readonly write: (piece: Uint8Array) => Promise<void>; readonly end: () => void; readonly read: () => AsyncGenerator<Uint8Array> } {
  let piece: Uint8Array | null = null
  let ended = false
  let wakeReader: () => void = () => undefined
  let wakeWriter: () => void = () => undefined
  return {
    write: (next) => {
      piece = next
      wakeReader()
      return new Promise((done) => { wakeWriter = done })
    },
    end: () => {
      ended = true
      wakeReader()
    },
    async *read() {
      for (;;) {
        if (piece) {
          const now: Uint8Array = piece
          piece = null
          yield now
          wakeWriter()
        } else if (ended) return
        else await new Promise<void>((done) => { wakeReader = done })
      }
    },
  }
}

const titlesOfConflicts = (desk: Desk, ids: readonly string[]): NonNullable<ImportedFile['conflicts']> => {
  const open = new Set(desk.store.conflicts())
  return ids.filter((id) => open.has(id)).slice(0, 200).map((id) => ({ id, type: desk.store.get(id)?.type ?? '', title: desk.store.title(id) }))
}

const anHour = 3_600_000

/** A backup before records change, unless there is one of the last hour. */
function backupBefore(desk: Desk): Failure | null {
  const last = Date.parse(desk.store.settings.get<string>('last_backup', '1970-01-01T00:00:00Z'))
  if (desk.now().getTime() - last < anHour) return null
  const made = desk.store.backups.make('import')
  if (!made.ok) return made
  desk.store.settings.set('last_backup', desk.actor.at)
  return null
}

function admit(desk: Desk, pkg: CheckedPackage): void {
  const request = pkg.header.request
  const kept = request ? keptInvite(desk, request.invite) : null
  if (!request || !kept) return
  certify(desk, { id: request.device, org: pkg.header.from.org, name: pkg.header.from.name, deviceName: request.deviceName, sign: request.sign, age: request.age }, 'open')
  useInvite(desk, kept, request.device)
}

interface Outcome {
  readonly counts: ImportCounts
  readonly complete: boolean
  readonly missing: readonly string[]
  readonly ids: readonly string[]
}

function commitStaged(desk: Desk, pkg: CheckedPackage, staged: Staged): Outcome {
  const { exchange } = desk.store
  const { header } = pkg
  const org = header.type === 'up' ? header.from.org : header.to.org
  return exchange.atomically(() => {
    if (pkg.awaitsApproval) admit(desk, pkg)
    const merged = exchange.staging.commit(header.id)
    const lacking = missing(staged.have, exchange.knower(org))
    const counts = { ...staged.counts, error: staged.counts.error + merged.foreign }
    exchange.putPeer({ device: header.from.device, org: header.from.org, have: staged.have, haveBlobs: readBlobList(staged.manifest.haveBlobs), lastIn: desk.now().toISOString(), lastOut: null })
    exchange.putPackage({
      id: header.id, direction: 'in', device: header.from.device, org: header.from.org, pseq: header.pseq, sealSha256: pkg.sealSha256, state: 'COMMITTED', code: null,
      counts: { ...counts, complete: lacking.length === 0, missing: lacking.slice(0, 10_000), totals: staged.manifest.totals }, file: null, madeAt: header.created, doneAt: desk.now().toISOString(),
    })
    return { counts, complete: lacking.length === 0, missing: lacking, ids: merged.ids }
  })
}

const held = (file: string, failure: Failure, more: Partial<ImportedFile> = {}): ImportedFile =>
  ({ file, state: 'HELD', code: failure.code, ...(failure.detail ? { detail: failure.detail } : {}), ...more })

async function takeCopy(desk: Desk, file: string, copy: string, options: TakeOptions, job: Job): Promise<ImportedFile> {
  return withSource(copy, async (source) => {
    const layout = await readLayout(source)
    if (!layout.ok) return held(file, layout)
    const { header } = layout.value
    const who = { from: header.from, pseq: header.pseq, created: header.created }
    const checked = await checkPackage(layout.value, trustOf(desk), job.signal)
    if (!checked.ok) return held(file, checked, who)
    const pkg = checked.value
    const before = desk.store.exchange.package(header.id) ?? desk.store.exchange.packageBySeal(pkg.sealSha256)
    if (before && before.direction === 'in') {
      // Its receipt may have been lost on the way: the next one is made again.
      if (before.state === 'RECEIPTED') desk.store.exchange.putPackage({ ...before, state: 'COMMITTED' })
      return { file, state: 'DUPLICATE', code: 'already-imported' satisfies ErrorCode, detail: { done_at: before.doneAt }, ...who }
    }
    if (pkg.awaitsApproval && !options.approve && !options.dryRun) return held(file, fail('awaiting-approval', { detail: { from: header.from } }), who)
    const staged = await stage(desk, pkg, job)
    if (!staged.ok) return held(file, staged, who)
    if (options.dryRun) {
      desk.store.exchange.staging.drop(header.id)
      return { file, state: 'PREVIEWED', ...who, counts: { ...staged.value.counts }, ...(pkg.awaitsApproval ? { code: 'awaiting-approval' as const } : {}) }
    }
    const blobs = await takeBlobs(desk, pkg, staged.value.manifest, job)
    const failed = blobs.ok ? backupBefore(desk) : blobs
    if (failed) {
      desk.store.exchange.staging.drop(header.id)
      return held(file, failed, who)
    }
    job.progress('commit', 0, 1)
    const done = commitStaged(desk, pkg, staged.value)
    if (header.type === 'down') await takeReceipt(desk, pkg, staged.value.manifest, job)
    desk.store.events.note({ kind: 'import', by: desk.by, about: header.id, detail: { from: header.from.org, ...done.counts } })
    return { file, state: 'COMMITTED', ...who, counts: { ...done.counts }, complete: done.complete, missing: done.missing.length, conflicts: titlesOfConflicts(desk, done.ids) }
  })
}

/** Takes one file in. A file that is refused is a result with its code; only our own disk can fail the call. */
export async function takeFile(desk: Desk, file: string, options: TakeOptions, job: Job): Promise<ImportedFile> {
  const copy = await ownFile(desk, 'inbox', `${randomBytes(12).toString('hex')}.zpk`)
  const copied = await copyIn(nodeStickFs, file, copy, { signal: job.signal, progress: (done, all) => { job.progress('copy', done, all) } })
  if (!copied.ok) {
    await rm(copy, { force: true })
    return held(file, copied)
  }
  try {
    const done = await takeCopy(desk, file, copy, options, job)
    if (done.state === 'COMMITTED') {
      const row = desk.store.exchange.packages({ direction: 'in', limit: 1000 }).find((one) => one.pseq === done.pseq && one.device === done.from?.device)
      if (row) await rename(copy, await ownFile(desk, 'archive', `${row.id}.zpk`))
    }
    return done
  } finally {
    await rm(copy, { force: true })
  }
}
