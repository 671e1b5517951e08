import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import SupervisionScreen from '../../../renderer/screens/supervision/SupervisionScreen'
import { useNavigation } from '../../../renderer/state/navigation'
import type { Answers } from '../support/fake-api'
import { rec, stepsAt } from '../records/sample'
import { show } from '../support/show'
import { findings, supervisionAnswers, supervisionPage, supervisionRec } from './sample'

const start = (more: Answers = {}) => show(<SupervisionScreen route={{ screen: 'record', id: 'sv1', type: 'supervision' }} />, {
  ...supervisionAnswers, 'step.run': { record: { ...(findings[1] ?? rec('finding', 'f2', {})), status: '已整改', version: 'v2' }, warnings: [] },
  'record.quick': { record: supervisionRec, ids: ['new'], warnings: [] }, ...more,
})

describe('The page of a supervision', () => {
  it('tells its course in one line, with what is late and by which rule', async () => {
    start()
    const course = within(await screen.findByRole('list', { name: '监督经过' }))
    expect(course.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      '已完成列入计划2025年3月1日', '已完成实施2025年7月15日', '已完成形成报告2025年7月28日', '已完成转交办理2025年8月1日', '逾期反馈应在2025年11月1日前', '未开始办结',
    ])
    await waitFor(() => expect(screen.getByText('应在2025年11月1日前反馈')).toBeTruthy())
    expect((await screen.findByRole('button', { name: '登记反馈' })).className).toContain('pri')
  })

  it('shows every problem with who puts it right, how late it is, and the step that is next for it', async () => {
    start()
    const list = within(await screen.findByRole('list', { name: '发现的问题' }))
    await waitFor(() => expect(list.getByText('已过 14 天')).toBeTruthy())
    expect(list.getAllByRole('listitem').map((row) => [row.querySelector('.st')?.textContent, ...[...row.querySelectorAll('.btn')].map((button) => button.textContent)])).toEqual([
      ['已销号 9月2日'], ['已过 14 天', '登记整改'], ['还没有交办，要求12月20日前', '交办整改'], ['10月8日整改，待核验', '销号', '退回整改'],
    ])
  })

  it('takes the step of a problem on the spot', async () => {
    const { person, api } = start()
    await person.click(await screen.findByRole('button', { name: /^登记整改：/u }))
    await person.type(await screen.findByLabelText('完成日期'), '11.20')
    await person.type(screen.getByLabelText('落实说明'), '每日抽检')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('step.run')).toEqual([{ step: 'rectify', id: 'f2', fields: { done_on: '2025-11-20', done_note: '每日抽检' }, base: 'v-f2' }]))
  })

  it('numbers problems that come to light later behind the others', async () => {
    const { person, api } = start()
    await person.click(await screen.findByRole('button', { name: '记问题' }))
    await person.type(await screen.findByLabelText('问题 1'), '地面有积水')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.quick')[0]?.side).toEqual([{ type: 'finding', parent: 'supervision', fields: { no: 5, problem: '地面有积水' } }]))
  })

  it('rates again after it was put right: the second round, with its own rate', async () => {
    const { person } = start()
    expect((await screen.findByRole('row', { name: /第 1 轮/u })).textContent).toContain('75%')
    await person.click(screen.getByRole('button', { name: '整改后再测评' }))
    expect(((await screen.findByLabelText('轮次')) as HTMLInputElement).value).toBe('2')
  })

  it('is begun in its entry, where one says who took part', async () => {
    const { person } = start({ 'record.page': { ...supervisionPage, record: { ...supervisionRec, status: '计划' }, steps: stepsAt('supervision', '计划'), children: [] } })
    await person.click(await screen.findByRole('button', { name: '开始实施' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'quick-supervision', id: 'sv1' })
  })
})
