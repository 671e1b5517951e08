/** Lookups over SQL: single records, children and whole types, straight from the file, each read once per lookup. */
import type { Lookup } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { namesOf, resolve, type Core } from './core'
import { readWhere } from './read-record'
import { columnsOf, quoted, tableOf } from './typed-schema'

const kept = 50_000

/**
 * A Lookup that reads from the store as it is now. Keep it for one question only: it does not see later changes. `atHand` = living
 * records that need not be read.
 */
export function sqlLookup(core: Core, atHand: ReadonlyMap<string, Rec> = new Map()): Lookup {
  const single = new Map<string, Rec | null>()
  const many = new Map<string, readonly Rec[]>()

  const get = (id: string | null | undefined): Rec | null => {
    if (!id) return null
    const uid = resolve(core, id)
    const known = atHand.get(uid) ?? single.get(uid)
    if (known !== undefined) return known
    const rec = core.read(uid)
    const living = rec && !rec.deleted ? rec : null
    if (single.size >= kept) single.clear()
    single.set(uid, living)
    return living
  }

  const list = (name: string, read: () => readonly Rec[]): readonly Rec[] => {
    const known = many.get(name)
    if (known) return known
    const rows = read()
    many.set(name, rows)
    return rows
  }

  return {
    get,
    all: (type) => list(`*${type}`, () => readWhere(core, type, '1', [])),
    beginning: (type, key, head) => textsBeginning(core, type, key, head),
    where: (type, key, value) => list(`${type} ${key} ${value}`, () => recordsWhere(core, type, key, value)),
  }
}

/** Greater than every text that begins with the same letters. */
const afterAll = '\u{10ffff}'

function textsBeginning(core: Core, type: string, key: string, head: string): readonly string[] {
  const declaration = declarationOf(type)
  if (!declaration || !columnsOf(declaration).some((column) => column.key === key && column.sql === 'TEXT')) return []
  return core.db.column<string>(`SELECT ${quoted(key)} FROM ${tableOf(type)} WHERE deleted = 0 AND ${quoted(key)} >= ? AND ${quoted(key)} < ?`, head, head + afterAll)
}

function recordsWhere(core: Core, type: string, key: string, value: string): readonly Rec[] {
  const declaration = declarationOf(type)
  const field = declaration?.fields[key]
  if (!declaration || !field) return []
  if (['ref', 'refs', 'file', 'files'].includes(field.kind)) {
    const names = namesOf(core, resolve(core, value))
    const marks = names.map(() => '?').join(', ')
    const linked = readWhere(core, type, `t.n IN (SELECT n FROM link WHERE to_uid IN (${marks}) AND type = ? AND field = ?)`, [...names, type, key])
    // A reference may be free text where the field allows it.
    return linked.length > 0 || !field.orText ? linked : readWhere(core, type, `t.${quoted(key)} = ?`, [value])
  }
  const isText = columnsOf(declaration).some((column) => column.key === key && column.sql === 'TEXT')
  return isText ? readWhere(core, type, `t.${quoted(key)} = ?`, [value]) : []
}

