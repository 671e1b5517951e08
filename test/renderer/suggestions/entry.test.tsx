import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { DeputyRow } from '../../../shared/contract/records'
import type { Rec } from '../../../shared/record'
import SuggestionEntry from '../../../renderer/screens/suggestions/SuggestionEntry'
import { useNavigation } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import { rec } from '../records/sample'
import type { Answers } from '../support/fake-api'
import { townAnswers } from '../support/sample'
import { show } from '../support/show'

const deputy = (mandate: string, name: string, initials: string): DeputyRow => ({
  mandate, person: `p-${mandate}`, name, note: '', level: '5', status: '在任', sex: null, ethnic: null, birth: null, party: null, edu: null, occupation: null, constituency: null, group: null, post: null,
  presidium_role: null, phone: null, doubts: 0, events: 0, initials,
})
const people = [deputy('m1', '何秀兰', 'hxl'), deputy('m2', '陈国梁', 'cgl'), deputy('m3', '邵长明', 'scm'), deputy('m4', '吴月琴', 'wyq')]
const session = rec('session', 's4', { no: 4, start_on: '2025-01-15', end_on: '2025-01-16' }, '已闭会')
const unit = rec('organisation', 'o1', { name: '镇村镇建设办' })
const before = rec('suggestion', 'g1', { title: '关于路灯的建议', raised_on: '2025-01-15', period: '1', session: 's4', review_on: '2025-01-17', assigned_on: '2025-01-20', cosign: ['m2', 'm3'] }, '已交办')
const saved: Rec = rec('suggestion', 'g2', { no: '19-闭-006' }, '已交办')

const { 'rules.list': rules } = townAnswers

const answers = (last: readonly Rec[] = []): Answers => ({
  'deputies.list': { rows: people, total: people.length },
  'record.list': ({ type }) => {
    const rows = type === 'session' ? [session] : type === 'organisation' ? [unit] : type === 'suggestion' ? last : []
    return { rows, titles: {}, next: null, total: rows.length }
  },
  ...(rules === undefined ? {} : { 'rules.list': rules }),
  'record.quick': { record: saved, ids: ['g2'], warnings: [] }, 'record.page': ({ id }) => ({ record: rec('session', id, {}), title: '第四次会议', titles: {}, steps: [], children: [], incomplete: [], doubtful: [], todos: [], versions: 1, at_county: null }),
  'draft.list': { drafts: [] }, 'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true },
})
const start = (last: readonly Rec[] = []) => show(<SuggestionEntry route={{ screen: 'quick-suggestion' }} />, answers(last))
type Person = ReturnType<typeof show>['person']

async function choose(person: Person, label: string, option: string): Promise<void> {
  await person.click(await screen.findByLabelText(label))
  await person.click(await screen.findByText(option, { selector: '.ant-select-item-option-content, .ant-select-item-option-content *' }))
}
const sent = (api: ReturnType<typeof show>['api']) => api.of('record.quick').map(({ draft: _draft, ...input }) => input)

describe('A suggestion from paper', () => {
  it('is raised, accepted and assigned in one save once a unit is named', async () => {
    const { person, api } = start()
    await person.type(await screen.findByLabelText('标题'), '关于修路的建议')
    await person.type(screen.getByLabelText('内容'), '雨后难行')
    await choose(person, '领衔代表', '何秀兰')
    await person.click(screen.getByRole('checkbox', { name: '陈国梁' }))
    await choose(person, '主办单位', '镇村镇建设办')
    // Named a unit: the day is today until somebody says otherwise, and the answer is due by the law.
    expect(screen.getByText('2026年2月24日前答复')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent(api)).toEqual([{
      type: 'suggestion', fields: { title: '关于修路的建议', body: '雨后难行', lead: 'm1', cosign: ['m2'], kind: '1', period: '2', raised_on: '2025-11-24' },
      steps: [{ step: 'submit', fields: {} }, { step: 'review', fields: { review_on: '2025-11-24', accept: '1' } }, { step: 'assign', fields: { assigned_on: '2025-11-24', host: 'o1' } }],
    }]))
    await waitFor(() => expect(useNotices.getState().list.map(({ text, button }) => [text, button?.label])).toEqual([['已记下建议 19-闭-006，现在是“已交办”', '撤销']]))
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'g2', type: 'suggestion' })
  })

  it('is only raised where the paper says no more', async () => {
    const { person, api } = start()
    await person.type(await screen.findByLabelText('标题'), '关于修路的建议')
    await choose(person, '领衔代表', '何秀兰')
    expect(screen.getByText(/保存后是“已提出”/u)).toBeTruthy()
    await person.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(sent(api)[0]?.steps).toEqual([{ step: 'submit', fields: {} }]))
  })

  it('knows by its day at which session it was raised', async () => {
    const { person, api } = start()
    await person.type(await screen.findByLabelText('标题'), '关于修路的建议')
    await choose(person, '领衔代表', '何秀兰')
    const day = screen.getByLabelText('提出日期')
    await person.clear(day)
    await person.type(day, '2025.1.16{Tab}')
    expect((screen.getByRole('radio', { name: '会议期间' }) as HTMLInputElement).checked).toBe(true)
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent(api)[0]?.fields).toMatchObject({ period: '1', session: 's4', raised_on: '2025-01-16' }))
    await person.click(screen.getByRole('radio', { name: '闭会期间' }))
    expect(screen.queryByLabelText('哪次会议')).toBeNull()
  })

  it('of a pile takes the days and the names of the one before', async () => {
    const { person, api } = start([before])
    await person.type(await screen.findByLabelText('标题'), '关于修路的建议')
    await choose(person, '领衔代表', '陈国梁')
    await person.click(await screen.findByRole('button', { name: '日期和上一件一样（1月15日）' }))
    await person.click(screen.getByRole('button', { name: '和上一件一样（1 人）' }))
    await choose(person, '主办单位', '镇村镇建设办')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent(api)[0]).toMatchObject({
      fields: { raised_on: '2025-01-15', period: '1', session: 's4', cosign: ['m3'] },
      steps: [{ step: 'submit' }, { step: 'review', fields: { review_on: '2025-01-17' } }, { step: 'assign', fields: { assigned_on: '2025-01-20' } }],
    }))
  })

  it('takes co-signers by a few letters, and from a pasted column', async () => {
    const { person } = start()
    const find = await screen.findByLabelText('找联名代表')
    await person.type(find, 'wy{Enter}')
    expect(screen.getByRole('status', { name: '' }).textContent).toContain('1 人')
    await person.click(screen.getByRole('button', { name: '粘贴' }))
    const dialog = within(await screen.findByRole('dialog', { name: '粘贴联名代表' }))
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: '陈国梁\n邵长明' } })
    await person.click(dialog.getByRole('button', { name: '选上 2 人' }))
    expect((screen.getByRole('checkbox', { name: '邵长明' }) as HTMLInputElement).checked).toBe(true)
  })

  it('is not saved without title and the deputy who leads, and keeps what was typed as a draft', async () => {
    const { person, api } = start()
    await person.type(await screen.findByLabelText('内容'), '雨后难行')
    await person.click(screen.getByRole('button', { name: '保存' }))
    expect(screen.getByText('请选领衔代表。')).toBeTruthy()
    expect(sent(api)).toEqual([])
    await waitFor(() => expect(api.of('draft.save').at(-1)).toMatchObject({ type: 'quick-suggestion', data: { body: '雨后难行' } }))
  })
})
