import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Data } from '../../../shared/fields'
import { ruleBook } from '../../../shared/rules/presets'
import { forgetViews } from '../../../renderer/records/list-view'
import { fatesOf } from '../../../renderer/screens/projects/ballot'
import BallotEntry from '../../../renderer/screens/projects/BallotEntry'
import ProjectsScreen from '../../../renderer/screens/projects/ProjectsScreen'
import { inOrder, progressOf, ratedOf } from '../../../renderer/screens/projects/project-rows'
import { sayWan } from '../../../renderer/screens/projects/say-wan'
import { forgetProjectYear } from '../../../renderer/screens/projects/year'
import { useNavigation } from '../../../renderer/state/navigation'
import type { Answers } from '../support/fake-api'
import { townAnswers } from '../support/sample'
import { show } from '../support/show'
import { rec } from '../records/sample'

const project = (id: string, name: string, status: string, fields: Data = {}) => rec('livelihood_project', id, { year: 2025, name, invest_fen: 140_000_000, ...fields }, status)
const candidates = [project('p1', '石桥村停车场', '候选'), project('p2', '上坪村路灯', '候选'), project('p3', '河东老年食堂', '候选')]
const rules = ruleBook('浙江').all()
const townRules: Answers = townAnswers['rules.list'] === undefined ? {} : { 'rules.list': townAnswers['rules.list'] }
const majority = rules.find((entry) => entry.key === 'congress.majority') ?? null

describe('A project of the year', () => {
  it('is as far as its newest report, and wholly done once it is finished', () => {
    const rows = [{ date: '2025-07-04', percent: 70, text: '浇筑完成' }, { date: '2025-05-16', percent: 30, text: '' }]
    expect(progressOf(project('a', '路灯', '实施', { progress: rows }))).toEqual({ percent: 70, date: '2025-07-04', text: '浇筑完成' })
    expect(progressOf(project('a', '路灯', '评估', { progress: rows, finished_on: '2025-08-14' }))).toEqual({ percent: 100, date: '2025-08-14', text: '' })
    expect(progressOf(project('a', '路灯', '票决通过')).percent).toBeNull()
  })

  it('is rated by its newest overall rating', () => {
    const rating = (id: string, aspect: string, satisfied: number) => rec('rating', id, { about: 'a', aspect, satisfied, basically: 2, dissatisfied: 8, abstain: 0 })
    expect(ratedOf('a', [rating('r1', '质量', 1), rating('r2', '总体', 30), rating('r3', '总体', 5)])).toEqual({ happy: 32, opinions: 40, rate: 80 })
    expect(ratedOf('b', [])).toBeNull()
  })

  it('stands in the order of its votes', () => {
    const list = [project('a', '甲', '未入选'), project('b', '乙', '实施', { elected: true, votes: 45 }), project('c', '丙', '候选'), project('d', '丁', '完工', { elected: true, votes: 48 })]
    expect(inOrder(list).map((one) => one.id)).toEqual(['d', 'b', 'c', 'a'])
    expect([sayWan(140_000_000), sayWan(3_500_000), sayWan(null)]).toEqual(['140 万元', '3.5 万元', '—'])
  })
})

const answers: Answers = {
  'record.list': ({ type, where }) => ({
    rows: type === 'livelihood_project' ? candidates.filter((one) => where?.['status'] === undefined || one.status === where['status']) : type === 'session' ? [rec('session', 's1', { start_on: '2025-02-20', total_deputies: 60, present: 55 })] : [],
    titles: {}, next: null, total: 3,
  }),
  'record.page': ({ id }) => ({ record: rec('session', id, {}), title: '第八次会议', titles: {}, steps: [], children: [], incomplete: [], doubtful: [], todos: [], versions: 1, at_county: null }),
  ...townRules,
  'stats.get': { indicators: [], checks: [] },
  'meeting.expected': { term: 't1', total: 60, mandates: [], left_out: [], no: 9, chair: '', place: '' },
  'deputies.list': { rows: [], total: 0 },
  'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true },
}

describe('The year’s projects on one screen', () => {
  it('lead to the ballot while there are candidates', async () => {
    forgetViews()
    forgetProjectYear()
    const { person } = show(<ProjectsScreen route={{ screen: 'list', type: 'livelihood_project' }} />, answers)
    await person.click(await screen.findByRole('button', { name: '记票决（3 项候选）' }))
    expect([...document.querySelectorAll('.btn.pri')]).toHaveLength(1)
    expect(useNavigation.getState().now).toEqual({ screen: 'project-vote', year: 2025 })
  })

  it('put a collected project on the list with one press', async () => {
    forgetViews()
    forgetProjectYear()
    const collected = project('q1', '文化广场', '征集')
    const { api, person } = show(<ProjectsScreen route={{ screen: 'list', type: 'livelihood_project' }} />, {
      ...answers, 'record.list': ({ type }) => ({ rows: type === 'livelihood_project' ? [collected] : [], titles: {}, next: null, total: 1 }), 'step.run': { record: { ...collected, status: '初选' }, warnings: [] },
    })
    await person.click(await screen.findByRole('button', { name: '列入初选：文化广场' }))
    await waitFor(() => expect(api.of('step.run')).toEqual([{ step: 'shortlist', id: 'q1', fields: {}, base: 'v-q1' }]))
  })
})

describe('The ballot', () => {
  it('says while it is typed who passes, by the majority of all deputies and the seats', () => {
    const typed = { total: 60, seats: 2, 'for_count p1': 48, 'for_count p2': 31, 'for_count p3': 30 }
    expect(fatesOf(typed, candidates, majority)).toEqual(['elected', 'elected', 'lost'])
    expect(fatesOf({ ...typed, 'for_count p3': 31 }, candidates, majority)).toEqual(['elected', 'open', 'open'])
    expect([fatesOf({ total: 60 }, candidates, majority), fatesOf(typed, candidates, null)]).toEqual([null, null])
  })

  it('is saved as it was counted; the window decides nothing', async () => {
    const { api, person } = show(<BallotEntry route={{ screen: 'project-vote', year: 2025 }} />, { ...answers, 'project.vote': { record: rec('vote', 'v1', {}), fates: ['elected', 'elected', 'lost'], warnings: [] } })
    await person.type(await screen.findByLabelText('石桥村停车场赞成票'), '48')
    await person.type(screen.getByLabelText('上坪村路灯赞成票'), '40')
    await person.type(screen.getByLabelText('河东老年食堂赞成票'), '12')
    expect(await screen.findByText('3 项，按现在的票数通过 2 项')).toBeTruthy()
    expect(screen.getByText('全体 60 人，过半数是 31 票。')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(useNavigation.getState().now).toEqual({ screen: 'list', type: 'livelihood_project' }))
    const { draft: _draft, ...input } = api.of('project.vote')[0] ?? { vote: {}, voted_on: '', projects: [] }
    expect(input).toEqual({
      vote: { meeting: 's1', subject: '票决2025年民生实事项目', seats: 2, total: 60, present: 55, method: '2' }, voted_on: '2025-02-20',
      projects: [{ id: 'p1', for_count: 48 }, { id: 'p2', for_count: 40 }, { id: 'p3', for_count: 12 }],
    })
  })
})
