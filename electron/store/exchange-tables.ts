/** The exchange's view of the store: heads to send, what is known, and the ledgers. Staging has its own file. */
import { hasEntry } from '../../shared/exchange/have'
import type { Core } from './core'
import { write } from './core'
import { ledgersOf } from './exchange-ledgers'
import type { ExchangeStore, HeadQuery, StoredVersion } from './exchange-store'
import { declarations, isRecordType } from '../../shared/records'
import { putFigures } from './figure-facts'
import { stagingOf } from './staging'
import { idOf, idToBytes, metaOf, versionColumns, type VersionRow } from './version-codec'

interface HeadRow {
  readonly v: number
  readonly id: Buffer
  readonly type: string
  readonly hlc: number
  /** Type of the record that an attachment belongs to. */
  readonly owner: string | null
}

/** Attachments travel with their owner; types that a later app knows came by the county's way and go on by it. */
function scopeOf(row: HeadRow): 'county' | 'town' {
  const type = row.type === 'file' ? (row.owner ?? 'file') : row.type
  return isRecordType(type) ? declarations[type].scope : 'county'
}

const ofScope = (rows: readonly HeadRow[], { scope }: HeadQuery): readonly HeadRow[] => (scope === undefined ? rows : rows.filter((row) => scopeOf(row) === scope))

/**
 * Heads from the small table of records: the table of versions holds every history, many times the size. A record with several heads is
 * rare; only then the others are looked for.
 */
function headRows(core: Core, query: HeadQuery): readonly HeadRow[] {
  const ofOrg = 'org >= ? AND org <= ?'
  const ofType = query.type === undefined ? '? IS NULL' : 'type = ?'
  const owner = `CASE WHEN x.type = 'file' THEN (SELECT o.type FROM head o WHERE o.uid = (SELECT json_extract(f.data, '$.owner') FROM version f WHERE f.v = x.v)) END AS owner`
  const codes = [query.org ?? '', query.org === undefined || query.under === true ? `${query.org ?? ''}~` : query.org] as const
  const asked = [...codes, query.type ?? null] as const
  const winners = core.db.sql(`SELECT v, version_id AS id, type, hlc, ${owner} FROM head x WHERE ${ofOrg} AND ${ofType} ORDER BY v`).all(...asked) as HeadRow[]
  if (query.type !== undefined) {
    // The records of one type are few: each is asked for its other heads.
    const more = core.db.sql(
      `SELECT x.v, x.id, x.type, x.hlc, ${owner} FROM head h JOIN version x ON x.uid = h.uid AND x.head = 1 AND x.v <> h.v WHERE h.org >= ? AND h.org <= ? AND h.type = ?`,
    ).all(...asked) as HeadRow[]
    return ofScope([...winners, ...more].sort((one, other) => one.v - other.v), query)
  }
  const count = (text: string): number => core.db.value<number>(text, ...codes) ?? 0
  const single = count(`SELECT count(*) FROM version WHERE head = 1 AND ${ofOrg}`) === count(`SELECT count(*) FROM head WHERE ${ofOrg}`)
  const others = single ? [] : core.db.sql(
    `SELECT v, id, type, hlc, ${owner} FROM version x WHERE head = 1 AND v NOT IN (SELECT v FROM head) AND ${ofOrg} AND ${ofType} ORDER BY v`,
  ).all(...asked) as HeadRow[]
  const rows = others.length === 0 ? winners : [...winners, ...others].sort((one, other) => one.v - other.v)
  return ofScope(rows, query)
}

const lackedBy = (peerHave: Uint8Array, rows: readonly HeadRow[]): readonly HeadRow[] => (peerHave.length === 0 ? rows : rows.filter((row) => !hasEntry(peerHave, row.id)))
const lackingRows = (core: Core, peerHave: Uint8Array, query: HeadQuery): readonly HeadRow[] => lackedBy(peerHave, headRows(core, query))
const named = ({ id, type }: HeadRow): { readonly id: string; readonly type: string } => ({ id: idOf(id), type })

// Equal types side by side pack better, and the order is the same on every computer.
const inOrder = (rows: readonly HeadRow[]): readonly HeadRow[] =>
  [...rows].sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : Buffer.compare(a.id, b.id)))

function packSorted(ids: readonly Buffer[]): Uint8Array {
  return Buffer.concat([...ids].sort((a, b) => Buffer.compare(a, b)))
}

function* lacking(core: Core, peerHave: Uint8Array, query: HeadQuery): Generator<StoredVersion> {
  for (const row of inOrder(lackingRows(core, peerHave, query))) {
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

type Counts = ReturnType<ExchangeStore['lackingCounts']>

function countLacking(core: Core, peerHave: Uint8Array, query: HeadQuery): Counts {
  const types = new Map<string, number>()
  let first: HeadRow | null = null
  for (const row of lackingRows(core, peerHave, query)) {
    types.set(row.type, (types.get(row.type) ?? 0) + 1)
    if (first === null || row.hlc < first.hlc) first = row
  }
  return { types, oldest: first === null ? null : core.db.value<string>('SELECT at_local FROM version WHERE v = ?', first.v) ?? null }
}

/** The last answer is kept: home, badges and statistics ask the same one after the other, and nothing else makes it different. */
function counterOf(core: Core): (peerHave: Uint8Array, query: HeadQuery) => Counts {
  let last: { readonly key: string; readonly have: Uint8Array; readonly counts: Counts } | null = null
  return (peerHave, query) => {
    if (query.org === undefined || core.pending) return countLacking(core, peerHave, query)
    const changes = core.db.value<number>('SELECT changes FROM town WHERE org = ?', query.org) ?? 0
    const key = JSON.stringify([query.org, query.type ?? null, query.scope ?? null, changes])
    if (last?.key === key && Buffer.compare(last.have, peerHave) === 0) return last.counts
    const counts = countLacking(core, peerHave, query)
    last = { key, have: peerHave, counts }
    return counts
  }
}

export function exchangeStoreOf(core: Core): ExchangeStore {
  const counts = counterOf(core)
  return {
    atomically: (work) => write(core, work),
    have: (query = {}) => packSorted(headRows(core, query).map((row) => row.id)),
    headCount: (query = {}, peerHave = new Uint8Array()) => [...counts(peerHave, query).types.values()].reduce((sum, one) => sum + one, 0),
    lackingIds: (peerHave, query = {}) => inOrder(lackingRows(core, peerHave, query)).map(named),
    standing: (peerHave, query = {}) => {
      const rows = headRows(core, query)
      return { have: packSorted(rows.map((row) => row.id)), lacking: inOrder(lackedBy(peerHave, rows)).map(named) }
    },
    lackingCounts: (peerHave, query = {}) => counts(peerHave, query),
    headsLacking: (peerHave, query = {}) => lacking(core, peerHave, query),
    knower: (org) => knowerOf(core, org),
    version: (id) => {
      const row = core.db.sql(`SELECT ${versionColumns} FROM version WHERE id = ?`).get(idToBytes(id)) as VersionRow | undefined
      return row ? { meta: metaOf(row), text: row.data } : null
    },
    putFigures: (actor, org, figures) => putFigures(core, actor, org, figures),
    staging: stagingOf(core),
    ...ledgersOf(core.db),
  }
}
