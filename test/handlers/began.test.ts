import { expect, test } from 'vitest'
import { Clock, makeOffice, paired, qingshi, trip } from './support/offices'

test('the day from which an office keeps its records is said, travels to the county, and can be put right and taken back', async () => {
  const { county, town, stick } = await paired()
  const due = (state: string) => town.get('todo.list', {}).then(({ items }) => items.filter((todo) => todo.rule === 'presidium.interval' && todo.state === state).length)
  expect((await town.get('office.state', {})).office).not.toHaveProperty('began_on')
  expect(await town.ask('office.began', { on: '2030-01-01' })).toMatchObject({ ok: false, code: 'date-future', field: 'on' })
  const today = (await town.get('office.state', {})).office?.today ?? ''
  expect((await town.get('office.began', { on: today })).office.began_on).toBe(today)
  expect(await due('late')).toBe(0)
  await trip({ county, stick }, town)
  const told = (await county.get('record.list', { type: 'office', town: qingshi })).rows
  expect(told.map((rec) => rec.fields['began_on'])).toEqual([today])
  // The form of the office keeps what it does not ask for.
  const own = (await town.get('record.list', { type: 'office' })).rows[0]!
  await town.get('record.set', { id: own.id, fields: { chair: '周维安' } })
  expect((await town.get('office.state', {})).office).toMatchObject({ chair: '周维安', began_on: today })
  expect((await town.get('office.began', {})).office).not.toHaveProperty('began_on')
})

test('an office may begin with a day', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  await office.get('office.began', { on: '2026-01-01' })
  expect((await office.get('office.state', {})).office?.began_on).toBe('2026-01-01')
})

test('an office that never said the day is offered the day of its first record, and nothing is taken over unasked', async () => {
  const clock = new Clock()
  const office = await makeOffice('town', qingshi, '青石镇', clock)
  const begun = async () => {
    const { today, began_on, began_proposed } = (await office.get('office.state', {})).office ?? {}
    return { today, began_on, began_proposed }
  }
  const first = (await begun()).today
  clock.forward(40)
  await office.add('person', { name: '何秀兰' })
  const later = await begun()
  expect(later.today === first).toBe(false)
  expect(later).toMatchObject({ began_on: undefined, began_proposed: first })
  await office.get('office.began', { on: first ?? '' })
  expect(await begun()).toMatchObject({ began_on: first, began_proposed: undefined })
})

test('whoever the list of the presidium names as its chair need not be typed again', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const mandate = await office.add('mandate', { person: await office.add('person', { name: '周维安' }), level: '5', nth: 1 })
  await office.add('presidium_member', { mandate, role: '1', from_on: '2021-12-20' })
  expect((await office.get('office.state', {})).office?.chair).toBe('周维安')
})
