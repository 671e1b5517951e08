/**
 * The records that a computer makes at its set-up: the office's own file and the term. Where the county has the town already, another computer of
 * it is being set up (the first one burnt, or two are used), and these are only placeholders: they wait until the county's receipt has brought the
 * real ones, and give way to them. Otherwise every new computer would put a bare file beside the full one for somebody to decide.
 */
import { haveIds, packHave } from '../../shared/exchange/have'
import type { Desk } from './desk'
import type { Snapshot } from './exchange-heads'
import type { PairedCounty } from './exchange-setup'
import { commit } from './save'

const key = 'setup_versions'

const placeholders = (desk: Desk): readonly string[] => desk.store.settings.get<readonly string[]>(key, [])

/** Remembers what set-up has written; called once, before anything else is. */
export function rememberFirstRecords(desk: Desk): void {
  const { code } = desk.store.office
  const versions = ['office', 'term'].flatMap((type) => desk.store.lookup().all(type)).filter((rec) => rec.org === code).map((rec) => rec.version)
  desk.store.settings.set(key, versions)
}

/** Without the placeholders that nobody has touched, while the county that has the town already has not answered. */
export function withoutPlaceholders(desk: Desk, county: PairedCounty, shot: Snapshot): Snapshot {
  if (county.accepted || county.invite?.another !== true) return shot
  const waiting = new Set(placeholders(desk))
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

/** The county has answered: a placeholder beside a real record gives way to it. Joins the transaction of the receipt. */
export function giveWay(desk: Desk, another: boolean): void {
  const waiting = placeholders(desk)
  desk.store.settings.remove(key)
  if (!another) return
  for (const version of waiting) {
    const uid = desk.store.exchange.version(version)?.meta.uid
    const heads = uid === undefined ? [] : desk.store.heads(uid)
    const real = heads.find((head) => head.id !== version)
    if (uid === undefined || real === undefined || !heads.some((head) => head.id === version)) continue
    const done = commit(desk, [{ op: 'revert', uid, to: real.id }])
    // What cannot be decided here stays a conflict for a person.
    if (!done.ok) desk.store.events.note({ kind: 'import', by: desk.by, about: uid, detail: { code: done.code } })
  }
}
