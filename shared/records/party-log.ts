/** 党委领导记录 (A.33). */
import { choice, date, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { labelOf } from '../codes'
import { defineRecord } from '../record'
import { dayText, joined } from './names'

export const partyLog = defineRecord({
  type: 'party_log',
  label: '党委领导记录',
  scope: 'county',
  menu: 'documents',
  fields: {
    kind: choice('类别', 'party.kind', 'identity'),
    date: date('日期', 'identity'),
    topic: text('议题', 'complete', { max: 500 }),
    result: text('结果', 'optional'),
  },
  dateField: 'date',
  columns: ['date', 'kind', 'topic', 'result'],
  search: ['topic', 'result'],
  title: (data) => joined(dayText(data, 'date'), textOf(data, 'topic') || labelOf('party.kind', textOf(data, 'kind'))),
})
export type PartyLog = DataOf<typeof partyLog.fields>
