import { expect, test } from 'vitest'
import type { Field } from '../../shared/fields'
import type { Rec } from '../../shared/record'
import { declarations } from '../../shared/records'
import { cellText, listTable, yuanText } from '../../shared/report/list-sheet'

const fieldOf = (type: 'suggestion' | 'person', key: string): Field => {
  const field: Field | undefined = declarations[type].fields[key]
  if (field === undefined) throw new Error(`${type} has no ${key}`)
  return field
}

const rec = (type: string, id: string, fields: Rec['fields'], status?: string): Rec => ({ id, type, org: '511321101', version: `${id}1`, fields, deleted: false, ...(status === undefined ? {} : { status }) })

test('a list becomes a table with labels for keys, words for codes, titles for references and 元 for 分', () => {
  const titles: Readonly<Record<string, string>> = { m1: '何秀兰', u1: '镇村镇建设办' }
  const table = listTable(declarations.suggestion, [rec('suggestion', 's1', { no: '19-3-001', title: '关于修路的建议', lead: 'm1', field: '02' }, '已交办')], (id) => titles[id] ?? '')
  const at = (label: string): string | undefined => table.rows[0]?.cells[table.columns.findIndex((column) => column.label === label)]
  expect([at('建议编号'), at('领衔代表'), at('内容分类'), at('状态')]).toEqual(['19-3-001', '何秀兰', '道路交通', '已交办'])
  expect(table.columns.map((column) => column.label)).not.toContain('附件')
  expect(new Set(table.columns.map((column) => column.label)).size).toBe(table.columns.length)
})

test('columns that nobody filled in are left out unless the list itself shows them', () => {
  const table = listTable(declarations.village, [rec('village', 'v1', { name: '石桥村' })], () => '')
  expect(table.rows).toEqual([{ cells: ['石桥村', ...table.columns.slice(1).map(() => '')] }])
  expect(table.columns.length).toBeLessThanOrEqual(declarations.village.columns.length)
})

test('an amount is headed with its unit, once', () => {
  const table = listTable(declarations.budget, [rec('budget', 'b1', { year: 2026, kind: '1', standard_fen: 120_000, budget_fen: 7_200_000 })], () => '')
  expect(table.columns.map(({ label }) => label).filter((label) => label.includes('元'))).toEqual(['标准(元/人·年)', '预算数(元)'])
})

test.each([[0, '0.00'], [5, '0.05'], [12_345, '123.45'], [-250, '-2.50'], [100_000_000_000, '1000000000.00']])('%i 分 is %s 元', (fen, text) => {
  expect(yuanText(fen)).toBe(text)
})

test('a reference to a record that is gone stays readable as what was written', () => {
  expect(cellText(fieldOf('suggestion', 'lead'), 'm9', () => '')).toBe('m9')
  expect(cellText(fieldOf('person', 'fixed_income'), false, () => '')).toBe('否')
})
