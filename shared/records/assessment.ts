/** 对乡镇目标考核自评 (A.33): the list of items differs each year, points are tenths. */
import { int, refs, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { joined, numberText } from './names'

const points = { max: 100_000, unit: '分', tenths: true } as const

export const assessment = defineRecord({
  type: 'assessment',
  label: '目标考核自评项',
  scope: 'county',
  key: ['year', 'item_no'],
  menu: 'documents',
  fields: {
    year: int('年度', 'identity', { min: 1900, max: 2100 }),
    item_no: text('序号', 'identity', { max: 40 }),
    item: text('考核项目', 'complete', { max: 500 }),
    full_tenths: int('满分', 'complete', points),
    self_tenths: int('自评分', 'complete', points),
    county_tenths: int('县评分', 'optional', points),
    evidence: refs('佐证', [], 'optional'),
    note: text('说明', 'optional'),
  },
  columns: ['year', 'item_no', 'item', 'full_tenths', 'self_tenths', 'county_tenths'],
  search: ['item_no', 'item', 'note'],
  title: (data) => joined(`${numberText(data, 'year')}年`, textOf(data, 'item_no'), textOf(data, 'item')),
})
export type Assessment = DataOf<typeof assessment.fields>
