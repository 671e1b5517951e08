/** Documents of a year: the annual report with its tables, the statistics table, duty cards; the same as pages for PDF. */
import type { MadeFile, Stats } from '../../shared/contract/figures'
import { textOf } from '../../shared/facts'
import { fileSafe } from '../../shared/exchange/names'
import type { Period } from '../../shared/measures/indicator'
import type { ReportKind } from '../../shared/report/kinds'
import { isPaperKind } from '../../shared/report/papers/kinds'
import type { Block } from '../../shared/report/block'
import { statisticsDocument } from '../../shared/report/documents'
import { rareIn, sayRare } from '../../shared/report/rare'
import type { FormHead } from '../../shared/report/statistics-table'
import { fail, ok, type Result } from '../../shared/result'
import { printableHtml } from '../documents/html'
import { statisticsBook } from '../documents/statistics-book'
import { xlsxOf } from '../documents/write-document'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { townDevices } from './exchange-devices'
import { putDocument } from './put-document'
import { asJob } from './job'
import { makePapers, papersHtml } from './official-papers'
import { compose, fileName, headOf, kindNames, makeDocument, statsOf, type Kind } from './report-compose'
import { signedFile } from './report-frozen'

/** A signed-off year gives the files that were signed; everything else is made from the records. */
async function makeOne(desk: Desk, year: number, kind: Kind, out: string): Promise<Result<{ readonly file: MadeFile; readonly missing: readonly string[]; readonly words: string }>> {
  const ending = kind === 'annual' ? 'docx' : kind === 'table' ? 'xlsx' : null
  const signed = ending === null ? null : await signedFile(desk, year, ending)
  if (signed && ending !== null) {
    const file = await putDocument(desk, out, signed.name, ending, signed.bytes)
    return file.ok ? ok({ file: file.value, missing: [], words: '' }) : file
  }
  const made = await makeDocument(desk, year, kind)
  if (!made.ok) return made
  const file = await putDocument(desk, out, made.value.name, made.value.ending, made.value.bytes)
  return file.ok ? ok({ file: file.value, missing: made.value.missing, words: made.value.words }) : file
}

const level = { title: 0, form: 0, h1: 1, h2: 2, byline: 3, salutation: 3, paragraph: 3, attachment: 1, note: 3, heading: 1, sign: 3, recipients: 3, named: 3 } as const

type Preview = { readonly level: 0 | 1 | 2 | 3; readonly text: string }

/** The words of a document without its tables. */
function previewOf(block: Block): readonly Preview[] {
  switch (block.kind) {
    case 'table': case 'page': case 'turn': case 'redhead': case 'signature': case 'imprint': return []
    case 'listing': return block.items.map((item, index) => ({ level: 3, text: `${index === 0 ? '附件：' : ''}${String(index + 1)}.${item}` }))
    case 'attachment': return [{ level: 1, text: `${block.mark}　${block.text}` }]
    default: return [{ level: level[block.kind], text: block.text.replaceAll('\n', '') }]
  }
}

interface Asked extends Period {
  readonly town?: string
  readonly as_at?: string
}

/** The statistics of any days with the head of whom they are about. */
function statisticsOf(desk: Desk, input: Asked): Result<{ readonly stats: Stats; readonly head: FormHead }> {
  const { from, to, town, as_at } = input
  const stats = statsOf(desk, { from, to }, { ...(town === undefined ? {} : { town }), ...(as_at === undefined ? {} : { as_at }) })
  if (!stats.ok) return stats
  const files = desk.store.lookup().all('office').map((rec) => ({ code: rec.org, name: textOf(rec.fields, 'name') }))
  // What only reported its figures has no file here, but a computer that was admitted.
  const offices = [...files, ...townDevices(desk).map(({ org, name }) => ({ code: org, name }))]
  const of = town === undefined ? undefined : offices.find((one) => one.code === town || one.name === town)
  return ok({ stats: stats.value, head: headOf(desk, { from, to }, of) })
}

const statisticsName = (head: FormHead, ending: string): string => `${fileSafe(head.office)}_统计表_${head.from}_${head.to}.${ending}`

export const reportHandlers = {
  'report.make': ({ year, out, kinds, job: name }, desk) => asJob(desk, name, async (job) => {
    const files: MadeFile[] = []
    const missing = new Set<string>()
    let words = ''
    const asked = [...new Set<ReportKind>(kinds ?? (desk.store.office.role === 'town' ? ['annual', 'table'] : ['table']))]
    for (const [at, kind] of asked.entries()) {
      if (job.signal.aborted) return fail('cancelled')
      if (!isPaperKind(kind)) job.progress(kindNames[kind], at, asked.length)
      const made = isPaperKind(kind) ? await makePapers(desk, year, kind, out, job) : await makeOne(desk, year, kind, out)
      if (!made.ok) return made
      files.push(...('file' in made.value ? [made.value.file] : made.value.files))
      for (const one of made.value.missing) missing.add(one)
      words += made.value.words
    }
    desk.store.events.note({ kind: 'export', by: desk.by, about: `report ${String(year)}`, detail: { files: files.length } })
    const rare = rareIn(words)
    return ok({ files, missing: [...missing], ...(rare.length === 0 ? {} : { rare: rare.map(sayRare) }) })
  }),
  'report.preview': ({ year }, desk) => {
    const composed = compose(desk, year, 'annual')
    if (!composed.ok) return composed
    const { title, blocks, missing } = composed.value
    // The last page lists what is missing, which the preview shows by itself.
    const end = blocks.findIndex((block) => block.kind === 'heading')
    return ok({ title, missing, paragraphs: (end < 0 ? blocks : blocks.slice(0, end)).flatMap(previewOf) })
  },
  'report.html': ({ year, kind }, desk) => {
    if (isPaperKind(kind)) return papersHtml(desk, year, kind)
    const composed = compose(desk, year, kind)
    if (!composed.ok) return composed
    return ok({ html: printableHtml(composed.value.title, composed.value.blocks), name: fileName(desk.store.office.name, year, kindNames[kind], 'pdf') })
  },
  'stats.file': async (input, desk) => {
    const read = statisticsOf(desk, input)
    if (!read.ok) return read
    const { stats, head } = read.value
    const file = await putDocument(desk, input.out, statisticsName(head, 'xlsx'), 'xlsx', await xlsxOf(statisticsBook(stats, head)))
    return file.ok ? ok({ files: [file.value] }) : file
  },
  'stats.html': (input, desk) => {
    const read = statisticsOf(desk, input)
    if (!read.ok) return read
    const { stats, head } = read.value
    const composed = statisticsDocument(stats.indicators, stats.before ?? [], head)
    return ok({ html: printableHtml(composed.title, composed.blocks), name: statisticsName(head, 'pdf') })
  },
} satisfies Partial<Handlers<Desk>>
