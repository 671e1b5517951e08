/** The exchange's view of the store: heads to send, what is known, and the ledgers. Staging has its own file. */
import { figureType } from '../../shared/exchange/figure-fact'
import type { Core } from './core'
import { write } from './core'
import { ledgersOf } from './exchange-ledgers'
import type { ExchangeStore, HeadQuery, StoredVersion } from './exchange-store'
import { putFigures } from './figure-facts'
import { headRows, lackedBy, lackingRows, type HeadRow } from './head-rows'
import { lackCounterOf } from './lack-counts'
import { stagingOf } from './staging'
import { takeBack } from './take-back'
import { idOf, idToBytes, metaOf, versionColumns, type VersionRow } from './version-codec'

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

/** Nearly all that is asked for are heads of the town: one look at them. Ids that heads have seen but that never came here themselves are asked for rarely: gathered on the first miss. */
function knowerOf(core: Core, org: string | undefined): (id: string) => boolean {
  let seen: Set<string> | null = null
  const heads = new Set<string>()
  if (org !== undefined) for (const [id] of core.db.lists('SELECT version_id FROM head WHERE org = ?', org) as IterableIterator<readonly [Buffer]>) heads.add(id.toString('latin1'))
  return (id) => {
    if (heads.has(idToBytes(id).toString('latin1'))) return true
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
  const counts = lackCounterOf(core)
  const staging = stagingOf(core)
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
    takeBack: (id) => takeBack(core, id),
    putFigures: (actor, org, figures) => putFigures(core, actor, org, figures),
    figuresOf: (org) => core.db.sql('SELECT v.sv AS sv, v.data AS text FROM head h JOIN version v ON v.v = h.v WHERE h.org = ? AND h.type = ? AND h.deleted = 0 AND v.data IS NOT NULL').iterate(org, figureType) as IterableIterator<{ sv: number; text: string }>,
    staging,
    ...ledgersOf(core.db, staging.attachments),
  }
}
