import { describe, expect, it } from 'vitest'
import { printableHtml, printablePapers } from '../../electron/documents/html'
import type { Block } from '../../shared/report/block'
import { documentOf } from '../../shared/report/documents'
import { busyTown, inputOf, ordinary } from '../report/support/busy-town'

describe('a document as a page to print', () => {
  it('has the words of the Word file, its tables with their heads, and no script', () => {
    const composed = documentOf(inputOf(busyTown(ordinary)), 'annual')
    const html = printableHtml(composed.title, composed.blocks)
    const texts = composed.blocks.flatMap((block) => ('text' in block ? block.text.split('\n') : block.kind === 'listing' ? block.items : []))
    expect(texts.filter((text) => !html.includes(text))).toEqual([])
    expect(html.match(/<table>/gu)?.length).toBe(5)
    expect(html.match(/<thead>/gu)?.length).toBe(5)
    expect(html).not.toContain('<script')
    expect(html).toContain("default-src 'none'")
  })

  it('shows marks of HTML as they were typed', () => {
    expect(printableHtml('<试>', [{ kind: 'paragraph', text: '<img src=x onerror="a">&' }])).toContain('<p>&lt;img src=x onerror=&quot;a&quot;&gt;&amp;</p>')
  })

  it('turns the page for a wide table and back', () => {
    const html = printableHtml('试', [{ kind: 'paragraph', text: '甲' }, { kind: 'turn', landscape: true }, { kind: 'paragraph', text: '乙' }, { kind: 'turn', landscape: false }, { kind: 'paragraph', text: '丙' }])
    expect(html).toContain('<p>甲</p><section class="lying"><p>乙</p></section><p>丙</p></body>')
  })

  it('lays several letters out each by itself, with their red heads inside the margins', () => {
    const letter: readonly Block[] = [
      { kind: 'redhead', style: 'letter', mark: '镇财政所', number: '人大〔2026〕1号' }, { kind: 'title', text: '关于第1号建议的答复' }, { kind: 'paragraph', text: '现答复如下。' }, { kind: 'imprint', copies: '抄送：青禾镇人大主席团。' },
    ]
    const one = printableHtml('答复', letter).match(/<div class="as-letter">[\s\S]*<\/div>/u)?.[0] ?? ''
    expect(one).toContain('镇财政所')
    expect(printablePapers('答复', [letter, letter])).toContain(`<body><section class="paper">${one}</section><section class="paper">${one}</section></body>`)
    expect(one).not.toContain('class="alone')
    expect(one).not.toContain('margin:-')
  })
})
