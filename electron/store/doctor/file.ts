/** The file itself: its pages, its indexes, and the versions in it. */
import { schemaOf } from '../../../shared/records/schema'
import { figureType } from '../../../shared/exchange/figure-fact'
import { recordTypes } from '../../../shared/records'
import type { Core } from '../core'
import { sha256 } from '../version-codec'
import type { Check } from './check'

/** What SQLite says of an index that does not fit its table; everything else that it says is about pages. */
const ofIndex = /(?:missing from|entries in) index (\w+)$/u
/** The search index is a table of its own kind, with a check of its own (search.ts). */
export const ofSearch = /\bsearch\b/u

/** Answers of `integrity_check` but for `ok`. */
export const complaints = (core: Core): readonly string[] =>
  (core.db.raw.pragma('integrity_check') as { readonly integrity_check: string }[]).map((row) => row.integrity_check).filter((text) => text !== 'ok')

const sickIndexes = (core: Core): readonly string[] => [...new Set(complaints(core).flatMap((text) => ofIndex.exec(text)?.[1] ?? []))]

/** Versions whose content does not have the digest that they carry. */
function wrongDigests(core: Core): readonly string[] {
  const rows = core.db.sql('SELECT uid, data, dh FROM version WHERE data IS NOT NULL').iterate() as IterableIterator<{ uid: string; data: string; dh: Buffer }>
  const wrong: string[] = []
  for (const row of rows) if (sha256(row.data) !== row.dh.toString('hex')) wrong.push(row.uid)
  return wrong
}

const erasedWithContent = `SELECT DISTINCT uid FROM version WHERE data IS NOT NULL AND op <> 'erase' AND uid IN (SELECT uid FROM version WHERE op = 'erase') ORDER BY uid`

/** Records of types, or written in schemas, that only a later program understands. */
const keptForLater = (core: Core): readonly string[] => core.db.column<string>(
  'SELECT h.uid FROM head h JOIN version v ON v.v = h.v LEFT JOIN json_each(?) known ON known.key = h.type WHERE known.value IS NULL OR v.sv > known.value ORDER BY h.uid',
  JSON.stringify(Object.fromEntries([...recordTypes, figureType].map((type) => [type, schemaOf(type)]))))

export const fileChecks: readonly Check[] = [
  { name: 'integrity', detail: 'pages of the file', find: (core) => complaints(core).filter((text) => !ofIndex.test(text) && !ofSearch.test(text)) },
  { name: 'indexes', detail: 'indexes against their tables', find: sickIndexes, mend: (core, _pending, found) => { for (const name of found) core.db.raw.exec(`REINDEX ${name}`) } },
  { name: 'digests', detail: 'content of versions against their digests', find: wrongDigests },
  { name: 'lost-versions', detail: 'records whose newest version is not there', find: (core) => core.db.column<string>('SELECT uid FROM head WHERE version_id NOT IN (SELECT id FROM version) ORDER BY uid') },
  {
    name: 'erased', detail: 'content of erased records', find: (core) => core.db.column<string>(erasedWithContent),
    mend: (core, _pending, found) => { for (const uid of found) core.db.sql(`UPDATE version SET data = NULL WHERE uid = ? AND op <> 'erase'`).run(uid) },
  },
]

export const laterCheck: Check = { name: 'unknown-types', detail: 'records kept for a newer version of the app', content: true, find: keptForLater }
