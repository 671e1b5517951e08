/** Lines that wait inside the encrypted file, in small transactions: of a package with more than memory should hold. */
import type { Db } from './db'
import type { StoredVersion } from './exchange-store'
import type { Stage, StagedFile, StagedHead, StageError } from './stage'
import { heldHead, idToBytes, metaOf, rowValues, versionColumns, type HeldRow, type VersionRow } from './version-codec'

interface SortedRow extends HeldRow {
  readonly uid: string
  readonly type: string
  readonly org: string
  readonly sv: number
}

function* versionsOf(db: Db, packageId: string): Generator<StoredVersion> {
  // In stretches, not in one statement: the connection must be free for what the caller does with each.
  let last = 0
  for (;;) {
    const rows = db.sql(`SELECT rowid AS n, ${versionColumns} FROM stage WHERE package = ? AND rowid > ? AND code IS NULL ORDER BY rowid LIMIT 500`).all(packageId, last) as (VersionRow & { readonly n: number })[]
    if (rows.length === 0) return
    for (const row of rows) {
      last = row.n
      yield { meta: metaOf(row), text: row.data, row }
    }
  }
}

function* sortedOf(db: Db, packageId: string): Generator<StagedHead> {
  const rows = db.sql('SELECT rowid AS v, uid, type, org, sv, id, op, seen, hlc, dh FROM stage WHERE package = ? AND code IS NULL ORDER BY type, uid, rowid').iterate(packageId) as IterableIterator<SortedRow>
  for (const row of rows) yield { uid: row.uid, type: row.type, org: row.org, sv: row.sv, held: heldHead(row) }
}

function drop(db: Db, packageId: string): void {
  if (db.value('SELECT 1 FROM stage WHERE package = ? LIMIT 1', packageId) === undefined) return
  const others = db.value('SELECT 1 WHERE (SELECT min(package) FROM stage) <> ? OR (SELECT max(package) FROM stage) <> ?', packageId, packageId)
  // Emptying the table as a whole takes no time, row by row it takes a tenth of an import.
  if (others === undefined) db.sql('DELETE FROM stage').run()
  else db.sql('DELETE FROM stage WHERE package = ?').run(packageId)
}

/** The stage of a package in the table `stage`. */
export function farStage(db: Db, packageId: string): Stage {
  const names = `${versionColumns}, package, line`
  const insert = `INSERT INTO stage (${names}) VALUES (${names.split(',').map(() => '?').join(', ')})`
  return {
    add: (lines) => {
      const statement = db.sql(insert)
      // What is staged is read from its file again after a power cut.
      db.passing(() => {
        for (const { line, version, text } of lines) statement.run(...rowValues(version, text), packageId, line)
      })
    },
    addError: ({ line, type, uid, code, field }) => {
      db.sql('INSERT INTO stage (package, line, uid, type, code, field) VALUES (?, ?, ?, ?, ?, ?)').run(packageId, line, uid, type, code, field)
    },
    errors: () => db.sql('SELECT line, type, uid, code, field FROM stage WHERE package = ? AND code IS NOT NULL ORDER BY line').all(packageId) as StageError[],
    versions: () => versionsOf(db, packageId),
    sorted: () => sortedOf(db, packageId),
    types: () => db.column<string>('SELECT DISTINCT type FROM stage WHERE package = ? AND code IS NULL', packageId),
    files: () => db.sql(
      `SELECT rowid AS n, json_extract(data, '$.owner') AS owner, json_extract(data, '$.sha256') AS sha256 FROM stage WHERE package = ? AND type = 'file' AND code IS NULL`,
    ).all(packageId) as StagedFile[],
    typesOf: (uids) => {
      const rows = db.sql('SELECT uid, type FROM stage WHERE package = ? AND uid IN (SELECT value FROM json_each(?))').all(packageId, JSON.stringify(uids)) as { uid: string; type: string }[]
      return new Map(rows.map((row) => [row.uid, row.type]))
    },
    linesOf: (ids) => new Map(ids.flatMap((id) => {
      const line = db.value<number>('SELECT line FROM stage WHERE package = ? AND id = ?', packageId, idToBytes(id))
      return line === undefined ? [] : [[id, line] as const]
    })),
    refuseType: (type) => {
      db.sql(`UPDATE stage SET code = 'bad-input', field = 'type' WHERE package = ? AND type = ? AND code IS NULL`).run(packageId, type)
    },
    refuseFile: (n) => {
      db.sql(`UPDATE stage SET code = 'bad-input', field = 'owner' WHERE rowid = ?`).run(n)
    },
    drop: () => { drop(db, packageId) },
  }
}
