/** Records that were changed in two places at the same time: both shown, a person decides, the decision has seen them all. */
import type { Conflict } from '../../shared/contract/exchange'
import { fail, ok, type Result } from '../../shared/result'
import type { Rec } from '../../shared/record'
import type { Handlers } from '../ipc/route'
import type { HistoryEntry } from '../store/store'
import type { Desk } from './desk'
import { letterAt, townDevices } from './exchange-devices'
import { noteIssue } from './exchange-issues'
import { pairedCounty } from './exchange-setup'
import { printRecord, shownData, shownTitle } from './print-record'
import { commit } from './save'

/** The computer whose package brought a version; our own where none did. */
const deviceOf = (desk: Desk, head: HistoryEntry): string => (head.received_in === null ? desk.store.device.id : desk.store.exchange.package(head.received_in)?.device ?? head.received_in)

/** A computer in words: this one, the office above, or one of a town with its letter. */
function whereOf(desk: Desk, device: string): string {
  const { store } = desk
  if (device === store.device.id) return store.office.role === 'county' ? store.office.name : '本机'
  const above = pairedCounty(desk)
  // Its receipts bring what the town's other computers wrote, too.
  if (device === above?.device) return `随${above.name}的回执来的`
  const org = store.exchange.device(device)?.org
  const place = townDevices(desk, org).filter((one) => one.org === org).findIndex((one) => one.id === device)
  return place < 0 ? '' : `${townDevices(desk, org).find((one) => one.id === device)?.name ?? ''} ${place === 0 ? '第一台电脑' : `电脑 ${letterAt(place)}`}`
}

/** Who wrote a head, as `resolve --take` names it: its author where that is unambiguous, else the version's id. */
function writers(heads: readonly HistoryEntry[]): readonly string[] {
  return heads.map((head) => (heads.filter((one) => one.by === head.by).length === 1 ? head.by : head.id))
}

function conflictOf(desk: Desk, id: string): Conflict {
  const heads = desk.store.heads(id)
  const rec = desk.store.get(id)
  const names = writers(heads)
  return {
    id, type: rec?.type ?? '', org: rec?.org ?? '', title: shownTitle(desk, id, rec?.type ?? ''),
    heads: heads.map((head, index) => ({
      version: head.id, writer: names[index] ?? head.id, op: head.op === 'del' ? 'del' : 'put', by: head.by, at: head.at, device: deviceOf(desk, head), where: whereOf(desk, deviceOf(desk, head)),
      fields: rec && head.data ? printRecord(desk, { ...rec, fields: head.data }).fields : shownData(desk, rec?.type ?? '', head.data ?? {}), wins: index === 0,
    })),
  }
}

function resolve(desk: Desk, id: string, take: string): Result<Rec> {
  const heads = desk.store.heads(id)
  if (heads.length === 0) return fail('not-found', { detail: { id } })
  if (heads.length === 1) return fail('not-now', { detail: { status: 'no-conflict', because: 'no-conflict', missing: [] } })
  const names = writers(heads)
  const matches = heads.filter((head, index) => head.id === take || names[index] === take || head.by === take || deviceOf(desk, head) === take)
  const [chosen, second] = matches
  if (!chosen || second) return fail('ref-not-found', { field: 'take', detail: { take, known: names } })
  const done = commit(desk, [{ op: 'revert', uid: id, to: chosen.id }])
  if (!done.ok) return done
  const rec = desk.store.get(id)
  return rec ? ok(printRecord(desk, rec)) : fail('not-found', { detail: { id } })
}

/** Control and direction signs would make the receipt unreadable, or its words read as others. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()

export const conflictHandlers = {
  'exchange.conflicts': ({ limit, first }, desk) => {
    const all = desk.store.conflicts()
    const ordered = first !== undefined && all.includes(first) ? [first, ...all.filter((id) => id !== first)] : all
    const shown = ordered.slice(0, limit ?? ordered.length)
    return ok({ items: shown.map((id) => conflictOf(desk, id)), ...(shown.length < all.length ? { total: all.length } : {}) })
  },
  'exchange.resolve': ({ id, take }, desk) => resolve(desk, id, take),
  'exchange.issue': ({ uid, field, say, due_on: due }, desk) => {
    const rec = desk.store.get(uid)
    if (!rec) return fail('not-found', { detail: { id: uid } })
    noteIssue(desk, { uid, code: 'county', level: 'warning', say: oneLine(say), version: rec.version, org: rec.org, ...(field === undefined ? {} : { field }), ...(due === undefined ? {} : { due_on: due }) })
    return ok({ noted: true })
  },
} satisfies Partial<Handlers<Desk>>
