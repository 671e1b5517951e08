import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import PresidiumScreen from '../../../renderer/screens/meetings/PresidiumScreen'
import { useNavigation } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import type { Todo } from '../../../shared/todos/todo'
import type { Answers } from '../support/fake-api'
import { rec, stepsAt } from '../records/sample'
import { show } from '../support/show'
import { decisions, meetingAnswers, presidiumPage, presidiumRec } from './sample'

const late: Todo = {
  id: 'decision.due:d2', rule: 'decision.due', who: '镇里', title: '主席团决定：建议督办：未完成', about: { type: 'decision', id: 'd2' }, due_on: '2025-11-12', started_on: null, owner: '何秀兰',
  source: '主席团决定事项的完成时限', state: 'late', days: -12, action: { label: '登记完成', kind: 'open', id: 'd2' },
}
const answers: Answers = { ...meetingAnswers, 'record.page': presidiumPage, 'todo.list': { items: [late] }, 'record.set': { record: { ...(decisions[1] ?? rec('decision', 'd2', {})), version: 'v2' }, warnings: [] } }
const start = (more: Answers = {}) => show(<PresidiumScreen route={{ screen: 'record', id: 'pm1', type: 'presidium_meeting' }} />, { ...answers, ...more })

describe('The page of a presidium meeting', () => {
  it('shows each decision with who does it, by when, and what has become of it', async () => {
    start()
    const list = within(await screen.findByRole('list', { name: '议题和决定' }))
    await waitFor(() => expect(list.getByText('已过 12 天')).toBeTruthy())
    expect(list.getAllByRole('listitem').map((row) => row.querySelector('.st')?.textContent)).toEqual(['11月8日完成', '已过 12 天', '讨论过，没有作决定'])
    expect(list.getByText('承办 何秀兰 11月12日前')).toBeTruthy()
    expect(list.getAllByRole('button', { name: /^登记完成/u })).toHaveLength(1)
  })

  it('settles the to-do of a decision on the spot', async () => {
    const { person, api } = start()
    await person.click(await screen.findByRole('button', { name: '登记完成：建议督办' }))
    await person.type(await screen.findByLabelText('落实情况'), '三件都已办结')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.set')).toEqual([{ id: 'd2', fields: { done_on: '2025-11-24', done_note: '三件都已办结' }, base: 'v-d2' }]))
    expect(useNotices.getState().list.map(({ text }) => text)).toEqual(['已登记完成，这件待办了结'])
  })

  it('says who came and who did not, and the quorum of the members', async () => {
    start()
    expect((await screen.findByRole('status', { name: '法定人数' })).textContent).toContain('主席团成员 9 人，过半数是 5 人；到会 8 人，够了。')
    expect(screen.getByText('吴月琴 请假（外出）')).toBeTruthy()
  })

  it('is opened in its entry, where the roll is called', async () => {
    const { person } = start({ 'record.page': { ...presidiumPage, record: { ...presidiumRec, status: '已通知' }, steps: stepsAt('presidium_meeting', '已通知') } })
    await person.click(await screen.findByRole('button', { name: '开会' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'quick-meeting', id: 'pm1' })
  })
})
