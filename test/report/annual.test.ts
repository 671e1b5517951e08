import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annualReport } from '../../shared/report/annual'
import type { Block, TextBlock } from '../../shared/report/block'
import { documentOf, type DocumentInput } from '../../shared/report/documents'
import { sayMoney, sayRate } from '../../shared/report/sentence'
import { unitOfPart } from '../../shared/indicators/part-units'
import { busyTown, inputOf, ordinary, quiet, type Amounts } from './support/busy-town'

const isText = (block: Block): block is TextBlock => ['title', 'byline', 'salutation', 'h1', 'h2', 'paragraph'].includes(block.kind)
const textsOf = (blocks: readonly Block[]): readonly TextBlock[] => blocks.filter(isText)
const headings = (blocks: readonly Block[], kind: 'h1' | 'h2'): readonly string[] => textsOf(blocks).filter((block) => block.kind === kind).map((block) => block.text)

const amounts: fc.Arbitrary<Amounts> = fc.record({
  deputies: fc.integer({ min: 1, max: 12 }), sessions: fc.integer({ min: 0, max: 2 }), meetings: fc.integer({ min: 0, max: 4 }), supervisions: fc.integer({ min: 0, max: 9 }), suggestions: fc.integer({ min: 0, max: 14 }),
  activities: fc.integer({ min: 0, max: 6 }), debriefs: fc.integer({ min: 0, max: 5 }), visits: fc.integer({ min: 0, max: 5 }), deeds: fc.integer({ min: 0, max: 3 }), plans: fc.integer({ min: 0, max: 4 }),
})

/** What the figures themselves say at a place of the text. */
function printedBy(input: DocumentInput, use: NonNullable<TextBlock['figures']>[number]): string | null {
  const figure = input.figures.find(({ id }) => id === use.indicator)
  const at = use.part === undefined ? figure : figure?.parts.find(({ key }) => key === use.part)
  const value = use.rate ? at?.rate : at?.value
  if (value === null || value === undefined) return '【待补】'
  const unit = use.part === undefined ? figure?.unit : unitOfPart(use.indicator, use.part, figure?.unit ?? '')
  return use.rate ? sayRate(value) : unit === '分' ? sayMoney(value) : String(value)
}

describe('the annual report', () => {
  it('has the sections of a town report, the congress it is given to and next year\'s plan', () => {
    const t = busyTown(ordinary)
    t.add('session', { term: t.term, no: 8, kind: '2', start_on: '2027-01-20' }, ['筹备', '2026-12-01'])
    t.add('party_log', { kind: '1', date: '2026-05-01' })
    t.add('document', { kind: '10', title: '联系选民制度', effective_on: '2026-02-01', issued_on: '2026-02-01' }, ['拟稿', '2026-02-01'], ['已印发', '2026-02-01'])
    t.add('publicity', { date: '2026-03-01', level: '4', title: '代表风采' })
    const { title, blocks, missing } = annualReport(inputOf(t))
    expect(title).toBe('青禾镇人民代表大会主席团工作报告')
    expect(textsOf(blocks).slice(0, 5).map((block) => [block.kind, block.text])).toEqual([
      ['title', '青禾镇人民代表大会主席团工作报告'], ['byline', '——2027年1月20日在青禾镇第十九届\n人民代表大会第八次会议上'], ['byline', '主席团主席　主席甲'], ['salutation', '各位代表：'],
      ['paragraph', '我受青禾镇第十九届人民代表大会主席团的委托，向大会报告工作，请予审议，并请列席人员提出意见。'],
    ])
    expect(headings(blocks, 'h1')).toEqual(['一、2026年工作回顾', '二、2027年工作安排'])
    expect(headings(blocks, 'h2')).toEqual([
      '（一）坚持党的领导，把牢政治方向', '（二）依法召开会议，行使各项职权', '（三）紧扣中心工作，增强监督实效', '（四）服务代表履职，密切联系群众', '（五）督办代表建议，回应群众期盼', '（六）加强自身建设，提升履职水平', '（七）存在的问题和不足',
    ])
    expect(textsOf(blocks).map((block) => block.text).filter((text) => /第\d项工作/u.test(text))).toEqual(['1.主席团工作要点。1月第1项工作；3月第3项工作。', '2.监督计划。2月第2项工作；4月第4项工作。'])
    expect(missing).toEqual([])
  })

  it('counts its sections on where one has nothing to say', () => {
    const { blocks } = annualReport(inputOf(busyTown({ ...quiet, suggestions: 4 })))
    expect(headings(blocks, 'h2')).toEqual(['（一）服务代表履职，密切联系群众', '（二）督办代表建议，回应群众期盼', '（三）存在的问题和不足'])
  })

  it('marks and lists what nobody has recorded', () => {
    const t = busyTown(quiet)
    t.records.splice(t.records.findIndex((rec) => rec.type === 'office'), 1)
    const composed = annualReport(inputOf(t))
    const text = textsOf(composed.blocks).map((block) => block.text).join('\n')
    expect(composed.missing).toEqual(['2027年大会的日期', '2027年大会的次数', '主席姓名（单位档案）', '2027年工作安排（年度计划）'])
    // The presidium knows its chair, where the office's own file names nobody.
    t.add('presidium_member', { mandate: t.deputy({ name: '周维安' }), role: '1', from_on: '2022-01-01' })
    const known = annualReport(inputOf(t))
    expect([known.missing.includes('主席姓名（单位档案）'), textsOf(known.blocks).map((block) => block.text)].flat()).toEqual(expect.arrayContaining([false, '主席团主席　周维安']))
    expect(text).toContain('——【待补】在青禾镇第十九届\n人民代表大会第【待补】次会议上')
    expect(text).toContain('主席团主席　【待补】')
  })

  it('tells of every supervision: who, what, what was found and what came of it', () => {
    const t = busyTown(quiet)
    const unit = t.add('organisation', { name: '镇卫生院' })
    const visit = t.add('supervision', { form: '03', topic: '视察河道治理情况', linkage: '2', targets: [unit], start_on: '2026-04-09', forward_on: '2026-04-19', forward_to: [unit], feedback_on: '2026-05-15' }, ['计划', '2026-04-01'], ['实施', '2026-04-09'])
    t.add('participation', { event: visit, mandate: 'mandate-1', state: '1' })
    t.add('participation', { event: visit, mandate: 'mandate-2', state: '2' })
    for (const no of [1, 2]) t.add('finding', { supervision: visit, no, problem: `问题${'甲乙'[no - 1] ?? ''}。` }, ['发现', '2026-04-09'], ...(no === 1 ? [['已整改', '2026-05-01'] as const] : []))
    t.add('rating', { about: visit, round: 1, aspect: '总体', rated_on: '2026-05-20', satisfied: 8, basically: 1, dissatisfied: 1, abstain: 0 })
    t.add('supervision', { form: '02', topic: '食品安全情况', laws: [{ name: '《食品安全法》' }], start_on: '2026-06-01' }, ['计划', '2026-06-01'], ['实施', '2026-06-01'])
    t.add('supervision', { form: '01', topic: '关于养老服务工作情况的报告', targets: [unit], start_on: '2026-07-01' }, ['计划', '2026-07-01'], ['实施', '2026-07-01'])
    t.add('supervision', { form: '04', topic: '只是计划', start_on: '2026-08-01' }, ['计划', '2026-07-01'])
    const paragraphs = textsOf(annualReport(inputOf(t)).blocks).map((block) => block.text).filter((text) => /^\d+月\d+日/u.test(text))
    expect(paragraphs).toEqual([
      '4月9日，与县人大联动，组织1名代表视察河道治理情况。发现问题2条：问题甲；问题乙。目前已整改1条。4月19日转交镇卫生院研究处理，5月15日收到研究处理情况的反馈，代表测评满意和基本满意率为90%。',
      '6月1日，组织代表检查《食品安全法》的贯彻实施情况，重点了解食品安全情况。',
      '7月1日，听取和讨论镇卫生院关于养老服务工作情况的专项工作报告。',
    ])
  })

  it('speaks of key suggestions, but of no secret one', () => {
    const t = busyTown(quiet)
    const unit = t.add('organisation', { name: '镇村建办' })
    const open = t.suggestion('2026-03-01', { title: '关于修路的建议', lead: 'mandate-1', host: unit, key_level: '1', public_ok: '1', assigned_on: '2026-03-04', accept: '1' }, ['待交办', '2026-03-02'], ['已交办', '2026-03-04'], ['待反馈', '2026-05-01'])
    t.add('reply', { suggestion: open, round: 1, unit, reply_on: '2026-05-01', result_class: 'A', feedback_on: '2026-05-10', rate_result: '1' })
    t.suggestion('2026-03-02', { title: '机密的建议', lead: 'mandate-1', host: unit, key_level: '1', public_ok: '3', accept: '1' }, ['待交办', '2026-03-03'])
    const composed = documentOf(inputOf(t), 'annual')
    const all = JSON.stringify(composed.blocks)
    expect(textsOf(composed.blocks).map((block) => block.text).filter((text) => text.startsWith('《'))).toEqual(['《关于修路的建议》由代表1代表提出，镇村建办主办，5月1日答复，办理结果为已经解决或采纳，代表评价满意。'])
    expect(all).not.toContain('机密')
    expect(all).toContain('（不予公开）')
  })

  it('prints at every number what its indicator says, and no number of its own', () => {
    fc.assert(fc.property(amounts, (asked) => {
      const input = inputOf(busyTown(asked))
      for (const block of textsOf(annualReport(input).blocks)) {
        const uses = block.figures ?? []
        for (const use of uses) expect(block.text.slice(use.at, use.at + use.length)).toBe(printedBy(input, use))
        if (uses.length === 0) continue
        const rest = [...uses].reverse().reduce((text, use) => text.slice(0, use.at) + text.slice(use.at + use.length), block.text)
        expect(rest).not.toMatch(/\d/u)
      }
    }), { numRuns: 40 })
  })

  it('never boasts of nothing, whatever a town has done', () => {
    fc.assert(fc.property(amounts, (asked) => {
      const text = textsOf(annualReport(inputOf(busyTown(asked))).blocks).map((block) => block.text).join('\n')
      expect(text).not.toMatch(/(?<![\d.])0(?:\.0)?(?:次|件|名|人|项|条|个|份|篇|天|场|户|期|元|%)/u)
      expect(text).not.toMatch(/[，、；]。|，，|null|undefined|\{|\[/u)
    }), { numRuns: 40 })
  })
})
