/**
 * Living records by town, kept in memory until something changes: statistics, to-dos and reports read them again and again. A change
 * renews only the records it touched. Towns that were not asked for lately are dropped when memory would grow.
 */
import { figureType } from '../../shared/exchange/figure-fact'
import { Facts } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import type { Core } from './core'
import { makeRec } from './content'
import { keepRecords, keptRecords } from './kept-facts'
import { idOf, readValues } from './version-codec'
import type { Op } from '../../shared/exchange/version'

export interface FactsCache {
  facts(orgs?: readonly string[]): Facts
  /** Renews what a transaction touched. */
  renew(touched: ReadonlyMap<string, { readonly org: string }>, redirectsChanged: boolean): void
  clear(): void
  /** Before the store is put away: keeps a copy of the own town, so that the next start reads it at once. */
  keep(): void
}

/** Records kept in memory at most: some 200 MB. */
const mostRecords = 300_000
const mostFacts = 8

/** Uid, type, id, operation, values: a list, because an object for each of ten thousands of rows costs as much as reading them. */
type Row = readonly [uid: string, type: string, id: Buffer, op: Op, sv: number, data: string | null]

/** Living records of a town, from its versions. */
export function loadTown(core: Core, org: string): Map<string, Rec> {
  const records = new Map<string, Rec>()
  const several = new Set<string>()
  const seen = new Set<string>()
  // In the order of the file: a town that came in one package is read from one stretch of it.
  const rows = core.db.lists('SELECT uid, type, id, op, sv, data FROM version WHERE org = ? AND head = 1 ORDER BY v', org) as IterableIterator<Row>
  for (const [uid, type, id, op, sv, data] of rows) {
    // Figures for the level above count nothing here.
    if (type === figureType) continue
    if (seen.has(uid)) several.add(uid)
    seen.add(uid)
    if ((op !== 'put' && op !== 'merge') || core.redirects.has(uid)) continue
    records.set(uid, makeRec({ uid, type, org, version: idOf(id), data: readValues(type, sv, data), living: true, conflict: false }))
  }
  // Several heads: the winner is known to the head table.
  for (const uid of several) keep(records, uid, core.read(uid))
  return records
}

function keep(records: Map<string, Rec>, uid: string, rec: Rec | null): void {
  if (rec && !rec.deleted) records.set(uid, rec)
  else records.delete(uid)
}

export function factsCacheOf(core: Core): FactsCache {
  const towns = new Map<string, Map<string, Rec>>()
  const made = new Map<string, Facts>()

  const town = (org: string): Map<string, Rec> => {
    const known = towns.get(org)
    const records = known ?? (org === core.org ? keptRecords(core, org) : null) ?? loadTown(core, org)
    // Put last: the first of the map is the one that nobody asked for the longest.
    towns.delete(org)
    towns.set(org, records)
    let total = [...towns.values()].reduce((sum, one) => sum + one.size, 0)
    for (const [other, rows] of towns) {
      if (total <= mostRecords || other === org) break
      towns.delete(other)
      total -= rows.size
    }
    return records
  }

  return {
    facts: (orgs) => {
      const wanted = orgs ?? core.db.column<string>(`SELECT org FROM town WHERE org <> '' ORDER BY org`)
      const name = wanted.join(',')
      const known = made.get(name)
      if (known) return known
      const facts = new Facts(function* () { for (const org of wanted) yield* town(org).values() }(), core.redirects)
      made.set(name, facts)
      const oldest = made.keys().next().value
      if (made.size > mostFacts && oldest !== undefined) made.delete(oldest)
      return facts
    },
    renew: (touched, redirectsChanged) => {
      const orgs = new Set<string>()
      for (const [uid, { org }] of touched) {
        orgs.add(org)
        const records = towns.get(org)
        if (records) keep(records, uid, core.read(uid))
      }
      for (const name of [...made.keys()]) if (redirectsChanged || name.split(',').some((org) => orgs.has(org)) || name === '') made.delete(name)
    },
    clear: () => {
      towns.clear()
      made.clear()
    },
    keep: () => {
      const own = towns.get(core.org)
      if (own) keepRecords(core, core.org, own)
    },
  }
}
