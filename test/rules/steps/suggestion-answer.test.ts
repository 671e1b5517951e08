import { beforeEach, describe, expect, it } from 'vitest'
import { suggestionScene, type SuggestionScene } from './suggestion-scene'

// Law: 代表法第24、36、51条; the guards and dates: domain.md A.17 and A.34.
let world: SuggestionScene['world']
let office: SuggestionScene['office']
let id: SuggestionScene['id']
let accept: SuggestionScene['accept']
let assign: SuggestionScene['assign']
let answer: SuggestionScene['answer']
let rate: SuggestionScene['rate']

beforeEach(() => {
  ;({ world, office, id, accept, assign, answer, rate } = suggestionScene())
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
