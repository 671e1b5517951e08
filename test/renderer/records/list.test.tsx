import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../../shared/contract'
import type { Rec } from '../../../shared/record'
import { choicesIn, forgetViews, narrowView } from '../../../renderer/records/list-view'
import ListScreen from '../../../renderer/records/ListScreen'
import HubScreen from '../../../renderer/records/HubScreen'
import { useNavigation } from '../../../renderer/state/navigation'
import { noteLocked, useSession } from '../../../renderer/state/session'
import type { Answers } from '../support/fake-api'
import { county } from '../support/sample'
import { show } from '../support/show'
import { rec } from './sample'

const all = Array.from({ length: 60 }, (_, index) => rec('document', `d${index + 1}`, { title: `第${index + 1}号通知`, kind: '1', issued_on: '2025-03-08' }, '拟稿'))

/** Answers as the store does: pages by a cursor, words found in the title, conditions by field. */
function store(rows: readonly Rec[]): Answers {
  return {
    'record.list': ({ limit = 50, after, text, where }: InputOf<'record.list'>) => {
      const found = rows.filter((row) => (text === undefined || String(row.fields['title']).includes(text)) && Object.entries(where ?? {}).every(([key, value]) => key.includes('.') || (key === 'status' ? row.status : row.fields[key]) === value))
      const from = after === undefined ? 0 : Number(after)
      const next = from + limit < found.length ? String(from + limit) : null
      return { rows: found.slice(from, from + limit), titles: {}, next, total: found.length }
    },
    'record.restore': ({ id }) => ({ record: all.find((row) => row.id === id)! }),
  }
}

const start = (rows: readonly Rec[] = all) => {
  forgetViews()
  return show(<ListScreen route={{ screen: 'list', type: 'document' }} />, store(rows))
}
const asked = (api: ReturnType<typeof show>['api']) => api.of('record.list').at(-1)
const rowsShown = (): number => document.querySelectorAll('[data-row]').length

describe('A list', () => {
  it('shows fifty rows and fifty more by a press, never all at once', async () => {
    const { person, api } = start()
    await screen.findByText('第1号通知')
    expect(rowsShown()).toBe(50)
    await person.click(screen.getByRole('button', { name: '再看 10 条' }))
    await screen.findByText('第60号通知')
    expect(rowsShown()).toBe(60)
    expect(asked(api)).toEqual({ type: 'document', limit: 50, after: '50' })
    expect(screen.getByText('共 60 条')).toBeTruthy()
  })

  it('is walked by arrows, which fetch more at its end, and Enter opens', async () => {
    const { person } = start()
    await screen.findByText('第1号通知')
    await person.click(screen.getByLabelText('在文件里查找'))
    await person.keyboard('{ArrowDown}{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('第2号通知')
    await person.keyboard('{End}{ArrowDown}')
    await screen.findByText('第60号通知')
    await person.keyboard('{Home}{Enter}')
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'd1', type: 'document' })
  })

  it('looks for words in the whole register, but never for half-composed pinyin', async () => {
    const { api } = start()
    await screen.findByText('第1号通知')
    const box = screen.getByLabelText('在文件里查找')
    fireEvent.compositionStart(box)
    fireEvent.input(box, { target: { value: 'wu' }, isComposing: true })
    expect((box as HTMLInputElement).value).toBe('wu')
    await new Promise((done) => { setTimeout(done, 200) })
    expect(api.of('record.list').every((input) => input.text === undefined)).toBe(true)
    fireEvent.input(box, { target: { value: '第55' }, isComposing: true })
    fireEvent.compositionEnd(box)
    await screen.findByText('第55号通知')
    await waitFor(() => expect(rowsShown()).toBe(1))
    expect(asked(api)).toEqual({ type: 'document', text: '第55', limit: 50 })
  })

  it('keeps its words and filters for the next time, and can be cleared at once', async () => {
    const first = start()
    await screen.findByText('第1号通知')
    await first.person.type(screen.getByLabelText('在文件里查找'), '第55')
    await waitFor(() => expect(rowsShown()).toBe(1))
    first.unmount()
    const again = show(<ListScreen route={{ screen: 'list', type: 'document' }} />, store(all))
    await waitFor(() => expect(asked(again.api)?.text).toBe('第55'))
    expect((screen.getByLabelText('在文件里查找') as HTMLInputElement).value).toBe('第55')
    await again.person.click(await screen.findByRole('button', { name: '全部清除' }))
    await waitFor(() => expect(rowsShown()).toBe(50))
    expect((screen.getByLabelText('在文件里查找') as HTMLInputElement).value).toBe('')
  })

  it('finds filters and order again after a restart, which the store keeps; words and what a link narrowed are gone', async () => {
    const first = start()
    await screen.findByText('第1号通知')
    narrowView('letter', { where: { status: '已办结' } })
    await first.person.click(screen.getByRole('button', { name: '标题' }))
    await waitFor(() => expect(first.api.of('settings.set')).toHaveLength(1))
    await first.person.type(screen.getByLabelText('在文件里查找'), '第55')
    const kept = first.api.of('settings.set').at(-1)?.ui?.['lists']
    expect(kept).toBe(JSON.stringify({ document: { where: {}, sort: { key: 'title', descending: false }, town: '' } }))
    noteLocked('asked')
    first.unmount()
    const again = show(<ListScreen route={{ screen: 'list', type: 'document' }} />, store(all))
    useSession.setState({ lists: String(kept) })
    await waitFor(() => expect(asked(again.api)).toEqual({ type: 'document', sort: 'title', descending: false, limit: 50 }))
  })

  it('makes nothing of choices that it cannot read', () => {
    expect([choicesIn('nonsense'), choicesIn('null'), choicesIn('{"document":{"sort":1,"where":{"a":2}}}')]).toEqual([{}, {}, { document: { where: {}, town: '', sort: null } }])
  })

  it('narrows by status and year', async () => {
    const { person, api } = start()
    await screen.findByText('第1号通知')
    await person.click(screen.getByRole('combobox', { name: '年份' }))
    await person.click(await screen.findByText('2024年'))
    await waitFor(() => expect(asked(api)?.where).toEqual({ 'issued_on.year': '2024' }))
    await person.click(screen.getByRole('combobox', { name: '状态' }))
    await person.click(await screen.findByText('已签发'))
    await screen.findByText('没有找到符合条件的文件')
    expect(asked(api)?.where).toEqual({ 'issued_on.year': '2024', status: '已签发' })
  })

  it('sorts by a column, the other way round, and not at all', async () => {
    const { person, api } = start()
    await screen.findByText('第1号通知')
    const press = async (): Promise<void> => person.click(screen.getByRole('button', { name: /^标题/u }))
    await press()
    await waitFor(() => expect(asked(api)).toMatchObject({ sort: 'title', descending: false }))
    await press()
    await waitFor(() => expect(asked(api)).toMatchObject({ sort: 'title', descending: true }))
    await press()
    await waitFor(() => expect(asked(api)?.sort).toBeUndefined())
  })

  it('says what to do while it is empty, with at most one filled button', async () => {
    start([])
    await screen.findByText('还没有文件')
    expect(document.querySelectorAll('.btn.pri')).toHaveLength(1)
    expect(screen.getAllByRole('button', { name: '新建文件' })).toHaveLength(2)
  })

  it('says at the county that it fills from what the towns report', async () => {
    forgetViews()
    show(<ListScreen route={{ screen: 'list', type: 'activity' }} />, store([]), county)
    expect(await screen.findByText('各镇上报的包导入后，就列在这里。')).toBeTruthy()
  })

  it('shows a condition from elsewhere as words that can be taken off', async () => {
    forgetViews()
    const { person, api, rerender } = show(<ListScreen route={{ screen: 'list', type: 'document', where: { signer: '周维安' } }} />, store([]))
    // The route hands its conditions over to the list and is replaced.
    await waitFor(() => expect(useNavigation.getState().now).toEqual({ screen: 'list', type: 'document' }))
    rerender(<ListScreen route={{ screen: 'list', type: 'document' }} />)
    await screen.findByText('签发人：周维安')
    await waitFor(() => expect(asked(api)?.where).toEqual({ signer: '周维安' }))
    await person.click(screen.getByRole('button', { name: '不再按签发人筛选' }))
    await waitFor(() => expect(asked(api)?.where).toBeUndefined())
    expect(screen.queryByText('签发人：周维安')).toBeNull()
  })

  it('restores from the bin', async () => {
    const { person, api } = start(all.slice(0, 2))
    await screen.findByText('第1号通知')
    await person.click(screen.getByRole('button', { name: '回收站' }))
    await person.click(await screen.findByRole('button', { name: '恢复：第1号通知' }))
    expect(api.of('record.restore')).toEqual([{ id: 'd1' }])
    expect(asked(api)).toMatchObject({ bin: true })
    expect(screen.queryByRole('button', { name: '新建文件' })).toBeNull()
  })

  it('stands under the tabs of its neighbours', async () => {
    forgetViews()
    const { person } = show(<HubScreen route={{ screen: 'documents' }} />, store(all))
    const tabs = within(await screen.findByRole('navigation', { name: '文件' }))
    expect(tabs.getAllByRole('button').map((tab) => tab.textContent)).toEqual(['文件', '党委领导记录', '宣传信息', '考核自评'])
    await person.click(tabs.getByRole('button', { name: '宣传信息' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'list', type: 'publicity' })
  })
})
