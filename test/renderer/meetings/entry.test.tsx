import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import MeetingEntry from '../../../renderer/screens/meetings/MeetingEntry'
import { useNavigation } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import type { Data } from '../../../shared/fields'
import type { Answers } from '../support/fake-api'
import { pageOf, rec } from '../records/sample'
import { show } from '../support/show'
import { deputies, meetingAnswers, presidiumPage } from './sample'

const saved = (type: 'presidium_meeting' | 'session'): Answers => ({ 'record.quick': { record: rec(type, 'new', {}, '已结束'), ids: ['new'], warnings: [] } })
const start = (more: Answers = {}, id?: string) => show(<MeetingEntry route={{ screen: 'quick-meeting', ...(id === undefined ? {} : { id }) }} />, { ...meetingAnswers, ...saved('presidium_meeting'), ...more })
const now = () => useNavigation.getState().now
const texts = () => useNotices.getState().list.map(({ text }) => text)

describe('A meeting of the presidium', () => {
  it('begins with the members of the day, the next number, and the chair and place of the last time', async () => {
    start()
    expect(await screen.findByDisplayValue('23')).toBeTruthy()
    expect(['主持', '地点', '开会日期'].map((label) => (screen.getByLabelText(label) as HTMLInputElement).value)).toEqual(['周维安', '镇人大会议室', '2025年11月24日'])
    expect(within(screen.getByRole('list', { name: '点名' })).getAllByRole('checkbox')).toHaveLength(9)
  })

  it('says the quorum with its numbers while names are ticked', async () => {
    const { person } = start()
    const line = await screen.findByRole('status', { name: '法定人数' })
    expect(line.textContent).toContain('主席团成员 9 人，过半数是 5 人；到会 9 人，够了。')
    for (const tick of within(screen.getByRole('list', { name: '点名' })).getAllByRole('checkbox').slice(0, 5)) await person.click(tick)
    expect(line.textContent).toContain('到会 4 人，还差 1 人，会议不能举行。')
  })

  it('of a presidium that nobody has registered yet does not say that enough came, but what it reckoned from', async () => {
    const { person } = start({ 'meeting.expected': { term: 'term-19', total: 0, mandates: [], left_out: [], no: 1, chair: '', place: '' } })
    await person.click(await screen.findByRole('button', { name: '粘贴到会名单' }))
    await person.click(screen.getByRole('textbox', { name: /在表格里选中姓名一列/u }))
    await person.paste(deputies.slice(0, 3).map((row) => row.name).join('\n'))
    await person.click(screen.getByRole('button', { name: '选上 3 人' }))
    const line = await screen.findByRole('status', { name: '法定人数' })
    expect(line.textContent).toContain('主席团成员 3 人，过半数是 2 人；到会 3 人，够了。还没有登记主席团成员，这是按这次的名单算的。')
    expect(within(screen.getByRole('list', { name: '点名' })).getAllByRole('checkbox')).toHaveLength(3)
  })

  it('is written whole in one commit: who came, what was decided, held and closed', async () => {
    const { person, api } = start()
    await person.click(within(await screen.findByRole('list', { name: '点名' })).getAllByRole('checkbox')[1] as HTMLElement)
    await person.type(screen.getByLabelText('议题 1'), '建议督办')
    await person.type(screen.getByLabelText('决定事项 1'), '对三件未办结的建议上门督办')
    await person.type(screen.getByLabelText('承办人 1'), '何秀兰')
    await person.type(screen.getByLabelText('完成时限 1'), '12.10')
    expect(screen.getByText('1 件写了时限，保存后成为待办')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(now()).toEqual({ screen: 'record', id: 'new', type: 'presidium_meeting' }))
    const [input] = api.of('record.quick')
    expect({ ...input, side: undefined, draft: undefined }).toEqual({
      type: 'presidium_meeting', fields: { term: 'term-19', no: 23, held_on: '2025-11-24', chair: '周维安', place: '镇人大会议室' },
      steps: [{ step: 'open', fields: { held_on: '2025-11-24', members_total: 9 } }, { step: 'close', fields: { closed_on: '2025-11-24' } }],
    })
    const side = input?.side ?? []
    expect(side.map(({ type, fields }) => [type, (fields as Data)['mandate'] ?? (fields as Data)['title'], (fields as Data)['state'] ?? (fields as Data)['due_on']])).toEqual([
      ['participation', 'm1', '1'], ['participation', 'm2', '2'], ...[3, 4, 5, 6, 7, 8, 9].map((n) => ['participation', `m${n}`, '1']), ['decision', '建议督办', '2025-12-10'],
    ])
    expect(texts()).toEqual(['已记下会议，1 件有时限的决定列入待办'])
  })

  it('takes usual topics with one press each, the first into the empty row, and offers none twice', async () => {
    const { person } = start()
    const usual = within(await screen.findByRole('group', { name: '常用议题' }))
    await person.click(usual.getByRole('button', { name: '讨论代表建议办理情况' }))
    await person.click(usual.getByRole('button', { name: '研究代表活动安排' }))
    expect([1, 2].map((n) => (screen.getByLabelText(`议题 ${n}`) as HTMLInputElement).value)).toEqual(['讨论代表建议办理情况', '研究代表活动安排'])
    expect([screen.queryByLabelText('议题 3'), usual.queryByRole('button', { name: '研究代表活动安排' })]).toEqual([null, null])
  })

  it('wants a title for what was decided, and keeps the rest', async () => {
    const { person, api } = start()
    await person.type(await screen.findByLabelText('决定事项 1'), '同意')
    await person.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('请写议题名称，其他可以空着。')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText('议题 1'))
    expect(api.of('record.quick')).toHaveLength(0)
  })

  it('of a day to come stays in preparation, without a roll', async () => {
    const { person, api } = start()
    const date = await screen.findByLabelText('开会日期')
    await person.clear(date)
    await person.type(date, '2025.12.20')
    expect(screen.getByText('会还没有开')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '存为筹备' }))
    await waitFor(() => expect(api.of('record.quick')).toHaveLength(1))
    expect(api.of('record.quick')[0]).not.toHaveProperty('steps')
    expect(api.of('record.quick')[0]).not.toHaveProperty('side')
  })

  it('that was saved is corrected line by line; a topic taken off goes in the same commit', async () => {
    const { person, api } = start({ 'record.page': presidiumPage }, 'pm1')
    await person.click(await screen.findByRole('button', { name: '去掉议题 3' }))
    await person.type(screen.getByLabelText('承办人 2'), '、吴月琴')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.quick')[0]?.drop).toEqual(['d3']))
    expect(api.of('record.quick')[0]?.side).toEqual([{ type: 'decision', parent: 'meeting', id: 'd2', fields: { owner: '何秀兰、吴月琴' } }])
    expect(api.of('record.quick')[0]).not.toHaveProperty('steps')
  })
})

describe('Somebody who stands on a saved roll and cannot be seen any more', () => {
  it('stays on it when the meeting is corrected', async () => {
    const { person, api } = start({ 'record.page': presidiumPage, 'deputies.list': { rows: deputies.slice(1), total: 39 } }, 'pm1')
    await person.type(await screen.findByLabelText('承办人 2'), '等')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.quick')).toHaveLength(1))
    expect(api.of('record.quick')[0]).not.toHaveProperty('drop')
  })
})

describe('A session', () => {
  it('is begun with its number and day, and opens its own page', async () => {
    const { person, api } = start(saved('session'))
    await person.click(await screen.findByText('人民代表大会'))
    await screen.findByDisplayValue('6')
    await person.type(screen.getByLabelText('决定召开日期'), '11.1')
    await person.click(screen.getByRole('button', { name: '保存，去排议程' }))
    await waitFor(() => expect(now()).toEqual({ screen: 'record', id: 'new', type: 'session' }))
    expect({ ...api.of('record.quick')[0], draft: undefined }).toEqual({
      type: 'session', fields: { term: 'term-19', no: 6, kind: '2', decide_on: '2025-11-01', start_on: '2025-11-24', place: '镇政府大会议室' },
      steps: [{ step: 'call', fields: { decide_on: '2025-11-01', start_on: '2025-11-24', place: '镇政府大会议室' } }],
    })
  })

  it('out of turn asks who wanted it', async () => {
    const { person } = start({ ...saved('session'), 'record.page': pageOf(rec('session', 'x', {})) })
    await person.click(await screen.findByText('人民代表大会'))
    await person.click(await screen.findByText('临时会议'))
    expect(await screen.findByText('五分之一以上代表提议')).toBeTruthy()
  })
})
