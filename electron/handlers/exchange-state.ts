/** How a town stands with its county: what is confirmed, what waits to be sent, what is asked. */
import type { OutputOf } from '../../shared/contract'
import type { ExchangeState } from '../../shared/contract/exchange'
import { clockAhead } from '../../shared/exchange/clock'
import { haveCount, haveIds, packHave } from '../../shared/exchange/have'
import { shanghaiToday } from '../../shared/rules/calendar'
import { textOf } from '../../shared/facts'
import { declarationOf } from '../../shared/records'
import { affairCounts, isAffair } from '../../shared/records/affairs'
import { ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { blobsLacking } from './exchange-blobs'
import { sentCounts } from './exchange-counts'
import { openIssues, shownIssues } from './exchange-issues'
import { lastReceipt } from './exchange-receipt'
import { waitingRecords } from './exchange-first-records'
import { pairedCounty, type PairedCounty } from './exchange-setup'
import type { Desk } from './desk'
import { shownTitle } from './print-record'

const dayOf = (iso: string): string => shanghaiToday(new Date(iso))

/** What people call the registers; the rest is 其他. */
export const groupOf: Readonly<Record<string, string>> = {
  activities: '活动', suggestions: '建议', meetings: '会议', supervision: '监督', sites: '接待', people: '代表', matters: '民生', funds: '经费', documents: '文件',
}

/** What needs no sending: what the county has, and what a new computer wrote at its set-up while the town's own is still to come. */
function settled(desk: Desk, county: PairedCounty | null): Uint8Array {
  const have = (county ? desk.store.exchange.peer(county.device)?.have : null) ?? new Uint8Array()
  const waiting = waitingRecords(desk, county)
  if (waiting.size === 0) return have
  const all = packHave([...new Set([...haveIds(have), ...waiting])])
  return all.ok ? all.value : have
}

function unsent(desk: Desk, have: Uint8Array, org: string): Pick<ExchangeState['unsent'], 'records' | 'since' | 'groups'> {
  const { types, oldest } = desk.store.exchange.lackingCounts(have, { org, scope: 'county' })
  const since = oldest()
  const records = [...types.values()].reduce((sum, one) => sum + one, 0)
  return { records, since: since === null ? null : dayOf(since), groups: affairCounts(types) }
}

interface Waiting {
  readonly uid: string
  readonly type: string
  readonly at: string
  readonly deleted: boolean
}

/** More than these are a first report: nobody looks for a single name in it. */
const mostFolded = 5000

/** What hangs on another record that waits (attendance on its activity, a person on the mandate), by id. */
function hangingOn(desk: Desk, waiting: ReadonlyMap<string, Waiting>): ReadonlyMap<string, string> {
  const on = new Map<string, string>()
  if (waiting.size > mostFolded) return on
  const lookup = desk.store.lookup()
  for (const { uid, type } of waiting.values()) {
    const fields = isAffair(type) && type !== 'mandate' ? undefined : lookup.get(uid)?.fields
    if (fields === undefined) continue
    if (type === 'mandate') on.set(textOf(fields, 'person'), uid)
    else for (const { field } of declarationOf(type)?.parents ?? []) if (!on.has(uid) && waiting.has(textOf(fields, field))) on.set(uid, textOf(fields, field))
  }
  return on
}

/** What waits to be sent, a line per affair: a record with two heads is one, and what hangs on another is told with it. */
function unsentRows(desk: Desk, limit: number): OutputOf<'exchange.unsent'> {
  const county = pairedCounty(desk)
  const have = settled(desk, county)
  const waiting = new Map<string, Waiting>()
  for (const { meta } of desk.store.exchange.headsLacking(have, { org: desk.store.office.code, scope: 'county' })) {
    const before = waiting.get(meta.uid)
    if (!before || Date.parse(before.at) < Date.parse(meta.at)) waiting.set(meta.uid, { uid: meta.uid, type: meta.type, at: meta.at, deleted: meta.op === 'del' })
  }
  const on = hangingOn(desk, waiting)
  const withThem = new Map<string, number>()
  for (const uid of waiting.keys()) { const root = on.get(uid); if (root !== undefined) withThem.set(root, (withThem.get(root) ?? 0) + 1) }
  const newest = [...waiting.values()].filter(({ uid }) => !on.has(uid)).sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.uid < b.uid ? -1 : 1))
  const note = ({ uid, type, deleted }: Waiting): string => {
    const more = type === 'mandate' ? 0 : withThem.get(uid) ?? 0
    return `${declarationOf(type)?.label ?? type}${more > 0 ? `，连同明细 ${String(more)} 条` : ''}${deleted ? ' · 已删除' : ''}`
  }
  return {
    total: newest.length,
    rows: newest.slice(0, limit).map((row) => ({ id: row.uid, type: row.type, title: shownTitle(desk, row.uid, row.type), note: note(row), date: dayOf(row.at) })),
  }
}

/** The newest time that this computer knows of: its records, and what it did. */
function newestKnown(desk: Desk): number | null {
  const event = desk.store.events.list({ limit: 1 })[0]
  const newest = Math.max(desk.store.newestClock(), event ? Date.parse(event.at) : 0)
  return newest === 0 ? null : newest
}

async function state(desk: Desk): Promise<ExchangeState> {
  const { exchange, office, device } = desk.store
  const county = pairedCounty(desk)
  const peer = county ? exchange.peer(county.device) : null
  const have = peer?.have ?? new Uint8Array()
  const blobs = await blobsLacking(desk, office.code, new Set(peer?.haveBlobs ?? []), Number.POSITIVE_INFINITY)
  const packages = exchange.packages({ direction: 'out', device: device.id }).filter((row) => row.state !== 'MADE')
  const confirmed = packages.find((row) => row.state === 'CONFIRMED')
  const issues = openIssues(desk).length
  return {
    paired: county ? { county: county.name, code: county.code, fingerprint: county.fingerprint, accepted: county.accepted, closed: county.closed === true, ...(!county.accepted && county.invite?.another === true && county.again !== true ? { another: true } : {}), ...(county.keysSince === undefined ? {} : { keys_since: dayOf(county.keysSince) }) } : null,
    confirmed: { records: haveCount(have), pseq: confirmed?.pseq ?? null, received_on: confirmed?.doneAt ? dayOf(confirmed.doneAt) : null, files: peer?.haveBlobs.length ?? 0 },
    unsent: { ...unsent(desk, settled(desk, county), office.code), files: blobs.length, bytes: blobs.reduce((sum, blob) => sum + blob.size, 0) },
    next_pseq: exchange.nextPseq(device.id),
    packages: packages.slice(0, 50).map((row, index) => {
      const accepted = sentCounts(row).accepted
      return { id: row.id, pseq: row.pseq, made_at: row.madeAt, state: row.state, accepted: (accepted?.new ?? 0) + (accepted?.changed ?? 0), issues: index === 0 ? issues : 0, file: row.file, answered_on: row.doneAt === null ? null : dayOf(row.doneAt) }
    }),
    issues: shownIssues(desk),
    restorable: lastReceipt(desk)?.restorable ?? null,
    late_after: lastReceipt(desk)?.lateAfter ?? null, strays: lastReceipt(desk)?.strays ?? 0,
    clock_ahead: clockAhead(desk.now().getTime(), newestKnown(desk)),
  }
}

export const stateHandlers = {
  'exchange.state': async (_input, desk) => ok(await state(desk)),
  'exchange.unsent': ({ limit }, desk) => ok(unsentRows(desk, limit ?? 500)),
} satisfies Partial<Handlers<Desk>>
