import { guideSteps, type Guide, type GuideStep } from '../../../shared/contract/guide'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { App } from '../../../renderer/App'
import { newRecord } from '../../../renderer/records/new-record'
import { useNavigation } from '../../../renderer/state/navigation'
import type { Answers } from '../support/fake-api'
import { county, countyAnswers, home, stateOf, todos, town, townAnswers } from '../support/sample'
import { show } from '../support/show'

// The screen of the old computers that this is made for; the test's own is narrower.
globalThis.innerWidth = 1366

const start = (answers: Answers = townAnswers) => show(<App />, answers, null)
const now = () => useNavigation.getState().now

const guideAt = (next: GuideStep): Guide => ({
  next, off: false,
  lines: guideSteps.map((step) => ({ step, count: 0, state: step === 'presidium' ? 'skipped' : guideSteps.indexOf(step) < guideSteps.indexOf(next) ? 'done' : 'open' })),
})

describe('A further computer of the town that has not got what the county has', () => {
  const waiting: Answers = { ...townAnswers, 'office.state': stateOf({ ...town, county_first: true }), 'exchange.start-alone': { started: true } }

  it('says so over every page with the one way on, and offers nothing that would be refused', async () => {
    const { person } = start(waiting)
    expect(await screen.findByText('待办要等县里的记录')).toBeTruthy()
    expect([screen.queryByRole('group', { name: '快速登记' }), newRecord('suggestion', 'town')]).toEqual([null, null])
    await person.keyboard('{Alt>}1{/Alt}')
    expect(now()).toEqual({ screen: 'home' })
    await person.click(screen.getByRole('button', { name: '去上报、读回执' }))
    expect(now()).toEqual({ screen: 'report' })
    await waitFor(() => expect(screen.queryByRole('button', { name: '去上报、读回执' })).toBeNull())
    expect(screen.getByText(/^这是本镇的又一台电脑/u)).toBeTruthy()
  })

  it('is let go on only after a question, and then is as any other', async () => {
    const { person, api } = start(waiting)
    await person.click(await screen.findByRole('button', { name: '等不到回执' }))
    const dialog = within(await screen.findByRole('dialog', { name: '不等县里的记录，直接开始记？' }))
    await person.click(dialog.getByRole('button', { name: '再等等' }))
    expect(api.of('exchange.start-alone')).toEqual([])
    await person.click(screen.getByRole('button', { name: '等不到回执' }))
    api.set('office.state', stateOf(town))
    await person.click(screen.getByRole('button', { name: '直接开始记' }))
    expect(await screen.findByRole('group', { name: '快速登记' })).toBeTruthy()
    expect([api.of('exchange.start-alone'), screen.queryByText(/^这是本镇的又一台电脑/u)]).toEqual([[{}], null])
  })
})

describe('Home', () => {
  it('puts the late before the soon, each with the rule, who wants it and its button', async () => {
    start()
    const rows = within(await screen.findByRole('region', { name: '待办' })).getAllByRole('listitem')
    expect(rows[0]?.textContent).toBe('逾期19-5-003 关于增设垃圾清运点的建议：未答复法律代表法第51条 · 交办后3个月 · 镇综合执法队，期限怎么来的应于11月12日已过 12 天催办')
    expect(rows.map((row) => /^(逾期|\d+天内|以后)/u.exec(row.textContent)?.[0])).toEqual(['逾期', '逾期', '7天内', '15天内'])
    expect(screen.getByRole('button', { name: '还有 7 件，查看全部 11 件' })).toBeTruthy()
  })

  it('opens the step that settles a to-do with one press', async () => {
    const { person } = start()
    await person.click(await screen.findByRole('button', { name: /^催办：/u }))
    expect(now()).toEqual({ screen: 'record', id: 'rec-a', type: 'suggestion', step: 'urge' })
  })

  it('opens the records behind a figure', async () => {
    const { person } = start()
    await person.click(await screen.findByRole('button', { name: '按期答复率 95.7%，1 件逾期，看名单' }))
    expect(now()).toEqual({ screen: 'statistics', indicator: 'B5.10', from: home.from, to: home.to })
  })

  it('begins an activity with one press', async () => {
    const { person } = start()
    await person.click(await screen.findByRole('button', { name: '记活动' }))
    expect(now()).toEqual({ screen: 'quick-activity' })
  })

  it('lists every to-do on its own page, fifty at a time', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...todos[0]!, id: `t${index}`, title: `第${index}件` }))
    const { person } = start({ ...townAnswers, 'home.get': { ...home, todos: many }, 'todo.list': { items: many } })
    await person.click(await screen.findByRole('button', { name: '还有 56 件，查看全部 60 件' }))
    const list = await screen.findByRole('region', { name: '要办的事' })
    await within(list).findAllByRole('listitem')
    expect(within(list).getAllByRole('listitem')).toHaveLength(50)
    await person.click(screen.getByRole('button', { name: '再看 10 条，共 60 条' }))
    expect(within(list).getAllByRole('listitem')).toHaveLength(60)
  })

  it('offers to go on with what was not finished', async () => {
    const draft = { id: 'd1', type: 'quick-activity', record: null, data: {}, updated_at: '2025-11-24T09:41:00+08:00' }
    const { person } = start({ ...townAnswers, 'draft.list': { drafts: [draft] } })
    await screen.findByText('记活动，今天 9:41存的')
    await person.click(screen.getByRole('button', { name: '接着写' }))
    expect(now()).toEqual({ screen: 'quick-activity', draft: 'd1' })
  })

  it('tells a new office what to do first, and begins with the roster', async () => {
    const { person } = start({ ...townAnswers, 'guide.get': guideAt('roster') })
    await person.click(await screen.findByRole('button', { name: '导入名单' }))
    expect(now()).toEqual({ screen: 'roster' })
  })

  it('reminds of what is left of the first hour until it is sent away', async () => {
    const { person, api } = start({ ...townAnswers, 'guide.get': guideAt('sites'), 'guide.set': { lines: [], next: null, off: true } })
    await screen.findByText('还剩 4 件：联络站、第一次活动、和县里配对、第一次备份')
    api.set('guide.get', { lines: [], next: null, off: true })
    await person.click(screen.getByRole('button', { name: '不再提' }))
    await waitFor(() => expect(screen.queryByText('开张')).toBeNull())
    expect(api.of('guide.set')).toEqual([{ off: true }])
  })

  it('reads again after a change without losing the page', async () => {
    const { api } = start()
    await screen.findByText('召开主席团会议：上次为8月15日')
    api.set('home.get', { ...home, todos: todos.slice(2) })
    api.tell({ kind: 'changed', types: ['presidium_meeting'], ids: ['m1'] })
    await waitFor(() => expect(screen.queryByText('召开主席团会议：上次为8月15日')).toBeNull())
    expect(screen.getByText('石桥村路灯不亮：转办后未回复群众')).toBeTruthy()
  })

  it('shows the last backup and who works at the foot of the rail, and what is late beside its item', async () => {
    start()
    expect(await screen.findByText('已备份 今天 8:12')).toBeTruthy()
    expect(screen.getByText('周维安 主席团')).toBeTruthy()
    await waitFor(() => expect(screen.getByRole('button', { name: /^建议.*2$/u })).toBeTruthy(), { timeout: 3000 })
    expect(screen.getByRole('button', { name: /^上报.*2$/u })).toBeTruthy()
  })
})

describe('The home of a county', () => {
  it('names the towns with what they did this year, those to call first and those in order last and without a button', async () => {
    start(countyAnswers)
    const rows = within(await screen.findByRole('region', { name: '各镇上报' })).getAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual([
      '超期未报云峰畲族乡第 7 包，86 天前，缺附件 3 个活动9 次立案建议7 件按期答复85.7 %看一看', '待改青禾镇第 11 包，28 天前，2 处要改活动12 次立案建议16 件按期答复93.8 %看一看', '缺一段上杨乡第 9 包，21 天前活动11 次立案建议11 件按期答复—看一看',
      '齐全白石渡镇第 12 包，4 天前活动14 次立案建议18 件按期答复100 %',
    ])
  })

  it('to which nothing came yet says where it comes from, instead of eight dashes', async () => {
    const { person } = start({
      ...countyAnswers, 'office.state': stateOf({ ...county, code: '339900', name: '栾城市' }), 'home.get': { ...home, towns: [], figures: home.figures.map((figure) => ({ ...figure, value: null })) },
    })
    expect(await screen.findByText('县里的包导入以后，这里就有了。')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '去导入' }))
    expect(now()).toEqual({ screen: 'import' })
  })

  it('has no entries of a town', async () => {
    start(countyAnswers)
    await screen.findByRole('region', { name: '各镇上报' })
    expect(screen.queryByRole('button', { name: '记活动' })).toBeNull()
    expect(within(screen.getByRole('navigation')).getAllByRole('button').map((one) => one.textContent)).toEqual(['首页', '各镇', '导入', '统计报表', '交办', '设置'])
  })
})

describe('The keyboard', () => {
  it('goes back by Alt and ←, and to the search by Ctrl+F', async () => {
    const { person } = start()
    await person.click(await screen.findByRole('button', { name: '设置' }))
    await screen.findByRole('heading', { name: '设置' })
    await person.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    expect(now()).toEqual({ screen: 'home' })
    await person.keyboard('{Control>}f{/Control}')
    expect(document.activeElement?.id).toBe('find')
    expect(town.name).toBe('青禾镇')
  })
})
