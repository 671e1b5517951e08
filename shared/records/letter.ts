/** 信访来信来访 (A.33); who wrote or came is a `visitor`. */
import { choice, date, int, longText, ref, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { looksPrivate } from './looks-private'

export const letter = defineRecord({
  type: 'letter',
  label: '信访',
  scope: 'county',
  menu: 'sites',
  fields: {
    received_on: date('收到日期', 'identity', { initial: 'today' }),
    form: choice('形式', 'letter.form', 'complete'),
    subject: text('事由', 'identity', { max: 500, hint: '不写姓名、电话、身份证号' }),
    category: choice('类别', 'field', 'complete'),
    headcount: int('人数', 'optional', { unit: '人' }),
    handled: choice('处理方式', 'letter.handled', 'complete'),
    unit: ref('承办单位', ['organisation'], 'optional'),
    due_on: date('期限', 'optional', { mayBeFuture: true }),
    reply_on: date('答复日期', 'optional'),
    reply_text: longText('结果', 'optional'),
    closed_on: date('办结日期', 'complete'),
    matter: ref('对应群众事项', ['voter_matter'], 'optional'),
  },
  dateField: 'received_on',
  columns: ['received_on', 'subject', 'form', 'category', 'handled', 'unit', 'closed_on'],
  search: ['subject', 'unit', 'reply_text'],
  title: (data) => textOf(data, 'subject'),
  warn: (data) => looksPrivate(data, ['subject', 'reply_text']),
})
export type Letter = DataOf<typeof letter.fields>
