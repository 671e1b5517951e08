import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { partOf } from '../documents/support/read-zip'
import { folder, makeOffice, qingshi, Clock, type Office } from './support/offices'

const textOfDocx = (file: string): string => [...partOf(readFileSync(file), 'word/document.xml').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<\/w:p>/gu)].map(([, text]) => text ?? '\n').join('')

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
    const { 人员: people } = await sheetsOf(join(made.folder, '登记簿_代表.xlsx'))
    expect([people?.[0]?.[0], people?.[1]?.[0]]).toEqual(['青石镇人员', `${office.desk.today}　共 1 条`])
    expect(people?.[2]).toEqual(expect.arrayContaining(['姓名', '性别', '籍贯']))
    expect(people?.[3]).toEqual(expect.arrayContaining(['张有田', '男', '=1+1']))
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

  test('shows registers as people know them: in the order of their lists, without what only the program keeps', async () => {
    const office = await town()
    const lead = await office.add('mandate', { person: (await office.get('record.list', { type: 'person' })).rows[0]?.id ?? '', level: '5', confirm_on: '2021-12-20', as_history: true, status: '在任' })
    for (const [title, on] of [['关于修桥的建议', '2026-02-03'], ['关于修渠的建议', '2026-01-05']] as const) {
      const id = await office.add('suggestion', { title })
      await office.get('step.run', { id, step: 'submit', fields: { raised_on: on, period: '闭会期间', lead } })
      await office.get('step.run', { id, step: 'review', fields: { review_on: on, accept: '立案' } })
      await office.get('step.run', { id, step: 'assign', fields: { assigned_on: on, host: await office.add('organisation', { name: `镇水利站${on}`, kind: '1', is_suggestion_handler: true }) } })
    }
    const made = await office.get('exchange.plain', { to: folder() })
    const { 代表建议: rows = [] } = await sheetsOf(join(made.folder, '登记簿_建议.xlsx'))
    expect(JSON.stringify(rows)).not.toMatch(/\{\\"|undefined|所用规则/u)
    const listed = (await office.get('record.list', { type: 'suggestion' })).rows.map((row) => row.fields['title'])
    const at = rows[2]?.indexOf('标题') ?? -1
    expect(rows.slice(3).map((row) => row[at])).toEqual(listed)
  })

  test('says on its cover what is in each file, for the year that was asked', async () => {
    const office = await town()
    const made = await office.get('exchange.plain', { to: folder(), year: 2025 })
    const cover = textOfDocx(join(made.folder, '报送说明.docx'))
    for (const words of ['青石镇（511321101）于2026年3月2日报送', '主要数字（2025年1月1日至2025年12月31日）', '登记簿_建议.xlsx', '代表建议1条', '2025年主席团工作报告']) expect(cover).toContain(words)
    expect(made.files.map((file) => basename(file.path))).toEqual(expect.arrayContaining(['青石镇_2025年_统计表.xlsx']))
  })

  test('is a new folder each time: personal data of an earlier one is never handed in with it, and nothing half lies there', async () => {
    const office = await town()
    const out = folder()
    const first = await office.get('exchange.plain', { to: out, private: 'plain' })
    const second = await office.get('exchange.plain', { to: out })
    expect(second.folder).toBe(`${first.folder}_2`)
    expect(readdirSync(second.folder).toSorted()).toEqual(second.files.map((file) => basename(file.path)).toSorted())
    const asked = office.ask('exchange.plain', { to: out, job: 'j' })
    await office.get('job.cancel', { job: 'j' })
    expect(await asked).toMatchObject({ ok: false, code: 'cancelled' })
    expect(readdirSync(join(out, '镇县数据', '明文报送'))).toHaveLength(2)
  })

  test('is a town\'s', async () => {
    const county = await makeOffice('county', '511321', '南部县', new Clock())
    expect(await county.ask('exchange.plain', { to: folder() })).toMatchObject({ ok: false, code: 'wrong-role' })
  })
})
