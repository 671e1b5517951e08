import { beforeEach, describe, expect, it } from 'vitest'
import { docNoState, nextDocNo } from '../../shared/rules/doc-number'
import { nextActivityNo, nextInSeries, nextSuggestionNo, nextVoterMatterNo, numberOnSaving, termOn } from '../../shared/rules/numbers'
import { World } from './steps/world'

describe('编号', () => {
  let world: World
  let office: ReturnType<World['term']>
  beforeEach(() => {
    world = new World()
    office = world.term()
  })

  it('is one more than the greatest of its series, whatever lies between', () => {
    expect(nextInSeries(['19-3-001', '19-3-014', '19-闭-090', '19-3-B077', '19-30-500'], '19-3-', '')).toBe('19-3-015')
  })

  it('goes on after a thousand', () => {
    expect(nextInSeries(['19-3-999'], '19-3-', '')).toBe('19-3-1000')
  })

  it('a second computer counts for itself', () => {
    world.add('suggestion', { title: '一', no: '19-闭-014' })
    world.add('suggestion', { title: '二', no: '19-闭-B002' })
    expect([nextSuggestionNo(world.facts, '', '2025-03-01', ''), nextSuggestionNo(world.facts, '', '2025-03-01', 'B')]).toEqual(['19-闭-015', '19-闭-B003'])
  })

  it('takes session and term from the session', () => {
    expect(nextSuggestionNo(world.facts, office.session, '2025-01-15', '')).toBe('19-3-001')
  })

  it('belongs to the term of the day', () => {
    world.add('term', { no: 20, first_meeting_on: '2026-12-20' })
    const no = (day: string) => termOn(world.facts, day)?.fields['no']
    expect([no('2021-01-01'), no('2026-12-19'), no('2026-12-20')]).toEqual([19, 19, 20])
  })

  it('falls back on the year where no term is recorded', () => {
    expect(nextVoterMatterNo(new World().facts, '2025-03-01', '')).toBe('2025-群-001')
  })

  it('activities count by year; matters of voters on saving', () => {
    world.add('activity', { kind: '07', title: '一', no: 'L2025009' })
    expect([nextActivityNo(world.facts, '2025-05-01', ''), nextActivityNo(world.facts, '2026-01-01', '')]).toEqual(['L2025010', 'L2026001'])
    expect(numberOnSaving('voter_matter', { received_on: '2025-05-01' }, world.facts, '2025-12-31', '')).toBe('19-群-001')
    expect(numberOnSaving('suggestion', {}, world.facts, '2025-12-31', '')).toBeNull()
  })

  it('文号 by year and office, announcements by term, none without 机关代字', () => {
    expect(nextDocNo(world.facts, '04', '2025-03-01', '')).toBeNull()
    world.add('office', { code: '511322100', name: '清水镇', doc_prefix: '清人大' })
    world.add('document', { kind: '01', title: '一', doc_no: '清人大〔2025〕9号' })
    expect([nextDocNo(world.facts, '04', '2025-03-01', ''), nextDocNo(world.facts, '04', '2026-03-01', ''), nextDocNo(world.facts, '03', '2025-03-01', '')])
      .toEqual(['清人大〔2025〕10号', '清人大〔2026〕1号', '公告〔十九届〕第1号'])
  })

  it('tells a number used and the gap before it, but no gap before the first that is entered', () => {
    const id = world.add('document', { kind: '01', title: '一', doc_no: '清人大〔2025〕2号' })
    expect([docNoState(world.facts, '清人大〔2025〕2号', ''), docNoState(world.facts, '清人大〔2025〕2号', id), docNoState(world.facts, '清人大〔2025〕4号', '')])
      .toEqual([{ used: true, gap: 0 }, { used: false, gap: 0 }, { used: false, gap: 1 }])
  })
})
