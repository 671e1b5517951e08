/** 重大事项年度清单 (A.14). */
import { choice, date, int, longText, ref, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'

export const majorMatter = defineRecord({
  type: 'major_matter',
  label: '重大事项',
  scope: 'county',
  firstStatus: '拟列入',
  endStatuses: ['办结', '已撤回'],
  menu: 'matters',
  fields: {
    year: int('年度', 'identity', { min: 1900, max: 2100 }),
    title: text('事项', 'identity', { max: 500 }),
    category: choice('类别', 'major.category', 'complete'),
    mode: choice('处理方式', 'major.mode', 'complete'),
    party_asked_on: date('请示镇党委日期', 'optional'),
    party_reply: text('镇党委批复', 'optional'),
    listed_on: date('列入清单日期', 'step'),
    submitted_on: date('提请日期', 'step'),
    submit_unit: text('提请单位', 'step', { max: 200 }),
    session: ref('审议会议', ['session', 'presidium_meeting'], 'step'),
    vote: ref('表决', ['vote'], 'optional'),
    decided_on: date('决定日期', 'step'),
    decision_text: longText('决定内容', 'step'),
    decision_no: text('决议号', 'optional', { max: 100 }),
    withdrawn_on: date('撤回日期', 'step'),
    withdraw_reason: text('撤回原因', 'step'),
    closed_on: date('办结日期', 'step'),
  },
  columns: ['year', 'title', 'category', 'mode', 'decided_on', 'status'],
  search: ['title', 'submit_unit', 'decision_text', 'decision_no'],
  title: (data) => textOf(data, 'title'),
})
export type MajorMatter = DataOf<typeof majorMatter.fields>
