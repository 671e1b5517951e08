import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fail } from '../../../shared/result'
import RecordScreen from '../../../renderer/records/RecordScreen'
import { go, useNavigation } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import type { Answers } from '../support/fake-api'
import { todos } from '../support/sample'
import { show } from '../support/show'
import { pageOf, rec, stepsAt } from './sample'

const order = rec('county_order', 'c1', { order_no: '望川人办〔2025〕17号', title: '报送民生实事进度', issued_on: '2025-11-10', status_log: [{ step: 'add', from: '', to: '待签收', event_on: '2025-11-10', entered_at: '', by: '' }] }, '待签收')
const page = pageOf(order, { title: '望川人办〔2025〕17号 报送民生实事进度', steps: stepsAt('county_order', '待签收'), incomplete: ['due_on', 'kind'], versions: 3, at_county: false })
const answers: Answers = { 'record.page': page, 'draft.list': { drafts: [] }, 'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true } }
const start = (more: Answers = {}, step?: string) => show(<RecordScreen route={{ screen: 'record', id: 'c1', type: 'county_order', ...(step === undefined ? {} : { step }) }} />, { ...answers, ...more })
const now = () => useNavigation.getState().now

describe('The page of a record', () => {
  it('leads with the next step and what is missing, and whether the county has it', async () => {
    const { person } = start()
    const next = within(await screen.findByRole('region', { name: '下一步' }))
    expect(next.getByRole('button', { name: '签收' }).className).toContain('pri')
    expect(document.querySelectorAll('.btn.pri')).toHaveLength(1)
    expect(next.getByText('还缺 2 项')).toBeTruthy()
    expect(screen.getByText('县里还没有')).toBeTruthy()
    await person.click(next.getByRole('button', { name: '去填期限' }))
    expect(now()).toEqual({ screen: 'edit', type: 'county_order', id: 'c1', focus: 'due_on' })
  })

  it('of a private record says that it stays in the town, and not that the county lacks it', async () => {
    show(<RecordScreen route={{ screen: 'record', id: 'p1', type: 'person_private' }} />, { ...answers, 'record.page': pageOf(rec('person_private', 'p1', { person: 'p0' }), { title: '石水国', at_county: false }) })
    expect(await screen.findByText('只留在本镇，不上报')).toBeTruthy()
    expect(screen.queryByText('县里还没有')).toBeNull()
  })

  it('shows what the county asks to have mended, and opens its field', async () => {
    const todo = {
      ...todos[0]!, id: 'county.issue:c1 due_on', rule: 'county.issue', about: { type: 'county_order', id: 'c1' }, title: '县里请改：报送民生实事进度，期限：请写清楚', days: 11, state: 'soon' as const,
      action: { label: '去改', kind: 'open' as const, id: 'c1', type: 'county_order', focus: 'due_on' },
    }
    const { person } = start({ 'record.page': { ...page, todos: [todo] } })
    expect((await screen.findAllByText(todo.title)).length).toBeGreaterThan(0)
    expect(screen.getByText(/还剩 11 天。改好后随下一包上报。/u)).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '去改' }))
    expect(now()).toEqual({ screen: 'edit', type: 'county_order', id: 'c1', focus: 'due_on' })
  })

  it('offers from its own reminder what leads elsewhere, and no button that would open this very page', async () => {
    const about = { type: 'county_order', id: 'c1' }
    const elsewhere = { ...todos[0]!, id: 'a', about, title: '本届任期将满', action: { label: '准备换届', kind: 'open' as const, screen: 'term' as const } }
    const here = { ...todos[0]!, id: 'b', about, title: '看看进展', action: { label: '去看', kind: 'open' as const, id: 'c1' } }
    const { person } = start({ 'record.page': { ...page, todos: [elsewhere, here] } })
    await screen.findByText('看看进展')
    expect(screen.queryByRole('button', { name: '去看：看看进展' })).toBeNull()
    await person.click(screen.getByRole('button', { name: '准备换届：本届任期将满' }))
    expect(now()).toEqual({ screen: 'term' })
  })

  it('does not say that there is nothing to do while something is', async () => {
    const over = pageOf({ ...order, status: '已办结' }, { steps: stepsAt('county_order', '已办结') })
    const todo = { ...todos[0]!, about: { type: 'county_order', id: 'c1' }, action: { label: '登记补选', kind: 'new' as const, type: 'by_election' } }
    const first = start({ 'record.page': { ...over, todos: [todo] } })
    expect((await screen.findByText('要填的都填了，还有 1 件要办的事')).className).toContain('doing')
    first.unmount()
    start({ 'record.page': over })
    expect((await screen.findByText('没有必须办的事，要填的都填了')).className).toContain('done')
  })

  it('takes a step with the keys, refuses it without what it needs, and says the new status', async () => {
    const { person, api } = start({ 'step.run': { record: { ...order, status: '办理中', version: 'v2' }, warnings: [] } })
    await person.click(await screen.findByRole('button', { name: '签收' }))
    const date = await screen.findByLabelText('签收日期')
    await waitFor(() => expect(document.activeElement).toBe(date))
    await person.keyboard('{Control>}s{/Control}')
    expect(await screen.findByText('请填写签收日期。填好再保存。')).toBeTruthy()
    expect(api.of('step.run')).toHaveLength(0)
    await person.type(date, '11.12')
    await person.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(api.of('step.run')).toEqual([{ step: 'accept', id: 'c1', fields: { accepted_on: '2025-11-12' }, base: 'v-c1' }]))
    await waitFor(() => expect(useNotices.getState().list.map(({ text }) => text)).toEqual(['已保存：签收，现在是“办理中”']))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('keeps what was typed into a step when the store refuses it, in words', async () => {
    const { person } = start({ 'step.run': fail('date-order', { field: 'accepted_on', detail: { first: '2025年11月10日', firstLabel: '交办日期', second: '2025年11月1日', secondLabel: '签收日期' } }) })
    await person.click(await screen.findByRole('button', { name: '签收' }))
    await person.type(await screen.findByLabelText('签收日期'), '11.1')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(screen.getByLabelText('签收日期').getAttribute('aria-invalid')).toBe('true'))
    expect((screen.getByLabelText('签收日期') as HTMLInputElement).value).toBe('2025年11月1日')
  })

  it('opens the step that a to-do asks for, with what was typed before', async () => {
    start({ 'draft.list': { drafts: [{ id: 'dr', type: 'step county_order answer', record: 'c1', data: { result: '已完成' }, updated_at: '2025-11-24T09:00:00+08:00' }] } }, 'answer')
    expect(((await screen.findByLabelText('办理结果')) as HTMLTextAreaElement).value).toBe('已完成')
  })

  it('does not open a step that its status no longer allows', async () => {
    start({}, 'close')
    await screen.findByRole('region', { name: '下一步' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('closes a step by Escape first and leaves the page by the second one', async () => {
    const { person } = start()
    go({ screen: 'list', type: 'county_order' })
    go({ screen: 'record', id: 'c1', type: 'county_order' })
    await person.click(await screen.findByRole('button', { name: '签收' }))
    await screen.findByRole('dialog')
    await person.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(now().screen).toBe('record')
    await person.keyboard('{Escape}')
    expect(now()).toEqual({ screen: 'list', type: 'county_order' })
  })

  it('deletes only with a reason, says what goes with it, and offers the way back', async () => {
    const child = rec('urge', 'u1', { about: 'c1', date: '2025-11-12' })
    const { person, api } = start({
      'record.page': { ...page, at_county: true, children: [{ type: 'urge', label: '督办', key: 'about', rows: [child], total: 1 }] }, 'record.delete': { deleted: ['c1', 'u1'] },
    })
    await person.click(await screen.findByRole('button', { name: '删除' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText('县里已收到这条，下次上报会一并告知。')).toBeTruthy()
    const button = dialog.getByRole('button', { name: '删除' })
    expect(button).toHaveProperty('disabled', true)
    await person.click(dialog.getByRole('radio', { name: '重复登记' }))
    await person.click(button)
    await waitFor(() => expect(api.of('record.delete')).toEqual([{ id: 'c1', reason: '重复登记', base: 'v-c1' }]))
    await waitFor(() => expect(useNotices.getState().list.map(({ text, button: way }) => [text, way?.label])).toEqual([['已删除：望川人办〔2025〕17号 报送民生实事进度，连同 1 条', '撤销']]))
  })

  it('settles a to-do of its own in place', async () => {
    const todo = { ...todos[0]!, about: { type: 'county_order', id: 'c1' }, action: { label: '回告', kind: 'step' as const, step: 'answer', type: 'county_order', id: 'c1' } }
    const { person } = start({ 'record.page': { ...page, todos: [todo] } })
    await person.click(await screen.findByRole('button', { name: `回告：${todo.title}` }))
    expect(await screen.findByLabelText('回告日期')).toBeTruthy()
    expect(now().screen).toBe('home')
  })

  it('offers what may stand under it, filled with where it belongs', async () => {
    const session = rec('session', 's1', { no: 4, kind: '1' }, '筹备')
    const { person } = show(<RecordScreen route={{ screen: 'record', id: 's1', type: 'session' }} />, { ...answers, 'record.page': pageOf(session) })
    await person.click(await screen.findByRole('button', { name: '议程' }))
    expect(now()).toEqual({ screen: 'edit', type: 'agenda_item', preset: { session: 's1' } })
  })

  it('of a deleted record offers to restore it and nothing else', async () => {
    const { person, api } = start({ 'record.page': { ...page, record: { ...order, deleted: true } }, 'record.restore': { record: order } })
    await person.click(await screen.findByRole('button', { name: /^恢复：/u }))
    expect(api.of('record.restore')).toEqual([{ id: 'c1' }])
    expect(screen.queryByRole('button', { name: '签收' })).toBeNull()
    expect(screen.queryByRole('button', { name: '修改' })).toBeNull()
  })

  it('shows a masked number only while it is held', async () => {
    const visitor = rec('visitor', 'vi1', { name: '李阿姨', about: 'vm1', phone: '138****0001' })
    const { person, api } = show(<RecordScreen route={{ screen: 'record', id: 'vi1', type: 'visitor' }} />, { ...answers, 'record.page': pageOf(visitor), 'record.reveal': { value: '13800000001' } })
    const button = await screen.findByRole('button', { name: '按住显示电话' })
    expect(screen.queryByText('13800000001')).toBeNull()
    await person.pointer({ keys: '[MouseLeft>]', target: button })
    await screen.findByText('13800000001')
    expect(api.of('record.reveal')).toEqual([{ id: 'vi1', key: 'phone' }])
    await person.pointer({ keys: '[/MouseLeft]', target: button })
    expect(screen.queryByText('13800000001')).toBeNull()
  })

  it('tells who changed what', async () => {
    const { person } = start({ 'record.history': { versions: [{ id: 'v1', op: 'put', by: '徐立新', at: '2025-11-24T08:00:00+08:00', data: order.fields, changed: [], head: true }] } })
    await person.click(await screen.findByRole('button', { name: '全部记录 3 条' }))
    const drawer = within(await screen.findByRole('dialog'))
    expect(await drawer.findByText('徐立新')).toBeTruthy()
    expect(drawer.getByText('报送民生实事进度')).toBeTruthy()
  })
})
