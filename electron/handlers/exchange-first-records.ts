/**
 * The records that a computer makes at its set-up: the office's own file and the term. Where the county has the town already, another computer of
 * it is being set up (the first one burnt, or two are used), and these are only placeholders: they wait until the county's receipt has brought the
 * real ones, and give way to them. Otherwise every new computer would put a bare file beside the full one for somebody to decide.
 */
import { haveIds, packHave } from '../../shared/exchange/have'
import { fateOf } from '../../shared/exchange/placeholder'
import type { Data } from '../../shared/fields'
import { beganKey } from '../../shared/measures/began'
import type { Desk } from './desk'
import { sentCounts } from './exchange-counts'
import type { Snapshot } from './exchange-heads'
import { pairedCounty, type PairedCounty } from './exchange-setup'
import { commit } from './save'

const key = 'setup_versions'

const placeholders = (desk: Desk): readonly string[] => desk.store.settings.get<readonly string[]>(key, [])

/** Remembers what set-up has written; called once, before anything else is. */
export function rememberFirstRecords(desk: Desk): void {
  const { code } = desk.store.office
  const versions = ['office', 'term'].flatMap((type) => desk.store.lookup().all(type)).filter((rec) => rec.org === code).map((rec) => rec.version)
  desk.store.settings.set(key, versions)
}

/** A wrong code was put right: every version has another id. */
export const renameFirstRecords = (desk: Desk, ids: ReadonlyMap<string, string>): void => {
  const before = placeholders(desk)
  if (before.length > 0) desk.store.settings.set(key, before.flatMap((id) => ids.get(id) ?? []))
}

/** Ids of the placeholders that do not travel yet; most computers have none. */
export function waitingRecords(desk: Desk, county: PairedCounty | null): ReadonlySet<string> {
  const another = county?.accepted === true || county?.invite?.another === true
  return new Set(another && desk.store.office.role === 'town' ? placeholders(desk) : [])
}

/** Without the placeholders that nobody has touched, while the county that has the town already has not brought the real ones. */
export function withoutPlaceholders(desk: Desk, county: PairedCounty, shot: Snapshot): Snapshot {
  const waiting = waitingRecords(desk, county)
  const have = packHave([...haveIds(shot.have)].filter((id) => !waiting.has(id)))
  if (waiting.size === 0 || !have.ok) return shot
  const counts: Record<string, number> = {}
  const ids = shot.ids.filter((id) => !waiting.has(id))
  for (const id of ids) {
    const type = desk.store.exchange.version(id)?.meta.type ?? ''
    counts[type] = (counts[type] ?? 0) + 1
  }
  return { have: have.value, ids, counts }
}

/** The county has admitted this computer as the first of its town: what set-up wrote is the town's own. */
export const keepFirstRecords = (desk: Desk): void => { desk.store.settings.remove(key) }

const empty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** What was said at the set-up and stands nowhere else; the day from which this computer is used is no property of the town. */
const saidOnlyHere = (said: Data, real: Data): Data =>
  Object.fromEntries(Object.entries(said).filter(([name, value]) => name !== beganKey && !empty(value) && empty(real[name])))

/** Whether a package of this computer may have carried them: then others know them. */
const mayHaveLeft = (desk: Desk, type: string): boolean =>
  desk.store.exchange.packages({ direction: 'out', device: desk.store.device.id }).some((row) => (sentCounts(row).types[type] ?? 0) > 0)

function giveWay(desk: Desk, uid: string, version: string, real: string): void {
  const rec = desk.store.get(uid)
  const [said, theirs] = [version, real].map((id) => desk.store.heads(uid).find((head) => head.id === id)?.data ?? {})
  const more = saidOnlyHere(said ?? {}, theirs ?? {})
  const same = rec === null || Object.keys(more).length === 0
  // A version that only this computer has is no version of the town: writing upon it could meet what the other computer changes meanwhile, and ask somebody about it.
  const gone = !mayHaveLeft(desk, rec?.type ?? '') && desk.store.exchange.takeBack(version)
  if (gone && same) return
  const done = same ? commit(desk, [{ op: 'revert', uid, to: real }]) : commit(desk, [{ op: 'put', type: rec.type, uid, data: { ...theirs, ...more } }])
  // What cannot be decided here stays a conflict for a person.
  if (!done.ok) desk.store.events.note({ kind: 'import', by: desk.by, about: uid, detail: { code: done.code } })
}

/** A receipt's records are in: a placeholder beside a real record gives way to it. Joins the transaction of the receipt. `complete`: see `fateOf`. */
export function settlePlaceholders(desk: Desk, complete: boolean): void {
  const before = placeholders(desk)
  if (before.length === 0 || pairedCounty(desk)?.accepted !== true) return
  const left = before.filter((version) => {
    const uid = desk.store.exchange.version(version)?.meta.uid
    if (uid === undefined) return false
    const heads = desk.store.heads(uid).flatMap(({ id }) => desk.store.exchange.version(id)?.meta ?? [])
    const fate = fateOf(version, heads, complete)
    if (fate === 'gives-way') giveWay(desk, uid, version, heads.find(({ id }) => id !== version)?.id ?? '')
    return fate === 'waits'
  })
  if (left.length === 0) desk.store.settings.remove(key)
  else desk.store.settings.set(key, left)
}
