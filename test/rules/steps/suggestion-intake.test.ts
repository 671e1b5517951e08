import { beforeEach, describe, expect, it } from 'vitest'
import { ruleBook } from '../../../shared/rules/presets'
import { suggestionScene, type SuggestionScene } from './suggestion-scene'

// Law: 代表法第24、36、51条; the guards and dates: domain.md A.17 and A.34.
let world: SuggestionScene['world']
let office: SuggestionScene['office']
let id: SuggestionScene['id']
let raise: SuggestionScene['raise']
let accept: SuggestionScene['accept']
let assign: SuggestionScene['assign']
let answer: SuggestionScene['answer']

beforeEach(() => {
  ;({ world, office, id, raise, accept, assign, answer } = suggestionScene())
})

describe('提出', () => {
  it('gives a closed-session number in the series of the term', () => {
    raise()
    expect(world.get(id)).toMatchObject({ status: '已提出', fields: { no: '19-闭-001', raised_on: '2025-03-01' } })
  })

  it('numbers session suggestions by session, and a second computer with its letter', () => {
    world.deviceLetter = 'B'
    raise({ period: '1', session: office.session })
    expect(world.get(id).fields['no']).toBe('19-3-B001')
  })

  it('refuses a suggestion raised at a session without naming the session', () => {
    expect(world.refused(id, 'submit', { raised_on: '2025-03-01', period: '1', lead: office.mandates[0] }))
      .toEqual({ code: 'not-now', because: 'input-missing', field: 'session', missing: ['session'] })
  })

  it('takes the day, period and deputy that are already on the record', () => {
    const draft = world.add('suggestion', { title: '关于路灯的建议', body: '路灯', raised_on: '2025-02-10', period: '2', lead: office.mandates[1] })
    const done = world.act(draft, 'submit')
    expect(done).toMatchObject({ ok: true, value: { status: '已提出', eventOn: '2025-02-10', warnings: [] } })
  })

  it('fills in today where no day is known', () => {
    world.did(id, 'submit', { period: '2', lead: office.mandates[0] })
    expect(world.get(id).fields['raised_on']).toBe('2025-12-31')
  })

  it('warns of a deputy who was not in office that day and of an empty text', () => {
    const gone = world.deputy(office.term, { end_reason: '8' }, '已终止', '2024-06-01')
    const bare = world.add('suggestion', { title: '关于桥的建议' })
    expect(world.warned(bare, 'submit', { raised_on: '2025-03-01', period: '2', lead: gone })).toEqual(['lead-not-in-office', 'body-empty'])
  })

  it('refuses a day that has not come', () => {
    expect(world.refused(id, 'submit', { raised_on: '2026-01-01', period: '2', lead: office.mandates[0] })).toEqual({ code: 'date-future', field: 'raised_on' })
  })
})

describe('立案审查', () => {
  it.each([['1', '待交办'], ['2', '草稿'], ['4', '已转出'], ['5', '已转出'], ['6', '不立案']])('decision %s leads to %s', (code, status) => {
    raise()
    expect(world.did(id, 'review', { review_on: '2025-03-03', accept: code, accept_reason: '6' })).toBe(status)
  })

  it('wants a reason for everything but 立案', () => {
    raise()
    expect(world.refused(id, 'review', { review_on: '2025-03-03', accept: '6' })).toMatchObject({ code: 'not-now', missing: ['accept_reason'] })
  })

  it('wants the main file for 并案, and not the suggestion itself', () => {
    raise()
    expect(world.refused(id, 'review', { review_on: '2025-03-03', accept: '3', accept_reason: '同一事项' })).toMatchObject({ missing: ['merged_into'] })
    expect(world.refused(id, 'review', { review_on: '2025-03-03', accept: '3', accept_reason: '同一事项', merged_into: id })).toEqual({ code: 'same-record', field: 'merged_into' })
  })

  it('cannot precede the raising, and both days are named', () => {
    raise()
    expect(world.act(id, 'review', { review_on: '2025-02-28', accept: '1' })).toEqual({
      ok: false, code: 'date-order', field: 'review_on', detail: { first: '2025-03-01', firstLabel: '提出日期', second: '2025-02-28', secondLabel: '审查日期' },
    })
  })

  it('a returned draft is handed in again with its own day, keeps its number and is examined anew', () => {
    raise()
    world.did(id, 'review', { review_on: '2025-03-03', accept: '2', accept_reason: '6' })
    expect(world.refused(id, 'submit', { date: '2025-03-02' })).toEqual({ code: 'date-order', field: 'date' })
    expect(world.did(id, 'submit', { date: '2025-03-10' })).toBe('已提出')
    expect(world.get(id).fields).toMatchObject({ no: '19-闭-001', raised_on: '2025-03-01' })
    expect(world.get(id).fields).not.toHaveProperty('accept')
    expect(world.log(id).at(-1)).toMatchObject({ step: 'submit', event_on: '2025-03-10' })
    expect(world.refused(id, 'review', { review_on: '2025-03-11' })).toMatchObject({ missing: ['accept'] })
  })
})

describe('并案', () => {
  it('ends the suggestion that is merged into an open one', () => {
    const main = world.add('suggestion', { title: '主件' }, '已交办')
    raise()
    expect(world.did(id, 'merge', { merged_into: main, event_on: '2025-03-04' })).toBe('已并案')
  })

  it('refuses a closed target and one that is itself merged into this', () => {
    const closed = world.add('suggestion', { title: '已办结的' }, '已办结')
    raise()
    expect(world.refused(id, 'merge', { merged_into: closed })).toEqual({ code: 'not-now', because: 'target-not-open', field: 'merged_into' })
    const child = world.add('suggestion', { title: '并入本件的', merged_into: id }, '已并案')
    expect(world.refused(id, 'merge', { merged_into: child })).toEqual({ code: 'not-now', because: 'already-merged', field: 'merged_into' })
  })
})

describe('交办', () => {
  it('starts the clock: three months, clipped to the end of the month, with the rule it rests on (代表法第51条)', () => {
    accept()
    world.did(id, 'assign', { assigned_on: '2025-11-30', host: office.roads })
    const { due_on, due_rule } = world.get(id).fields
    expect(due_on).toBe('2026-02-28')
    expect(JSON.parse(String(due_rule))).toMatchObject({ key: 'suggest.reply.normal', n: 3, unit: 'month' })
  })

  it('gives six months where the matter is complex', () => {
    assign({ term_class: '2' })
    expect(world.get(id).fields['due_on']).toBe('2025-09-05')
  })

  it('counts from the close of the session where the province does (山东), between sessions from the assignment', () => {
    world.rules = ruleBook('山东')
    raise({ period: '1', session: office.session })
    world.did(id, 'review', { review_on: '2025-03-03', accept: '1' })
    world.did(id, 'assign', { assigned_on: '2025-03-05', host: office.roads })
    expect(world.get(id).fields['due_on']).toBe('2025-03-16')
    const other = world.add('suggestion', { title: '关于桥的建议', body: '桥', period: '2', review_on: '2025-03-03' }, '待交办')
    world.did(other, 'assign', { assigned_on: '2025-03-05', host: office.roads })
    expect(world.get(other).fields['due_on']).toBe('2025-05-05')
  })

  it('takes helping units as 主办+协办', () => {
    assign({ cohosts: [office.water] })
    expect(world.get(id).fields).toMatchObject({ mode: '2', term_class: '1' })
  })

  it('cannot precede the review', () => {
    accept()
    expect(world.refused(id, 'assign', { assigned_on: '2025-03-02', host: office.roads })).toEqual({ code: 'date-order', field: 'assigned_on' })
  })

  it('warns where suggest.assign is exceeded', () => {
    accept()
    expect(world.warned(id, 'assign', { assigned_on: '2025-03-11', host: office.roads })).toEqual(['assign-late'])
  })

  it('names the unit as missing', () => {
    accept()
    expect(world.refused(id, 'assign')).toEqual({ code: 'not-now', because: 'input-missing', field: 'host', missing: ['host'] })
  })
})

describe('退回与改交', () => {
  it('a unit sends back with a reason and another takes over; the new day starts the clock anew', () => {
    assign()
    expect(world.did(id, 'send_back', { date: '2025-03-12', reason: '不属本站职责' })).toBe('待改交')
    expect(world.did(id, 'reassign', { assigned_on: '2025-03-14', host: office.water })).toBe('已交办')
    expect(world.get(id).fields).toMatchObject({
      host: office.water, due_on: '2025-06-14', returns: [{ date: '2025-03-12', unit: office.roads, reason: '不属本站职责', new_host: office.water }],
    })
    expect(JSON.parse(world.log(id).at(-1)?.input ?? '')).toMatchObject({ old_host: office.roads, old_due_on: '2025-06-05' })
  })

  it('the old assignment does not date the new one: left out, it is today', () => {
    assign()
    world.did(id, 'reassign', { host: office.water, reason: '改由水利站办理' })
    expect(world.get(id).fields).toMatchObject({ assigned_on: '2025-12-31', returns: [{ date: '2025-12-31', unit: office.roads, reason: '改由水利站办理', new_host: office.water }] })
  })

  it('wants a reason', () => {
    assign()
    expect(world.refused(id, 'send_back', { date: '2025-03-12' })).toMatchObject({ missing: ['reason'] })
  })

  it('cannot be sent back once one of the units has answered', () => {
    assign({ mode: '3', cohosts: [office.water] })
    answer({ unit: office.water })
    expect(world.refused(id, 'send_back', { date: '2025-04-12', reason: '迟了' })).toEqual({ code: 'not-now', because: 'answer-exists' })
  })

  it('warns where suggest.return is exceeded', () => {
    assign()
    expect(world.warned(id, 'send_back', { date: '2025-03-16', reason: '不属本站职责' })).toEqual(['return-late'])
  })
})
