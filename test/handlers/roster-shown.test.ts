import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Clock, folder, makeOffice, qingshi } from './support/offices'

const lines = (rows: readonly string[]): string => {
  const file = join(folder(), '名册.csv')
  writeFileSync(file, rows.join('\n'))
  return file
}

test('a preview in the window covers ID numbers and phones, also the ones it doubts and the sample of each column', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const file = lines(['姓名,身份证号,手机,通讯地址', '何秀兰,110105194912310021,13800138000,石桥村3组', '陈国梁,11010519491231002X,123,'])
  const preview = await office.get('roster.preview', { file })
  const told = JSON.stringify(preview)
  for (const secret of ['110105194912310021', '11010519491231002X', '13800138000', '石桥村3组']) expect(told, secret).not.toContain(secret)
  expect(preview.columns.map((column) => column.sample)).toEqual(['何秀兰', '110105********0021', '138****8000', '******'])
  expect(preview.warnings).toEqual([
    { row: 2, code: 'id-checksum', column: '身份证号', value: '110105********0021' }, { row: 3, code: 'bad-phone', column: '手机', value: '*23' },
  ])
})

test('signs that turn the direction of letters are taken away, and the preview shows where they were', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const file = lines(['姓名,身份证号,手机,工作单位', '何\u202e秀兰,\u202d11010519491231002X\u202c,\u202d13800138000\u202c,石桥\u2067村委会', '陈国梁,,,水利站'])
  const preview = await office.get('roster.preview', { file })
  expect(preview.warnings).toEqual([
    { row: 2, code: 'hidden-signs', column: '姓名', value: '何⟨U+202E⟩秀兰' }, { row: 2, code: 'hidden-signs', column: '身份证号', value: '110105********002X' },
    { row: 2, code: 'hidden-signs', column: '手机', value: '138****8000' }, { row: 2, code: 'hidden-signs', column: '工作单位', value: '石桥⟨U+2067⟩村委会' },
  ])
  expect(preview.lines.map(({ name, state }) => [name, state])).toEqual([['何秀兰', 'new'], ['陈国梁', 'new']])
  expect(preview.lines[0]?.notes[0]?.say).toBe('姓名“何⟨U+202E⟩秀兰”里有看不见的方向符号，已去掉。请核对去掉以后的内容是不是原来的意思。')
  expect(JSON.stringify(preview)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u)
  await office.get('roster.import', { file })
  expect((await office.get('record.list', { type: 'person' })).rows.map((row) => row.fields['work_unit']).sort()).toEqual(['水利站', '石桥村委会'])
})

test('a choice that names no field is told as such, whatever the header', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const file = lines(['人名,族', '何秀兰,汉'])
  expect(await office.ask('roster.import', { file, map: { 人名: 'foo' } })).toMatchObject({ ok: false, code: 'bad-input', field: 'map', detail: { column: '人名', field: 'foo' } })
  expect(await office.get('roster.import', { file, map: { 人名: 'name', 族: '民族' } })).toMatchObject({ rows: 1, new: 1 })
})

test('the day of confirmation that is asked for counts before the day of the election, and is no day to come', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const file = lines(['姓名,当选日期', '何秀兰,2021-11-30'])
  expect(await office.ask('roster.import', { file, confirm_on: '2099-01-01' })).toMatchObject({ ok: false, code: 'date-future', field: 'confirm_on' })
  await office.get('roster.import', { file, confirm_on: '2021-12-20' })
  const [mandate] = (await office.get('record.list', { type: 'mandate' })).rows
  expect([mandate?.status, mandate?.fields['elected_on'], mandate?.fields['confirm_on']]).toEqual(['在任', '2021-11-30', '2021-12-20'])
})

test('a wrong roster that was taken in is taken back whole with one press: who was new is gone, who was changed is as before', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  expect((await office.get('roster.import', { file: lines(['姓名,出生年月,工作单位', '何秀兰,1970-05,石桥村']) })).undo).not.toBe(null)
  const before = office.dump()
  const file = lines(['姓名,出生年月,工作单位', '何秀兰,1970-05,别的镇', '陈国梁,1968-02,别的镇'])
  expect((await office.get('roster.import', { file, dry_run: true })).undo).toBe(null)
  const taken = await office.get('roster.import', { file })
  expect([taken.new, taken.changed]).toEqual([1, 1])
  expect(office.dump()).not.toEqual(before)
  await office.get('record.undo', taken.undo ?? { id: '' })
  expect(await office.get('roster.import', { file, dry_run: true })).toMatchObject({ new: 1, changed: 1 })
  expect((await office.get('deputies.list', {})).rows).toHaveLength(1)
})
