/** 质询 and 询问 (A.19): a 质询案 takes at least ten deputies in writing (组织法第24条). */
import { choice, date, int, list, longText, ref, refs, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'

export const inquiry = defineRecord({
  type: 'inquiry',
  label: '质询/询问',
  scope: 'county',
  firstStatus: '拟提',
  endStatuses: ['已撤回', '终结'],
  menu: 'meetings',
  fields: {
    kind: choice('类别', 'inquiry.kind', 'complete', { initial: '2' }),
    session: ref('会议', ['session'], 'complete'),
    event: ref('专题询问', ['supervision'], 'optional'),
    title: text('标题', 'identity', { max: 500 }),
    lead: ref('领衔/提案代表', ['mandate'], 'step'),
    proposers: refs('联名代表', ['mandate'], 'step'),
    target: ref('对象', ['organisation'], 'step', { orText: true, max: 200 }),
    question: longText('问题和内容', 'step'),
    raised_on: date('提出日期', 'step'),
    decided_on: date('主席团决定日期', 'step'),
    answer_mode: choice('答复方式', 'inquiry.answer_mode', 'step'),
    answers: list('答复', {
      round: int('轮次', 'optional', { min: 1, max: 99 }),
      date: date('日期', 'optional'),
      signer: text('签署人', 'optional', { max: 100 }),
      text: text('答复内容', 'optional'),
      satisfied: int('满意', 'optional', { unit: '人' }),
      dissatisfied: int('不满意', 'optional', { unit: '人' }),
    }, 'step'),
    commitments: text('后续承诺', 'optional'),
    withdrawn_on: date('撤回日期', 'step'),
    closed_on: date('终结日期', 'step'),
  },
  dateField: 'raised_on',
  columns: ['title', 'kind', 'lead', 'target', 'raised_on', 'status'],
  search: ['title', 'lead', 'target', 'question'],
  title: (data) => textOf(data, 'title'),
})
export type Inquiry = DataOf<typeof inquiry.fields>
