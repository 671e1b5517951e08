import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import StatsScreen from '../../../renderer/screens/stats/StatsScreen'
import { resetView } from '../../../renderer/screens/stats/view'
import { useNavigation } from '../../../renderer/state/navigation'
import type { RouteOf } from '../../../renderer/state/routes'
import { fail, ok } from '../../../shared/result'
import type { Answers } from '../support/fake-api'
import { county, countyAnswers, town, townAnswers } from '../support/sample'
import { countyStats, drilled, stats } from '../support/sample-figures'
import { show } from '../support/show'

const answers: Answers = {
  ...townAnswers, 'stats.get': stats, 'stats.drill': drilled, 'shell.documents': { path: 'D:\\文件' }, 'record.list': { rows: [], titles: {}, next: null, total: 0 },
  'record.get': { id: 'term-19', type: 'term', org: town.code, version: 'v', deleted: false, fields: { first_meeting_on: '2021-12-20' } },
}

const open = (more: Answers = {}, route: Omit<RouteOf<'statistics'>, 'screen'> = { tab: 'suggestions' }) => show(<StatsScreen route={{ screen: 'statistics', ...route }} />, { ...answers, ...more })
const row = async (name: string) => (await screen.findByText(name, { selector: 'td' })).closest('tr')!

beforeEach(resetView)

describe('Statistics', () => {
  it('stand beside last year with the difference', async () => {
    open()
    expect([...(await row('C 因条件限制暂不能解决')).querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['C 因条件限制暂不能解决', '件', '6', '7', '−1'])
  })

  it('of a year that is over say what stays below the rules', async () => {
    open({ 'stats.get': { ...stats, below: [{ path: 'B4.01', says: '少于每年2次' }] } }, { tab: 'meetings' })
    expect((await screen.findByText('少于每年2次')).closest('td')?.textContent).toBe('人代会　少于每年2次')
  })

  it('open the list behind a figure with one press; its length is the figure, and each line opens its record', async () => {
    const { person, api } = open()
    await person.click(within(await row('C 因条件限制暂不能解决')).getByRole('button'))
    const drawer = await screen.findByRole('dialog', { name: 'C类 暂不能解决，6 件' })
    expect(await within(drawer).findByText('名单 6 条 = 表中 6 件')).toBeTruthy()
    expect(api.of('stats.drill')).toEqual([{ from: '2025-01-01', to: '2025-11-24', indicator: 'B5.16', limit: 5000 }])
    await person.click(within(drawer).getByText('19-4-019 关于扩建镇中心小学操场的建议'))
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 's3', type: 'suggestion' })
  })

  it('leave the table usable beside the list, and close it with Esc', async () => {
    const { person } = open()
    await person.click(within(await row('已答复')).getByRole('button'))
    await screen.findByRole('dialog')
    await person.click(screen.getByRole('tab', { name: '基本情况' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    await person.click(within(await row('实有代表')).getByRole('button'))
    await screen.findByRole('dialog', { name: '实有代表，58 名' })
    await person.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('say of a rate from how many records it was worked out', async () => {
    const { person } = open()
    await person.click(within(await row('按期答复率')).getByRole('button'))
    expect(await screen.findByText('由这 6 条记录算出')).toBeTruthy()
  })

  it('open at the figure that a link asks for, among all figures where the few do not show it', async () => {
    open({}, { indicator: 'B5.11', from: '2025-01-01', to: '2025-11-24' })
    await screen.findByRole('dialog', { name: '逾期未答复，0 件' })
    expect(screen.getByRole('tab', { name: '建议办理' }).getAttribute('aria-selected')).toBe('true')
    expect((screen.getByLabelText('全部指标') as HTMLInputElement).checked).toBe(true)
  })

  it('say in red what does not add up and open the records that break it', async () => {
    const { person } = open({ 'stats.drill': { ...drilled, ids: ['s3', 'x9'], rows: drilled.rows.slice(2, 3) } })
    expect(await screen.findByText('已测评 43 ≠ 满意＋基本满意＋不满意 42')).toBeTruthy()
    expect(screen.getByText('立案 52 = 38 + 14')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '看这 1 条记录' }))
    await person.click(await screen.findByText('19-4-019 关于扩建镇中心小学操场的建议'))
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 's3' })
  })

  it('are asked for the period that is chosen', async () => {
    const { person, api } = open()
    await row('已答复')
    await person.selectOptions(screen.getByLabelText('报表期'), '季度')
    await person.selectOptions(screen.getByLabelText('哪一期'), '2025年第二季度')
    await waitFor(() => expect(api.of('stats.get').at(-1)).toEqual({ from: '2025-04-01', to: '2025-06-30', before: true }))
    await person.selectOptions(screen.getByLabelText('报表期'), '本届累计')
    await waitFor(() => expect(api.of('stats.get').at(-1)).toEqual({ from: '2021-12-20', to: '2025-11-24' }))
  })

  it('stand beside the period before on wish', async () => {
    const { person, api } = open()
    await row('已答复')
    await person.selectOptions(screen.getByLabelText('报表期'), '季度')
    await person.selectOptions(screen.getByLabelText('旁边放哪一期'), '比上季度')
    await waitFor(() => expect(api.of('stats.get').at(-1)).toEqual({ from: '2025-10-01', to: '2025-11-24', before: true, before_from: '2025-07-01', before_to: '2025-09-30' }))
    expect(await screen.findByRole('columnheader', { name: '上季度' })).toBeTruthy()
  })

  it('move between the tables by arrow keys', async () => {
    const { person } = open()
    screen.getByRole('tab', { name: '建议办理' }).focus()
    await person.keyboard('{ArrowRight}')
    expect(screen.getByRole('tab', { name: '监督' }).getAttribute('aria-selected')).toBe('true')
    expect(document.activeElement?.textContent).toBe('监督')
  })

  it('become a spreadsheet in the folder of the office with one press, and it can be opened', async () => {
    const { person, api } = open({ 'stats.file': { files: [{ path: 'D:\\文件\\统计表.xlsx', kind: 'xlsx', sha256: '', bytes: 9 }] }, 'shell.open': { opened: true } })
    await waitFor(() => expect((screen.getByRole('button', { name: '存成表格' }) as HTMLButtonElement).disabled).toBe(false))
    await person.click(screen.getByRole('button', { name: '存成表格' }))
    await waitFor(() => expect(api.of('stats.file')).toEqual([{ from: '2025-01-01', to: '2025-11-24', out: 'D:\\文件' }]))
  })

  it('say why they cannot be shown, and try again', async () => {
    const { person, api } = open({ 'stats.get': fail('io-error') })
    await screen.findByRole('alert')
    api.set('stats.get', stats)
    await person.click(screen.getByRole('button', { name: '再试一次' }))
    await row('已答复')
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('Statistics of a county', () => {
  const openCounty = () => show(<StatsScreen route={{ screen: 'statistics', tab: 'suggestions' }} />, { ...answers, ...countyAnswers, 'stats.get': countyStats, 'stats.drill': drilled }, county)

  it('hold a town beside last year and the towns of like size, and say which these are', async () => {
    const like = { towns: [{ code: '339901101', name: '白石渡镇', size: 62 }, { code: '339901104', name: '云峰乡', size: 58 }], indicators: stats.indicators.map((figure) => (figure.id === 'B5.16' ? { ...figure, value: 4 } : figure)) }
    const { api } = show(<StatsScreen route={{ screen: 'statistics', tab: 'suggestions', town: '339901103' }} />, { ...answers, ...countyAnswers, 'stats.get': { ...stats, like } }, county)
    expect([...(await row('C 因条件限制暂不能解决')).querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['C 因条件限制暂不能解决', '件', '6', '7', '−1', '4'])
    expect(screen.getByText('代表名额相近的 2 个乡镇的中位数：白石渡镇 62 名、云峰乡 58 名')).toBeTruthy()
    expect(api.of('stats.get').at(-1)).toMatchObject({ town: '339901103', like: true, before: true })
  })

  it('compare the towns side by side, the county under them; a head sorts', async () => {
    const { person, api } = openCounty()
    await person.selectOptions(await screen.findByLabelText('哪个乡镇'), '各镇对比')
    await screen.findByRole('button', { name: '青禾镇 立案建议 22，打开名单' })
    await waitFor(() => expect(api.of('stats.get').at(-1)).toEqual({ from: '2025-01-01', to: '2025-11-24', by_town: true }))
    const names = () => [...document.querySelectorAll('tbody tr td:first-child')].map((cell) => cell.textContent)
    expect(names()).toEqual(['白石渡镇', '青禾镇'])
    await person.click(screen.getByRole('button', { name: /^按期答复率/u }))
    expect(names()).toEqual(['青禾镇', '白石渡镇'])
  })

  it('show which town has identities that do not hold, and open it', async () => {
    const { person, api } = openCounty()
    api.set('stats.get', { ...countyStats, towns: (countyStats.towns ?? []).map((one, index) => (index === 1 ? { ...one, checks: [{ id: 'C09', ok: false, detail: '立案数 22 ≠ 分类件数合计 21', ids: ['s3'] }] } : one)) })
    await person.selectOptions(await screen.findByLabelText('哪个乡镇'), '各镇对比')
    await person.click(await screen.findByRole('button', { name: '1 项对不上' }))
    await waitFor(() => expect(api.of('stats.get').at(-1)).toMatchObject({ town: '339901103' }))
  })

  it('open the list of one town', async () => {
    const { person, api } = openCounty()
    await person.selectOptions(await screen.findByLabelText('哪个乡镇'), '各镇对比')
    await person.click(await screen.findByRole('button', { name: '青禾镇 立案建议 22，打开名单' }))
    await screen.findByRole('dialog', { name: '青禾镇 立案建议，22 件' })
    expect(api.of('stats.drill').at(-1)).toMatchObject({ indicator: 'B5.02', town: '339901103' })
  })
})

describe('Statistics of a city', () => {
  const city = { ...county, code: '339900', name: '栾城市' }
  const figure = (value: number | null) => [{ id: 'B5.02', name: '立案数', unit: '件', value, rate: null, parts: [] }]
  const reported = { indicators: figure(52), checks: [], reported: { since: '2025-11-20', lacking: ['丰泽县'] } }
  const counties = { ...reported, towns: [{ code: '339901', name: '望川县', indicators: figure(40), checks: [] }, { code: '339902', name: '临江县', indicators: figure(12), checks: [] }] }
  const openCity = () => show(<StatsScreen route={{ screen: 'statistics', tab: 'suggestions' }} />, {
    ...countyAnswers, 'shell.documents': { path: 'D:\\文件' }, 'exchange.board': { towns: [], overdue_days: 60 }, 'stats.get': (input) => ok(input.by_town === true ? counties : reported),
  }, city)

  it('are what its counties reported: it says of when, who is missing, and a figure opens what each of them reported', async () => {
    const { person, api } = openCity()
    expect((await screen.findByText(/^县里报来的数（最早的一份是2025年11月20日做的），点数字看各县多少。/u)).textContent).toContain('还没有报来：丰泽县。')
    expect(screen.queryByRole('button', { name: '看图' })).toBeNull()
    await person.click(within(await row('立案建议')).getByRole('button'))
    const drawer = await screen.findByRole('dialog', { name: '立案建议，52 件' })
    expect(await within(drawer).findByText('2 处相加 = 52 件')).toBeTruthy()
    expect([...drawer.querySelectorAll('tr')].map((line) => line.textContent)).toEqual(['望川县40', '临江县12'])
    expect(api.of('stats.drill')).toEqual([])
  })
})
