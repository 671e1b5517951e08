/**
 * Staging: the lines of a package wait inside the encrypted store, written in small transactions while the window works, until a person
 * has seen what they would do. The commit then only moves them.
 */
import { applyVersion, view } from '../../shared/exchange/merge'
import { declarations, isRecordType } from '../../shared/records'
import { write, type Core } from './core'
import type { StagedCounts, Staging, StoredVersion } from './exchange-store'
import { putStored } from './merge'
import { headsOf } from './take-version'
import { heldHead, metaOf, rowValues, versionColumns, type HeldHead, type HeldRow, type VersionRow } from './version-codec'

interface StagedRow {
  readonly uid: string
  readonly type: string
  readonly org: string
  readonly rowid: number
}

const none: StagedCounts = { new: 0, changed: 0, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 }

/** What the staged versions of one record would do to it. */
function fate(held: readonly HeldHead[], staged: readonly HeldHead[]): keyof StagedCounts {
  let heads = held
  for (const one of staged) {
    const applied = applyVersion(heads, one)
    if (applied.kind === 'head') heads = applied.heads
  }
  const [first, ...others] = heads
  if (!first) return 'same'
  const after = view([first, ...others])
  const [old, ...olds] = held
  if (!old) return after.conflict ? 'conflict' : 'new'
  const before = view([old, ...olds])
  if (after.conflict && !before.conflict) return 'conflict'
  if (after.winner.id === before.winner.id && after.conflict === before.conflict) return 'same'
  const isGone = after.deleted || after.winner.op === 'merge'
  const wasGone = before.deleted || before.winner.op === 'merge'
  return isGone && !wasGone ? 'deleted' : 'changed'
}

function previewRecord(core: Core, packageId: string, row: StagedRow): keyof StagedCounts {
  const here = core.db.sql('SELECT type, org FROM head WHERE uid = ?').get(row.uid) as { type: string; org: string } | undefined
  if (here && (here.type !== row.type || here.org !== row.org)) return 'error'
  if (!isRecordType(row.type)) return 'held'
  const staged = core.db.sql('SELECT rowid AS v, id, op, seen, hlc, dh FROM stage WHERE package = ? AND type = ? AND uid = ? AND code IS NULL ORDER BY rowid').all(packageId, row.type, row.uid) as HeldRow[]
  // Versions that are history here change nothing, even where the heads do not name them.
  const fresh = staged.map(heldHead).filter((one) => core.db.value('SELECT 1 FROM version WHERE id = ?', one.bytes) === undefined)
  return fate(headsOf(core, row.uid), fresh)
}

function* stagedVersions(core: Core, packageId: string): Generator<StoredVersion> {
  // By row number, not in one statement: the connection must be free for what the caller does with each. The plus keeps the planner from
  // the index of records, by which every stretch would sort all lines anew.
  let last = 0
  for (;;) {
    const rows = core.db.sql(`SELECT rowid AS n, ${versionColumns} FROM stage WHERE rowid > ? AND +package = ? AND code IS NULL ORDER BY rowid LIMIT 500`).all(last, packageId) as (VersionRow & { readonly n: number })[]
    if (rows.length === 0) return
    for (const row of rows) {
      last = row.n
      yield { meta: metaOf(row), text: row.data }
    }
  }
}

/** Attachments travel with their owner: the type of its record is looked up here and among what was staged. */
function ownerType(core: Core, packageId: string, types: readonly string[], owner: string): string | undefined {
  const held = core.db.value<string>('SELECT type FROM head WHERE uid = ?', owner)
  return held ?? types.find((type) => core.db.value('SELECT 1 FROM stage WHERE package = ? AND type = ? AND uid = ?', packageId, type, owner) !== undefined)
}

function keepScope(core: Core, packageId: string, scope: 'county' | 'town', opened: readonly string[]): void {
  const { db } = core
  const types = db.column<string>('SELECT DISTINCT type FROM stage WHERE package = ? AND code IS NULL', packageId)
  const goes = (type: string): boolean => opened.includes(type) || (isRecordType(type) ? declarations[type].scope : 'county') === scope
  for (const type of types) {
    if (type !== 'file' && !goes(type)) db.sql(`UPDATE stage SET code = 'bad-input', field = 'type' WHERE package = ? AND type = ? AND code IS NULL`).run(packageId, type)
  }
  if (!types.includes('file')) return
  const files = db.sql(`SELECT rowid AS n, json_extract(data, '$.owner') AS owner FROM stage WHERE package = ? AND type = 'file' AND code IS NULL`).all(packageId) as { readonly n: number; readonly owner: unknown }[]
  for (const { n, owner } of files) {
    const type = typeof owner === 'string' ? ownerType(core, packageId, types, owner) : undefined
    // Of an owner that nobody here has seen nothing can be said; the way of the county is the ordinary one.
    if (type === undefined ? scope === 'town' : !goes(type)) db.sql(`UPDATE stage SET code = 'bad-input', field = 'owner' WHERE rowid = ?`).run(n)
  }
}

export function stagingOf(core: Core): Staging {
  const { db } = core
  const drop = (packageId: string): void => { db.sql('DELETE FROM stage WHERE package = ?').run(packageId) }
  return {
    begin: drop,
    add: (packageId, lines) => {
      const names = `${versionColumns}, package, line`
      const insert = db.sql(`INSERT INTO stage (${names}) VALUES (${names.split(',').map(() => '?').join(', ')})`)
      db.transaction(() => {
        for (const { line, version, text } of lines) insert.run(...rowValues(version, text), packageId, line)
      })
    },
    addError: (packageId, { line, type, uid, code, field }) => {
      db.sql('INSERT INTO stage (package, line, uid, type, code, field) VALUES (?, ?, ?, ?, ?, ?)').run(packageId, line, uid, type, code, field ?? null)
    },
    errors: (packageId) => db.sql('SELECT line, type, uid, code, field FROM stage WHERE package = ? AND code IS NOT NULL ORDER BY line').all(packageId) as ReturnType<Staging['errors']>,
    preview: (packageId) => {
      const counts = new Map<string, Record<keyof StagedCounts, number>>()
      const count = (type: string, what: keyof StagedCounts): void => {
        const row = counts.get(type) ?? { ...none }
        row[what] += 1
        counts.set(type, row)
      }
      const records = db.sql('SELECT uid, type, min(org) AS org, min(rowid) AS rowid FROM stage WHERE package = ? AND code IS NULL GROUP BY type, uid').all(packageId) as StagedRow[]
      for (const row of records) count(row.type, previewRecord(core, packageId, row))
      for (const error of db.sql('SELECT type FROM stage WHERE package = ? AND code IS NOT NULL').all(packageId) as { type: string }[]) count(error.type, 'error')
      return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    },
    versions: (packageId) => stagedVersions(core, packageId),
    commit: (packageId) => write(core, () => {
      const merged = putStored(core, stagedVersions(core, packageId), packageId)
      drop(packageId)
      return merged
    }),
    drop,
    clear: () => { db.sql('DELETE FROM stage').run() },
    keepScope: (packageId, scope, opened = []) => { db.transaction(() => { keepScope(core, packageId, scope, opened) }) },
  }
}
