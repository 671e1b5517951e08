/**
 * How many heads a peer lacks, by type, and since when: what the badges, home and statistics ask before anything else is read. A row for each
 * of ten thousands of heads was a third of the first statistics after a start, so alike ones are counted together.
 */
import { hasEntry } from '../../shared/exchange/have'
import type { Core } from './core'
import type { HeadQuery, LackCounts } from './exchange-store'
import { areSingle, codesOf, lackingRows, ofOrg, scopeOfType } from './head-rows'

interface Group {
  readonly type: string
  readonly n: number
}

interface Earliest {
  readonly hlc: number
  readonly id: Uint8Array
}

interface Lack {
  readonly groups: readonly Group[]
  readonly earliest: () => Earliest | null
}

const earlier = (one: Earliest | null, other: Earliest): Earliest => (one === null || other.hlc < one.hlc ? other : one)

/** All heads but attachments, by type. */
const byType = (columns: string): string => `SELECT type, ${columns} FROM head WHERE ${ofOrg} AND type <> 'file' GROUP BY type`

const wanted = ({ scope }: HeadQuery) => ({ type }: { readonly type: string }): boolean => scope === undefined || scopeOfType(type) === scope

/** What a peer lacks that has nothing: counted in an index. Beside a minimum SQLite gives the other columns of the row that has it. */
function allOf(core: Core, query: HeadQuery): Lack {
  return {
    groups: (core.db.sql(byType('count(*) AS n')).all(...codesOf(query)) as Group[]).filter(wanted(query)),
    earliest: () => (core.db.sql(byType('min(hlc) AS hlc, version_id AS id')).all(...codesOf(query)) as (Group & Earliest)[]).filter(wanted(query)).reduce<Earliest | null>(earlier, null),
  }
}

/** What a peer lacks that has some. Ids and clocks come as one text each: a row for each of ten thousands costs five times as much. */
function restOf(core: Core, peerHave: Uint8Array, query: HeadQuery): Lack {
  const groups: Group[] = []
  let first: Earliest | null = null
  const texts = core.db.sql(byType("group_concat(hex(version_id), '') AS ids, group_concat(hlc) AS clocks")).all(...codesOf(query)) as { readonly type: string; readonly ids: string; readonly clocks: string }[]
  for (const { type, ids, clocks } of texts.filter(wanted(query))) {
    const bytes = Buffer.from(ids, 'hex')
    const lacks: number[] = []
    for (let at = 0; at < bytes.length; at += 16) if (!hasEntry(peerHave, bytes, at)) lacks.push(at / 16)
    if (lacks.length === 0) continue
    groups.push({ type, n: lacks.length })
    const times = clocks.split(',')
    first = lacks.reduce<Earliest | null>((one, at) => earlier(one, { hlc: Number(times[at]), id: bytes.subarray(at * 16, at * 16 + 16) }), first)
  }
  return { groups, earliest: () => first }
}

/** What is read row by row: a single type, records with several heads, and attachments, whose owners decide. */
function rowsOf(core: Core, peerHave: Uint8Array, query: HeadQuery): Lack {
  const rows = lackingRows(core, peerHave, query)
  return { groups: rows.map(({ type }) => ({ type, n: 1 })), earliest: () => rows.reduce<Earliest | null>(earlier, null) }
}

function lackOf(core: Core, peerHave: Uint8Array, query: HeadQuery): readonly Lack[] {
  if (query.type !== undefined || !areSingle(core, query)) return [rowsOf(core, peerHave, query)]
  return [peerHave.length === 0 ? allOf(core, query) : restOf(core, peerHave, query), rowsOf(core, peerHave, { ...query, type: 'file' })]
}

function countLacking(core: Core, peerHave: Uint8Array, query: HeadQuery): LackCounts {
  const lack = lackOf(core, peerHave, query)
  const types = new Map<string, number>()
  for (const { type, n } of lack.flatMap(({ groups }) => groups)) types.set(type, (types.get(type) ?? 0) + n)
  return {
    types,
    oldest: () => {
      const first = lack.flatMap(({ earliest }) => earliest() ?? []).reduce<Earliest | null>(earlier, null)
      return first === null ? null : core.db.value<string>('SELECT at_local FROM version WHERE id = ?', first.id) ?? null
    },
  }
}

/** The last answer is kept: home, badges and statistics ask the same one after the other, and nothing else makes it different. */
export function lackCounterOf(core: Core): (peerHave: Uint8Array, query: HeadQuery) => LackCounts {
  let last: { readonly key: string; readonly have: Uint8Array; readonly counts: LackCounts } | null = null
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
