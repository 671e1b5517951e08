import { describe, expect, it } from 'vitest'
import { docxOf } from '../../electron/documents/docx'
import { tableText } from '../../electron/documents/docx-table'
import type { Block, TableRow } from '../../shared/report/block'
import { documentOf } from '../../shared/report/documents'
import { busyTown, inputOf, ordinary } from '../report/support/busy-town'
import { partOf, readZip } from './support/read-zip'

const table = (rows: readonly TableRow[]): Block => ({ kind: 'table', columns: [{ label: '编号', width: 30 }, { label: '指标', width: 70, align: 'right' }], rows })

const sample: readonly Block[] = [
  { kind: 'title', text: '青禾镇人民代表大会\n主席团工作报告' }, { kind: 'byline', text: '——2027年1月20日' }, { kind: 'salutation', text: '各位代表：' }, { kind: 'h1', text: '一、工作回顾' }, { kind: 'h2', text: '（一）会议' },
  { kind: 'paragraph', text: '召开会议4次。', figures: [{ indicator: 'B4.13', at: 4, length: 1 }] }, { kind: 'listing', items: ['统计表', '一览'] },
  { kind: 'attachment', mark: '附件1', text: '统计表' }, table([{ group: true, cells: ['一、会议'] }, { indicator: 'B4.13', cells: ['B4.13', '4'] }]), { kind: 'note', text: '注：没有。' },
  { kind: 'turn', landscape: true }, { kind: 'attachment', mark: '附件2', text: '一览' }, table([{ cells: ['1', '2'] }]), { kind: 'turn', landscape: false }, { kind: 'heading', text: '清单' },
]

const documentXml = async (blocks: readonly Block[]): Promise<string> => partOf(await docxOf('试', blocks), 'word/document.xml')

/** Paragraphs outside of tables, as XML. */
const paragraphs = (xml: string): readonly string[] => [...xml.replaceAll(/<w:tbl>.*?<\/w:tbl>/gsu, '').matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gsu)].map(([paragraph]) => paragraph)
const textIn = (xml: string): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('')
const paragraphOf = (xml: string, text: string): string => paragraphs(xml).find((paragraph) => textIn(paragraph) === text) ?? ''
const attribute = (xml: string, element: string, name: string): string | undefined => new RegExp(`<w:${element}[^>]*? w:${name}="([^"]*)"`, 'u').exec(xml)?.[1]

describe('a Word document in the layout of GB/T 9704', () => {
  it('has the page of the standard: A4, 37, 28, 26 and 35 mm, page numbers 7 mm below the text', async () => {
    const [first] = [...(await documentXml(sample)).matchAll(/<w:sectPr.*?<\/w:sectPr>/gsu)].map(([section]) => section)
    expect(['w', 'h'].map((name) => attribute(first ?? '', 'pgSz', name))).toEqual(['11906', '16838'])
    expect(['top', 'left', 'bottom', 'right', 'footer'].map((name) => attribute(first ?? '', 'pgMar', name))).toEqual(['2098', '1588', '1984', '1474', '1418'])
  })

  it('keeps the names of the attachments together: none of them begins a page by itself', async () => {
    const xml = await documentXml(sample)
    expect(['附件：1.统计表', '2.一览'].map((text) => /<w:keepNext(?:\/| w:val="(?:true|1)")/u.test(paragraphOf(xml, text)))).toEqual([true, false])
  })

  it('sets 28 characters by 22 lines: no grid, exactly 28 points a line, every run 5 twips tighter, no widow control', async () => {
    const xml = await documentXml(sample)
    expect(xml).not.toContain('docGrid')
    const runs = [...xml.matchAll(/<w:r>.*?<\/w:r>/gsu)].map(([run]) => run)
    expect(runs.length).toBeGreaterThan(20)
    expect(runs.filter((run) => !run.includes('<w:spacing w:val="-5"/>'))).toEqual([])
    const body = paragraphs(xml).filter((paragraph) => paragraph.includes('w:firstLineChars="200"'))
    expect(body.length).toBe(3)
    for (const paragraph of body) {
      expect([attribute(paragraph, 'spacing', 'line'), attribute(paragraph, 'spacing', 'lineRule')]).toEqual(['560', 'exact'])
      expect(paragraph).toMatch(/<w:widowControl w:val="(?:false|0)"\/>/u)
    }
    expect([...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)].filter(([paragraph]) => !paragraph.includes('<w:widowControl'))).toEqual([])
  })

  it('never leaves the name of a group alone at the foot of a page', async () => {
    const xml = await documentXml([table([{ cells: ['B6.19', '4'] }, { group: true, cells: ['七、重大事项'] }, { cells: ['B7.01', '5'] }, { group: true, cells: ['八、没有'] }])])
    const held = [...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)].filter(([paragraph]) => paragraph.includes('<w:keepNext/>')).map(([paragraph]) => textIn(paragraph))
    expect(held).toEqual(['七、重大事项'])
  })

  it('sets each rank in its face and size: 二号小标宋, 黑体, 楷体, 仿宋, none bold', async () => {
    const xml = await documentXml(sample)
    const face = (text: string): readonly (string | undefined)[] => [attribute(paragraphOf(xml, text), 'rFonts', 'eastAsia'), attribute(paragraphOf(xml, text), 'sz', 'val')]
    expect(Object.fromEntries(['青禾镇人民代表大会', '主席团工作报告', '——2027年1月20日', '各位代表：', '一、工作回顾', '（一）会议', '召开会议4次。', '附件1'].map((text) => [text, face(text)]))).toEqual({
      '青禾镇人民代表大会': ['方正小标宋简体', '44'], '主席团工作报告': ['方正小标宋简体', '44'], '——2027年1月20日': ['楷体_GB2312', '32'], '各位代表：': ['仿宋_GB2312', '32'], '一、工作回顾': ['黑体', '32'],
      '（一）会议': ['楷体_GB2312', '32'], '召开会议4次。': ['仿宋_GB2312', '32'], '附件1': ['黑体', '32'],
    })
    expect(xml).not.toContain('<w:b/>')
    expect(attribute(xml, 'rFonts', 'ascii')).toBe('Times New Roman')
    expect(attribute(paragraphOf(xml, '青禾镇人民代表大会'), 'jc', 'val')).toBe('center')
    expect(attribute(paragraphOf(xml, '各位代表：'), 'ind', 'firstLine')).toBeUndefined()
  })

  it('names what may stand in for faces that a computer lacks', async () => {
    const fonts = partOf(await docxOf('试', sample), 'word/fontTable.xml')
    expect([...fonts.matchAll(/w:name="([^"]+)"><w:altName w:val="([^",]+)/gu)].map(([, name, other]) => [name, other])).toEqual([
      ['仿宋_GB2312', '仿宋'], ['黑体', 'SimHei'], ['楷体_GB2312', '楷体'], ['方正小标宋简体', '华文中宋'], ['宋体', 'SimSun'], ['SimSun-ExtB', '宋体-ExtB'],
    ])
  })

  it('numbers its pages — 1 — in 四号宋体, odd ones right, even ones left, one character in', async () => {
    const bytes = await docxOf('试', sample)
    const footers = [...readZip(bytes)].filter(([name]) => /^word\/footer\d+\.xml$/u.test(name)).map(([, { text }]) => text)
    expect(new Set(footers.map((footer) => [attribute(footer, 'jc', 'val'), attribute(footer, 'ind', 'right'), attribute(footer, 'ind', 'left'), attribute(footer, 'sz', 'val'), attribute(footer, 'rFonts', 'eastAsia'), textIn(footer)].join(' ')))).toEqual(
      new Set(['right 280  28 宋体 —  —', 'left  280 28 宋体 —  —']))
    expect(footers.every((footer) => footer.includes('PAGE'))).toBe(true)
    expect(partOf(bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const references = [...partOf(bytes, 'word/document.xml').matchAll(/<w:footerReference[^>]*w:type="(\w+)"/gu)].map(([, type]) => type)
    expect(references).toEqual(['default', 'even', 'default', 'even', 'default', 'even'])
  })

  it('begins each attachment on a new page, its mark flush left on the first line, its title centred on the third', async () => {
    const all = paragraphs(await documentXml(sample))
    const at = all.findIndex((paragraph) => textIn(paragraph) === '附件1')
    expect(all[at]).toContain('<w:pageBreakBefore/>')
    expect(attribute(all[at] ?? '', 'ind', 'firstLine')).toBeUndefined()
    expect([textIn(all[at + 1] ?? ''), textIn(all[at + 2] ?? ''), attribute(all[at + 2] ?? '', 'jc', 'val')]).toEqual(['', '统计表', 'center'])
  })

  it('lists the attachments under each other, two characters in, a blank line below the text', async () => {
    const all = paragraphs(await documentXml(sample))
    const at = all.findIndex((paragraph) => textIn(paragraph) === '附件：1.统计表')
    expect(textIn(all[at - 1] ?? 'x')).toBe('')
    const begins = (paragraph: string): number => Number(attribute(paragraph, 'ind', 'left')) - Number(attribute(paragraph, 'ind', 'hanging'))
    // Two characters; then three more, where the number of the first stands.
    expect([begins(all[at] ?? ''), begins(all[at + 1] ?? ''), textIn(all[at + 1] ?? '')]).toEqual([640, 1600, '2.一览'])
  })

  it('lays only wide tables on their side, the head at the binding, and numbers pages on', async () => {
    const sections = [...(await documentXml(sample)).matchAll(/<w:sectPr.*?<\/w:sectPr>/gsu)].map(([section]) => section)
    expect(sections.map((section) => [attribute(section, 'pgSz', 'w'), attribute(section, 'pgSz', 'h'), attribute(section, 'pgSz', 'orient')])).toEqual([['11906', '16838', 'portrait'], ['16838', '11906', 'landscape'], ['11906', '16838', 'portrait']])
    expect(['top', 'left', 'bottom', 'right'].map((name) => attribute(sections[1] ?? '', 'pgMar', name))).toEqual(['1588', '1984', '1474', '2098'])
    expect(sections.some((section) => /pgNumType[^>]*w:start/u.test(section))).toBe(false)
  })

  it('repeats the head of a table on every page and never parts a row', async () => {
    const xml = await documentXml(sample)
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) => row)
    expect(rows.map((row) => [row.includes('<w:tblHeader/>'), row.includes('<w:cantSplit/>')])).toEqual([[true, true], [false, true], [false, true], [true, true], [false, true]])
    const widths = [...(xml.match(/<w:tblGrid>.*?<\/w:tblGrid>/su)?.[0] ?? '').matchAll(/w:w="(\d+)"/gu)].map(([, width]) => Number(width))
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844)
    expect(rows[1]).toContain('<w:gridSpan w:val="2"/>')
  })

  it('leads from a number of the text to its row, without any mark of a link', async () => {
    const xml = await documentXml(sample)
    expect([...xml.matchAll(/<w:hyperlink[^>]*w:anchor="([^"]+)"[^>]*>(.*?)<\/w:hyperlink>/gsu)].map(([, anchor, inside]) => [anchor, textIn(inside ?? '')])).toEqual([['B4_13', '4']])
    expect([...xml.matchAll(/<w:bookmarkStart[^>]*>/gu)].map(([start]) => [attribute(start, 'bookmarkStart', 'name'), attribute(start, 'bookmarkStart', 'id')])).toEqual([['B4_13', '1']])
    expect(xml).not.toMatch(/rStyle|<w:u /u)
    expect(await documentXml(sample.slice(0, 7))).not.toContain('hyperlink')
  })

  it('is the same to the byte for the same blocks, with no clock in it', async () => {
    const blocks = documentOf(inputOf(busyTown(ordinary)), 'annual').blocks
    const [one, other] = [await docxOf('报告', blocks), await docxOf('报告', blocks)]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
    expect(new Set([...readZip(one).values()].map(({ stamp }) => stamp.join()))).toEqual(new Set([`${String((20 << 9) | (1 << 5) | 1)},0`]))
    expect(partOf(one, 'docProps/core.xml')).toMatch(/<dcterms:created[^>]*>2000-01-01T00:00:00Z/u)
  })

  it('stays whole where a text has marks of XML, control characters or half a pair', async () => {
    const xml = await documentXml([{ kind: 'paragraph', text: 'a<b>&"c"\u0000\u000b\ud83d 甲\ud83d\ude00' }])
    expect(textIn(xml)).toBe('a&lt;b&gt;&amp;&quot;c&quot; 甲\ud83d\ude00')
  })

  it('never leaves the line to sign alone on a page', async () => {
    const xml = await documentXml([table([{ cells: ['1', '一'] }, { cells: ['2', '二'] }, { cells: ['3', '三'] }]), { kind: 'sign', text: '签字：' }])
    expect([...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) => /<w:keepNext\/>/u.test(row))).toEqual([false, false, true, true])
  })

  it('begins a long suggestion on the first page of its form, though who signs stands below it', () => {
    const held = (body: string): readonly boolean[] => {
      const form = tableText({ kind: 'table', bare: true, columns: [{ label: '', width: 20 }, { label: '', width: 80 }], rows: [{ cells: ['标题', '关于修路的建议'] }, { cells: ['内容', body] }, { cells: ['是否可公开', '□ 全文公开'] }] }, { total: 9298, anchors: new Map(), holdEnd: true, form: true })
      return [...form.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) => row.includes('<w:keepNext/>'))
    }
    expect(held('请修好通村的路。')).toEqual([false, true, true])
    expect(held('路不平，雨天难行。'.repeat(300))).toEqual([false, false, true])
  })
})
