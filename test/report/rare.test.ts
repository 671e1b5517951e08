import { describe, expect, it } from 'vitest'
import { docxOf } from '../../electron/documents/docx'
import { printableHtml } from '../../electron/documents/html'
import { rareIn, sayRare, splitRare, wordsOf } from '../../shared/report/rare'
import type { Block } from '../../shared/report/block'
import { partOf } from '../documents/support/read-zip'

const blocks: readonly Block[] = [
  { kind: 'paragraph', text: '㐂来村代表𠮷明、龑䶮 <甲>&乙提出建议。' }, { kind: 'table', columns: [{ label: '姓名', width: 100 }], rows: [{ cells: ['𠮷明'] }] },
]

describe('rare characters', () => {
  it('are found with what they need; usual ones are not rare', () => {
    expect(rareIn('㐂来𠮷明䶮 ABC，。〔〕').map(({ char, code, kind }) => [char, code, kind])).toEqual([['㐂', 'U+3402', 'extension'], ['䶮', 'U+4DAE', 'extension'], ['𠮷', 'U+20BB7', 'beyond']])
    expect(rareIn('喆堃淼珺龑镇人大工作台—“”…①℃')).toEqual([])
    expect(rareIn('\uE000').map(({ kind }) => kind)).toEqual(['private'])
    expect(rareIn('𠮷').map(sayRare)).toEqual(['𠮷（U+20BB7）要装“宋体-ExtB”字库才能显示，没有的电脑上是方框'])
  })

  it('of the third plane and the later extensions have no face at all, and are said so', () => {
    expect(rareIn('𰻞𪛟𫠝').map(sayRare)).toEqual([
      '𪛟（U+2A6DF）要装“宋体-ExtB”字库才能显示，没有的电脑上是方框', '𫠝（U+2B81D）一般电脑没有这个字的字库，显示和打印出来是方框，请在纸上补写', '𰻞（U+30EDE）一般电脑没有这个字的字库，显示和打印出来是方框，请在纸上补写',
    ])
  })

  it('keep the text whole when it is parted', () => {
    const text = '㐂来村𠮷𠮷明'
    expect(splitRare(text).map(({ text: piece }) => piece).join('')).toBe(text)
    expect(splitRare(text)).toEqual([{ text: '㐂', face: '宋体' }, { text: '来村', face: null }, { text: '𠮷𠮷', face: 'SimSun-ExtB' }, { text: '明', face: null }])
  })

  it('stand in Word in runs of a face that has them, at the same size, and everything around stays as it was', async () => {
    const xml = partOf(await docxOf('试', blocks), 'word/document.xml')
    expect([...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('')).toContain('㐂来村代表𠮷明、龑䶮 &lt;甲&gt;&amp;乙提出建议。')
    const runs = [...xml.matchAll(/<w:r>([\s\S]*?)<\/w:r>/gu)].map(([, run = '']) => run)
    const of = (text: string): string => runs.find((run) => run.includes(`>${text}</w:t>`)) ?? ''
    expect(of('𠮷')).toMatch(/w:eastAsia="SimSun-ExtB"/u)
    expect(of('䶮')).toMatch(/w:eastAsia="宋体"/u)
    expect(of('明、龑')).toMatch(/w:eastAsia="仿宋_GB2312"/u)
    expect(runs.filter((run) => run.includes('SimSun-ExtB')).every((run) => /<w:spacing w:val="-5"\/>/u.test(run) && /<w:sz w:val="(?:32|21)"\/>/u.test(run))).toBe(true)
    expect(partOf(await docxOf('试', blocks), 'word/fontTable.xml')).toContain('SimSun-ExtB')
  })

  it('change nothing in a document that has none', async () => {
    const plain: readonly Block[] = [{ kind: 'paragraph', text: '全年收到建议52件。' }]
    expect(partOf(await docxOf('试', plain), 'word/document.xml')).not.toContain('xml:space="preserve"><')
    expect(Buffer.from(await docxOf('试', plain)).equals(Buffer.from(await docxOf('试', plain)))).toBe(true)
  })

  it('are in the words of a document and on the page for PDF with a face that may have them', () => {
    expect(rareIn(wordsOf(blocks)).map(({ char }) => char)).toEqual(['㐂', '䶮', '𠮷'])
    expect(printableHtml('试', blocks)).toMatch(/SimSun-ExtB[\s\S]*𠮷明/u)
  })
})
