/**
 * Merged duplicates: a record whose winning version is a `merge` is read under another id. Two computers may have merged two records
 * into each other; then the one with the smaller id stays, so that every computer shows the same and nothing vanishes.
 */
import { resolve, type Core, type Pending } from './core'
import { intoOf } from './content'
import { setLiving } from './projection'
import { parseData } from './version-codec'

/** Follows every merge to its end and leaves out the link of each cycle that starts at its smallest id. Pure. */
export function withoutCycles(into: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const kept = new Map(into)
  for (const start of [...into.keys()].sort()) {
    const path = [start]
    for (let at = kept.get(start); at !== undefined; at = kept.get(at)) {
      const back = path.indexOf(at)
      if (back >= 0) {
        kept.delete(path.slice(back).sort()[0] ?? start)
        break
      }
      path.push(at)
    }
  }
  return kept
}

/** The redirects that the heads imply. */
export function impliedRedirects(core: Pick<Core, 'db'>): ReadonlyMap<string, string> {
  const rows = core.db.sql(`SELECT h.uid, v.data FROM head h JOIN version v ON v.v = h.v WHERE h.op = 'merge' ORDER BY h.uid`).all() as { uid: string; data: string | null }[]
  return withoutCycles(new Map(rows.flatMap((row) => {
    const into = intoOf(parseData(row.data))
    return into === '' || into === row.uid ? [] : [[row.uid, into] as const]
  })))
}

export function readRedirects(core: Pick<Core, 'db'>): ReadonlyMap<string, string> {
  const rows = core.db.sql('SELECT from_uid, to_uid FROM redirect').all() as { from_uid: string; to_uid: string }[]
  return new Map(rows.map((row) => [row.from_uid, row.to_uid]))
}

/** Brings table, memory and the rows of the records concerned in line with the heads. Merges are few: all are looked at. */
export function settleRedirects(core: Core, pending: Pending): void {
  const before = core.redirects
  const after = impliedRedirects(core)
  core.redirects = after
  for (const [from, to] of before) if (after.get(from) !== to) core.db.sql('DELETE FROM redirect WHERE from_uid = ?').run(from)
  for (const [from, to] of after) if (before.get(from) !== to) core.db.sql('INSERT INTO redirect (from_uid, to_uid) VALUES (?, ?)').run(from, to)
  for (const uid of new Set([...before.keys(), ...after.keys()])) {
    const isGone = after.has(uid)
    if (before.has(uid) !== isGone) settleOne(core, pending, uid, isGone)
    // What pointed at the old target is shown under the new one, also where the target itself was merged on.
    else if (resolve({ redirects: before }, uid) !== resolve(core, uid)) pending.retitled.add(uid)
  }
}

function settleOne(core: Core, pending: Pending, uid: string, isGone: boolean): void {
  const op = core.db.value<string>('SELECT op FROM head WHERE uid = ?', uid)
  setLiving(core, pending, uid, !isGone && (op === 'put' || op === 'merge'))
}
