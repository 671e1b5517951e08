/** Search over all types: first what is called so, then what mentions it; within both, main records before their rows, newest first. */
import { declarations, recordTypes, titleOf } from '../../shared/records'
import type { Core } from './core'
import { sqlLookup } from './lookup'
import { searchQuery } from './search-text'
import type { SearchHit } from './store'

/** Types whose records are rows of another (attendance, reply …): found last. */
const mainTypes = recordTypes.filter((type) => !(declarations[type].parents ?? []).some((parent) => parent.onDelete === 'cascade'))

const widest = 200

function matches(core: Core, query: string | null, limit: number): readonly string[] {
  if (query === null) return []
  const rows = core.db.sql(
    `SELECT h.uid FROM (SELECT rowid AS n FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) s JOIN head h ON h.n = s.n ORDER BY s.n DESC`,
  ).all(query, limit) as { uid: string }[]
  return rows.map((row) => row.uid)
}

/** At most `limit` (1…200) hits. */
export function searchAll(core: Core, text: string, limit: number): readonly SearchHit[] {
  const most = Math.max(1, Math.min(limit, widest))
  const stages = [
    () => matches(core, searchQuery(text, { kinds: ['person', 'organisation'], titleOnly: true }), widest),
    () => matches(core, searchQuery(text, { kinds: mainTypes, titleOnly: true }), widest),
    () => matches(core, searchQuery(text, { kinds: mainTypes }), widest),
    () => matches(core, searchQuery(text), widest),
  ]
  const lookup = sqlLookup(core)
  const hits = new Map<string, SearchHit>()
  for (const stage of stages) {
    if (hits.size >= most) break
    const found = stage().filter((uid) => !hits.has(uid)).map((uid) => core.read(uid)).filter((rec) => rec !== null)
      .map((rec) => ({ id: rec.id, type: rec.type, title: titleOf(rec, lookup) }))
    // Exactly so called, then beginning so: a name typed in full must not drown among longer ones.
    const wanted = text.trim()
    const rank = (hit: SearchHit): number => (hit.title === wanted ? 0 : hit.title.startsWith(wanted) ? 1 : 2)
    for (const hit of [...found].sort((a, b) => rank(a) - rank(b))) if (hits.size < most) hits.set(hit.id, hit)
  }
  return [...hits.values()]
}
