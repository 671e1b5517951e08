import { beforeEach, describe, expect, it } from 'vitest'
import type { Data } from '../../../shared/fields'
import { World } from './world'

// Law: 代表法第24、36、51条; the guards and dates: domain.md A.17 and A.34.
let world: World
let office: ReturnType<World['term']>
let id: string

beforeEach(() => {
  world = new World()
  office = world.term()
  id = world.add('suggestion', { kind: '1', title: '关于修村道的建议', body: '三组村道雨后难行', mode: '1', term_class: '1' })
})

const raise = (more: Data = {}) => world.did(id, 'submit', { raised_on: '2025-03-01', period: '2', lead: office.mandates[0], ...more })
const accept = (more: Data = {}) => {
  raise()
  return world.did(id, 'review', { review_on: '2025-03-03', accept: '1', ...more })
}
const assign = (more: Data = {}) => {
  accept()
  return world.did(id, 'assign', { assigned_on: '2025-03-05', host: office.roads, ...more })
}
const answer = (more: Data = {}) => world.did(id, 'reply', { reply_on: '2025-04-10', result_class: 'A', ...more })
const rate = (rate_result: string, more: Data = {}) => world.did(id, 'feedback', { feedback_on: '2025-04-20', rate_result, ...more })

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

describe('答复', () => {
  it('cannot be given before the suggestion is assigned (guard 1)', () => {
    accept()
    expect(world.act(id, 'reply', { reply_on: '2025-04-10', result_class: 'A' })).toMatchObject({
      ok: false, code: 'not-now', detail: { because: 'wrong-status', status: '待交办', allowed: ['已交办', '重新办理'], possible: ['merge', 'assign', 'urge', 'withdraw', 'undo_step'], needs: ['assign'] },
    })
  })

  it('keeps round, unit and the day the rating form went out', () => {
    assign()
    expect(answer({ reply_no: '镇交函〔2025〕3号' })).toBe('待反馈')
    expect(world.all('reply')).toEqual([
      { suggestion: id, round: 1, unit: office.roads, reply_on: '2025-04-10', result_class: 'A', reply_no: '镇交函〔2025〕3号', feedback_sent: '2025-04-10' },
    ])
  })

  it('cannot precede the assignment', () => {
    assign()
    expect(world.act(id, 'reply', { reply_on: '2025-03-04', result_class: 'A' })).toEqual({
      ok: false, code: 'date-order', field: 'reply_on', detail: { first: '2025-03-05', firstLabel: '交办日期', second: '2025-03-04', secondLabel: '答复日期' },
    })
  })

  it('warns of class B without a promise, of an answer without contact (代表法第51条) and of a late one', () => {
    assign()
    expect(world.warned(id, 'reply', { reply_on: '2025-06-06', result_class: 'B' })).toEqual(['class-b-without-promise', 'no-contact-in-round', 'reply-late'])
  })

  it('is silent where unit and deputy have spoken and a promise stands', () => {
    assign()
    world.did(id, 'communicate', { date: '2025-03-20', mode: '1', who: '王站长', summary: '现场看过' })
    world.did(id, 'promise', { content: '九月底前硬化', due: '2025-09' })
    expect(world.warned(id, 'reply', { reply_on: '2025-04-10', result_class: 'B' })).toEqual([])
    expect(world.all('contact')).toEqual([{ suggestion: id, round: 1, unit: office.roads, date: '2025-03-20', mode: '1', who: '王站长', summary: '现场看过' }])
    expect(world.all('promise')).toEqual([{ suggestion: id, unit: office.roads, content: '九月底前硬化', due: '2025-09' }])
  })

  it('waits for every unit where they answer apart, and takes one answer of each', () => {
    assign({ mode: '3', cohosts: [office.water] })
    expect(answer()).toBe('已交办')
    expect(world.refused(id, 'reply', { reply_on: '2025-04-11', result_class: 'A' })).toEqual({ code: 'not-now', because: 'unit-answered', field: 'unit' })
    expect(answer({ unit: office.water, result_class: 'C' })).toBe('待反馈')
  })

  it('waits for the host where somebody else answered', () => {
    assign()
    expect(world.warned(id, 'reply', { reply_on: '2025-04-10', result_class: 'A', unit: office.water })).toContain('unit-not-answering')
    expect(world.get(id).status).toBe('已交办')
  })
})

describe('测评', () => {
  it.each([['1', '已评价'], ['2', '已评价'], ['3', '重新办理']])('rating %s leads to %s', (code, status) => {
    assign()
    answer()
    expect(rate(code)).toBe(status)
  })

  it('opens another round with its own term after 不满意 (guard 3)', () => {
    assign()
    answer()
    rate('3', { rate_process: '2' })
    expect(world.all('reply')).toMatchObject([{ feedback_on: '2025-04-20', rate_result: '3', rate_process: '2', redo_due: '2025-05-20' }])
    expect(world.refused(id, 'reply', { reply_on: '2025-04-19', result_class: 'A' })).toEqual({ code: 'date-order', field: 'reply_on' })
    expect(world.warned(id, 'reply', { reply_on: '2025-05-21', result_class: 'A' })).toEqual(['no-contact-in-round', 'reply-late'])
    expect(world.all('reply').map((reply) => reply['round'])).toEqual([1, 2])
    expect(rate('1', { feedback_on: '2025-05-25' })).toBe('已评价')
  })

  it('cannot precede the answer', () => {
    assign()
    answer()
    expect(world.refused(id, 'feedback', { feedback_on: '2025-04-09', rate_result: '1' })).toEqual({ code: 'date-order', field: 'feedback_on' })
  })

  it('takes one rating of each unit, the least favourable decides, and only that unit answers again', () => {
    assign({ mode: '3', cohosts: [office.water] })
    answer()
    answer({ unit: office.water })
    expect(world.refused(id, 'feedback', { feedback_on: '2025-04-20', rate_result: '1' })).toMatchObject({ code: 'not-now', missing: ['unit'] })
    expect(rate('3', { unit: office.water })).toBe('待反馈')
    expect(world.refused(id, 'feedback', { feedback_on: '2025-04-20', rate_result: '1', unit: office.water })).toMatchObject({ because: 'answer-rated' })
    expect(rate('1', { unit: office.roads })).toBe('重新办理')
    expect(world.did(id, 'reply', { reply_on: '2025-05-10', result_class: 'A', unit: office.water })).toBe('待反馈')
    expect(rate('2', { feedback_on: '2025-05-20' })).toBe('已评价')
  })
})

describe('协调处理', () => {
  it('comes only after two answered rounds', () => {
    assign()
    answer()
    rate('3')
    expect(world.refused(id, 'coordinate', { coordinated_on: '2025-05-01', coordination: '主席团召集协商' })).toEqual({ code: 'not-now', because: 'two-rounds-needed' })
    answer({ reply_on: '2025-05-10' })
    rate('3', { feedback_on: '2025-05-20' })
    expect(world.refused(id, 'coordinate', { coordinated_on: '2025-05-19', coordination: '主席团召集协商' })).toEqual({ code: 'date-order', field: 'coordinated_on' })
    expect(world.did(id, 'coordinate', { coordinated_on: '2025-06-01', coordination: '主席团召集协商' })).toBe('协调处理')
    expect(world.did(id, 'close', { closed_on: '2025-06-02', outcome_note: '已说明' })).toBe('已办结')
    expect(world.get(id).fields['close_reason']).toBe('3')
  })
})

describe('办结', () => {
  it('closes a rated suggestion and says how', () => {
    assign()
    answer()
    rate('1')
    expect(world.did(id, 'close', { closed_on: '2025-04-25', outcome_note: '道路已硬化' })).toBe('已办结')
    expect(world.get(id).fields).toMatchObject({ closed_on: '2025-04-25', close_reason: '1', outcome_note: '道路已硬化' })
  })

  it('is refused before a rating and within the feedback term, saying what is missing (guard 2)', () => {
    assign()
    answer()
    world.today = '2025-04-28'
    expect(world.refused(id, 'close', { close_reason: '2' })).toEqual({ code: 'not-now', because: 'feedback-term-running', field: 'rate_result', missing: ['rate_result'] })
    expect(world.refused(id, 'close')).toMatchObject({ code: 'not-now', missing: ['rate_result'] })
  })

  it('closes as 未反馈 from the day after the term, not on its last day', () => {
    assign()
    answer({ result_class: 'C' })
    // 20 working days from 10 April 2025, with Labour Day and its moved working day
    const until = world.rules.due('suggest.feedback', '2025-04-10')?.due_on ?? ''
    expect(world.refused(id, 'close', { closed_on: until, close_reason: '2' })).toMatchObject({ because: 'feedback-term-running' })
    expect(world.refused(id, 'close', { closed_on: '2025-06-01' })).toMatchObject({ because: 'rating-missing', field: 'close_reason' })
    expect(world.did(id, 'close', { closed_on: '2025-06-01', close_reason: '2' })).toBe('已办结')
  })

  it('wants proof of the result for class A: a file or a note (guard 5)', () => {
    assign()
    answer()
    rate('1')
    expect(world.refused(id, 'close', { closed_on: '2025-04-25' })).toEqual({ code: 'not-now', because: 'proof-missing', field: 'outcome_note', missing: ['files', 'outcome_note'] })
    expect(world.did(id, 'close', { closed_on: '2025-04-25', files: ['file-1'] })).toBe('已办结')
  })

  it('never closes over an answer rated 不满意 while another unit is not rated', () => {
    assign({ mode: '3', cohosts: [office.water] })
    answer({ result_class: 'C' })
    answer({ result_class: 'C', unit: office.water })
    rate('3', { unit: office.water })
    expect(world.refused(id, 'close', { closed_on: '2025-12-01', close_reason: '2' })).toMatchObject({ because: 'rating-missing' })
  })

  it('cannot precede the rating', () => {
    assign()
    answer()
    rate('1')
    expect(world.refused(id, 'close', { closed_on: '2025-04-19', outcome_note: '好了' })).toEqual({ code: 'date-order', field: 'closed_on' })
  })
})

describe('撤回、催办与承诺', () => {
  it('a deputy withdraws; the written request may follow (guard 4)', () => {
    assign()
    expect(world.warned(id, 'withdraw', { withdrawn_on: '2025-03-20' })).toEqual(['no-withdraw-file'])
    expect(world.get(id).status).toBe('已撤回')
  })

  it('a draft is deleted, not withdrawn', () => {
    expect(world.refused(id, 'withdraw', { withdrawn_on: '2025-03-20' })).toMatchObject({ because: 'wrong-status' })
  })

  it('urging leaves the status as it is', () => {
    accept()
    expect(world.did(id, 'urge', { date: '2025-03-09', mode: '1', text: '请尽快交办' })).toBe('待交办')
    expect(world.all('urge')).toEqual([{ about: id, date: '2025-03-09', mode: '1', text: '请尽快交办' }])
  })

  it('promises are kept after the suggestion is closed', () => {
    assign()
    world.did(id, 'promise', { content: '年底前装路灯', due: '2025-11' })
    answer({ result_class: 'B' })
    rate('1')
    world.did(id, 'close', { closed_on: '2025-04-25' })
    expect(world.did(id, 'fulfil', { done_on: '2025-11-20', done_note: '已装十二盏' })).toBe('已办结')
    expect(world.all('promise')).toMatchObject([{ done_on: '2025-11-20', done_note: '已装十二盏' }])
    expect(world.refused(id, 'fulfil', { done_on: '2025-11-21' })).toMatchObject({ because: 'no-open-promise' })
  })

  it('asks which promise where several are open, and refuses one that is done', () => {
    assign()
    const done = world.add('promise', { suggestion: id, content: '一', done_on: '2025-05-01' })
    world.add('promise', { suggestion: id, content: '二' })
    world.add('promise', { suggestion: id, content: '三' })
    expect(world.refused(id, 'fulfil', { done_on: '2025-06-01' })).toMatchObject({ missing: ['promise'] })
    expect(world.refused(id, 'fulfil', { done_on: '2025-06-01', promise: done })).toEqual({ code: 'not-now', because: 'promise-closed', field: 'promise' })
  })
})
