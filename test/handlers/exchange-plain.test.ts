import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { folder, makeOffice, qingshi, Clock, type Office } from './support/offices'

async function town(): Promise<Office> {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const person = await office.add('person', { name: '张有田', sex: '1', native_place: '=1+1' })
  await office.add('person_private', { person, phone: '13900001234' })
  await office.add('suggestion', { title: '关于修路的建议', raised_on: '2026-03-01' })
  return office
}

async function sheetsOf(file: string): Promise<Readonly<Record<string, readonly (readonly string[])[]>>> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(file) as unknown as ArrayBuffer)
  return Object.fromEntries(book.worksheets.map((page) => {
    const rows: string[][] = []
    page.eachRow((row) => { rows.push((row.values as readonly unknown[]).slice(1).map((value) => String(value))) })
    return [page.name, rows]
  }))
}

describe('the plain hand-in', () => {
  test('is a folder of workbooks and documents that anybody can open, without private records', async () => {
    const office = await town()
    const out = folder()
    const made = await office.get('exchange.plain', { to: out })
    expect(made.folder).toBe(join(out, '镇县数据', '明文报送', `${qingshi}_青石镇_${office.desk.today}`))
    const names = made.files.map((file) => basename(file.path))
    expect(names).toEqual(expect.arrayContaining(['登记簿_代表.xlsx', '登记簿_建议.xlsx', '报送说明.docx']))
    expect(names.some((name) => name.includes('个人信息'))).toBe(false)
    const [people] = Object.values(await sheetsOf(join(made.folder, '登记簿_代表.xlsx'))).filter((rows) => rows[0]?.includes('籍贯') === true)
    expect(people?.[0]).toEqual(expect.arrayContaining(['姓名', '性别', '籍贯']))
    expect(people?.[1]).toEqual(expect.arrayContaining(['张有田', '男', '=1+1']))
    const books = await Promise.all(made.files.filter((file) => file.path.endsWith('.xlsx')).map((file) => sheetsOf(file.path)))
    expect(JSON.stringify(books).includes('13900001234')).toBe(false)
    expect(made.files.every((file) => /\.(xlsx|docx)$/.test(file.path))).toBe(true)
  })

  test('carries private records only when asked, masked or plain, and that is written down', async () => {
    const office = await town()
    const masked = await office.get('exchange.plain', { to: folder(), private: 'masked' })
    const of = async (files: readonly { readonly path: string }[]): Promise<string> => JSON.stringify(await sheetsOf(files.find((file) => file.path.includes('个人信息'))?.path ?? ''))
    const hidden = await of(masked.files)
    expect([hidden.includes('13900001234'), hidden.includes('139****1234')]).toEqual([false, true])
    const open = await of((await office.get('exchange.plain', { to: folder(), private: 'plain' })).files)
    expect(open.includes('13900001234')).toBe(true)
    expect(office.store.events.list({ limit: 2 }).map((event) => event.detail)).toMatchObject([{ private: 'plain' }, { private: 'masked' }])
  })

  test('is a town\'s', async () => {
    const county = await makeOffice('county', '511321', '南部县', new Clock())
    expect(await county.ask('exchange.plain', { to: folder() })).toMatchObject({ ok: false, code: 'wrong-role' })
  })
})
