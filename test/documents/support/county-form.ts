/** A form as a county sends it: merged title, merged groups, formulas, percentages, a print area. */
import ExcelJS from 'exceljs'

export async function countyForm(change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('统计表', { pageSetup: { orientation: 'landscape', printArea: 'A1:E10' } })
  sheet.mergeCells('A1:E1')
  sheet.getCell('A1').value = '望川县乡镇人大工作统计表'
  sheet.getCell('A2').value = '填报单位：'
  sheet.getRow(3).values = ['类别', '项目', '本年', '上年', '增减']
  sheet.mergeCells('A4:A6')
  sheet.getCell('A4').value = '建议'
  sheet.getCell('B4').value = '提出总数'
  sheet.getCell('B5').value = '立案（受理）数'
  sheet.getCell('B6').value = '办复率'
  sheet.getCell('C6').numFmt = '0.0%'
  sheet.getCell('A7').value = '活动'
  sheet.getCell('B7').value = '组织代表活动次数'
  for (const row of [4, 5, 7]) sheet.getCell(`E${String(row)}`).value = { formula: `C${String(row)}-D${String(row)}`, result: 0 }
  for (const row of [4, 5, 7]) sheet.getCell(`C${String(row)}`).font = { name: '黑体', bold: true }
  sheet.getCell('B8').value = '合计'
  sheet.getCell('C8').value = { formula: 'SUM(C4:C5,C7)', result: 0 }
  change(sheet, book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
