import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { draw } from '../../../renderer/screens/charts/draw'
import ChartsScreen from '../../../renderer/screens/charts/ChartsScreen'
import { ChartsSheet } from '../../../renderer/screens/charts/ChartsSheet'
import { useWhy } from '../../../renderer/state/ask-why'
import type { Chart } from '../../../shared/indicators/charts'
import { townAnswers } from '../support/sample'
import { sampleCharts } from '../support/sample-charts'
import { show } from '../support/show'

const open = () => show(<ChartsScreen route={{ screen: 'charts' }} />, { ...townAnswers, 'stats.charts': { charts: sampleCharts } })

describe('Charts', () => {
  it('are drawn with their names and numbers, and the table is behind each', async () => {
    const { person } = open()
    const picture = await screen.findByRole('img', { name: '建议内容和办理结果图' })
    expect(picture.textContent).toContain('道路交通')
    const card = within(screen.getByRole('region', { name: '建议内容和办理结果' }))
    await person.click(card.getByRole('button', { name: '看表' }))
    expect([...(card.getByText('道路交通').closest('tr')?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)).toEqual(['道路交通', '12', '4', '2', '1', '3'])
  })

  it('say of each number in the table why it is so', async () => {
    const charts: readonly Chart[] = [{ key: 'month', title: '每月活动', unit: '次', kind: 'bars', categories: ['1月'], series: [{ name: '代表活动', values: [3], asks: [{ indicator: 'B8.01', from: '2025-01-01', to: '2025-01-31' }] }] }]
    const { person } = show(<ChartsScreen route={{ screen: 'charts' }} />, { ...townAnswers, 'stats.charts': { charts } })
    await person.click(await screen.findByRole('button', { name: '看表' }))
    await person.click(screen.getByRole('button', { name: '1月 代表活动 3怎么来的' }))
    expect(useWhy.getState().asked).toEqual({ of: 'figure', input: { indicator: 'B8.01', from: '2025-01-01', to: '2025-01-31' } })
  })

  it('are asked for the year that is chosen', async () => {
    const { person, api } = open()
    await person.selectOptions(await screen.findByLabelText('哪一年'), '2024年')
    await waitFor(() => expect(api.of('stats.charts').at(-1)).toEqual({ from: '2024-01-01', to: '2024-12-31' }))
  })

  it('are the same picture each time, on the screen and on paper', () => {
    const withoutNames = (svg: string): string => svg.replaceAll(/zr[\w-]+/gu, '')
    for (const chart of sampleCharts) expect(withoutNames(draw(chart, 560).svg)).toBe(withoutNames(draw(chart, 560).svg))
    const { container } = show(<ChartsSheet office="青禾镇" period="2025年" charts={sampleCharts.map((chart) => ({ ...chart, svg: draw(chart, 660).svg }))} />)
    expect([container.querySelectorAll('svg').length, container.querySelectorAll('table').length]).toEqual([6, 6])
  })
})
