/** 监督事项, 发现问题, 督办, 述职 (domain.md A.12, A.13, A.28). */
import type { Allowed, Chapter, Refused } from './book'

/** What every count of opinions refuses, whatever it is about. */
const impossibleCounts = (step: string, from: string, has: Allowed['has'] = {}): readonly Refused[] => [
  { refuses: 'fewer than no voices', source: 'A.34', step, from, has, given: { rated_on: '2025-09-01', satisfied: -1 }, code: 'negative', field: 'satisfied' },
  { refuses: 'more ballots collected than issued', source: '渝§24', step, from, has, given: { rated_on: '2025-09-01', issued: 10, collected: 11 }, code: 'out-of-range', field: 'collected' },
  { refuses: 'more opinions than ballots', source: 'A.12', step, from, has, given: { rated_on: '2025-09-01', collected: 10, satisfied: 11 }, code: 'out-of-range', field: 'satisfied' },
]

export const supervision: Chapter = {
  type: 'supervision', first: '计划', source: '组织法§19, 代表法§31',
  has: { form: '03', topic: '敬老院食品安全' },
  rows: [
    { says: 'the papers are prepared', source: 'A.12', step: 'prepare', from: '计划', given: { event_on: '2025-02-01' }, then: '准备', day: 'event_on' },
    { says: 'it takes place', source: '组织法§19', step: 'start', from: ['计划', '准备'], given: { start_on: '2025-03-01' }, then: '实施', day: 'start_on', before: [['end_on', '2025-02-28', '开始日期']] },
    { says: '执法检查 names the law that it checks', source: '监督法§36', step: 'start', from: '计划', has: { form: '02' }, given: { start_on: '2025-03-01', laws: [{ name: '食品安全法' }] }, then: '实施', needs: ['laws'] },
    { says: 'a report comes of it', source: '代表法§31', step: 'report', from: '实施', has: { start_on: '2025-03-01' }, given: { report_on: '2025-03-10' }, then: '形成报告', day: 'report_on', before: [['report_on', '2025-02-28', '开始日期']] },
    { says: 'the presidium forwards it to the unit', source: '代表法§31', step: 'forward', from: ['实施', '形成报告'], has: { start_on: '2025-03-01', report_on: '2025-03-10' }, given: ({ roads }) => ({ forward_on: '2025-03-12', forward_to: [roads] }), then: '整改中', day: 'forward_on', needs: ['forward_to'], before: [['forward_on', '2025-02-28', '开始日期'], ['forward_on', '2025-03-09', '报告日期']] },
    { says: 'the unit answers', source: '代表法§31', step: 'answer', from: '整改中', has: { forward_on: '2025-03-12' }, given: { feedback_on: '2025-06-01' }, then: '已反馈', day: 'feedback_on', before: [['feedback_on', '2025-03-11', '转交日期']] },
    { says: 'the deputies rate it', source: '豫§4', step: 'rate', from: ['实施', '形成报告', '整改中', '已反馈'], has: { start_on: '2025-03-01' }, given: { rated_on: '2025-09-01', satisfied: 30 }, then: 'same', day: 'rated_on', before: [['rated_on', '2025-02-28', '开始日期']] },
    { says: 'a second rating of one round corrects the first, and says so', source: 'A.12 key', step: 'rate', from: '已反馈', beside: ({ world }, id) => { world.add('rating', { about: id, round: 1, aspect: '总体', satisfied: 2 }) }, given: { rated_on: '2025-09-01', satisfied: 30 }, then: 'same', warns: ['rating-replaced'] },
    ...impossibleCounts('rate', '已反馈'),
    { says: 'a sheet that lists names makes a rating of each, of the same sheets', source: 'A.12 aspect', step: 'rate', from: '已反馈', given: { rated_on: '2025-09-01', collected: 3, invalid: 1, list: [{ aspect: '张建国', satisfied: 2 }, { aspect: '李明', satisfied: 1, dissatisfied: 1 }] }, then: 'same' },
    { refuses: 'a name that the sheet lists twice', source: 'A.12 key', step: 'rate', from: '已反馈', given: { rated_on: '2025-09-01', list: [{ aspect: '张建国' }, { aspect: '张建国' }] }, code: 'not-now', because: 'name-twice', field: 'list' },
    { refuses: 'a line of the sheet without a name', source: 'A.12 key', step: 'rate', from: '已反馈', given: { rated_on: '2025-09-01', list: [{ satisfied: 1 }] }, code: 'required', field: 'list' },
    { refuses: 'more voices for a name than valid sheets', source: 'A.12', step: 'rate', from: '已反馈', given: { rated_on: '2025-09-01', collected: 3, invalid: 1, list: [{ aspect: '张建国', satisfied: 3 }] }, code: 'out-of-range', field: 'list' },
    { says: 'it is closed', source: 'A.12', step: 'close', from: ['形成报告', '已反馈'], has: { start_on: '2025-03-01', report_on: '2025-03-10', feedback_on: '2025-06-01' }, given: { closed_on: '2025-09-10' }, then: '办结', day: 'closed_on', before: [['closed_on', '2025-02-28', '开始日期'], ['closed_on', '2025-03-09', '报告日期'], ['closed_on', '2025-05-31', '研究处理反馈日期']] },
    { says: 'closing over an open finding is warned of', source: 'A.34', step: 'close', from: '已反馈', beside: ({ world }, id) => { world.add('finding', { supervision: id, no: 1, problem: '台账缺' }) }, given: { closed_on: '2025-09-10' }, then: '办结', warns: ['open-findings'] },
    { says: 'its papers go to the archive', source: 'A.12', step: 'archive', from: '办结', given: { archived_on: '2025-09-20' }, then: '归档', day: 'archived_on' },
    { says: 'what does not take place says why', source: 'A.34', step: 'call_off', from: ['计划', '准备'], given: { event_on: '2025-02-01', cancel_reason: '改期' }, then: '已取消', day: 'event_on', needs: ['cancel_reason'] },
  ],
}

const verified = { verified_on: '2025-06-01', verified_by: '周敏' }

export const finding: Chapter = {
  type: 'finding', first: '发现', source: 'A.12',
  has: { supervision: 's', no: 1, problem: '台账缺' },
  rows: [
    { says: 'the unit gets it with a day', source: 'A.12', step: 'hand_over', from: ['发现', '退回整改'], given: { date: '2025-03-12', due_on: '2025-05-01' }, then: '整改中', day: 'date', needs: ['due_on'], before: [['due_on', '2025-03-11', '交办日期']] },
    { says: 'the unit says what it did', source: 'A.12', step: 'rectify', from: ['整改中', '退回整改'], given: { done_on: '2025-05-01', done_note: '已补' }, then: '已整改', day: 'done_on', needs: ['done_note'] },
    { says: 'what was looked at and is not done goes back', source: 'A.12', step: 'return', from: '已整改', has: { done_on: '2025-05-01' }, given: verified, then: '退回整改', day: 'verified_on', needs: ['verified_by'], before: [['verified_on', '2025-04-30', '完成日期']] },
    { says: 'what was looked at and is done is struck off', source: 'A.12', step: 'accept', from: '已整改', has: { done_on: '2025-05-01' }, given: verified, then: '销号', day: 'verified_on', needs: ['verified_by'], before: [['verified_on', '2025-04-30', '完成日期']] },
  ],
}

const sent = { sent_on: '2025-03-01', due_on: '2025-06-01' }

export const followUp: Chapter = {
  type: 'follow_up', first: '待交办', source: 'A.13',
  has: { title: '敬老院审议意见' },
  rows: [
    { says: 'it is handed over in writing with a day', source: 'A.13', step: 'send', from: '待交办', given: ({ roads }) => ({ sent_on: '2025-03-01', target: roads, due_on: '2025-06-01' }), then: '已交办', day: 'sent_on', needs: ['target', 'due_on'], before: [['due_on', '2025-02-28', '书面交办日期']] },
    { says: 'how far it is', source: 'A.13', step: 'progress', from: ['已交办', '办理中'], has: sent, given: { date: '2025-04-01', text: '已立项' }, then: '办理中', day: 'date', before: [['date', '2025-02-28', '书面交办日期']] },
    { says: 'it is urged', source: 'A.17 urge', step: 'urge', from: ['已交办', '办理中'], has: sent, given: { date: '2025-04-01' }, then: 'same', day: 'date', before: [['date', '2025-02-28', '书面交办日期']] },
    { says: 'it gets more time, for a reason', source: 'A.13', step: 'extend', from: ['已交办', '办理中'], has: sent, given: { date: '2025-05-20', extended_due_on: '2025-08-01', extend_reason: '招标推迟' }, then: 'same', day: 'date', needs: ['extended_due_on', 'extend_reason'], before: [['date', '2025-02-28', '书面交办日期'], ['extended_due_on', '2025-05-31', '期限']] },
    { says: 'more than six months in all are warned of', source: 'A.13 practice', step: 'extend', from: '办理中', has: sent, given: { date: '2025-05-20', extended_due_on: '2025-09-02', extend_reason: '招标推迟' }, then: 'same', warns: ['extension-too-long'] },
    { says: 'the unit reports', source: 'A.13', step: 'answer', from: ['已交办', '办理中', '退回'], has: sent, given: { reply_on: '2025-06-01', reply_text: '已办' }, then: '已报告', day: 'reply_on', needs: ['reply_text'], before: [['reply_on', '2025-02-28', '书面交办日期']] },
    { says: 'somebody looks at it', source: 'A.13', step: 'verify', from: '已报告', has: { ...sent, reply_on: '2025-06-01' }, given: { verified_on: '2025-06-10', verified_by: '周敏' }, then: 'same', day: 'verified_on', needs: ['verified_by'], before: [['verified_on', '2025-05-31', '报告日期']] },
    { says: 'what is not done goes back, for a reason', source: 'A.13', step: 'return', from: '已报告', has: { ...sent, reply_on: '2025-06-01' }, given: { date: '2025-06-10', return_reason: '未见实效' }, then: '退回', day: 'date', needs: ['return_reason'], before: [['date', '2025-05-31', '报告日期']] },
    { says: 'it is closed with a judgement', source: 'A.13', step: 'close', from: '已报告', has: { ...sent, reply_on: '2025-06-01' }, given: { closed_on: '2025-06-20', evaluation: '1' }, then: '已办结', day: 'closed_on', needs: ['evaluation'], before: [['closed_on', '2025-05-31', '报告日期']] },
    { refuses: 'a close before it was handed over', source: 'A.34', step: 'close', from: '已报告', has: sent, given: { closed_on: '2025-02-28', evaluation: '1' }, code: 'date-order', field: 'closed_on' },
  ],
}

export const debrief: Chapter = {
  type: 'debrief', first: '计划', source: '代表法§58',
  has: ({ mandates }) => ({ mandate: mandates[0] }),
  rows: [
    { says: 'the voters are told', source: 'A.28', step: 'notify', from: '计划', given: { notice_on: '2025-08-01' }, then: '通知', day: 'notice_on' },
    { says: 'the deputy reports to the voters', source: '代表法§58', step: 'report', from: ['计划', '通知'], given: { date: '2025-08-10' }, then: '已述职', day: 'date' },
    { says: 'the voters rate the deputy', source: 'A.28', step: 'rate', from: '已述职', has: { date: '2025-08-10' }, given: { rated_on: '2025-08-10', satisfied: 50 }, then: '已测评', day: 'rated_on', before: [['rated_on', '2025-08-09', '述职日期']] },
    { says: 'a second rating of one round corrects the first, and says so', source: 'A.12 key', step: 'rate', from: '已述职', beside: ({ world }, id) => { world.add('rating', { about: id, round: 1, aspect: '总体', satisfied: 2 }) }, given: { rated_on: '2025-08-10', satisfied: 50 }, then: '已测评', warns: ['rating-replaced'] },
    ...impossibleCounts('rate', '已述职'),
    { says: 'the deputy gets the opinions in writing', source: 'A.28', step: 'feed_back', from: ['已述职', '已测评'], has: { date: '2025-08-10' }, given: { feedback_on: '2025-08-20' }, then: '已反馈', day: 'feedback_on', before: [['feedback_on', '2025-08-09', '述职日期']] },
    { says: 'the deputy says what will change', source: 'A.28', step: 'rectify', from: '已反馈', has: { feedback_on: '2025-08-20' }, given: { rectify_on: '2025-09-01' }, then: '整改', day: 'rectify_on', before: [['rectify_on', '2025-08-19', '书面反馈日期']] },
    { says: 'its papers go to the archive', source: 'A.28', step: 'close', from: ['已测评', '已反馈', '整改'], has: { date: '2025-08-10', rectify_on: '2025-09-01' }, given: { closed_on: '2025-09-10' }, then: '归档', day: 'closed_on', before: [['closed_on', '2025-08-09', '述职日期'], ['closed_on', '2025-08-31', '整改报告日期']] },
    { says: 'more than half 不满意 and no report on what will change is warned of', source: 'A.28 平凉', step: 'close', from: '已测评', beside: ({ world }, id) => { world.add('rating', { about: id, round: 1, aspect: '总体', satisfied: 4, dissatisfied: 6 }) }, given: { closed_on: '2025-09-10' }, then: '归档', warns: ['rectification-expected'] },
  ],
}
