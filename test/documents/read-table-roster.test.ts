import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readTables } from '../../electron/documents/read-table'
import { firstRoster } from '../../shared/roster/find-header'
import { guessColumns } from '../../shared/roster/guess-columns'
import { parseRosterRows } from '../../shared/roster/parse-rows'
import { countPlan, planRoster } from '../../shared/roster/plan'

const today = '2026-11-24'

async function planOf(name: string) {
  const read = await readTables(new Uint8Array(readFileSync(new URL(`../fixtures/roster/${name}`, import.meta.url))), name)
  const found = read.ok ? firstRoster(read.value) : null
  if (!found) throw new Error(`no roster in ${name}`)
  const columns = guessColumns(found.header.headings, {}, found.table.hiddenColumns)
  return planRoster(parseRosterRows(found.table, found.header, columns, today).rows, [], { today })
}

it.each(['utf8.csv', 'utf8-bom.csv', 'gb18030.csv', 'utf16le.txt', 'utf16be.csv', 'biff8.xls', 'xml2003.xls', 'html.xls'])('%s brings the same four deputies', async (name) => {
  const plan = await planOf(name)
  expect(plan.map(({ set, links, doubtful, warnings }) => ({ ...set.person, ...set.personPrivate, ...links, doubtful, warnings }))).toEqual([
    { name: '甘草儿', sex: '1', ethnic: '01', birth: '1978-03', party: '01', edu: '30', id_no: '510099197803150015', birth_on: '1978-03-15', phone: '13800000001',
      constituencyNo: '1', constituencyName: '第一选区', group: '第一小组', doubtful: false, warnings: [] },
    { name: '白芷', sex: '2', ethnic: '06', birth: '1985-10', party: '13', edu: '20', id_no: '510099198510020027', birth_on: '1985-10-02', phone: '13800000002',
      constituencyNo: '1', constituencyName: '第一选区', group: '第一小组', doubtful: false, warnings: [] },
    { name: '㐂来宝', sex: '1', ethnic: '15', birth: '1970-11', party: '02', edu: '70', id_no: '510099197011080135', birth_on: '1970-11-08', phone: '13800000003',
      constituencyNo: '2', constituencyName: '第二选区', group: '第二小组', doubtful: false, warnings: [] },
    { name: '𠮷庆余', sex: '1', ethnic: '01', birth: '1966-05', party: '01', edu: '60', id_no: '510099196605200355', birth_on: '1966-05-20', phone: '0817-5500001',
      constituencyNo: '2', constituencyName: '第二选区', group: '第二小组', doubtful: false, warnings: [] },
  ])
})

it('a workbook with every trap brings six deputies, and says what is doubtful about three', async () => {
  const plan = await planOf('traps.xlsx')
  expect(countPlan(plan)).toEqual({ rows: 6, new: 6, changed: 0, same: 0 })
  expect(plan.flatMap((row) => row.warnings)).toEqual([
    { row: 6, column: '身份证号码', code: 'id-as-number', value: '510099197011080100' },
    { row: 8, column: '出生年月', code: 'date-ambiguous', value: '1990.1' },
    { row: 9, column: '联系电话', code: 'bad-phone', value: 'TRUE' },
  ])
  expect(plan.map(({ name, set, links }) => [name, set.person['birth'], links.group])).toEqual([
    ['甘草儿', '1978-03', '第一小组'], ['白芷', '1985-10', '第一小组'], ['㐂来宝', '1970-11', '第一小组'], ['𠮷庆余', '1966-10', '第二小组'],
    ['石竹', '1990-01', '第二小组'], ['连翘', '1972-05', '第二小组'],
  ])
})
