import ExcelJS from 'exceljs'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countyForm } from '../documents/support/county-form'
import { Clock, folder, makeOffice, qingshi, type Office } from './support/offices'

const days = { from: '2026-01-01', to: '2026-03-02' }

async function townWithForm(): Promise<{ readonly town: Office; readonly file: string }> {
  const town = await makeOffice('town', qingshi, '青石镇', new Clock())
  const activity = await town.add('activity', { kind: '07', title: '小组学习' })
  await town.get('step.run', { id: activity, step: 'hold', fields: { start_on: '2026-02-01' } })
  const file = join(folder(), '县统计表.xlsx')
  writeFileSync(file, await countyForm())
  await town.get('form.load', { file })
  return { town, file }
}

async function cellsOf(file: string, refs: readonly string[]): Promise<readonly unknown[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  return refs.map((ref) => book.worksheets[0]?.getCell(ref).value ?? null)
}

describe('the county\'s form of a town', () => {
  it('is loaded once, pointed at indicators by cell, and filled with their figures', async () => {
    const { town, file } = await townWithForm()
    const before = readFileSync(file)
    expect(await town.get('form.guess', {})).toEqual({ cells: 4 })
    await town.get('form.map', { sheet: '统计表', ref: 'B2', path: 'head:office' })
    await town.get('form.map', { sheet: '统计表', ref: 'C6', path: 'B5.09%' })
    const { form } = await town.get('form.get', days)
    expect(form?.map.map(({ ref, name, value }) => [ref, name, value])).toEqual([['C4', '提出总数', '0'], ['D4', '提出总数（上年）', '0'], ['C7', '组织代表活动次数', '1'], ['D7', '组织代表活动次数（上年）', '0'], ['B2', '填报单位', '青石镇'], ['C6', '已答复（率）', '']])
    const { files, filled, unknown } = await town.get('form.fill', { ...days, out: folder() })
    expect([filled, unknown]).toEqual([5, ['C6 已答复（率）']])
    expect(await cellsOf(files[0]?.path ?? '', ['C7', 'D7', 'B2', 'C6'])).toEqual([1, 0, '青石镇', null])
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('lists records down a column, in the order of their days, as far as the form has rows, and says what has none', async () => {
    const { town } = await townWithForm()
    for (const [title, on] of [['走访', '2026-03-01'], ['视察河道', '2026-01-20'], ['去年的', '2025-12-30']] as const) {
      const id = await town.add('activity', { kind: '03', title })
      await town.get('step.run', { id, step: 'hold', fields: { start_on: on } })
    }
    const file = join(folder(), '活动一览.xlsx')
    writeFileSync(file, await countyForm((sheet) => {
      sheet.getRow(3).values = ['序号', '活动', '日期', '状态', '']
      for (const row of [4, 5, 6, 7, 8]) for (const column of ['A', 'B', 'C', 'D', 'E']) sheet.getCell(`${column}${String(row)}`).value = null
      sheet.unMergeCells('A4:A6')
      for (const row of [4, 5]) for (const column of ['B', 'C', 'D']) sheet.getCell(`${column}${String(row)}`).border = { top: { style: 'thin' } }
      sheet.getCell('B6').value = '合计'
      sheet.getCell('C6').value = { formula: 'COUNTA(B4:B5)', result: 0 }
    }))
    await town.get('form.load', { file })
    for (const [ref, key] of [['B4', 'title'], ['C4', 'start_on'], ['D4', 'status']] as const) await town.get('form.map', { sheet: '统计表', ref, path: `rec:activity/${key}` })
    expect((await town.get('form.get', days)).form?.map.map(({ ref, name, value }) => [ref, name, value])).toEqual([['B4', '代表活动：标题（每条一行）', '3条'], ['C4', '代表活动：开始日期（每条一行）', '3条'], ['D4', '代表活动：状态（每条一行）', '3条']])
    const { files, unknown } = await town.get('form.fill', { ...days, out: folder() })
    expect(await cellsOf(files[0]?.path ?? '', ['B4', 'C4', 'D4', 'B5', 'C5', 'B6'])).toEqual(['视察河道', '2026-01-20', '已开展', '小组学习', '2026-02-01', '合计'])
    expect((await cellsOf(files[0]?.path ?? '', ['C6']))[0]).toMatchObject({ formula: 'COUNTA(B4:B5)' })
    expect(unknown[0]).toBe('B4 代表活动：标题（每条一行）：表里少 1 行，没有填进去')
    expect(await town.ask('form.map', { sheet: '统计表', ref: 'B4', path: 'rec:person_private/id_no' })).toMatchObject({ ok: false, code: 'unknown-indicator' })
  })

  it('says of a new version what moved and what is gone, and keeps the rest pointed', async () => {
    const { town } = await townWithForm()
    await town.get('form.guess', {})
    const file = join(folder(), '县统计表2027.xlsx')
    writeFileSync(file, await countyForm((sheet) => {
      sheet.getCell('B4').value = '收到建议总数'
      sheet.spliceRows(7, 0, ['活动', '活动人次'])
    }))
    const loaded = await town.get('form.load', { file })
    expect(loaded).toEqual({
      version: 2, kept: 2, moved: [{ label: '活动/组织代表活动次数', from: 'C7', to: 'C8' }, { label: '活动/组织代表活动次数', from: 'D7', to: 'D8' }],
      lost: [{ label: '建议/提出总数', from: 'C4', name: '提出总数' }, { label: '建议/提出总数', from: 'D4', name: '提出总数（上年）' }],
    })
    expect((await town.get('form.get', days)).form?.versions.map(({ version, cells }) => [version, cells])).toEqual([[1, 4], [2, 2]])
  })

  it('stays as it was where a file is refused, and takes no words, formulas or unknown indicators', async () => {
    const { town } = await townWithForm()
    const broken = join(folder(), '坏的.xlsx')
    writeFileSync(broken, Buffer.from('PK\u0003\u0004坏的'))
    expect(await town.ask('form.load', { file: broken })).toMatchObject({ ok: false, code: 'not-a-table' })
    expect(await town.ask('form.map', { sheet: '统计表', ref: 'E4', path: 'B5.01' })).toMatchObject({ ok: false, code: 'cell-not-open' })
    expect(await town.ask('form.map', { sheet: '统计表', ref: 'C4', path: 'B5.99' })).toMatchObject({ ok: false, code: 'unknown-indicator' })
    expect((await town.get('form.get', days)).form).toMatchObject({ version: 1, map: [] })
  })

  it('is none before one was loaded', async () => {
    const town = await makeOffice('town', qingshi, '青石镇', new Clock())
    expect(await town.get('form.get', days)).toEqual({ form: null })
    expect(await town.ask('form.fill', { ...days, out: folder() })).toMatchObject({ ok: false, code: 'no-form' })
  })
})
