/** After a crash, and now and then: finishes what was committed, forgets what was not, keeps the outbox small. */
import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { clearCopies } from '../store/copies'
import type { PackageRow } from '../store/exchange-store'
import { sweepAttachments } from './erase'
import { archived, placeOf, type Place } from './exchange-files'
import type { Desk } from './desk'

/** Packages that stay in the outbox while nobody has confirmed them; each repeats the one before. */
const keptUnconfirmed = 3
/** Receipts that a town keeps: the newest says everything, an older one may hold private records for the recovery sheet. */
const keptReceipts = 3

const namesIn = async (desk: Desk, place: Place): Promise<readonly string[]> => (existsSync(placeOf(desk, place)) ? readdir(placeOf(desk, place)) : [])

/** The original goes to the archive once its records are committed; its row says where it is until then. */
export async function toArchive(desk: Desk, row: PackageRow): Promise<void> {
  if (row.file === null) return
  const from = path.join(placeOf(desk, 'inbox'), path.basename(row.file))
  if (existsSync(from)) await rename(from, await archived(desk, row.id))
  desk.store.exchange.putPackage({ ...row, file: null })
}

async function tidyInbox(desk: Desk): Promise<void> {
  const names = await namesIn(desk, 'inbox')
  if (names.length === 0) return
  for (const row of desk.store.exchange.packages({ direction: 'in', limit: 1_000_000 })) if (row.file !== null) await toArchive(desk, row)
  // What was not committed is on the stick still, and in every package after it: its attachments too, which are in place before their records.
  const left = await namesIn(desk, 'inbox')
  for (const name of left) await rm(path.join(placeOf(desk, 'inbox'), name), { force: true })
  if (left.length > 0) await sweepAttachments(desk)
}

/** Ids of the packages whose file in the outbox may go. */
function superseded(desk: Desk): ReadonlySet<string> {
  const { exchange, office } = desk.store
  const sent = exchange.packages({ direction: 'out', limit: 1_000_000 })
  if (office.role === 'town') {
    const open = sent.filter((row) => row.state !== 'CONFIRMED').slice(0, keptUnconfirmed)
    return new Set(sent.filter((row) => !open.includes(row)).map((row) => row.id))
  }
  // Receipts are cumulative: of each town the newest.
  const newest = new Map<string, string>()
  for (const row of sent) if (!newest.has(row.org)) newest.set(row.org, row.id)
  return new Set(sent.filter((row) => newest.get(row.org) !== row.id).map((row) => row.id))
}

/** Takes packages out of the outbox that nobody needs any more, and files that belong to no package. */
export async function tidyOutbox(desk: Desk): Promise<void> {
  const names = await namesIn(desk, 'outbox')
  if (names.length === 0) return
  const gone = superseded(desk)
  for (const name of names) {
    const id = path.basename(name, '.zpk')
    if (!name.endsWith('.zpk') || gone.has(id) || !desk.store.exchange.package(id)) await rm(path.join(placeOf(desk, 'outbox'), name), { force: true })
  }
}

/** A town keeps its newest receipts; a county keeps what it took until the term is over. */
export async function tidyArchive(desk: Desk): Promise<void> {
  if (desk.store.office.role !== 'town') return
  const kept = new Set(desk.store.exchange.packages({ direction: 'in', limit: keptReceipts }).map((row) => `${row.id}.zpk`))
  for (const name of await namesIn(desk, 'archive')) if (!kept.has(name)) await rm(path.join(placeOf(desk, 'archive'), name), { force: true })
}

/** At the start, when nothing is under way. */
export async function tidyExchange(desk: Desk): Promise<void> {
  desk.store.exchange.staging.clear()
  await tidyInbox(desk)
  await tidyOutbox(desk)
  await tidyArchive(desk)
  clearCopies(desk.dir)
  await desk.blobs.tidy()
}
