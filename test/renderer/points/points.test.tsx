import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { samplePoints } from '../../../shared/points/point-rules'
import { defaultSettings } from '../../../shared/rules/rule-book'
import { ok } from '../../../shared/result'
import AssessmentScreen from '../../../renderer/screens/points/AssessmentScreen'
import ScoresScreen from '../../../renderer/screens/points/ScoresScreen'
import { useSession } from '../../../renderer/state/session'
import { Notices } from '../../../renderer/ui/Notices'
import { rec } from '../records/sample'
import { town, townAnswers } from '../support/sample'
import { show } from '../support/show'

const item = { item: '调研', times: 2, auto_tenths: 80, manual_tenths: null, reason: '', ids: [] }
const row = { mandate: 'm1', name: '何秀兰', score: null, items: [item], total: 80, kept: null, grade: null, confirmed_on: null, published: false }
const told = { on: true, table: samplePoints, sample: true, rows: [row] }
const list = { rows: [], titles: {}, next: null, total: 0 }

describe('Points', () => {
  it('are the plain register while they are switched off', async () => {
    show(<ScoresScreen route={{ screen: 'list', type: 'score' }} />, { ...townAnswers, 'settings.get': { settings: defaultSettings, ui: {} }, 'record.list': list })
    useSession.setState({ office: town })
    expect(await screen.findByText(/还没有履职考核/u)).toBeTruthy()
    expect(screen.queryByText('评分规则')).toBeNull()
  })

  it('show every deputy with what counted; points that people give are typed with a decimal and need a reason', async () => {
    const { person, api } = show(<ScoresScreen route={{ screen: 'list', type: 'score' }} />, {
      ...townAnswers, 'settings.get': { settings: { ...defaultSettings, points_on: true }, ui: {} }, 'points.get': told, 'points.adjust': ok({ id: 's1' }),
    })
    useSession.setState({ office: town })
    await person.click(await screen.findByRole('button', { name: '何秀兰' }))
    await person.click(screen.getByRole('button', { name: '看记录、加减分' }))
    await person.type(screen.getByLabelText('调研加减分'), '1.5')
    await person.click(screen.getByRole('button', { name: '记下' }))
    expect(screen.getByRole('alert').textContent).toBe('请写加减分的理由。')
    await person.type(screen.getByLabelText('调研加减分的理由'), '牵头写报告')
    await person.click(screen.getByRole('button', { name: '记下' }))
    await waitFor(() => expect(api.of('points.adjust')).toMatchObject([{ mandate: 'm1', item: '调研', tenths: 15, reason: '牵头写报告' }]))
  })

  it('have rules that are edited in points and kept in tenths', async () => {
    const { person, api } = show(<><ScoresScreen route={{ screen: 'list', type: 'score' }} /><Notices /></>, {
      ...townAnswers, 'settings.get': { settings: { ...defaultSettings, points_on: true }, ui: {} }, 'points.get': told, 'points.rules': ok({ table: samplePoints, sample: false }),
    })
    useSession.setState({ office: town })
    await person.click(await screen.findByRole('button', { name: '评分规则' }))
    await person.clear(screen.getByLabelText('第1行第一次'))
    await person.type(screen.getByLabelText('第1行第一次'), '12.5')
    await person.click(screen.getByLabelText('按总分定等次'))
    await person.clear(screen.getByLabelText('优秀要多少分'))
    await person.type(screen.getByLabelText('优秀要多少分'), '45')
    await person.click(screen.getByRole('button', { name: '保存规则' }))
    await waitFor(() => expect((api.of('points.rules')[0] as { table: { rules: readonly unknown[] } }).table.rules[0]).toEqual({ item: '出席人代会', source: 'session', base: 125, more: 0, cap: 150 }))
    expect(api.of('points.rules')[0]).toMatchObject({ table: { grades: [450, 800, 600] } })
    // Where nobody had changed the sample, that is what comes back.
    await person.click(await screen.findByRole('button', { name: '撤销' }))
    await waitFor(() => expect(api.of('points.rules')[1]).toEqual({}))
  })
})

describe('The county’s assessment', () => {
  it('is a sheet: a cell is kept when it is left, sums follow, and last year’s items are taken over with one press', async () => {
    const first = rec('assessment', 'a1', { year: 2025, item_no: '1', item: '代表活动', full_tenths: 100, self_tenths: 95 })
    const { person, api } = show(<><AssessmentScreen route={{ screen: 'list', type: 'assessment' }} /><Notices /></>, { ...townAnswers, 'record.list': { ...list, rows: [first], total: 1 }, 'record.set': ok({ record: first, warnings: [] }) })
    useSession.setState({ office: town })
    const box = await screen.findByLabelText('第1项自评分')
    await person.clear(box)
    await person.type(box, '8.5')
    await person.tab()
    await waitFor(() => expect(api.of('record.set')).toEqual([{ id: 'a1', fields: { self_tenths: 85 } }]))
    expect(screen.getAllByText('10').length).toBeGreaterThan(0)
  })
})
