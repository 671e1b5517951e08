import { readFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { readTables } from '../../electron/documents/read-table'
import type { Table } from '../../shared/roster/table'

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../fixtures/roster/${name}`, import.meta.url)))
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function tablesOf(bytes: Uint8Array, name = '名册'): Promise<readonly Table[]> {
  const read = await readTables(bytes, name)
  if (!read.ok) throw new Error(read.code)
  return read.value
}

const texts = (table: Table | undefined): readonly (readonly string[])[] => (table?.rows ?? []).map((row) => row.map((cell) => cell.text))
const codeFor = async (bytes: Uint8Array): Promise<string> => {
  const read = await readTables(bytes, '名册')
  return read.ok ? 'ok' : read.code
}

const heading = ['序号', '姓名', '性别', '民族', '出生年月', '身份证号码', '政治面貌', '学历', '联系电话', '所在选区', '代表小组']
const blank = heading.map(() => '')
const written = [
  ['石门坎镇第十九届人大代表名册', ...blank.slice(1)],
  blank,
  heading,
  ['1', '甘草儿', '男', '汉', '1978.3', '510099197803150015', '党员', '大专', '13800000001', '第一选区', '第一小组'],
  ['2', '白　芷', '女', '苗', '1985年10月', '510099198510020027', '群众', '本科', '13800000002', '第一选区', '第一小组'],
  ['3', '㐂来宝', '男', '土家族', '197011', '510099197011080135', '预备党员', '初中', '13800000003', '第二选区', '第二小组'],
  ['4', '𠮷庆余', '男', '汉族', '66.05', '510099196605200355', '中共党员', '高中', '0817-5500001', '第二选区', '第二小组'],
  ['合计', '4人', ...blank.slice(2)],
]

describe('the same roster', () => {
  it.each(['utf8.csv', 'utf8-bom.csv', 'gb18030.csv', 'utf16le.txt', 'utf16be.csv'])('is read from %s, rare characters included', async (name) => {
    const tables = await tablesOf(fixture(name), name)
    expect(tables.map((table) => ({ name: table.name, untyped: table.untyped, rows: texts(table) }))).toEqual([{ name, untyped: true, rows: written }])
  })

  it.each(['biff8.xls', 'xml2003.xls'])('is read from %s: a date shown as a month has no day, numbers stay numbers', async (name) => {
    const tables = await tablesOf(fixture(name), name)
    const rows = written.map((row) => [...row])
    rows[3]![4] = '1978-03'
    rows[4]![4] = '1985-10-02'
    expect(tables.map((table) => table.name)).toEqual(['代表名册', '说明'])
    expect(texts(tables[0])).toEqual(rows)
    expect(tables[0]?.rows[3]?.slice(0, 6)).toEqual([
      { text: '1', kind: 'number', number: 1 }, { text: '甘草儿', kind: 'text' }, { text: '男', kind: 'text' }, { text: '汉', kind: 'text' },
      { text: '1978-03', kind: 'date', number: 28550 }, { text: '510099197803150015', kind: 'text' },
    ])
    expect(tables[0]?.rows[0]?.slice(0, 2)).toEqual([
      { text: '石门坎镇第十九届人大代表名册', kind: 'text', merged: 'origin' }, { text: '', kind: 'empty', merged: 'covered' }])
  })

  it('is read from a web page that an old system named .xls', async () => {
    const [table, ...others] = await tablesOf(fixture('html.xls'), 'html.xls')
    const rows = written.filter((_, at) => at !== 1).map((row) => [...row])
    rows[1]![4] = '出生\n年月'
    rows[3]![1] = '白 芷'
    expect(texts(table)).toEqual(rows)
    expect([others, table?.name, table?.untyped]).toEqual([[], 'html.xls', true])
  })
})

describe('a workbook with every trap', () => {
  it('puts visible sheets first and says which columns are hidden', async () => {
    const tables = await tablesOf(fixture('traps.xlsx'))
    expect(tables.map(({ name, hidden, hiddenColumns }) => ({ name, hidden, hiddenColumns }))).toEqual([
      { name: '封面' }, { name: '名册', hiddenColumns: [8] }, { name: '隐藏', hidden: true }])
  })

  it('shows months as months, also in the format that Chinese Excel knows by number only', async () => {
    const roster = (await tablesOf(fixture('traps.xlsx')))[1]
    expect(roster?.rows.slice(3, 9).map((row) => [row[4]?.kind, row[4]?.text])).toEqual([
      ['date', '1978-03'], ['date', '1985-10'], ['number', '1970.11'], ['number', '1966.1'], ['number', '1990.1'], ['date', '1972-05-06']])
  })

  it('keeps an ID that was stored as a number recognisable, takes the value of a formula, and marks merged cells', async () => {
    const rows = (await tablesOf(fixture('traps.xlsx')))[1]?.rows
    expect(rows?.[5]?.[5]).toEqual({ text: '510099197011080100', kind: 'number', number: 510099197011080130 })
    expect(rows?.[7]?.[8]).toEqual({ text: '13800000005', kind: 'number', number: 13800000005 })
    expect(rows?.[8]?.[8]).toEqual({ text: 'TRUE', kind: 'boolean' })
    expect([rows?.[3]?.[9]?.merged, rows?.[4]?.[9]?.merged, rows?.[5]?.[9]?.merged]).toEqual(['origin', 'covered', undefined])
  })

  it('understands dates of the 1904 system', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([['姓名', '出生'], ['甘草儿', null]])
    sheet['B2'] = { t: 'n', v: 28564 - 1462, z: 'yyyy-mm-dd' }
    const book = { SheetNames: ['s'], Sheets: { s: sheet }, Workbook: { WBProps: { date1904: true } } }
    for (const bookType of ['biff8', 'xlsx'] as const) {
      const [table] = await tablesOf(new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer))
      expect(table?.rows[1]?.[1]).toEqual({ text: '1978-03-15', kind: 'date', number: 28564 })
    }
  })
})

describe('a text file', () => {
  const rowsOf = async (text: string): Promise<readonly (readonly string[])[]> => texts((await tablesOf(bytesOf(text)))[0])

  it('is cut at the mark that most lines have, whatever the title says', async () => {
    expect(await rowsOf('甲镇;乙村,丙村\n姓名\t性别\n甘草儿\t男')).toEqual([['甲镇;乙村,丙村', ''], ['姓名', '性别'], ['甘草儿', '男']])
    expect(await rowsOf('姓名;性别\n甘草儿;男')).toEqual([['姓名', '性别'], ['甘草儿', '男']])
    expect(await rowsOf('sep=;\n姓名;性别\n甘草儿;男')).toEqual([['', ''], ['姓名', '性别'], ['甘草儿', '男']])
    expect(await rowsOf('姓名\n甘草儿\n')).toEqual([['姓名'], ['甘草儿']])
  })

  it('may quote fields, break lines in them, and guard numbers with a formula', async () => {
    expect(await rowsOf('姓名,住址,身份证\r\n甘草儿,"一组,3号\n后院","=""510099197803150015"""\r\n\r\n白芷,"他说""好""",')).toEqual([
      ['姓名', '住址', '身份证'], ['甘草儿', '一组,3号\n后院', '510099197803150015'], ['', '', ''], ['白芷', '他说"好"', '']])
  })

  it('may be UTF-16 without a mark, or end within a character', async () => {
    expect(texts((await tablesOf(new Uint8Array(Buffer.from('姓名,性别\n甘草儿,男', 'utf16le'))))[0])).toEqual([['姓名', '性别'], ['甘草儿', '男']])
    const cut = bytesOf('姓名,性别\n甘草儿,男').slice(0, -1)
    expect(texts((await tablesOf(cut))[0])).toEqual([['姓名', '性别'], ['甘草儿', '']])
  })
})

describe('a file that is no roster', () => {
  it('is empty', async () => {
    expect(await codeFor(new Uint8Array())).toBe('file-empty')
    expect(await codeFor(bytesOf(' \r\n\r\n'))).toBe('file-empty')
    expect(await codeFor(await writeXlsx({ sheets: [{ name: 's', rows: [] }] }))).toBe('file-empty')
  })

  it('is locked with a password', async () => {
    expect([await codeFor(fixture('encrypted.xls')), await codeFor(fixture('encrypted.xlsx'))]).toEqual(['file-encrypted', 'file-encrypted'])
  })

  it('is something else, or broken', async () => {
    const xls = fixture('biff8.xls')
    const xlsx = fixture('traps.xlsx')
    const container = XLSX.CFB.utils.cfb_new() as object
    XLSX.CFB.utils.cfb_add(container, '/WordDocument', Buffer.from('x'))
    const files: Record<string, Uint8Array> = {
      png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
      word: new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer),
      page: bytesOf('<html><body><p>没有表格</p></body></html>'),
      cutXls: xls.slice(0, 700),
      cutXlsx: xlsx.slice(0, xlsx.length - 30),
      pdf: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0xe2, 0xff, 0xfe, 0x00, 0x01])]),
    }
    const codes = await Promise.all(Object.entries(files).map(async ([name, bytes]) => [name, await codeFor(bytes)]))
    expect(Object.fromEntries(codes)).toEqual({ png: 'not-a-table', word: 'not-a-table', page: 'not-a-table', cutXls: 'not-a-table', cutXlsx: 'not-a-table', pdf: 'not-a-table' })
  })

  it('is too big to be one', async () => {
    expect(await codeFor(new Uint8Array(21 * 1024 * 1024).fill(0x41))).toBe('file-too-big')
    // One cell far away makes an endless sheet out of a small file.
    const book = XLSX.write({ SheetNames: ['s'], Sheets: { s: XLSX.utils.aoa_to_sheet([['姓名'], ['', '远']]) } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    const container = XLSX.CFB.read(book, { type: 'buffer' }) as object
    const entry = XLSX.CFB.find(container, '/xl/worksheets/sheet1.xml') as { content: Buffer; size: number }
    entry.content = Buffer.from(Buffer.from(entry.content).toString('utf8').replace('r="B2"', 'r="XFD1048576"').replace('<row r="2"', '<row r="1048576"'))
    entry.size = entry.content.length
    expect(await codeFor(new Uint8Array(XLSX.CFB.write(container, { type: 'buffer', fileType: 'zip' }) as Buffer))).toBe('file-too-big')
  })

  it('never stops the program: any bytes give tables or a code', async () => {
    const damaged = fc.tuple(fc.constantFrom('traps.xlsx', 'html.xls', 'gb18030.csv'), fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 40 }))
      .map(([name, at, noise]) => {
        const bytes = fixture(name).slice()
        bytes.set(noise.slice(0, bytes.length), at % Math.max(1, bytes.length - noise.length))
        return bytes
      })
    await expect(fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged), async (bytes) => {
      const read = await readTables(bytes, '名册')
      return read.ok ? read.value.length > 0 : ['file-empty', 'not-a-table', 'file-encrypted', 'file-too-big'].includes(read.code)
    // Damaged .xls files are left out: some keep the reader busy for ever, which the deadline of read-table-safely ends.
    }), { numRuns: 150, seed: 20261125 })).resolves.toBeUndefined()
  })
})
