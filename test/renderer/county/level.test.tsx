import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import ImportScreen from '../../../renderer/screens/county/ImportScreen'
import TownsScreen from '../../../renderer/screens/county/TownsScreen'
import { clearDesk } from '../../../renderer/screens/county/stick-desk'
import { resetPlace } from '../../../renderer/screens/exchange/use-place'
import { isBelow, levelOf } from '../../../renderer/state/level'
import { Rail } from '../../../renderer/ui/Rail'
import { ok } from '../../../shared/result'
import type { Answers } from '../support/fake-api'
import { county, countyAnswers } from '../support/sample'
import { stick } from '../support/sample-figures'
import { show } from '../support/show'

const city = { ...county, code: '339900', name: '栾城市' }
const paired = { paired: { name: '栾城市', accepted: true, closed: false }, next_pseq: 4, last: { pseq: 3, made_at: '2025-11-20T02:12:00Z', confirmed: true } }
const answers: Answers = {
  ...countyAnswers, 'exchange.sheet': { key: null }, 'shell.drives': { drives: [stick] }, 'exchange.scan': { files: [] }, 'exchange.conflicts': { items: [] }, 'exchange.above': paired,
  'exchange.received': { packages: [] }, 'exchange.devices': { devices: [] }, 'exchange.slips': { slips: [] }, 'exchange.archive': { files: [] },
}

beforeEach(() => {
  clearDesk()
  resetPlace()
})

describe('The window of a city', () => {
  it('speaks of counties where a county speaks of towns', async () => {
    show(<Rail office={city} at={null} badges={{}} />, answers, city)
    expect([...document.querySelectorAll('nav button')].map((one) => one.textContent)).toContain('各县')
    expect([levelOf('339901').each, levelOf('339900').each, levelOf('330000').each]).toEqual(['各镇', '各县', '各市'])
  })

  it('has no town in its words, and pairs codes of six digits', async () => {
    const { person, api } = show(<TownsScreen route={{ screen: 'towns' }} />, { ...answers, 'exchange.board': { towns: [], overdue_days: 60 }, 'shell.pick-folder': { path: 'E:\\' }, 'exchange.invite': { file: 'E:\\加入.zpk', code: '1234 5678 9012 3', no: 1 } }, city)
    await person.click(await screen.findByRole('button', { name: '配对第一个县' }))
    expect(document.body.textContent).not.toMatch(/乡镇|各镇|镇里/u)
    const dialog = within(screen.getByRole('dialog'))
    await person.type(dialog.getByLabelText('县（市、区）名称'), '望川县')
    await person.clear(dialog.getByLabelText('县（市、区）区划代码'))
    await person.type(dialog.getByLabelText('县（市、区）区划代码'), '339901')
    await person.click(dialog.getByRole('button', { name: '做配对文件' }))
    await waitFor(() => expect(api.of('exchange.invite')).toEqual([{ code: '339901', name: '望川县', out: 'E:\\' }]))
    expect([isBelow('339901', '339900'), isBelow('339900', '339900'), isBelow('339901103', '339901'), isBelow('339901103', '339900'), isBelow('340001', '339900')]).toEqual([true, false, true, false, false])
  })
})

describe('A county of a city', () => {
  it('opens the figures that it reported', async () => {
    const board = { towns: [{ code: '339901', name: '望川县', last_pseq: 3, last_package: '2025-11-20T02:12:00Z', complete: true, days_since: 4, open_issues: 0, pending_attachments: 0, conflicts: 0, state: 'complete' as const }], overdue_days: 60 }
    const figures = { years: [2025, 2024], year: 2025, towns: [{ code: '339901', name: '望川县' }, { code: '339901103', name: '青禾镇' }], figures: [{ indicator: 'B5.02', name: '立案数', unit: '件', value: 720, rate: null }] }
    const { person, api } = show(<TownsScreen route={{ screen: 'towns' }} />, { ...answers, 'exchange.board': board, 'exchange.figures': figures }, city)
    await person.click(await screen.findByRole('button', { name: '望川县' }))
    await person.click(await screen.findByRole('button', { name: '看报来的数字' }))
    expect((await screen.findByText('立案数')).closest('tr')?.textContent).toBe('立案数件720')
    await person.selectOptions(screen.getByLabelText('哪里的'), '青禾镇')
    await waitFor(() => expect(api.of('exchange.figures').at(-1)).toEqual({ county: '339901', town: '339901103' }))
  })
})

describe('A county reports its figures', () => {
  it('with two presses, figures only, and takes the stick off', async () => {
    const { person, api } = show(<ImportScreen />, { ...answers, 'exchange.rollup': { file: 'E:\\p.zpk', id: 'p', pseq: 4, counts: { indicator_fact: 812 }, check: 'read-back', bytes: 1 }, 'shell.eject': { out: true } }, county)
    await person.click(await screen.findByRole('button', { name: '上报数字' }))
    await person.click(await screen.findByRole('button', { name: '上报到 U 盘' }))
    expect(await screen.findByText('第 4 包已写好，812 项。')).toBeTruthy()
    expect(api.of('exchange.rollup')).toEqual([{ to: 'E:\\' }])
    await person.click(screen.getByRole('button', { name: '安全移除 U 盘' }))
    expect(await screen.findByText('可以拔了')).toBeTruthy()
  })

  it('with records only where a person ticked that, and says when there is nothing new', async () => {
    const { person, api } = show(<ImportScreen />, { ...answers, 'exchange.rollup': { file: null, id: null, pseq: null, counts: {}, check: 'none', bytes: 0 } }, county)
    await person.click(await screen.findByRole('button', { name: '上报数字' }))
    await person.click(screen.getByRole('checkbox', { name: /连同各镇的记录一起报/u }))
    await person.click(await screen.findByRole('button', { name: '上报到 U 盘' }))
    expect(await screen.findByText('没有新的数字，没有做包。')).toBeTruthy()
    expect(api.of('exchange.rollup')).toEqual([{ to: 'E:\\', records: true }])
  })

  it('after it paired in the same place', async () => {
    const { person } = show(<ImportScreen />, { ...answers, 'exchange.above': { ...paired, paired: null, last: null } }, county)
    await person.click(await screen.findByRole('button', { name: '和市里配对' }))
    expect(await screen.findByText('向市人大要两样东西')).toBeTruthy()
  })

  it('and answers a receipt of the city with none of its own', async () => {
    const file = { file: 'E:\\回执.zpk', state: 'PREVIEWED' as const, id: 'r', from: { org: '339900', name: '栾城市', device: 'd' }, pseq: 7, counts: {} }
    const { person, api } = show(<ImportScreen />, { ...answers, 'exchange.scan': { files: [{ path: file.file, name: '回执.zpk', bytes: 1, state: 'new' }] }, 'exchange.import': ({ dry_run: dry }) => ok({ files: [dry === true ? file : { ...file, state: 'COMMITTED' as const }] }) }, county)
    await person.click(await screen.findByRole('button', { name: '导入 1 个包，写回执' }))
    expect(await screen.findByText('导入了 1 个包')).toBeTruthy()
    expect(api.of('exchange.export')).toEqual([])
  })
})
