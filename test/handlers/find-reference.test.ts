import { expect, test } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

const town = () => makeOffice('town', qingshi, '青石镇', new Clock())

/** What a suggestion of this leader is saved with, or the refusal of its line. */
async function leadBy(office: Office, find: Readonly<Record<string, unknown>>): Promise<unknown> {
  const added = await office.get('record.add', { type: 'suggestion', records: [{ title: '关于修路的建议', lead: { find } }] })
  return added.errors[0] ?? office.rec(added.ids[0] ?? '')?.fields['lead']
}

async function deputy(office: Office, name: string, more: Readonly<Record<string, string>> = {}, level = '5'): Promise<string> {
  const person = await office.add('person', { name, ...more })
  return office.add('mandate', { person, level })
}

test('a deputy is found by name, spaces and all, by the person, and by any other field', async () => {
  const office = await town()
  const zhang = await deputy(office, '张三')
  const wang = await deputy(office, '王五', { birth: '1981-02' })
  await deputy(office, '王五', { birth: '1979-11' })
  expect(await leadBy(office, { name: '张三' })).toBe(zhang)
  expect(await leadBy(office, { name: '张　三' })).toBe(zhang)
  expect(await leadBy(office, { person: { name: '王五', birth: '1981-02' } })).toBe(wang)
  expect(await leadBy(office, { person: { find: { name: '王五', birth: '1981-02' } } })).toBe(wang)
  expect(await leadBy(office, { id: wang })).toBe(wang)
})

test('two people of one name are never guessed', async () => {
  const office = await town()
  const two = [await deputy(office, '王五', { birth: '1981-02' }), await deputy(office, '王五', { birth: '1979-11' })]
  for (const id of two) await office.get('step.run', { id, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
  expect(await leadBy(office, { name: '王五' })).toEqual({ line: 1, code: 'ref-ambiguous', field: 'lead', detail: { find: { name: '王五' }, count: 2, ids: expect.any(Array) as unknown } })
  expect(await leadBy(office, { name: '赵六' })).toEqual({ line: 1, code: 'ref-not-found', field: 'lead', detail: { find: { name: '赵六' } } })
  expect(await leadBy(office, {})).toEqual({ line: 1, code: 'ref-not-found', field: 'lead', detail: { find: {} } })
})

test('of one person with several mandates the one in office is meant, and the town level before the county', async () => {
  const office = await town()
  const person = await office.add('person', { name: '张三' })
  const county = await office.add('mandate', { person, level: '县' })
  const own = await office.add('mandate', { person, level: '乡' })
  expect(await leadBy(office, { name: '张三' })).toMatchObject({ code: 'ref-ambiguous' })
  for (const id of [county, own]) await office.get('step.run', { id, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
  expect(await leadBy(office, { name: '张三' })).toBe(own)
  expect(await leadBy(office, { name: '张三', level: '县' })).toBe(county)
})

test('a number is a number whether typed as one or as text', async () => {
  const office = await town()
  const area = await office.add('constituency', { level: '5', no: '2', name: '石桥选区' })
  const session = await office.add('session', { no: 3 })
  const person = await office.add('person', { name: '张三' })
  for (const no of [2, '2']) {
    const { ids, errors } = await office.get('record.add', { type: 'mandate', records: [{ person, level: no === 2 ? '乡' : '县', constituency: { find: { no } } }] })
    expect(errors).toEqual([])
    expect(office.rec(ids[0] ?? '')?.fields['constituency']).toBe(area)
  }
  for (const no of [3, '3']) {
    const { ids } = await office.get('record.add', { type: 'suggestion', records: [{ title: '关于修路的建议', session: { find: { no } } }] })
    expect(office.rec(ids[0] ?? '')?.fields['session']).toBe(session)
  }
})

test('references inside lists and rows are found too, and the one that is not is named by its place', async () => {
  const office = await town()
  const [zhang, li] = [await deputy(office, '张三'), await deputy(office, '李四')]
  const added = await office.get('record.add', {
    type: 'group',
    records: [
      { kind: '代表小组', name: '一组', members: [{ mandate: { find: { name: '张三' } } }, { mandate: { find: { name: '李四' } }, from_on: '2022-01-01' }] },
      { kind: '代表小组', name: '二组', members: [{ mandate: { find: { name: '张三' } } }, { mandate: { find: { name: '没有' } } }] },
    ],
  })
  expect(office.rec(added.ids[0] ?? '')?.fields['members']).toEqual([{ mandate: zhang }, { mandate: li, from_on: '2022-01-01' }])
  expect(added.errors).toEqual([{ line: 2, code: 'ref-not-found', field: 'members.1.mandate', detail: { find: { name: '没有' } } }])
  const both = await office.get('record.add', { type: 'suggestion', records: [{ title: '甲', cosign: [{ find: { name: '张三' } }, li] }, { title: '乙', cosign: { find: { name: '张三' } } }] })
  expect(both.ids.map((id) => office.rec(id)?.fields['cosign'])).toEqual([[zhang, li], [zhang]])
})

test('two records of different kinds that answer to one name are not guessed either', async () => {
  const office = await town()
  await office.add('activity', { kind: '02', title: '同名的事' })
  await office.add('training', { kind: '2', title: '同名的事', start_on: '2026-02-01' })
  const mandate = await deputy(office, '张三')
  const added = await office.get('record.add', {
    type: 'participation',
    records: [{ event: { find: { title: '同名的事' } }, mandate, state: '出席' }, { event: { find: { type: 'activity', title: '同名的事' } }, mandate, state: '出席' }],
  })
  expect(added.errors.map(({ line, code, field }) => [line, code, field])).toEqual([[1, 'ref-ambiguous', 'event']])
  expect(added.added).toBe(1)
})
