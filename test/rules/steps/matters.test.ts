import { beforeEach, describe, expect, it } from 'vitest'
import { World } from './world'

// 组织法第12条; domain.md A.14, A.15 and A.34.
let world: World
let office: ReturnType<World['term']>

beforeEach(() => {
  world = new World()
  office = world.term(10)
})

describe('重大事项', () => {
  const submitted = (mode: string, session = office.session) => {
    const id = world.add('major_matter', { year: 2025, title: '镇区规划', mode })
    world.did(id, 'list', { listed_on: '2025-01-05', party_asked_on: '2025-01-02' })
    expect(world.refused(id, 'submit', { submitted_on: '2025-01-10' })).toMatchObject({ missing: ['submit_unit'] })
    world.did(id, 'submit', { submitted_on: '2025-01-10', submit_unit: '镇政府' })
    world.did(id, 'deliberate', { date: '2025-01-15', session })
    return id
  }

  it.each([['2', '已作出决定'], ['1', '已报告'], ['3', '已报告']])('mode %s leads to %s', (mode, status) => {
    expect(world.did(submitted(mode), 'decide', { decided_on: '2025-01-15', decision_text: '同意' })).toBe(status)
  })

  it('讨论决定 belongs to the congress, not to the presidium alone', () => {
    const meeting = world.add('presidium_meeting', { term: office.term, no: 1, held_on: '2025-01-15' }, '已结束')
    expect(world.refused(submitted('2', meeting), 'decide', { decided_on: '2025-01-15', decision_text: '同意' })).toEqual({ code: 'not-now', because: 'needs-congress', field: 'session' })
    expect(world.did(submitted('1', meeting), 'decide', { decided_on: '2025-01-15', decision_text: '已听取' })).toBe('已报告')
  })

  it('is followed and closed, never before its decision', () => {
    const id = submitted('2')
    world.did(id, 'decide', { decided_on: '2025-01-15', decision_text: '同意' })
    expect(world.did(id, 'follow', { date: '2025-05-01' })).toBe('跟踪')
    expect(world.refused(id, 'close', { closed_on: '2025-01-14' })).toEqual({ code: 'date-order', field: 'closed_on' })
    expect(world.did(id, 'close', { closed_on: '2025-11-01' })).toBe('办结')
  })

  it('is withdrawn with a reason before it is deliberated', () => {
    const id = world.add('major_matter', { year: 2025, title: '镇区规划' })
    expect(world.refused(id, 'withdraw', { withdrawn_on: '2025-02-01' })).toMatchObject({ missing: ['withdraw_reason'] })
    expect(world.did(id, 'withdraw', { withdrawn_on: '2025-02-01', withdraw_reason: '暂缓' })).toBe('已撤回')
    expect(world.refused(submitted('2'), 'withdraw', { withdrawn_on: '2025-02-01', withdraw_reason: '暂缓' })).toMatchObject({ because: 'wrong-status' })
  })
})

describe('民生实事项目', () => {
  const candidate = () => {
    const id = world.add('livelihood_project', { year: 2025, name: '路灯亮化' })
    world.did(id, 'shortlist', { date: '2025-01-02', chosen: true })
    world.did(id, 'nominate', { date: '2025-01-05' })
    return id
  }
  const vote = (votes: number, elected: boolean) => ({ voted_on: '2025-01-16', session: office.session, votes, elected })

  it('not chosen is an end', () => {
    expect(world.did(world.add('livelihood_project', { year: 2025, name: '一' }), 'shortlist', { date: '2025-01-02', chosen: false })).toBe('未入选')
  })

  it('is voted by all deputies; elected without a majority warns', () => {
    expect(world.warned(candidate(), 'vote', vote(6, true))).toEqual([])
    expect(world.warned(candidate(), 'vote', vote(5, true))).toEqual(['votes-below-majority'])
    const lost = candidate()
    expect(world.did(lost, 'vote', vote(3, false))).toBe('票决未通过')
    expect(world.refused(candidate(), 'vote', { voted_on: '2025-01-16', session: office.session })).toMatchObject({ missing: ['votes', 'elected'] })
  })

  it('is built, measured in percent, rated, finished and evaluated', () => {
    const id = candidate()
    world.did(id, 'vote', vote(8, true))
    expect(world.refused(id, 'start', { started_on: '2025-01-15' })).toEqual({ code: 'date-order', field: 'started_on' })
    world.did(id, 'start', { started_on: '2025-03-01' })
    expect(world.refused(id, 'progress', { date: '2025-04-01', percent: 101 })).toEqual({ code: 'out-of-range', field: 'percent' })
    expect(world.did(id, 'progress', { date: '2025-04-01', percent: 40, text: '立杆完成' })).toBe('实施')
    expect(world.get(id).fields['progress']).toEqual([{ date: '2025-04-01', percent: 40, text: '立杆完成' }])
    expect(world.did(id, 'rate', { rated_on: '2025-05-01', satisfied: 9, dissatisfied: 1 })).toBe('实施')
    expect(world.did(id, 'finish', { finished_on: '2025-06-01', spent_fen: 4_178_000 })).toBe('完工')
    expect(world.did(id, 'evaluate', { evaluated_on: '2025-07-01' })).toBe('评估')
    expect(world.did(id, 'rate', { rated_on: '2025-07-02', round: 2, satisfied: 10 })).toBe('评估')
  })

  it('is carried over and goes on', () => {
    const id = candidate()
    world.did(id, 'vote', vote(8, true))
    world.did(id, 'start', { started_on: '2025-03-01' })
    expect(world.did(id, 'carry_over', { date: '2025-12-30', reason: '跨年工程' })).toBe('结转')
    expect(world.did(id, 'start', {})).toBe('实施')
    expect(world.did(id, 'finish', {})).toBe('完工')
  })
})
