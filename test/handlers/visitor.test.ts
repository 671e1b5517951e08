import { beforeEach, describe, expect, test } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

let office: Office
let matter = ''

beforeEach(async () => {
  office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const saved = await office.get('record.quick', {
    type: 'voter_matter', fields: { received_on: '2026-03-01', content: '三组路灯不亮' },
    steps: [{ step: 'route', fields: { routed_on: '2026-03-01', route: '1' } }],
    side: [{ type: 'visitor', parent: 'about', fields: { role: '1', name: '赵文清', phone: '13800001234', address: '石桥村三组' } }],
  })
  matter = saved.record.id
})

const visitorOf = async () => (await office.get('record.page', { id: matter })).children.find((list) => list.type === 'visitor')?.rows[0]

describe('Who spoke to a deputy', () => {
  test('is hidden on the page of the matter, in lists, searches, titles and the history', async () => {
    const visitor = await visitorOf()
    expect(visitor?.fields).toMatchObject({ name: '赵**', phone: '138****1234', address: '******' })
    const id = visitor?.id ?? ''
    const page = await office.get('record.page', { id })
    const list = await office.get('record.list', { type: 'visitor' })
    const found = await office.get('search.all', { text: '赵文清' })
    const history = await office.get('record.history', { id })
    expect([page.title, list.titles[id]?.title, found.hits.map((hit) => hit.title), history.versions.map((version) => version.data?.['phone'])]).toEqual(['赵**', '赵**', ['赵**'], ['138****1234']])
  })

  test('is shown to somebody who asks, and the asking is written down', async () => {
    const id = (await visitorOf())?.id ?? ''
    expect(await office.get('record.reveal', { id, key: 'name' })).toEqual({ value: '赵文清' })
    expect(office.store.events.list({ kind: 'view' }).map((event) => [event.about, event.detail])).toEqual([[id, { key: 'name' }]])
  })

  test('is hidden too where a save came too late and the record as it stands is told', async () => {
    const visitor = await visitorOf()
    const before = visitor?.version
    await office.set(visitor?.id ?? '', { phone: '13900005678' })
    const late = await office.ask('record.set', { id: visitor?.id ?? '', fields: { role: '1' }, ...(before === undefined ? {} : { base: before }) })
    expect(late).toMatchObject({ ok: false, code: 'changed-elsewhere', detail: { current: { fields: { name: '赵**', phone: '139****5678', address: '******' } } } })
  })
})

test('a draft that cannot be kept as text is refused, and the office goes on', async () => {
  const ring: Record<string, unknown> = { title: '写到一半' }
  ring['self'] = ring
  for (const data of [{ n: 10n }, ring]) expect(await office.ask('draft.save', { id: 'd', type: 'suggestion', data })).toMatchObject({ ok: false, code: 'bad-input', field: 'data' })
  expect(await office.get('draft.save', { id: 'd', type: 'suggestion', data: { title: '写到一半' } })).toMatchObject({ saved_at: expect.any(String) as string })
})
