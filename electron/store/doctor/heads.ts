/** Heads, redirects, the clock and the counters of towns: what follows from the versions alone. */
import { conflict as inConflict, heads, winner } from '../../../shared/exchange/merge'
import { declarationOf } from '../../../shared/records'
import type { Core, Pending } from '../core'
import { impliedRedirects, readRedirects } from '../redirects'
import { settingsOf } from '../settings'
import { tableOf } from '../typed-schema'
import { heldColumns, heldHead, type HeldHead, type HeldRow } from '../version-codec'
import type { Check } from './check'

interface VersionOfRecord extends HeldRow {
  readonly type: string
  readonly org: string
  readonly head: number
}

interface Standing {
  readonly rows: readonly VersionOfRecord[]
  readonly all: readonly [HeldHead, ...HeldHead[]]
  readonly best: HeldHead
  readonly gone: boolean
}

/** What follows from the versions of a record; null where there is none. */
function standing(core: Core, uid: string): Standing | null {
  const rows = core.db.sql(`SELECT type, org, head, ${heldColumns} FROM version WHERE uid = ?`).all(uid) as VersionOfRecord[]
  const [first, ...others] = heads(rows.map(heldHead))
  if (!first) return null
  const all = [first, ...others] as const
  const best = winner([...all])
  return { rows, all, best, gone: best.op === 'del' || best.op === 'erase' }
}

const isHead = ({ all }: Standing, row: VersionOfRecord): boolean => all.some((one) => one.bytes.equals(row.id))

function wrongHeads(core: Core): readonly string[] {
  const wrong: string[] = []
  const lost = new Set(core.db.column<string>('SELECT uid FROM head WHERE version_id NOT IN (SELECT id FROM version)'))
  for (const uid of core.db.column<string>('SELECT DISTINCT uid FROM version ORDER BY uid')) {
    const now = standing(core, uid)
    if (!now || lost.has(uid)) continue
    const head = core.db.sql('SELECT type, org, version_id, v, op, conflict, deleted, hlc FROM head WHERE uid = ?').get(uid) as
      { readonly type: string; readonly org: string; readonly version_id: Buffer; readonly v: number; readonly op: string; readonly conflict: number; readonly deleted: number; readonly hlc: number } | undefined
    const { best } = now
    const right = head?.version_id.equals(best.bytes) === true && head.v === best.v && head.op === best.op && head.hlc === best.hlc && head.conflict === Number(inConflict(now.all)) && head.deleted === Number(now.gone)
      && head.type === now.rows[0]?.type && head.org === now.rows[0].org && now.rows.every((row) => (row.head === 1) === isHead(now, row))
    if (!right) wrong.push(uid)
  }
  return wrong
}

/** The number that the record had, where its row still shows it and nobody else has it; null = a new one. */
function oldNumber(core: Core, uid: string, type: string): number | null {
  if (!declarationOf(type)) return null
  return core.db.value<number>(`SELECT n FROM ${tableOf(type)} WHERE uid = ? AND n NOT IN (SELECT n FROM head)`, uid) ?? null
}

function mendHead(core: Core, pending: Pending, uid: string): void {
  const { db } = core
  const now = standing(core, uid)
  const first = now?.rows[0]
  if (!now || !first) return
  for (const row of now.rows) db.sql('UPDATE version SET head = ? WHERE v = ? AND head <> ?').run(Number(isHead(now, row)), row.v, Number(isHead(now, row)))
  const n = db.value<number>('SELECT n FROM head WHERE uid = ?', uid) ?? oldNumber(core, uid, first.type)
  const { best } = now
  db.sql('INSERT OR REPLACE INTO head (n, uid, type, org, version_id, v, op, conflict, deleted, hlc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(n, uid, first.type, first.org, best.bytes, best.v, best.op, Number(inConflict(now.all)), Number(now.gone), best.hlc)
  pending.touched.set(uid, { type: first.type, org: first.org })
}

/** As the table says, whatever memory holds: both are made to say what the heads say. */
function wrongRedirects(core: Core): readonly string[] {
  const implied = impliedRedirects(core)
  const kept = readRedirects(core)
  return [...new Set([...implied.keys(), ...kept.keys()])].filter((uid) => implied.get(uid) !== kept.get(uid))
}

const newestClock = (core: Core): number => core.db.value<number | null>('SELECT max(hlc) FROM version') ?? 0

export const headChecks: readonly Check[] = [
  { name: 'heads', detail: 'heads against versions', find: wrongHeads, mend: (core, pending, found) => { for (const uid of found) mendHead(core, pending, uid) } },
  {
    name: 'redirects', detail: 'merged duplicates', find: wrongRedirects,
    // Settled with the transaction, rows and links of the records concerned included.
    mend: (core, pending) => {
      core.redirects = readRedirects(core)
      pending.redirects = true
    },
  },
  {
    name: 'clock', detail: 'the clock against the newest version', find: (core) => (settingsOf(core.db).get('clock', 0) < newestClock(core) ? ['clock'] : []),
    mend: (core) => {
      core.clock = Math.max(core.clock, newestClock(core))
      settingsOf(core.db).set('clock', core.clock)
    },
  },
  {
    name: 'towns', detail: 'towns that have records', find: (core) => core.db.column<string>('SELECT DISTINCT org FROM head WHERE org NOT IN (SELECT org FROM town) ORDER BY org'),
    mend: (core, _pending, found) => { for (const org of found) core.db.sql('INSERT OR IGNORE INTO town (org, changes) VALUES (?, 1)').run(org) },
  },
]
