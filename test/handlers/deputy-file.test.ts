import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { Clock, folder, makeOffice, qingshi } from './support/offices'

test('the roster leaves as a table that Excel opens: the deputies who are shown, in their order, telephones covered', async () => {
  const town = await makeOffice('town', qingshi, '青石镇', new Clock())
  const term = town.store.lookup().all('term')[0]?.id ?? ''
  const mandates: string[] = []
  for (const name of ['白芷', '何秀兰', '=邵长明']) {
    const person = await town.add('person', { name, sex: '2', birth: '1978-03' })
    await town.add('person_private', { person, phone: '13800138000' })
    const mandate = await town.add('mandate', { person, term, level: '5', nth: 1 })
    await town.get('step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
    mandates.push(mandate)
  }
  const [first = '', , third = ''] = mandates
  const made = await town.get('deputies.file', { mandates: [third, first, 'unknown'], out: folder() })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(made.files[0]?.path ?? '') as unknown as ArrayBuffer)
  const lines = book.worksheets[0]?.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1).map(String).join('|') : '')) ?? []
  expect([made.rows, lines[1]?.split('|')[0]]).toEqual([2, '青石镇人大代表名册'])
  expect(lines.filter((line) => /^(?:姓名|=邵长明|白芷|何秀兰)\|/u.test(line)).map((line) => line.split('|').slice(0, 3).join('|'))).toEqual(['姓名|性别|出生年月', '=邵长明|女|1978-03', '白芷|女|1978-03'])
  expect(lines.join()).toContain('138****8000')
  expect(lines.join()).not.toContain('13800138000')
  expect((await town.get('audit.list', { group: 'out', limit: 1 })).rows[0]).toMatchObject({ what: 'export', about: '代表名册', detail: { rows: 2 } })
})
