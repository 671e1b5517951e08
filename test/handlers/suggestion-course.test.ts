import { expect, test } from 'vitest'
import { Clock, makeOffice, qingshi } from './support/offices'

test('the course of a suggestion comes from the store with the terms of the town, and of nothing else', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const host = await office.add('organisation', { name: '村镇建设办' })
  const person = await office.add('person', { name: '何秀兰' })
  const term = (await office.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
  const lead = await office.add('mandate', { person, term, level: '5', elect_kind: '1' })
  const { record } = await office.get('record.quick', {
    type: 'suggestion', fields: { title: '关于修路的建议', body: '路坏了', lead, raised_on: '2025-12-01', period: '2' },
    steps: [{ step: 'submit', fields: {} }, { step: 'review', fields: { review_on: '2025-12-02', accept: '1' } }, { step: 'assign', fields: { assigned_on: '2025-12-03', host } }],
  })
  const { timeline, needs } = await office.get('suggestion.course', { id: record.id })
  expect(timeline.past.map(({ label, on, who }) => [label, on, who])).toEqual([['提出', '2025-12-01', [lead]], ['立案', '2025-12-02', []], ['交办', '2025-12-03', [host]]])
  expect([timeline.next?.step, timeline.next?.term?.due_on, needs.map(({ label }) => label)]).toEqual(['reply', '2026-03-03', ['与代表沟通（0 次）']])
  expect(await office.ask('suggestion.course', { id: host })).toMatchObject({ ok: false, code: 'unknown-type' })
  expect(await office.ask('suggestion.course', { id: 'nobody' })).toMatchObject({ ok: false, code: 'not-found' })
})
