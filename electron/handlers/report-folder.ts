/** One folder of a period for those who come to look: registers as tables, documents, attachments, and a table of contents in front. */
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FolderMade } from '../../shared/contract/report'
import { fileSafe } from '../../shared/exchange/names'
import { textOf } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { chineseDay } from '../../shared/report/block'
import { assessmentItems } from '../../shared/report/companions'
import { assessmentOrder, contentsOf, ledgerParts, type ContentsLine, type LedgerPart } from '../../shared/report/ledger'
import { fail, ok, type Result } from '../../shared/result'
import { nameDurably, sumsName, writeCheckSums } from '../documents/check-sums'
import { placeFailure } from '../documents/put-file'
import { extensionOf } from '../documents/sniff-file'
import { statisticsBook } from '../documents/statistics-book'
import { docxOf, xlsxOf } from '../documents/write-document'
import type { Handlers } from '../ipc/route'
import { spaceForNew } from '../store/free-space'
import { makeFolder, makeFolderIn, watchPlace } from '../store/make-folder'
import type { Desk } from './desk'
import { asJob, type Job } from './job'
import { headOf, makeDocument, statsOf, yearPeriod, type Kind } from './report-compose'
import { questionOf } from './stats'

interface Period {
  readonly from: string
  readonly to: string
}

/** An attachment, read only when it is its turn: a year's photographs never stand in memory together. */
interface Attached {
  readonly size: number
  readonly read: () => AsyncIterable<Uint8Array>
  /** What it is called where it turns out not to be readable. */
  readonly says: string
}

/** Files as they will lie in the folder, by their path in it. */
type Files = Map<string, Uint8Array | Attached>

/** An attachment whose bytes cannot be read: it is named, and the folder is made without it. */
class Unreadable extends Error {}

async function* reading(desk: Desk, sha256: string): AsyncGenerator<Uint8Array> {
  try {
    yield* desk.blobs.read(sha256)
  } catch (error) {
    throw new Unreadable(error instanceof Error ? error.message : '')
  }
}

const isAttached = (file: Uint8Array | Attached): file is Attached => !(file instanceof Uint8Array)
const sizeOf = (file: Uint8Array | Attached): number => (isAttached(file) ? file.size : file.length)

const two = (n: number): string => String(n).padStart(2, '0')

/** Documents of the period: the statistics of any days; the texts of a year only for that year. */
async function documents(desk: Desk, period: Period, files: Files, lines: ContentsLine[], job: Job): Promise<Result<null>> {
  const stats = statsOf(desk, period)
  if (!stats.ok) return stats
  files.set('01_报告和统计/统计表.xlsx', await xlsxOf(statisticsBook(stats.value, headOf(desk, period))))
  lines.push({ what: '统计表', count: '1份', place: '01_报告和统计/统计表.xlsx' })
  const year = Number(period.to.slice(0, 4))
  const whole = yearPeriod(year, desk.today)
  const kinds: readonly Kind[] = whole.from === period.from && whole.to === period.to && desk.store.office.role === 'town' ? ['annual', 'suggestions', 'supervision', 'meetings', 'changes', 'publication'] : []
  for (const [at, kind] of kinds.entries()) {
    if (job.signal.aborted) return fail('cancelled')
    job.progress('报告和统计', at, kinds.length)
    const made = await makeDocument(desk, year, kind)
    if (!made.ok) return made
    const place = `01_报告和统计/${made.value.name}`
    files.set(place, made.value.bytes)
    lines.push({ what: made.value.name.replace(/\.[a-z]+$/u, '').split('_').at(-1) ?? '', count: '1份', place })
  }
  return ok(null)
}

/** Attachments of these records, by day, title and their own name; those not on this computer are named. */
async function attachments(desk: Desk, records: readonly Rec[], folder: string, files: Files, absent: string[]): Promise<void> {
  for (const rec of records) {
    for (const file of desk.store.lookup().where('file', 'owner', rec.id)) {
      const name = textOf(file.fields, 'name') || '附件'
      const says = `${desk.store.title(rec.id)}：${name}`
      const sha256 = textOf(file.fields, 'sha256')
      const size = await desk.blobs.size(sha256)
      if (size === null) {
        absent.push(says)
        continue
      }
      const bare = fileSafe(`${desk.store.title(rec.id)}_${name.replace(/\.[^.]*$/u, '')}`.slice(0, 80))
      const ending = extensionOf(textOf(file.fields, 'mime'))
      let place = `${folder}/附件/${bare}.${ending}`
      for (let n = 2; files.has(place); n += 1) place = `${folder}/附件/${bare}_${String(n)}.${ending}`
      files.set(place, { size, says, read: () => reading(desk, sha256) })
    }
  }
}

const sheetName = (label: string): string => label.replaceAll(/[\\/?*:[\]]/gu, ' ').slice(0, 30)

async function register(desk: Desk, part: LedgerPart, number: number, files: Files, lines: ContentsLine[], absent: string[]): Promise<void> {
  const folder = `${two(number)}_${part.name}`
  const place = `${folder}/${part.name}.xlsx`
  files.set(place, await xlsxOf(part.sheets.map((sheet) => ({
    name: sheetName(sheet.label), title: sheet.label, head: [], columns: sheet.columns, rows: sheet.rows.map((cells) => ({ cells })), landscape: true as const,
  }))))
  for (const sheet of part.sheets) lines.push({ what: `${part.name}：${sheet.label}`, count: `${String(sheet.rows.length)}条`, place })
  await attachments(desk, part.sheets.flatMap(({ records }) => records), folder, files, absent)
  lines.push({ what: `${part.name}：附件`, count: '', place: `${folder}/附件` })
}

/** The contents as they came out: attachments are counted when they lie there. */
const countedLines = (lines: readonly ContentsLine[], written: readonly string[]): readonly ContentsLine[] => lines.flatMap((line) => {
  if (!line.place.endsWith('/附件')) return [line]
  const count = written.filter((place) => place.startsWith(`${line.place}/`)).length
  return count === 0 ? [] : [{ ...line, count: `${String(count)}个` }]
})

/** 考核对照 in front of everything: whoever comes to look goes through the county's items, not through registers. */
async function assessment(desk: Desk, year: number, parts: readonly LedgerPart[], files: Files, lines: ContentsLine[]): Promise<void> {
  const items = assessmentItems(questionOf(desk, desk.store.office.code, { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` }).facts, year)
  if (items.length === 0) return
  const places = new Map(parts.flatMap((part, index) => part.sheets.flatMap(({ records, label }) => records.map(({ id }) => [id, `${two(index + 2)}_${part.name}/${part.name}.xlsx（${label}）`] as const))))
  const title = `${desk.store.office.name}人大${String(year)}年度考核对照`
  files.set('00_考核对照.docx', await docxOf(title, assessmentOrder(title, items, (id) => desk.store.title(id), (id) => places.get(desk.store.resolve(id)) ?? null)))
  lines.unshift({ what: '考核对照：按县里考核项目的顺序', count: `${String(items.length)}项`, place: '00_考核对照.docx' })
}

/** For whoever doubts that a file is still the one that was put here. */
const checking = `每个文件的校验值写在 ${sumsName} 里（用记事本打开）。要核对有没有被改过，Windows 在这个文件夹里输入 certutil -hashfile 文件名 SHA256，和里面那一行比；统信、麒麟输入 sha256sum -c ${sumsName}。`

/** A name that nothing has yet: a folder that was made before is left as it is. */
function freeName(out: string, name: string): string {
  let at = path.join(out, name)
  for (let n = 2; existsSync(at); n += 1) at = path.join(out, `${name}_${String(n)}`)
  return at
}

/**
 * Written under another name and renamed at its end, so that half a folder is never taken for a whole one. The contents come last: they name what
 * lies there, and what could not be read.
 */
async function write(target: string, files: Files, contents: (written: readonly string[], unread: readonly string[]) => Promise<Uint8Array>, job: Job): Promise<Result<{ readonly written: readonly string[]; readonly unread: readonly string[] }>> {
  const part = `${target}.part`
  const written: string[] = []
  const unread: string[] = []
  let isGone = (): boolean => false
  const put = async (name: string, given: Uint8Array | Attached): Promise<void> => {
    const file = path.join(part, ...name.split('/'))
    name.split('/').slice(0, -1).reduce(makeFolderIn, part)
    try {
      await writeFile(file, isAttached(given) ? given.read() : given)
      written.push(name)
    } catch (error) {
      if (!isAttached(given) || !(error instanceof Unreadable)) throw error
      await rm(file, { force: true })
      unread.push(given.says)
    }
  }
  try {
    // What a power cut left of an earlier one.
    await rm(part, { recursive: true, force: true })
    makeFolder(part)
    isGone = watchPlace(path.dirname(target))
    for (const [at, [name, file]] of [...files].entries()) {
      job.progress('存文件', at, files.size)
      if (job.signal.aborted) {
        await rm(part, { recursive: true, force: true })
        return fail('cancelled')
      }
      await put(name, file)
    }
    await put('00_目录.docx', await contents(written, unread))
    if (await writeCheckSums(part, { signal: job.signal, progress: (at, total) => { job.progress('校验值', at, total) } }) === null) {
      await rm(part, { recursive: true, force: true })
      return fail('cancelled')
    }
    await nameDurably(part, target)
    return ok({ written: [...written, sumsName], unread })
  } catch (error) {
    await rm(part, { recursive: true, force: true }).catch(() => undefined)
    return placeFailure(error, isGone())
  }
}

/** Errors: cancelled, and those of the parts. What is called off leaves nothing behind. */
async function makeFolderOf(desk: Desk, period: Period, out: string, job: Job): Promise<Result<FolderMade>> {
  if (period.from > period.to) return fail('date-order', { field: 'from', detail: { first: period.from, firstLabel: '开始日期', second: period.to, secondLabel: '结束日期' } })
  const { office } = desk.store
  const files: Files = new Map()
  const lines: ContentsLine[] = []
  const absent: string[] = []
  const done = await documents(desk, period, files, lines, job)
  if (!done.ok) return done
  const parts = ledgerParts(questionOf(desk, office.code, period).facts, period, (id) => desk.store.title(id))
  for (const [index, part] of parts.entries()) {
    if (job.signal.aborted) return fail('cancelled')
    job.progress(part.name, index, parts.length)
    await register(desk, part, index + 2, files, lines, absent)
  }
  await assessment(desk, Number(period.to.slice(0, 4)), parts, files, lines)
  const days = `${chineseDay(period.from)}—${chineseDay(period.to)}`
  const title = `${office.name}人大工作查阅台账目录`
  const said = `期间：${days}　整理日期：${chineseDay(desk.today)}　整理人：${desk.by}`
  const contents = (written: readonly string[], unread: readonly string[]): Promise<Uint8Array> => {
    const gone = [...absent, ...unread]
    return docxOf(title, [...contentsOf(title, said, countedLines(lines, written)), { kind: 'note', text: checking }, ...(gone.length === 0 ? [] : [{ kind: 'note' as const, text: `下列附件不在这台电脑上，或者读不出来，没有放进来：${gone.join('；')}` }])])
  }
  const target = freeName(out, `${fileSafe(office.name)}_查阅台账_${period.from}_${period.to}`)
  const full = spaceForNew(out, [...files.values()].reduce((sum, file) => sum + sizeOf(file), 0))
  if (full) return { ...full, field: 'out', detail: { ...full.detail, on: 'document' } }
  const put = await write(target, files, contents, job)
  if (!put.ok) return put
  const { written, unread } = put.value
  desk.store.events.note({ kind: 'export', by: desk.by, about: `folder ${period.from} ${period.to}`, detail: { files: written.length } })
  return ok({ path: target, files: written.length, records: parts.reduce((sum, { sheets }) => sum + sheets.reduce((all, { rows }) => all + rows.length, 0), 0), attachments: written.filter((place) => place.includes('/附件/')).length, absent: [...absent, ...unread] })
}

export const folderHandlers = {
  'report.folder': ({ from, to, out, job: name }, desk) => asJob(desk, name, (job) => makeFolderOf(desk, { from, to }, out, job)),
} satisfies Partial<Handlers<Desk>>
