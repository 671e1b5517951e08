/**
 * The living records of the own town as they stood when the store was last put away: one short blob instead of rows scattered among
 * every history. Whatever was written later is read from the versions, so an old copy is as right as a new one, only slower. An erasure
 * takes the copy away in its own transaction.
 */
import type { Rec } from '../../shared/record'
import type { Core } from './core'
import { pack, unpack } from './packed-records'

/** First byte of a copy; raised when what is kept of a record changes. One of another shape is not read, and the next closing replaces it. */
const shape = Buffer.from([3])
/** Kept among the figures, which are copies too. */
export const keptKey = 'records'

interface Copy {
  /** Merged duplicates are left out; where redirects differ, others would be. */
  readonly redirects: readonly (readonly [string, string])[]
  readonly records: readonly Rec[]
}

/** Below this a town is read as quickly as its copy. */
const fewest = 1000
/** Versions since the copy that make it worth a new one, and the share of its records beyond which it is not read. */
const stale = 200
const tooOld = 0.25

const newest = (core: Core): number => core.db.value<number | null>('SELECT max(v) FROM version') ?? 0
const madeAt = (core: Core, org: string): number | null => core.db.value<number>('SELECT stamp FROM figure WHERE org = ? AND key = ? AND substr(value, 1, 1) = ?', org, keptKey, shape) ?? null

function copyIn(value: Buffer): Copy | null {
  if (value[0] !== shape[0]) return null
  try {
    return unpack(value.subarray(1)) as Copy
  } catch {
    // Damaged: the versions say the same.
    return null
  }
}

const sameRedirects = (core: Core, of: Copy['redirects']): boolean => of.length === core.redirects.size && of.every(([from, to]) => core.redirects.get(from) === to)

/** The town's records from its copy and what came after it; null where there is none that helps. */
export function keptRecords(core: Core, org: string): Map<string, Rec> | null {
  const row = core.db.sql('SELECT stamp, value FROM figure WHERE org = ? AND key = ?').get(org, keptKey) as { readonly stamp: number; readonly value: Buffer } | undefined
  const copy = row ? copyIn(row.value) : null
  if (!row || copy === null || !sameRedirects(core, copy.redirects)) return null
  const later = core.db.column<string>('SELECT DISTINCT uid FROM version WHERE v > ? AND org = ?', row.stamp, org)
  if (later.length > copy.records.length * tooOld) return null
  const records = new Map(copy.records.map((rec) => [rec.id, rec]))
  for (const uid of later) {
    const rec = core.redirects.has(uid) ? null : core.read(uid)
    if (rec && !rec.deleted) records.set(uid, rec)
    else records.delete(uid)
  }
  return records
}

/** Keeps a copy of `records`, which are all living records of the town, unless the one that is there is as good. */
export function keepRecords(core: Core, org: string, records: ReadonlyMap<string, Rec>): void {
  const at = newest(core)
  const before = madeAt(core, org)
  if (records.size < fewest || (before !== null && at - before < stale)) return
  // Records alike side by side: they pack better.
  const alike = [...records.values()].filter((rec) => !core.redirects.has(rec.id)).sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0))
  const copy: Copy = { redirects: [...core.redirects], records: alike }
  const packed = Buffer.concat([shape, pack(copy)])
  core.db.passing(() => {
    core.db.sql('INSERT INTO figure (org, key, stamp, value) VALUES (?, ?, ?, ?) ON CONFLICT (org, key) DO UPDATE SET stamp = excluded.stamp, value = excluded.value').run(org, keptKey, at, packed)
  })
}

/** Takes copies away: of one town, or all of them. */
export function dropKept(core: Pick<Core, 'db'>, org?: string): void {
  core.db.sql('DELETE FROM figure WHERE key = ? AND org = ifnull(?, org)').run(keptKey, org ?? null)
}
