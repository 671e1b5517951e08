import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annualReport } from '../../shared/report/annual'
import type { Block, TextBlock } from '../../shared/report/block'
import { keepSlots, withSlots } from '../../shared/report/edit-text'
import { applyEdits, noEdits, type ReportEdits } from '../../shared/report/edits'
import { figureMap } from '../../shared/report/setting'
import { filled } from '../../shared/report/sentence'
import { busyTown, inputOf, ordinary, quiet } from './support/busy-town'

const shown = { text: '全年收到建议52件，办复率95.7%。', figures: [{ indicator: 'B5.01', at: 6, length: 2 }, { indicator: 'B5.09', rate: true, at: 13, length: 5 }] } as const

const texts = (blocks: readonly Block[]): readonly TextBlock[] => blocks.filter((block): block is TextBlock => 'text' in block && block.kind !== 'attachment')
const keyed = (blocks: readonly Block[], key: string): TextBlock | undefined => texts(blocks).find((block) => block.key === key)

describe('text that a person typed over numbers', () => {
  it('keeps every number that was left standing as a living one', () => {
    expect(keepSlots(shown, '一年来，全年共收到代表建议52件，件件有回音，办复率95.7%，比上年提高。')).toBe('一年来，全年共收到代表建议{B5.01}件，件件有回音，办复率{B5.09%}，比上年提高。')
  })

  it('takes a number that was changed as the person\'s own', () => {
    expect(keepSlots(shown, '全年收到建议54件，办复率95.7%。')).toBe('全年收到建议54件，办复率{B5.09%}。')
    expect(keepSlots(shown, '全年收到建议152件，办复率95.7%。')).toBe('全年收到建议152件，办复率{B5.09%}。')
    expect(keepSlots(shown, '全年收到建议520件，办复率95.7%。')).toBe('全年收到建议520件，办复率{B5.09%}。')
  })

  it('never takes typed braces for a number', () => {
    expect(keepSlots({ text: '甲' }, '{B5.01}件')).toBe('｛B5.01｝件')
  })

  it('is exactly what was typed once the numbers are filled in again, whatever was typed', () => {
    const figures = figureMap(inputOf(busyTown(ordinary)).figures)
    const auto = texts(annualReport(inputOf(busyTown(ordinary))).blocks).filter((block) => (block.figures ?? []).length > 0)
    fc.assert(fc.property(fc.constantFrom(...auto), fc.array(fc.record({ at: fc.nat(300), cut: fc.nat(6), put: fc.constantFrom('', '我们', '3', '１', '，', '件', '建议5') }), { maxLength: 5 }), (block, changes) => {
      const typed = changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), block.text)
      expect(filled(keepSlots(block, typed), figures).text).toBe(typed)
    }), { numRuns: 300 })
  })
})

describe('an edited report', () => {
  const made = (amounts = ordinary) => {
    const input = inputOf(busyTown(amounts))
    return { composed: annualReport(input), figures: figureMap(input.figures) }
  }

  it('is the automatic one where nothing was written', () => {
    const { composed, figures } = made()
    expect(applyEdits(composed, noEdits, figures).composed).toEqual(composed)
  })

  it('keeps what was written when it is made anew from other records, with the new numbers', () => {
    const before = made(quiet)
    const piece = keyed(before.composed.blocks, 'deputies.0')
    const text = keepSlots(piece ?? { text: '' }, `一年来，${piece?.text ?? ''}成效明显。`)
    const edits: ReportEdits = { pieces: { 'deputies.0': { text, base: withSlots(piece ?? { text: '' }) } }, added: [{ key: 'own.1', after: 'deputies.0', text: '全年还举办健步走活动。' }] }
    const now = made(ordinary)
    const { composed, pieces } = applyEdits(now.composed, edits, now.figures)
    expect(keyed(composed.blocks, 'deputies.0')?.text).toMatch(/^一年来，镇人大代表名额60名，现有代表12名.*成效明显。$/u)
    const order = texts(composed.blocks).map(({ key }) => key)
    expect(order.indexOf('own.1')).toBe(order.indexOf('deputies.0') + 1)
    expect(pieces.find(({ key }) => key === 'deputies.0')).toMatchObject({ edited: true, moved: true })
  })

  it('hides a section and counts the others on; it can be had back', () => {
    const { composed, figures } = made()
    const { composed: edited, hidden } = applyEdits(composed, { pieces: { 'h.meetings': { hidden: true }, 'meetings.0': { hidden: true }, 'meetings.1': { hidden: true } }, added: [] }, figures)
    expect(texts(edited.blocks).filter(({ kind }) => kind === 'h2')[0]?.text).toBe('（一）紧扣中心工作，增强监督实效')
    expect(hidden.map(({ key }) => key)).toEqual(['h.meetings', 'meetings.0', 'meetings.1'])
  })

  it('puts paragraphs whose place is gone before the end, and tells what was written for a record that is gone', () => {
    const { composed, figures } = made(quiet)
    const edits: ReportEdits = { pieces: { 'supervision.gone': { text: '视察河道。', base: '' } }, added: [{ key: 'own.1', after: 'supervision.gone', text: '另外，视察了学校。' }] }
    const edited = applyEdits(composed, edits, figures)
    expect(edited.orphans).toEqual([{ key: 'supervision.gone', text: '视察河道。' }])
    const order = texts(edited.composed.blocks).map(({ key }) => key)
    expect(order.indexOf('own.1')).toBe(order.indexOf('closing') - 1)
  })

  it('misses no more what a person has written in', () => {
    const { composed, figures } = made(quiet)
    expect(composed.missing).toContain('2027年工作安排（年度计划）')
    const edited = applyEdits(composed, { pieces: { plan: { text: '2027年，主席团将抓好五件事。', base: '【待补】' } }, added: [] }, figures)
    expect(edited.composed.missing).toEqual(composed.missing.filter((word) => !word.includes('工作安排')))
  })
})
