/** The county's own form: every version of it is kept with its mapping; the newest is filled. The file that was chosen is never touched. */
import path from 'node:path'
import type { FormEntry, FormLoaded, FormState } from '../../shared/contract/form'
import { fileSafe } from '../../shared/exchange/names'
import { indicatorOf } from '../../shared/indicators'
import { nameOfPart } from '../../shared/indicators/part-units'
import type { Figure } from '../../shared/measures/indicator'
import { chineseDay } from '../../shared/report/block'
import { findMoved, formValue, guesses, headPaths, meaningOf, openRefs, type FormValue, type HeadPath, type Mapped } from '../../shared/report/county-form'
import { columnRefs, isKnownRecordPath, isRecordPath, recordColumn, recordPathName } from '../../shared/report/form-records'
import { fail, ok, type Result } from '../../shared/result'
import { readChosen } from '../documents/read-chosen'
import { fillBook, readBook, type Book, type Fill } from '../documents/form-book'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { putDocument } from './put-document'
import { titlesAt } from './list-file'
import { headOf, statsOf } from './report-compose'
import { townsOf } from './stats'

interface KeptForm {
  readonly version: number
  readonly name: string
  readonly loaded_at: string
  readonly by: string
  /** The file itself, so that every backup has it. */
  readonly base64: string
  readonly map: readonly Mapped[]
}

const key = 'county-form'

const keptForms = (desk: Desk): readonly KeptForm[] => desk.store.settings.get<readonly KeptForm[]>(key, [])
const keepForms = (desk: Desk, forms: readonly KeptForm[]): void => desk.store.settings.set(key, forms)

interface Open {
  readonly form: KeptForm
  readonly bytes: Uint8Array
  readonly book: Book
}

function newest(desk: Desk): Result<Open | null> {
  const form = keptForms(desk).at(-1)
  if (!form) return ok(null)
  const bytes = new Uint8Array(Buffer.from(form.base64, 'base64'))
  const book = readBook(bytes)
  return book.ok ? ok({ form, bytes, book: book.value }) : book
}

/** The figures in the form and what its head says, for some days. */
export interface FormBasis {
  readonly now: readonly Figure[]
  readonly before: readonly Figure[]
  readonly head: Readonly<Record<HeadPath, string>>
  /** The column of a path to records. */
  readonly column: (path: string) => readonly FormValue[]
}

function basisOf(desk: Desk, period: { readonly from: string; readonly to: string }): Result<FormBasis> {
  const stats = statsOf(desk, period)
  if (!stats.ok) return stats
  const head = headOf(desk, period)
  const facts = desk.store.facts(desk.store.office.role === 'town' ? [desk.store.office.code] : townsOf(desk).flatMap(({ codes }) => codes))
  return ok({
    column: (path) => recordColumn(path, facts, period, titlesAt(desk)),
    now: stats.value.indicators, before: stats.value.before ?? [],
    head: {
      'head:office': head.office, 'head:days': `${chineseDay(period.from)}—${chineseDay(period.to)}`, 'head:year': period.to.slice(0, 4), 'head:clerk': head.clerk, 'head:chair': head.chair, 'head:phone': head.phone, 'head:made_on': chineseDay(desk.today),
    },
  })
}

const printed = (value: FormValue): string => (value === null ? '' : 'text' in value ? value.text : value.rate === true ? `${value.number.toFixed(1)}%` : String(value.number))

/** 立案数 · 会议期间（上年）. */
export function pathName(of: string, figures: readonly Figure[]): string {
  if (isRecordPath(of)) return recordPathName(of)
  if (of.startsWith('head:')) return headPaths[of as HeadPath]
  const bare = of.replace(/@$/u, '')
  const [id = '', part] = bare.replace(/%$/u, '').split('/')
  const figure = figures.find((one) => one.id === id)
  const partName = figure?.parts.find((one) => one.key === part)?.name ?? part ?? ''
  return `${figure?.name ?? id}${part === undefined ? '' : `：${nameOfPart(partName)}`}${bare.endsWith('%') ? '（率）' : ''}${of.endsWith('@') ? '（上年）' : ''}`
}

const isPath = (of: string): boolean => (isRecordPath(of) ? isKnownRecordPath(of) : of.startsWith('head:') ? Object.hasOwn(headPaths, of) : indicatorOf(of.replace(/@$/u, '').replace(/%$/u, '').split('/')[0] ?? '') !== null)

function stateOf({ form, book }: Open, forms: readonly KeptForm[], { now, before, head, column }: FormBasis): FormState {
  const valueOf = (one: Mapped): string => (isRecordPath(one.path) ? `${String(column(one.path).length)}条` : printed(formValue(one.path, now, before, head)))
  const entry = (one: Mapped): FormEntry => ({ ...one, value: valueOf(one), name: pathName(one.path, now) })
  const taken = new Set(form.map.map(({ sheet, ref }) => `${sheet} ${ref}`))
  return {
    version: form.version, name: form.name, loaded_at: form.loaded_at, by: form.by, sheets: book.sheets, map: form.map.map(entry),
    guesses: guesses(book.sheets, now).filter(({ sheet, ref }) => !taken.has(`${sheet} ${ref}`)).map(entry),
    versions: forms.map((one) => ({ version: one.version, name: one.name, loaded_at: one.loaded_at, cells: one.map.length })),
  }
}

/** A form of a county has some kilobytes; a picture in it makes it some megabytes. */
const mostFormBytes = 8 * 1024 * 1024

async function load(desk: Desk, file: string): Promise<Result<FormLoaded>> {
  const bytes = await readChosen(file, mostFormBytes)
  if (!bytes.ok) return bytes
  const book = readBook(bytes.value)
  if (!book.ok) return { ...book, field: 'file', detail: { ...book.detail, as: 'form' } }
  const forms = keptForms(desk)
  const last = forms.at(-1)
  const base64 = Buffer.from(bytes.value).toString('base64')
  if (last?.base64 === base64) return ok({ version: last.version, moved: [], lost: [], kept: last.map.length })
  const found = findMoved(last?.map ?? [], book.value.sheets)
  const map = found.flatMap(({ entry, to }) => (to ? [{ ...entry, ...to }] : []))
  const fresh: KeptForm = { version: (last?.version ?? 0) + 1, name: path.basename(file), loaded_at: desk.actor.at, by: desk.by, base64, map }
  // Older versions stay with their mapping: what was reported on them can be looked at again.
  keepForms(desk, [...forms.slice(-5), fresh])
  const figures = statsOf(desk, { from: `${desk.today.slice(0, 4)}-01-01`, to: desk.today })
  return ok({
    version: fresh.version, kept: map.length,
    moved: found.flatMap(({ entry, to }) => (to && (to.ref !== entry.ref || to.sheet !== entry.sheet) ? [{ label: entry.label, from: entry.ref, to: to.sheet === entry.sheet ? to.ref : `${to.sheet} ${to.ref}` }] : [])),
    lost: found.flatMap(({ entry, to }) => (to ? [] : [{ label: entry.label, from: entry.ref, name: pathName(entry.path, figures.ok ? figures.value.indicators : []) }])),
  })
}

function putMap(desk: Desk, map: readonly Mapped[]): number {
  const forms = keptForms(desk)
  keepForms(desk, forms.map((one, index) => (index === forms.length - 1 ? { ...one, map } : one)))
  return map.length
}

export interface FilledForm {
  readonly name: string
  readonly bytes: Uint8Array
  readonly filled: number
  /** Names of cells that nobody knows a value for; they stay empty. */
  readonly unknown: readonly string[]
}

/** The rows of a column of records; what has no row left in the form is said. */
function columnFills(entry: Mapped, map: readonly Mapped[], book: Book, { column, now }: FormBasis): { readonly fills: readonly Fill[]; readonly over: readonly string[] } {
  const at = book.sheets.findIndex(({ name }) => name === entry.sheet)
  const sheet = book.sheets[at]
  const values = column(entry.path)
  const refs = sheet === undefined ? [] : columnRefs(sheet, entry.ref, new Set(map.filter((one) => one.sheet === entry.sheet).map(({ ref }) => ref)))
  return {
    fills: refs.slice(0, values.length).map((ref, row) => ({ sheet: at, ref, value: values[row] ?? null })),
    over: values.length > refs.length ? [`${entry.ref} ${pathName(entry.path, now)}：表里少 ${String(values.length - refs.length)} 行，没有填进去`] : [],
  }
}

/** The newest form filled in memory; null while there is none. */
export function filledForm(desk: Desk, period: { readonly from: string; readonly to: string }): Result<FilledForm | null> {
  const open = newest(desk)
  if (!open.ok) return open
  if (open.value === null) return ok(null)
  const basis = basisOf(desk, period)
  if (!basis.ok) return basis
  const { form, bytes, book } = open.value
  const { now, before, head } = basis.value
  const single = form.map.filter(({ path: to }) => !isRecordPath(to)).map((entry): Fill & { readonly entry: Mapped } => ({ entry, sheet: book.sheets.findIndex(({ name }) => name === entry.sheet), ref: entry.ref, value: formValue(entry.path, now, before, head) }))
  const columns = form.map.filter(({ path: to }) => isRecordPath(to)).map((entry) => columnFills(entry, form.map, book, basis.value))
  const fills: readonly Fill[] = [...single, ...columns.flatMap((column) => column.fills)]
  return ok({
    name: `${fileSafe(desk.store.office.name)}_${period.from}_${period.to}_${fileSafe(form.name.replace(/\.xlsx$/iu, ''))}.xlsx`, bytes: fillBook(bytes, book, fills),
    filled: fills.filter(({ value }) => value !== null).length, unknown: [...single.filter(({ value }) => value === null).map(({ entry }) => `${entry.ref} ${pathName(entry.path, now)}`), ...columns.flatMap(({ over }) => over)],
  })
}

export const formHandlers = {
  'form.get': (period, desk) => {
    const open = newest(desk)
    if (!open.ok) return open
    if (open.value === null) return ok({ form: null })
    const basis = basisOf(desk, period)
    return basis.ok ? ok({ form: stateOf(open.value, keptForms(desk), basis.value) }) : basis
  },
  'form.load': ({ file }, desk) => load(desk, file),
  'form.map': ({ sheet, ref, path: to }, desk) => {
    const open = newest(desk)
    if (!open.ok) return open
    if (open.value === null) return fail('no-form')
    const { form, book } = open.value
    const others = form.map.filter((one) => one.sheet !== sheet || one.ref !== ref)
    if (to === undefined || to === '') return ok({ cells: putMap(desk, others) })
    if (!isPath(to)) return fail('unknown-indicator', { field: 'path', detail: { indicator: to } })
    const on = book.sheets.find(({ name }) => name === sheet)
    if (!on || !openRefs(on).includes(ref)) return fail('cell-not-open', { field: 'ref', detail: { ref } })
    return ok({ cells: putMap(desk, [...others, { sheet, ref, path: to, ...meaningOf(on, ref) }]) })
  },
  'form.guess': (_input, desk) => {
    const open = newest(desk)
    if (!open.ok) return open
    if (open.value === null) return fail('no-form')
    const basis = basisOf(desk, { from: `${desk.today.slice(0, 4)}-01-01`, to: desk.today })
    if (!basis.ok) return basis
    const { form, book } = open.value
    const taken = new Set(form.map.map((one) => `${one.sheet} ${one.ref}`))
    return ok({ cells: putMap(desk, [...form.map, ...guesses(book.sheets, basis.value.now).filter((one) => !taken.has(`${one.sheet} ${one.ref}`))]) })
  },
  'form.fill': async ({ from, to, out }, desk) => {
    const made = filledForm(desk, { from, to })
    if (!made.ok) return made
    if (made.value === null) return fail('no-form')
    const file = await putDocument(desk, out, made.value.name, 'xlsx', made.value.bytes)
    return file.ok ? ok({ files: [file.value], filled: made.value.filled, unknown: made.value.unknown }) : file
  },
} satisfies Partial<Handlers<Desk>>
