/**
 * Takes one package or receipt in, in the order of the format: copy, layout, route, seal, then decrypt, stage, preview, commit. Before the
 * commit nothing of the office changes; after it only the archive is left to do.
 */
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { ImportedFile } from '../../shared/contract/exchange'
import { missing } from '../../shared/exchange/have'
import type { Header } from '../../shared/exchange/header'
import type { ImportCounts } from '../../shared/exchange/manifest'
import { indicatorOf } from '../../shared/indicators'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import { shanghaiToday } from '../../shared/rules/calendar'
import { checkPackage, type CheckedPackage, type PackageLayout } from '../exchange/check-package'
import { failureOf } from '../exchange/fault'
import { decodeHashes } from '../exchange/hash-list'
import { syncFile, withPackage } from '../exchange/package-file'
import { fingerprint, judgeRequest, sameCheckNo } from '../exchange/pairing'
import { copyIn } from '../exchange/scan-stick'
import { nodeStickFs } from '../exchange/stick-fs'
import { entryNames } from '../exchange/zip-layout'
import { spaceFor } from '../store/free-space'
import { countsOf, noCounts, type LineFault, type TakenCounts } from './exchange-counts'
import { certify, townDevices } from './exchange-devices'
import { faultsShown } from './exchange-faults'
import { ownFile } from './exchange-files'
import { knownElsewhere } from './exchange-people'
import { haveWhatTheCountyHas } from './exchange-county-first'
import { isLost, noteKnown, withNewKeys } from './exchange-realm-keys'
import { takeReceipt } from './exchange-receipt'
import { pairedCounty } from './exchange-setup'
import { keptInvite, slipNo, useInvite } from './exchange-slips'
import { dropStages, previewOf, stagePackage, takeBlobs, type Staged } from './exchange-stage'
import { tidyArchive, tidyOutbox, toArchive } from './exchange-tidy'
import { controlTotals } from './exchange-totals'
import { trustOf } from './exchange-trust'
import type { PackageRow } from '../store/exchange-store'
import type { Desk } from './desk'
import type { Job } from './job'
import { shownTitle } from './print-record'

export interface TakeOptions {
  readonly dryRun: boolean
  readonly approve: boolean
  /** Number of the computer that a person was shown; absent = nobody was. */
  readonly checkNo?: string
}

const titlesOfConflicts = (desk: Desk, ids: readonly string[]): NonNullable<ImportedFile['conflicts']> => {
  const open = new Set(desk.store.conflicts())
  return ids.filter((id) => open.has(id)).slice(0, 200).map((id) => {
    const type = desk.store.get(id)?.type ?? ''
    return { id, type, title: shownTitle(desk, id, type) }
  })
}

const anHour = 3_600_000

/** A backup before records change, unless there is one of the last hour. */
async function backupBefore(desk: Desk): Promise<Failure | null> {
  const last = Date.parse(desk.store.settings.get<string>('last_backup', '1970-01-01T00:00:00Z'))
  if (Math.abs(desk.now().getTime() - last) < anHour) return null
  const made = await desk.store.backups.beforeImport()
  if (!made.ok) return made
  desk.store.settings.set('last_backup', desk.actor.at)
  return null
}

/** A new computer's request holds and a person agreed: it gets its certificate, and the invitation is used. */
function admit(desk: Desk, pkg: CheckedPackage): void {
  const request = pkg.header.request
  const kept = request ? keptInvite(desk, request.invite) : null
  if (!request || !kept) return
  certify(desk, { id: request.device, org: pkg.header.from.org, name: pkg.header.from.name, deviceName: request.deviceName, sign: request.sign, age: request.age }, 'open')
  useInvite(desk, kept, request.device)
}

/** A computer that is certified was paired once more: its slip opens the door to nobody else. */
function settleRequest(desk: Desk, header: Header): void {
  const kept = header.request ? keptInvite(desk, header.request.invite) : null
  if (kept?.usedBy === null && judgeRequest(header, kept, desk.now().getTime()).ok) useInvite(desk, kept, header.from.device)
}

interface Outcome {
  /** Lines that were refused, as they came or because they do not fit what is held. */
  readonly faults: readonly LineFault[]
  readonly counts: ImportCounts
  readonly missing: readonly string[]
  readonly ids: readonly string[]
}

const byLine = (faults: readonly LineFault[]): readonly LineFault[] => [...faults].sort((a, b) => a.line - b.line)

function commitStaged(desk: Desk, pkg: CheckedPackage, staged: Staged, copy: string): Outcome {
  const { exchange } = desk.store
  const { header } = pkg
  const { manifest, have } = staged
  const org = header.type === 'down' ? header.to.org : header.from.org
  return desk.store.backups.unhurried(() => exchange.atomically(() => {
    if (pkg.awaitsApproval) admit(desk, pkg)
    else settleRequest(desk, header)
    if (header.type !== 'down') noteKnown(desk, header.from.device, header.created, header.knows)
    const [records, ...others] = staged.stages.map((stage) => exchange.staging.commit(stage))
    const lacking = missing(have, exchange.knower(header.type === 'rollup' ? undefined : org))
    const faults = byLine([...staged.faults, ...(records?.refused ?? [])])
    const counts = records ? countsOf(records, staged.faults.length) : noCounts
    const now = desk.now().toISOString()
    exchange.putPeer({ device: header.from.device, org: header.from.org, have, haveBlobs: decodeHashes(manifest.haveBlobs), lastIn: now, lastOut: null })
    exchange.putPackage({
      id: header.id, direction: 'in', device: header.from.device, org: header.from.org, pseq: header.pseq, sealSha256: pkg.sealSha256, state: 'COMMITTED', code: null,
      counts: { ...counts, complete: lacking.length === 0, missing: lacking.slice(0, 10_000), faults: faults.slice(0, 500), totals: manifest.totals } satisfies TakenCounts,
      file: `inbox/${path.basename(copy)}`, madeAt: header.created, doneAt: now,
    })
    takeReceipt(desk, pkg, manifest, lacking.length === 0)
    // Lines that are refused will not come better with another receipt.
    if (manifest.receipt && lacking.length <= faults.length) haveWhatTheCountyHas(desk)
    desk.store.events.note({ kind: 'import', by: desk.by, about: header.id, detail: { from: header.from.org, ...counts } })
    return { faults, counts, missing: lacking, ids: [...(records?.ids ?? []), ...others.flatMap((one) => one.ids)] }
  }))
}

export const held = (file: string, failure: Failure, more: Partial<ImportedFile> = {}): ImportedFile =>
  ({ file, state: 'HELD', code: failure.code, ...(failure.detail ? { detail: failure.detail } : {}), ...more })

/** Bytes of packed records, some two thousand of them: their commit would be felt. */
const large = 400_000

const isLarge = (pkg: CheckedPackage): boolean => pkg.entries.some((entry) => entry.name === entryNames.records && entry.size > large)

/** A package that is known: its receipt may have been lost on the way, so that the next one is made again. */
function duplicate(desk: Desk, pkg: CheckedPackage, dryRun: boolean): { readonly doneAt: string | null } | null {
  const { exchange } = desk.store
  const before = exchange.package(pkg.header.id) ?? exchange.packageBySeal(pkg.sealSha256)
  if (before?.direction !== 'in') return null
  if (before.state === 'RECEIPTED' && !dryRun) exchange.putPackage({ ...before, state: 'COMMITTED' })
  return before
}

/** What a computer sent before it was closed, or the county before it changed its keys, lies on sticks for a while: it is in, and nothing of it is refused now. */
function takenBefore(desk: Desk, code: string, id: string): PackageRow | undefined {
  const row = code === 'device-closed' || code === 'county-keys' ? desk.store.exchange.package(id) : null
  return row?.direction === 'in' && (row.state === 'COMMITTED' || row.state === 'RECEIPTED') ? row : undefined
}

/** The stick was changed since a person looked: what lies under the path now comes from a computer that nobody has seen. Of a receipt nobody asks. */
const isAnother = (pkg: CheckedPackage, seen: string | undefined): boolean => seen !== undefined && pkg.header.type !== 'down' && !sameCheckNo(seen, fingerprint(pkg.device.sign))

/** Who asks to be admitted, as the person who is to agree can tell. */
function newcomerOf(desk: Desk, pkg: CheckedPackage): Pick<ImportedFile, 'newcomer'> {
  const request = pkg.header.request
  const kept = pkg.awaitsApproval && request ? keptInvite(desk, request.invite) : null
  if (!request || !kept) return {}
  const computers = townDevices(desk, pkg.header.from.org).filter((one) => one.state === 'open').length
  return { newcomer: { by: request.deviceName, check_no: fingerprint(request.sign), slip_no: slipNo(desk, kept.invite), slip_made_on: shanghaiToday(new Date(kept.invite.created)), computers } }
}

function previewed(desk: Desk, pkg: CheckedPackage, staged: Staged): Partial<ImportedFile> {
  const { counts, byType } = previewOf(desk, pkg.header.id)
  const theirs = staged.manifest.totals
  const up = pkg.header.type === 'up'
  const ours = up && pkg.header.from.org.length === 9 ? controlTotals(desk, pkg.header.from.org) : {}
  const elsewhere = up ? knownElsewhere(desk, pkg.header.id, pkg.header.from.org) : { people: [], total: 0 }
  return {
    ...newcomerOf(desk, pkg),
    ...(elsewhere.total > 0 ? { elsewhere: elsewhere.people, elsewhere_total: elsewhere.total } : {}),
    counts: { ...counts }, by_type: Object.fromEntries(Object.entries(byType).map(([type, one]) => [type, { ...one }])), errors: faultsShown(desk, [...staged.faults, ...desk.store.exchange.staging.misfits(pkg.header.id)]),
    totals: Object.entries(theirs).map(([indicator, value]) => ({ indicator, name: indicatorOf(indicator)?.name ?? indicator, unit: indicatorOf(indicator)?.unit ?? '', theirs: value, ours: ours[indicator] ?? null })),
  }
}

/** A receipt that this computer cannot open is for the town's other computers: it says so, and not that the stick is bad. */
const atTown = (desk: Desk, failure: Failure): Failure => (failure.code === 'bad-key' && desk.store.office.role === 'town' ? { ...failure, detail: { ...failure.detail, at: 'town' } } : failure)

/** The same, and a package that was made for keys which this county has no more names them. */
const whyClosed = (desk: Desk, failure: Failure, header: Header): Failure => (failure.code === 'bad-key' && isLost(desk, header.knows) ? fail('county-keys', { detail: { reason: 'lost', from: header.from } }) : atTown(desk, failure))

/** What a person is told where a receipt brings the county's new keys. */
function newKeys(desk: Desk, { header }: CheckedPackage): Pick<ImportedFile, 'keys'> {
  const county = header.type === 'down' ? pairedCounty(desk) : null
  const renewed = county ? withNewKeys(county, header.keys ?? []) : null
  return renewed === null ? {} : { keys: { county: renewed.name, since: shanghaiToday(new Date(renewed.keysSince ?? header.created)), check_no: renewed.fingerprint } }
}

async function takeCopy(desk: Desk, file: string, copy: string, layout: PackageLayout, options: TakeOptions, job: Job & { readonly kept: Promise<Result<true>> }): Promise<ImportedFile> {
  const { header } = layout
  const who = { id: header.id, from: header.from, pseq: header.pseq, created: header.created }
  const checked = await checkPackage(layout, trustOf(desk), job.signal)
  const known = checked.ok ? undefined : takenBefore(desk, checked.code, header.id)
  if (known) return { file, state: 'DUPLICATE', code: 'already-imported', detail: { done_at: known.doneAt }, ...who }
  if (!checked.ok) return held(file, checked, who)
  job.reached('checked')
  const pkg = checked.value
  const before = duplicate(desk, pkg, options.dryRun)
  if (before) return { file, state: 'DUPLICATE', code: 'already-imported', detail: { done_at: before.doneAt }, ...who }
  if (isAnother(pkg, options.checkNo)) return held(file, fail('awaiting-approval', { detail: { from: header.from, reason: 'other-computer', check_no: fingerprint(pkg.device.sign) } }), who)
  if (pkg.awaitsApproval && !options.approve && !options.dryRun) return held(file, fail('awaiting-approval', { detail: { from: header.from } }), who)
  // Both have a processor of their own; nothing of the office changes before the two are there.
  const backup = options.dryRun ? null : backupBefore(desk)
  backup?.catch(() => undefined)
  if (!options.dryRun && isLarge(pkg)) desk.aside.call('import')
  const staged = await stagePackage(desk, pkg, job)
  if (!staged.ok) return held(file, whyClosed(desk, staged, header), who)
  job.reached('staged')
  const { stages, manifest } = staged.value
  if (options.dryRun) {
    const preview = previewed(desk, pkg, staged.value)
    dropStages(desk, stages)
    return { file, state: 'PREVIEWED', ...who, ...preview, ...(pkg.awaitsApproval ? { code: 'awaiting-approval' as const } : {}) }
  }
  const blobs = await takeBlobs(desk, pkg, manifest, job)
  job.reached('attached')
  // The copy is the original once its records are in: it must be on the disk before them.
  const kept = await job.kept
  const failed = !blobs.ok ? blobs : !kept.ok ? kept : job.signal.aborted ? fail('cancelled') : await backup
  if (failed) {
    dropStages(desk, stages)
    return held(file, failed, who)
  }
  job.reached('backed-up')
  job.progress('commit', 0, 1)
  const renewed = newKeys(desk, pkg)
  const done = desk.aside.during(() => commitStaged(desk, pkg, staged.value, copy))
  job.reached('committed')
  return {
    file, state: 'COMMITTED', ...who, counts: { ...done.counts }, complete: done.missing.length === 0, missing: done.missing.length, ...renewed, ...(done.missing.length > 0 ? { code: 'incomplete' as const, detail: { missing: done.missing.length } } : {}), conflicts: titlesOfConflicts(desk, done.ids),
    ...(done.faults.length > 0 ? { errors: faultsShown(desk, done.faults) } : {}),
  }
}

/** The original goes to the archive. What fails now is tried again at the next start: the records are in. */
async function finish(desk: Desk, id: string, job: Job): Promise<void> {
  try {
    const row = desk.store.exchange.package(id)
    if (row) await toArchive(desk, row)
    job.reached('archived')
    await tidyOutbox(desk)
    await tidyArchive(desk)
  } catch (error) {
    const failure = failureOf(error)
    if (failure === null) throw error
    desk.store.events.note({ kind: 'archive', by: desk.by, about: id, detail: { code: failure.code } })
  }
}

/** Takes one file in. A file that is refused is a result with its code; only our own disk can fail the call. */
export async function takeFile(desk: Desk, file: string, options: TakeOptions, job: Job): Promise<ImportedFile> {
  const copy = await ownFile(desk, 'inbox', `${randomBytes(12).toString('hex')}.zpk`)
  let committed = false
  let kept: Promise<Result<true>> = Promise.resolve(ok(true))
  // The copy, and what is unpacked of it.
  const info = statSync(file, { throwIfNoEntry: false })
  // A device has no end, and a folder is none of our packages.
  if (info && !info.isFile()) return held(file, fail('file-not-found', { detail: { file } }))
  const full = info ? spaceFor(desk.dir, info.size * 2) : null
  if (full) return held(file, full)
  try {
    const copied = await copyIn(nodeStickFs, file, copy, { signal: job.signal, synced: false, progress: (done, all) => { job.progress('copy', done, all) } })
    if (!copied.ok) return held(file, copied)
    job.reached('copied')
    // A look leaves nothing behind that would have to last.
    kept = options.dryRun ? kept : syncFile(copy)
    const done = await withPackage(copy, async (layout) => ok(await takeCopy(desk, file, copy, layout, options, { ...job, kept })))
    if (!done.ok) return held(file, done)
    committed = done.value.state === 'COMMITTED'
    if (committed && done.value.id !== undefined) await finish(desk, done.value.id, job)
    return done.value
  } finally {
    await kept
    if (!committed) await rm(copy, { force: true })
  }
}
