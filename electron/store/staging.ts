/**
 * Staging: the lines of a package wait inside the encrypted store, written in small transactions while the window works, until a person
 * has seen what they would do. The commit then only moves them.
 */
import { figureType } from '../../shared/exchange/figure-fact'
import { applyVersion, view } from '../../shared/exchange/merge'
import { schemaOf } from '../../shared/records/schema'
import { declarations, isRecordType } from '../../shared/records'
import { write, type Core } from './core'
import type { StagedCounts, Staging, StoredVersion } from './exchange-store'
import { putStored } from './merge'
import { readHead } from './projection'
import { headsOf } from './take-version'
import { heldHead, metaOf, rowValues, versionColumns, type HeldHead, type HeldRow, type VersionRow } from './version-codec'

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
  if (after.winner.op === before.winner.op && after.winner.dh === before.winner.dh && after.conflict === before.conflict) return 'same'
  const isGone = after.deleted || after.winner.op === 'merge'
  const wasGone = before.deleted || before.winner.op === 'merge'
  return isGone && !wasGone ? 'deleted' : 'changed'
}

interface PreviewRow extends HeldRow {
  readonly uid: string
  readonly type: string
  readonly org: string
  readonly sv: number
}

function previewRecord(core: Core, rows: readonly PreviewRow[]): keyof StagedCounts {
  const [first] = rows
  if (!first) return 'same'
  const here = readHead(core.db, first.uid)
  if (here && (here.type !== first.type || here.org !== first.org)) return 'error'
  if ((!isRecordType(first.type) && first.type !== figureType) || rows.some((row) => row.sv > schemaOf(row.type))) return 'held'
  // Versions that are history here change nothing, even where the heads do not name them.
  const fresh = rows.map(heldHead).filter((one) => core.db.value('SELECT 1 FROM version WHERE id = ?', one.bytes) === undefined)
  if (!here) return fresh.length === 0 ? 'error' : fate([], fresh)
  return fate(headsOf(core, first.uid), fresh)
}

/** Each staged record once, with its versions in the order of their lines. */
function* stagedRecords(core: Core, packageId: string): Generator<readonly PreviewRow[]> {
  const rows = core.db.sql('SELECT rowid AS v, uid, type, org, sv, id, op, seen, hlc, dh FROM stage WHERE package = ? AND code IS NULL ORDER BY type, uid, rowid').iterate(packageId) as IterableIterator<PreviewRow>
  let record: PreviewRow[] = []
  for (const row of rows) {
    const last = record.at(-1)
    if (last && (last.uid !== row.uid || last.type !== row.type)) {
      yield record
      record = []
    }
    record.push(row)
  }
  if (record.length > 0) yield record
}

function* stagedVersions(core: Core, packageId: string): Generator<StoredVersion> {
  // In stretches, not in one statement: the connection must be free for what the caller does with each.
  let last = 0
  for (;;) {
    const rows = core.db.sql(`SELECT rowid AS n, ${versionColumns} FROM stage WHERE package = ? AND rowid > ? AND code IS NULL ORDER BY rowid LIMIT 500`).all(packageId, last) as (VersionRow & { readonly n: number })[]
    if (rows.length === 0) return
    for (const row of rows) {
      last = row.n
      yield { meta: metaOf(row), text: row.data, row }
    }
  }
}

/** Attachments travel with their owner: types of the owners of staged attachments, as held here or else as staged (refused ones too). */
function ownerTypes(core: Core, packageId: string, owners: readonly string[]): ReadonlyMap<string, string> {
  const staged = core.db.sql('SELECT uid, type FROM stage WHERE package = ? AND uid IN (SELECT value FROM json_each(?))').all(packageId, JSON.stringify(owners)) as { uid: string; type: string }[]
  const held = owners.flatMap((uid) => {
    const head = readHead(core.db, uid)
    return head ? [[uid, head.type] as const] : []
  })
  return new Map([...staged.map((row) => [row.uid, row.type] as const), ...held])
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
  const typeOf = ownerTypes(core, packageId, files.flatMap(({ owner }) => (typeof owner === 'string' ? [owner] : [])))
  for (const { n, owner } of files) {
    const type = typeof owner === 'string' ? typeOf.get(owner) : undefined
    // Of an owner that nobody here has seen nothing can be said; the way of the county is the ordinary one.
    if (type === undefined ? scope === 'town' : !goes(type)) db.sql(`UPDATE stage SET code = 'bad-input', field = 'owner' WHERE rowid = ?`).run(n)
  }
}

export function stagingOf(core: Core): Staging {
  const { db } = core
  const drop = (packageId: string): void => {
    const others = db.value('SELECT 1 WHERE (SELECT min(package) FROM stage) <> ? OR (SELECT max(package) FROM stage) <> ?', packageId, packageId)
    // Emptying the table as a whole takes no time, row by row it takes a tenth of an import.
    if (others === undefined) db.sql('DELETE FROM stage').run()
    else db.sql('DELETE FROM stage WHERE package = ?').run(packageId)
  }
  return {
    begin: drop,
    add: (packageId, lines) => {
      const names = `${versionColumns}, package, line`
      const insert = db.sql(`INSERT INTO stage (${names}) VALUES (${names.split(',').map(() => '?').join(', ')})`)
      // What is staged is read from its file again after a power cut.
      db.passing(() => {
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
      for (const rows of stagedRecords(core, packageId)) count(rows[0]?.type ?? '', previewRecord(core, rows))
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
