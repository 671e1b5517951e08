import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Data } from '../../../shared/fields'
import { courseOf, daysToSpare } from '../../../renderer/screens/matters/course'
import MatterScreen from '../../../renderer/screens/matters/MatterScreen'
import { useNavigation } from '../../../renderer/state/navigation'
import { today } from '../support/sample'
import { show } from '../support/show'
import { pageOf, rec, stepsAt } from '../records/sample'

const matter = (fields: Data, status: string) => rec('voter_matter', 'v1', { no: '19-群-007', received_on: '2025-11-09', content: '三组路灯不亮', channel: '1', deputies: ['m1'], site: 's1', ...fields }, status)
const handed = matter({ route: '4', routed_on: '2025-11-09', to_unit: 'o1', due_on: '2025-11-20' }, '已转办')

describe('The course of a voter’s matter', () => {
  it('shows an answer that is late, and what comes after it', () => {
    expect(courseOf(handed, today, '镇供电所').map((one) => [one.title, one.day, one.tone, one.note])).toEqual([
      ['接待', '2025-11-09', 'done', '联络站接待'], ['转交', '2025-11-09', 'done', '镇供电所'], ['办理回复', '', 'late', ''], ['告知反映人', '', 'idle', ''], ['归档', '', 'idle', ''],
    ])
  })

  it('waits for nobody where it was answered on the spot', () => {
    const solved = matter({ route: '1', routed_on: '2025-11-09', informed_on: '2025-11-09', visitor_rate: '1' }, '已告知')
    expect(courseOf(solved, today, '').map((one) => [one.title, one.tone, one.note])).toEqual([['接待', 'done', '联络站接待'], ['当场答复', 'done', ''], ['告知反映人', 'done', '满意'], ['归档', 'doing', '']])
  })

  it('that became a suggestion goes on with the suggestion, from the day it did', () => {
    const log = [{ step: 'convert', from: '已转办', to: '转建议', event_on: '2025-11-18', entered_at: '2025-11-18T09:00:00+08:00', by: '周维安' }]
    const converted = matter({ route: '6', routed_on: '2025-11-09', suggestion: 'x1', status_log: log }, '转建议')
    expect(courseOf(converted, today, '').slice(1, 3).map((one) => [one.title, one.day, one.note])).toEqual([['转为建议', '2025-11-18', ''], ['办理回复', '', '随建议办理']])
  })

  it('says by how much an answer was early or late', () => {
    expect([daysToSpare(handed), daysToSpare(matter({ due_on: '2025-11-20', reply_on: '2025-11-18' }, '已回复')), daysToSpare(matter({ due_on: '2025-11-20', reply_on: '2025-11-23' }, '已回复'))]).toEqual([null, 2, -3])
  })
})

const visitor = rec('visitor', 'w1', { about: 'v1', role: '1', name: '赵**', phone: '138****1234' })
const titles = { s1: { title: '石桥联络站', type: 'site' }, m1: { title: '何秀兰', type: 'mandate' }, o1: { title: '镇供电所', type: 'organisation' } }
const page = pageOf(handed, {
  titles, steps: stepsAt('voter_matter', '已转办'), children: [{ type: 'visitor', label: '', key: 'about', rows: [visitor], total: 1 }],
  todos: [{
    id: 't1', rule: 'voter_matter.due', who: '镇里', title: '三组路灯不亮：转办后未回复群众', about: { type: 'voter_matter', id: 'v1' }, due_on: '2025-11-20', started_on: null, owner: '镇供电所',
    source: '群众反映事项办理期限', state: 'late', days: -4, action: { label: '登记回复', kind: 'step', step: 'reply', type: 'voter_matter', id: 'v1' },
  }],
})
const route = { screen: 'record', id: 'v1', type: 'voter_matter' } as const

describe('The page of a voter’s matter', () => {
  it('says until when, by whose rule, and leads to the answer first', async () => {
    show(<MatterScreen route={route} />, { 'record.page': page })
    const due = within(await screen.findByRole('region', { name: '办理期限' }))
    expect([due.getByText('2025年11月20日'), due.getByText('已过 4 天'), due.getByText('镇里'), due.getByText('群众反映事项办理期限')]).toHaveLength(4)
    expect(within(screen.getByRole('region', { name: '办理经过' })).getByText('11月20日前')).toBeTruthy()
    expect([...document.querySelectorAll('.btn.pri')].map((one) => one.textContent)).toEqual(['登记回复'])
  })

  it('keeps the visitor covered until somebody asks, and each asking goes to the store', async () => {
    const { api } = show(<MatterScreen route={route} />, { 'record.page': page, 'record.reveal': { value: '赵文清' } })
    await screen.findByText('赵**')
    const button = screen.getByRole('button', { name: '按住显示姓名' })
    fireEvent.pointerDown(button)
    await screen.findByText('赵文清')
    fireEvent.pointerUp(button)
    expect(screen.queryByText('赵文清')).toBeNull()
    expect(api.of('record.reveal')).toEqual([{ id: 'w1', key: 'name' }])
  })

  it('becomes a suggestion with one press, and leads to it', async () => {
    const { api, person } = show(<MatterScreen route={route} />, { 'record.page': page, 'step.run': { record: { ...handed, version: 'v2' }, warnings: [] } })
    await screen.findByText('三组路灯不亮')
    const button = screen.queryByRole('button', { name: '转为代表建议' })
    await person.click(button ?? (await screen.findByRole('button', { name: /其他办法/u })))
    if (button === null) await person.click(screen.getByRole('button', { name: '转为代表建议' }))
    await waitFor(() => expect(api.of('step.run')).toEqual([{ step: 'convert', id: 'v1', fields: {}, base: 'v-v1' }]))
  })

  it('that became a suggestion names it with its status', async () => {
    const suggestion = rec('suggestion', 'x1', { title: '关于三组路灯的建议', source_ref: 'v1' }, '草稿')
    const { person } = show(<MatterScreen route={route} />, {
      'record.page': { ...page, titles: { ...titles, x1: { title: '关于三组路灯的建议', type: 'suggestion' } }, children: [{ type: 'suggestion', label: '', key: 'source_ref', rows: [suggestion], total: 1 }] },
    })
    await screen.findByText('关于三组路灯的建议')
    expect(screen.queryByRole('button', { name: '转为代表建议' })).toBeNull()
    await person.click(screen.getByText('关于三组路灯的建议'))
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'x1', type: 'suggestion' })
  })
})
