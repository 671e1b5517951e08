/** 宣传信息 (A.33); the clip is in `files`. */
import { choice, date, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'

export const publicity = defineRecord({
  type: 'publicity',
  label: '宣传信息',
  scope: 'county',
  menu: 'documents',
  fields: {
    title: text('标题', 'identity', { max: 500 }),
    date: date('刊发日期', 'complete'),
    media: text('媒体', 'complete', { max: 200 }),
    level: choice('级别', 'honour.level', 'complete'),
    url: text('链接', 'optional', { max: 2000 }),
  },
  dateField: 'date',
  columns: ['title', 'date', 'media', 'level'],
  search: ['title', 'media'],
  title: (data) => textOf(data, 'title'),
})
export type Publicity = DataOf<typeof publicity.fields>
