/**
 * Whose search documents show a record: those that refer to it, and, where a type is called after what it refers to (a mandate after its
 * person), those that refer to these. Which types are is found out once by asking their titles.
 */
import type { Lookup } from '../../shared/facts'
import type { Data } from '../../shared/fields'
import type { Declaration } from '../../shared/record'
import { declarationOf, declarations, recordTypes } from '../../shared/records'
import type { Core } from './core'
import { tableOf } from './typed-schema'

interface Asked {
  /** The title looks at records that the record refers to. */
  readonly references: boolean
  /** Types of which the title looks at any record (the office's name in the title of a session). */
  readonly types: ReadonlySet<string>
}

function ask(declaration: Declaration): Asked {
  let references = false
  const types = new Set<string>()
  const listening: Lookup = {
    get: (id) => {
      if (id) references = true
      return null
    },
    where: () => {
      references = true
      return []
    },
    all: (type) => {
      types.add(type)
      return []
    },
    beginning: (type) => {
      types.add(type)
      return []
    },
  }
  const filled: Data = Object.fromEntries(Object.entries(declaration.fields).flatMap(([key, field]) => (field.kind === 'ref' ? [[key, 'a'.repeat(26)]] : [])))
  declaration.title(filled, listening)
  return { references, types }
}

const asked = new Map<string, Asked>()

function titleOfType(type: string): Asked | null {
  const declaration = declarationOf(type)
  if (!declaration) return null
  const known = asked.get(type)
  if (known) return known
  const found = ask(declaration)
  asked.set(type, found)
  return found
}

const isCalledAfterOthers = (type: string): boolean => titleOfType(type)?.references === true

interface Referring {
  readonly n: number
  readonly uid: string
  readonly type: string
}

/** Records called otherwise at once, above which their links are looked at in one go. */
const many = 500

/**
 * Row numbers below `before` of the records that show one of `called` (uid and type), which are called otherwise now.
 */
export function dependents(core: Core, called: ReadonlyMap<string, string>, before: number): ReadonlySet<number> {
  const found = new Set<number>()
  if (before <= 1) return found
  // Of an import of thousands nearly none is known to an older record: one look at the links of these instead of one for each.
  const known = called.size > many ? new Set(core.db.column<string>('SELECT DISTINCT to_uid FROM link WHERE n < ?', before)) : null
  const queue = [...called].filter(([uid]) => known === null || known.has(uid))
  const seen = new Set(called.keys())
  const follow = (row: Referring): void => {
    if (row.n < before) found.add(row.n)
    if (!isCalledAfterOthers(row.type) || seen.has(row.uid)) return
    seen.add(row.uid)
    queue.push([row.uid, row.type])
  }
  for (const [uid] of queue) {
    const rows = core.db.sql('SELECT DISTINCT l.n AS n, h.uid AS uid, h.type AS type FROM link l JOIN head h ON h.n = l.n WHERE l.to_uid = ?').all(uid) as Referring[]
    rows.forEach(follow)
  }
  const types = new Set(called.values())
  for (const type of recordTypes) {
    if (![...(titleOfType(type)?.types ?? [])].some((one) => types.has(one))) continue
    const rows = core.db.sql(`SELECT n, uid, '${declarations[type].type}' AS type FROM ${tableOf(type)} WHERE deleted = 0`).all() as Referring[]
    for (const row of rows) if (row.n < before) found.add(row.n)
  }
  return found
}
