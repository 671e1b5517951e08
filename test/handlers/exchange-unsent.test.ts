import { expect, test } from 'vitest'
import { paired, trip } from './support/offices'

test('what the county lacks is listed by name, newest first, and gone once the receipt says that it has it', async () => {
  const { county, town, stick } = await paired()
  await trip({ county, stick }, town)
  const gone = await town.add('organisation', { name: '旧水利站' })
  await trip({ county, stick }, town)
  const person = await town.add('person', { name: '甲' })
  await town.get('record.delete', { id: gone, reason: '撤销' })
  const list = await town.get('exchange.unsent', {})
  expect(list).toEqual({
    total: 2,
    rows: [
      { id: gone, type: 'organisation', title: '旧水利站', note: expect.stringMatching(/ · 已删除$/u) as string, date: '2026-03-03' },
      { id: person, type: 'person', title: '甲', note: '人员', date: '2026-03-03' },
    ],
  })
  expect(await town.get('exchange.unsent', { limit: 1 })).toEqual({ total: 2, rows: list.rows.slice(0, 1) })
  await trip({ county, stick }, town)
  expect(await town.get('exchange.unsent', {})).toEqual({ total: 0, rows: [] })
})

test('what hangs on an activity or a deputy is told with it, and the card counts affairs', async () => {
  const { town } = await paired()
  const before = new Map((await town.get('exchange.state', {})).unsent.groups.map(({ label, count }) => [label, count]))
  const term = (await town.get('record.list', { type: 'term' })).rows[0]!.id
  const people = await Promise.all(['甲', '乙', '丙'].map((name) => town.add('person', { name })))
  const mandates = []
  for (const person of people) mandates.push(await town.add('mandate', { person, term, level: '5' }))
  const held = await town.add('activity', { kind: '01', title: '视察河道', start_on: '2026-03-02' })
  for (const mandate of mandates) await town.add('participation', { event: held, mandate, state: '1' })
  const { groups, records } = (await town.get('exchange.state', {})).unsent
  expect(groups.filter(({ label }) => ['活动', '代表'].includes(label)).map(({ label, count, unit }) => `${label}${String(count - (before.get(label) ?? 0))}${unit}`).sort()).toEqual(['代表3名', '活动1次'])
  expect(records).toBeGreaterThan(groups.reduce((sum, group) => sum + group.count, 0))
  const list = await town.get('exchange.unsent', {})
  expect(list.rows.filter(({ type }) => ['participation', 'person'].includes(type))).toEqual([])
  expect(list.rows.find(({ id }) => id === held)?.note).toBe('代表活动，连同明细 3 条')
})
