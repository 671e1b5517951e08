import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import RehearsalScreen from '../../../renderer/screens/rehearsal/RehearsalScreen'
import { RehearsalSheet } from '../../../renderer/screens/rehearsal/RehearsalSheet'
import { useNavigation } from '../../../renderer/state/navigation'
import { townAnswers } from '../support/sample'
import { rehearsal } from '../support/sample-rehearsal'
import { show } from '../support/show'

const open = () => show(<RehearsalScreen route={{ screen: 'rehearsal' }} />, { ...townAnswers, 'report.rehearse': rehearsal })

describe('Handing in today, rehearsed', () => {
  it('says in one line how each part stands', async () => {
    open()
    const verdict = await screen.findByRole('region', { name: '结论' })
    expect(verdict.textContent).toBe('报告还有 2 处【待补】1 项对不上3 条记录没填全2 件事逾期县里的表 1 格没有数上报包能做成，带 61 条记录')
  })

  it('lists what is missing by who entered it, each with the way to fill it in', async () => {
    const { person } = open()
    await screen.findByText('何秀兰')
    await person.selectOptions(screen.getByLabelText('谁登记的'), '周维安')
    expect(screen.queryByText('何秀兰')).toBeNull()
    await person.click(screen.getByRole('button', { name: '去填 代表集中视察河道治理' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'edit', type: 'activity', id: 'a1' })
  })

  it('leads to the cell of the county’s form that stays empty, and to what is late', async () => {
    const { person } = open()
    expect(await screen.findByText('县里的表：C6 满意率 没有数')).not.toBeNull()
    await person.click(screen.getByRole('button', { name: '去看表' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'county-form' })
    await person.click(screen.getByRole('button', { name: '2 件事逾期' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'todos' })
  })

  it('says when the package could not be handed in, and what would stay behind', async () => {
    const pack = { records: 61, groups: [], bytes: 2_400_000, files: 3, files_gone: 2, problem: null }
    const { unmount } = show(<RehearsalScreen route={{ screen: 'rehearsal' }} />, { ...townAnswers, 'report.rehearse': { ...rehearsal, pack } })
    expect(await screen.findByText('有 2 个附件不在这台电脑上，会留到下一次')).not.toBeNull()
    expect(screen.getByText('上报包：61 条记录、3 个附件')).not.toBeNull()
    unmount()
    show(<RehearsalScreen route={{ screen: 'rehearsal' }} />, { ...townAnswers, 'report.rehearse': { ...rehearsal, year: 2024, pack: { ...pack, problem: 'device-closed' } } })
    expect(await screen.findByText('上报包做不成')).not.toBeNull()
  })

  it('leads from a figure that moved to its records', async () => {
    const { person } = open()
    await person.click(await screen.findByText('按期答复（率）'))
    expect(useNavigation.getState().now).toEqual({ screen: 'statistics', indicator: 'B5.10', from: '2025-01-01', to: '2025-11-24' })
  })

  it('is asked for another year', async () => {
    const { person, api } = open()
    await person.selectOptions(await screen.findByLabelText('哪一年'), '2024年')
    await waitFor(() => expect(api.of('report.rehearse').at(-1)).toEqual({ year: 2024 }))
  })

  it('is a list for each person on paper', () => {
    const { container } = show(<RehearsalSheet told={rehearsal} office="青禾镇" today="2025-11-24" />)
    expect([...container.querySelectorAll('h2')].map((head) => head.textContent)).toEqual(['报告、核对和上报', '王敏（3 处）', '周维安（3 处）'])
  })
})
