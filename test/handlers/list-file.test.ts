import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { Clock, makeOffice, qingshi } from './support/offices'

test('a register leaves as a table that Excel opens: what the list shows, every page of it, covered values covered', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  await office.get('record.add', { type: 'organisation', records: Array.from({ length: 1203 }, (_, at) => ({ name: `=第${at + 1}站所` })) })
  const out = mkdtempSync(join(tmpdir(), 'zhen-list-'))
  const made = await office.get('list.file', { type: 'organisation', out })
  expect(made.rows).toBe(1203)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(made.files[0]?.path ?? '') as unknown as ArrayBuffer)
  const [sheet] = book.worksheets
  const names = sheet?.getColumn(1).values.filter((value): value is string => typeof value === 'string' && value.startsWith('=第')) ?? []
  expect([sheet?.getCell('A1').value, names.length, new Set(names).size]).toEqual(['青石镇单位/承办单位', 1203, 1203])
  expect((await office.get('list.file', { type: 'organisation', text: '第1203站所', out })).rows).toBe(1)
  expect((await office.get('audit.list', { group: 'out', limit: 1 })).rows[0]).toMatchObject({ what: 'export', detail: { rows: 1 } })
  expect(await office.ask('list.file', { type: '没有', out })).toMatchObject({ ok: false, code: 'unknown-type' })
})

test('the same list goes on paper whole: its own columns, every row, the head on every sheet, covered values covered', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  await office.get('record.add', { type: 'organisation', records: Array.from({ length: 1203 }, (_, at) => ({ name: `第${at + 1}站所` })) })
  const page = await office.get('list.html', { type: 'organisation' })
  expect([page.rows, page.name]).toEqual([1203, '单位承办单位 2026-03-02.pdf'])
  expect([...page.html.matchAll(/第\d+站所/gu)].length).toBe(1203)
  expect(page.html).toMatch(/<thead><tr><th>序号<\/th><th>名称<\/th>/u)
  expect((await office.get('list.html', { type: 'organisation', text: '第1203站所' })).rows).toBe(1)
  await office.get('record.add', { type: 'organisation', records: Array.from({ length: 4000 }, (_, at) => ({ name: `又${at + 1}站所` })) })
  expect(await office.ask('list.html', { type: 'organisation' })).toMatchObject({ ok: false, code: 'too-long', detail: { max: 5000 } })
})
