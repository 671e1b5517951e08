/**
 * A town that was set up with a wrong code gets the right one: every version is made anew under it, and keyed records get the uids that follow
 * from it. Only before anybody else has taken a version: afterwards ids are promises.
 */
import type { Data } from '../../shared/fields'
import { keyedUid } from '../../shared/exchange/ids'
import { buildVersion, type VersionMeta } from '../../shared/exchange/version'
import { declarationOf } from '../../shared/records'
import { keyParts } from '../../shared/records/key'
import { fail } from '../../shared/result'
import { write, type Core } from './core'
import { Refused } from './failure'
import { rebuild } from './rebuild'
import { metaOf, parseData, rowValues, sha256, versionColumns, type VersionRow } from './version-codec'

export interface NewOffice {
  readonly from: string
  readonly to: string
  readonly name: string
}

/** What became what: uids of keyed records, ids of all versions. */
export interface Recoded {
  readonly uids: ReadonlyMap<string, string>
  readonly ids: ReadonlyMap<string, string>
}

interface Old {
  readonly meta: VersionMeta
  readonly text: string | null
}

/** Longest chain of keys in keys: a rating of a reply of a suggestion. */
const deepest = 8

// A uid is 26 letters that stand alone.
const renamed = (text: string, names: ReadonlyMap<string, string>): string => text.replaceAll(/(?<![a-z0-9])[a-z2-7]{26}(?![a-z0-9])/g, (uid) => names.get(uid) ?? uid)

/** The uid that follows from the key in `text`; null for a type without key. */
function uidFrom(org: string, type: string, text: string): string | null {
  const declaration = declarationOf(type)
  const parts = declaration ? keyParts(declaration, parseData(text) as Data) : null
  const uid = parts === null ? null : keyedUid(sha256, org, type, parts)
  return uid?.ok === true ? uid.value : null
}

/** For each keyed record the values that its uid was made from: those of the version that still give it. */
function keyTexts(versions: readonly Old[], from: string): ReadonlyMap<string, Old> {
  const found = new Map<string, Old>()
  for (const one of versions) {
    if (one.text !== null && !found.has(one.meta.uid) && uidFrom(from, one.meta.type, one.text) === one.meta.uid) found.set(one.meta.uid, one)
  }
  return found
}

/** Old uid to new one, of the records whose uid names the town. */
function newUids(versions: readonly Old[], { from, to }: NewOffice): ReadonlyMap<string, string> {
  const keys = keyTexts(versions, from)
  let names = new Map<string, string>()
  for (let round = 0; round < deepest; round++) {
    const before = names
    names = new Map([...keys].map(([uid, { meta, text }]) => [uid, uidFrom(to, meta.type, renamed(text ?? '', before)) ?? uid]))
    if ([...names].every(([uid, name]) => before.get(uid) === name)) break
  }
  return names
}

function dataOf(one: Old, names: ReadonlyMap<string, string>, office: NewOffice): Data {
  const data = parseData(renamed(one.text ?? '{}', names)) as Data
  return one.meta.type === 'office' ? { ...data, code: office.to, name: office.name } : data
}

function renameDrafts(core: Core, names: ReadonlyMap<string, string>): void {
  const drafts = core.db.sql('SELECT id, record, data FROM draft').all() as { id: string; record: string | null; data: string }[]
  for (const { id, record, data } of drafts) core.db.sql('UPDATE draft SET record = ?, data = ? WHERE id = ?').run(record === null ? null : names.get(record) ?? record, renamed(data, names), id)
}

/**
 * Makes all records of the town `from` records of the town `to`, history and all, in one transaction. Erased records, which nobody else has,
 * are dropped.
 */
export function recode(core: Core, office: NewOffice): Recoded {
  return write(core, () => {
    const { db } = core
    const rows = db.sql(`SELECT ${versionColumns} FROM version WHERE org = ? ORDER BY v`).all(office.from) as VersionRow[]
    const all = rows.map((row): Old => ({ meta: metaOf(row), text: row.data }))
    const erased = new Set(all.filter((one) => one.meta.op === 'erase').map((one) => one.meta.uid))
    const versions = all.filter((one) => !erased.has(one.meta.uid))
    const names = newUids(versions, office)
    const ids = new Map(versions.map((one) => [one.meta.id, core.newId()]))
    db.sql('DELETE FROM version WHERE org = ?').run(office.from)
    db.sql('DELETE FROM figure WHERE org = ?').run(office.from)
    db.sql('DELETE FROM town WHERE org = ?').run(office.from)
    const insert = db.sql(`INSERT INTO version (${versionColumns}, received_in, head) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0)`)
    for (const one of versions) {
      const { meta } = one
      const built = buildVersion({
        ...meta, id: ids.get(meta.id) ?? core.newId(), uid: names.get(meta.uid) ?? meta.uid, org: office.to,
        seen: meta.seen.flatMap((id) => { const fresh = ids.get(id); return fresh === undefined ? [] : [fresh] }), data: dataOf(one, names, office),
      }, sha256)
      if (!built.ok) throw new Refused(fail('internal', { detail: { recode: meta.uid } }))
      insert.run(...rowValues(built.value.version, built.value.text))
    }
    renameDrafts(core, names)
    rebuild(core)
    return { uids: names, ids }
  })
}
