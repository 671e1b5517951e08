import { expect, test } from 'vitest'
import { Clock, makeOffice, qingshi } from './support/offices'

const town = () => makeOffice('town', qingshi, '青石镇', new Clock())

test('of a file of lines the bad ones are told by their number and every other one goes in', async () => {
  const office = await town()
  const added = await office.get('record.add', {
    type: 'constituency',
    records: [{ level: '乡', no: '1', name: '石桥选区' }, { level: '乡', nummer: 2 }, { level: '乡镇级', no: 2 }, { level: '乡', no: '1' }, { level: '火星', no: '3' }, { level: '乡', no: '4', seats: '3' }],
  })
  expect(added.errors).toEqual([
    { line: 2, code: 'unknown-field', field: 'nummer', detail: { type: 'constituency', errors: [{ field: 'nummer', code: 'unknown-field', detail: { type: 'constituency' } }, { field: 'no', code: 'required', detail: { label: '选区号' } }] } },
    { line: 4, code: 'already-exists', detail: { id: added.ids[0] } },
    { line: 5, code: 'unknown-code', field: 'level', detail: { label: '层级', value: '火星', table: 'level' } },
  ])
  expect(added.added).toBe(3)
  expect(added.ids.map((id) => office.rec(id)?.fields['no'])).toEqual(['1', '2', '4'])
})

test('a line may speak of a record that an earlier line of the same file made', async () => {
  const office = await town()
  const added = await office.get('record.add', { type: 'suggestion', records: [{ title: '关于修路的建议' }, { title: '关于再修路的建议', repeat_of: { find: { title: '关于修路的建议' } } }] })
  expect(added.errors).toEqual([])
  expect(office.rec(added.ids[1] ?? '')?.fields['repeat_of']).toBe(added.ids[0])
})

test('群众事项 get one number each, however many lines a file has', async () => {
  const office = await town()
  const matters = Array.from({ length: 900 }, (_, index) => ({ content: `反映 ${String(index)}`, received_on: '2026-03-01' }))
  const added = await office.get('record.add', { type: 'voter_matter', records: matters })
  expect(added.errors).toEqual([])
  expect(added.ids.map((id) => office.rec(id)?.fields['no'])).toEqual(matters.map((_, index) => `19-群-${String(index + 1).padStart(3, '0')}`))
})

// A busy computer may take a breath in the middle.
test('the last lines of a long file take hardly longer than the first', { retry: 2, timeout: 60_000 }, async () => {
  const office = await town()
  const people = Array.from({ length: 1600 }, (_, index) => ({ name: `代表${String.fromCharCode(0x4e00 + index)}` }))
  await office.get('record.add', { type: 'person', records: people })
  const quarter = async (at: number): Promise<number> => {
    const started = performance.now()
    const { errors } = await office.get('record.add', { type: 'mandate', records: people.slice(at, at + 400).map(({ name }) => ({ person: { find: { name } }, level: '乡' })) })
    expect(errors).toEqual([])
    return performance.now() - started
  }
  const times = [await quarter(0), await quarter(400), await quarter(800), await quarter(1200)]
  expect(times[3]).toBeLessThan(4 * (times[0] ?? 0))
})

test('a corrected name keeps the person and goes to the former names, each old spelling once', async () => {
  const office = await town()
  const id = await office.add('person', { name: '张友田' })
  await office.set(id, { name: '张有田' })
  await office.set(id, { post: '村支书' })
  await office.set(id, { name: '张友田' })
  await office.set(id, { name: '张有田' })
  expect(office.rec(id)?.fields).toEqual({
    name: '张有田', post: '村支书', former_names: [{ name: '张友田', until_on: '2026-03-02' }, { name: '张有田', until_on: '2026-03-02' }],
  })
})

test('taking a record out of the bin that is not in it changes nothing', async () => {
  const office = await town()
  const id = await office.add('person', { name: '张有田' })
  const answer = await office.get('record.restore', { id })
  expect(answer.record.deleted).toBe(false)
  expect((await office.get('record.history', { id })).versions.length).toBe(1)
})

test('a deleted record says so, is out of the lists, and comes back whole', async () => {
  const office = await town()
  const id = await office.add('suggestion', { title: '关于修路的建议' })
  expect(await office.ask('record.delete', { id, reason: '  ' })).toEqual({ ok: false, code: 'reason-needed', field: 'reason' })
  expect(await office.get('record.delete', { id, reason: '录错' })).toEqual({ deleted: [id] })
  expect((await office.get('record.list', { type: 'suggestion' })).total).toBe(0)
  expect((await office.get('record.list', { type: 'suggestion', bin: true })).rows.map((rec) => [rec.id, rec.deleted])).toEqual([[id, true]])
  expect(await office.ask('record.set', { id, fields: { title: '改' } })).toEqual({ ok: false, code: 'already-deleted', detail: { id } })
  expect(await office.ask('step.run', { id, step: 'submit', fields: {} })).toEqual({ ok: false, code: 'already-deleted', detail: { id } })
  const back = await office.get('record.restore', { id })
  expect([back.record.status, back.record.fields['title'], back.record.deleted]).toEqual(['草稿', '关于修路的建议', false])
})

test('what hangs on a record decides whether it can be deleted: rows go with it, people do not', async () => {
  const office = await town()
  const person = await office.add('person', { name: '张有田' })
  const secret = await office.add('person_private', { person, phone: '13800000000' })
  const mandate = await office.add('mandate', { person, level: '5' })
  const activity = await office.add('activity', { kind: '视察', title: '看路' } as never)
  const row = await office.add('participation', { event: activity, mandate, state: '出席' })
  expect(await office.ask('record.delete', { id: person, reason: '录错' })).toMatchObject({ ok: false, code: 'has-children', detail: { children: { mandate: 1 } } })
  expect([...(await office.get('record.delete', { id: activity, reason: '重复' })).deleted].sort()).toEqual([activity, row].sort())
  await office.get('record.delete', { id: mandate, reason: '录错' })
  expect([...(await office.get('record.delete', { id: person, reason: '录错' })).deleted].sort()).toEqual([person, secret].sort())
})

test('deleting a merged duplicate leaves the record that was kept', async () => {
  const office = await town()
  const [a, b] = [await office.add('organisation', { name: '农业办' }), await office.add('organisation', { name: '农业办公室' })]
  await office.get('record.merge', { from: a, into: b, reason: '同一单位' })
  expect(await office.ask('record.delete', { id: a, reason: '录错' })).toMatchObject({ ok: false, code: 'already-deleted' })
  expect(office.rec(b)?.deleted).toBe(false)
})

test('the record of the office itself is not deleted, and its code is not changed on it alone', async () => {
  const office = await town()
  const own = (await office.get('record.list', { type: 'office' })).rows[0]
  expect(await office.ask('record.delete', { id: own?.id ?? '', reason: '录错' })).toMatchObject({ ok: false, code: 'not-now' })
  expect(await office.ask('record.set', { id: own?.id ?? '', fields: { code: '511321102' } })).toMatchObject({ ok: false, code: 'key-fixed', field: 'code' })
  expect((await office.set(own?.id ?? '', { code: qingshi, phone: '0817-5551234' })).fields).toMatchObject({ code: qingshi, phone: '0817-5551234' })
})

test('who took part stands on the page of the activity by name, however the names came in', async () => {
  const office = await town()
  const event = await office.add('activity', { kind: '03', title: '视察河道', start_on: '2026-03-01' })
  for (const name of ['唐大川', '陈春梅', '安小河']) {
    const mandate = await office.add('mandate', { person: await office.add('person', { name }), level: '5', nth: 1 })
    await office.add('participation', { event, mandate, state: '1' })
  }
  const page = await office.get('record.page', { id: event })
  const names = page.children.find(({ type }) => type === 'participation')?.rows.map((row) => page.titles[String(row.fields['mandate'])]?.title)
  expect(names?.map((name) => name?.slice(0, 3))).toEqual(['安小河', '陈春梅', '唐大川'])
})
