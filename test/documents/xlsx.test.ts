import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { statisticsBook } from '../../electron/documents/statistics-book'
import { xlsxOf, type Sheet } from '../../electron/documents/xlsx'
import { checks } from '../../shared/indicators/checks'
import { busyTown, inputOf, ordinary } from '../report/support/busy-town'
import { partOf, readZip } from './support/read-zip'

const sheet = (rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({ name: '表', title: '青禾镇统计表', head: [[{ text: '填报单位：青禾镇', to: 2 }, { text: '报表期：2026年', to: 3 }]], columns: [{ label: '编号', width: 9 }, { label: '指标', width: 30 }, { label: '本年', width: 12, align: 'right', numbers: true }], rows, ...more })

async function read(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  return book
}

const values = (page: ExcelJS.Worksheet | undefined, row: number): readonly unknown[] => (page?.getRow(row).values as unknown[]).slice(1)

describe('a table as an Excel file', () => {
  it('has its title, its head lines, a head row that every page repeats, on A4', async () => {
    const page = (await read(await xlsxOf([sheet([{ cells: ['B1.05', '实有代表数', '58'] }])]))).getWorksheet('表')
    expect([values(page, 1)[0], values(page, 2), values(page, 3), values(page, 4)]).toEqual([
      '青禾镇统计表', ['填报单位：青禾镇', '填报单位：青禾镇', '报表期：2026年'], ['编号', '指标', '本年'], ['B1.05', '实有代表数', 58],
    ])
    const setup = page?.pageSetup
    expect([setup?.paperSize, setup?.orientation, setup?.printTitlesRow, setup?.fitToWidth, setup?.fitToHeight]).toEqual([9, 'portrait', '3:3', 1, 0])
    expect(page?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  })

  it('gives a row the height its longest text needs, and a register of many columns several legible pages beside each other', async () => {
    const rows = [{ cells: ['1', '短', '2'] }, { cells: ['2', '会议认为工作有成效'.repeat(5), '2'] }]
    const page = (await read(await xlsxOf([sheet(rows)]))).getWorksheet('表')
    // 45 characters at 14 to a line of 28 narrow ones.
    expect([page?.getRow(4).height, page?.getRow(5).height]).toEqual([undefined, 60])
    const wide = (await read(await xlsxOf([sheet([], { columns: Array.from({ length: 20 }, (_, at) => ({ label: `第${String(at + 1)}栏`, width: 26 })) })]))).getWorksheet('表')
    expect([wide?.pageSetup.fitToWidth, wide?.pageSetup.printTitlesColumn, wide?.getCell('A1').alignment.horizontal]).toEqual([3, 'A:A', 'left'])
  })

  it('keeps a text that begins like a formula a text, also when it is edited', async () => {
    const texts = ['=1+1', '+8613800138000', '-2', '@SUM(A1)', "=cmd|' /C calc'!A0"]
    const bytes = await xlsxOf([sheet(texts.map((text) => ({ cells: ['1', text, ''] })))])
    expect([...readZip(bytes).values()].some(({ text }) => /<f[ >]/u.test(text))).toBe(false)
    const page = (await read(bytes)).getWorksheet('表')
    expect(texts.map((_, index) => page?.getRow(4 + index).getCell(2)).map((cell) => [cell?.value, cell?.type, cell?.numFmt])).toEqual(texts.map((text) => [text, ExcelJS.ValueType.String, '@']))
  })

  it('makes numbers of what is counted: whole ones, decimals, money, rates; words stay words', async () => {
    const page = (await read(await xlsxOf([sheet(['58', '11.6', '40000.00', '87.5%', '—', '是', '1234567890123456'].map((value) => ({ cells: ['1', '指标', value] })))]))).getWorksheet('表')
    expect([0, 1, 2, 3, 4, 5, 6].map((index) => page?.getRow(4 + index).getCell(3)).map((cell) => [cell?.value, cell?.numFmt])).toEqual([
      [58, '0'], [11.6, '0.0'], [40000, '0.00'], [0.875, '0.0%'], ['—', '@'], ['是', '@'], ['1234567890123456', '@'],
    ])
  })

  it('sets a group over the whole width', async () => {
    const bytes = await xlsxOf([sheet([{ group: true, cells: ['一、基本情况'] }, { cells: ['B1.05', '实有代表数', '58'] }])])
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<mergeCell ref="A4:C4"/>')
  })

  it('is the same to the byte for the same tables', async () => {
    const [one, other] = [await xlsxOf([sheet([{ cells: ['1', '甲', '2'] }])]), await xlsxOf([sheet([{ cells: ['1', '甲', '2'] }])])]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
    expect(new Set([...readZip(one).values()].map(({ stamp }) => stamp.join())).size).toBe(1)
  })
})

describe('the statistics as a workbook', () => {
  const { question, figures, before, head } = inputOf(busyTown(ordinary))
  const stats = { indicators: figures, before, checks: checks(question) }

  it('has the form that is handed in, then hosts, identities and data quality', async () => {
    const book = await read(await xlsxOf(statisticsBook(stats, head)))
    expect(book.worksheets.map((page) => page.name)).toEqual(['统计表', '承办单位', '核对', '数据质量'])
    const form = book.getWorksheet('统计表')
    expect([...new Set(values(form, 2)), ...new Set(values(form, 3)), values(form, 4)]).toEqual([
      '填报单位：青禾镇人大主席团（盖章）', '报表期：2026年1月1日—2026年12月31日', '填表人：干事乙　　审核人：主席甲', '电话：0817-5550000', '报出日期：2027年1月15日', ['编号', '指标', '单位', '本年', '比率', '上年'],
    ])
    expect(values(form, 5)[0]).toBe('一、基本情况')
  })

  it('says of every identity whether it holds', async () => {
    const page = (await read(await xlsxOf(statisticsBook(stats, head)))).getWorksheet('核对')
    const rows = stats.checks.map((_, index) => values(page, 3 + index))
    expect(rows).toEqual(stats.checks.map((check) => [check.id, check.ok ? '相符' : '不符', check.detail]))
  })

  it('lays the towns of a county side by side', async () => {
    const towns = [{ code: '511321101', name: '青禾镇', indicators: figures, checks: [] }, { code: '511321102', name: '柳溪乡', indicators: before, checks: [] }]
    const page = (await read(await xlsxOf(statisticsBook({ ...stats, towns }, head)))).getWorksheet('各镇')
    expect(values(page, 2)).toEqual(['编号', '指标', '单位', '合计', '青禾镇', '柳溪乡'])
    const row = [...Array(200).keys()].map((index) => values(page, index + 3)).find(([id]) => id === 'B5.01')
    expect(row).toEqual(['B5.01', '提出总数', '件', 14, 14, 0])
    expect(page?.pageSetup.orientation).toBe('landscape')
  })
})
