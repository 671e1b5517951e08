import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import SessionScreen from '../../../renderer/screens/meetings/SessionScreen'
import { useNotices } from '../../../renderer/state/notices'
import { defaultSettings } from '../../../shared/rules/rule-book'
import type { Answers } from '../support/fake-api'
import { rec, stepsAt } from '../records/sample'
import { show } from '../support/show'
import { meetingAnswers, sessionPage, sessionRec } from './sample'

const answers: Answers = {
  ...meetingAnswers, 'record.page': sessionPage,
  'record.quick': ({ type, fields }) => ({ record: rec(type === 'vote' ? 'vote' : 'session', 'saved', { ...fields as object, result: '1' }), ids: ['saved'], warnings: [] }),
  'record.delete': { deleted: ['a2'] },
}
const start = (more: Answers = {}, step?: string) => show(<SessionScreen route={{ screen: 'record', id: 's1', type: 'session', ...(step === undefined ? {} : { step }) }} />, { ...answers, ...more })
const texts = () => useNotices.getState().list.map(({ text }) => text)
const agenda = async () => within(await screen.findByRole('list', { name: '议程' }))

describe('The page of a session', () => {
  it('leads with its next step and the quorum with the numbers that it used', async () => {
    start()
    expect((await screen.findByRole('button', { name: '闭会' })).className).toContain('pri')
    expect((await screen.findByRole('status', { name: '法定人数' })).textContent).toContain('全体代表 40 人，三分之二是 27 人；到会 38 人，够了。')
  })

  it('shows the agenda in order, each item with its vote, who did not vote and the majority of all deputies', async () => {
    start()
    const items = (await agenda()).getAllByRole('listitem')
    expect(items).toHaveLength(3)
    const [report, budget, election] = items as [HTMLElement, HTMLElement, HTMLElement]
    await waitFor(() => expect(report.textContent).toContain('赞成 36　反对 0　弃权 1　未投票 1'))
    expect(report.textContent).toContain('全体 40 人，过半数是 21 票；赞成 36 票，够了。')
    expect(within(budget).getByRole('button', { name: /^记表决/u })).toBeTruthy()
    expect(election.textContent).toContain('发出 38　收回 38　有效 37　废票 1')
    expect(election.textContent).toMatch(/沈立群（副镇长）赞成 33　反对 2　弃权 1当选/u)
  })

  it('offers ballots, count and announcement of an election beside its item, and none of what was not voted on', async () => {
    const forms = [{ code: 'BL', label: '表决票、选票', note: '每张都一样，不记名', copies: 1 }]
    const { person, api } = start({ 'paper.forms': { forms }, 'settings.get': { settings: defaultSettings, ui: { out_folder: '/u' } }, 'official.make': { files: [{ path: '/u/公告.docx', kind: 'docx', sha256: '', bytes: 1 }], missing: [] } })
    const items = await agenda()
    expect(items.queryByRole('button', { name: /^打印.*预算草案/u })).toBeNull()
    await person.click(items.getByRole('button', { name: '打印表决票、计票单：补选副镇长' }))
    const dialog = within(screen.getByRole('dialog', { name: '打印哪一张' }))
    expect(await dialog.findByRole('button', { name: '打印表决票、选票' })).toBeTruthy()
    await person.click(await dialog.findByRole('button', { name: '公文选举公告存成 Word' }))
    await waitFor(() => expect(api.of('official.make')).toEqual([{ id: 'v2', kind: 'announcement', out: '/u' }]))
  })

  it('puts an item higher by one press, in one commit', async () => {
    const { person, api } = start()
    await person.click((await agenda()).getByRole('button', { name: '上移：补选副镇长' }))
    await waitFor(() => expect(api.of('record.quick')).toEqual([{
      type: 'session', id: 's1', fields: {}, side: [{ type: 'agenda_item', parent: 'session', id: 'a3', fields: { no: 2 } }, { type: 'agenda_item', parent: 'session', id: 'a2', fields: { no: 3 } }],
    }]))
    expect(texts()).toEqual(['已调整议程顺序'])
  })

  it('adds an item at the end by the keys', async () => {
    const { person, api } = start()
    await person.type(await screen.findByLabelText('议程标题'), '通过决议')
    await person.type(screen.getByLabelText('报告人'), '周维安{Enter}')
    await waitFor(() => expect(api.of('record.quick')[0]?.side).toEqual([{ type: 'agenda_item', parent: 'session', fields: { no: 4, title: '通过决议', reporter: '周维安' } }]))
    await waitFor(() => expect((screen.getByLabelText('议程标题') as HTMLInputElement).value).toBe(''))
  })

  it('takes down a vote: says at its field what does not add up, and keeps it all the same', async () => {
    const { person, api } = start()
    await person.click((await agenda()).getByRole('button', { name: /^记表决/u }))
    await screen.findByRole('dialog')
    expect(['全体代表', '出席'].map((label) => (screen.getByLabelText(label) as HTMLInputElement).value)).toEqual(['40', '38'])
    await person.type(screen.getByLabelText('赞成'), '35')
    await person.type(screen.getByLabelText('反对'), '3')
    await person.type(screen.getByLabelText('弃权'), '2')
    expect(screen.getByText('赞成＋反对＋弃权 40，多于出席 38')).toBeTruthy()
    expect(screen.getByRole('status', { name: '过半数' }).textContent).toContain('全体 40 人，过半数是 21 票；赞成 35 票，够了。')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect({ ...api.of('record.quick')[0], draft: undefined }).toEqual({
      type: 'vote', fields: { meeting: 's1', subject: '审查预算执行情况和预算草案的报告', kind: '1', method: '1', total: 40, present: 38, for_count: 35, against_count: 3, abstain_count: 2 },
      side: [{ type: 'agenda_item', parent: 'vote', id: 'a2', fields: {} }],
    }))
  })

  it('tells how many of those present did not vote, and asks for ballots where there are some', async () => {
    const { person } = start()
    await person.click((await agenda()).getByRole('button', { name: /^记表决/u }))
    await person.type(await screen.findByLabelText('赞成'), '20')
    await person.type(screen.getByLabelText('反对'), '10')
    await person.type(screen.getByLabelText('弃权'), '5')
    expect(screen.getByText('出席 38 人，其中未投票 3 人。')).toBeTruthy()
    expect(screen.getByRole('status', { name: '过半数' }).textContent).toContain('赞成 20 票，还差 1 票')
    expect(screen.queryByLabelText('发出')).toBeNull()
    await person.click(screen.getByText('无记名投票'))
    expect(screen.getByLabelText('发出')).toBeTruthy()
  })
})

describe('The roll of a session', () => {
  const open = (more: Answers = {}) => start(more, 'roll')

  it('names everybody, says the quorum while names are ticked, and saves only what changed', async () => {
    const { person, api } = open()
    const names = within(await screen.findByRole('list', { name: '点名' }))
    expect(names.getAllByRole('checkbox')).toHaveLength(40)
    expect(screen.queryByRole('button', { name: /^保存点名/u })).toBeNull()
    await person.click(names.getByRole('checkbox', { name: /何秀兰/u }))
    await person.click(within(screen.getByRole('group', { name: '何秀兰没有出席' })).getByRole('button', { name: '公务' }))
    expect(screen.getByRole('status', { name: '法定人数' }).textContent).toContain('到会 37 人，够了。')
    await person.click(screen.getByRole('button', { name: '保存点名（实到 37 人）' }))
    await waitFor(() => expect({ ...api.of('record.quick')[0], draft: undefined }).toEqual({ type: 'session', id: 's1', fields: {}, side: [{ type: 'attendance', parent: 'session', fields: { mandate: 'm1', state: '4', leave_reason: null } }] }))
    expect(texts()).toEqual(['点名已保存：实到 37 人'])
  })

  it('proposes all deputies of the day before anybody was ticked', async () => {
    const { person, api } = open({ 'record.page': { ...sessionPage, record: { ...sessionRec, status: '筹备' }, steps: stepsAt('session', '筹备'), children: [] } })
    await person.click(await screen.findByRole('button', { name: '保存点名（实到 40 人）' }))
    await waitFor(() => expect(api.of('record.quick')[0]?.side).toHaveLength(40))
  })

  it('asks whether leave was granted', async () => {
    const { person, api } = open()
    await person.click(await screen.findByRole('button', { name: '丁永福准假' }))
    await waitFor(() => expect(api.of('record.quick')[0]?.side).toEqual([{ type: 'attendance', parent: 'session', id: 'at5', fields: { approved: true, approved_by: '周维安' } }]))
  })

  it('says so where the names are not as many as the deputies', async () => {
    open({ 'record.page': { ...sessionPage, record: { ...sessionRec, fields: { ...sessionRec.fields, total_deputies: 42 } } } })
    expect(await screen.findByText('名单 40 人，应到 42 人，差 2 人，请核对。')).toBeTruthy()
  })
})

describe('Opening a session', () => {
  it('proposes the number of all deputies that the rules count on its day', async () => {
    const { total_deputies: _total, ...fields } = sessionRec.fields
    const { person } = start({ 'record.page': { ...sessionPage, record: { ...sessionRec, status: '已通知', fields }, steps: stepsAt('session', '已通知') } })
    await person.click(await screen.findByRole('button', { name: '开会' }))
    expect(((await screen.findByLabelText('应到代表(全体代表数)')) as HTMLInputElement).value).toBe('40')
  })
})
