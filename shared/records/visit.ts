/** 走访联系 and 双联结对 (A.27). */
import { choice, date, int, list, money, ref, refs, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { labelOf } from '../codes'
import { defineRecord } from '../record'
import { when } from './conditions'
import { inOrder } from './dates-in-order'
import { dayText, deputyName, joined, nameOf, numberText } from './names'

export const visit = defineRecord({
  type: 'visit',
  label: '走访联系',
  scope: 'county',
  menu: 'activities',
  fields: {
    kind: choice('类别', 'visit.kind', 'complete'),
    date: date('日期', 'identity'),
    mandates: refs('代表(走访人)', ['mandate'], 'complete'),
    contacted: refs('被联系代表', ['mandate'], 'complete', { completeIf: when('kind', '2', '3') }),
    village: ref('村', ['village'], 'optional'),
    households: int('户数', 'optional', { unit: '户' }),
    persons: int('人数', 'optional', { unit: '人' }),
    mode: choice('方式', 'contact.mode', 'optional'),
    topic: text('主题', 'optional', { max: 500 }),
    result: text('结果', 'optional'),
  },
  dateField: 'date',
  columns: ['date', 'kind', 'mandates', 'contacted', 'village', 'households', 'persons'],
  search: ['mandates', 'contacted', 'village', 'topic', 'result'],
  title: (data) => joined(dayText(data, 'date'), labelOf('visit.kind', textOf(data, 'kind')) || '走访', textOf(data, 'topic')),
})
export type Visit = DataOf<typeof visit.fields>

export const pairing = defineRecord({
  type: 'pairing',
  label: '双联结对',
  scope: 'county',
  key: ['mandate', 'village', 'household_no'],
  parents: [{ field: 'mandate', onDelete: 'refuse' }],
  menu: 'activities',
  fields: {
    mandate: ref('代表', ['mandate'], 'identity'),
    village: ref('村', ['village'], 'identity'),
    household_no: int('户序号', 'identity', { max: 9999, hint: '0 表示结对整村；户主姓名另记为联系对象' }),
    household_kind: choice('户别', 'household.kind', 'optional'),
    from_on: date('结对开始', 'complete'),
    to_on: date('结对结束', 'optional', { mayBeFuture: true }),
    measures: text('帮扶措施', 'optional'),
    result: text('成效', 'optional'),
    projects: list('帮扶项目', {
      name: text('项目', 'optional', { max: 200 }),
      amount_fen: money('金额', 'optional'),
      state: choice('进展', 'pairing.state', 'optional'),
      done_on: date('完成日期', 'optional'),
    }, 'optional'),
  },
  dateField: 'from_on',
  columns: ['mandate', 'village', 'household_no', 'household_kind', 'from_on', 'to_on'],
  search: ['mandate', 'village', 'measures', 'projects'],
  title: (data, lookup) =>
    joined(deputyName(lookup, textOf(data, 'mandate')), nameOf(lookup, textOf(data, 'village')), data['household_no'] ? `第${numberText(data, 'household_no')}户` : ''),
  check: inOrder('from_on', '结对开始', 'to_on', '结对结束'),
})
export type Pairing = DataOf<typeof pairing.fields>
