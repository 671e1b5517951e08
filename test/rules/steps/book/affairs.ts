/** 重大事项, 民生实事项目, 代表活动, 群众反映事项 (domain.md A.14, A.15, A.22, A.26). */
import type { Chapter } from './book'

export const majorMatter: Chapter = {
  type: 'major_matter', first: '拟列入', source: '组织法§12',
  has: { year: 2025, title: '镇级国土空间规划' },
  rows: [
    { says: 'the presidium puts it on the list of the year', source: 'A.14', step: 'list', from: '拟列入', given: { listed_on: '2025-01-10' }, then: '列入清单', day: 'listed_on' },
    { says: 'the government submits it', source: '组织法§12', step: 'submit', from: '列入清单', has: { listed_on: '2025-01-10' }, given: { submitted_on: '2025-02-01', submit_unit: '镇政府' }, then: '已提请', day: 'submitted_on', needs: ['submit_unit'], before: [['submitted_on', '2025-01-09', '列入清单日期']] },
    { says: 'a meeting deliberates on it', source: 'A.14', step: 'deliberate', from: '已提请', has: { submitted_on: '2025-01-14' }, given: ({ session }) => ({ date: '2025-01-15', session }), then: '已审议', day: 'date', needs: ['session'], before: [['date', '2025-01-13', '提请日期']] },
    { says: 'the congress decides', source: '组织法§12', step: 'decide', from: '已审议', has: ({ session }) => ({ mode: '2', session, submitted_on: '2025-01-14' }), given: { decided_on: '2025-01-16', decision_text: '批准' }, then: '已作出决定', day: 'decided_on', needs: ['decision_text'], before: [['decided_on', '2025-01-13', '提请日期']] },
    { says: 'what is only reported is reported', source: 'A.14', step: 'decide', from: '已审议', has: { mode: '1' }, given: { decided_on: '2025-01-16', decision_text: '听取' }, then: '已报告' },
    { refuses: 'a decision of the presidium that only the congress can take', source: '组织法§12', step: 'decide', from: '已审议', has: ({ world, term }) => ({ mode: '2', session: world.add('presidium_meeting', { term, no: 4 }) }), given: { decided_on: '2025-01-16', decision_text: '批准' }, code: 'not-now', because: 'needs-congress', field: 'session' },
    { says: 'it is followed', source: 'A.14', step: 'follow', from: ['已作出决定', '已报告'], has: { decided_on: '2025-01-16' }, given: { date: '2025-03-01' }, then: '跟踪', day: 'date', before: [['date', '2025-01-15', '决定日期']] },
    { says: 'it is closed', source: 'A.14', step: 'close', from: ['已作出决定', '已报告', '跟踪'], has: { decided_on: '2025-01-16' }, given: { closed_on: '2025-12-01' }, then: '办结', day: 'closed_on', before: [['closed_on', '2025-01-15', '决定日期']] },
    { says: 'it is taken back before it is deliberated on, for a reason', source: 'A.34', step: 'withdraw', from: ['拟列入', '列入清单', '已提请'], has: { listed_on: '2025-01-10' }, given: { withdrawn_on: '2025-01-20', withdraw_reason: '条件未成熟' }, then: '已撤回', day: 'withdrawn_on', needs: ['withdraw_reason'], before: [['withdrawn_on', '2025-01-09', '列入清单日期']] },
  ],
}

const built = { voted_on: '2025-01-15', started_on: '2025-03-01' }

export const livelihoodProject: Chapter = {
  type: 'livelihood_project', first: '征集', source: 'A.15 宁海 华泾',
  has: { year: 2025, name: '农贸市场改造' },
  rows: [
    { says: 'it is shortlisted', source: 'A.15', step: 'shortlist', from: '征集', given: { date: '2024-11-01' }, then: '初选', day: 'date' },
    { says: 'it is not chosen', source: 'A.15', step: 'shortlist', from: '征集', given: { date: '2024-11-01', chosen: false }, then: '未入选' },
    { says: 'it is a candidate of the vote', source: 'A.15', step: 'nominate', from: '初选', given: { date: '2024-12-01' }, then: '候选', day: 'date' },
    { says: 'more than half of the twelve deputies vote for it', source: '组织法§25', step: 'vote', from: '候选', given: ({ session }) => ({ voted_on: '2025-01-15', session, votes: 7, elected: true }), then: '票决通过', day: 'voted_on', needs: ['session', 'votes', 'elected'] },
    { says: 'it is not carried', source: 'A.15', step: 'vote', from: '候选', given: ({ session }) => ({ voted_on: '2025-01-15', session, votes: 3, elected: false }), then: '票决未通过' },
    { says: 'carried with half of the deputies is warned of', source: '组织法§25', step: 'vote', from: '候选', given: ({ session }) => ({ voted_on: '2025-01-15', session, votes: 6, elected: true }), then: '票决通过', warns: ['votes-below-majority'] },
    { refuses: 'fewer than no votes', source: 'A.15', step: 'vote', from: '候选', given: ({ session }) => ({ voted_on: '2025-01-15', session, votes: -1, elected: false }), code: 'negative', field: 'votes' },
    { says: 'work begins', source: 'A.15', step: 'start', from: ['票决通过', '结转'], has: { voted_on: '2025-01-15' }, given: { started_on: '2025-03-01' }, then: '实施', day: 'started_on', before: [['started_on', '2025-01-14', '票决日期']] },
    { says: 'how far the work is', source: 'A.15', step: 'progress', from: ['实施', '结转'], has: built, given: { date: '2025-06-01', percent: 100 }, then: 'same', day: 'date', before: [['date', '2025-02-28', '开工日期']] },
    { refuses: 'more than all of the work', source: 'A.34', step: 'progress', from: '实施', given: { date: '2025-06-01', percent: 101 }, code: 'out-of-range', field: 'percent' },
    { refuses: 'less than nothing of the work', source: 'A.34', step: 'progress', from: '实施', given: { date: '2025-06-01', percent: -1 }, code: 'out-of-range', field: 'percent' },
    { says: 'the work is done', source: 'A.15', step: 'finish', from: ['实施', '结转'], has: built, given: { finished_on: '2025-10-01' }, then: '完工', day: 'finished_on', before: [['finished_on', '2025-02-28', '开工日期']] },
    { says: 'the deputies rate it', source: 'A.15 龙游', step: 'rate', from: ['实施', '完工', '评估'], has: built, given: { rated_on: '2025-11-01', satisfied: 30 }, then: 'same', day: 'rated_on', before: [['rated_on', '2025-02-28', '开工日期']] },
    { says: 'a second rating of one round corrects the first, and says so', source: 'A.12 key', step: 'rate', from: '完工', beside: ({ world }, id) => { world.add('rating', { about: id, round: 1, aspect: '总体', satisfied: 2 }) }, given: { rated_on: '2025-11-01', satisfied: 30 }, then: 'same', warns: ['rating-replaced'] },
    { refuses: 'fewer than no voices', source: 'A.34', step: 'rate', from: '完工', given: { rated_on: '2025-11-01', dissatisfied: -1 }, code: 'negative', field: 'dissatisfied' },
    { refuses: 'more ballots collected than issued', source: '渝§24', step: 'rate', from: '完工', given: { rated_on: '2025-11-01', issued: 10, collected: 11 }, code: 'out-of-range', field: 'collected' },
    { refuses: 'more opinions than ballots', source: 'A.12', step: 'rate', from: '完工', given: { rated_on: '2025-11-01', collected: 10, satisfied: 11 }, code: 'out-of-range', field: 'satisfied' },
    { says: 'it is evaluated', source: 'A.15', step: 'evaluate', from: '完工', has: { finished_on: '2025-10-01' }, given: { evaluated_on: '2025-11-01' }, then: '评估', day: 'evaluated_on', before: [['evaluated_on', '2025-09-30', '完工日期']] },
    { says: 'what is not done goes into the next year', source: 'A.15', step: 'carry_over', from: '实施', has: built, given: { date: '2025-12-31' }, then: '结转', day: 'date', before: [['date', '2025-02-28', '开工日期']] },
  ],
}

export const activity: Chapter = {
  type: 'activity', first: '计划', source: '代表法§28 §37',
  has: { kind: '04', title: '走访' },
  rows: [
    { says: 'the deputies are told', source: 'A.22', step: 'notify', from: '计划', given: { notice_on: '2025-05-01' }, then: '已通知', day: 'notice_on' },
    { says: 'it takes place, with who came', source: 'A.22', step: 'hold', from: ['计划', '已通知'], given: ({ mandates }) => ({ start_on: '2025-05-10', participants: [{ mandate: mandates[0] ?? '', state: '1' }] }), then: '已开展', day: 'start_on', before: [['end_on', '2025-05-09', '开始日期']] },
    { says: 'its papers go to the archive', source: 'A.22', step: 'archive', from: '已开展', given: { archived_on: '2025-06-01' }, then: '已归档', day: 'archived_on' },
    { says: 'what does not take place says why', source: 'A.22', step: 'cancel', from: ['计划', '已通知'], given: { event_on: '2025-05-05', cancel_reason: '防汛' }, then: '取消', day: 'event_on', needs: ['cancel_reason'] },
  ],
}

const routed = { routed_on: '2025-03-02' }

export const voterMatter: Chapter = {
  type: 'voter_matter', first: '登记', source: '代表法§28 §31, A.26',
  has: { received_on: '2025-03-01', content: '路灯不亮' },
  rows: [
    ...[['1', '当场答复'], ['2', '代表自办'], ['7', '转信访']].map(([route = '', then = '']) => ({ says: `where it goes: ${then}`, source: 'D.16', step: 'route', from: ['登记', '已转办', '代表自办'], given: { ...routed, route }, then, day: 'routed_on', needs: ['route'], before: [['routed_on', '2025-02-28', '反映日期'] as const] })),
    ...['3', '4', '5', '9'].map((route) => ({ says: `who passes it on (${route}) says to whom`, source: 'D.16', step: 'route', from: ['登记', '已转办', '代表自办'], given: ({ roads }: { readonly roads: string }) => ({ ...routed, route, to_unit: roads }), then: '已转办', needs: ['to_unit'], before: [['due_on', '2025-03-01', '审定日期'] as const] })),
    { says: 'what is not taken up says why', source: 'D.13b', step: 'route', from: ['登记', '已转办', '代表自办'], given: { ...routed, route: '8', reject_reason: '01' }, then: '不受理', needs: ['reject_reason'] },
    { refuses: 'making a suggestion of it by the way, without its step', source: 'A.34', step: 'route', from: '登记', given: { ...routed, route: '6' }, code: 'not-now', because: 'use-convert', field: 'route' },
    { refuses: 'a way that the table does not know', source: 'D.16', step: 'route', from: '登记', given: { ...routed, route: '0' }, code: 'unknown-code', field: 'route' },
    { says: 'it becomes a suggestion', source: '代表法§36', step: 'convert', from: ['登记', '当场答复', '代表自办', '已转办', '转建议', '转信访', '不受理', '已回复', '已告知'], given: { date: '2025-03-05' }, then: '转建议', day: 'date', before: [['date', '2025-02-28', '反映日期']] },
    { refuses: 'making two suggestions of one matter', source: 'A.34', step: 'convert', from: '转建议', has: ({ world }) => ({ suggestion: world.add('suggestion', { title: '路灯' }) }), given: { date: '2025-03-05' }, code: 'not-now', because: 'already-converted', field: 'suggestion' },
    { says: 'it is answered', source: 'A.26', step: 'reply', from: ['代表自办', '已转办', '转建议', '转信访'], given: { reply_on: '2025-03-20', reply_text: '已修' }, then: '已回复', day: 'reply_on', needs: ['reply_text'], before: [['reply_on', '2025-02-28', '反映日期']] },
    { says: 'who came is told', source: 'A.26', step: 'inform', from: ['当场答复', '已回复', '不受理', '转建议', '转信访'], has: { reply_on: '2025-03-20' }, given: { informed_on: '2025-03-21' }, then: '已告知', day: 'informed_on', before: [['informed_on', '2025-02-28', '反映日期'], ['informed_on', '2025-03-19', '回复日期']] },
    { says: 'it goes to the archive', source: 'A.26', step: 'close', from: ['当场答复', '已回复', '已告知', '不受理', '转建议', '转信访'], given: { closed_on: '2025-04-01' }, then: '归档', day: 'closed_on', before: [['closed_on', '2025-02-28', '反映日期']] },
  ],
}
