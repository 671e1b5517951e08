import { screen, within } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { useNavigation } from '../../../renderer/state/navigation'
import { askWhy, closeWhy } from '../../../renderer/state/ask-why'
import { useKeys } from '../../../renderer/state/use-keys'
import { WhyHost } from '../../../renderer/why/WhyHost'
import { WhySheet } from '../../../renderer/why/WhySheet'
import { fail } from '../../../shared/result'
import { show } from '../support/show'
import { whyDue, whyTimely } from '../support/sample-why'

const figure = { of: 'figure', input: { from: '2025-01-01', to: '2025-11-24', indicator: 'B5.10' } } as const

describe('this number: why', () => {
  it('opens over the screen with formula, digits, rule and records, and closes with Esc', async () => {
    const { person, api } = show(<WhyHost />, { 'stats.why': whyTimely })
    expect(screen.queryByRole('dialog')).toBeNull()
    act(() => askWhy(figure))
    const panel = within(await screen.findByRole('dialog', { name: '这个数怎么来的' }))
    expect(await panel.findByText('45 ÷ 47 = 95.7%')).toBeTruthy()
    expect(panel.getByText('代表法（2025年）第51条')).toBeTruthy()
    expect(panel.getByText('县里已有 4 条，还没有或是旧的 2 条。')).toBeTruthy()
    expect(panel.getByText('数了 2 次')).toBeTruthy()
    expect(api.of('stats.why')).toEqual([figure.input])
    await person.click(panel.getByText('19-4-019 关于扩建镇中心小学操场的建议'))
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 's3', type: 'suggestion' })
    await person.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('over a page that Esc leaves, Esc closes the panel and the page stays', async () => {
    const left: string[] = []
    const Page = () => {
      useKeys({ Escape: () => left.push('page') })
      return <WhyHost />
    }
    const { person } = show(<Page />, { 'stats.why': whyTimely })
    act(() => askWhy(figure))
    await screen.findByText('45 ÷ 47 = 95.7%')
    await person.keyboard('{Escape}')
    expect([screen.queryByRole('dialog'), left]).toEqual([null, []])
    await person.keyboard('{Escape}')
    expect(left).toEqual(['page'])
  })

  it('says who entered a record, who changed it, and what the county has of it', async () => {
    show(<WhyHost />, { 'stats.why': whyTimely })
    act(() => askWhy(figure))
    expect(await screen.findByText(/周维安 3月8日 9:20登记 · 王敏 6月4日 15:00改过 · 县里的是旧的/u)).toBeTruthy()
  })

  it('tells a day by its rule', async () => {
    show(<WhyHost />, { 'record.why': whyDue })
    act(() => askWhy({ of: 'record', input: { id: 's1', key: 'due_on' } }))
    expect(await screen.findByText('2025年3月5日交办，交办后3个月 → 2025年6月5日')).toBeTruthy()
  })

  it('leads from a nought to what was never filled in', async () => {
    const fill = { type: 'activity', id: 'a1', focus: 'voters_met' }
    const { person } = show(<WhyHost />, { 'stats.why': { ...whyTimely, missing: [{ say: '1 场接待没有填接触选民人数，按 0 算', rows: [{ id: 'a1', title: '代表接待日', date: '2025-03-08', fill }] }] } })
    act(() => askWhy(figure))
    expect(await screen.findByText('1 场接待没有填接触选民人数，按 0 算：')).toBeTruthy()
    await person.click(screen.getByText('去填'))
    expect(useNavigation.getState().now).toEqual({ screen: 'edit', ...fill })
  })

  it('says a failure', async () => {
    show(<WhyHost />, { 'stats.why': fail('io-error') })
    act(() => askWhy(figure))
    expect(await screen.findByRole('alert')).toBeTruthy()
    act(closeWhy)
  })

  it('is one sheet on paper', () => {
    const { container } = show(<WhySheet why={whyTimely} office="青禾镇" today="2025-11-24" days={{ from: '2025-01-01', to: '2025-11-24' }} />)
    expect(container.querySelectorAll('tbody tr').length).toBe(6)
    expect(container.textContent).toContain('按期答复：45 件（95.7%）')
    // Read years later, 今天 or a day without its year would say nothing.
    expect(container.textContent).toContain('周维安 2025年3月8日登记 · 王敏 2025年6月4日改过 · 县里的是旧的')
    expect(container.textContent).toContain('法律　代表法（2025年）第51条　建议答复（一般）：交办后3个月')
  })
})
