/** A table taken in, as records of today or as 补录 of an old ledger: one sheet, one record type, one commit. What a row names and nobody knows is kept in its remark. */
import { basename } from 'node:path'
import { importPhases, type HistoryImported, type HistoryLine } from '../../shared/contract/history'
import { textOf } from '../../shared/facts'
import type { Data } from '../../shared/fields'
import { readOldLedger, takenFields, type Choices, type ChoicesFor, type LedgerRow, type OldLedger } from '../../shared/history/old-ledger'
import { isPrivateCell } from '../../shared/history/private-cells'
import { hasDirections, showSigns } from '../../shared/parse/text'
import type { Declaration } from '../../shared/record'
import { fail, ok, type Result } from '../../shared/result'
import { say } from '../../shared/text'
import { mostTableBytes, readChosen } from '../documents/read-chosen'
import { readTablesSafely } from '../documents/read-table-safely'
import type { Handlers } from '../ipc/route'
import type { Change } from '../store/change'
import { Refused, storeFailure } from '../store/failure'
import { inOneGo, type Step } from '../store/steps'
import type { WrittenVersion } from '../store/store'
import type { Desk } from './desk'
import { asJob, calledOff, type Job } from './job'
import { prepareChange, prepareNew, type Prepared } from './prepare'
import { maskedKeys } from './print-record'
import { distinctTitles, withReferences } from './table-titles'

type Bag = Readonly<Record<string, unknown>>
type Asked = Parameters<Handlers<Desk>['history.import']>[0]

const lineOf = (row: number, failure: { readonly code: Parameters<typeof say>[0]; readonly detail?: Bag }): HistoryLine => ({ row, code: failure.code, say: say(failure.code, failure.detail).say })

/** Prepares a row; references and codes that are not found are taken out one by one and put into the remark. `history` = a record of the past. */
function prepareRow(desk: Desk, declaration: Declaration, row: LedgerRow, status: string, history: boolean): { readonly prepared: Result<Prepared>; readonly left: readonly string[] } {
  const left: string[] = []
  const { status: told, ...rest } = row.fields
  // What the program gives by itself, a number or a due day, it gives again.
  let fields: Bag = history ? rest : Object.fromEntries(Object.entries(rest).filter(([key]) => declaration.fields[key]?.need !== 'app' || declaration.fields[key].settable === true))
  let given = typeof told === 'string' ? told : status
  for (let tries = 0; tries < 12; tries++) {
    const remark = [fields['remark'], ...row.rest, ...left].filter((part): part is string => typeof part === 'string' && part !== '').join('；')
    const machine = history && declaration.firstStatus !== undefined
    const prepared = prepareNew(desk, declaration.type, { ...fields, ...(remark === '' ? {} : { remark }), ...(history ? { as_history: true } : {}), ...(machine ? { status: given } : {}) })
    if (!prepared.ok && prepared.field === 'status' && given !== status) {
      left.push(`办理状态：${given}`)
      given = status
      continue
    }
    const key = prepared.ok ? undefined : prepared.field?.split('.')[0]
    const field = key === undefined ? undefined : declaration.fields[key]
    if (prepared.ok || key === undefined || field === undefined || field.need === 'identity' || !(key in fields)) return { prepared, left }
    const text = row.texts[key] ?? ''
    if (isPrivateCell(field.label, text)) return { prepared, left }
    left.push(`${field.label}：${text}`)
    fields = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
  }
  return { prepared: fail('bad-input'), left }
}

/** How a closed case of the type is called: old ledgers hold what was brought to its end, not what was withdrawn or merged. */
const closedStatus = ({ endStatuses = [] }: Declaration): string =>
  ['已办结', '办结', '归档', '已归档', '执行完毕', '终结', '销号', '完成', '已完成'].find((word) => endStatuses.includes(word)) ?? endStatuses[0] ?? ''

/** Title and day: what makes two rows of an old ledger the same case. */
const sameness = (declaration: Declaration, data: Bag): string => {
  const text = (key: string): string => (typeof data[key] === 'string' ? data[key] : '')
  return [text('no'), text('title') || text('content') || text('subject') || text('topic') || text('item'), declaration.dateField === undefined ? '' : text(declaration.dateField)].join('|')
}

/** JSON with the keys of rows in order and nothing of what is empty. */
const stable = (value: unknown): string => JSON.stringify(value, (_key, one: unknown) => (typeof one === 'object' && one !== null && !Array.isArray(one)
  ? Object.fromEntries(Object.entries(one).filter(([, inner]) => inner !== null && inner !== undefined && inner !== '').toSorted(([a], [b]) => (a < b ? -1 : 1))) : one))

/** All that a person filled in: two visits of one day are two, the same line twice is one. */
const wholeRow = (declaration: Declaration, data: Bag): string =>
  stable(Object.fromEntries(Object.entries(declaration.fields).filter(([key, { need, kind }]) => need !== 'app' && kind !== 'derived' && key !== 'files').map(([key]) => [key, data[key] ?? null])))

const points = (declaration: Declaration): readonly string[] => Object.entries(declaration.fields).filter(([, { kind }]) => ['ref', 'refs', 'list'].includes(kind)).map(([key]) => key)
/** The same without what it points at: a record whose reference was not there yet is known again when it is. */
const looseRow = (declaration: Declaration, data: Bag): string => `~${wholeRow(declaration, Object.fromEntries(Object.entries(data).filter(([key]) => key !== 'remark' && !points(declaration).includes(key))))}`
const leftOpen = (declaration: Declaration, data: Bag): boolean => {
  const remark = typeof data['remark'] === 'string' ? data['remark'] : ''
  return remark !== '' && points(declaration).some((key) => remark.includes(`${declaration.fields[key]?.label ?? ''}：`))
}

interface Read {
  readonly sheet: string
  readonly ledger: OldLedger
  /** A few words of each column, to know it by. */
  readonly samples: readonly string[]
}

const pasted = '粘贴的表格'
const tooLong = 40
/** In the place of a sample that is private. */
const covered = '******'

async function bytesOf({ file, text }: Asked): Promise<Result<{ readonly bytes: Buffer; readonly name: string }>> {
  if (text !== undefined) return ok({ bytes: Buffer.from(text, 'utf8'), name: pasted })
  if (file === undefined) return fail('bad-input', { field: 'file' })
  const bytes = await readChosen(file, mostTableBytes)
  return bytes.ok ? ok({ bytes: bytes.value, name: basename(file) }) : bytes
}

/** The first sheet that has headings of the type; hidden sheets are not looked at, hidden columns are. */
async function ledgerIn(asked: Asked, declaration: Declaration, choices: ChoicesFor): Promise<Result<Read>> {
  const given = await bytesOf(asked)
  if (!given.ok) return given
  const tables = await readTablesSafely(given.value.bytes, given.value.name)
  if (!tables.ok) return tables
  for (const table of tables.value) {
    const ledger = table.hidden === true ? null : readOldLedger(declaration, table, choices)
    if (ledger) {
      const samples = ledger.columns.map(({ index, heading }) => table.rows.map((row) => row[index]?.text.trim() ?? '').find((text, at, all) => text !== '' && all.indexOf(heading) < at && text !== heading) ?? '')
      return ok({ sheet: table.name, ledger, samples: samples.map((text, at) => (isPrivateCell(ledger.columns[at]?.heading ?? '', text) ? covered : showSigns(text).slice(0, tooLong))) })
    }
  }
  return fail('no-header', { field: 'file', detail: { label: declaration.label } })
}

/** What was chosen last for a heading, whoever sent the table; and what was chosen for the tables of one source, which is known by its headings. */
const choicesKey = (type: string): string => `import_columns.${type}`
const sourcesKey = (type: string): string => `import_sources.${type}`
const mostSources = 40
const sourceOf = (headings: readonly string[]): string => headings.join('｜')
/** Has a way in of its own, with its own checks: the roster brings private data, an attachment is a file. */
const notFromTables = ['person_private', 'file', 'office']

const same = (a: unknown, b: unknown): boolean => stable(a ?? null) === stable(b ?? null)

/** A record under the same key: unchanged, changed, or none. */
function standing(desk: Desk, type: string, row: LedgerRow, data: Data): Change | 'same' | null {
  const uid = desk.store.uidOf(type, data)
  const rec = uid === null ? null : desk.store.get(uid)
  if (!rec || rec.deleted) return null
  const { status: _status, ...fields } = row.fields
  const keys = Object.keys(fields).filter((key) => data[key] !== undefined && !same(data[key], rec.fields[key]))
  if (keys.length === 0) return 'same'
  const changed = prepareChange(desk, rec, Object.fromEntries(keys.map((key) => [key, data[key]])))
  return changed.ok ? { op: 'put', type, uid: rec.id, data: changed.value.data } : 'same'
}

/** Cells of the row with signs that turn what is read, the signs shown in their places; of private cells only the heading. */
function shownSigns(declaration: Declaration, { texts, rest }: LedgerRow): string {
  const cells = Object.entries(texts).map(([key, text]) => ({ label: key === 'status' ? '办理状态' : declaration.fields[key]?.label ?? key, text }))
  const told = cells.filter(({ text }) => hasDirections(text)).map(({ label, text }) => (declaration.scope === 'town' || isPrivateCell(label, text) ? label : `${label}“${showSigns(text).slice(0, tooLong)}”`))
  return [...told, ...rest.filter(hasDirections).map((text) => showSigns(text).slice(0, tooLong))].join('；')
}

interface Sorted {
  readonly changes: readonly Change[]
  readonly errors: readonly HistoryLine[]
  readonly warnings: readonly HistoryLine[]
  /** Rows that are here already. */
  readonly here: number
  /** Records that are here under the same key and say something else. */
  readonly changed: number
}

interface Sorting {
  readonly as: 'history' | 'new'
  readonly end: string
}

/** What each row of the table comes to: a new record, a change, the same as is here, or a sentence that it cannot be taken. Some rows a step. */
function* sortRows(desk: Desk, declaration: Declaration, ledger: OldLedger, { as, end }: Sorting): Generator<Step, Sorted, undefined> {
  const { type } = declaration
  const nameOf = (data: Bag): string => (as === 'history' ? sameness(declaration, data) : wholeRow(declaration, data))
  const standingRecords = desk.store.facts([desk.store.office.code]).all(type)
  const known = new Set(standingRecords.flatMap((rec) => [rec.id, nameOf(rec.fields)]))
  const loose = new Set(as === 'new' ? standingRecords.filter((rec) => leftOpen(declaration, rec.fields)).map((rec) => looseRow(declaration, rec.fields)) : [])
  const titles = distinctTitles(desk)
  const [changes, errors, warnings]: [Change[], HistoryLine[], HistoryLine[]] = [[], [], []]
  const unread = new Set<string>()
  let [here, changed] = [0, 0]
  for (const [at, found] of ledger.rows.entries()) {
    if (at > 0 && at % pace === 0) yield { done: at, total: ledger.rows.length }
    const row = withReferences(titles, declaration, found)
    const masked = maskedKeys(type).find((key) => row.texts[key]?.includes('**'))
    if (masked !== undefined) {
      errors.push(lineOf(row.row, fail('bad-text', { detail: { label: declaration.fields[masked]?.label } })))
      continue
    }
    const told = row.texts['status']
    const history = as === 'history' || (told !== undefined && declaration.firstStatus !== undefined && told !== declaration.firstStatus)
    const { prepared, left } = prepareRow(desk, declaration, row, end, history)
    if (!prepared.ok) {
      errors.push(lineOf(row.row, prepared))
      continue
    }
    const { data } = prepared.value
    const before = as === 'new' ? standing(desk, type, row, data) : null
    const key = desk.store.uidOf(type, data) ?? nameOf(data)
    if (before === 'same' || (before === null && (known.has(key) || (loose.size > 0 && loose.has(looseRow(declaration, data)))))) {
      here += 1
      continue
    }
    known.add(key)
    for (const heading of row.kept.filter((one) => !unread.has(one))) {
      unread.add(heading)
      warnings.push({ row: row.row, code: 'private-left-out', say: `“${heading}”一列没有导入：身份证号、电话、住址不能记在备注里，会跟着上报` })
    }
    const signed = shownSigns(declaration, row)
    if (signed !== '') warnings.push({ row: row.row, code: 'hidden-signs', say: `${signed}：看不见的方向符号会去掉，请核对去掉以后是不是原来的意思` })
    if (left.length > 0) warnings.push({ row: row.row, code: 'kept-in-remark', say: `${left.join('；')}，没有找到，记在备注里` })
    if (before !== null) {
      changed += 1
      changes.push(before)
    } else changes.push({ op: 'put', type, uid: desk.store.uidOf(type, data) ?? desk.newId(), data })
  }
  return { changes, errors, warnings, here, changed }
}

/** Rows between two looks at whether it was called off. */
const pace = 100

/** The rows sorted while others get in between; null = called off. What one saved meanwhile is seen: then they are sorted again, in one go. */
async function sortInPaces(desk: Desk, begin: () => Generator<Step, Sorted, undefined>, job: Job): Promise<Sorted | null> {
  const { store } = desk
  // Nothing is saved while rows are looked at: what one of them asked of the store is at hand for the next.
  const some = (steps: Generator<Step, Sorted, undefined>) => store.together(() => steps.next())
  const met = { change: false }
  const unsubscribe = store.subscribe(() => { met.change = true })
  try {
    const steps = begin()
    for (let step = some(steps); ; step = some(steps)) {
      if (step.done === true) return met.change ? store.together(() => inOneGo(begin())) : step.value
      job.progress(importPhases.sort, step.value.done, step.value.total)
      if (await calledOff(job)) return null
    }
  } finally {
    unsubscribe()
  }
}

/** All in one transaction, which says how far it is; one undo takes all of it back. */
function take(desk: Desk, changes: readonly Change[], job: Job): Result<WrittenVersion | undefined> {
  const written: WrittenVersion[] = []
  try {
    desk.store.together(() => {
      for (let at = 0; at < changes.length; at += pace) {
        job.progress(importPhases.save, at, changes.length)
        const done = desk.store.commit(desk.actor, changes.slice(at, at + pace))
        if (!done.ok) throw new Refused(done)
        written.push(...done.value.versions)
      }
    })
  } catch (error) {
    return storeFailure(error)
  }
  const [main] = written
  if (main) desk.remember(main.id, written)
  return ok(main)
}

/** Errors: cancelled, and those of reading and saving; either leaves everything as it was. */
async function importTable(asked: Asked, desk: Desk, job: Job): Promise<Result<HistoryImported>> {
  const { type, status, dry_run: dryRun, as = 'history' } = asked
  const declaration = desk.layouts.declaration(type)
  if (!declaration || notFromTables.includes(type)) return fail('unknown-type', { field: 'type', detail: { type } })
  const remembered = desk.store.settings.get<Choices>(choicesKey(type), {})
  const sources = desk.store.settings.get<Readonly<Record<string, Choices>>>(sourcesKey(type), {})
  const read = await ledgerIn(asked, declaration, (headings) => ({ ...remembered, ...sources[sourceOf(headings)], ...asked.map }))
  if (!read.ok) return read
  const { sheet, ledger, samples } = read.value
  const end = status?.trim() || closedStatus(declaration)
  job.progress(importPhases.sort, 0, ledger.rows.length)
  if (await calledOff(job)) return fail('cancelled')
  const sorted = await sortInPaces(desk, () => sortRows(desk, declaration, ledger, { as, end }), job)
  if (sorted === null) return fail('cancelled')
  const { changes, errors, warnings, here, changed } = sorted
  const fields = takenFields(declaration)
  const answer: HistoryImported = {
    type, sheet, platform: ledger.platform, rows: ledger.rows.length, new: changes.length - changed, changed, same: here, errors, warnings, undo: null, fields,
    columns: ledger.columns.map(({ heading, key }, at) => ({ heading, key, label: fields.find((one) => one.key === key)?.label ?? null, sample: samples[at] ?? '' })),
  }
  if (dryRun === true) return ok(answer)
  if (asked.map !== undefined) {
    const source = sourceOf(ledger.headings)
    const others = Object.entries(sources).filter(([name]) => name !== source).slice(1 - mostSources)
    desk.store.settings.set(choicesKey(type), { ...remembered, ...asked.map })
    desk.store.settings.set(sourcesKey(type), Object.fromEntries([...others, [source, { ...sources[source], ...asked.map }]]))
  }
  if (changes.length === 0) return ok(answer)
  const done = desk.aside.ofMany(changes.length, () => take(desk, changes, job))
  if (!done.ok) return done
  const main = done.value
  desk.store.events.note({ kind: 'import', by: desk.by, about: asked.file ?? pasted, detail: { what: `${as === 'history' ? '补录' : '导入'}${declaration.label}`, count: changes.length, title: textOf(changes[0]?.op === 'put' ? changes[0].data : {}, 'title') } })
  return ok({ ...answer, undo: main ? { id: main.uid, version: main.id } : null })
}

export const historyHandlers = {
  'history.import': (asked, desk) => asJob(desk, asked.job, (job) => importTable(asked, desk, job)),
} satisfies Partial<Handlers<Desk>>
