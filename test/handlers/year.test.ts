import { expect, test } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

/** 青石镇 with a suggestion of 2 March 2026 that is assigned and due on 2 June. */
async function withSuggestion(): Promise<{ office: Office; id: string }> {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const unit = await office.add('organisation', { name: '镇村镇建设办' })
  const made = await office.get('record.quick', {
    type: 'suggestion', fields: { title: '关于修桥的建议' },
    steps: [{ step: 'submit', fields: { raised_on: '2026-03-01', period: '闭会期间', lead: await lead(office) } }, { step: 'review', fields: { review_on: '2026-03-01', accept: '立案' } }, { step: 'assign', fields: { assigned_on: '2026-03-02', host: unit } }],
  })
  return { office, id: made.record.id }
}

async function lead(office: Office): Promise<string> {
  const person = await office.add('person', { name: '周维安' })
  return office.add('mandate', { person, level: '乡', nth: 1, as_history: true, status: '在任', confirm_on: '2021-12-20' })
}

const reminder = async (office: Office, id: string) => (await office.get('todo.list', {})).items.find((todo) => todo.id === id)

test('a reminder that is put off needs a reason, comes back on its day, and the putting off can be undone', async () => {
  const { office, id } = await withSuggestion()
  const todo = `suggest.reply.normal:${id}`
  expect(await reminder(office, todo)).toMatchObject({ due_on: '2026-06-02', state: 'later', owner: '镇村镇建设办' })
  expect(await office.ask('todo.snooze', { id: todo, to: '2026-04-01', reason: ' ' })).toMatchObject({ ok: false, code: 'reason-needed' })
  expect(await office.ask('todo.snooze', { id: todo, to: '2026-03-02', reason: '等材料' })).toMatchObject({ ok: false, code: 'date-order' })
  expect(await office.ask('todo.snooze', { id: 'suggest.reply.normal:nobody', to: '2026-04-01', reason: '等材料' })).toMatchObject({ ok: false, code: 'not-found' })
  const { record } = await office.get('todo.snooze', { id: todo, to: '2026-04-01', reason: '等材料' })
  expect(record).toMatchObject({ type: 'task', status: '待办', fields: { rule: 'suggest.reply.normal', about: id, due_on: '2026-06-02', snoozed_to: '2026-04-01', snooze_reason: '等材料' } })
  expect(await reminder(office, todo)).toBeUndefined()
  await office.get('record.undo', { id: record.id, version: record.version })
  expect(await reminder(office, todo)).toBeDefined()
  await office.get('todo.snooze', { id: todo, to: '2026-04-01', reason: '等材料' })
  office.clock.forward(30)
  expect(await reminder(office, todo)).toMatchObject({ due_on: '2026-06-02' })
  // and again, in the same row
  await office.get('todo.snooze', { id: todo, to: '2026-05-01', reason: '还在等' })
  expect((await office.get('record.list', { type: 'task' })).rows.map((row) => row.fields['snooze_reason'])).toEqual(['还在等'])
})

test('what no record settles is ticked off by hand, one promise at a time', async () => {
  const { office, id } = await withSuggestion()
  for (const content of ['硬化路面', '装路灯']) await office.get('step.run', { step: 'promise', id, fields: { content, due: '2026-05-01' } })
  const promises = (await office.get('todo.list', {})).items.filter((todo) => todo.rule === 'promise.due')
  expect(promises).toHaveLength(2)
  await office.get('todo.finish', { id: promises[0]?.id ?? '' })
  expect((await office.get('todo.list', {})).items.filter((todo) => todo.rule === 'promise.due').map((todo) => todo.id)).toEqual([promises[1]?.id])
  await office.get('todo.finish', { id: 'year.plan:2026' })
  expect(await reminder(office, 'year.plan:2026')).toBeUndefined()
  office.clock.forward(365)
  expect(await reminder(office, 'year.plan:2027')).toBeDefined()
})

test('a task that somebody typed is put off and finished itself', async () => {
  const { office } = await withSuggestion()
  const id = await office.add('task', { title: '订会议室', due_on: '2026-03-10' })
  await office.get('todo.snooze', { id: `task.due:${id}`, to: '2026-03-08', reason: '没有人接电话' })
  expect(office.rec(id)?.fields['snoozed_to']).toBe('2026-03-08')
  office.clock.forward(7)
  await office.get('todo.finish', { id: `task.due:${id}` })
  expect(office.rec(id)?.status).toBe('完成')
})

test('a month shows holidays, worked Saturdays, what is due and what happens', async () => {
  const { office, id } = await withSuggestion()
  const meeting = await office.add('presidium_meeting', { no: 1, held_on: '2026-06-12' })
  const june = await office.get('calendar.get', { from: '2026-06-01', to: '2026-06-30' })
  expect(june.days.filter((day) => day.kind === 'off').map((day) => day.day)).toEqual(['2026-06-19', '2026-06-20', '2026-06-21'])
  expect(june.todos.map((todo) => [todo.due_on, todo.id])).toContainEqual(['2026-06-02', `suggest.reply.normal:${id}`])
  expect(june.events.map((event) => [event.day, event.id])).toEqual([['2026-06-12', meeting]])
  const may = await office.get('calendar.get', { from: '2026-05-01', to: '2026-05-31' })
  expect(may.days.filter((day) => day.kind === 'worked').map((day) => day.day)).toEqual(['2026-05-09'])
  expect((await office.get('calendar.get', { from: '2036-01-01', to: '2036-01-31' })).days.every((day) => !day.known)).toBe(true)
  expect(await office.ask('calendar.get', { from: '2026-06-01', to: '2026-05-01' })).toMatchObject({ ok: false, code: 'date-order' })
  expect(await office.ask('calendar.get', { from: '2026-06-01', to: '2027-05-01' })).toMatchObject({ ok: false, code: 'out-of-range' })
})

test('the page of the year ticks itself when the record is entered', async () => {
  const { office } = await withSuggestion()
  const plan = async () => (await office.get('year.get', {})).duties.find((duty) => duty.key === 'plan')
  expect(await plan()).toMatchObject({ state: 'open', have: 0 })
  const id = await office.add('plan_item', { year: 2026, item: '视察农村饮水' })
  expect(await plan()).toMatchObject({ state: 'done', have: 1, ids: [id] })
  const page = await office.get('year.get', {})
  expect([page.year, page.first, page.titles[id]?.title]).toEqual([2026, 2021, '视察农村饮水'])
  expect((await office.get('year.get', { year: 2024 })).duties.filter((duty) => duty.state === 'done')).toEqual([])
})

