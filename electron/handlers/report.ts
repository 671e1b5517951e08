/** Documents of a year: the annual report with its tables, the statistics table, duty cards; the same as pages for PDF. */
import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { MadeFile } from '../../shared/contract/figures'
import { intOf, statusAt, textOf } from '../../shared/facts'
import type { Check, Figure, Period } from '../../shared/indicators/indicator'
import { dutyFile } from '../../shared/deputies/duty-file'
import { fileSafe } from '../../shared/exchange/names'
import { annualReport } from '../../shared/report/annual'
import { chineseDay, type Block, type Composed } from '../../shared/report/block'
import { formHead, meetingTable, publicationTable, statisticsRows, statisticsTable, suggestionTable, supervisionTable } from '../../shared/report/tables'
import { fail, ok, type Result } from '../../shared/result'
import { docxOf } from '../documents/docx'
import { printableHtml } from '../documents/html'
import { xlsxOf, type Sheet } from '../documents/xlsx'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { termOf } from './office-info'
import { statsHandlers } from './stats'

type Kind = 'annual' | 'suggestions' | 'table' | 'supervision' | 'publication' | 'deputy' | 'meetings'

interface Year {
  readonly year: number
  readonly period: Period
  readonly figures: readonly Figure[]
  readonly before: readonly Figure[]
  readonly checks: readonly Check[]
}

const names: Readonly<Record<Kind, string>> = {
  annual: '主席团工作报告', suggestions: '建议办理情况表', table: '统计表', supervision: '监督事项一览', publication: '代表履职公示表', deputy: '代表履职登记卡', meetings: '会议与决议一览',
}

/** A year up to today: a report of the running year speaks of what has happened. */
function periodOf(year: number, today: string): Period {
  const end = `${String(year)}-12-31`
  return { from: `${String(year)}-01-01`, to: end < today ? end : today < `${String(year)}-01-01` ? end : today }
}

function figuresOf(desk: Desk, period: Period): Result<Omit<Year, 'year' | 'period'>> {
  const stats = statsHandlers['stats.get']({ ...period, before: true }, desk)
  return stats.ok ? ok({ figures: stats.value.indicators, before: stats.value.before ?? [], checks: stats.value.checks }) : stats
}

const factsOf = (desk: Desk) => desk.store.facts([desk.store.office.code])

function annual(desk: Desk, year: Year): Composed {
  const facts = factsOf(desk)
  const office = facts.all('office')[0]?.fields ?? {}
  const term = termOf(facts.all('term'), year.period.to)
  const report = annualReport({
    facts, figures: year.figures, year: year.year,
    office: { name: desk.store.office.name, presidium: textOf(office, 'presidium_name'), chair: textOf(office, 'chair') },
    term: term ? { id: term.id, no: intOf(term.fields, 'no') ?? 0 } : null,
  })
  const head = formHead(desk.store.office.name, year.period.from, year.period.to, desk.today)
  const tables: readonly (readonly [string, Block])[] = [
    ['统计表', statisticsTable(year.figures, year.before)], ['代表建议办理情况表', suggestionTable(facts, year.year)], ['监督事项一览', supervisionTable(facts, year.year)],
    ['代表基本信息和履职信息公示表', publicationTable(facts, year.year)], ['会议与决议一览', meetingTable(facts, year.year)],
  ]
  const attachments = tables.flatMap(([title, table], index): Block[] => [{ kind: 'attachment', mark: `附件${String(index + 1)}`, text: title }, ...(index === 0 ? [head] : []), table])
  const listed: Block[] = report.missing.length > 0 ? [{ kind: 'note', text: `【待补】清单：${report.missing.join('；')}。请补齐后再报送。` }] : []
  const index: Block[] = tables.map(([title], at) => ({ kind: 'paragraph' as const, text: `${at === 0 ? '附件：' : '　　　'}${String(at + 1)}.${title}` }))
  return { ...report, blocks: [...report.blocks, ...index, ...listed, ...attachments] }
}

const titled = (desk: Desk, year: Year, title: string, table: Block): Composed => ({
  title, missing: [], blocks: [{ kind: 'title', text: `${desk.store.office.name}${String(year.year)}年${title}` }, formHead(desk.store.office.name, year.period.from, year.period.to, desk.today), table],
})

function dutyCards(desk: Desk, year: Year): Composed {
  const facts = factsOf(desk)
  const deputies = facts.all('mandate').filter((rec) => textOf(rec.fields, 'level') === '5' && statusAt(rec, year.period.to) === '在任')
  const blocks = deputies.flatMap((rec, index): Block[] => {
    const file = dutyFile(facts, rec.id, year.period)
    if (!file) return []
    const rows = file.parts.flatMap((part) => (part.rows.length === 0 ? [[part.label, '', '（无记录）', '']] : part.rows.map((row, at) => [at === 0 ? part.label : '', row.date === '' ? '' : chineseDay(row.date), row.title, row.note])))
    return [
      ...(index === 0 ? [] : [{ kind: 'page' as const }]), { kind: 'title', text: `${String(year.year)}年代表履职登记卡` }, { kind: 'note', text: `姓名：${file.name}　　　折合履职时间：${String(file.half_days / 2)}天` },
      { kind: 'table', columns: [{ label: '项目', width: 16 }, { label: '日期', width: 20 }, { label: '内容', width: 40 }, { label: '说明', width: 24 }], rows }, { kind: 'note', text: '本人核对签字：　　　　　　　　　　　日期：　　　　年　　月　　日' },
    ]
  })
  return { title: names.deputy, blocks, missing: [] }
}

function compose(desk: Desk, year: Year, kind: Exclude<Kind, 'table'>): Composed {
  const facts = factsOf(desk)
  switch (kind) {
    case 'annual': return annual(desk, year)
    case 'suggestions': return titled(desk, year, '代表建议办理情况表', suggestionTable(facts, year.year))
    case 'supervision': return titled(desk, year, '监督事项一览', supervisionTable(facts, year.year))
    case 'publication': return titled(desk, year, '代表基本信息和履职信息公示表', publicationTable(facts, year.year))
    case 'meetings': return titled(desk, year, '会议与决议一览', meetingTable(facts, year.year))
    case 'deputy': return dutyCards(desk, year)
  }
}

const statisticsPage = (desk: Desk, period: Period, figures: readonly Figure[], before: readonly Figure[]): Composed => ({
  title: '统计表', missing: [],
  blocks: [{ kind: 'title', text: `${desk.store.office.name}人大工作统计表` }, formHead(desk.store.office.name, period.from, period.to, desk.today), statisticsTable(figures, before)],
})

function statisticsSheets(desk: Desk, period: Period, stats: { readonly figures: readonly Figure[]; readonly before: readonly Figure[]; readonly checks: readonly Check[] }): readonly Sheet[] {
  const office = desk.store.office.name
  const head = [`填报单位：${office}    报表期：${chineseDay(period.from)}至${chineseDay(period.to)}`, `填表人：          审核人：          电话：          报出日期：${chineseDay(desk.today)}    （盖章）`]
  return [
    {
      name: '统计表', title: `${office}人大工作统计表`, head, rows: statisticsRows(stats.figures, stats.before),
      columns: [{ label: '编号', width: 9 }, { label: '指标', width: 36 }, { label: '单位', width: 8, align: 'center' }, { label: '本年', width: 12, align: 'right', numbers: true }, { label: '比率', width: 10, align: 'right' }, { label: '上年', width: 12, align: 'right', numbers: true }],
    },
    {
      name: '核对', title: '勾稽关系核对', head: [], columns: [{ label: '编号', width: 10 }, { label: '结果', width: 10, align: 'center' }, { label: '说明', width: 66 }],
      rows: stats.checks.map((check) => [check.id, check.ok ? '相符' : '不符', check.detail]),
    },
    {
      name: '数据质量', title: '数据质量（内部使用，不上报）', head: [], columns: [{ label: '编号', width: 10 }, { label: '项目', width: 40 }, { label: '数量', width: 12, align: 'right', numbers: true }],
      rows: stats.figures.filter((figure) => figure.id.startsWith('B10')).map((figure) => [figure.id, figure.name, figure.value === null ? '—' : String(figure.value)]),
    },
  ]
}

async function put(folder: string, name: string, kind: string, bytes: Uint8Array): Promise<MadeFile> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, name)
  await writeFile(`${file}.part`, bytes)
  await rename(`${file}.part`, file)
  return { path: file, kind, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
}

const fileName = (desk: Desk, year: number | string, what: string, ending: string): string => `${fileSafe(desk.store.office.name)}_${String(year)}年_${what}.${ending}`

function readYear(desk: Desk, year: number): Result<Year> {
  const period = periodOf(year, desk.today)
  const stats = figuresOf(desk, period)
  return stats.ok ? ok({ year, period, ...stats.value }) : stats
}

export const reportHandlers = {
  'report.make': async ({ year, out, kinds }, desk) => {
    const read = readYear(desk, year)
    if (!read.ok) return read
    const files: MadeFile[] = []
    const missing: string[] = []
    for (const kind of kinds ?? (['annual', 'table'] as const)) {
      if (kind === 'table') {
        files.push(await put(out, fileName(desk, year, names.table, 'xlsx'), 'xlsx', await xlsxOf(statisticsSheets(desk, read.value.period, read.value))))
        continue
      }
      const composed = compose(desk, read.value, kind)
      missing.push(...composed.missing)
      files.push(await put(out, fileName(desk, year, names[kind], 'docx'), 'docx', await docxOf(composed.title, composed.blocks)))
    }
    desk.store.events.note({ kind: 'export', by: desk.by, about: `report ${String(year)}`, detail: { files: files.length } })
    return ok({ files, missing })
  },
  'report.preview': ({ year }, desk) => {
    const read = readYear(desk, year)
    if (!read.ok) return read
    const composed = annual(desk, read.value)
    const level = { title: 0, h1: 1, h2: 2, h3: 2, byline: 3, salutation: 3, paragraph: 3, attachment: 1, note: 3 } as const
    return ok({
      title: composed.title, missing: composed.missing,
      paragraphs: composed.blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'page' ? [] : [{ level: level[block.kind], text: block.kind === 'attachment' ? `${block.mark} ${block.text}` : block.text }])),
    })
  },
  'report.html': ({ year, kind }, desk) => {
    const read = readYear(desk, year)
    if (!read.ok) return read
    const composed = kind === 'table' ? statisticsPage(desk, read.value.period, read.value.figures, read.value.before) : compose(desk, read.value, kind)
    return ok({ html: printableHtml(composed.title, composed.blocks), name: fileName(desk, year, names[kind], 'pdf') })
  },
  'stats.file': async (input, desk) => {
    if (input.kinds?.some((kind) => kind !== 'xlsx')) return fail('bad-input', { field: 'kinds', detail: { want: 'xlsx' } })
    const stats = statsHandlers['stats.get']({ from: input.from, to: input.to, before: true, ...(input.town ? { town: input.town } : {}) }, desk)
    if (!stats.ok) return stats
    const period = { from: input.from, to: input.to }
    const sheets = statisticsSheets(desk, period, { figures: stats.value.indicators, before: stats.value.before ?? [], checks: stats.value.checks })
    return ok({ files: [await put(input.out, `${fileSafe(desk.store.office.name)}_统计表_${input.from}_${input.to}.xlsx`, 'xlsx', await xlsxOf(sheets))] })
  },
  'stats.html': (input, desk) => {
    const stats = statsHandlers['stats.get']({ from: input.from, to: input.to, before: true, ...(input.town ? { town: input.town } : {}) }, desk)
    if (!stats.ok) return stats
    const composed = statisticsPage(desk, { from: input.from, to: input.to }, stats.value.indicators, stats.value.before ?? [])
    return ok({ html: printableHtml(composed.title, composed.blocks), name: `${fileSafe(desk.store.office.name)}_统计表_${input.from}_${input.to}.pdf` })
  },
} satisfies Partial<Handlers<Desk>>
