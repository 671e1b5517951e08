/**
 * References in a table are titles. An exported list writes them so that an import finds the record again: a title that several records of a type
 * share carries its day, and where that is not enough its place: `代表接待日〔2026-01-26〕`. What still names two records names neither.
 */
import type { Field } from '../../shared/fields'
import { textOf } from '../../shared/facts'
import type { LedgerRow } from '../../shared/history/old-ledger'
import { normaliseName } from '../../shared/parse/name'
import { labelOf } from '../../shared/codes'
import type { Declaration, Rec } from '../../shared/record'
import { declarationOf, recordTypes } from '../../shared/records'
import { readRows } from '../../shared/report/list-rows'
import type { Desk } from './desk'
import { shownTitle } from './print-record'

interface Titles {
  readonly byId: ReadonlyMap<string, string>
  readonly byTitle: ReadonlyMap<string, string | null>
}

export interface DistinctTitles {
  /** What the record is called in a table; '' for one that is not there. */
  readonly titleOf: (id: string) => string
  /** The one record of these types with this title. */
  readonly find: (types: readonly string[], title: string) => string | null
}

const counted = (words: readonly string[]): ReadonlyMap<string, number> => {
  const count = new Map<string, number>()
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1)
  return count
}

/** What tells records of one title apart: the level of a deputy's mandate, else the day. */
function markOf({ type, fields }: Rec): string {
  if (type === 'mandate') return labelOf('level', textOf(fields, 'level'))
  const dateField = declarationOf(type)?.dateField
  return dateField === undefined ? '' : textOf(fields, dateField)
}

/** Titles as they are now, read once a type. */
export function distinctTitles(desk: Desk): DistinctTitles {
  const lookup = desk.store.lookup()
  const known = new Map<string, Titles>()
  const placeOf = ({ fields }: Rec): string => (textOf(fields, 'site') === '' ? textOf(fields, 'place') : desk.store.title(textOf(fields, 'site')))
  const titlesOf = (type: string): Titles => {
    const before = known.get(type)
    if (before) return before
    const all = lookup.all(type).map((rec) => ({ rec, title: shownTitle(desk, rec.id, type) }))
    const shared = counted(all.map(({ title }) => title))
    const marked = ({ rec, title }: (typeof all)[number], place: boolean): string => {
      const mark = [markOf(rec), place ? placeOf(rec) : ''].filter((word) => word !== '').join(' ')
      return mark === '' ? title : `${title}〔${mark}〕`
    }
    const byMark = counted(all.map((one) => marked(one, false)))
    const withMark = all.map((one) => ({ id: one.rec.id, title: one.title, called: (shared.get(one.title) ?? 0) < 2 ? one.title : marked(one, (byMark.get(marked(one, false)) ?? 0) > 1) }))
    const stillShared = counted(withMark.map(({ called }) => called))
    const byId = new Map<string, string>()
    const byTitle = new Map<string, string | null>()
    for (const { id, title, called } of withMark) {
      // A mark that tells nothing apart is left out.
      const name = (stillShared.get(called) ?? 0) > 1 ? title : called
      const key = normaliseName(name)
      byId.set(id, name)
      byTitle.set(key, byTitle.has(key) ? null : id)
    }
    const titles = { byId, byTitle }
    known.set(type, titles)
    return titles
  }
  return {
    titleOf: (id) => {
      const rec = desk.store.get(desk.store.resolve(id))
      return rec ? titlesOf(rec.type).byId.get(rec.id) ?? shownTitle(desk, rec.id, rec.type) : ''
    },
    find: (types, title) => {
      const found = types.map((type) => titlesOf(type).byTitle.get(normaliseName(title))).filter((id) => id !== undefined)
      return found.length === 1 ? found[0] ?? null : null
    },
  }
}

/** The row with every title that names one record replaced by its id. */
export function withReferences({ find }: DistinctTitles, declaration: Declaration, row: LedgerRow): LedgerRow {
  const typesOf = (field: Field): readonly string[] => (field.to === undefined || field.to.length === 0 ? recordTypes : field.to)
  const many = (field: Field, text: string): readonly string[] | null => {
    for (const parts of [[text], text.split('、'), text.split(/[、，,;；]/u)]) {
      const ids = parts.map((part) => find(typesOf(field), part.trim()))
      if (ids.every((id) => id !== null)) return ids
    }
    return null
  }
  const fields: Record<string, unknown> = { ...row.fields }
  for (const [key, text] of Object.entries(row.texts)) {
    const field = declaration.fields[key]
    if (field?.kind === 'ref') fields[key] = find(typesOf(field), text) ?? fields[key]
    else if (field?.kind === 'refs') fields[key] = many(field, text) ?? fields[key]
    else if (field?.kind === 'list' && Array.isArray(fields[key])) {
      const words = readRows(field.items ?? {}, text) ?? []
      fields[key] = (fields[key] as readonly Readonly<Record<string, unknown>>[]).map((cells, at) => Object.fromEntries(Object.entries(cells).map(([name, cell]) => {
        const item = field.items?.[name]
        return [name, item?.kind === 'ref' ? find(typesOf(item), words[at]?.[name] ?? '') ?? cell : cell]
      })))
    }
  }
  return { ...row, fields }
}
