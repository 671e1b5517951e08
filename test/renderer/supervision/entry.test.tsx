import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import SupervisionEntry from '../../../renderer/screens/supervision/SupervisionEntry'
import { useNavigation } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import type { Data } from '../../../shared/fields'
import type { Answers } from '../support/fake-api'
import { rec } from '../records/sample'
import { show } from '../support/show'
import { supervisionAnswers } from './sample'

const saved: Answers = { 'record.quick': { record: rec('supervision', 'new', {}, '实施'), ids: ['new'], warnings: [] } }
const start = (more: Answers = {}, preset?: Data) => show(<SupervisionEntry route={{ screen: 'quick-supervision', ...(preset === undefined ? {} : { preset }) }} />, { ...supervisionAnswers, ...saved, ...more })
const now = () => useNavigation.getState().now

describe('The entry of a supervision', () => {
  it('writes the matter, who took part and what was found in one commit, and begins it', async () => {
    const { person, api } = start()
    await person.type(await screen.findByLabelText('议题'), '视察农贸市场')
    await person.click(screen.getByRole('button', { name: '选人' }))
    const dialog = within(await screen.findByRole('dialog'))
    await person.click(dialog.getByText('何秀兰'))
    await person.click(dialog.getByText('陈国梁'))
    await person.click(dialog.getByRole('button', { name: '就这 2 人' }))
    await person.type(screen.getByLabelText('问题 1'), '检测室没有记录')
    await person.type(screen.getByLabelText('整改时限 1'), '12.10')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(now()).toEqual({ screen: 'record', id: 'new', type: 'supervision' }))
    expect({ ...api.of('record.quick')[0], draft: undefined }).toEqual({
      type: 'supervision', fields: { form: '03', topic: '视察农贸市场', start_on: '2025-11-24', linkage: '1' },
      steps: [{ step: 'start', fields: { start_on: '2025-11-24' } }],
      side: [
        ...['m1', 'm2'].map((mandate) => ({ type: 'participation', parent: 'event', fields: { mandate, state: '1', half_days: 1 } })),
        { type: 'finding', parent: 'supervision', fields: { no: 1, problem: '检测室没有记录', due_on: '2025-12-10' } },
      ],
    })
    expect(useNotices.getState().list.map(({ text }) => text)).toEqual(['已记下监督，2 名代表的履职档案已更新，1 个问题等着交办'])
  })

  it('of an inspection asks which laws are inspected', async () => {
    const { person, api } = start()
    await person.click(await screen.findByText('执法检查'))
    await person.type(screen.getByLabelText('议题'), '食品安全法')
    await person.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText(/请填写检查的法律法规/u)).toBeTruthy()
    expect(api.of('record.quick')).toHaveLength(0)
  })

  it('wants the problem itself where something was said about one', async () => {
    const { person, api } = start()
    await person.type(await screen.findByLabelText('议题'), '视察')
    await person.type(screen.getByLabelText('整改措施 1'), '整改')
    await person.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('请写是什么问题，其他可以空着。')).toBeTruthy()
    expect(api.of('record.quick')).toHaveLength(0)
  })

  it('of a day to come is a plan, without people and problems', async () => {
    const { person, api } = start({}, { topic: '视察学校', plan_ref: 'plan1', start_on: '2025-12-20' })
    expect(await screen.findByText('还没有到日子')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '存为计划' }))
    await waitFor(() => expect({ ...api.of('record.quick')[0], draft: undefined }).toEqual({ type: 'supervision', fields: { form: '03', topic: '视察学校', start_on: '2025-12-20', linkage: '1', plan_ref: 'plan1' } }))
  })
})
