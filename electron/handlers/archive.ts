/** The archive of a term: written record by record, so that attachments of years never stand in memory together; whole or not at all. */
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { indexPage, recordHref, recordPage, registerPage, type ArchivedFile, type ArchiveInput, type SearchLine } from '../../shared/archive/pages'
import type { ArchiveMade } from '../../shared/contract/archive'
import { fileSafe } from '../../shared/exchange/names'
import { intOf, textOf, type Facts } from '../../shared/facts'
import type { Declaration, Rec } from '../../shared/record'
import { recordTypes } from '../../shared/records'
import { recordsOf } from '../../shared/report/ledger'
import { withoutPrivate } from '../../shared/report/without-private'
import { fail, ok, type Result } from '../../shared/result'
import { nameDurably, writeCheckSums } from '../documents/check-sums'
import { placeFailure } from '../documents/put-file'
import { extensionOf } from '../documents/sniff-file'
import type { Handlers } from '../ipc/route'
import { spaceForNew } from '../store/free-space'
import { makeFolder, makeFolderIn, watchPlace } from '../store/make-folder'
import { writeReports, writeStatistics, type ArchivedPapers } from './archive-papers'
import type { Desk } from './desk'
import { asJob, type Job } from './job'
import { asMasked } from './print-record'
import { statsOf } from './report-compose'
import { bytesOf } from './report-kept'
import { titlesAt } from './list-file'

/** Belongs to the term whatever its day: people, places, units. */
const standing = ['term', 'person', 'mandate', 'village', 'constituency', 'organisation', 'group', 'site', 'organ', 'presidium_member', 'plan_item', 'budget'] as const
/** Stays in the town: only in an archive that covers nothing. */
const privateTypes = ['person_private', 'visitor'] as const

interface Days {
  readonly from: string
  readonly to: string
}

/** From the term's first meeting to the day before the next term's, or to today. */
function daysOf(desk: Desk, facts: Facts, term: Rec): Days {
  const from = textOf(term.fields, 'first_meeting_on') || '1900-01-01'
  const next = facts.all('term').map((one) => textOf(one.fields, 'first_meeting_on')).filter((day) => day > from).toSorted()[0]
  return { from, to: next === undefined ? desk.today : new Date(Date.parse(`${next}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) }
}

function recordsIn(facts: Facts, days: Days, term: Rec, uncovered: boolean): ReadonlyMap<string, readonly Rec[]> {
  const found = new Map(recordsOf(facts, days))
  for (const type of standing) found.set(type, facts.all(type).filter((rec) => textOf(rec.fields, 'term') === '' || facts.resolve(textOf(rec.fields, 'term')) === term.id))
  if (uncovered) for (const type of privateTypes) found.set(type, facts.all(type))
  return found
}

const freeName = (out: string, name: string): string => {
  let at = path.join(out, name)
  for (let n = 2; existsSync(at); n += 1) at = path.join(out, `${name}_${String(n)}`)
  return at
}

/** Errors: not-found, cancelled, and those of writing. What is called off leaves nothing behind. */
async function make(desk: Desk, { term: id, out, private: uncovered = false }: Parameters<Handlers<Desk>['archive.make']>[0], job: Job): Promise<Result<ArchiveMade>> {
  const { office } = desk.store
  const facts = desk.store.facts([office.code])
  const term = facts.get(id)
  if (term?.type !== 'term') return fail('not-found', { field: 'term', detail: { id } })
  const days = daysOf(desk, facts, term)
  const stats = statsOf(desk, days)
  if (!stats.ok) return stats
  const records = recordsIn(facts, days, term, uncovered)
  const pages = new Set([...records.values()].flat().map((rec) => rec.id))
  const nameOf = titlesAt(desk)
  const input: ArchiveInput = {
    title: `${office.name}${desk.store.title(term.id)}人大工作存档`, titleOf: uncovered ? (one) => desk.store.title(desk.store.resolve(one)) : (one) => withoutPrivate(nameOf(one)), has: (one) => pages.has(desk.store.resolve(one)),
    written: uncovered ? (words) => words : withoutPrivate,
    lines: [`${days.from} 至 ${days.to}`, `${desk.today} 由 ${desk.by} 做成，只读。`, uncovered ? '含只留在本镇的内容，没有遮盖，请妥善保管。' : '文字里不含身份证号、电话和群众姓名；附件按原样放进来。'],
  }
  const full = spaceForNew(out, bytesOfFiles(desk, pages))
  if (full) return { ...full, field: 'out', detail: { ...full.detail, on: 'document' } }
  const target = freeName(out, fileSafe(`${office.name}_${desk.store.title(term.id)}_存档`))
  const part = `${target}.part`
  let isGone = (): boolean => false
  try {
    // What a power cut left of an earlier one, perhaps with private people in it, must not get into this one.
    await rm(part, { recursive: true, force: true })
    makeFolder(part)
    isGone = watchPlace(out)
    makeFolderIn(part, 'records')
    const papers: ArchivedPapers = { folder: part, title: input.title, days, facts, written: input.written }
    const reports = await writeReports(desk, papers, job)
    const done = reports.ok && reports.value !== null ? await writeRecords(desk, part, input, records, uncovered, job) : null
    if (!reports.ok || reports.value === null || done === null) {
      await rm(part, { recursive: true, force: true })
      return reports.ok ? fail('cancelled') : reports
    }
    await writeFile(path.join(part, 'index.html'), indexPage(input, done.registers, [...reports.value, ...await writeStatistics(desk, papers, stats.value)], done.lines))
    const sums = await writeCheckSums(part, { signal: job.signal, progress: (at, total) => { job.progress('校验值', at, total) } })
    if (sums === null) {
      await rm(part, { recursive: true, force: true })
      return fail('cancelled')
    }
    await nameDurably(part, target)
    desk.store.events.note({ kind: 'export', by: desk.by, about: `archive ${term.id}`, detail: { records: done.lines.length, private: uncovered, sums } })
    return ok({ path: target, records: done.lines.length, attachments: done.attachments, absent: done.absent })
  } catch (error) {
    await rm(part, { recursive: true, force: true }).catch(() => undefined)
    return placeFailure(error, isGone())
  }
}

/** What the attachments of these records take. */
const bytesOfFiles = (desk: Desk, owners: ReadonlySet<string>): number =>
  desk.store.lookup().all('file').filter((file) => owners.has(desk.store.resolve(textOf(file.fields, 'owner')))).reduce((sum, file) => sum + (intOf(file.fields, 'size_bytes') ?? 0), 0)

interface Written {
  readonly registers: readonly { readonly declaration: Declaration; readonly count: number }[]
  readonly lines: readonly SearchLine[]
  readonly attachments: number
  readonly absent: number
}

/** Null when it was called off. */
async function writeRecords(desk: Desk, folder: string, input: ArchiveInput, records: ReadonlyMap<string, readonly Rec[]>, uncovered: boolean, job: Job): Promise<Written | null> {
  const registers: { declaration: Declaration; count: number }[] = []
  const lines: SearchLine[] = []
  let [attachments, absent] = [0, 0]
  const lookup = desk.store.lookup()
  const total = [...records.values()].reduce((sum, list) => sum + list.length, 0)
  const belonging = childrenOf(records)
  for (const type of recordTypes) {
    const list = records.get(type) ?? []
    const declaration = desk.layouts.declaration(type)
    if (list.length === 0 || declaration === null) continue
    registers.push({ declaration, count: list.length })
    await writeFile(path.join(folder, `${type}.html`), registerPage(input, declaration, list))
    for (const rec of list) {
      if (job.signal.aborted) return null
      job.progress(declaration.label, lines.length, total)
      const shown = uncovered ? rec : { ...rec, fields: asMasked(type, rec.fields) }
      const files: ArchivedFile[] = []
      for (const file of lookup.where('file', 'owner', rec.id)) {
        const href = await writeFileOf(desk, folder, file)
        if (href === null) absent += 1
        else attachments += 1
        files.push({ name: input.written(textOf(file.fields, 'name')) || '附件', href })
      }
      await writeFile(path.join(folder, recordHref(rec.id)), recordPage(input, declaration, shown, files, belonging.get(rec.id) ?? []))
      const words = Object.values(shown.fields).filter((value): value is string => typeof value === 'string' && value.length < 400).join(' ')
      lines.push([input.titleOf(rec.id), declaration.label, rec.id, input.written(words)])
    }
  }
  return { registers, lines, attachments, absent }
}

/** Records that name another one as their parent, by that one. */
function childrenOf(records: ReadonlyMap<string, readonly Rec[]>): ReadonlyMap<string, readonly Rec[]> {
  const found = new Map<string, Rec[]>()
  for (const rec of [...records.values()].flat()) {
    for (const value of new Set(Object.values(rec.fields))) {
      if (typeof value !== 'string' || !/^[a-z2-7]{26}$/u.test(value)) continue
      const same = found.get(value)
      if (same) same.push(rec)
      else found.set(value, [rec])
    }
  }
  return found
}

/** The attachment in the folder, by the start of its digest: equal content once; null where it is not here. */
async function writeFileOf(desk: Desk, folder: string, file: Rec): Promise<string | null> {
  const bytes = await bytesOf(desk, file)
  if (bytes === null) return null
  const href = `files/${textOf(file.fields, 'sha256').slice(0, 24)}.${extensionOf(textOf(file.fields, 'mime'))}`
  makeFolderIn(folder, 'files')
  await writeFile(path.join(folder, href), bytes)
  return href
}

export const archiveHandlers = {
  'archive.make': ({ job: name, ...asked }, desk) => asJob(desk, name, (job) => make(desk, asked, job)),
} satisfies Partial<Handlers<Desk>>
