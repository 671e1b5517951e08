import { expect, test } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

interface Groups {
  readonly office: Office
  readonly deputy: string
  readonly first: string
  readonly second: string
}

async function groups(): Promise<Groups> {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const deputies: string[] = []
  for (const name of ['何秀兰', '陈国梁']) deputies.push(await office.add('mandate', { person: await office.add('person', { name }), level: '5', nth: 1, as_history: true, status: '在任', confirm_on: '2021-12-20' }))
  const [deputy = '', other = ''] = deputies
  const first = await office.add('group', { kind: '1', name: '第一代表小组', leader: deputy, members: [{ mandate: deputy, from_on: '2021-12-20' }, { mandate: other }] })
  const second = await office.add('group', { kind: '1', name: '第二代表小组' })
  await office.add('group', { kind: '3', name: '第一代表团', members: [{ mandate: deputy }] })
  return { office, deputy, first, second }
}

const members = ({ office }: Groups, id: string) => (office.rec(id)?.fields['members'] ?? []) as readonly Readonly<Record<string, unknown>>[]
const groupOf = async ({ office }: Groups, at: string) => (await office.get('deputies.list', { at })).rows.find((row) => row.name === '何秀兰')?.group

test('a deputy changes the group on a day: the old list ends the day before, no leader is left behind, and one undo takes both back', async () => {
  const all = await groups()
  const { office, deputy, first, second } = all
  const moved = await office.get('group.move', { mandate: deputy, to: second, on: '2026-03-01' })
  expect([members(all, first)[0], members(all, second), office.rec(first)?.fields['leader']]).toEqual([
    { mandate: deputy, from_on: '2021-12-20', to_on: '2026-02-28' }, [{ mandate: deputy, from_on: '2026-03-01' }], undefined,
  ])
  expect([await groupOf(all, '2026-02-28'), await groupOf(all, '2026-03-01')]).toEqual(['第一代表小组', '第二代表小组'])
  // 代表团 is another kind of group and stays.
  expect(members(all, office.store.lookup().all('group').find((one) => one.fields['name'] === '第一代表团')?.id ?? '')).toEqual([{ mandate: deputy }])
  await office.get('record.undo', { id: moved.id, version: moved.version ?? '' })
  expect([members(all, first)[0], members(all, second), office.rec(first)?.fields['leader']]).toEqual([{ mandate: deputy, from_on: '2021-12-20' }, [], deputy])
})

test('who is in it already stays as it is; a move that was entered wrongly is put right by another one on the same day; nobody moves tomorrow', async () => {
  const all = await groups()
  const { office, deputy, first, second } = all
  expect(await office.get('group.move', { mandate: deputy, to: first, on: '2026-03-01' })).toEqual({ id: first, version: null })
  await office.get('group.move', { mandate: deputy, to: second, on: '2026-03-01' })
  await office.get('group.move', { mandate: deputy, to: first, on: '2026-03-01' })
  expect([members(all, second), await groupOf(all, '2026-03-02')]).toEqual([[], '第一代表小组'])
  expect(await office.ask('group.move', { mandate: deputy, to: second, on: '2026-03-20' })).toMatchObject({ ok: false, code: 'date-future' })
  expect(await office.ask('group.move', { mandate: first, to: second, on: '2026-03-01' })).toMatchObject({ ok: false, code: 'not-found', field: 'mandate' })
})

test('the groups that a new term begins with stand in their order and count nobody who has left', async () => {
  const all = await groups()
  const { office, deputy } = all
  await office.add('group', { kind: '1', name: '第三代表小组' })
  await office.get('step.run', { id: deputy, step: 'die', fields: { event_on: '2026-02-20' } })
  expect((await office.get('term.plan', {})).groups.map(({ name, members: count }) => [name, count])).toEqual([['第一代表团', 0], ['第一代表小组', 1], ['第二代表小组', 0], ['第三代表小组', 0]])
})
