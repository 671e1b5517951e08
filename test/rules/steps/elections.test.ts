import { beforeEach, describe, expect, it } from 'vitest'
import type { Data } from '../../../shared/fields'
import { ruleBook } from '../../../shared/rules/presets'
import { World } from './world'

// 选举法第28–57条; domain.md A.21 and A.34.
let world: World
let id: string
const list = (...votes: readonly number[]) => votes.map((count, index) => ({ name: `候选人${String(index + 1)}`, nominated_by: '3', nominators: 12, votes: count }))

beforeEach(() => {
  world = new World()
  const { term } = world.term()
  id = world.add('by_election', { constituency: world.add('constituency', { term, level: '5', no: '1' }), vacant_on: '2025-02-01' })
})

const nominated = () => {
  world.did(id, 'start', { reported_on: '2025-02-10' })
  world.did(id, 'register', { roll_on: '2025-03-01', voters: 1000 })
  return world.warned(id, 'nominate', { candidates_on: '2025-03-05', candidates: [{ name: '候选人1', nominated_by: '3', nominators: 12 }] })
}
const poll = (more: Data = {}) => ({ vote_on: '2025-03-20', turnout: 600, candidates: list(320, 250), ...more })

describe('补选', () => {
  it('runs from the vacancy to the publication', () => {
    expect(nominated()).toEqual([])
    expect(world.did(id, 'poll', poll())).toBe('投票')
    expect(world.get(id).fields['candidates']).toMatchObject([{ votes: 320, elected: true }, { votes: 250, elected: false }])
    expect(world.did(id, 'review', { review_on: '2025-03-22' })).toBe('资格审查')
    expect(world.refused(id, 'confirm', { confirmed_on: '2025-03-23' })).toMatchObject({ missing: ['mandate'] })
    expect(world.did(id, 'confirm', { confirmed_on: '2025-03-23', mandate: 'mandate-x' })).toBe('确认')
    expect(world.did(id, 'publish', { published_on: '2025-03-24' })).toBe('完成')
  })

  it('warns where fewer than ten voters nominate (选举法第30条), not where a party does', () => {
    world.did(id, 'start', { reported_on: '2025-02-10' })
    world.did(id, 'register', { roll_on: '2025-03-01', voters: 1000 })
    const candidates = [{ name: '甲', nominated_by: '3', nominators: 9 }, { name: '乙', nominated_by: '4' }]
    expect(world.act(id, 'nominate', { candidates_on: '2025-03-05', candidates })).toMatchObject({ value: { warnings: [{ code: 'too-few-nominators', detail: { names: '甲' } }] } })
  })

  it('half of the voters is too few: the poll is void and it starts again', () => {
    nominated()
    expect(world.act(id, 'poll', poll({ turnout: 500 }))).toMatchObject({ value: { status: '启动', warnings: [{ code: 'poll-invalid', detail: { why: 'turnout', turnout: 500, voters: 1000 } }] } })
    expect(world.refused(id, 'poll', poll())).toMatchObject({ because: 'wrong-status' })
  })

  it('nobody above half of the votes: it starts again, and the second poll has its own day and turnout', () => {
    nominated()
    expect(world.warned(id, 'poll', poll({ candidates: list(300, 290) }))).toEqual(['poll-invalid'])
    world.did(id, 'register', { roll_on: '2025-04-01', voters: 1000 })
    expect(world.refused(id, 'nominate', { candidates_on: '2025-04-05' })).toMatchObject({ missing: ['candidates'] })
    world.did(id, 'nominate', { candidates_on: '2025-04-05', candidates: list(0) })
    expect(world.refused(id, 'poll', { vote_on: '2025-04-20' })).toMatchObject({ missing: ['turnout'] })
    expect(world.did(id, 'poll', { vote_on: '2025-04-20', turnout: 501, candidates: list(251) })).toBe('投票')
  })

  it('wants the votes of the candidates', () => {
    nominated()
    expect(world.refused(id, 'poll', { vote_on: '2025-03-20', turnout: 600 })).toEqual({ code: 'not-now', because: 'input-missing', field: 'candidates', missing: ['candidates'] })
  })

  it('warns of fewer than twelve days from the roll to the poll', () => {
    nominated()
    expect(world.warned(id, 'poll', poll({ vote_on: '2025-03-12' }))).toEqual(['roll-too-short'])
    world.did(id, 'undo_step', { reason: '日期错了' })
    expect(world.warned(id, 'poll', poll({ vote_on: '2025-03-13' }))).toEqual([])
  })

  it('warns by the days that the office itself has set', () => {
    world.rules = ruleBook(null, [{ ...ruleBook(null).entry('election.roll'), n: 15, who: '县里', source: '本省选举实施细则' }])
    nominated()
    expect(world.act(id, 'poll', poll({ vote_on: '2025-03-15' }))).toMatchObject({ value: { warnings: [{ code: 'roll-too-short', detail: { days: 14, need: 15 } }] } })
  })

  it('a return that does not hold starts it again', () => {
    nominated()
    world.did(id, 'poll', poll())
    world.did(id, 'review', { review_on: '2025-03-22' })
    expect(world.did(id, 'confirm', { confirmed_on: '2025-03-23', valid: false })).toBe('启动')
    expect(JSON.parse(world.log(id).at(-1)?.input ?? '')).toMatchObject({ valid: false })
  })

  it('is called off with a reason at any time before the end', () => {
    nominated()
    expect(world.refused(id, 'call_off')).toMatchObject({ missing: ['cancel_reason'] })
    expect(world.did(id, 'call_off', { cancel_reason: '临近换届' })).toBe('已取消')
  })
})
