import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import FormScreen from '../../../renderer/screens/form/FormScreen'
import { findPaths, pathChoices } from '../../../renderer/screens/form/paths'
import { fail, ok } from '../../../shared/result'
import type { Answers } from '../support/fake-api'
import { townAnswers } from '../support/sample'
import { stats } from '../support/sample-figures'
import { countyForm } from '../support/sample-form'
import { show } from '../support/show'

const answers: Answers = { ...townAnswers, 'form.get': { form: countyForm }, 'stats.get': stats, 'shell.documents': { path: 'D:\\文件' }, 'form.map': { cells: 5 }, 'form.guess': { cells: 5 } }
const open = (more: Answers = {}) => show(<FormScreen />, { ...answers, ...more })

describe('The county\'s form', () => {
  it('stands as the county made it, with the figures in its cells', async () => {
    open()
    const cell = await screen.findByRole('button', { name: 'C4 提出总数 53' })
    expect(cell.closest('td')?.previousElementSibling?.textContent).toBe('提出总数')
    expect(screen.getByText('建议', { selector: 'td' }).getAttribute('rowspan')).toBe('3')
    expect(screen.getAllByText('公式').length).toBe(6)
  })

  it('takes what a cell means by a press and a few letters', async () => {
    const { person, api } = open()
    await person.click(await screen.findByRole('button', { name: 'C5 还没有指' }))
    const card = within(screen.getByRole('region', { name: 'C5 填什么' }))
    expect(card.getByText('建议 › 立案（受理）数，本年')).toBeTruthy()
    await person.type(card.getByLabelText('找指标'), '立案')
    await person.click(card.getAllByRole('button', { name: /立案/u })[0]!)
    await waitFor(() => expect(api.of('form.map').length).toBe(1))
    expect(api.of('form.map')[0]).toMatchObject({ sheet: '统计表', ref: 'C5', path: 'B5.02' })
  })

  it('knows by the head of a column that last year is meant', async () => {
    const { person, api } = open()
    await person.click(await screen.findByRole('button', { name: 'D5 还没有指' }))
    await person.type(screen.getByLabelText('找指标'), '立案')
    await person.click(screen.getAllByRole('button', { name: /立案/u })[0]!)
    await waitFor(() => expect(api.of('form.map')[0]).toMatchObject({ ref: 'D5', path: 'B5.02@' }))
  })

  it('is filled with one press, and says which cells stay empty', async () => {
    const { person, api } = open({ 'form.fill': () => ok({ files: [{ path: 'D:\\文件\\表.xlsx', kind: 'xlsx', sha256: '', bytes: 1 }], filled: 3, unknown: ['C6 满意率'] }) })
    await person.click(await screen.findByRole('button', { name: '填好存成 Excel' }))
    await waitFor(() => expect(api.of('form.fill')).toEqual([{ from: '2025-01-01', to: '2025-11-24', out: 'D:\\文件' }]))
  })

  it('is filled for the first half of a year where that was chosen, and not for the whole year', async () => {
    const { person, api } = open({ 'form.fill': () => ok({ files: [], filled: 3, unknown: [] }) })
    await person.selectOptions(await screen.findByLabelText('填哪一期'), '2025年上半年')
    expect(screen.getByLabelText<HTMLSelectElement>('填哪一期').selectedOptions[0]?.textContent).toBe('2025年上半年')
    await person.click(screen.getByRole('button', { name: '填好存成 Excel' }))
    await waitFor(() => expect(api.of('form.fill')).toEqual([{ from: '2025-01-01', to: '2025-06-30', out: 'D:\\文件' }]))
  })

  it('says what moved in a new version, and why a file is refused', async () => {
    const { person, api } = open({
      'shell.pick-file': { path: 'D:\\新表.xlsx' },
      'form.load': () => ok({ version: 3, kept: 3, moved: [{ label: '建议/提出总数', from: 'C4', to: 'C6' }], lost: [{ label: '活动/参加人次', from: 'C8', name: '代表参加活动人次' }] }),
    })
    await person.click(await screen.findByRole('button', { name: '换新表样…' }))
    expect(await screen.findByText('换了位置：提出总数（C4 → C6）')).toBeTruthy()
    expect(screen.getByText('请重新指：参加人次（原来填代表参加活动人次）')).toBeTruthy()
    api.set('form.load', fail('file-with-macros'))
    await person.click(screen.getByRole('button', { name: '换新表样…' }))
    expect((await screen.findByRole('alert')).textContent).toContain('带宏')
  })

  it('finds indicators by letters in their order', () => {
    const choices = pathChoices(stats.indicators)
    expect(findPaths(choices, '按期率', 3).map(({ path }) => path)).toContain('B5.10%')
    expect(findPaths(choices, 'B5.0', 50).every(({ path }) => path.startsWith('B5.0'))).toBe(true)
  })
})
