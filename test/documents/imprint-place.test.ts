import { describe, expect, it } from 'vitest'
import { docxOf } from '../../electron/documents/docx'
import { printableHtml } from '../../electron/documents/html'
import { imprintPlace } from '../../electron/documents/imprint-place'
import type { Block } from '../../shared/report/block'
import { partOf } from './support/read-zip'

const head: Block = { kind: 'redhead', style: 'file', mark: '青禾镇人民代表大会主席团文件', number: '青禾人大〔2025〕5号' }
const title: Block = { kind: 'title', text: '关于召开会议的通知' }
/** Short lines of text, each one line in any program. */
const text = (lines: number): readonly Block[] => Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', text: '会议认为，工作有成效。' }))
/** Two rows of an imprint. */
const two = 1120

describe('the place of the 版记 (GB/T 9704-2012, 7.4: on the last side of the paper)', () => {
  it('a page that the text ends on early and that is an even one has it at its foot', () => {
    // 22 lines are full; with a title on it the first page has 20 of text.
    expect(imprintPlace([title, ...text(30)], two, true)).toEqual({ place: 'same', free: 12756 - 10 * 560 - two })
  })

  it('text that ends on the front of the sheet has it on the back', () => {
    expect(imprintPlace([title, ...text(3)], two, true).place).toBe('even')
    expect(imprintPlace([title, ...text(20 + 22 + 4)], two, true).place).toBe('even')
  })

  it('text that leaves no room for it on an even page has it on the next even one', () => {
    expect(imprintPlace([title, ...text(20 + 18)], two, true).place).toBe('same')
    expect(imprintPlace([title, ...text(20 + 20)], two, true).place).toBe('even')
  })

  it('text that one program may end on this page and another on the next is not trusted', () => {
    const doubtful: readonly Block[] = Array.from({ length: 10 }, (): Block => ({ kind: 'paragraph', text: 'Abc 2025'.repeat(12) }))
    expect(imprintPlace([title, ...doubtful], two, true).place).toBe('even')
  })

  it('a letter has it on any page with room, and the head of its first page counts', () => {
    const letter: Block = { kind: 'redhead', style: 'letter', mark: '镇财政所', number: '镇财函〔2025〕3号' }
    expect(imprintPlace([letter, title, ...text(5)], 560, false).place).toBe('same')
    // 22 lines, of which the head takes two more than the margin, the number three, the title two.
    expect(imprintPlace([letter, title, ...text(14)], 560, false).place).toBe('below')
  })

  it('a signature that moves to the next page with its day takes the imprint with it', () => {
    const signed: Block = { kind: 'signature', organ: '青禾镇人大主席团', day: '2025年3月8日' }
    expect(imprintPlace([title, ...text(18), signed], two, true).place).toBe('same')
    expect(imprintPlace([title, ...text(15), signed], two, true).place).toBe('even')
    // On the second page stand the last line of the text and the three of the signature.
    expect(imprintPlace([title, ...text(18), signed], two, true).free).toBe(12756 - 4 * 560 - two)
  })
})

describe('an imprint with a page of its own', () => {
  const blocks: readonly Block[] = [head, title, ...text(2), { kind: 'imprint', copies: '送：主席团成员。', printed: ['青禾镇人民代表大会主席团', '2025年3月8日'] }]

  it('begins a section on an even page whose feet are empty', async () => {
    const xml = partOf(await docxOf('试', blocks), 'word/document.xml')
    const sections = [...xml.matchAll(/<w:sectPr[\s\S]*?<\/w:sectPr>/gu)].map(([section]) => section)
    expect(sections.map((section) => /<w:type w:val="(\w+)"/u.exec(section)?.[1])).toEqual(['nextPage', 'evenPage'])
  })

  it('stands at the foot of a page of its own in the page that is printed', () => {
    expect(printableHtml('试', blocks)).toContain('<div class="alone even"><div class="imprint">')
  })

  it('is never made for the copies of a letter: they stand below the signature and go with it', async () => {
    const letter: readonly Block[] = [
      { kind: 'redhead', style: 'letter', mark: '镇财政所', number: '镇财函〔2025〕3号' }, title, ...text(11),
      { kind: 'signature', organ: '镇财政所', day: '2025年3月8日' }, { kind: 'imprint', copies: '抄送：青禾镇人民代表大会主席团。' },
    ]
    const xml = partOf(await docxOf('试', letter), 'word/document.xml')
    expect([...xml.matchAll(/<w:sectPr/gu)]).toHaveLength(1)
    expect(xml).not.toContain('<w:framePr')
    const end = [...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([paragraph]) => paragraph).slice(-6)
    // The text's last line, room for the seal, organ, day, a line, the copies.
    expect(end.map((paragraph) => paragraph.includes('<w:keepNext/>'))).toEqual([true, true, true, true, true, false])
    expect(end[5]).toContain('抄送')
    expect(printableHtml('试', letter)).toContain('<div class="below"><div class="imprint plain"><p>抄送')
  })

  it('of a paper that the standard does not know stays below its text', async () => {
    const brief = blocks.map((block): Block => (block.kind === 'imprint' ? { ...block, anyPage: true } : block))
    expect(partOf(await docxOf('试', brief), 'word/document.xml')).not.toContain('evenPage')
    expect(printableHtml('试', brief)).not.toContain('class="alone')
    // Where its first page has no room left, the last words of the text go over with it.
    const full = partOf(await docxOf('试', [...brief.slice(0, 2), ...text(9), ...brief.slice(-1)]), 'word/document.xml')
    const end = [...full.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([paragraph]) => paragraph.includes('<w:keepNext/>')).slice(-5)
    expect(end).toEqual([false, true, true, true, false])
  })
})
