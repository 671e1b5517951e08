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

test('the list of suggestions goes by what each waits for now: the most urgent first, what waits for nothing last, page by page', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const host = await office.add('organisation', { name: '村镇建设办' })
  const person = await office.add('person', { name: '何秀兰' })
  const term = (await office.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
  const lead = await office.add('mandate', { person, term, level: '5', elect_kind: '1' })
  const assigned = (title: string, day: string) => office.get('record.quick', {
    type: 'suggestion', fields: { title, body: '路坏了', lead, raised_on: '2025-11-01', period: '2' },
    steps: [{ step: 'submit', fields: {} }, { step: 'review', fields: { review_on: '2025-11-02', accept: '1' } }, { step: 'assign', fields: { assigned_on: day, host } }],
  })
  await assigned('一月才交办的', '2026-01-05')
  const answered = (await assigned('已经答复的', '2025-11-03')).record.id
  await office.get('step.run', { id: answered, step: 'communicate', fields: { date: '2025-11-20', mode: '1' } })
  await office.get('step.run', { id: answered, step: 'reply', fields: { reply_on: '2026-02-20', result_class: 'A' } })
  await assigned('十二月交办的', '2025-12-03')
  await office.add('suggestion', { title: '还是草稿的', lead })
  const titles = async (descending: boolean): Promise<readonly string[]> => {
    const found: string[] = []
    for (let after: string | null = null; ;) {
      const page: { rows: readonly { fields: Readonly<Record<string, unknown>> }[]; next: string | null } = await office.get('record.list', { type: 'suggestion', sort: 'due_on', descending, limit: 2, ...(after === null ? {} : { after }) })
      found.push(...page.rows.map(({ fields }) => String(fields['title'])))
      after = page.next
      if (after === null) return found
    }
  }
  expect(await titles(false)).toEqual(['十二月交办的', '已经答复的', '一月才交办的', '还是草稿的'])
  expect(await titles(true)).toEqual(['一月才交办的', '已经答复的', '十二月交办的', '还是草稿的'])
})
