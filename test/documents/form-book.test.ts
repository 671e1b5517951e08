import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { fillBook, readBook, type Book } from '../../electron/documents/form-book'
import { findMoved, guesses, meaningOf, openRefs } from '../../shared/report/county-form'
import { figures } from '../../shared/indicators'
import { busyTown, ordinary } from '../report/support/busy-town'
import { countyForm } from './support/county-form'
import { partOf, readZip } from './support/read-zip'

const bookOf = (bytes: Uint8Array): Book => {
  const book = readBook(bytes)
  if (!book.ok) throw new Error(book.code)
  return book.value
}

async function sheetOf(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  const sheet = book.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  return sheet
}

describe('the county\'s form', () => {
  it('is read with its words, formulas and merges; only open cells can be filled', async () => {
    const { sheets } = bookOf(await countyForm())
    const sheet = sheets[0]
    expect(sheets.map(({ name }) => name)).toEqual(['统计表'])
    expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 4 }, { top: 3, left: 0, bottom: 5, right: 0 }])
    expect(sheet && meaningOf(sheet, 'C5')).toEqual({ label: '建议/立案（受理）数', head: '本年' })
    const open = sheet ? openRefs(sheet) : []
    expect(['C4', 'D4', 'C7'].every((ref) => open.includes(ref))).toBe(true)
    expect(['A1', 'B1', 'A5', 'B4', 'E4', 'C8'].some((ref) => open.includes(ref))).toBe(false)
  })

  it('is filled with formulas, merges and formats kept, and its sums are worked out anew', async () => {
    const bytes = await countyForm()
    const filled = fillBook(bytes, bookOf(bytes), [
      { sheet: 0, ref: 'C4', value: { number: 52 } }, { sheet: 0, ref: 'D4', value: { number: 47 } }, { sheet: 0, ref: 'C6', value: { number: 95.7, rate: true } }, { sheet: 0, ref: 'B2', value: { text: '青禾镇 <甲>&乙' } }, { sheet: 0, ref: 'C10', value: { number: 3 } },
    ])
    const sheet = await sheetOf(filled)
    expect(['C4', 'D4', 'C6', 'B2', 'C10'].map((ref) => sheet.getCell(ref).value)).toEqual([52, 47, 0.957, '青禾镇 <甲>&乙', 3])
    expect(sheet.getCell('C4').font).toMatchObject({ name: '黑体', bold: true })
    expect(sheet.getCell('C6').numFmt).toBe('0.0%')
    expect(sheet.getCell('C8').formula).toBe('SUM(C4:C5,C7)')
    expect(sheet.getCell('A6').isMerged).toBe(true)
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', printArea: 'A1:E10' })
    expect(partOf(filled, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
    expect(partOf(filled, 'xl/worksheets/sheet1.xml')).toMatch(/<f>SUM\(C4:C5,C7\)<\/f><\/c>/u)
    for (const part of ['xl/styles.xml', 'xl/sharedStrings.xml']) expect(partOf(filled, part)).toBe(partOf(bytes, part))
  })

  it('keeps everything that this program does not know: colours by rule, lists of choices, names, a picture, a note, protection, a frozen head', async () => {
    const bytes = await countyForm((sheet, book) => {
      sheet.addConditionalFormatting({ ref: 'E4:E7', rules: [{ type: 'cellIs', operator: 'lessThan', formulae: [0], priority: 1, style: { font: { color: { argb: 'FFFF0000' } } } }] })
      sheet.getCell('D9').dataValidation = { type: 'list', allowBlank: true, formulae: ['"是,否"'] }
      sheet.getCell('B9').note = '按县人大口径填'
      sheet.addImage(book.addImage({ base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', extension: 'png' }), 'D1:E2')
      book.definedNames.add('统计表!$C$4:$C$7', '本年数')
      sheet.getCell('D8').value = { formula: 'SUM(本年数)', result: 0 }
      sheet.views = [{ state: 'frozen', ySplit: 3 }]
      sheet.mergeCells('C7:C7')
      void sheet.protect('', { selectLockedCells: true })
    })
    const filled = fillBook(bytes, bookOf(bytes), [{ sheet: 0, ref: 'C4', value: { number: 52 } }, { sheet: 0, ref: 'C9', value: { text: '说明' } }])
    const [before, after] = [readZip(bytes), readZip(filled)]
    expect([...after.keys()]).toEqual([...before.keys()])
    const changed = [...before].filter(([name, part]) => after.get(name)?.text !== part.text).map(([name]) => name)
    expect(changed.toSorted()).toEqual(['docProps/core.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    // Of the sheet only its cells are others, of the workbook only that sums are worked out when it opens; the file's own date is taken out.
    const around = (of: typeof before): string => (of.get('xl/worksheets/sheet1.xml')?.text ?? '').replace(/<sheetData>[\s\S]*<\/sheetData>/u, '')
    expect(around(after)).toBe(around(before))
    for (const kept of ['conditionalFormatting', 'dataValidation', 'drawing', 'legacyDrawing', 'sheetProtection', 'pane', 'mergeCell']) expect([kept, around(after).includes(`<${kept}`)]).toEqual([kept, true])
    expect((after.get('xl/workbook.xml')?.text ?? '').replace(/<calcPr [^>]*>/u, '')).toBe((before.get('xl/workbook.xml')?.text ?? '').replace(/<calcPr [^>]*>/u, ''))
    expect(partOf(filled, 'xl/workbook.xml')).toContain('本年数')
    expect(partOf(filled, 'xl/worksheets/sheet1.xml')).toContain('<f>SUM(本年数)</f>')
  })

  it('is the same to the byte for the same figures', async () => {
    const bytes = await countyForm()
    const fill = (): Uint8Array => fillBook(bytes, bookOf(bytes), [{ sheet: 0, ref: 'C4', value: { number: 52 } }])
    expect(Buffer.from(fill()).equals(Buffer.from(fill()))).toBe(true)
  })

  it('proposes the cells whose words are an indicator\'s name', async () => {
    const { sheets } = bookOf(await countyForm())
    expect(guesses(sheets, figures(busyTown(ordinary).question('2026'))).map(({ ref, path }) => [ref, path])).toEqual([['C4', 'B5.01'], ['D4', 'B5.01@'], ['C7', 'B8.01'], ['D7', 'B8.01@']])
  })

  it('finds every cell again in a new version by its words, and says which it has no more', async () => {
    const old = bookOf(await countyForm()).sheets
    const map = ['C4', 'C5', 'C7'].map((ref) => ({ sheet: '统计表', ref, path: 'B5.01', ...(old[0] ? meaningOf(old[0], ref) : { label: '', head: '' }) }))
    const fresh = bookOf(await countyForm((sheet) => {
      sheet.spliceRows(7, 0, ['活动', '活动人次'])
      sheet.getCell('B5').value = '受理数'
    })).sheets
    expect(findMoved(map, fresh).map(({ entry, to }) => [entry.ref, to?.ref ?? null])).toEqual([['C4', 'C4'], ['C5', null], ['C7', 'C8']])
  })

  it('is refused with its reason when it is damaged, an old .xls, has a password, macros or outside links', async () => {
    const bytes = await countyForm()
    // A name of the same length in its place keeps the archive whole.
    const withPart = (to: string): Uint8Array => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('docProps/core.xml', to), 'latin1'))
    const codeOf = (given: Uint8Array): string => {
      const book = readBook(given)
      return book.ok ? 'ok' : book.code
    }
    const old = readFileSync(join(import.meta.dirname, '../fixtures/roster/biff8.xls'))
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])
    expect([bytes.subarray(0, 900), new Uint8Array(Buffer.from('这不是表格')), new Uint8Array(locked), old, withPart('xl/vbaProject.bin'), withPart('xl/externalLinks/'), bytes].map(codeOf))
      .toEqual(['not-a-table', 'not-a-table', 'file-encrypted', 'old-table', 'file-with-macros', 'file-with-links', 'ok'])
  })
})
