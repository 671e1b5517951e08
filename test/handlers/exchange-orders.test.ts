import { describe, expect, test } from 'vitest'
import { routeOfTodo } from '../../renderer/state/todo-action'
import { join2, liuxi, makeOffice, paired, qingshi, trip, type Office } from './support/offices'

const order = { order_no: '望川人办〔2026〕17号', title: '报送民生实事进度', kind: '报表', content: '附进度表', due_on: '2026-03-20' }
const dueOf = async (town: Office) => (await town.get('todo.list', {})).items.filter((todo) => todo.rule === 'county_order.due')

test('what the county asks to have mended is a to-do that opens its field, until it was mended', async () => {
  const { county, town, stick } = await paired()
  const id = await town.add('person', { name: '张有田', birth: '1970-05' })
  await county.take(await town.send(stick))
  await county.get('exchange.issue', { uid: id, field: 'birth', say: '与县名册不一致', due_on: '2026-04-01' })
  await town.take(await county.send(stick, { town: qingshi }))
  const asked = async () => (await town.get('todo.list', {})).items.filter((todo) => todo.rule === 'county.issue')
  const [todo] = await asked()
  expect(todo).toMatchObject({ who: '县里', due_on: '2026-04-01', state: 'soon', action: { label: '去改', kind: 'open', id, focus: 'birth' } })
  expect(todo?.title).toMatch(/张有田，.+：与县名册不一致$/)
  expect(todo && routeOfTodo(todo)).toEqual({ screen: 'edit', type: 'person', id, focus: 'birth' })
  await town.set(id, { birth: '1970-06' })
  expect(await asked()).toEqual([])
})

describe('an order of the county', () => {
  test('reaches the towns with their receipts, is due there, answered, sent back, answered again and closed', async () => {
    const { county, town, stick, clock } = await paired()
    const other = await makeOffice('town', liuxi, '柳溪乡', clock)
    await join2({ county, stick }, other)
    await trip({ county, stick }, other, { approve: true })
    expect(await county.get('exchange.order-towns', {})).toEqual({ next_no: '2026-1', towns: [{ code: qingshi, name: '青石镇' }, { code: liuxi, name: '柳溪乡' }] })
    const given = await county.get('exchange.order', { towns: [liuxi, qingshi, qingshi], fields: order })
    expect((await county.get('exchange.order-towns', {})).next_no).toBe('望川人办〔2026〕18号')
    expect(given.towns).toEqual([qingshi, liuxi])
    const [mine = '', theirs = ''] = given.ids
    expect([county.rec(mine), county.rec(theirs)].map((rec) => [rec?.org, rec?.status, rec?.fields['issued_on']])).toEqual([[qingshi, '待签收', '2026-03-03'], [liuxi, '待签收', '2026-03-03']])

    await town.take(await county.send(stick, { town: qingshi }))
    expect(town.rec(theirs)).toBe(null)
    expect(await dueOf(town)).toMatchObject([{ title: '县人大交办：报送民生实事进度：待签收', who: '县里', due_on: '2026-03-20', action: { kind: 'step', step: 'accept', id: mine } }])
    // Each side is offered its own steps, and the town is not asked for what the county left open.
    const offered = async (of: Office) => { const page = await of.get('record.page', { id: mine }); return [page.steps.filter(({ open, name }) => open && name !== 'undo_step').map(({ name }) => name), page.incomplete] }
    expect([await offered(town), await offered(county)]).toEqual([[['accept', 'answer'], []], [[], []]])
    await town.get('step.run', { id: mine, step: 'accept', fields: { accepted_on: '2026-03-03' } })
    // Taking a step back is offered where it was made.
    const mayUndo = async (of: Office) => (await of.get('record.page', { id: mine })).steps.some(({ name, open }) => name === 'undo_step' && open)
    expect(await mayUndo(town)).toBe(true)
    expect(await dueOf(town)).toMatchObject([{ title: '县人大交办：报送民生实事进度', action: { step: 'answer' } }])
    await town.get('step.run', { id: mine, step: 'answer', fields: { reported_on: '2026-03-03', result: '已完成六成' } })
    expect(await dueOf(town)).toEqual([])
    expect(await town.ask('step.run', { id: mine, step: 'close', fields: { closed_on: '2026-03-03' } })).toMatchObject({ ok: false, code: 'wrong-role' })

    await county.take(await town.send(stick))
    expect(county.rec(mine)).toMatchObject({ status: '已回告', fields: { result: '已完成六成' } })
    expect([await mayUndo(town), await mayUndo(county)]).toEqual([true, false])
    await county.get('step.run', { id: mine, step: 'return', fields: { return_reason: '请附进度表' } })
    await town.take(await county.send(stick, { town: qingshi }))
    expect([await mayUndo(town), await mayUndo(county)]).toEqual([false, true])
    expect(town.rec(mine)).toMatchObject({ status: '退回', fields: { return_reason: '请附进度表' } })
    expect(await dueOf(town)).toMatchObject([{ action: { step: 'answer' } }])
    await town.get('step.run', { id: mine, step: 'answer', fields: { reported_on: '2026-03-03', result: '进度表已附' } })
    await county.take(await town.send(stick))
    await county.get('step.run', { id: mine, step: 'close', fields: { closed_on: '2026-03-03' } })
    await town.take(await county.send(stick, { town: qingshi }))
    expect(town.rec(mine)?.status).toBe('已办结')
    expect([await dueOf(town), town.store.conflicts(), county.store.conflicts()]).toEqual([[], [], []])
    expect(county.rec(theirs)?.status).toBe('待签收')
  })

  test('is one entry: one undo takes it back from all towns', async () => {
    const { county } = await paired()
    const { ids } = await county.get('exchange.order', { towns: [qingshi], fields: order })
    await county.get('record.undo', { id: ids[0] ?? '' })
    expect(county.rec(ids[0] ?? '')?.deleted ?? true).toBe(true)
  })

  test('says what is missing, and is no town\'s to give', async () => {
    const { county, town } = await paired()
    expect(await county.ask('exchange.order', { towns: [], fields: order })).toMatchObject({ ok: false, code: 'required', field: 'towns' })
    expect(await county.ask('exchange.order', { towns: ['511321109'], fields: order })).toMatchObject({ ok: false, code: 'not-found', field: 'towns' })
    expect(await county.ask('exchange.order', { towns: [qingshi], fields: { title: '没有号' } })).toMatchObject({ ok: false, code: 'required', field: 'order_no' })
    expect(await county.ask('exchange.order', { towns: [qingshi], fields: { ...order, due_on: '2026-02-01' } })).toMatchObject({ ok: false, code: 'date-order', field: 'due_on' })
    expect(await town.ask('exchange.order', { towns: [qingshi], fields: order })).toMatchObject({ ok: false, code: 'wrong-role' })
  })
})
