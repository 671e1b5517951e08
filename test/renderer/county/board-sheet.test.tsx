import { expect, it } from 'vitest'
import type { BoardTown } from '../../../shared/contract/exchange'
import { BoardSheet } from '../../../renderer/screens/county/BoardSheet'
import { county, countyAnswers } from '../support/sample'
import { show } from '../support/show'

const town = (name: string, more: Partial<BoardTown>): BoardTown => ({
  code: name, name, last_pseq: 3, last_package: '2025-10-08T09:00:00+08:00', complete: true, days_since: 47, open_issues: 0, pending_attachments: 0, conflicts: 0, state: 'late', ...more,
})

it('the list of towns to be called says below it how many stand how, and has room for the stamp', () => {
  const towns = [town('青禾镇', {}), town('松陂镇', { open_issues: 2 }), town('上杨乡', { state: 'invited', last_pseq: null, last_package: null, days_since: null, open_issues: 1 })]
  const { container } = show(<BoardSheet title="催报名单" office="望川县" today="2025-11-24" towns={towns} overdue={30} />, countyAnswers, county)
  expect(container.querySelector('h1')?.textContent).toBe('望川县催报名单')
  expect([...container.querySelectorAll('tbody tr')].map((row) => [...row.children].slice(0, 6).map((cell) => cell.textContent))).toEqual([
    ['1', '青禾镇', '第 3 包，2025年10月8日', '47', '超过30天', '0'], ['2', '松陂镇', '第 3 包，2025年10月8日', '47', '超过30天', '2'], ['3', '上杨乡', '没有上报过', '', '还没上报', '1'],
  ])
  expect(container.textContent).toContain('合计：超过30天 2 个，还没上报 1 个；待改 3 处。')
  expect(container.querySelector('.sheet-signs')?.textContent).toBe('制表人：审核人：单位（盖章）：')
})
