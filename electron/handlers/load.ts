/**
 * Feeds packages into PostgreSQL for the level above: the same gate and the same parser as an import, another engine behind them. Several
 * towns at once, the packages of one town in the order in which they were made. Nothing of the office's own store changes.
 */
import { existsSync } from 'node:fs'
import { haveIds } from '../../shared/exchange/have'
import { declarations, recordTypes } from '../../shared/records'
import { fail, ok, type ErrorCode, type Failure, type Result } from '../../shared/result'
import { checkPackage, type CheckedPackage, type PackageLayout, type Trust } from '../exchange/check-package'
import { withPackage } from '../exchange/package-file'
import { readRecords } from '../exchange/read-records'
import type { PackageRow } from '../store/exchange-store'
import { connect, prepareSchema, asked } from '../store/postgres/connect'
import { disconnect, loadPackage, openCounty, type LineSource, type LoadCounts, type LoadLine } from '../store/postgres/loader'
import type { Desk } from './desk'
import { archived } from './exchange-files'
import { ownIdentities } from './exchange-realm-keys'
import { trustOf } from './exchange-trust'
import type { Job } from './job'

export interface LoadOrder {
  /** `postgresql://user@host/database`; the password comes from PGPASSWORD or ~/.pgpass. */
  readonly url: string
  readonly files: readonly string[]
  /** Every package that this office has taken in, as it lies in its archive. */
  readonly archive: boolean
  /** Towns that are loaded at the same time. */
  readonly jobs: number
}

export interface LoadedFile {
  readonly file: string
  readonly state: 'COMMITTED' | 'HELD' | 'DUPLICATE'
  readonly code?: ErrorCode
  readonly detail?: Readonly<Record<string, unknown>>
  readonly id?: string
  readonly org?: string
  readonly counts?: LoadCounts
  readonly complete?: boolean
}

type Connection = Extract<Awaited<ReturnType<typeof connect>>, { readonly ok: true }>['value']

interface Waiting {
  readonly file: string
  readonly org: string
  readonly created: string
}

const held = (file: string, { code, detail }: Failure): LoadedFile => ({ file, state: 'HELD', code, ...(detail ? { detail } : {}) })

/** What this office once took in was judged then: a computer that was closed since has not become a stranger. */
function trustWith(desk: Desk, taken: PackageRow | null): Trust {
  const trust = trustOf(desk)
  return taken === null ? trust : { ...trust, device: (id) => { const known = trust.device(id); return known && { ...known, state: 'open' } } }
}

const takenRow = (desk: Desk, id: string): PackageRow | null => {
  const row = desk.store.exchange.package(id)
  return row?.direction === 'in' && (row.state === 'COMMITTED' || row.state === 'RECEIPTED') ? row : null
}

async function check(desk: Desk, layout: PackageLayout, signal: AbortSignal): Promise<Result<CheckedPackage>> {
  const taken = takenRow(desk, layout.header.id)
  const checked = await checkPackage(layout, trustWith(desk, taken), signal)
  if (!checked.ok) return checked
  if (checked.value.header.type === 'down') return fail('wrong-role', { detail: { type: 'down', from: checked.value.header.from } })
  if (checked.value.awaitsApproval) return fail('awaiting-approval', { detail: { from: checked.value.header.from } })
  return taken === null || taken.sealSha256 === checked.value.sealSha256 ? checked : fail('bad-seal', { detail: { reason: 'content' } })
}

/** Types that stay in the town unless the package says that a person opened them. */
const closedTypes = (opened: readonly string[]): readonly string[] => recordTypes.filter((type) => declarations[type].scope === 'town' && !opened.includes(type))

async function lines(desk: Desk, pkg: CheckedPackage, take: (lines: readonly LoadLine[]) => Promise<void>, signal: AbortSignal): Promise<Result<LineSource>> {
  const read = await readRecords(pkg, ownIdentities(desk), {
    versions: (batch) => take(batch.flatMap((one) => (one.ok ? [{ version: one.version, text: one.text }] : []))),
  }, { signal })
  return read.ok ? ok({ have: [...haveIds(read.value.have)], closedTypes: closedTypes(read.value.manifest.opened), errors: read.value.errors }) : read
}

async function loadOne(desk: Desk, client: Connection, file: string, job: Job): Promise<LoadedFile> {
  const done = await withPackage(file, async (layout): Promise<Result<LoadedFile>> => {
    const checked = await check(desk, layout, job.signal)
    if (!checked.ok) return checked
    const { header, sealSha256 } = checked.value
    const county = header.from.org.slice(0, 6)
    const open = await openCounty(client, county)
    if (!open.ok) return open
    const pkg = { id: header.id, sealSha256, type: header.type, county, org: header.from.org, device: header.from.device, pseq: header.pseq, madeAt: header.created }
    const loaded = await loadPackage(client, pkg, (take) => lines(desk, checked.value, take, job.signal))
    if (!loaded.ok) return loaded
    const who = { file, id: header.id, org: header.from.org }
    if (loaded.value.state === 'known') return ok({ ...who, state: 'DUPLICATE', code: 'already-imported' })
    return ok({ ...who, state: 'COMMITTED', counts: loaded.value.counts, complete: loaded.value.counts.missing === 0 })
  })
  return done.ok ? done.value : held(file, done)
}

async function archivedFiles(desk: Desk): Promise<readonly string[]> {
  const rows = desk.store.exchange.packages({ direction: 'in', limit: 1_000_000 }).filter((row) => takenRow(desk, row.id) !== null)
  const files = await Promise.all(rows.map((row) => archived(desk, row.id)))
  return files.filter((file) => existsSync(file))
}

/** Packages by town, each town's in the order of their making; files that are no packages answer for themselves. */
async function queues(files: readonly string[]): Promise<{ readonly towns: readonly (readonly Waiting[])[]; readonly held: readonly LoadedFile[] }> {
  const byTown = new Map<string, Waiting[]>()
  const refused: LoadedFile[] = []
  for (const file of files) {
    const header = await withPackage(file, (layout) => Promise.resolve(ok(layout.header)))
    if (!header.ok) {
      refused.push(held(file, header))
      continue
    }
    const { from, created } = header.value
    byTown.set(from.org, [...(byTown.get(from.org) ?? []), { file, org: from.org, created }])
  }
  return { towns: [...byTown.values()].map((waiting) => waiting.sort((a, b) => Date.parse(a.created) - Date.parse(b.created))), held: refused }
}

/** Whole towns go to whichever connection is free; a server that is lost ends the work. */
async function work(desk: Desk, client: Connection, towns: (readonly Waiting[])[], answers: Map<string, LoadedFile>, job: Job, total: number): Promise<Failure | null> {
  for (let town = towns.shift(); town !== undefined; town = towns.shift()) {
    for (const { file } of town) {
      const done = job.signal.aborted ? held(file, fail('cancelled')) : await loadOne(desk, client, file, job)
      if (done.code === 'no-database' || (done.code === 'disk-full' && done.detail?.['on'] === 'database')) return fail(done.code, done.detail ? { detail: done.detail } : {})
      answers.set(file, done)
      job.progress('load', answers.size, total)
    }
  }
  return null
}

async function connections(url: string, count: number): Promise<Result<readonly Connection[]>> {
  const open: Connection[] = []
  for (let i = 0; i < count; i++) {
    const client = await connect(url)
    if (!client.ok) {
      await Promise.all(open.map(disconnect))
      return client
    }
    open.push(client.value)
  }
  return ok(open)
}

/**
 * Loads packages into PostgreSQL. A package that is held or known is a result; `no-database` and `disk-full` end the call, and what was loaded
 * before stays: the same call again goes on from there.
 */
export async function loadIntoPostgres(desk: Desk, order: LoadOrder, job: Job): Promise<Result<{ readonly files: readonly LoadedFile[] }>> {
  if (desk.store.office.role !== 'county') return fail('wrong-role', { detail: { role: 'town' } })
  const files = [...new Set([...order.files, ...(order.archive ? await archivedFiles(desk) : [])])]
  const { towns, held: refused } = await queues(files)
  const open = await connections(order.url, Math.max(1, Math.min(order.jobs, towns.length)))
  if (!open.ok) return open
  try {
    const [first] = open.value
    const prepared = first ? await asked(() => prepareSchema(first)) : ok(undefined)
    if (!prepared.ok) return prepared
    const answers = new Map(refused.map((one) => [one.file, one]))
    const waiting = [...towns]
    const ends = await Promise.all(open.value.map((client) => work(desk, client, waiting, answers, job, files.length)))
    const broken = ends.find((end) => end !== null)
    const loaded = [...answers.values()].filter((one) => one.state === 'COMMITTED').length
    if (loaded > 0) desk.store.events.note({ kind: 'export', by: desk.by, about: desk.store.office.code, detail: { what: 'postgres', packages: loaded } })
    return broken ?? ok({ files: files.flatMap((file) => answers.get(file) ?? []) })
  } finally {
    await Promise.all(open.value.map(disconnect))
  }
}
