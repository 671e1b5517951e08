/** Tables as they come from other people's computers: each says what is wrong in a sentence, and the rest of it is taken. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { Clock, folder, makeOffice, qingshi, type Office } from './support/offices'

const town = (): Promise<Office> => makeOffice('town', qingshi, '青石镇', new Clock())
const lines = [['标题', '刊发日期', '媒体'], ['代表风采第一期', '2026-01-05', '县报'], ['', '2026-01-06', '县报'], ['代表风采第二期', '2026年1月7日', '县报']]

function saved(name: string, bytes: string | Uint8Array): string {
  const file = join(folder(), name)
  writeFileSync(file, bytes)
  return file
}

const bookOf = (sheets: Readonly<Record<string, readonly (readonly string[])[]>>) => ({ SheetNames: Object.keys(sheets), Sheets: Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]))])) })
const written = (book: XLSX.WorkBook, bookType: 'biff8' | 'xlsx'): Uint8Array => new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer)

/** Two rows are taken, and the one without a title is named by its row. */
async function takesTwo(file: string): Promise<void> {
  const office = await town()
  const taken = await office.get('history.import', { file, type: 'publicity', as: 'new' })
  expect([taken.new, taken.errors.map(({ row, say }) => [row, say])]).toEqual([2, [[3, '请填写标题。']]])
  expect((await office.get('record.list', { type: 'publicity' })).rows.map(({ fields }) => fields['date']).toSorted()).toEqual(['2026-01-05', '2026-01-07'])
}

describe('a table of news, one row of it without a title', () => {
  test('is taken from a spreadsheet of WPS (.et)', () => takesTwo(saved('宣传.et', written(bookOf({ s: lines }), 'biff8'))))
  test('is taken from an .et with the streams of its own that WPS puts beside the workbook, and from an .xlsx that was named .et', async () => {
    const parts = XLSX.CFB as { read(bytes: Uint8Array, options: object): object; write(container: object, options: object): ArrayLike<number>; utils: { cfb_add(container: object, name: string, bytes: Uint8Array): void } }
    const container = parts.read(written(bookOf({ s: lines }), 'biff8'), { type: 'array' })
    parts.utils.cfb_add(container, '/ETExtData', new Uint8Array(600).fill(7))
    await takesTwo(saved('宣传.et', Uint8Array.from(parts.write(container, { type: 'array' }))))
    await takesTwo(saved('宣传.et', written(bookOf({ s: lines }), 'xlsx')))
  })
  test('is taken from an .xls that is a web page', () => takesTwo(saved('宣传.xls', `<html><meta charset="utf-8"><table>${lines.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`)))
  test('is taken from lines parted by semicolons', () => takesTwo(saved('宣传.csv', lines.map((row) => row.join(';')).join('\r\n'))))
  test('is taken from the sheet that is shown: a hidden one with the same headings is not looked at', () => {
    const book = { ...bookOf({ 旧: [['标题', '刊发日期', '媒体'], ['藏起来的', '2025-01-01', '']], 今年: lines }), Workbook: { Sheets: [{ Hidden: 1 as const }, { Hidden: 0 as const }] } }
    return takesTwo(saved('宣传.xlsx', written(book, 'xlsx')))
  })
  test('is taken with its hidden columns', () => {
    const book = bookOf({ s: lines })
    const sheet = book.Sheets['s']
    if (sheet) sheet['!cols'] = [{}, { hidden: true }, {}]
    return takesTwo(saved('宣传.xlsx', written(book, 'xlsx')))
  })
})

test('an ID number in scientific notation is named and left empty, a phone is named and kept to be checked, and the deputies are taken', async () => {
  const office = await town()
  const file = saved('名册.csv', '姓名,性别,身份证号,联系电话\n甘草儿,男,5.10099E+17,13800000001\n白芷,女,510099198510020027,1.38E+10\n')
  const taken = await office.get('roster.import', { file })
  expect([taken.new, taken.errors]).toEqual([2, []])
  expect(taken.warnings.map(({ row, column }) => [row, column])).toEqual([[2, '身份证号'], [3, '联系电话']])
  const kept = (await office.get('record.list', { type: 'person_private' })).rows.map(({ fields }) => fields['id_no'] !== undefined)
  expect(kept.toSorted()).toEqual([false, true])
})

test('a locked workbook and a picture are answered with a sentence', async () => {
  const office = await town()
  const locked = fileURLToPath(new URL('../fixtures/roster/encrypted.xls', import.meta.url))
  expect(await office.ask('history.import', { file: locked, type: 'publicity' })).toMatchObject({ ok: false, code: 'file-encrypted' })
  expect(await office.ask('history.import', { file: saved('图.xlsx', Buffer.from('89504e470d0a1a0a', 'hex')), type: 'publicity' })).toMatchObject({ ok: false, code: 'not-a-table' })
})
