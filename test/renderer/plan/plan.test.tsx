import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import PlanScreen from '../../../renderer/screens/plan/PlanScreen'
import { entryOfStep } from '../../../renderer/state/entry-steps'
import { newRecord } from '../../../renderer/records/new-record'
import { routeOfTodo } from '../../../renderer/state/todo-action'
import { useNavigation } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import type { Todo } from '../../../shared/todos/todo'
import { rec } from '../records/sample'
import { show } from '../support/show'
import { planAnswers } from './sample'

const start = () => show(<PlanScreen route={{ screen: 'plan' }} />, { ...planAnswers, 'record.set': { record: rec('activity', 'a3', {}), warnings: [] } })
const now = () => useNavigation.getState().now

describe('The plan of a year beside what was done', () => {
  it('shows each item with its records and how it stands', async () => {
    start()
    const rows = (await screen.findAllByRole('row')).slice(1)
    expect(rows.map((row) => [within(row).getAllByRole('cell')[0]?.textContent, row.querySelector('.st')?.textContent])).toEqual([
      ['第三季度', '已完成'], ['2025年10月', '过期未开展'], ['第四季度', '已有安排'], ['第四季度', '还没开展'], ['第二季度', '已调整'],
    ])
    expect(rows[0]?.textContent).toContain('食品安全法贯彻实施情况')
    expect(rows[4]?.textContent).toContain('并入明年')
    expect(screen.getByRole('status', { name: '完成情况' }).textContent).toBe('计划 4 项完成 1过期未开展 1已调整 1，不计入完成率 25%')
  })

  it('opens the entry that carries an item out, filled with what the plan says', async () => {
    const { person } = start()
    await person.click(await screen.findByRole('button', { name: '记接待活动：联络站开门接待' }))
    expect(now()).toEqual({ screen: 'quick-activity', preset: { title: '联络站开门接待', plan_ref: 'i2', kind: '09' } })
  })

  it('holds a planned activity in its entry, with what was planned', async () => {
    const { person } = start()
    await person.click(await screen.findByRole('button', { name: '登记开展：走访石桥村选民' }))
    expect(now()).toEqual({ screen: 'quick-activity', id: 'a9' })
  })

  it('puts what nobody had planned under an item', async () => {
    const { person, api } = start()
    await person.click(await screen.findByRole('combobox', { name: '调解石桥村土地纠纷归到' }))
    await person.click(await screen.findByTitle('学习代表法'))
    await waitFor(() => expect(api.of('record.set')).toEqual([{ id: 'a3', fields: { plan_ref: 'i4' } }]))
    expect(useNotices.getState().list.map(({ text }) => text)).toEqual(['已归到计划项'])
  })
})

describe('Steps that a quick entry takes', () => {
  const todo = (step: string, type: string): Todo => ({
    id: 'x', rule: 'x', who: '镇里', title: '', about: { type, id: 'r1' }, due_on: '2025-12-01', started_on: null, owner: '', source: '', state: 'soon', days: 3, action: { label: '去办', kind: 'step', step, id: 'r1' },
  })

  it('lead there from a to-do as from the page', () => {
    expect(routeOfTodo(todo('hold', 'activity'))).toEqual({ screen: 'quick-activity', id: 'r1' })
    expect(routeOfTodo(todo('start', 'supervision'))).toEqual({ screen: 'quick-supervision', id: 'r1' })
    expect(routeOfTodo(todo('close', 'supervision'))).toEqual({ screen: 'record', id: 'r1', type: 'supervision', step: 'close' })
    expect(entryOfStep('session', 'open', 'r1')).toBeNull()
  })

  it('and new meetings begin in theirs', () => {
    expect([newRecord('presidium_meeting', 'town'), newRecord('session', 'town')]).toEqual([
      { word: '记主席团会议', route: { screen: 'quick-meeting' } }, { word: '记人代会', route: { screen: 'quick-meeting', preset: { _kind: 'session' } } },
    ])
  })
})
