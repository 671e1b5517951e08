/** The exchange's view of the store: heads to send, what is known, and the ledgers. Staging has its own file. */
import { hasId } from '../../shared/exchange/have'
import type { Core } from './core'
import { write } from './core'
import { ledgersOf } from './exchange-ledgers'
import type { ExchangeStore, HeadQuery, StoredVersion } from './exchange-store'
import { declarations, isRecordType } from '../../shared/records'
import { stagingOf } from './staging'
import { idOf, idToBytes, metaOf, versionColumns, type VersionRow } from './version-codec'

interface HeadRow {
  readonly v: number
  readonly id: Buffer
  readonly type: string
  /** Type of the record that an attachment belongs to. */
  readonly owner: string | null
}

/** Attachments travel with their owner; types that a later app knows came by the county's way and go on by it. */
function scopeOf(row: HeadRow): 'county' | 'town' {
  const type = row.type === 'file' ? (row.owner ?? 'file') : row.type
  return isRecordType(type) ? declarations[type].scope : 'county'
}

function headRows(core: Core, query: HeadQuery): readonly HeadRow[] {
  const rows = core.db.sql(
    `SELECT v.v AS v, v.id AS id, v.type AS type,
       CASE WHEN v.type = 'file' THEN (SELECT o.type FROM head o WHERE o.uid = json_extract(v.data, '$.owner')) END AS owner
     FROM version v WHERE v.head = 1 AND ${query.org === undefined ? '? IS NULL' : 'v.org = ?'} AND ${query.type === undefined ? '? IS NULL' : 'v.type = ?'} ORDER BY v.v`,
  ).all(query.org ?? null, query.type ?? null) as HeadRow[]
  return query.scope === undefined ? rows : rows.filter((row) => scopeOf(row) === query.scope)
}

function packSorted(ids: readonly Buffer[]): Uint8Array {
  return Buffer.concat([...ids].sort((a, b) => Buffer.compare(a, b)))
}

function* lacking(core: Core, peerHave: Uint8Array, query: HeadQuery): Generator<StoredVersion> {
  // Equal types side by side pack better, and the order is the same on every computer.
  const rows = headRows(core, query).filter((row) => peerHave.length === 0 || !hasId(peerHave, idOf(row.id)))
  const sorted = [...rows].sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : Buffer.compare(a.id, b.id)))
  for (const row of sorted) {
    const version = core.db.sql(`SELECT ${versionColumns} FROM version WHERE v = ?`).get(row.v) as VersionRow | undefined
    if (version) yield { meta: metaOf(version), text: version.data }
  }
}

/** Ids that heads have seen but that never came here themselves are asked for rarely: gathered on the first miss. */
function knowerOf(core: Core, org: string | undefined): (id: string) => boolean {
  let seen: Set<string> | null = null
  return (id) => {
    if (core.db.value('SELECT 1 FROM version WHERE id = ?', idToBytes(id)) !== undefined) return true
    if (!seen) {
      seen = new Set()
      const lists = core.db.sql(`SELECT seen FROM version WHERE head = 1 AND ${org === undefined ? '? IS NULL' : 'org = ?'} AND length(seen) > 0`).iterate(org ?? null) as IterableIterator<{ seen: Buffer }>
      for (const { seen: list } of lists) for (let at = 0; at < list.length; at += 16) seen.add(list.toString('latin1', at, at + 16))
    }
    return seen.has(idToBytes(id).toString('latin1'))
  }
}

export function exchangeStoreOf(core: Core): ExchangeStore {
  return {
    atomically: (work) => write(core, work),
    have: (query = {}) => packSorted(headRows(core, query).map((row) => row.id)),
    headCount: (query = {}) => headRows(core, query).length,
    headsLacking: (peerHave, query = {}) => lacking(core, peerHave, query),
    knower: (org) => knowerOf(core, org),
    version: (id) => {
      const row = core.db.sql(`SELECT ${versionColumns} FROM version WHERE id = ?`).get(idToBytes(id)) as VersionRow | undefined
      return row ? { meta: metaOf(row), text: row.data } : null
    },
    staging: stagingOf(core),
    ...ledgersOf(core.db),
  }
}
