import { expect, test } from 'vitest'
import { paired, trip } from './support/offices'

test('what the county lacks is listed by name, newest first, and gone once the receipt says that it has it', async () => {
  const { county, town, stick } = await paired()
  await trip({ county, stick }, town)
  const gone = await town.add('organisation', { name: '旧水利站' })
  await trip({ county, stick }, town)
  const person = await town.add('person', { name: '甲' })
  await town.get('record.delete', { id: gone, reason: '撤销' })
  const state = await town.get('exchange.state', {})
  const list = await town.get('exchange.unsent', {})
  expect(list).toEqual({
    total: state.unsent.records,
    rows: [
      { id: gone, type: 'organisation', title: '旧水利站', note: expect.stringMatching(/ · 已删除$/u) as string, date: '2026-03-03' },
      { id: person, type: 'person', title: '甲', note: '人员', date: '2026-03-03' },
    ],
  })
  expect(await town.get('exchange.unsent', { limit: 1 })).toEqual({ total: 2, rows: list.rows.slice(0, 1) })
  await trip({ county, stick }, town)
  expect(await town.get('exchange.unsent', {})).toEqual({ total: 0, rows: [] })
})
