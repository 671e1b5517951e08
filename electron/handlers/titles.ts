/** Titles of everything that some records point at, so that a page shows names and never ids. */
import type { Titles } from '../../shared/contract/records'
import { textOf } from '../../shared/facts'
import type { Row } from '../../shared/fields'
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import type { Desk } from './desk'
import { shownTitle } from './print-record'

function idsIn(rec: Rec): string[] {
  const ids: string[] = []
  for (const [key, field] of Object.entries(declarationOf(rec.type)?.fields ?? {})) {
    const value = rec.fields[key]
    if (field.kind === 'ref' || field.kind === 'file') ids.push(textOf(rec.fields, key))
    else if ((field.kind === 'refs' || field.kind === 'files' || field.kind === 'derived') && Array.isArray(value)) ids.push(...(value as readonly string[]))
    else if (field.kind === 'list' && Array.isArray(value)) {
      const columns = Object.entries(field.items ?? {}).filter(([, item]) => item.kind === 'ref').map(([name]) => name)
      for (const row of value as readonly Row[]) for (const column of columns) ids.push(String(row[column] ?? ''))
    }
  }
  return ids.filter((id) => id !== '')
}

/** Titles by id of `records` and of what they refer to; unknown ids are left out. */
export function titlesFor(desk: Desk, records: readonly Rec[]): Titles {
  const titles: Record<string, { title: string; type: string }> = {}
  for (const rec of records) titles[rec.id] = { title: shownTitle(desk, rec.id, rec.type), type: rec.type }
  for (const id of new Set(records.flatMap(idsIn))) {
    const target = desk.store.get(desk.store.resolve(id))
    if (target) titles[id] = { title: shownTitle(desk, target.id, target.type), type: target.type }
  }
  return titles
}
