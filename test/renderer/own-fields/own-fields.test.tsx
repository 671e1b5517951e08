import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { FieldSetting } from '../../../shared/records/own-fields'
import { ok } from '../../../shared/result'
import EditScreen from '../../../renderer/records/EditScreen'
import ListScreen from '../../../renderer/records/ListScreen'
import RecordScreen from '../../../renderer/records/RecordScreen'
import FieldsScreen from '../../../renderer/screens/own-fields/FieldsScreen'
import { useSession } from '../../../renderer/state/session'
import { Notices } from '../../../renderer/ui/Notices'
import { pageOf, rec } from '../records/sample'
import type { Answers } from '../support/fake-api'
import { town, townAnswers } from '../support/sample'
import { show } from '../support/show'

const settings: readonly FieldSetting[] = [
  { type: 'organisation', key: 'x_grid234567', label: '网格员', kind: 'text', column: true },
  { type: 'organisation', key: 'x_hard234567', label: '难易', kind: 'choice', options: ['易', '难'] },
  { type: 'organisation', key: 'name', label: '单位全称' },
  { type: 'organisation', key: 'short_name', hidden: true },
]
const saved = rec('organisation', 'o1', { name: '镇水利站', x_grid234567: '江大河' })
const common: Answers = { ...townAnswers, 'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true }, 'draft.list': { drafts: [] }, 'record.page': pageOf(saved) }

function with2(screenShown: React.ReactElement, answers: Answers = {}) {
  const shown = show(<>{screenShown}<Notices /></>, { ...common, ...answers })
  useSession.setState({ office: { ...town, fields: settings } })
  return shown
}

describe('Fields of the office’s own', () => {
  it('are asked for in the form by their kind, under the office’s names, and what is left out is not', async () => {
    const { person, api } = with2(<EditScreen route={{ screen: 'edit', type: 'organisation' }} />, { 'record.quick': { record: saved, ids: ['o1'], warnings: [] } })
    await person.type(await screen.findByLabelText('单位全称'), '镇水利站')
    await person.type(screen.getByLabelText('网格员'), '江大河')
    await person.click(screen.getByText('难'))
    await person.click(screen.getByRole('button', { name: /更多/u }))
    expect(screen.queryByLabelText('简称')).toBeNull()
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.quick')[0]).toMatchObject({ fields: { name: '镇水利站', x_grid234567: '江大河', x_hard234567: '难' } }))
  })

  it('stand in the list as columns', async () => {
    with2(<ListScreen route={{ screen: 'list', type: 'organisation' }} />, { 'record.list': { rows: [saved], titles: {}, next: null, total: 1 } })
    expect(await screen.findByRole('columnheader', { name: /网格员/u })).toBeTruthy()
    expect(screen.getByText('江大河')).toBeTruthy()
  })

  it('put the list in their order', async () => {
    const { person, api } = with2(<ListScreen route={{ screen: 'list', type: 'organisation' }} />, { 'record.list': { rows: [saved], titles: {}, next: null, total: 1 }, 'settings.set': townAnswers['settings.get'] })
    await person.click(await screen.findByRole('button', { name: '网格员' }))
    await waitFor(() => expect(api.of('record.list').at(-1)).toMatchObject({ sort: 'x_grid234567', descending: false }))
  })

  it('stand on the page of the record', async () => {
    with2(<RecordScreen route={{ screen: 'record', id: 'o1', type: 'organisation' }} />)
    expect([(await screen.findByText('江大河')).textContent, screen.getByText('网格员').textContent]).toEqual(['江大河', '网格员'])
  })
})

describe('栏目设置', () => {
  const told = { settings, offer: null, offered: false }
  it('moves a column of the list one place to the left', async () => {
    const { person, api } = with2(<FieldsScreen route={{ screen: 'own-fields', type: 'organisation' }} />, { 'fields.get': told, 'fields.order': ok(told) })
    await person.click(await screen.findByRole('button', { name: '网格员往左移' }))
    await waitFor(() => expect(api.of('fields.order')).toHaveLength(1))
    const [{ columns = [] } = {}] = api.of('fields.order')
    expect(columns.indexOf('x_grid234567')).toBe(columns.length - 2)
    expect(screen.getByRole('button', { name: '单位全称往左移' })).toHaveProperty('disabled', true)
  })

  it('adds a field, renames one when its box is left, and takes one away saying what stays', async () => {
    const { person, api } = with2(<FieldsScreen route={{ screen: 'own-fields', type: 'organisation' }} />, {
      'fields.get': told, 'fields.set': ok({ ...told, key: 'x_new2345678' }), 'fields.drop': ok({ ...told, filled: 3 }),
    })
    await person.type(await screen.findByLabelText('名称'), '包联领导')
    await person.click(screen.getByRole('button', { name: '加上这一栏' }))
    await waitFor(() => expect(api.of('fields.set')).toEqual([{ type: 'organisation', label: '包联领导', kind: 'text', column: true }]))
    const box = screen.getByLabelText('联系人叫什么')
    await person.clear(box)
    await person.type(box, '办理人')
    await person.tab()
    await waitFor(() => expect(api.of('fields.set')[1]).toEqual({ type: 'organisation', key: 'contact_person', label: '办理人' }))
    await person.click(screen.getAllByRole('button', { name: '去掉' })[0] ?? document.body)
    expect(await screen.findByText('已去掉“网格员”；3 条记录里填过的内容还在，历史记录里能看到')).toBeTruthy()
  })

  it('shows what the county sent and takes it with one press', async () => {
    const { person, api } = with2(<FieldsScreen route={{ screen: 'own-fields' }} />, {
      'fields.get': { ...told, offer: { id: 'a1', from: '望川县', settings: [settings[0] ?? { type: 'letter', key: 'subject' }] } }, 'fields.adopt': ok(told),
    })
    expect(await screen.findByText('望川县发来了栏目设置')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '采用' }))
    await waitFor(() => expect(api.of('fields.adopt')).toEqual([{ id: 'a1', take: true }]))
  })
})
