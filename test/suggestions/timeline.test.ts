import { beforeEach, describe, expect, it } from 'vitest'
import { ruleBook } from '../../shared/rules/presets'
import { needsOf } from '../../shared/suggestions/needs'
import { timelineOf, type Moment, type Timeline } from '../../shared/suggestions/timeline'
import { suggestionScene, type SuggestionScene } from '../rules/steps/suggestion-scene'

let scene: SuggestionScene

beforeEach(() => {
  scene = suggestionScene()
})

const timeline = (today = '2025-12-31'): Timeline => {
  const { world, id } = scene
  return timelineOf({ suggestion: world.get(id), lookup: world.facts, rules: world.rules, today })
}
const told = ({ label, round, on, said, term }: Moment) => [label, round, on, said, term === null ? null : [term.due_on, term.who, term.days]]
const stages = (line: Timeline, round = 1) => line.rounds[round - 1]?.stages.map(({ label, state, on, count }) => [label, state, on, count])

/** Assigned, talked over, answered in class B with a promise, rated 不满意. */
function firstRound() {
  const { world, id, assign, answer, rate } = scene
  assign()
  world.did(id, 'communicate', { date: '2025-03-20', mode: '1', who: '王站长', summary: '现场看过' })
  world.did(id, 'urge', { date: '2025-04-01', mode: '1', text: '请抓紧', by_whom: '周敏' })
  world.did(id, 'promise', { content: '九月底前硬化', due: '2025-09' })
  answer({ reply_no: '青政函〔2025〕31号', signer: '许镇长', result_class: 'B' })
  return rate('3', { rate_text: '只补了坑' })
}

describe('a day that passed before the office began with the program', () => {
  it('is history that may be filled in on the suggestion itself too, and no stage is late for it', () => {
    const { world, id, assign } = scene
    assign()
    const at = (began: string) => timelineOf({ suggestion: world.get(id), lookup: world.facts, rules: world.rules, today: '2025-12-31', began })
    const due = at('').next?.term?.due_on ?? ''
    const awaited = (began: string) => {
      const line = at(began)
      return [line.next?.term?.past, line.terms.find(({ on }) => on === null)?.term?.past, line.rounds[0]?.stages.find(({ kind }) => kind === 'reply')?.term?.past]
    }
    expect(due < '2025-12-31').toBe(true)
    expect(awaited('2025-12-30')).toEqual([true, true, true])
    // The day itself still counts, and so does what was done late.
    expect(awaited(due)).toEqual([undefined, undefined, undefined])
    expect(at('2025-12-30').past.some(({ term }) => term?.past === true)).toBe(false)
  })
})

describe('what happened to a suggestion', () => {
  it('is told in order, with the day each thing was due and how many days were left', () => {
    firstRound()
    expect(timeline('2025-05-01').past.map(told)).toEqual([
      ['提出', 1, '2025-03-01', '闭会期间', null],
      ['立案', 1, '2025-03-03', '', null],
      ['交办', 1, '2025-03-05', '单独办理，一般', ['2025-03-10', '镇里', 5]],
      ['沟通', 1, '2025-03-20', '当面', null],
      ['催办', 1, '2025-04-01', '催办单', null],
      // A promise has no day of its own: it is dated by the answer that it stands in.
      ['承诺', 1, '2025-04-10', '九月底前硬化', null],
      ['答复', 1, '2025-04-10', '青政函〔2025〕31号，B 类 正在解决或已列计划', ['2025-06-05', '法律', 56]],
      ['测评', 1, '2025-04-20', '不满意', ['2025-05-12', '镇里', 22]],
      ['重新办理', 2, '2025-04-20', '代表不满意', null],
    ])
  })

  it('says who acted, by whom it was entered, and what opens', () => {
    firstRound()
    const { office, world } = scene
    const by = (kind: string) => timeline().past.find((one) => one.kind === kind)
    const reply = world.facts.all('reply')[0]
    expect([by('raised')?.who, by('assigned')?.who, by('contact')?.names, by('urge')?.names]).toEqual([[office.mandates[0]], [office.roads], '王站长', '周敏'])
    expect(by('reply')).toMatchObject({ who: [office.roads], names: '许镇长', by: '周敏', record: { type: 'reply', id: reply?.id } })
    expect(by('rating')).toMatchObject({ who: [office.mandates[0]], text: '只补了坑', by: '周敏' })
  })

  it('keeps the rule that the due day was made with, although the rule changes later', () => {
    scene.assign()
    scene.world.rules = ruleBook(null, [{ ...ruleBook(null).entry('suggest.reply.normal'), n: 2, source: '本县办法' }])
    const { next } = timeline('2025-04-01')
    expect([next?.label, next?.term?.due_on, next?.term?.source, next?.term?.from_on]).toEqual(['答复', '2025-06-05', '代表法第51条 · 交办后3个月', '2025-03-05'])
  })

  it('names the unit of each assignment, and dates what was sent back', () => {
    const { world, id, office, assign } = scene
    assign()
    world.did(id, 'send_back', { date: '2025-03-08', reason: '不属本站职责' })
    expect(timeline('2025-03-10').next).toMatchObject({ label: '改交', step: 'reassign', term: { due_on: '2025-03-15', days: 5 } })
    expect(stages(timeline('2025-03-10'))?.slice(2, 4)).toEqual([['改交', 'now', '2025-03-08', 2], ['沟通', 'ahead', null, 0]])
    world.did(id, 'reassign', { assigned_on: '2025-03-09', host: office.water })
    expect(timeline().past.slice(2).map(({ label, on, who, text }) => [label, on, who, text])).toEqual([
      ['交办', '2025-03-05', [office.roads], ''], ['承办单位退回', '2025-03-08', [office.roads], '不属本站职责'], ['改交', '2025-03-09', [office.water], ''],
    ])
    expect(timeline('2025-03-20').next?.term?.due_on).toBe('2025-06-09')
  })

  it('begins again where it was sent back to the deputy for completion, and forgets what was taken back', () => {
    const { world, id, raise } = scene
    raise()
    world.did(id, 'review', { review_on: '2025-03-03', accept: '2', accept_reason: '6' })
    expect(timeline().past.map(({ label }) => label)).toEqual(['提出', '退回完善'])
    world.did(id, 'submit', { date: '2025-03-03' })
    world.did(id, 'review', { review_on: '2025-03-04', accept: '1' })
    expect(timeline().past.map(({ label, on }) => [label, on])).toEqual([['提出', '2025-03-01'], ['退回完善', '2025-03-03'], ['再次提出', '2025-03-03'], ['立案', '2025-03-04']])
    world.did(id, 'undo_step', { reason: '点错' })
    expect(timeline().past.map(({ label }) => label)).toEqual(['提出', '退回完善', '再次提出'])
  })
})

describe('its rounds', () => {
  it('are one line each: 不满意 opens the second, whose answer is due a month after the form came back', () => {
    firstRound()
    const line = timeline('2025-05-01')
    expect(line.rounds.map(({ no, rating, reason, open, urges }) => [no, rating, reason, open, urges])).toEqual([[1, '3', '只补了坑', false, 1], [2, '', '', true, 0]])
    expect(stages(line)).toEqual([
      ['提出', 'done', '2025-03-01', 1], ['立案', 'done', '2025-03-03', 1], ['交办', 'done', '2025-03-05', 1], ['沟通', 'done', '2025-03-20', 1], ['答复', 'done', '2025-04-10', 1], ['测评', 'bad', '2025-04-20', 1],
    ])
    expect(stages(line, 2)).toEqual([
      ['重新办理', 'done', '2025-04-20', 1], ['沟通', 'now', null, 0], ['再次答复', 'ahead', null, 0], ['再次测评', 'ahead', null, 0], ['办结', 'ahead', null, 0],
    ])
    // Only the answer has a day: what follows it waits for it.
    expect(line.ahead.map(({ label, term }) => [label, term?.due_on])).toEqual([['沟通', undefined], ['再次答复', '2025-05-20'], ['再次测评', undefined], ['办结', undefined], ['承诺落实', '2025-09-30']])
    expect([line.round, line.next?.label, line.next?.step, line.next?.term?.due_on, line.next?.term?.days]).toEqual([2, '再次答复', 'reply', '2025-05-20', 19])
  })

  it('say what came late and what was passed over', () => {
    scene.assign()
    scene.answer({ reply_on: '2025-06-10' })
    const line = timeline('2025-07-20')
    expect(stages(line)?.slice(3)).toEqual([['沟通', 'missed', null, 0], ['答复', 'late', '2025-06-10', 1], ['测评', 'now', null, 0], ['办结', 'ahead', null, 0]])
    expect(line.next?.term).toMatchObject({ due_on: '2025-07-08', days: -12 })
  })

  it('wait for every unit where units answer apart, and for the rating of each', () => {
    const { world, id, office, assign, answer, rate } = scene
    assign({ mode: '3', cohosts: [office.water] })
    answer()
    expect(timeline('2025-04-11').ahead.filter((one) => one.kind === 'reply').map(({ who }) => who)).toEqual([[office.water]])
    expect(stages(timeline('2025-04-11'))?.[4]).toEqual(['答复', 'ahead', '2025-04-10', 1])
    answer({ unit: office.water, reply_on: '2025-04-12' })
    rate('1', { unit: office.roads })
    expect(timeline('2025-05-01').rounds).toHaveLength(1)
    world.did(id, 'feedback', { feedback_on: '2025-04-21', rate_result: '3', unit: office.water })
    const line = timeline('2025-05-01')
    expect(line.rounds.map(({ rating }) => rating)).toEqual(['3', ''])
    expect(line.ahead.filter((one) => one.kind === 'reply').map(({ who, term }) => [who, term?.due_on])).toEqual([[[office.water], '2025-05-21']])
  })

  it('end with the closing, after which only open promises are followed', () => {
    const { world, id, rate } = scene
    firstRound()
    world.did(id, 'communicate', { date: '2025-05-02', mode: '1' })
    world.did(id, 'reply', { reply_on: '2025-05-10', result_class: 'B' })
    rate('1', { feedback_on: '2025-05-15' })
    expect([timeline('2025-05-20').next?.label, timeline('2025-05-20').next?.term?.due_on]).toEqual(['办结', '2025-05-25'])
    world.did(id, 'close', { closed_on: '2025-05-20' })
    const over = timeline('2025-10-08')
    expect([over.next, over.ahead.map(({ label, said, term }) => [label, said, term?.due_on, term?.days]), over.rounds[1]?.open]).toEqual([null, [['承诺落实', '九月底前硬化', '2025-09-30', -8]], false])
    world.did(id, 'fulfil', { done_on: '2025-09-25', done_note: '已硬化' })
    expect(timeline('2025-10-08').ahead).toEqual([])
    expect(timeline('2025-10-08').past.at(-1)).toMatchObject({ label: '承诺落实', on: '2025-09-25', text: '已硬化', term: { days: 5 } })
  })

  it('stop where it is not accepted, and where the deputy takes it back', () => {
    const { world, id, raise } = scene
    raise()
    world.did(id, 'review', { review_on: '2025-03-03', accept: '6', accept_reason: '8' })
    expect([stages(timeline()), timeline().ahead]).toEqual([[['提出', 'done', '2025-03-01', 1], ['不立案', 'bad', '2025-03-03', 1]], []])
    scene = suggestionScene()
    scene.assign()
    scene.world.did(scene.id, 'withdraw', { withdrawn_on: '2025-03-09' })
    expect([stages(timeline())?.at(-1), timeline().next]).toEqual([['代表撤回', 'bad', '2025-03-09', 1], null])
  })

  it('lead through coordination to the end where the deputy stays dissatisfied', () => {
    const { world, id, rate } = scene
    firstRound()
    world.did(id, 'reply', { reply_on: '2025-05-10', result_class: 'C' })
    rate('3', { feedback_on: '2025-05-15' })
    world.did(id, 'coordinate', { coordinated_on: '2025-05-20', coordination: '分两年修' })
    const line = timeline('2025-05-21')
    expect([line.next?.label, line.next?.term?.due_on, line.past.at(-1)?.text]).toEqual(['办结', '2025-05-30', '分两年修'])
  })
})

describe('a suggestion of the past', () => {
  it('is told by its own days and judged by no term', () => {
    const { world, office } = scene
    scene = { ...scene, id: world.add('suggestion', {
      title: '关于路灯的建议', as_history: true, raised_on: '2023-01-10', period: '1', lead: office.mandates[1] ?? '', review_on: '2023-01-12', assigned_on: '2023-03-01', host: office.water, due_on: '2023-06-01', closed_on: '2023-09-01', close_reason: '1',
    }, '已办结', '2023-09-01') }
    const line = timeline()
    expect(line.past.map(told)).toEqual([['提出', 1, '2023-01-10', '会议期间', null], ['立案', 1, '2023-01-12', '', null], ['交办', 1, '2023-03-01', '', null], ['办结', 1, '2023-09-01', '已评价', null]])
    expect([line.next, line.terms]).toEqual([null, []])
  })
})

describe('what is wanted next', () => {
  const needs = () => needsOf({ suggestion: scene.world.get(scene.id), lookup: scene.world.facts, rules: scene.world.rules, today: '2025-05-01' }).map(({ label, done, step, field }) => [label, done, step ?? field?.key])

  it('is talk before the answer, papers after it, proof before the end', () => {
    scene.assign()
    expect(needs()).toEqual([['与代表沟通（0 次）', false, 'communicate']])
    scene.world.did(scene.id, 'communicate', { date: '2025-03-20', mode: '1' })
    expect(needs()).toEqual([['与代表沟通（1 次）', true, 'communicate']])
    scene.answer({ reply_no: '青政函〔2025〕31号' })
    expect(needs()).toEqual([['答复件', false, 'file'], ['签发人', false, 'signer']])
    scene.rate('1')
    expect(needs()[0]).toEqual(['佐证材料或落实说明（A 类办结要有）', false, 'close'])
  })

  it('is asked anew in the second round', () => {
    firstRound()
    expect(needs()).toEqual([['本轮与代表沟通（0 次）', false, 'communicate']])
  })
})
