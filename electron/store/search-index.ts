/**
 * Search documents of living records: what people call the record, the text of its `search` fields, and the initials of its title.
 * References are searched by what they point at, so documents are made again when that one is called otherwise
 * (search-dependents.ts).
 */
import type { Lookup } from '../../shared/facts'
import type { Data, Field } from '../../shared/fields'
import { labelOf } from '../../shared/codes'
import type { Declaration, Rec } from '../../shared/record'
import { declarationOf, titleOf } from '../../shared/records'
import { isOwnKey } from '../../shared/records/own-fields'
import type { Core, Pending, Unindexed } from './core'
import { initialPairs } from './initials'
import { sqlLookup } from './lookup'
import { readRow } from './read-record'
import { dependents } from './search-dependents'
import { kindToken, spaced } from './search-text'

function fieldText(field: Field, value: unknown, lookup: Lookup): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map((item: unknown) => (typeof item === 'object' && item !== null ? rowText(field, item as Data, lookup) : fieldText({ ...field, kind: 'ref' }, item, lookup))).join(' ')
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  if (field.kind === 'choice' && field.codes) return labelOf(field.codes, value)
  if (field.kind !== 'ref' && field.kind !== 'file') return value
  const to = lookup.get(value)
  return to ? titleOf(to, lookup) : field.orText ? value : ''
}

function rowText(field: Field, row: Data, lookup: Lookup): string {
  return Object.entries(field.items ?? {}).map(([key, item]) => fieldText(item, row[key], lookup)).filter((text) => text !== '').join(' ')
}

/** Words in the fields that an office added: which kind they are of only its file says. */
function ownText(data: Data): string {
  let text = ''
  for (const key in data) if (key.startsWith('x_') && isOwnKey(key) && typeof data[key] === 'string') text += `\n${data[key]}`
  return text
}

/** Title and searched text of a record. */
export function searchedTextOf(declaration: Declaration, rec: Rec, lookup: Lookup): { readonly title: string; readonly body: string } {
  const body = declaration.search.map((key) => {
    const field = declaration.fields[key]
    return field ? fieldText(field, rec.fields[key], lookup) : ''
  })
  return { title: declaration.title(rec.fields, lookup), body: `${body.filter((text) => text !== '').join('\n')}${ownText(rec.fields)}` }
}

/** Records that belong to another one and go with it. */
const isRow = (declaration: Declaration): boolean => (declaration.parents ?? []).some((parent) => parent.onDelete === 'cascade')

/** Words of the column `kind`: the type, and `named` for those that have a name of their own. */
const kindsOf = (declaration: Declaration): string => `${kindToken(declaration.type)}${declaration.type === 'person' || declaration.type === 'organisation' ? ' named' : ''}`

/** Makes the document of one record anew. */
export function indexOne(core: Core, { n, fresh, rec }: Unindexed, lookup: Lookup): void {
  const { db } = core
  if (!fresh) db.sql('DELETE FROM search WHERE rowid = ?').run(n)
  const now = rec ?? readRow(core, n)
  const declaration = now && !now.deleted ? declarationOf(now.type) : null
  if (!now || !declaration) return
  const { title, body } = searchedTextOf(declaration, now, lookup)
  // A row (attendance, reply …) is called like what it belongs to: as body only, so that it never drowns that record.
  const [asTitle, asBody] = isRow(declaration) ? ['', `${title}\n${body}`] : [title, body]
  db.sql('INSERT INTO search (rowid, kind, title, body, initials) VALUES (?, ?, ?, ?, ?)')
    .run(n, kindsOf(declaration), spaced(asTitle), spaced(asBody), initialPairs(asTitle, now.type === 'person' || now.type === 'mandate'))
}

/** Makes the documents of all records that changed, and of those that show one that is called otherwise now. */
export function settleSearch(core: Core, pending: Pending): void {
  const lookup = sqlLookup(core, new Map([...pending.unindexed].flatMap(([uid, { rec }]) => (rec ? [[uid, rec] as const] : []))))
  const rows = new Map([...pending.unindexed.values()].map((one) => [one.n, one]))
  // New records have the highest numbers, and all of them are indexed anyway.
  const firstNew = Math.min(Number.MAX_SAFE_INTEGER, ...firstOf(pending))
  const called = new Map([...pending.retitled].map((uid) => [uid, pending.touched.get(uid)?.type ?? '']))
  for (const n of dependents(core, called, firstNew)) if (!rows.has(n)) rows.set(n, { n, fresh: false, rec: null })
  for (const row of rows.values()) indexOne(core, row, lookup)
}

/** The number of the first new record, in a list; empty where there is none. */
function firstOf(pending: Pending): readonly number[] {
  for (const one of pending.unindexed.values()) if (one.fresh) return [one.n]
  return []
}
