/**
 * Sheets that came back. A page is kept encrypted at once, filed under every record that its codes name, and waits until somebody gave the date
 * and the tick; without a code it waits in the tray. The list is this computer's own (a setting a page), the attachments are the office's.
 */
import type { PaperPage, PaperWhy } from '../../shared/contract/paper'
import { formOf } from '../../shared/forms'
import { namesOn, peopleOf, peopleOnPage } from '../../shared/forms/meetings'
import { readPaperCode, type PaperCode, type PaperPart } from '../../shared/forms/paper-code'
import { textOf } from '../../shared/facts'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { fileHandlers } from './files'
import { stepsOf } from './lists'
import { formInput } from './paper-forms'
import { shownTitle } from './print-record'

interface KeptEntry {
  readonly record: string
  readonly file: string
  /** null where a person gave it to the record. */
  readonly code: { readonly form: string; readonly edition: number; readonly part?: PaperPart } | null
  readonly settled: boolean
}

interface Kept {
  readonly id: string
  readonly name: string
  readonly page: number
  readonly at: string
  readonly sha256: string
  readonly mime: string
  readonly why: PaperWhy | null
  readonly said: string
  readonly entries: readonly KeptEntry[]
}

const prefix = 'paper.'
/** Settled pages that are still listed; older ones are only attachments. */
const mostSettled = 300

const put = (desk: Desk, page: Kept): void => { desk.store.settings.set(prefix + page.id, page) }
const keptPages = (desk: Desk): readonly Kept[] => Object.values(desk.store.settings.all(prefix)).map((one) => one as Kept)
const isSettled = ({ entries }: Kept): boolean => entries.length > 0 && entries.every(({ settled }) => settled)

function keptPage(desk: Desk, id: string): Result<Kept> {
  const page = desk.store.settings.get<Kept | null>(prefix + id, null)
  return page ? ok(page) : fail('not-found', { field: 'id', detail: { id } })
}

/** The step that a sheet stands for, with only what is asked about it. */
function proposal(desk: Desk, entry: KeptEntry): { readonly why: PaperWhy | null; readonly step: PaperPage['entries'][number]['step']; readonly roll: PaperPage['entries'][number]['roll']; readonly part?: NonNullable<PaperPage['entries'][number]['part']>; readonly list_changed?: true } {
  const none = { why: null, step: null, roll: null }
  const rec = desk.store.get(desk.store.resolve(entry.record))
  if (!rec || rec.deleted) return { ...none, why: 'record-gone' }
  if (entry.code === null || entry.settled) return none
  const form = formOf(entry.code.form)
  if (!form) return { ...none, why: 'unknown-form' }
  if (entry.code.edition !== form.edition) return { ...none, why: 'old-edition' }
  if (form.roll) {
    const input = formInput(desk, rec)
    const [type, key] = rec.type === 'session' ? ['attendance', 'session'] : ['participation', 'event']
    const states = new Map(input.facts.where(type, key, rec.id).map((row) => [textOf(row.fields, 'mandate'), textOf(row.fields, 'state')]))
    const { part } = entry.code
    const onPage = part === undefined ? null : peopleOnPage(input, part)
    return {
      ...none, roll: (onPage?.people ?? peopleOf(input)).map((one) => ({ ...one, state: states.get(one.mandate) ?? null })),
      ...(part === undefined || onPage?.whole !== false ? {} : { part: { ...namesOn(part), page: part.page, total: part.total } }),
      ...(onPage?.whole === true ? { list_changed: true as const } : {}),
    }
  }
  if (!form.back) return none
  const { step: name, asks, known = {} } = form.back
  const step = stepsOf(desk, rec).find((one) => one.name === name)
  if (!step?.open) return { ...none, why: 'not-now' }
  return { ...none, step: { name, label: step.label, known, inputs: asks.flatMap((key) => step.inputs.filter((input) => input.key === key)) } }
}

const shown = (desk: Desk, page: Kept): PaperPage => ({
  id: page.id, name: page.name, page: page.page, at: page.at, why: page.why, said: page.said,
  entries: page.entries.map((entry) => {
    const id = desk.store.resolve(entry.record)
    const type = desk.store.get(id)?.type ?? ''
    return { record: id, type, title: shownTitle(desk, id, type), file: entry.file, form: formOf(entry.code?.form ?? '')?.label ?? '', settled: entry.settled, ...proposal(desk, entry) }
  }),
})

/** Puts the page under a record as one more attachment. */
async function fileUnder(desk: Desk, page: Pick<Kept, 'name' | 'page'>, bytes: string, record: string, code: KeptEntry['code']): Promise<KeptEntry | null> {
  const label = formOf(code?.form ?? '')?.label ?? '收回来的纸'
  const added = await fileHandlers['file.add']({ owner: record, content: bytes, name: `${label} ${desk.today}（${page.name} 第${String(page.page)}页）.jpg`, original: true }, desk)
  return added.ok ? { record: added.value.record.id, file: added.value.file.id, code, settled: false } : null
}

const sayCode = ({ org, form, edition }: PaperCode): string => `${formOf(form)?.label ?? form}（第${String(edition)}版），${org}`

/** Which of the codes lead to records of this office, and why the others do not. */
function readCodes(desk: Desk, codes: readonly string[]): { readonly found: readonly PaperCode[]; readonly why: PaperWhy; readonly said: string } {
  const found = new Map<string, PaperCode>()
  const said: string[] = []
  let why: PaperWhy = 'no-code'
  for (const text of codes) {
    const code = readPaperCode(text)
    if (code === null || code === 'newer') {
      if (why === 'no-code') why = code === null ? 'not-ours' : 'newer-code'
      continue
    }
    const rec = desk.store.get(desk.store.resolve(code.record))
    // A town that got another code keeps its sheets: the record decides, the office on the sheet explains.
    if (rec && !rec.deleted) found.set(`${rec.id} ${code.form}`, code)
    else {
      why = code.org === desk.store.office.code || desk.store.office.role === 'county' ? 'record-gone' : 'other-office'
      said.push(sayCode(code))
    }
  }
  return { found: [...found.values()], why, said: said.join('；') }
}

async function take(desk: Desk, { content, name, page, codes }: Parameters<Handlers<Desk>['paper.take']>[0]): Promise<Result<PaperPage>> {
  const bytes = Buffer.from(content, 'base64')
  const mime = bytes[0] === 0xff && bytes[1] === 0xd8 ? 'image/jpeg' : bytes[0] === 0x89 && bytes[1] === 0x50 ? 'image/png' : null
  if (mime === null) return fail('unknown-type-of-file', { field: 'content', detail: { name } })
  const { sha256 } = await desk.blobs.put([bytes])
  const again = keptPages(desk).find((one) => one.sha256 === sha256)
  if (again) return ok(shown(desk, again))
  const { found, why, said } = readCodes(desk, codes)
  const entries: KeptEntry[] = []
  for (const code of found) {
    const entry = await fileUnder(desk, { name, page }, content, code.record, { form: code.form, edition: code.edition, ...(code.part === undefined ? {} : { part: code.part }) })
    if (entry) entries.push(entry)
  }
  const kept: Kept = { id: desk.newId(), name, page, at: desk.actor.at, sha256, mime, said, entries, why: entries.length > 0 ? null : found.length > 0 ? 'refused' : why }
  put(desk, kept)
  return ok(shown(desk, kept))
}

async function bytesOf(desk: Desk, page: Kept): Promise<Buffer | null> {
  if (!await desk.blobs.has(page.sha256)) return null
  const pieces: Uint8Array[] = []
  // A piece is overwritten by the next one.
  for await (const piece of desk.blobs.read(page.sha256)) pieces.push(Uint8Array.from(piece))
  return Buffer.concat(pieces)
}

async function give(desk: Desk, id: string, record: string): Promise<Result<PaperPage>> {
  const page = keptPage(desk, id)
  if (!page.ok) return page
  const bytes = await bytesOf(desk, page.value)
  if (bytes === null) return fail('file-not-found', { detail: { name: page.value.name } })
  const entry = await fileUnder(desk, page.value, bytes.toString('base64'), record, null)
  if (!entry) return fail('bad-ref', { field: 'record' })
  // A person said where it belongs: there is nothing left to ask.
  const next: Kept = { ...page.value, why: null, entries: [...page.value.entries.filter((one) => one.record !== entry.record), { ...entry, settled: true }] }
  put(desk, next)
  return ok(shown(desk, next))
}

async function back(desk: Desk, id: string, record: string): Promise<Result<PaperPage>> {
  const page = keptPage(desk, id)
  if (!page.ok) return page
  const entry = page.value.entries.find((one) => desk.store.resolve(one.record) === desk.store.resolve(record))
  if (!entry) return fail('not-found', { field: 'record' })
  const removed = fileHandlers['file.remove']({ id: entry.file, reason: '收回来的纸归错了记录' }, desk)
  if (!removed.ok && removed.code !== 'not-found') return removed
  const entries = page.value.entries.filter((one) => one !== entry)
  const next: Kept = { ...page.value, entries, why: entries.length === 0 ? page.value.why ?? 'no-code' : page.value.why }
  put(desk, next)
  return ok(shown(desk, next))
}

/** A page that lies under no record is nobody's: its picture goes too. */
async function forget(desk: Desk, page: Kept): Promise<void> {
  desk.store.settings.remove(prefix + page.id)
  const used = desk.store.lookup().where('file', 'sha256', page.sha256).length > 0
  if (!used) await desk.blobs.remove(page.sha256)
}

/** Pages that lay under these records alone, which have been erased, are nobody's any more. */
export function forgetPagesOf(desk: Desk, ids: readonly string[]): void {
  for (const page of keptPages(desk)) if (page.entries.length > 0 && page.entries.every(({ record }) => ids.includes(record))) desk.store.settings.remove(prefix + page.id)
}

function settle(desk: Desk, id: string, record: string | undefined): Result<{ readonly left: number }> {
  const page = keptPage(desk, id)
  if (!page.ok) return page
  const entries = page.value.entries.map((one) => (record === undefined || desk.store.resolve(one.record) === desk.store.resolve(record) ? { ...one, settled: true } : one))
  put(desk, { ...page.value, entries })
  return ok({ left: entries.filter(({ settled }) => !settled).length })
}

export const paperTrayHandlers = {
  'paper.take': (input, desk) => take(desk, input),
  'paper.list': (_input, desk) => {
    // In the order of the pile, so that what comes in stands behind what somebody is at.
    const pages = keptPages(desk).toSorted((a, b) => a.at.localeCompare(b.at) || a.page - b.page)
    const settled = pages.filter(isSettled).toReversed()
    for (const old of settled.slice(mostSettled)) desk.store.settings.remove(prefix + old.id)
    const gone = new Set(settled.slice(mostSettled))
    return ok({ pages: pages.filter((page) => !gone.has(page)).map((page) => shown(desk, page)) })
  },
  'paper.picture': async ({ id }, desk) => {
    const page = keptPage(desk, id)
    if (!page.ok) return page
    const bytes = await bytesOf(desk, page.value)
    return ok({ url: bytes === null ? null : `data:${page.value.mime};base64,${bytes.toString('base64')}` })
  },
  'paper.give': ({ id, record }, desk) => give(desk, id, record),
  'paper.settle': ({ id, record }, desk) => settle(desk, id, record),
  'paper.back': ({ id, record }, desk) => back(desk, id, record),
  'paper.drop': async ({ id, done }, desk) => {
    const pages = keptPages(desk).filter((page) => (done === true ? isSettled(page) : page.id === id && (page.entries.length === 0 || isSettled(page))))
    for (const page of pages) await forget(desk, page)
    return ok({ dropped: pages.length })
  },
} satisfies Partial<Handlers<Desk>>
