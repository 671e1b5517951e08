import { expect, test } from 'vitest'
import { Clock, makeOffice, qingshi } from './support/offices'

test('home does not say that nothing was late beside a rate that says otherwise', async () => {
  const clock = new Clock()
  const town = await makeOffice('town', qingshi, '青石镇', clock)
  const lead = await town.add('mandate', { person: await town.add('person', { name: '周维安' }), level: '5', nth: 1, as_history: true, status: '在任', confirm_on: '2021-12-20' })
  const host = await town.add('organisation', { name: '镇村镇建设办' })
  const inTime = async () => (await town.get('home.get', {})).figures.find((one) => one.indicator === 'B5.10')
  expect(await inTime()).toMatchObject({ value: null, sub: '没有逾期' })
  const { record } = await town.get('record.quick', {
    type: 'suggestion', fields: { title: '关于修桥的建议' },
    steps: [{ step: 'submit', fields: { raised_on: '2026-03-01', lead, period: '闭会期间' } }, { step: 'review', fields: { review_on: '2026-03-01', accept: '立案' } }, { step: 'assign', fields: { assigned_on: '2026-03-01', host } }],
  })
  clock.forward(100)
  expect(await inTime()).toMatchObject({ sub: '1 件逾期', warn: true })
  await town.get('step.run', { id: record.id, step: 'communicate', fields: { date: '2026-06-05', mode: '1' } })
  await town.get('step.run', { id: record.id, step: 'reply', fields: { reply_on: '2026-06-08', result_class: 'A' } })
  expect(await inTime()).toMatchObject({ value: 0, sub: '有的答复晚于期限', warn: false })
})
