/** 代表建议 (domain.md A.17). */
import type { Chapter, Place } from './book'

const open = ['待交办', '已交办', '待改交', '待反馈', '已评价', '重新办理', '协调处理']
const withUnit = ['已交办', '待反馈', '已评价', '重新办理', '协调处理', '已办结']

/** An answer of a round, rated where `rate` is given. */
const replied = (round: number, reply_on: string, rate = '', more = {}) => ({ world, roads }: Place, id: string) => {
  world.add('reply', { suggestion: id, round, unit: roads, reply_on, feedback_sent: reply_on, result_class: 'B', ...(rate === '' ? {} : { rate_result: rate, feedback_on: reply_on }), ...more })
}

const spoken = ({ world }: Place, id: string, round = 1) => { world.add('contact', { suggestion: id, round, date: '2025-03-06' }) }

const all = (...parts: readonly ((at: Place, id: string) => void)[]) => (at: Place, id: string) => { for (const part of parts) part(at, id) }

const assigned = ({ roads }: Place) => ({ raised_on: '2025-03-01', review_on: '2025-03-03', assigned_on: '2025-03-05', host: roads, due_on: '2025-06-05' })

export const suggestion: Chapter = {
  type: 'suggestion', first: '草稿', source: '代表法§24 §51',
  has: { title: '关于修村道的建议', body: '三组村道雨后难行' },
  rows: [
    { says: 'a deputy raises it between sessions', source: '代表法§36', step: 'submit', from: '草稿', given: ({ mandates }) => ({ raised_on: '2025-03-01', period: '2', lead: mandates[0] }), then: '已提出', day: 'raised_on', needs: ['period', 'lead'] },
    { says: 'a deputy raises it at a session, which is named', source: '代表法§24', step: 'submit', from: '草稿', given: ({ mandates, session }) => ({ raised_on: '2025-01-15', period: '1', session, lead: mandates[0] }), then: '已提出', needs: ['session'] },
    { says: 'a deputy not in office that day and an empty text are warned of', source: '代表法§24', step: 'submit', from: '草稿', has: { body: '' }, given: ({ world, term }) => ({ raised_on: '2025-03-01', period: '2', lead: world.deputy(term, {}, '已终止', '2025-01-01') }), then: '已提出', warns: ['lead-not-in-office', 'body-empty'] },
    {
      says: 'a text sent back for completion is handed in again on a day of its own', source: 'A.34', step: 'submit', from: '草稿', given: { date: '2025-03-10' }, then: '已提出', day: 'date', before: [['date', '2025-03-04', '审查日期']],
      has: ({ mandates }) => ({
        raised_on: '2025-03-01', period: '2', lead: mandates[0], review_on: '2025-03-05',
        status_log: [{ step: 'add', from: '', to: '草稿', event_on: '2025-03-01' }, { step: 'submit', from: '草稿', to: '已提出', event_on: '2025-03-01' }, { step: 'review', from: '已提出', to: '草稿', event_on: '2025-03-05' }],
      }),
    },
    {
      refuses: 'handing a text in again before it was first raised', source: 'A.17', step: 'submit', from: '草稿', given: { date: '2025-02-28' }, code: 'date-order', field: 'date',
      has: ({ mandates }) => ({ raised_on: '2025-03-01', period: '2', lead: mandates[0], status_log: [{ step: 'add', from: '', to: '草稿', event_on: '2025-03-01' }, { step: 'review', from: '已提出', to: '草稿', event_on: '2025-03-05' }] }),
    },
    { says: 'it is accepted', source: 'A.17 立案', step: 'review', from: '已提出', has: { raised_on: '2025-03-01' }, given: { review_on: '2025-03-03', accept: '1' }, then: '待交办', day: 'review_on', needs: ['accept'], before: [['review_on', '2025-02-28', '提出日期']] },
    ...[['2', '草稿', '退回完善'], ['4', '已转出', '转信访'], ['5', '已转出', '转其他'], ['6', '不立案', '不作为建议']].map(([accept = '', then = '', word = '']) => ({ says: `${word} says why`, source: 'D.13a', step: 'review', from: '已提出', given: { review_on: '2025-03-03', accept, accept_reason: '另有原因' }, then, needs: ['accept_reason'] })),
    { says: '并案 names the main file', source: 'A.17', step: 'review', from: '已提出', given: ({ world }) => ({ review_on: '2025-03-03', accept: '3', accept_reason: '同一事项', merged_into: world.add('suggestion', { title: '主件' }, '已交办') }), then: '已并案', needs: ['accept_reason', 'merged_into'] },
    { refuses: '并案 into itself', source: 'A.34', step: 'review', from: '已提出', given: ({ world }) => ({ review_on: '2025-03-03', accept: '3', accept_reason: '同一事项', merged_into: [...world.records.keys()].at(-1) ?? '' }), code: 'same-record', field: 'merged_into' },
    { refuses: '并案 into what is no suggestion', source: 'A.34', step: 'review', from: '已提出', given: ({ roads }) => ({ review_on: '2025-03-03', accept: '3', accept_reason: '同一事项', merged_into: roads }), code: 'bad-ref', field: 'merged_into' },
    { refuses: 'two files merged into each other', source: 'A.34', step: 'review', from: '已提出', given: ({ world }) => ({ review_on: '2025-03-03', accept: '3', accept_reason: '同一事项', merged_into: world.add('suggestion', { title: '主件', merged_into: [...world.records.keys()].at(-1) ?? '' }, '已并案') }), code: 'not-now', because: 'already-merged', field: 'merged_into' },
    { refuses: 'a decision that the table does not know', source: 'D.17 accept', step: 'review', from: '已提出', given: { review_on: '2025-03-03', accept: '9', accept_reason: '无' }, code: 'unknown-code', field: 'accept' },
    {
      refuses: 'a review before the text was handed in again', source: 'A.17', step: 'review', from: '已提出', given: { review_on: '2025-03-09', accept: '1' }, code: 'date-order', field: 'review_on',
      has: { raised_on: '2025-03-01', status_log: [{ step: 'add', from: '', to: '草稿', event_on: '2025-03-01' }, { step: 'submit', from: '草稿', to: '已提出', event_on: '2025-03-10' }] },
    },
    { says: 'one of two on the same matter joins the other', source: 'A.34 并案', step: 'merge', from: ['已提出', '待交办', '已交办'], has: { raised_on: '2025-03-01' }, given: ({ world }) => ({ event_on: '2025-03-03', merged_into: world.add('suggestion', { title: '主件' }, '已交办') }), then: '已并案', day: 'event_on', needs: ['merged_into'], before: [['event_on', '2025-02-28', '提出日期']] },
    { refuses: 'joining what is closed', source: 'A.34', step: 'merge', from: '待交办', given: ({ world }) => ({ event_on: '2025-03-03', merged_into: world.add('suggestion', { title: '主件' }, '已办结') }), code: 'not-now', because: 'target-not-open', field: 'merged_into' },
    { refuses: 'joining itself', source: 'A.34', step: 'merge', from: '待交办', given: ({ world }) => ({ event_on: '2025-03-03', merged_into: [...world.records.keys()].at(-1) ?? '' }), code: 'same-record', field: 'merged_into' },
    { refuses: 'joining what is no suggestion', source: 'A.34', step: 'merge', from: '待交办', given: ({ roads }) => ({ event_on: '2025-03-03', merged_into: roads }), code: 'bad-ref', field: 'merged_into' },
    { refuses: 'joining what has joined this one', source: 'A.34', step: 'merge', from: '待交办', given: ({ world }) => ({ event_on: '2025-03-03', merged_into: world.add('suggestion', { title: '主件', merged_into: [...world.records.keys()].at(-1) ?? '' }, '已并案') }), code: 'not-now', because: 'already-merged', field: 'merged_into' },
    { says: 'it is assigned to a unit within seven days', source: '代表法§51', step: 'assign', from: '待交办', has: { raised_on: '2025-03-01', review_on: '2025-03-03' }, given: ({ roads }) => ({ assigned_on: '2025-03-05', host: roads }), then: '已交办', day: 'assigned_on', needs: ['host'], before: [['assigned_on', '2025-03-02', '审查日期']] },
    { says: 'an assignment after the seven days is warned of', source: '浙江2016 7日', step: 'assign', from: '待交办', has: { review_on: '2025-03-03' }, given: ({ roads }) => ({ assigned_on: '2025-03-11', host: roads }), then: '已交办', warns: ['assign-late'] },
    { refuses: 'an assignment before it was raised', source: 'A.17', step: 'assign', from: '待交办', has: { raised_on: '2025-03-01' }, given: ({ roads }) => ({ assigned_on: '2025-02-28', host: roads }), code: 'date-order', field: 'assigned_on' },
    { says: 'the unit sends back what is not its own', source: 'A.17', step: 'send_back', from: '已交办', has: assigned, given: { date: '2025-03-10', reason: '不属本单位' }, then: '待改交', day: 'date', needs: ['reason'], before: [['date', '2025-03-04', '交办日期']] },
    { says: 'sending it back after ten days is warned of', source: '浙江2016 10日', step: 'send_back', from: '已交办', has: assigned, given: { date: '2025-03-16', reason: '不属本单位' }, then: '待改交', warns: ['return-late'] },
    { refuses: 'sending back what is answered', source: 'A.34', step: 'send_back', from: '已交办', has: assigned, beside: replied(1, '2025-03-08'), given: { date: '2025-03-10', reason: '不属本单位' }, code: 'not-now', because: 'answer-exists' },
    { says: 'it goes to another unit', source: 'A.17', step: 'reassign', from: ['待改交', '已交办'], has: (at) => ({ ...assigned(at), returns: [{ date: '2025-03-10', unit: at.roads, reason: '不属本单位' }] }), given: ({ water }) => ({ assigned_on: '2025-03-12', host: water }), then: '已交办', day: 'assigned_on', before: [['assigned_on', '2025-03-02', '审查日期']] },
    { says: 'a new assignment names its unit', source: 'A.34', step: 'reassign', from: '待改交', given: ({ water }) => ({ assigned_on: '2025-03-12', host: water }), then: '已交办', needs: ['host'] },
    { refuses: 'another unit before the first sent it back', source: 'A.17', step: 'reassign', from: '待改交', has: (at) => ({ ...assigned(at), returns: [{ date: '2025-03-10', unit: at.roads, reason: '不属本单位' }] }), given: ({ water }) => ({ assigned_on: '2025-03-09', host: water }), code: 'date-order', field: 'assigned_on' },
    { says: 'the unit speaks with the deputy', source: '代表法§51', step: 'communicate', from: ['已交办', '待改交', '待反馈', '重新办理', '协调处理'], has: assigned, given: { date: '2025-03-10' }, then: 'same', day: 'date', before: [['date', '2025-02-28', '提出日期']] },
    { says: 'it is urged', source: 'A.34', step: 'urge', from: open, has: { raised_on: '2025-03-01' }, given: { date: '2025-03-10' }, then: 'same', day: 'date', before: [['date', '2025-02-28', '提出日期']] },
    { says: 'the unit promises what it will do', source: 'A.34', step: 'promise', from: withUnit, given: { content: '年底前修好', due: '2025-12' }, then: 'same', needs: ['content'] },
    { says: 'the unit answers, and the deputy is asked', source: '代表法§51', step: 'reply', from: '已交办', has: assigned, beside: spoken, given: { reply_on: '2025-04-01', result_class: 'A' }, then: '待反馈', day: 'reply_on', needs: ['result_class'], before: [['reply_on', '2025-03-04', '交办日期']] },
    { says: 'a host and a helper answer apart: the first answer waits for the second', source: 'A.17 分别办理', step: 'reply', from: '已交办', has: (at) => ({ ...assigned(at), mode: '3', cohosts: [at.water] }), beside: spoken, given: { reply_on: '2025-04-01', result_class: 'A' }, then: 'same' },
    { says: 'an answer of the second round after 不满意', source: 'A.17', step: 'reply', from: '重新办理', has: assigned, beside: all(replied(1, '2025-04-01', '3'), (at, id) => { spoken(at, id, 2) }), given: { reply_on: '2025-04-20', result_class: 'A' }, then: '待反馈', before: [['reply_on', '2025-03-31', '上一轮征询意见表收回日期'], ['feedback_sent', '2025-04-19', '答复日期']] },
    { says: 'a late answer of class B without contact or promise is warned of', source: '代表法§51', step: 'reply', from: '已交办', has: assigned, given: ({ water }) => ({ reply_on: '2025-06-06', result_class: 'B', unit: water }), then: 'same', warns: ['unit-not-answering', 'class-b-without-promise', 'no-contact-in-round', 'reply-late'] },
    { says: 'two units rated 不满意 answer again: the first answer waits for the second', source: 'A.17 分别办理', step: 'reply', from: '重新办理', has: (at) => ({ ...assigned(at), mode: '3', cohosts: [at.water] }), beside: (at, id) => { replied(1, '2025-04-01', '3')(at, id); replied(1, '2025-04-01', '3', { unit: at.water })(at, id); spoken(at, id, 2) }, given: { reply_on: '2025-04-20', result_class: 'A' }, then: 'same' },
    { refuses: 'an answer without a unit', source: 'A.17', step: 'reply', from: '已交办', given: { reply_on: '2025-04-01', result_class: 'A' }, code: 'not-now', because: 'input-missing', field: 'unit' },
    { refuses: 'two answers of one unit in a round', source: 'A.17 key', step: 'reply', from: '已交办', has: (at) => ({ ...assigned(at), mode: '3', cohosts: [at.water] }), beside: replied(1, '2025-04-01'), given: { reply_on: '2025-04-02', result_class: 'A' }, code: 'not-now', because: 'unit-answered', field: 'unit' },
    { says: 'a satisfied deputy ends the round', source: 'A.17', step: 'feedback', from: '待反馈', has: assigned, beside: replied(1, '2025-04-01'), given: { feedback_on: '2025-04-10', rate_result: '1' }, then: '已评价', day: 'feedback_on', needs: ['rate_result'], before: [['feedback_on', '2025-03-31', '答复日期']] },
    { says: 'a dissatisfied deputy opens the next round', source: 'A.17', step: 'feedback', from: '待反馈', has: assigned, beside: replied(1, '2025-04-01'), given: { feedback_on: '2025-04-10', rate_result: '3' }, then: '重新办理' },
    { says: 'of two units the first rating waits for the second', source: 'A.34', step: 'feedback', from: '待反馈', has: (at) => ({ ...assigned(at), mode: '3', cohosts: [at.water] }), beside: (at, id) => { replied(1, '2025-04-01')(at, id); replied(1, '2025-04-01', '', { unit: at.water })(at, id) }, given: ({ water }) => ({ feedback_on: '2025-04-10', rate_result: '3', unit: water }), then: 'same', needs: ['unit'] },
    { refuses: 'rating an answer that a unit has not given', source: 'A.34', step: 'feedback', from: '待反馈', has: assigned, beside: replied(1, '2025-04-01'), given: ({ water }) => ({ feedback_on: '2025-04-10', rate_result: '1', unit: water }), code: 'not-now', because: 'no-answer-to-rate', field: 'unit' },
    { refuses: 'rating one answer twice', source: 'A.34', step: 'feedback', from: '待反馈', has: assigned, beside: replied(1, '2025-04-01', '1'), given: ({ roads }) => ({ feedback_on: '2025-04-10', rate_result: '1', unit: roads }), code: 'not-now', because: 'answer-rated', field: 'unit' },
    { says: 'two answers and still dissatisfied: it is coordinated', source: 'A.17', step: 'coordinate', from: '重新办理', has: assigned, beside: all(replied(1, '2025-04-01', '3'), replied(2, '2025-05-01', '3', { feedback_on: '2025-05-05' })), given: { coordinated_on: '2025-05-10', coordination: '书记召集' }, then: '协调处理', day: 'coordinated_on', needs: ['coordination'], before: [['coordinated_on', '2025-04-30', '答复日期'], ['coordinated_on', '2025-05-04', '征询意见表收回日期']] },
    { says: 'it may be coordinated while the second answer waits for the deputy', source: 'A.34', step: 'coordinate', from: '待反馈', has: assigned, beside: all(replied(1, '2025-04-01', '3'), replied(2, '2025-05-01')), given: { coordinated_on: '2025-05-10', coordination: '书记召集' }, then: '协调处理' },
    { refuses: 'coordination after one answer', source: 'A.34', step: 'coordinate', from: ['重新办理'], has: assigned, beside: replied(1, '2025-04-01', '3'), given: { coordinated_on: '2025-05-10', coordination: '书记召集' }, code: 'not-now', because: 'two-rounds-needed' },
    { says: 'the deputy withdraws it in writing', source: 'A.17', step: 'withdraw', from: ['已提出', ...open], has: { raised_on: '2025-03-01' }, given: { withdrawn_on: '2025-03-10', withdraw_file: 'scan' }, then: '已撤回', day: 'withdrawn_on', before: [['withdrawn_on', '2025-02-28', '提出日期']] },
    { says: 'a withdrawal without its paper is warned of', source: 'A.17', step: 'withdraw', from: '已提出', given: { withdrawn_on: '2025-03-10' }, then: '已撤回', warns: ['no-withdraw-file'] },
    { says: 'a promise is kept', source: 'A.17', step: 'fulfil', from: withUnit, has: { raised_on: '2025-03-01' }, beside: ({ world }, id) => { world.add('promise', { suggestion: id, content: '修路' }) }, given: { done_on: '2025-10-01' }, then: 'same', day: 'done_on', before: [['done_on', '2025-02-28', '提出日期']] },
    { refuses: 'keeping one of two promises without saying which', source: 'A.34', step: 'fulfil', from: '已评价', beside: ({ world }, id) => { world.add('promise', { suggestion: id, content: '修路' }); world.add('promise', { suggestion: id, content: '装灯' }) }, given: { done_on: '2025-10-01' }, code: 'not-now', because: 'input-missing', field: 'promise' },
    { refuses: 'keeping a promise that nobody gave', source: 'A.34', step: 'fulfil', from: '已评价', given: { done_on: '2025-10-01' }, code: 'not-now', because: 'no-open-promise', field: 'promise' },
    { refuses: 'keeping a promise of another suggestion', source: 'A.34', step: 'fulfil', from: '已评价', given: ({ world }) => ({ done_on: '2025-10-01', promise: world.add('promise', { suggestion: 'other', content: '修路' }) }), code: 'bad-ref', field: 'promise' },
    { refuses: 'keeping a promise twice', source: 'A.34', step: 'fulfil', from: '已评价', given: ({ world }) => ({ done_on: '2025-10-01', promise: world.add('promise', { suggestion: [...world.records.keys()].at(-1) ?? '', content: '修路', done_on: '2025-09-01' }) }), code: 'not-now', because: 'promise-closed', field: 'promise' },
    { says: 'what the deputy rated is closed', source: 'A.17', step: 'close', from: '已评价', has: assigned, beside: replied(1, '2025-04-01', '1', { feedback_on: '2025-04-10' }), given: { closed_on: '2025-04-20' }, then: '已办结', day: 'closed_on', before: [['closed_on', '2025-03-31', '答复日期'], ['closed_on', '2025-04-09', '征询意见表收回日期'], ['closed_on', '2025-03-04', '答复日期']] },
    { says: 'what nobody rated within twenty working days is closed as 未反馈', source: '重庆2017 20个工作日', step: 'close', from: '待反馈', has: assigned, beside: replied(1, '2025-04-01'), given: { closed_on: '2025-05-10', close_reason: '2' }, then: '已办结' },
    { says: 'what was coordinated is closed', source: 'A.17', step: 'close', from: '协调处理', has: { coordinated_on: '2025-05-10' }, given: { closed_on: '2025-05-20' }, then: '已办结', before: [['closed_on', '2025-05-09', '协调日期']] },
    { refuses: 'a close before it was assigned', source: 'A.17', step: 'close', from: '已评价', has: assigned, given: { closed_on: '2025-03-04' }, code: 'date-order', field: 'closed_on' },
    { refuses: 'closing while the deputy may still answer', source: 'A.17 (2)', step: 'close', from: '待反馈', has: assigned, beside: replied(1, '2025-04-01'), given: { closed_on: '2025-04-10', close_reason: '2' }, code: 'not-now', because: 'feedback-term-running', field: 'rate_result' },
    { refuses: 'closing without a rating and without saying 未反馈', source: 'A.17 (2)', step: 'close', from: '待反馈', has: assigned, beside: replied(1, '2025-04-01'), given: { closed_on: '2025-05-10' }, code: 'not-now', because: 'rating-missing', field: 'close_reason' },
    { refuses: 'closing class A without a word or a paper on the result', source: 'A.17 (5)', step: 'close', from: '已评价', has: assigned, beside: replied(1, '2025-04-01', '1', { result_class: 'A' }), given: { closed_on: '2025-04-20' }, code: 'not-now', because: 'proof-missing', field: 'outcome_note' },
    { says: 'class A is closed with a word on the result', source: 'A.17 (5)', step: 'close', from: '已评价', has: assigned, beside: replied(1, '2025-04-01', '1', { result_class: 'A' }), given: { closed_on: '2025-04-20', outcome_note: '已通车' }, then: '已办结' },
  ],
}
