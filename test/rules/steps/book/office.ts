/** 年度计划项, 文件, 任务, 县交办, 支出 (domain.md A.8, A.30–A.33). */
import type { Chapter } from './book'

const openPlan = ['草拟', '主席团通过', '已公布', '执行中']

export const planItem: Chapter = {
  type: 'plan_item', first: '草拟', source: '浙§26',
  has: { year: 2025, item: '听取食品安全报告' },
  rows: [
    { says: 'the presidium adopts it', source: '浙§26', step: 'adopt', from: '草拟', given: { adopted_on: '2025-01-10' }, then: '主席团通过', day: 'adopted_on' },
    { says: 'it is published', source: '浙§26', step: 'publish', from: '主席团通过', has: { adopted_on: '2025-01-10' }, given: { published_on: '2025-01-12' }, then: '已公布', day: 'published_on', before: [['published_on', '2025-01-09', '主席团通过日期']] },
    { says: 'work on it begins', source: 'A.8', step: 'start', from: ['草拟', '主席团通过', '已公布'], given: { date: '2025-03-01' }, then: '执行中', day: 'date' },
    { says: 'it is done', source: 'A.8', step: 'finish', from: ['主席团通过', '已公布', '执行中'], has: { linked: ['s'] }, given: { date: '2025-06-01' }, then: '已完成', day: 'date' },
    { says: 'it is done by the supervision that names it', source: 'A.8', step: 'finish', from: '执行中', beside: ({ world }, id) => { world.add('supervision', { form: '01', topic: '食品安全', plan_ref: id }) }, given: { date: '2025-06-01' }, then: '已完成' },
    { says: 'done without anything to show for it is warned of', source: 'A.34', step: 'finish', from: '执行中', given: { date: '2025-06-01' }, then: '已完成', warns: ['nothing-linked'] },
    { says: 'a change of plan says why', source: 'A.8', step: 'adjust', from: openPlan, given: { date: '2025-06-01', undone_reason: '县里统一安排' }, then: '已调整', day: 'date', needs: ['undone_reason'] },
    { says: 'what was not done says why', source: 'A.8', step: 'miss', from: openPlan, given: { date: '2025-12-31', undone_reason: '防汛' }, then: '未完成', day: 'date', needs: ['undone_reason'] },
  ],
}

export const document: Chapter = {
  type: 'document', first: '拟稿', source: 'A.31',
  has: { kind: '02', title: '关于召开会议的决定' },
  rows: [
    { says: 'it is signed', source: 'GB/T 9704', step: 'sign', from: '拟稿', given: { signed_on: '2025-03-01' }, then: '已签发', day: 'signed_on' },
    { says: 'it is issued', source: 'GB/T 9704', step: 'issue', from: ['拟稿', '已签发'], given: { issued_on: '2025-03-02', doc_no: '清溪镇人大〔2025〕1号' }, then: '已印发', day: 'issued_on' },
    { says: 'a number that another document has is warned of', source: 'A.31 numbers never reused', step: 'issue', from: '已签发', beside: ({ world }) => { world.add('document', { kind: '02', title: '别的', doc_no: '清溪镇人大〔2025〕1号' }, '已印发') }, given: { issued_on: '2025-03-02', doc_no: '清溪镇人大〔2025〕1号' }, then: '已印发', warns: ['doc-no-used'] },
    { says: 'a number that leaves one out is warned of', source: 'A.31 gaps reported', step: 'issue', from: '已签发', beside: ({ world }) => { world.add('document', { kind: '02', title: '别的', doc_no: '清溪镇人大〔2025〕1号' }, '已印发') }, given: { issued_on: '2025-03-02', doc_no: '清溪镇人大〔2025〕3号' }, then: '已印发', warns: ['doc-no-gap'] },
    { says: 'the county has it', source: '京§11 鲁§7', step: 'file', from: '已印发', has: { issued_on: '2025-03-02' }, given: { filed_on: '2025-03-20' }, then: '已备案', day: 'filed_on', before: [['filed_on', '2025-03-01', '印发日期']] },
    { says: 'it goes to the archive', source: 'A.31', step: 'archive', from: ['已印发', '已备案'], has: { issued_on: '2025-03-02' }, given: { archived_on: '2025-12-31' }, then: '已归档', day: 'archived_on', before: [['archived_on', '2025-03-01', '印发日期']] },
    { says: 'it no longer holds', source: 'A.31', step: 'repeal', from: ['已印发', '已备案', '已归档'], has: { issued_on: '2025-03-02' }, given: { repealed_on: '2025-12-31' }, then: '已废止', day: 'repealed_on', before: [['repealed_on', '2025-03-01', '印发日期']] },
  ],
}

export const task: Chapter = {
  type: 'task', first: '待办', source: 'A.32',
  has: { title: '公布预算' },
  rows: [
    { says: 'it is put off to a day, for a reason', source: 'A.32', step: 'snooze', from: '待办', given: { date: '2025-03-01', snoozed_to: '2025-03-10', snooze_reason: '等批复' }, then: 'same', day: 'date', needs: ['snoozed_to', 'snooze_reason'], before: [['snoozed_to', '2025-02-28', '日期']] },
    { says: 'it is done', source: 'A.32', step: 'finish', from: '待办', given: { done_on: '2025-03-05' }, then: '完成', day: 'done_on' },
    { says: 'it is dropped, for a reason', source: 'A.32', step: 'cancel', from: '待办', given: { date: '2025-03-05', cancel_reason: '不再需要' }, then: '取消', day: 'date', needs: ['cancel_reason'] },
  ],
}

export const countyOrder: Chapter = {
  type: 'county_order', first: '待签收', source: 'A.33',
  has: { order_no: '7', title: '报送名册', issued_on: '2025-03-01' },
  rows: [
    { says: 'the town takes it', source: 'A.33', step: 'accept', from: '待签收', given: { accepted_on: '2025-03-02' }, then: '办理中', day: 'accepted_on', before: [['accepted_on', '2025-02-28', '交办日期']] },
    { says: 'the town answers', source: 'A.33', step: 'answer', from: ['待签收', '办理中', '退回'], has: { accepted_on: '2025-03-02' }, given: { reported_on: '2025-03-10', result: '已报' }, then: '已回告', day: 'reported_on', needs: ['result'], before: [['reported_on', '2025-02-28', '交办日期'], ['reported_on', '2025-03-01', '签收日期']] },
    { says: 'the county sends the answer back, for a reason', source: 'A.33', role: 'county', step: 'return', from: '已回告', has: { reported_on: '2025-03-10' }, given: { date: '2025-03-12', return_reason: '缺附表' }, then: '退回', day: 'date', needs: ['return_reason'], before: [['date', '2025-03-09', '回告日期']] },
    { says: 'the county closes it', source: 'A.33', role: 'county', step: 'close', from: '已回告', has: { reported_on: '2025-03-10' }, given: { closed_on: '2025-03-12' }, then: '已办结', day: 'closed_on', before: [['closed_on', '2025-03-09', '回告日期']] },
    { refuses: 'a town that sends its own answer back', source: 'A.34 only by the county', step: 'return', from: '已回告', given: { date: '2025-03-12', return_reason: '缺附表' }, code: 'wrong-role' },
    { refuses: 'a town that closes the county\'s order', source: 'A.34 only by the county', step: 'close', from: '已回告', given: { closed_on: '2025-03-12' }, code: 'wrong-role' },
  ],
}

export const expense: Chapter = {
  type: 'expense', first: '登记', source: '代表法§41 §42',
  has: { date: '2025-03-01', amount_fen: 10_000 },
  rows: [
    { says: 'it is approved by somebody', source: 'A.30', step: 'approve', from: '登记', given: { approved_on: '2025-03-02', approved_by: '赵主席' }, then: '已审批', day: 'approved_on', needs: ['approved_by'] },
    {
      says: 'more than the budget has and an allowance for somebody with a wage are warned of', source: '代表法§41 §42', step: 'approve', from: '登记', given: { approved_on: '2025-03-02', approved_by: '赵主席' }, then: '已审批', warns: ['over-budget', 'fixed-income'],
      has: ({ world, term }) => ({
        budget: world.add('budget', { year: 2025, kind: '5', budget_fen: 9999 }),
        mandate: world.add('mandate', { person: world.add('person', { name: '钱代表', fixed_income: true }), level: '5', term, nth: 1 }, '在任'),
      }),
    },
    { says: 'it is paid', source: 'A.30', step: 'pay', from: ['登记', '已审批'], given: { paid_on: '2025-03-05' }, then: '已支付', day: 'paid_on' },
    { says: 'it no longer counts, for a reason', source: 'A.30', step: 'void', from: ['登记', '已审批', '已支付'], given: { date: '2025-03-06', reason: '重复登记' }, then: '作废', day: 'date', needs: ['reason'] },
  ],
}
