/**
 * What LibreOffice makes of our files. Needs libreoffice-writer, libreoffice-calc and poppler-utils: `npm run test:long` installs them, `npm test`
 * runs this where they are.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxOf } from '../../electron/documents/docx'
import { statisticsBook } from '../../electron/documents/statistics-book'
import { xlsxOf } from '../../electron/documents/xlsx'
import { checks } from '../../shared/indicators/checks'
import { toFill, type Block } from '../../shared/report/block'
import { documentOf, statisticsDocument } from '../../shared/report/documents'
import { yearKinds } from '../../shared/report/kinds'
import { paperKinds } from '../../shared/report/papers/kinds'
import { paperOf, recordsFor } from '../../shared/report/papers/paper'
import { busyTown, inputOf, ordinary } from '../report/support/busy-town'
import { long } from '../support/tried'

const minutes = 60_000
const onPath = (command: string): boolean => (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, command)))
const canRender = onPath('soffice') && onPath('pdftotext')

/** One of everything that is handed in: every document of a year, every official paper of a record, the tables. */
async function everything(): Promise<ReadonlyMap<string, Uint8Array>> {
  const t = busyTown(ordinary)
  const input = inputOf(t)
  const files = new Map<string, Uint8Array>()
  for (const kind of yearKinds) if (kind !== 'table') files.set(`${kind}.docx`, await docxOf(kind, documentOf(input, kind).blocks))
  files.set('statistics.docx', await docxOf('统计表', statisticsDocument(input.figures, input.before, input.head).blocks))
  files.set('table.xlsx', await xlsxOf(statisticsBook({ indicators: input.figures, before: input.before, checks: checks(input.question) }, input.head)))
  for (const kind of paperKinds) {
    const rec = recordsFor(input.question.facts, kind, 2026)[0]
    if (rec) files.set(`${kind}.docx`, await docxOf(kind, paperOf(kind, { facts: input.question.facts, rec, office: '青禾镇', asAt: '2026-12-31', rules: input.question.rules }).blocks))
  }
  const filler: Block = { kind: 'paragraph', text: '国'.repeat(28 * 22 * 2 + 100) }
  files.set('grid.docx', await docxOf('试', [filler]))
  files.set('upward.docx', await docxOf('试', [{ kind: 'redhead', style: 'upward', mark: '青禾镇人民代表大会主席团文件', number: '青禾人大〔2025〕5号', signer: '沈莲云' }, { kind: 'title', text: '关于工作的报告' }, filler]))
  for (const lines of imprintLines) files.set(`imprint-${String(lines)}.docx`, await docxOf('试', [
    { kind: 'redhead', style: 'minutes', mark: '青禾镇人大会议纪要', number: '（第三次）', sides: ['青禾镇人民代表大会主席团', '2025年3月8日'] }, { kind: 'title', text: '青禾镇第十九届人民代表大会主席团\n第三次会议纪要' },
    ...Array.from({ length: lines }, (_, at): Block => ({ kind: 'paragraph', text: at % 5 === 4 ? '会议决定：2025年3月8日前由“镇村镇建设办”完成第3条路的硬化，经费12.5万元，责任人李四，联系电话另行通知，逾期通报。' : '会议认为，今年的工作有成效。' })),
    { kind: 'imprint', copies: '送：主席团成员，列席单位。', printed: ['青禾镇人民代表大会主席团', '2025年3月8日'] },
  ]))
  return files
}

/** Texts that end on a first page, early and late on a second, on a third, late on a fourth. */
const imprintLines = [2, 8, 17, 20, 24, 36] as const

interface Word { readonly page: number; readonly x: number; readonly y: number; readonly text: string }

/** Words of a PDF with the place of their upper left corner in millimetres. */
function wordsOf(pdf: string): readonly Word[] {
  const html = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' })
  const mm = (points: string | undefined): number => Number(points) / 72 * 25.4
  let page = 0
  return html.split('\n').flatMap((line): readonly Word[] => {
    if (line.includes('<page ')) page += 1
    const found = /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</u.exec(line)
    return found ? [{ page, x: mm(found[1]), y: mm(found[2]), text: found[3] ?? '' }] : []
  })
}

/** Lines of every page, as printed. */
const pagesOf = (pdf: string): readonly (readonly string[])[] => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
  .split('\f').filter((page) => page.trim() !== '').map((page) => page.split('\n').map((line) => line.trim()).filter((line) => line !== ''))

describe.runIf(canRender || long)('opened in LibreOffice', () => {
  let dir = ''
  let names: readonly string[] = []
  let said = ''
  const pdf = (name: string): string => join(dir, `${name}.pdf`)

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'zhen-render-'))
    const files = await everything()
    names = [...files.keys()]
    for (const [name, bytes] of files) writeFileSync(join(dir, name), bytes)
    const run = spawnSync('soffice', [`-env:UserInstallation=file://${dir}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', dir, ...names.map((name) => join(dir, name))], { encoding: 'utf8', timeout: 4 * minutes })
    if (run.error) throw run.error
    said = `${run.stdout}\n${run.stderr}`
  }, 5 * minutes)

  afterAll(() => { rmSync(dir, { recursive: true, force: true }) })

  it('every document, paper and table becomes a PDF without a word of complaint (but that it has no Java of its own)', () => {
    const made = readdirSync(dir).filter((name) => name.endsWith('.pdf')).map((name) => name.replace(/\.pdf$/u, '')).sort()
    expect(made).toEqual([...new Set(names.map((name) => name.replace(/\.\w+$/u, '')))].sort())
    expect(said.split('\n').filter((line) => /warn|error|corrupt|repair|damaged|fail/iu.test(line) && !/java/iu.test(line))).toEqual([])
    for (const name of made) expect([name, readFileSync(pdf(name)).subarray(0, 5).toString()]).toEqual([name, '%PDF-'])
  })

  it('a page has 28 characters a line and 22 lines', () => {
    const pages = pagesOf(pdf('grid'))
    const body = (pages[1] ?? []).filter((line) => line.startsWith('国'))
    expect([body.length, new Set(body.map((line) => line.length))]).toEqual([22, new Set([28])])
    expect(pages[0]?.at(-1)?.replaceAll(' ', '')).toBe('—1—')
  })

  it('the red mark stands 35 mm below the upper edge of the text, a letter’s 30 mm below the edge of the paper', () => {
    const top = (name: string, text: string): number => wordsOf(pdf(name)).find((word) => word.page === 1 && word.text.includes(text))?.y ?? 0
    // A line's box begins a little above its letters.
    expect(top('upward', '主席团文件')).toBeGreaterThan(37 + 35 - 3)
    expect(top('upward', '主席团文件')).toBeLessThan(37 + 35 + 3)
    expect(top('reply', '镇村镇建设办')).toBeGreaterThan(30 - 3)
    expect(top('reply', '镇村镇建设办')).toBeLessThan(30 + 3)
  })

  it('the copies and the printer’s line stand at the foot of the text, above the page number', () => {
    const words = wordsOf(pdf('imprint-8'))
    const last = Math.max(...words.map(({ page }) => page))
    const printed = words.find(({ page, text }) => page === last && text.includes('印发'))?.y ?? 0
    // The text ends 35 mm above the edge of a page of 297.
    expect(printed).toBeGreaterThan(297 - 35 - 12)
    expect(printed).toBeLessThan(297 - 35)
    expect(words.find(({ page, text }) => page === last && text === '—')?.y).toBeGreaterThan(297 - 35)
  })

  it('the imprint stands on an even page at the end of the paper, never over text, and a page of its own has no number', () => {
    const dir2 = join(dir, 'blank')
    // A PDF as paper is printed: with the empty page before an even one.
    spawnSync('soffice', [`-env:UserInstallation=file://${dir}/profile`, '--headless', '--convert-to', 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}', '--outdir', dir2, ...imprintLines.map((lines) => join(dir, `imprint-${String(lines)}.docx`))], { timeout: 2 * minutes })
    const told = imprintLines.map((lines) => {
      const file = join(dir2, `imprint-${String(lines)}.pdf`)
      const words = wordsOf(file)
      const pages = Number(/Pages:\s+(\d+)/u.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1])
      const imprint = words.find(({ text }) => text.startsWith('送：'))
      const below = words.filter(({ page, y, text }) => page === imprint?.page && y > imprint.y && !/印发|^\d+$|—|主席团|^[年月日]$/u.test(text))
      const textEnds = words.findLast(({ text, y }) => y < 297 - 35 && /会议认为|通报|工作|成效/u.test(text))?.page ?? 0
      const numbered = words.some(({ page, text }) => page === imprint?.page && text === '—')
      return { lines, even: pages % 2 === 0, last: imprint?.page === pages, covered: below.map(({ text }) => text), numbered: numbered === (textEnds === pages) }
    })
    expect(told).toEqual(imprintLines.map((lines) => ({ lines, even: true, last: true, covered: [], numbered: true })))
  }, 3 * minutes)

  it('a letter has no page number on its first page, and fits one where it says little', () => {
    expect(pagesOf(pdf('reply')).length).toBe(1)
    expect(pagesOf(pdf('reply')).flat().some((line) => /^—\s*1\s*—$/u.test(line))).toBe(false)
  })

  it('odd pages carry their number at the right, even ones at the left', () => {
    const dashes = wordsOf(pdf('annual')).filter(({ text }) => text === '—')
    const at = (page: number): number => dashes.find((word) => word.page === page)?.x ?? 0
    expect(at(1)).toBeGreaterThan(150)
    expect(at(2)).toBeLessThan(40)
  })

  it('what a person must fill in is on the paper as it is in the text', () => {
    expect(pagesOf(pdf('annual')).flat().join('').includes(toFill)).toBe(true)
  })
})
