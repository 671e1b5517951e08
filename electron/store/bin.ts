/** The bin: deleted records with who, when and why, newest first. Erased ones are not in it, their content is gone. */
import { titleOf } from '../../shared/records'
import { reasonOf } from './content'
import type { Core } from './core'
import { sqlLookup } from './lookup'
import type { BinEntry } from './store'
import { parseData } from './version-codec'

interface Row {
  readonly uid: string
  readonly by_user: string
  readonly at_local: string
  readonly data: string | null
}

export function binOf(core: Core, query: { readonly type?: string; readonly org?: string; readonly limit?: number }): readonly BinEntry[] {
  const rows = core.db.sql(
    `SELECT h.uid, v.by_user, v.at_local, v.data FROM head h JOIN version v ON v.v = h.v
     WHERE h.deleted = 1 AND h.op = 'del' AND h.type = ifnull(?, h.type) AND h.org = ifnull(?, h.org) ORDER BY h.hlc DESC LIMIT ?`,
  ).all(query.type ?? null, query.org ?? null, query.limit ?? 200) as Row[]
  const lookup = sqlLookup(core)
  return rows.flatMap((row) => {
    const rec = core.read(row.uid)
    return rec ? [{ rec, title: titleOf(rec, lookup), reason: reasonOf(parseData(row.data)), by: row.by_user, at: row.at_local }] : []
  })
}
