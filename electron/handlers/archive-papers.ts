/** What an archive shows besides records: the annual report of every year of the term and its figures, each as a page and as the file that was handed in. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ArchivedFile } from '../../shared/archive/pages'
import type { Stats } from '../../shared/contract/figures'
import type { Facts } from '../../shared/facts'
import type { Period } from '../../shared/measures/indicator'
import type { Block } from '../../shared/report/block'
import { statisticsDocument } from '../../shared/report/documents'
import { recordsOf } from '../../shared/report/ledger'
import { ok, type Result } from '../../shared/result'
import { readableHtml } from '../documents/html'
import { statisticsBook } from '../documents/statistics-book'
import { docxOf, xlsxOf } from '../documents/write-document'
import { makeFolderIn } from '../store/make-folder'
import type { Desk } from './desk'
import type { Job } from './job'
import { compose, headOf, kindNames, yearPeriod } from './report-compose'
import { signedFile } from './report-frozen'

export interface ArchivedPapers {
  /** The archive's own folder, while it is written. */
  readonly folder: string
  readonly title: string
  readonly days: Period
  readonly facts: Facts
  /** What is written of a text: as it is, or without phone and ID numbers. */
  readonly written: (text: string) => string
}

const reports = '报告'

/** Years of these days in which anything was recorded. */
function yearsOf(facts: Facts, { from, to }: Period): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).filter((year) => [...recordsOf(facts, yearPeriod(year, to)).values()].some((list) => list.length > 0))
}

const covered = (blocks: readonly Block[], written: (text: string) => string): readonly Block[] => blocks.map((block): Block => {
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(written) })) }
  // Places of figures in a text hold only while it is as long as it was.
  if (!('text' in block)) return block
  const text = written(block.text)
  return text === block.text ? block : 'figures' in block ? { ...block, text, figures: [] } : { ...block, text }
})

/** The figures of the whole term: a page and a workbook. */
export async function writeStatistics(desk: Desk, { folder, title, days }: ArchivedPapers, stats: Stats): Promise<readonly ArchivedFile[]> {
  const head = headOf(desk, days)
  const { title: name, blocks } = statisticsDocument(stats.indicators, stats.before ?? [], head)
  await writeFile(path.join(folder, '统计表.html'), readableHtml(name, blocks, { href: 'index.html', words: title }))
  await writeFile(path.join(folder, '统计表.xlsx'), await xlsxOf(statisticsBook(stats, head)))
  return [{ name: '统计表', href: '统计表.html' }, { name: '统计表（Excel）', href: '统计表.xlsx' }]
}

/** The report of every year: as a page and as Word, the signed one where a year was signed off. Null when it was called off. */
export async function writeReports(desk: Desk, { folder, title, days, facts, written }: ArchivedPapers, job: Job): Promise<Result<readonly ArchivedFile[] | null>> {
  const made: ArchivedFile[] = []
  const years = yearsOf(facts, days)
  for (const [at, year] of years.entries()) {
    if (job.signal.aborted) return ok(null)
    job.progress(`${String(year)}年${kindNames.annual}`, at, years.length)
    const composed = compose(desk, year, 'annual')
    if (!composed.ok) return composed
    const blocks = covered(composed.value.blocks, written)
    const signed = blocks.every((block, index) => block === composed.value.blocks[index] || block.kind === 'table') ? await signedFile(desk, year, 'docx') : null
    const name = `${String(year)}年${kindNames.annual}`
    makeFolderIn(folder, reports)
    await writeFile(path.join(folder, reports, `${name}.html`), readableHtml(name, blocks, { href: '../index.html', words: title }))
    await writeFile(path.join(folder, reports, `${name}.docx`), signed?.bytes ?? await docxOf(composed.value.title, blocks))
    made.push({ name, href: `${reports}/${name}.html` }, { name: `${name}（Word）`, href: `${reports}/${name}.docx` })
  }
  return ok(made)
}
