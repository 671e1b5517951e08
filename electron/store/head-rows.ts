/** Heads as the exchange sends, counts and compares them, from the table of records. */
import { hasEntry } from '../../shared/exchange/have'
import { declarations, isRecordType } from '../../shared/records'
import type { Core } from './core'
import type { HeadQuery } from './exchange-store'

export interface HeadRow {
  readonly v: number
  readonly id: Buffer
  readonly type: string
  readonly hlc: number
  /** Type of the record that an attachment belongs to. */
  readonly owner: string | null
}

/** Types that a later app knows came by the county's way and go on by it. */
export const scopeOfType = (type: string): 'county' | 'town' => (isRecordType(type) ? declarations[type].scope : 'county')

/** Attachments travel with their owner. */
const scopeOf = (row: HeadRow): 'county' | 'town' => scopeOfType(row.type === 'file' ? (row.owner ?? 'file') : row.type)

const ofScope = (rows: readonly HeadRow[], { scope }: HeadQuery): readonly HeadRow[] => (scope === undefined ? rows : rows.filter((row) => scopeOf(row) === scope))

export const ofOrg = 'org >= ? AND org <= ?'

/** First and last code of the towns that are asked for. */
export const codesOf = ({ org, under }: HeadQuery): readonly [string, string] => [org ?? '', org === undefined || under === true ? `${org ?? ''}~` : org]

/** Whether each record of these towns has one head, as all have but those in conflict. */
export function areSingle(core: Core, query: HeadQuery): boolean {
  const count = (text: string): number => core.db.value<number>(text, ...codesOf(query)) ?? 0
  return count(`SELECT count(*) FROM version WHERE head = 1 AND ${ofOrg}`) === count(`SELECT count(*) FROM head WHERE ${ofOrg}`)
}

/**
 * Heads from the small table of records: the table of versions holds every history, many times the size. A record with several heads is
 * rare; only then the others are looked for.
 */
export function headRows(core: Core, query: HeadQuery): readonly HeadRow[] {
  const ofType = query.type === undefined ? '? IS NULL' : 'type = ?'
  const owner = `CASE WHEN x.type = 'file' THEN (SELECT o.type FROM head o WHERE o.uid = (SELECT json_extract(f.data, '$.owner') FROM version f WHERE f.v = x.v)) END AS owner`
  const codes = codesOf(query)
  const asked = [...codes, query.type ?? null] as const
  const winners = core.db.sql(`SELECT v, version_id AS id, type, hlc, ${owner} FROM head x WHERE ${ofOrg} AND ${ofType} ORDER BY v`).all(...asked) as HeadRow[]
  if (query.type !== undefined) {
    // The records of one type are few: each is asked for its other heads.
    const more = core.db.sql(
      `SELECT x.v, x.id, x.type, x.hlc, ${owner} FROM head h JOIN version x ON x.uid = h.uid AND x.head = 1 AND x.v <> h.v WHERE h.org >= ? AND h.org <= ? AND h.type = ?`,
    ).all(...asked) as HeadRow[]
    return ofScope([...winners, ...more].sort((one, other) => one.v - other.v), query)
  }
  const others = areSingle(core, query) ? [] : core.db.sql(
    `SELECT v, id, type, hlc, ${owner} FROM version x WHERE head = 1 AND v NOT IN (SELECT v FROM head) AND ${ofOrg} AND ${ofType} ORDER BY v`,
  ).all(...asked) as HeadRow[]
  const rows = others.length === 0 ? winners : [...winners, ...others].sort((one, other) => one.v - other.v)
  return ofScope(rows, query)
}

export const lackedBy = (peerHave: Uint8Array, rows: readonly HeadRow[]): readonly HeadRow[] => (peerHave.length === 0 ? rows : rows.filter((row) => !hasEntry(peerHave, row.id)))
export const lackingRows = (core: Core, peerHave: Uint8Array, query: HeadQuery): readonly HeadRow[] => lackedBy(peerHave, headRows(core, query))
