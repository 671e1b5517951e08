/** Typed rows and links against the content of the winning versions. */
import { declarationOf, declarations, recordTypes } from '../../../shared/records'
import { linksOf } from '../content'
import type { Core, Pending } from '../core'
import { columnValue, writeTyped } from '../projection'
import { columnsOf, tableOf } from '../typed-schema'
import { readValues } from '../version-codec'
import { headOf, headRows, livingOf, rowOfNobody, touch, uidOfRow, type Check, type HeadOfRecord } from './check'

/** Rows that bear the number of no record of their type, or of another one. */
const strays = (type: string): string => `FROM ${tableOf(type)} WHERE n NOT IN (SELECT n FROM head WHERE type = '${declarations[type as (typeof recordTypes)[number]].type}')`

const statusOf = (data: Readonly<Record<string, unknown>>): string | null => (typeof data['status'] === 'string' ? data['status'] : null)

function fits(core: Core, head: HeadOfRecord, living: boolean): boolean {
  const declaration = declarationOf(head.type)
  if (!declaration) return true
  const data = readValues(head.type, head.sv, head.data)
  const row = core.db.sql(`SELECT * FROM ${tableOf(head.type)} WHERE n = ?`).get(head.n) as Readonly<Record<string, unknown>> | undefined
  return row !== undefined && row['uid'] === head.uid && row['org'] === head.org && (row['version'] as Buffer).equals(head.version_id) && row['status'] === statusOf(data)
    && row['deleted'] === Number(!living) && row['conflict'] === head.conflict && columnsOf(declaration).every((column) => row[column.key] === columnValue(data[column.key]))
}

function wrongRows(core: Core): readonly string[] {
  const isLiving = livingOf(core)
  const wrong = [...headRows(core)].filter((head) => !fits(core, head, isLiving(head))).map((head) => head.uid)
  const lost = new Set(core.db.column<string>('SELECT uid FROM head WHERE version_id NOT IN (SELECT id FROM version)'))
  for (const type of recordTypes) wrong.push(...core.db.column<string>(`SELECT uid ${strays(type)}`).filter((uid) => !lost.has(uid)))
  return [...new Set(wrong)]
}

function mendRows(core: Core, pending: Pending, found: readonly string[]): void {
  const isLiving = livingOf(core)
  for (const type of recordTypes) core.db.sql(`DELETE ${strays(type)}`).run()
  for (const uid of found) {
    const head = headOf(core, uid)
    const declaration = head && declarationOf(head.type)
    if (!head || !declaration || fits(core, head, isLiving(head))) continue
    writeTyped(core.db, declaration, { n: head.n, uid, org: head.org, version: head.version_id, living: isLiving(head), conflict: head.conflict === 1, fresh: false }, readValues(head.type, head.sv, head.data))
    touch(core, pending, uid)
  }
}

interface LinkRow {
  readonly to_uid: string
  readonly type: string
  readonly field: string
  readonly n: number
}

/** Links that are too many, and links that are missing. */
function linksOff(core: Core): { readonly extra: readonly LinkRow[]; readonly missing: readonly LinkRow[] } {
  const isLiving = livingOf(core)
  const nameOf = (row: LinkRow): string => `${row.to_uid} ${row.type} ${row.field} ${String(row.n)}`
  const wanted = new Map<string, LinkRow>()
  for (const { n, type, sv, data, ...head } of headRows(core)) {
    const declaration = declarationOf(type)
    if (!declaration || !isLiving(head)) continue
    for (const { to, field } of linksOf(declaration, readValues(type, sv, data))) {
      const row = { to_uid: to, type, field, n }
      wanted.set(nameOf(row), row)
    }
  }
  const lost = new Set(core.db.column<number>('SELECT n FROM head WHERE version_id NOT IN (SELECT id FROM version)'))
  const extra = (core.db.sql('SELECT to_uid, type, field, n FROM link').all() as LinkRow[]).filter((row) => !wanted.delete(nameOf(row)) && !lost.has(row.n))
  return { extra, missing: [...wanted.values()] }
}

function wrongLinks(core: Core): readonly string[] {
  const { extra, missing } = linksOff(core)
  return [...new Set([...extra, ...missing].map((row) => uidOfRow(core, row.n)))]
}

function mendLinks(core: Core, pending: Pending, found: readonly string[]): void {
  const { extra, missing } = linksOff(core)
  for (const row of extra) core.db.sql('DELETE FROM link WHERE to_uid = ? AND type = ? AND field = ? AND n = ?').run(row.to_uid, row.type, row.field, row.n)
  for (const row of missing) core.db.sql('INSERT INTO link (to_uid, type, field, n) VALUES (?, ?, ?, ?)').run(row.to_uid, row.type, row.field, row.n)
  for (const uid of found) if (rowOfNobody(uid) === null) touch(core, pending, uid)
}

export const rowChecks: readonly Check[] = [
  { name: 'rows', detail: 'typed rows against winning versions', find: wrongRows, mend: mendRows },
  { name: 'links', detail: 'references against content', find: wrongLinks, mend: mendLinks },
]
