import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SiteRow } from '../../../shared/contract/ledgers'
import { forgetViews } from '../../../renderer/records/list-view'
import SitePage from '../../../renderer/screens/sites/SitePage'
import SitesScreen from '../../../renderer/screens/sites/SitesScreen'
import { forgetYear, periodOfYear, recentYears } from '../../../renderer/screens/sites/years'
import { useNavigation } from '../../../renderer/state/navigation'
import type { Answers } from '../support/fake-api'
import { today } from '../support/sample'
import { show } from '../support/show'
import { pageOf, rec } from '../records/sample'

const row = (id: string, name: string, held: number, matters: number): SiteRow => ({
  id, name, kind: '1', master: '', open_time: '每月9日', closed_on: '', deputies: 3,
  figures: [{ path: 'B8.10', label: '开展活动', unit: '次', value: held }, { path: 'B8.11', label: '受理群众反映', unit: '件', value: matters }],
})

describe('The stations of a town', () => {
  it('stand side by side and add up; a figure opens its records at the station', async () => {
    forgetViews()
    forgetYear()
    const { person, api } = show(<SitesScreen route={{ screen: 'list', type: 'site' }} />, { 'site.board': { rows: [row('s1', '石桥联络站', 7, 12), row('s2', '上坪联络站', 0, 3)] } })
    await screen.findByText('石桥联络站')
    const sums = within(document.querySelector('tfoot') as HTMLElement).getAllByRole('cell').map((cell) => cell.textContent)
    expect(sums.filter((text) => text !== '')).toEqual(['7', '15'])
    expect(api.of('site.board')).toEqual([{ from: '2025-01-01', to: today }])
    await person.click(screen.getByRole('button', { name: '石桥联络站受理群众反映 12，打开名单' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 's1', type: 'site', figure: 'B8.11' })
  })

  it('of last year are asked for as a whole year', async () => {
    forgetViews()
    forgetYear()
    const { person, api } = show(<SitesScreen route={{ screen: 'list', type: 'site' }} />, { 'site.board': { rows: [row('s1', '石桥联络站', 7, 12)] } })
    await screen.findByText('石桥联络站')
    await person.click(screen.getByText('2024年'))
    await screen.findByText('各站2024年的工作')
    expect(api.of('site.board').at(-1)).toEqual({ from: '2024-01-01', to: '2024-12-31' })
    expect([recentYears(today), periodOfYear('2025', today)]).toEqual([['2025', '2024', '2023'], { year: '2025', from: '2025-01-01', to: today }])
  })

  it('that are none yet lead to the first one', async () => {
    forgetViews()
    const { person } = show(<SitesScreen route={{ screen: 'list', type: 'site' }} />, { 'site.board': { rows: [] } })
    await screen.findByText('还没有联络站')
    await person.click(screen.getAllByRole('button', { name: '新建联络站' }).at(-1) as HTMLElement)
    expect(useNavigation.getState().now).toEqual({ screen: 'edit', type: 'site' })
  })
})

const line = (id: string, title: string) => ({ id, type: 'activity', title, note: '代表活动 · 已开展', date: '2025-11-09' })
const answers: Answers = {
  'record.page': pageOf(rec('site', 's1', { name: '石桥联络站', kind: '1', open_time: '每月9日', deputies: ['m1', 'm2'] })),
  'site.work': {
    figures: [{ path: 'B8.10', label: '开展活动', unit: '次', value: 2, ids: ['a1', 'a2'] }, { path: 'B8.11', label: '受理群众反映', unit: '件', value: 1, ids: ['v1'] }],
    duty: [{ mandate: 'm2', name: '陈国梁', receptions: 0, matters: 0, last: '', own: true }, { mandate: 'm1', name: '何秀兰', receptions: 2, matters: 1, last: '2025-11-09', own: true }],
    upcoming: [], rows: [line('a1', '十一月接待日'), line('a2', '十月接待日'), { ...line('v1', '三组路灯不亮'), type: 'voter_matter' }],
  },
}

describe('The page of a station', () => {
  it('says whose turn it is, and begins a reception there', async () => {
    forgetYear()
    const { person } = show(<SitePage route={{ screen: 'record', id: 's1', type: 'site' }} />, answers)
    const turn = (await screen.findByText('该轮到')).closest('tr')
    expect(turn?.textContent).toContain('陈国梁')
    await person.click(screen.getByRole('button', { name: '记接待' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'quick-reception', preset: { site: 's1' } })
    await person.click(screen.getByRole('button', { name: '记接待活动' }))
    expect(useNavigation.getState().now).toEqual({
      screen: 'quick-activity', preset: { kind: '09', title: '石桥联络站接待选民', site: 's1', roll: { ids: ['m1', 'm2'], marks: {}, reasons: {} } },
    })
  })

  it('opens exactly the records behind a figure', async () => {
    forgetYear()
    const { person } = show(<SitePage route={{ screen: 'record', id: 's1', type: 'site' }} />, answers)
    await person.click(await screen.findByRole('button', { name: '开展活动 2次，看名单' }))
    const drawer = within(screen.getByRole('dialog'))
    expect(drawer.getByText('名单 2 条 = 表中 2 次')).toBeTruthy()
    expect(drawer.getAllByRole('listitem').map((one) => one.querySelector('b')?.textContent)).toEqual(['十一月接待日', '十月接待日'])
  })
})
