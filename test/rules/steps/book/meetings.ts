/** 人代会, 主席团会议, 议案, 质询与询问 (domain.md A.9, A.11, A.16, A.19). */
import type { Chapter, Place } from './book'

const everybody = ({ world, mandates }: Place, id: string) => {
  for (const mandate of mandates) world.add('attendance', { session: id, mandate, state: '1' })
}

export const session: Chapter = {
  type: 'session', first: '筹备', source: '组织法§14',
  has: ({ term }) => ({ term, no: 4, kind: '2' }),
  rows: [
    { says: 'the presidium calls the session a week ahead', source: '组织法§14', step: 'call', from: '筹备', given: { decide_on: '2025-06-01', notice_on: '2025-06-05', start_on: '2025-06-20' }, then: '已通知', day: 'decide_on', before: [['start_on', '2025-05-31', '主席团决定召开日期'], ['start_on', '2025-06-04', '通知日期'], ['notice_on', '2025-05-31', '主席团决定召开日期']] },
    { says: 'a notice six days ahead is warned of', source: '浙江2016 7日', step: 'call', from: '筹备', given: { decide_on: '2025-06-01', notice_on: '2025-06-14', start_on: '2025-06-20' }, then: '已通知', warns: ['notice-too-short'] },
    { says: 'a special session says who wanted it: the presidium', source: '组织法§14', step: 'call', from: '筹备', has: { kind: '4' }, given: { decide_on: '2025-06-01', convened_by: '1' }, then: '已通知', needs: ['convened_by'] },
    { says: 'a special session by a fifth of the deputies', source: '组织法§14', step: 'call', from: '筹备', has: { kind: '4' }, given: ({ mandates }) => ({ decide_on: '2025-06-01', convened_by: '2', proposers: mandates.slice(0, 3) }), then: '已通知', needs: ['convened_by', 'proposers'] },
    { refuses: 'a special session by fewer than a fifth', source: '组织法§14', step: 'call', from: '筹备', has: { kind: '4' }, given: ({ mandates }) => ({ decide_on: '2025-06-01', convened_by: '2', proposers: mandates.slice(0, 2) }), code: 'not-now', because: 'too-few-names', field: 'proposers' },
    { says: 'it opens with the number of all deputies', source: '组织法§14', step: 'open', from: ['筹备', '已通知'], has: { decide_on: '2025-06-01' }, beside: everybody, given: { start_on: '2025-06-20', total_deputies: 12 }, then: '进行中', day: 'start_on', needs: ['total_deputies'], before: [['start_on', '2025-05-31', '主席团决定召开日期']] },
    { says: 'seven of twelve are no two thirds: warned of, the meeting is a fact', source: '组织法§14', step: 'open', from: '已通知', given: { start_on: '2025-06-20', total_deputies: 12 }, then: '进行中', warns: ['no-quorum'], beside: ({ world, mandates }, id) => { for (const mandate of mandates.slice(0, 7)) world.add('attendance', { session: id, mandate, state: '1' }) } },
    { says: 'eight of twelve are two thirds', source: '组织法§14', step: 'open', from: '已通知', given: { start_on: '2025-06-20', total_deputies: 12 }, then: '进行中', beside: ({ world, mandates }, id) => { for (const mandate of mandates.slice(0, 8)) world.add('attendance', { session: id, mandate, state: '1' }) } },
    { says: 'it closes', source: 'A.34', step: 'close', from: '进行中', has: { start_on: '2025-06-20', total_deputies: 12 }, beside: everybody, given: { end_on: '2025-06-21' }, then: '已闭会', day: 'end_on', before: [['end_on', '2025-06-19', '开会日期']] },
    { says: 'deputies without a line of attendance are named at the close', source: '代表法§13', step: 'close', from: '进行中', has: { start_on: '2025-06-20', total_deputies: 12 }, given: { end_on: '2025-06-21' }, then: '已闭会', warns: ['no-quorum', 'deputies-without-attendance'] },
    { says: 'its papers go to the archive', source: 'A.34', step: 'archive', from: '已闭会', given: { archived_on: '2025-07-01' }, then: '已归档', day: 'archived_on' },
    { says: 'a session that is not held says why', source: 'A.34', step: 'call_off', from: ['筹备', '已通知'], given: { event_on: '2025-06-02', cancel_reason: '防汛' }, then: '已取消', day: 'event_on', needs: ['cancel_reason'] },
  ],
}

const members = ({ world, mandates }: Place, id: string, present = 4) => {
  for (const [at, mandate] of mandates.slice(0, 7).entries()) world.add('participation', { event: id, mandate, state: at < present ? '1' : '2' })
}

export const presidiumMeeting: Chapter = {
  type: 'presidium_meeting', first: '筹备', source: '组织法§19',
  has: ({ term }) => ({ term, no: 4 }),
  rows: [
    { says: 'the members are told', source: 'A.34', step: 'call', from: '筹备', given: { notice_on: '2025-06-01', held_on: '2025-06-05' }, then: '已通知', day: 'notice_on', before: [['held_on', '2025-05-31', '通知日期']] },
    { says: 'it opens with the number of its members', source: 'A.11', step: 'open', from: ['筹备', '已通知'], given: { held_on: '2025-06-05', members_total: 7 }, then: '进行中', day: 'held_on', needs: ['members_total'] },
    {
      says: 'it ends with its decisions', source: '浙江2016 过半数', step: 'close', from: '进行中', has: { held_on: '2025-06-05', members_total: 7 }, given: { closed_on: '2025-06-05' }, then: '已结束', day: 'closed_on', before: [['closed_on', '2025-06-04', '会议日期']],
      beside: (at, id) => { members(at, id); at.world.add('decision', { meeting: id, no: 1, title: '审定计划' }) },
    },
    { says: 'three of seven members and nothing decided are warned of', source: '浙江2016 过半数', step: 'close', from: '进行中', has: { held_on: '2025-06-05', members_total: 7 }, given: { closed_on: '2025-06-05' }, then: '已结束', warns: ['presidium-no-quorum', 'no-decisions'], beside: (at, id) => { members(at, id, 3) } },
    { says: 'its minutes go to the archive', source: 'A.34', step: 'archive', from: '已结束', given: { archived_on: '2025-07-01' }, then: '已归档', day: 'archived_on' },
    { says: 'a meeting that is not held says why', source: 'A.34', step: 'call_off', from: ['筹备', '已通知'], given: { event_on: '2025-06-02', cancel_reason: '防汛' }, then: '已取消', day: 'event_on', needs: ['cancel_reason'] },
  ],
}

const jointly = (to: number) => ({ session, mandates }: Place) => ({ received_on: '2025-01-15', session, proposer_kind: '3', lead: mandates[0], cosign: mandates.slice(1, to) })

export const bill: Chapter = {
  type: 'bill', first: '已收', source: '组织法§22',
  has: { title: '关于修建敬老院的议案' },
  rows: [
    { says: 'five deputies hand in a bill', source: '组织法§22', step: 'receive', from: '已收', given: jointly(5), then: '审查', day: 'received_on', needs: ['session', 'proposer_kind', 'lead', 'cosign'] },
    { says: 'the presidium and the government need no names', source: '组织法§22', step: 'receive', from: '已收', given: ({ session }) => ({ received_on: '2025-01-15', session, proposer_kind: '2' }), then: '审查' },
    { says: 'a bill after the deadline is warned of', source: 'A.16', step: 'receive', from: '已收', has: { deadline_on: '2025-01-14' }, given: jointly(5), then: '审查', warns: ['bill-late'] },
    { refuses: 'a bill of four', source: '组织法§22', step: 'receive', from: '已收', given: jointly(4), code: 'not-now', because: 'too-few-names', field: 'cosign' },
    { refuses: 'one name twice on a bill', source: '组织法§22', step: 'receive', from: '已收', given: (at) => ({ ...jointly(5)(at), cosign: [...at.mandates.slice(1, 5), at.mandates[1] ?? ''] }), code: 'not-now', because: 'name-twice', field: 'cosign' },
    { refuses: 'a deputy on a bill who was not in office that day', source: '组织法§22', step: 'receive', from: '已收', given: (at) => ({ ...jointly(5)(at), cosign: [...at.mandates.slice(1, 5), at.world.deputy(at.term, {}, '暂停执行职务', '2024-12-01')] }), code: 'not-now', because: 'not-in-office', field: 'cosign' },
    ...[['1', '列入议程'], ['2', '不列入'], ['3', '待转建议']].map(([handling = '', then = '']) => ({ says: `the presidium decides: ${then}`, source: '组织法§22', step: 'decide', from: '审查', has: { received_on: '2025-01-14' }, given: { handled_on: '2025-01-15', handling }, then, day: 'handled_on', needs: ['handling'], before: [['handled_on', '2025-01-13', '收到日期'] as const] })),
    { refuses: 'a decision that the table does not know', source: 'D.17 bill.handling', step: 'decide', from: '审查', given: { handled_on: '2025-01-15', handling: '9' }, code: 'unknown-code', field: 'handling' },
    { says: 'what is no bill becomes a suggestion', source: '组织法§22', step: 'convert', from: ['待转建议', '不列入'], has: { handled_on: '2025-01-15' }, given: { event_on: '2025-01-16' }, then: '转为建议', day: 'event_on', before: [['event_on', '2025-01-14', '处理日期']] },
    { says: 'more than half of all deputies carry it', source: '组织法§25', step: 'vote', from: '列入议程', has: { handled_on: '2025-01-15' }, given: ({ vote }) => ({ voted_on: '2025-01-16', vote: vote({ for_count: 7 }) }), then: '通过', day: 'voted_on', needs: ['vote'], before: [['voted_on', '2025-01-14', '处理日期']] },
    { says: 'half of all deputies do not', source: '组织法§25', step: 'vote', from: '列入议程', given: ({ vote }) => ({ voted_on: '2025-01-16', vote: vote({ for_count: 6 }) }), then: '未通过' },
    { refuses: 'a vote that nobody has counted', source: 'A.34', step: 'vote', from: '列入议程', given: ({ vote }) => ({ voted_on: '2025-01-16', vote: vote({}) }), code: 'not-now', because: 'vote-without-result', field: 'vote' },
    { refuses: 'a vote that is not on record', source: 'A.34', step: 'vote', from: '列入议程', given: { voted_on: '2025-01-16', vote: 'nowhere' }, code: 'bad-ref', field: 'vote' },
    { says: 'it is withdrawn with the consent of the presidium', source: '组织法§22', step: 'withdraw', from: ['审查', '列入议程'], has: { received_on: '2025-01-14' }, given: { withdrawn_on: '2025-01-15', withdraw_agreed_on: '2025-01-15' }, then: '已撤回', day: 'withdrawn_on', needs: ['withdraw_agreed_on'], before: [['withdrawn_on', '2025-01-13', '收到日期']] },
    { says: 'what was carried is carried out', source: 'A.34', step: 'close', from: '通过', has: { voted_on: '2025-01-16' }, given: { done_on: '2025-10-01' }, then: '执行完毕', day: 'done_on', before: [['done_on', '2025-01-15', '表决日期']] },
  ],
}

const question = (to: number) => ({ mandates, roads }: Place) => ({ raised_on: '2025-01-15', lead: mandates[0], proposers: mandates.slice(1, to), target: roads, question: '资金去向' })

export const inquiry: Chapter = {
  type: 'inquiry', first: '拟提', source: '组织法§24',
  has: { kind: '1', title: '公路养护' },
  rows: [
    { says: 'ten deputies raise a 质询案', source: '组织法§24', step: 'raise', from: '拟提', given: question(10), then: '已提出', day: 'raised_on', needs: ['lead', 'target', 'question'] },
    { says: 'a question needs one deputy', source: '组织法§24', step: 'raise', from: '拟提', has: { kind: '2' }, given: question(1), then: '已提出' },
    { refuses: 'a 质询案 of nine', source: '组织法§24', step: 'raise', from: '拟提', given: question(9), code: 'not-now', because: 'too-few-names', field: 'proposers' },
    { says: 'the presidium decides how it is answered', source: '组织法§24', step: 'decide', from: '已提出', has: { raised_on: '2025-01-15' }, given: { decided_on: '2025-01-15', answer_mode: '1' }, then: '主席团已决定', day: 'decided_on', needs: ['answer_mode'], before: [['decided_on', '2025-01-14', '提出日期']] },
    { says: 'it is answered', source: '组织法§24', step: 'answer', from: ['主席团已决定', '再答复'], has: { raised_on: '2025-01-14', decided_on: '2025-01-15' }, given: { date: '2025-01-16', text: '已拨付' }, then: '已答复', day: 'date', before: [['date', '2025-01-13', '提出日期'], ['date', '2025-01-14', '主席团决定日期']] },
    { says: 'more than half dissatisfied: it is answered again', source: '组织法§24', step: 'answer', from: ['主席团已决定', '再答复'], has: ({ mandates }) => ({ lead: mandates[0], proposers: mandates.slice(1, 10) }), given: { date: '2025-01-16', satisfied: 4, dissatisfied: 6 }, then: '再答复' },
    { says: 'a question whose answer does not satisfy who asked is answered again', source: '代表法§20', step: 'answer', from: '已提出', has: ({ mandates }) => ({ kind: '2', lead: mandates[0] }), given: { date: '2025-01-16', dissatisfied: 1 }, then: '再答复' },
    { says: 'half dissatisfied is not more than half', source: '组织法§24', step: 'answer', from: '主席团已决定', has: ({ mandates }) => ({ lead: mandates[0], proposers: mandates.slice(1, 10) }), given: { date: '2025-01-16', satisfied: 5, dissatisfied: 5 }, then: '已答复' },
    { says: 'a question is answered on the spot', source: 'A.34', step: 'answer', from: '已提出', has: { kind: '2' }, given: { date: '2025-01-15' }, then: '已答复' },
    { refuses: 'answering a 质询案 before the presidium has decided how', source: '组织法§24', step: 'answer', from: '已提出', given: { date: '2025-01-16' }, code: 'not-now', because: 'wrong-status' },
    { refuses: 'fewer than no deputies dissatisfied', source: 'A.19', step: 'answer', from: '主席团已决定', given: { date: '2025-01-16', dissatisfied: -1 }, code: 'negative', field: 'dissatisfied' },
    { refuses: 'fewer than no deputies satisfied', source: 'A.19', step: 'answer', from: '主席团已决定', given: { date: '2025-01-16', satisfied: -1 }, code: 'negative', field: 'satisfied' },
    { says: 'it is withdrawn before the answer', source: 'A.34', step: 'withdraw', from: ['已提出', '主席团已决定'], has: { raised_on: '2025-01-15' }, given: { withdrawn_on: '2025-01-15' }, then: '已撤回', day: 'withdrawn_on', before: [['withdrawn_on', '2025-01-14', '提出日期']] },
    { says: 'what is answered is closed', source: 'A.34', step: 'close', from: '已答复', has: { raised_on: '2025-01-15' }, given: { closed_on: '2025-02-01' }, then: '终结', day: 'closed_on', before: [['closed_on', '2025-01-14', '提出日期']] },
  ],
}
