/** 办实事等履职事迹 (A.24): what no other record shows. */
import { choice, int, money, ref, text, ym, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { when } from './conditions'

export const deed = defineRecord({
  type: 'deed',
  label: '办实事等履职事迹',
  scope: 'county',
  parents: [{ field: 'mandate', onDelete: 'refuse' }],
  menu: 'activities',
  fields: {
    mandate: ref('代表', ['mandate'], 'identity'),
    kind: choice('类别', 'deed.kind', 'complete'),
    title: text('标题', 'identity', { max: 500 }),
    date: ym('日期', 'complete'),
    amount_fen: money('金额', 'optional'),
    beneficiaries: int('受益人数', 'optional', { unit: '人' }),
    village: ref('村', ['village'], 'optional'),
    result: text('结果', 'optional', { hint: '化解矛盾不写当事人姓名' }),
    level: choice('表彰级别', 'honour.level', 'complete', { completeIf: when('kind', '6') }),
    issuer: text('表彰单位', 'optional', { max: 200 }),
  },
  dateField: 'date',
  columns: ['mandate', 'kind', 'title', 'date', 'amount_fen', 'beneficiaries'],
  search: ['mandate', 'title', 'result', 'issuer'],
  title: (data) => textOf(data, 'title'),
})
export type Deed = DataOf<typeof deed.fields>
