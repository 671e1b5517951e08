import { cleanup, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { newRecord } from '../../../renderer/records/new-record'
import NewOrderScreen from '../../../renderer/screens/orders/NewOrderScreen'
import OrdersScreen from '../../../renderer/screens/orders/OrdersScreen'
import { useNavigation } from '../../../renderer/state/navigation'
import type { Draft } from '../../../shared/contract/records'
import { fail, ok } from '../../../shared/result'
import { county, today } from '../support/sample'
import { show } from '../support/show'

const towns = [{ code: '339901101', name: '泉上镇' }, { code: '339901103', name: '青禾镇' }, { code: '339901201', name: '云峰乡' }]
const start = (answer: unknown = undefined, drafts: readonly Draft[] = []) => show(<NewOrderScreen />, {
  'draft.list': { drafts }, 'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true },
  'exchange.order-towns': { next_no: '人办〔2025〕17号', towns }, 'exchange.order': answer === undefined ? ({ towns: given }) => ok({ ids: given.map((_, n) => `o${String(n)}`), towns: given }) : (answer as never),
}, county)

describe('A new order of the county', () => {
  it('goes to the towns that are ticked, with what was typed', async () => {
    const { person, api } = start()
    // The number is proposed and may be left as it is.
    expect(await screen.findByLabelText('交办号')).toHaveProperty('value', '人办〔2025〕17号')
    await person.type(screen.getByLabelText('标题'), '报送民生实事进度')
    await person.click(screen.getByRole('button', { name: '交办' }))
    expect(screen.getByText('交办号和标题要填，再勾上要交办的乡镇。')).toBeTruthy()
    expect(api.of('exchange.order')).toEqual([])
    await person.click(screen.getByRole('button', { name: '全选' }))
    await person.click(screen.getByRole('checkbox', { name: '云峰乡' }))
    await person.click(screen.getByRole('button', { name: '交办给 2 个乡镇' }))
    await waitFor(() => expect(api.of('exchange.order')).toEqual([{ towns: ['339901101', '339901103'], fields: { order_no: '人办〔2025〕17号', title: '报送民生实事进度', issued_on: today } }]))
    await waitFor(() => expect(useNavigation.getState().now).toEqual({ screen: 'orders' }))
  })

  it('goes on where it was left: what was typed and which towns were ticked', async () => {
    const { person, api } = start(undefined, [{ id: 'd1', type: 'county_order', record: null, data: { order_no: '人办〔2025〕9号', title: '报送防汛情况', _towns: ['339901201'] }, updated_at: '' }])
    expect(await screen.findByLabelText('标题')).toHaveProperty('value', '报送防汛情况')
    await person.click(screen.getByRole('button', { name: '交办给 1 个乡镇' }))
    await waitFor(() => expect(api.of('exchange.order')).toEqual([{ towns: ['339901201'], fields: { order_no: '人办〔2025〕9号', title: '报送防汛情况', issued_on: today } }]))
    expect(api.of('draft.drop')).toEqual([{ id: 'd1' }])
  })

  it('says at the field what is wrong, and stays', async () => {
    const { person } = start(fail('too-long', { field: 'title', detail: { max: 500 } }))
    await person.type(await screen.findByLabelText('交办号'), '1')
    await person.type(screen.getByLabelText('标题'), '题')
    await person.click(screen.getByRole('checkbox', { name: '青禾镇' }))
    await person.click(screen.getByRole('button', { name: '交办给 1 个乡镇' }))
    expect(await screen.findByText(/标题太长了/u)).toBeTruthy()
  })

  it('is what the county\'s list of orders offers, and no town\'s', () => {
    expect(newRecord('county_order', 'county')).toEqual({ word: '新交办', route: { screen: 'order-new' } })
    expect(newRecord('county_order', 'town')).toBe(null)
  })
})

describe('The list of orders', () => {
  it('is called after the level that gives them', async () => {
    const none = { 'record.list': { rows: [], next: null, total: 0, titles: {} }, 'exchange.board': { towns: [], overdue_days: 60 } }
    show(<OrdersScreen />, none, county)
    expect(await screen.findByRole('heading', { name: '县交办' })).toBeTruthy()
    cleanup()
    show(<OrdersScreen />, none, { ...county, code: '339900' })
    expect(await screen.findByRole('heading', { name: '市交办' })).toBeTruthy()
    expect(screen.getByLabelText('在市交办里查找')).toBeTruthy()
    expect(await screen.findByText('还没有市交办')).toBeTruthy()
  })
})
