/** The search index: its own pages, a document for every living record under its present name, and none for anybody else. */
import { declarationOf } from '../../../shared/records'
import type { Core, Pending } from '../core'
import { sqlLookup } from '../lookup'
import { makeRec } from '../content'
import { searchedTextOf } from '../search-index'
import { titlePhrase } from '../search-text'
import { idOf, readValues } from '../version-codec'
import { complaints, ofSearch } from './file'
import { headOf, headRows, livingOf, rowOfNobody, uidOfRow, type Check } from './check'

function wrongDocuments(core: Core): readonly string[] {
  const isLiving = livingOf(core)
  const lookup = sqlLookup(core)
  const documents = new Set(core.db.column<number>('SELECT rowid FROM search'))
  const wrong: string[] = []
  for (const head of [...headRows(core)]) {
    const declaration = declarationOf(head.type)
    if (!declaration) continue
    const living = isLiving(head)
    const there = documents.delete(head.n)
    if (there !== living) wrong.push(head.uid)
    else if (living) {
      const rec = makeRec({ uid: head.uid, type: head.type, org: head.org, version: idOf(head.version_id), data: readValues(head.type, head.sv, head.data), living, conflict: head.conflict === 1 })
      const phrase = titlePhrase(searchedTextOf(declaration, rec, lookup).title)
      if (phrase !== null && core.db.value('SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?', phrase, head.n) === undefined) wrong.push(head.uid)
    }
  }
  const lost = new Set(core.db.column<number>('SELECT n FROM head WHERE version_id NOT IN (SELECT id FROM version)'))
  return [...wrong, ...[...documents].filter((n) => !lost.has(n)).map((n) => uidOfRow(core, n))]
}

const isSick = (core: Core): boolean => complaints(core).some((text) => ofSearch.test(text))

/** An index that does not hang together can be asked nothing: it is made anew from nothing. */
const wrongSearch = (core: Core): readonly string[] => (isSick(core) ? ['search'] : wrongDocuments(core))

function mendSearch(core: Core, pending: Pending, found: readonly string[]): void {
  const again = (uid: string, n: number): void => { pending.unindexed.set(uid, { n, fresh: false, rec: null }) }
  if (found.includes('search')) {
    core.db.sql(`INSERT INTO search (search) VALUES ('delete-all')`).run()
    for (const { uid, n } of headRows(core)) pending.unindexed.set(uid, { n, fresh: true, rec: null })
    return
  }
  for (const uid of found) {
    const n = rowOfNobody(uid) ?? headOf(core, uid)?.n ?? null
    if (n !== null) again(uid, n)
  }
}

export const searchChecks: readonly Check[] = [{ name: 'search', detail: 'search documents against living records', find: wrongSearch, mend: mendSearch }]
