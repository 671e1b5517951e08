/** Search over all types: people and units first, then what is called so, then what mentions it; within each the newest first. */
import type { Rec } from '../../shared/record'
import { titleOf } from '../../shared/records'
import type { Core } from './core'
import { sqlLookup } from './lookup'
import { readRow } from './read-record'
import { searchQuery } from './search-text'
import type { SearchHit } from './store'

/** Matches of one stage that are looked at; more than anybody reads. */
const widest = 100

function matches(core: Core, query: string | null, limit: number): readonly Rec[] {
  if (query === null) return []
  const numbers = core.db.column<number>('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?', query, limit)
  return numbers.map((n) => readRow(core, n)).filter((rec) => rec !== null)
}

/** At most `limit` (1…200) hits. */
export function searchAll(core: Core, text: string, limit: number): readonly SearchHit[] {
  const most = Math.max(1, Math.min(limit, 200))
  const lookup = sqlLookup(core)
  const hits = new Map<string, SearchHit>()
  const take = (found: readonly SearchHit[]): void => { for (const hit of found) if (hits.size < most && !hits.has(hit.id)) hits.set(hit.id, hit) }
  const hitsOf = (recs: readonly Rec[]): readonly SearchHit[] => recs.map((rec) => ({ id: rec.id, type: rec.type, title: titleOf(rec, lookup) }))
  const wanted = text.trim()
  // Exactly so called, then beginning so: a name typed in full must not drown among longer ones.
  const rank = (hit: SearchHit): number => (hit.title === wanted ? 0 : hit.title.startsWith(wanted) ? 1 : 2)
  const ranked = (found: readonly SearchHit[]): readonly SearchHit[] => [...found].sort((a, b) => rank(a) - rank(b))

  take(ranked(hitsOf(matches(core, searchQuery(text, { kind: 'named', titleOnly: true }), widest))))
  if (hits.size < most) take(ranked(hitsOf(matches(core, searchQuery(text, { titleOnly: true }), Math.max(widest, most)))))
  // Whatever is found by its title may come up again here, so as many more are asked for.
  if (hits.size < most) take(hitsOf(matches(core, searchQuery(text), most + hits.size).filter((rec) => !hits.has(rec.id))))
  return [...hits.values()]
}
