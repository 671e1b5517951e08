import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { RosterPreview, RosterRow } from '../../../shared/contract/figures'
import { fail, ok } from '../../../shared/result'
import RosterScreen from '../../../renderer/screens/roster/RosterScreen'
import { columnName, sayResult } from '../../../renderer/screens/roster/roster-words'
import { useNavigation } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import type { Answers } from '../support/fake-api'
import { show } from '../support/show'

const line = (row: number, name: string, state: RosterRow['state'], more: Partial<RosterRow> = {}): RosterRow => ({ row, name, state, under: [], changes: [], notes: [], ...more })
const column = (index: number, heading: string, field: string | null, sample: string) => ({ index, heading, field, label: null, sample })

const preview: RosterPreview = {
  sheet: '名册', rows: 4, new: 2, changed: 1, same: 0, errors: [{ row: 6, code: 'name-empty' }], warnings: [],
  columns: [column(0, '姓名', 'person.name', '甘草儿'), column(1, '身份证', 'person_private.id_no', '339901197803150026'), column(2, '家庭住址', null, '石桥村')],
  fields: [{ key: 'person.name', label: '姓名' }, { key: 'person_private.id_no', label: '公民身份号码' }, { key: 'person_private.address', label: '通讯地址/常住地址' }],
  lines: [
    line(3, '甘草儿', 'new'), line(4, '白芷', 'changed', { changes: [{ label: '学历', before: '高中', after: '大专' }] }),
    line(5, '石竹', 'doubtful', { notes: [{ column: '出生年月', code: 'date-ambiguous', value: '1990.1', say: '请核对月份。' }] }), line(6, '', 'wrong', { notes: [{ column: '姓名', code: 'name-empty', value: '', say: '姓名是空的，这一行没有导入。' }] }),
  ],
}
const whole: RosterPreview = { ...preview, rows: 3, errors: [], lines: preview.lines.slice(0, 3) }
const { sheet: _sheet, columns: _columns, fields: _fields, lines: _lines, ...result } = preview

const answers: Answers = { 'shell.pick-file': { path: 'C:\\名册\\代表花名册.xlsx' }, 'roster.preview': preview, 'roster.import': { ...result, undo: { id: 'p1', version: 'v1' } } }
const start = (more: Answers = {}) => show(<RosterScreen />, { ...answers, ...more })

describe('A roster', () => {
  it('is previewed row by row before anything is written, and imported by three presses', async () => {
    const { person, api } = start({ 'roster.preview': whole })
    await person.click(screen.getByRole('button', { name: '选择文件' }))
    expect(await screen.findByText('代表花名册.xlsx，表“名册”')).toBeTruthy()
    expect(screen.getByText('高中 → 大专', { exact: false })).toBeTruthy()
    expect(api.of('roster.import')).toHaveLength(0)
    await person.click(screen.getByRole('button', { name: '导入 3 人' }))
    await waitFor(() => expect(useNavigation.getState().now).toEqual({ screen: 'deputies' }))
    expect(api.of('roster.import')).toEqual([{ file: 'C:\\名册\\代表花名册.xlsx', map: {} }])
    expect(useNotices.getState().list.map(({ text }) => text)).toEqual(['花名册已导入：新增 2 人，修改 1 人'])
  })

  it('says of each row by which titles between the rows it gets its constituency and group', async () => {
    const { person } = start({ 'roster.preview': { ...whole, lines: [line(5, '甘草儿', 'new', { under: ['第一代表小组', '第三选区'] }), line(7, '白芷', 'new')] } })
    await person.click(screen.getByRole('button', { name: '选择文件' }))
    expect(await screen.findAllByText('按上面的标题行归到', { exact: false })).toHaveLength(1)
    expect(screen.getByText('第一代表小组、第三选区', { exact: false })).toBeTruthy()
  })

  it('shows only the rows of one kind', async () => {
    const { person } = start()
    await person.click(screen.getByRole('button', { name: '选择文件' }))
    await person.click(await screen.findByText('待核 1'))
    const table = within(screen.getByRole('table'))
    expect(table.getByText('请核对月份。')).toBeTruthy()
    expect(table.queryByText('甘草儿')).toBeNull()
  })

  it('takes a column for what the person says, and looks again', async () => {
    const { person, api } = start()
    await person.click(screen.getByRole('button', { name: '选择文件' }))
    expect(await screen.findByText('不导入：家庭住址')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '核对列、改对应' }))
    await person.click(screen.getByRole('combobox', { name: '“家庭住址”这一列是' }))
    await person.click(await screen.findByText('通讯地址/常住地址'))
    await waitFor(() => expect(api.of('roster.preview').at(-1)).toEqual({ file: 'C:\\名册\\代表花名册.xlsx', map: { 家庭住址: 'person_private.address' } }))
  })

  it('never lays an ID number of the sheet open', async () => {
    const { person } = start()
    await person.click(screen.getByRole('button', { name: '选择文件' }))
    await person.click(await screen.findByRole('button', { name: '核对列、改对应' }))
    expect(screen.getByText('如 339901********0026')).toBeTruthy()
    expect(document.body.textContent).not.toContain('19780315')
  })

  it('says which rows stayed out, and stays there', async () => {
    const { person } = start()
    await person.click(screen.getByRole('button', { name: '选择文件' }))
    await person.click(await screen.findByRole('button', { name: '导入 3 人' }))
    expect(await screen.findByText('花名册已导入：新增 2 人，修改 1 人。')).toBeTruthy()
    expect(screen.getByText('姓名是空的，这一行没有导入。')).toBeTruthy()
    expect(screen.queryByText('甘草儿')).toBeNull()
    expect(useNavigation.getState().now.screen).not.toBe('deputies')
  })

  it('that brings nothing new says so and cannot be imported', async () => {
    const { person } = start({ 'roster.preview': { ...whole, new: 0, changed: 0, same: 3 } })
    await person.click(screen.getByRole('button', { name: '选择文件' }))
    expect(await screen.findByText('名册里已经都有了。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '导入 0 人' })).toHaveProperty('disabled', true)
  })

  it('that cannot be read says why and takes another file', async () => {
    const { person, api } = start({ 'roster.preview': fail('no-header', { detail: { file: '说明.xlsx' } }) })
    await person.click(screen.getByRole('button', { name: '选择文件' }))
    await screen.findByRole('alert')
    api.set('roster.preview', ok(whole))
    await person.click(screen.getByRole('button', { name: '换一个文件' }))
    expect(await screen.findByText('甘草儿')).toBeTruthy()
  })

  it('confirms deputies without a day of their own on the chosen one', async () => {
    const { person, api } = start({ 'roster.preview': whole })
    await person.click(screen.getByRole('button', { name: '选择文件' }))
    await person.type(await screen.findByLabelText('资格确认日期'), '2021.12.20')
    await person.click(screen.getByRole('button', { name: '导入 3 人' }))
    await waitFor(() => expect(api.of('roster.import')[0]?.confirm_on).toBe('2021-12-20'))
  })

  it('names a column by its letter where two share a heading', () => {
    const twice: RosterPreview = { ...preview, columns: [column(0, '姓名', 'person.name', ''), column(26, '电话', null, ''), column(27, '电话', null, ''), column(3, '', null, '1')] }
    expect([0, 26, 27, 3].map((index) => columnName(twice, index))).toEqual(['姓名', 'AA', 'AB', 'D'])
    expect(sayResult({ ...result, new: 0, changed: 0, same: 0 })).toBe('没有要写入的内容')
  })
})
