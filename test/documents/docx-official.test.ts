import { describe, expect, it } from 'vitest'
import { docxOf } from '../../electron/documents/docx'
import type { Block } from '../../shared/report/block'
import { partOf, readZip } from './support/read-zip'

const paragraphs = (xml: string): readonly string[] => [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gsu)].map(([paragraph]) => paragraph)
const textIn = (xml: string): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:tab\/>/gu)].map(([, text]) => text ?? '\t').join('')
const attribute = (xml: string, element: string, name: string): string | undefined => new RegExp(`<w:${element}[^>]*? w:${name}="([^"]*)"`, 'u').exec(xml)?.[1]
const border = (xml: string, side: 'top' | 'bottom'): readonly (string | undefined)[] => {
  const found = new RegExp(`<w:${side} w:val[^>]*>|<w:${side} [^>]*w:val[^>]*>`, 'u').exec(xml)?.[0] ?? ''
  return ['val', 'color', 'sz', 'space'].map((name) => new RegExp(`w:${name}="([^"]*)"`, 'u').exec(found)?.[1])
}

const made = async (...blocks: readonly Block[]) => {
  const bytes = await docxOf('试', blocks)
  const xml = partOf(bytes, 'word/document.xml')
  return { bytes, xml, all: paragraphs(xml) }
}
const title: Block = { kind: 'title', text: '关于召开会议的通知' }

describe('the red head of a document (GB/T 9704-2012, 7.2)', () => {
  it('has its mark 35 mm below the upper edge of the text, the number two lines below it, the red line 4 mm below that, the title two lines below the line', async () => {
    const { all } = await made({ kind: 'redhead', style: 'file', mark: '青禾镇人民代表大会主席团文件', number: '青禾人大〔2025〕5号' }, title)
    expect(all.slice(0, 8).map(textIn)).toEqual(['', '青禾镇人民代表大会主席团文件', '', '', '青禾人大〔2025〕5号', '', '', '关于召开会议的通知'])
    expect([attribute(all[0] ?? '', 'spacing', 'line'), attribute(all[0] ?? '', 'spacing', 'lineRule')]).toEqual([String(Math.round(35 * 56.6929)), 'exact'])
    expect([attribute(all[1] ?? '', 'rFonts', 'eastAsia'), attribute(all[1] ?? '', 'color', 'val'), attribute(all[1] ?? '', 'jc', 'val')]).toEqual(['方正小标宋简体', 'FF0000', 'center'])
    // 14 characters of 31 points fill 156 mm (442 points); one more half point would not.
    expect(attribute(all[1] ?? '', 'sz', 'val')).toBe('62')
    for (const empty of [all[2], all[3], all[5], all[6]]) expect(attribute(empty ?? '', 'spacing', 'line')).toBe('560')
    const [number = ''] = all.slice(4)
    expect([attribute(number, 'rFonts', 'eastAsia'), attribute(number, 'sz', 'val'), attribute(number, 'jc', 'val')]).toEqual(['仿宋_GB2312', '32', 'center'])
    // 4 mm are 11 points; without an indent the line is as wide as the text.
    expect([border(number, 'bottom'), number.includes('<w:ind')]).toEqual([['single', 'FF0000', '12', '11'], false])
    expect(all.filter((paragraph) => paragraph.includes('FF0000')).map(textIn)).toEqual(['青禾镇人民代表大会主席团文件', '青禾人大〔2025〕5号'])
  })

  it('goes upward with the number one character in at the left and the signer in 楷体 one character in at the right of the same line', async () => {
    const { all } = await made({ kind: 'redhead', style: 'upward', mark: '青禾镇人大主席团文件', number: '青禾人大〔2025〕5号', signer: '沈莲云' }, title)
    const line = all.find((paragraph) => textIn(paragraph).includes('签发人')) ?? ''
    expect(textIn(line)).toBe('　青禾人大〔2025〕5号\t签发人：沈莲云')
    // 156 mm are 8844 twips, a character of 三号 320.
    expect([attribute(line, 'tab', 'val'), attribute(line, 'tab', 'pos')]).toEqual(['right', String(8844 - 320)])
    expect([...line.matchAll(/w:eastAsia="([^"]+)"/gu)].map(([, face]) => face)).toEqual(['仿宋_GB2312', '仿宋_GB2312', '楷体_GB2312'])
  })

  it('of minutes has the organ at the left and the day at the right above the line', async () => {
    const { all } = await made({ kind: 'redhead', style: 'minutes', mark: '青禾镇人大会议纪要', number: '（第三次）', sides: ['青禾镇人民代表大会主席团', '2025年2月28日'] }, title)
    expect(all.slice(4, 6).map(textIn)).toEqual(['（第三次）', '　青禾镇人民代表大会主席团\t2025年2月28日'])
    expect([border(all[4] ?? '', 'bottom')[0], border(all[5] ?? '', 'bottom')]).toEqual([undefined, ['single', 'FF0000', '12', '11']])
  })

  it('never grows beyond 62 points and never shrinks below a title', async () => {
    const size = async (mark: string): Promise<string | undefined> => attribute((await made({ kind: 'redhead', style: 'file', mark, number: '' })).all[1] ?? '', 'sz', 'val')
    expect([await size('简报'), await size('某某省某某市某某县某某镇人民代表大会主席团文件')]).toEqual(['124', '44'])
  })
})

describe('a letter (GB/T 9704-2012, 10.1)', () => {
  const letter: readonly Block[] = [{ kind: 'redhead', style: 'letter', mark: '镇财政所', number: '镇财函〔2025〕3号' }, title, { kind: 'recipients', text: '林莲代表：' }, { kind: 'imprint', copies: '抄送：青禾镇人民代表大会主席团。' }]

  it('has its mark 30 mm below the paper’s edge, a double line of 170 mm 4 mm below it, and another one 20 mm above the lower edge', async () => {
    const { bytes, xml } = await made(...letter)
    expect(['header', 'footer', 'top'].map((name) => attribute(xml, 'pgMar', name))).toEqual([String(Math.round(30 * 56.6929)), String(Math.round(20 * 56.6929)), '2098'])
    expect(xml).toContain('<w:titlePg/>')
    const parts = [...readZip(bytes)].filter(([name]) => /^word\/(?:header|footer)\d+\.xml$/u.test(name)).map(([, { text }]) => text)
    const head = parts.find((text) => text.includes('镇财政所')) ?? ''
    expect([attribute(head, 'rFonts', 'eastAsia'), attribute(head, 'color', 'val'), border(head, 'bottom').slice(0, 2), border(head, 'bottom')[3]]).toEqual(['方正小标宋简体', 'FF0000', ['thickThinSmallGap', 'FF0000'], '11'])
    // From 28 mm at the left to 20, from 26 at the right to 20: 170 mm in the middle of the page.
    expect([attribute(head, 'ind', 'left'), attribute(head, 'ind', 'right')]).toEqual([String(-Math.round(8 * 56.6929)), String(-Math.round(6 * 56.6929))])
    const foot = parts.find((text) => text.includes('thinThickSmallGap')) ?? ''
    expect([attribute(foot, 'ind', 'left'), foot.includes('PAGE')]).toEqual([String(-Math.round(8 * 56.6929)), false])
  })

  it('shows its number at the right edge and no page number on its first page', async () => {
    const { all, xml } = await made(...letter)
    expect([textIn(all[0] ?? ''), attribute(all[0] ?? '', 'jc', 'val'), (all[0] ?? '').includes('<w:ind')]).toEqual(['镇财函〔2025〕3号', 'right', false])
    expect(all.slice(1, 5).map(textIn)).toEqual(['', '', '关于召开会议的通知', ''])
    expect([...xml.matchAll(/<w:(header|footer)Reference[^>]*w:type="(\w+)"/gu)].map(([, what, type]) => `${String(what)} ${String(type)}`).sort()).toEqual(['footer default', 'footer even', 'footer first', 'header first'])
  })

  it('has its copies without rules', async () => {
    const { all } = await made(...letter)
    const copies = all.find((paragraph) => textIn(paragraph).includes('抄送')) ?? ''
    expect([copies.includes('pBdr'), attribute(copies, 'sz', 'val')]).toEqual([false, '28'])
  })
})

describe('what stands below the text', () => {
  it('the day is four characters in from the right, the organ centred over it, room for the seal, both on one page', async () => {
    const { all } = await made({ kind: 'signature', organ: '青禾镇人大主席团', day: '2025年3月8日' })
    expect(all.map(textIn)).toEqual(['', '青禾镇人大主席团（盖章）', '2025年3月8日'])
    const [, organ = '', day = ''] = all
    // The day is 6 characters wide (digits count half), the organ's line 12: its middle stands over the day's 3 characters from the day's end.
    expect([attribute(day, 'jc', 'val'), attribute(day, 'ind', 'right'), attribute(organ, 'jc', 'val'), attribute(organ, 'ind', 'right')]).toEqual(['right', '1280', 'right', String((4 + (6 - 12) / 2) * 320)])
    expect([organ.includes('<w:keepNext/>'), day.includes('<w:keepNext/>')]).toEqual([true, false])
  })

  it('never stands on a page without words of the text: a short last paragraph goes with it', async () => {
    const { all } = await made({ kind: 'paragraph', text: '现将情况答复如下。' }, { kind: 'paragraph', text: '感谢您的支持。' }, { kind: 'signature', organ: '镇财政所', day: '2025年3月8日' })
    expect(all.map((paragraph) => paragraph.includes('<w:keepNext/>'))).toEqual([false, true, true, true, false])
    const long = await made({ kind: 'paragraph', text: '长'.repeat(600) }, { kind: 'signature', organ: '镇财政所', day: '2025年3月8日' })
    expect(long.all[0]).not.toContain('<w:keepNext/>')
  })

  it('出席 is in 黑体 two characters in, the names in 仿宋 under each other', async () => {
    const { all } = await made({ kind: 'named', label: '出席', text: '白芷、林莲' })
    const [named = ''] = all
    expect([textIn(named), [...named.matchAll(/w:eastAsia="([^"]+)"/gu)].map(([, face]) => face)]).toEqual(['出席：白芷、林莲', ['黑体', '仿宋_GB2312']])
    // 出席： is three characters wide; what runs on stands five in.
    expect([attribute(named, 'ind', 'left'), attribute(named, 'ind', 'hanging')]).toEqual(['1600', '960'])
  })

  it('版记 is in 四号仿宋 between rules of 0.35 mm with one of 0.25 mm inside, at the foot of the text', async () => {
    const { all } = await made({ kind: 'imprint', copies: '送：主席团成员。', printed: ['青禾镇人民代表大会主席团', '2025年3月8日'] })
    const [copies = '', printed = ''] = all
    expect([copies, printed].map(textIn)).toEqual(['　送：主席团成员。', '　青禾镇人民代表大会主席团\t2025年3月8日印发'])
    for (const row of [copies, printed]) expect([attribute(row, 'sz', 'val'), attribute(row, 'rFonts', 'eastAsia'), attribute(row, 'framePr', 'w'), attribute(row, 'tab', 'pos')]).toEqual(['28', '仿宋_GB2312', '8844', String(8844 - 280)])
    // Eighths of a point: 1 point is 0.35 mm, three quarters are 0.26.
    expect([border(copies, 'top')[2], border(copies, 'bottom')[2], border(printed, 'top')[2], border(printed, 'bottom')[2]]).toEqual(['8', undefined, '6', '8'])
    const foot = Number(attribute(printed, 'framePr', 'y')) + Number(attribute(printed, 'framePr', 'h'))
    expect([foot, Number(attribute(copies, 'framePr', 'y')) + Number(attribute(copies, 'framePr', 'h'))]).toEqual([16838 - 1984, Number(attribute(printed, 'framePr', 'y'))])
  })
})
