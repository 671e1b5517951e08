/** 审议意见/讨论意见/决议督办 (A.13). */
import { choice, date, list, longText, ref, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'

export const followUp = defineRecord({
  type: 'follow_up',
  label: '审议意见督办',
  scope: 'county',
  parents: [{ field: 'source', onDelete: 'keep' }],
  firstStatus: '待交办',
  endStatuses: ['已办结'],
  menu: 'supervision',
  fields: {
    source: ref('来源', ['supervision', 'session', 'presidium_meeting', 'decision', 'inquiry', 'major_matter', 'document'], 'complete'),
    title: text('标题', 'identity', { max: 500 }),
    content: longText('内容', 'complete'),
    target: ref('承办单位', ['organisation'], 'step'),
    sent_on: date('书面交办日期', 'step'),
    due_on: date('期限', 'step', { mayBeFuture: true }),
    extended_due_on: date('延期至', 'step', { mayBeFuture: true }),
    extend_reason: text('延期原因', 'step'),
    progress: list('进展', { date: date('日期', 'optional'), text: text('情况', 'optional') }, 'optional'),
    reply_on: date('报告日期', 'step'),
    reply_text: longText('报告情况', 'step'),
    verified_by: text('核验人', 'step', { max: 100 }),
    verified_on: date('核验日期', 'step'),
    evaluation: choice('评价', 'evaluation', 'step'),
    return_reason: text('退回原因', 'step'),
    closed_on: date('办结日期', 'step'),
  },
  dateField: 'sent_on',
  columns: ['title', 'target', 'sent_on', 'due_on', 'status', 'evaluation'],
  search: ['title', 'content', 'target'],
  title: (data) => textOf(data, 'title'),
})
export type FollowUp = DataOf<typeof followUp.fields>
