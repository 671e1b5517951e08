/** Signing a report off, the list of those, opening one, and what changed since. */
import type { FrozenReport } from '../../shared/contract/report'
import { textOf } from '../../shared/facts'
import { computeAll } from '../../shared/indicators'
import type { Period } from '../../shared/measures/indicator'
import { prepared as asDeclared } from '../../shared/report/sign-off'
import { compareFrozen, packRecords, type Compared, type Frozen } from '../../shared/report/frozen'
import { fail, ok, type Result } from '../../shared/result'
import { statisticsBook } from '../documents/statistics-book'
import { xlsxOf } from '../documents/write-document'
import type { Handlers } from '../ipc/route'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { compose, headOf, makeDocument, statsOf, yearPeriod, type MadeDocument } from './report-compose'
import { bytesOf, filesOf, frozenName, keep, keptReports, takeUp, type Kept } from './report-kept'
import { commit } from './save'
import { questionOf, townsOf } from './stats'

const mimes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json',
} as const

/** Records behind every figure of an office; at the county those of all its towns. */
function idsBehind(desk: Desk, org: string, period: Period, asAt: string): ReadonlyMap<string, readonly string[]> {
  const county = org === desk.store.office.code && desk.store.office.role === 'county'
  const orgs = county ? townsOf(desk).flatMap(({ codes }) => codes) : [org]
  const ids = new Map<string, string[]>()
  for (const one of orgs) {
    for (const [id, computed] of computeAll(questionOf(desk, one, period, asAt))) {
      const list = ids.get(id) ?? []
      for (const measure of [computed, ...(computed.parts ?? [])]) for (const rec of measure.ids ?? []) list.push(rec)
      ids.set(id, list)
    }
  }
  return ids
}

/** A record of its own, or an organisation's or a deputy's id that a figure lists, as it stands. */
const versionOf = (desk: Desk) => (id: string): string | null => {
  const rec = desk.store.get(id)
  return rec && !rec.deleted ? rec.version : null
}

/** The newest entry of a record's history, its end too. */
const writtenBy = (desk: Desk) => (id: string): { readonly by: string; readonly at: string } | null => {
  const newest = desk.store.history(id)[0]
  return newest ? { by: newest.by, at: newest.at } : null
}

interface Asked {
  readonly kind: 'annual' | 'table'
  readonly year: number
  readonly from?: string
  readonly to?: string
  readonly signer: string
  readonly signed_on: string
}

async function documentsFor(desk: Desk, asked: Asked, period: Period): Promise<Result<{ readonly title: string; readonly made: readonly MadeDocument[] }>> {
  if (asked.kind === 'annual') {
    const made: MadeDocument[] = []
    for (const kind of ['annual', 'table'] as const) {
      const one = await makeDocument(desk, asked.year, kind)
      if (!one.ok) return one
      made.push(one.value)
    }
    return ok({ title: `${desk.store.office.name}人民代表大会主席团${String(asked.year)}年工作报告（定稿）`, made })
  }
  const stats = statsOf(desk, period)
  if (!stats.ok) return stats
  const bytes = await xlsxOf(statisticsBook(stats.value, headOf(desk, period)))
  return ok({ title: `${desk.store.office.name}人大工作统计表${period.from}至${period.to}（定稿）`, made: [{ name: `${desk.store.office.name}_统计表_${period.from}_${period.to}.xlsx`, ending: 'xlsx', bytes, missing: [], words: '' }] })
}

async function freeze(desk: Desk, asked: Asked): Promise<Result<{ readonly report: FrozenReport }>> {
  const { office } = desk.store
  if (asked.kind === 'annual' && office.role !== 'town') return fail('wrong-role', { field: 'kind', detail: { role: office.role } })
  if (asked.signed_on > desk.today) return fail('date-future', { field: 'signed_on' })
  const year = yearPeriod(asked.year, desk.today)
  const period = asked.kind === 'annual' ? year : { from: asked.from ?? year.from, to: asked.to ?? year.to }
  if (period.from > period.to) return fail('date-order', { field: 'from', detail: { first: period.from, firstLabel: '开始日期', second: period.to, secondLabel: '结束日期' } })
  const same = keptReports(desk).find(({ document, frozen }) => document?.org === office.code && frozen.kind === asked.kind && (asked.kind === 'annual' ? frozen.year === asked.year : frozen.from === period.from && frozen.to === period.to))
  if (same) return fail('already-exists', { detail: { id: same.id } })
  const documents = await documentsFor(desk, asked, period)
  if (!documents.ok) return documents
  const stats = statsOf(desk, period)
  if (!stats.ok) return stats
  const text = asked.kind === 'annual' ? compose(desk, asked.year, 'annual') : null
  if (text?.ok === false) return text
  const frozen: Frozen = {
    zhen: 'frozen', v: 1, kind: asked.kind, year: asked.year, title: documents.value.title, office: office.name, ...period, as_at: desk.today, signed_on: asked.signed_on, signer: asked.signer, by: desk.by, made_at: desk.actor.at,
    indicators: stats.value.indicators, before: stats.value.before ?? [], ...(text ? { composed: text.value } : {}),
    ...packRecords(idsBehind(desk, office.code, period, desk.today), versionOf(desk), (id) => desk.store.title(id)),
  }
  const id = desk.newId()
  const files = [...documents.value.made.map(({ name, ending, bytes }) => ({ name, mime: mimes[ending], bytes })), { name: frozenName, mime: mimes.json, bytes: Buffer.from(JSON.stringify(frozen), 'utf8') }]
  const changes: Change[] = []
  const listed: string[] = []
  for (const { name, mime, bytes } of files) {
    const kept = await desk.blobs.put([bytes])
    const data = { owner: id, sha256: kept.sha256, size_bytes: kept.size, mime, name }
    desk.store.exchange.putBlob({ sha256: kept.sha256, size: kept.size, mime, state: 'here' })
    const uid = desk.store.uidOf('file', data)
    if (uid === null) return fail('internal')
    listed.push(uid)
    changes.push({ op: 'put', type: 'file', data })
  }
  const done = commit(desk, [{ op: 'put', type: 'document', uid: id, data: asDeclared({ title: frozen.title, signer: asked.signer, signedOn: asked.signed_on, file: listed[0] ?? '', files: listed, at: desk.actor.at, by: desk.by }) }, ...changes])
  if (!done.ok) return done
  keep(desk, id, frozen)
  return ok({ report: await shown(desk, { id, frozen, document: desk.store.get(id) }) })
}

async function shown(desk: Desk, { id, frozen, document }: Kept): Promise<FrozenReport> {
  const files = document ? filesOf(desk, id) : []
  const here = await desk.blobs.held(files.map((file) => textOf(file.fields, 'sha256')))
  const { kind, year, title, office, from, to, as_at, signed_on, signer, by, made_at } = frozen
  const gone = document ? null : desk.store.history(id)[0]
  return {
    id, kind, year, title, office, from, to, as_at, signed_on, signer, by, made_at, figures: frozen.indicators.length, records: frozen.records.length,
    files: files.map((file) => ({ id: file.id, name: textOf(file.fields, 'name'), bytes: Number(file.fields['size_bytes'] ?? 0), here: here.has(textOf(file.fields, 'sha256')) })),
    ...(document ? {} : { void: { reason: gone?.reason ?? '', by: gone?.by ?? '', at: gone?.at ?? '' } }),
  }
}

/** What the figures are today for the days and the report day of then. */
function compare(desk: Desk, { frozen, document }: Kept): Result<Compared> {
  const org = document?.org ?? desk.store.office.code
  const period = { from: frozen.from, to: frozen.to }
  const stats = statsOf(desk, period, { as_at: frozen.as_at, ...(org === desk.store.office.code ? {} : { town: org }) })
  if (!stats.ok) return stats
  return ok(compareFrozen(frozen, { indicators: stats.value.indicators, ids: idsBehind(desk, org, period, frozen.as_at), versionOf: versionOf(desk), titleOf: (id) => desk.store.title(id), writtenBy: writtenBy(desk) }))
}

const found = (desk: Desk, id: string): Result<Kept> => {
  const kept = keptReports(desk).find((one) => one.id === id)
  return kept ? ok(kept) : fail('not-found', { detail: { id } })
}

/** The file of a signed-off year as it was signed, where it is here. */
export async function signedFile(desk: Desk, year: number, ending: 'docx' | 'xlsx'): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const kept = keptReports(desk).find(({ frozen, document }) => document?.org === desk.store.office.code && frozen.kind === 'annual' && frozen.year === year)
  const file = kept ? filesOf(desk, kept.id).find((one) => textOf(one.fields, 'name').endsWith(`.${ending}`)) : undefined
  const bytes = file ? await bytesOf(desk, file) : null
  return file && bytes ? { name: textOf(file.fields, 'name'), bytes } : null
}

export const frozenHandlers = {
  'report.freeze': (input, desk) => freeze(desk, { ...input, kind: input.kind ?? 'annual' }),
  'report.frozen': async (_input, desk) => {
    await takeUp(desk)
    const reports: FrozenReport[] = []
    for (const kept of keptReports(desk)) reports.push(await shown(desk, kept))
    return ok({ reports })
  },
  'report.compare': ({ id }, desk) => {
    const kept = found(desk, id)
    return kept.ok ? compare(desk, kept.value) : kept
  },
  'report.void': ({ id, reason }, desk) => {
    const kept = found(desk, id)
    if (!kept.ok) return kept
    if (reason.trim() === '') return fail('reason-needed', { field: 'reason' })
    if (kept.value.document === null) return fail('already-deleted', { detail: { id } })
    const done = commit(desk, [{ op: 'del', uid: id, reason: reason.trim() }])
    return done.ok ? ok({ voided: true as const }) : done
  },
} satisfies Partial<Handlers<Desk>>
