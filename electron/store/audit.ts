/**
 * What was done on this computer, newest first: versions written here and events (views of masked data, exports, imports, unlocks). Versions that
 * came with a package are the import's, which is one event.
 */
import { figureType } from '../../shared/exchange/figure-fact'
import type { Db } from './db'
import type { StoreEvent } from './events'
import { idOf } from './version-codec'

/** Row numbers of the last rows of the page before. */
export interface AuditPlace {
  readonly v: number
  readonly n: number
}

export interface AuditQuery {
  /** Kinds of events; absent = all. */
  readonly kinds?: readonly string[]
  readonly changes: boolean
  readonly events: boolean
  /** Exactly this name. */
  readonly by?: string
  /** First and last day, Asia/Shanghai. */
  readonly from?: string
  readonly to?: string
  readonly before: AuditPlace | null
  readonly limit: number
}

export interface WrittenHere {
  readonly v: number
  /** Id of the version. */
  readonly id: string
  readonly at: string
  readonly by: string
  readonly op: 'put' | 'del' | 'merge' | 'erase'
  readonly uid: string
  readonly type: string
  readonly first: boolean
}

export type AuditEntry = { readonly change: WrittenHere } | { readonly event: StoreEvent }

export interface Audit {
  page(query: AuditQuery): { readonly entries: readonly AuditEntry[]; readonly next: AuditPlace | null }
  /** Everybody who ever wrote or looked here. */
  people(): readonly string[]
  /** Kinds of events that there are. */
  kinds(): readonly string[]
}

const newest: AuditPlace = { v: Number.MAX_SAFE_INTEGER, n: Number.MAX_SAFE_INTEGER }
const timeOf = (entry: AuditEntry): number => Date.parse('change' in entry ? entry.change.at : entry.event.at)

/** The moments between which a day of Asia/Shanghai lies, as events write them. */
const beginning = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString()
const ending = (day: string): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString()

export function auditOf(db: Db): Audit {
  const changes = (query: AuditQuery, from: AuditPlace): readonly AuditEntry[] => {
    const rows = db.sql(
      `SELECT v, id, at_local AS at, by_user AS by, op, uid, type, NOT EXISTS (SELECT 1 FROM version AS earlier WHERE earlier.uid = version.uid AND earlier.v < version.v) AS first
       FROM version WHERE v < ? AND received_in IS NULL AND type <> '${figureType}' AND by_user = ifnull(?, by_user)
         AND at_local >= ifnull(?, '') AND substr(at_local, 1, 10) <= ifnull(?, '~') ORDER BY v DESC LIMIT ?`,
    ).all(from.v, query.by ?? null, query.from ?? null, query.to ?? null, query.limit) as (Omit<WrittenHere, 'first' | 'id'> & { readonly first: number; readonly id: Buffer })[]
    return rows.map((row) => ({ change: { ...row, id: idOf(row.id), first: row.first === 1 } }))
  }
  const events = (query: AuditQuery, from: AuditPlace): readonly AuditEntry[] => {
    const rows = db.sql(
      `SELECT n, at, kind, by_user AS by, about, detail FROM event
       WHERE n < ? AND by_user = ifnull(?, by_user) AND (? IS NULL OR kind IN (SELECT value FROM json_each(?)))
         AND at >= ifnull(?, '') AND at < ifnull(?, '~') ORDER BY n DESC LIMIT ?`,
    ).all(from.n, query.by ?? null, query.kinds === undefined ? null : 1, JSON.stringify(query.kinds ?? []), query.from === undefined ? null : beginning(query.from), query.to === undefined ? null : ending(query.to), query.limit) as (Omit<StoreEvent, 'detail'> & { readonly detail: string })[]
    return rows.map((row) => ({ event: { ...row, detail: JSON.parse(row.detail) as StoreEvent['detail'] } }))
  }
  return {
    page(query) {
      const from = query.before ?? newest
      const found = [...(query.changes ? changes(query, from) : []), ...(query.events ? events(query, from) : [])]
      // Within one row's kind the row number is the order: clocks may have been set back.
      const sorted = found.sort((a, b) => timeOf(b) - timeOf(a) || order(b) - order(a))
      const entries = inOrder(sorted).slice(0, query.limit)
      const next = entries.reduce<AuditPlace>((place, entry) => ('change' in entry ? { ...place, v: Math.min(place.v, entry.change.v) } : { ...place, n: Math.min(place.n, entry.event.n) }), from)
      return { entries, next: found.length > entries.length || found.length === query.limit ? next : null }
    },
    people: () => (db.sql(`SELECT DISTINCT by_user AS by FROM version WHERE received_in IS NULL UNION SELECT DISTINCT by_user FROM event ORDER BY 1`).all() as { by: string }[]).map((row) => row.by).filter((by) => by !== ''),
    kinds: () => (db.sql('SELECT DISTINCT kind FROM event').all() as { kind: string }[]).map((row) => row.kind),
  }
}

const order = (entry: AuditEntry): number => ('change' in entry ? entry.change.v : entry.event.n)

/** Each kind in the order of its row numbers, at the places that the clock gave to its kind. */
function inOrder(sorted: readonly AuditEntry[]): readonly AuditEntry[] {
  const byRow = (change: boolean): AuditEntry[] => sorted.filter((entry) => 'change' in entry === change).sort((a, b) => order(b) - order(a))
  const queues = { change: byRow(true), event: byRow(false) }
  return sorted.flatMap((entry) => {
    const next = ('change' in entry ? queues.change : queues.event).shift()
    return next === undefined ? [] : [next]
  })
}
