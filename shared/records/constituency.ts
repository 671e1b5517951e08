/** 选区 (A.3): 1–3 seats each (选举法第25条). */
import { choice, derived, int, ref, refs, text, type DataOf } from '../fields'
import { intOf, textOf, type Lookup } from '../facts'
import { chineseNumber } from '../parse/chinese-numeral'
import { defineRecord, type Rec } from '../record'
import { holdsSeat } from './mandate'
import { inCurrentTerm } from './term'
import { joined } from './names'

/** Most are called by their number, which is then said once: 第10选区, 第二选区（太平村）. */
const namesItsNumber = (name: string, no: string): boolean => name.includes(no) || (/^\d{1,2}$/u.test(no) && name.includes(`${chineseNumber(Number(no))}选区`))

/** 3选区 石桥选区, and its name alone where that has the number. */
export const constituencyName = (no: string, name: string): string => (namesItsNumber(name, no) ? name : joined(`${no}选区`, name))

export const constituency = defineRecord({
  type: 'constituency',
  label: '选区',
  scope: 'county',
  key: ['term', 'level', 'no'],
  parents: [{ field: 'term', onDelete: 'refuse' }],
  menu: 'people',
  fields: {
    term: ref('届次', ['term'], 'identity', { initial: 'current-term' }),
    level: choice('层级', 'level', 'identity'),
    no: text('选区号', 'identity', { max: 20 }),
    name: text('名称', 'complete', { max: 100 }),
    villages: refs('覆盖村(社区)', ['village'], 'complete'),
    units: text('覆盖单位', 'optional'),
    seats: int('应选名额', 'complete', { max: 99, unit: '名' }),
    voters: int('登记选民数', 'complete', { unit: '人' }),
    vacancies: derived('缺额', { unit: '名' }),
  },
  columns: ['no', 'name', 'level', 'villages', 'seats', 'vacancies', 'voters'],
  search: ['no', 'name', 'villages', 'units'],
  title: (data) => constituencyName(textOf(data, 'no'), textOf(data, 'name')),
  defaults: inCurrentTerm,
  derive: (rec, lookup, today) => ({ vacancies: vacancies(rec, lookup, today) }),
})
export type Constituency = DataOf<typeof constituency.fields>

/** Seats less the deputies who hold one that day; null without seats. */
export function vacancies(rec: Rec, lookup: Lookup, day: string): number | null {
  const seats = intOf(rec.fields, 'seats')
  if (seats === null) return null
  return seats - lookup.where('mandate', 'constituency', rec.id).filter((mandate) => holdsSeat(mandate, day)).length
}
