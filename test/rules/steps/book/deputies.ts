/** 代表任职, 罢免与辞职, 补选 (domain.md A.4, A.20, A.21). */
import type { Chapter } from './book'

const confirmed = { confirm_on: '2022-01-01' }

export const mandate: Chapter = {
  type: 'mandate', first: '当选待确认', source: '代表法§61–63, 选举法§47 §55',
  has: ({ term }) => ({ person: 'p', level: '5', term, nth: 1, elected_on: '2021-12-01' }),
  rows: [
    { says: 'who is elected takes office when the presidium confirms it', source: '选举法§47', step: 'confirm', from: '当选待确认', given: { confirm_on: '2022-01-01' }, then: '在任', day: 'confirm_on', before: [['confirm_on', '2021-11-30', '当选日期']] },
    {
      says: 'a constituency without a free seat is warned of, not refused', source: '选举法§25', step: 'confirm', from: '当选待确认', given: { confirm_on: '2022-01-01' }, then: '在任', warns: ['no-free-seat'],
      has: ({ world, term }) => {
        const constituency = world.add('constituency', { term, level: '5', no: '1', seats: 1 })
        world.deputy(term, { constituency })
        return { constituency }
      },
    },
    { says: 'an election that does not hold ends it before it begins', source: '选举法§47', step: 'void', from: '当选待确认', given: { event_on: '2022-01-01' }, then: '当选无效', day: 'event_on', before: [['event_on', '2021-11-30', '当选日期']] },
    { says: 'a deputy under arrest is suspended', source: '代表法§61', step: 'suspend', from: '在任', has: confirmed, given: { event_on: '2025-03-01', suspend_reason: 'S1' }, then: '暂停执行职务', day: 'event_on', needs: ['suspend_reason'], before: [['event_on', '2021-12-31', '资格确认日期']] },
    { says: 'the duty comes back when the ground is gone', source: '代表法§61', step: 'resume', from: '暂停执行职务', has: { event_on: '2025-03-01' }, given: { resume_on: '2025-05-01' }, then: '在任', day: 'resume_on', before: [['resume_on', '2025-02-28', '暂停日期']] },
    { says: 'a written resignation waits for the congress', source: '选举法§55', step: 'resign', from: ['在任', '暂停执行职务'], has: { ...confirmed, files: ['f'] }, given: { event_on: '2025-03-01' }, then: '辞职待大会表决', day: 'event_on', before: [['event_on', '2021-12-31', '资格确认日期']] },
    { says: 'a resignation without its paper is warned of', source: '选举法§55', step: 'resign', from: '在任', given: { event_on: '2025-03-01' }, then: '辞职待大会表决', warns: ['no-written-resignation'] },
    { refuses: 'resigning on a ground that is no resignation', source: '代表法§62(二)', step: 'resign', from: '在任', given: { event_on: '2025-03-01', end_reason: '1' }, code: 'not-now', because: 'not-this-reason', field: 'end_reason' },
    { says: 'the congress accepts a resignation', source: '选举法§55', step: 'vote_resignation', from: '辞职待大会表决', has: { event_on: '2025-03-01' }, given: ({ vote }) => ({ congress_on: '2025-07-01', passed: true, vote: vote({ for_count: 7 }) }), then: '已终止', day: 'congress_on', needs: ['passed'], before: [['congress_on', '2025-02-28', '书面辞职日期']] },
    { says: 'a deputy whose resignation the congress does not accept stays', source: '选举法§55', step: 'vote_resignation', from: '辞职待大会表决', given: { congress_on: '2025-07-01', passed: false }, then: '在任' },
    { refuses: 'calling a resignation accepted that half of all deputies voted for', source: '选举法§55 全体代表的过半数', step: 'vote_resignation', from: '辞职待大会表决', given: ({ vote }) => ({ congress_on: '2025-07-01', passed: true, vote: vote({ for_count: 6 }) }), code: 'not-now', because: 'vote-not-passed', field: 'passed' },
    { refuses: 'calling a resignation refused that more than half voted for', source: '选举法§55', step: 'vote_resignation', from: '辞职待大会表决', given: ({ vote }) => ({ congress_on: '2025-07-01', passed: false, vote: vote({ for_count: 7 }) }), code: 'not-now', because: 'vote-passed', field: 'passed' },
    { says: 'the credentials committee reports an end, the congress has still to announce it', source: '代表法§62 §63', step: 'report_end', from: ['在任', '暂停执行职务'], has: confirmed, given: { report_on: '2025-06-01', event_on: '2025-05-01', end_reason: '3' }, then: '终止待公告', day: 'report_on', needs: ['event_on', 'end_reason'], before: [['report_on', '2025-04-30', '事由发生日'], ['event_on', '2021-12-31', '资格确认日期']] },
    { refuses: 'reporting a recall as an end by itself', source: '代表法§62', step: 'report_end', from: '在任', given: { report_on: '2025-06-01', event_on: '2025-05-01', end_reason: '4' }, code: 'not-now', because: 'not-this-reason', field: 'end_reason' },
    { says: 'the congress announces the end', source: '代表法§63', step: 'end', from: '终止待公告', has: { event_on: '2025-05-01' }, given: { congress_on: '2025-07-01', end_reason: '3' }, then: '已终止', day: 'congress_on', needs: ['end_reason'], before: [['congress_on', '2025-04-30', '事由发生日']] },
    {
      says: 'a recall that carried ends the mandate', source: '选举法§53', step: 'end', from: ['在任', '暂停执行职务'], has: confirmed, given: { congress_on: '2025-07-01', end_reason: '4' }, then: '已终止', before: [['congress_on', '2021-12-31', '资格确认日期']],
      beside: ({ world }, id) => { world.add('recall', { kind: '2', target: id, passed: true }, '已通过') },
    },
    { says: 'an end by recall without a recall on record is warned of', source: 'A.34', step: 'end', from: '在任', given: { congress_on: '2025-07-01', end_reason: '4' }, then: '已终止', warns: ['no-passed-recall'] },
    { refuses: 'ending a mandate in office on a ground that the committee has to report first', source: '代表法§63', step: 'end', from: '在任', given: { congress_on: '2025-07-01', end_reason: '3' }, code: 'not-now', because: 'not-this-reason', field: 'end_reason' },
    { says: 'death ends it on the day', source: '代表法§62(七)', step: 'die', from: ['在任', '暂停执行职务', '辞职待大会表决', '终止待公告'], has: confirmed, given: { event_on: '2025-05-01' }, then: '已终止', day: 'event_on', before: [['event_on', '2021-12-31', '资格确认日期']] },
    {
      says: 'the end of the term takes all who are left out of office', source: '组织法§38', step: 'expire', from: ['在任', '暂停执行职务', '辞职待大会表决', '终止待公告', '当选待确认'], given: { event_on: '2025-12-20' }, then: '卸任', day: 'event_on',
      has: ({ world }) => ({ ...confirmed, term: world.add('term', { no: 18, end_on: '2025-12-20' }) }), before: [['event_on', '2021-12-31', '资格确认日期']],
    },
    { refuses: 'letting a mandate expire whose term has no end', source: 'A.34', step: 'expire', from: '在任', given: { event_on: '2025-12-20' }, code: 'not-now', because: 'term-without-end', field: 'term' },
  ],
}

export const recall: Chapter = {
  type: 'recall', first: '拟提', source: '组织法§31, 选举法§50–55',
  has: { kind: '1', target_name: '钱某', post: '副镇长' },
  rows: [
    { says: 'a fifth of all deputies moves to recall a leader', source: '组织法§31', step: 'propose', from: '拟提', given: ({ mandates }) => ({ proposed_on: '2025-01-15', proposer_kind: '2', proposers: mandates.slice(0, 3) }), then: '已提出', day: 'proposed_on', needs: ['proposer_kind', 'proposers'] },
    { says: 'thirty voters move to recall a deputy', source: '选举法§50', step: 'propose', from: '拟提', has: { kind: '2' }, given: { proposed_on: '2025-01-15', proposer_kind: '3', voter_count: 30 }, then: '已提出', needs: ['voter_count'] },
    { says: 'who resigns needs nobody behind the request', source: '选举法§55', step: 'propose', from: '拟提', has: { kind: '4' }, given: { proposed_on: '2025-01-15', proposer_kind: '4' }, then: '已提出' },
    { refuses: 'a recall with fewer than a fifth of the deputies', source: '组织法§31', step: 'propose', from: '拟提', given: ({ mandates }) => ({ proposed_on: '2025-01-15', proposer_kind: '2', proposers: mandates.slice(0, 2) }), code: 'not-now', because: 'too-few-names', field: 'proposers' },
    { refuses: 'a recall with one deputy counted twice', source: '组织法§31', step: 'propose', from: '拟提', given: ({ mandates: [a = '', b = ''] }) => ({ proposed_on: '2025-01-15', proposer_kind: '2', proposers: [a, b, b] }), code: 'not-now', because: 'too-few-names', field: 'proposers' },
    { refuses: 'a recall with twenty-nine voters', source: '选举法§50', step: 'propose', from: '拟提', has: { kind: '2' }, given: { proposed_on: '2025-01-15', proposer_kind: '3', voter_count: 29 }, code: 'not-now', because: 'too-few-voters', field: 'voter_count' },
    { says: 'the congress carries it', source: '组织法§25', step: 'decide', from: '已提出', has: { proposed_on: '2025-01-15' }, given: ({ vote }) => ({ decided_on: '2025-01-16', passed: true, vote: vote({ for_count: 7 }) }), then: '已通过', day: 'decided_on', needs: ['passed'], before: [['decided_on', '2025-01-14', '提出日期']] },
    { says: 'a resignation that was entered only here ends the mandate, and its paper is asked for', source: '选举法§55', step: 'decide', from: '已提出', has: ({ mandates }) => ({ kind: '4', target: mandates[0], proposed_on: '2025-01-15' }), given: { decided_on: '2025-01-16', passed: true }, then: '已通过', warns: ['no-written-resignation'] },
    { says: 'the congress does not carry it', source: '组织法§25', step: 'decide', from: '已提出', given: { decided_on: '2025-01-16', passed: false }, then: '未通过' },
    { refuses: 'calling a recall carried that half of all deputies voted for', source: '组织法§25', step: 'decide', from: '已提出', given: ({ vote }) => ({ decided_on: '2025-01-16', passed: true, vote: vote({ for_count: 6 }) }), code: 'not-now', because: 'vote-not-passed', field: 'passed' },
    { refuses: 'calling a recall lost that more than half voted for', source: '组织法§25', step: 'decide', from: '已提出', given: ({ vote }) => ({ decided_on: '2025-01-16', passed: false, vote: vote({ for_count: 7 }) }), code: 'not-now', because: 'vote-passed', field: 'passed' },
    { says: 'what was carried is announced', source: '选举法§56', step: 'announce', from: '已通过', has: { decided_on: '2025-01-16' }, given: { announced_on: '2025-01-17' }, then: '已公告', day: 'announced_on', before: [['announced_on', '2025-01-15', '决定日期']] },
    { says: 'it is withdrawn before the decision', source: 'A.34', step: 'withdraw', from: '已提出', has: { proposed_on: '2025-01-15' }, given: { event_on: '2025-01-15' }, then: '已撤回', day: 'event_on', before: [['event_on', '2025-01-14', '提出日期']] },
  ],
}

const rows = [{ name: '孙某', nominated_by: '3', nominators: 10 }, { name: '李某', nominated_by: '4' }]

export const byElection: Chapter = {
  type: 'by_election', first: '出缺', source: '选举法§28–57',
  has: { constituency: 'c', vacant_on: '2025-01-01' },
  rows: [
    { says: 'the county is told and the by-election starts', source: '选举法§57', step: 'start', from: '出缺', given: { reported_on: '2025-02-01' }, then: '启动', day: 'reported_on', before: [['reported_on', '2024-12-31', '出缺日期']] },
    { says: 'the roll of voters is published', source: '选举法§28', step: 'register', from: '启动', given: { roll_on: '2025-03-01', voters: 1000 }, then: '选民登记', day: 'roll_on', needs: ['voters'], before: [['roll_on', '2024-12-31', '出缺日期']] },
    { says: 'candidates of ten voters or of a party are published', source: '选举法§30', step: 'nominate', from: '选民登记', has: { roll_on: '2025-03-01' }, given: { candidates_on: '2025-03-10', formal_on: '2025-03-15', candidates: rows }, then: '提名', day: 'candidates_on', needs: ['candidates'], before: [['candidates_on', '2025-02-28', '选民名单公布日'], ['formal_on', '2025-03-09', '候选人公布日']] },
    { says: 'a candidate with nine voters behind is warned of', source: '选举法§30', step: 'nominate', from: '选民登记', given: { candidates_on: '2025-03-10', candidates: [{ name: '孙某', nominated_by: '3', nominators: 9 }] }, then: '提名', warns: ['too-few-nominators'] },
    {
      says: 'more than half of the voters come and more than half of them vote for one', source: '选举法§45', step: 'poll', from: '提名', has: { voters: 1000, roll_on: '2025-03-01', candidates_on: '2025-03-05', formal_on: '2025-03-10' },
      given: { vote_on: '2025-03-20', turnout: 501, candidates: [{ ...rows[0], votes: 251 }] }, then: '投票', day: 'vote_on', needs: ['turnout', 'candidates'],
      before: [['vote_on', '2025-02-28', '选民名单公布日'], ['vote_on', '2025-03-04', '候选人公布日'], ['vote_on', '2025-03-09', '正式候选人公布日']],
    },
    { says: 'half of the voters are too few: the poll does not hold and it starts again', source: '选举法§45', step: 'poll', from: '提名', has: { voters: 1000 }, given: { vote_on: '2025-03-20', turnout: 500, candidates: [{ ...rows[0], votes: 500 }] }, then: '启动', warns: ['poll-invalid'] },
    { says: 'nobody above half of the votes: it starts again', source: '选举法§45', step: 'poll', from: '提名', has: { voters: 1000 }, given: { vote_on: '2025-03-20', turnout: 600, candidates: [{ ...rows[0], votes: 300 }] }, then: '启动', warns: ['poll-invalid'] },
    { says: 'a poll eleven days after the roll is warned of', source: '浙江选举实施细则 12日', step: 'poll', from: '提名', has: { voters: 1000, roll_on: '2025-03-09' }, given: { vote_on: '2025-03-20', turnout: 600, candidates: [{ ...rows[0], votes: 400 }] }, then: '投票', warns: ['roll-too-short'] },
    { says: 'the credentials committee reviews who won', source: '选举法§47', step: 'review', from: '投票', has: { vote_on: '2025-03-20' }, given: { review_on: '2025-03-21' }, then: '资格审查', day: 'review_on', before: [['review_on', '2025-03-19', '投票日']] },
    { says: 'the presidium confirms who won', source: '选举法§47', step: 'confirm', from: '资格审查', has: { review_on: '2025-03-21' }, given: ({ mandates }) => ({ confirmed_on: '2025-03-22', mandate: mandates[0] }), then: '确认', day: 'confirmed_on', needs: ['mandate'], before: [['confirmed_on', '2025-03-20', '资格审查日']] },
    { says: 'an election that does not hold starts again', source: '选举法§47', step: 'confirm', from: '资格审查', given: { confirmed_on: '2025-03-22', valid: false }, then: '启动' },
    { says: 'the name is published', source: '选举法§47', step: 'publish', from: '确认', has: { confirmed_on: '2025-03-22' }, given: { published_on: '2025-03-23' }, then: '完成', day: 'published_on', before: [['published_on', '2025-03-21', '主席团确认日']] },
    { says: 'it can be called off while it is open, with a reason', source: 'A.34', step: 'call_off', from: ['出缺', '启动', '选民登记', '提名', '投票', '资格审查', '确认'], given: { event_on: '2025-02-01', cancel_reason: '换届在即' }, then: '已取消', day: 'event_on', needs: ['cancel_reason'] },
  ],
}
