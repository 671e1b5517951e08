import { expect, test } from 'vitest'
import { statusAt } from '../../shared/facts'
import { deputyCommand } from '../../renderer/screens/deputies/new-deputy'
import { Clock, folder, Office, password, qingshi } from './support/offices'

async function town(): Promise<{ readonly office: Office; readonly term: string }> {
  const office = new Office(folder(), new Clock())
  await office.get('office.init', { role: 'town', code: qingshi, name: '青石镇', county_name: '南部县', province: '四川', term: 19, term_start: '2021-12-20', quota: 60, password, by: '主席' })
  return { office, term: office.desk.store.lookup().all('term')[0]?.id ?? '' }
}

const typed = (term: string, more: Readonly<Record<string, unknown>> = {}) =>
  ({ 'person.name': '苗青山', 'person.sex': '1', 'person_private.phone': '13800000001', 'mandate.term': term, 'mandate.level': '5', ...more })

test('a new deputy with a day of confirmation sits from that day on, and one undo takes the whole entry back', async () => {
  const { office, term } = await town()
  const { record, ids } = await office.get('record.quick', deputyCommand(typed(term, { 'mandate.confirm_on': '2021-12-22' }), null, 'dr1'))
  expect(ids).toHaveLength(3)
  const mandate = office.desk.store.get(ids[2] ?? '')
  expect(mandate).toMatchObject({ type: 'mandate', status: '在任', fields: { person: record.id, term, confirm_on: '2021-12-22' } })
  expect([statusAt(mandate!, '2021-12-21'), statusAt(mandate!, '2021-12-22')]).toEqual([null, '在任'])
  expect((await office.get('deputies.list', {})).rows.map(({ name, phone }) => [name, phone])).toEqual([['苗青山', '138****0001']])
  await office.get('record.undo', { id: record.id, version: record.version })
  expect((await office.get('deputies.list', {})).rows).toEqual([])
})

test('a new deputy without one waits for the confirmation', async () => {
  const { office, term } = await town()
  const { ids } = await office.get('record.quick', deputyCommand(typed(term), null, 'dr1'))
  expect(office.desk.store.get(ids[2] ?? '')?.status).toBe('当选待确认')
  await office.get('step.run', { step: 'confirm', id: ids[2] ?? '', fields: { confirm_on: '2022-01-05' } })
  expect(office.desk.store.get(ids[2] ?? '')?.status).toBe('在任')
})

test('somebody who is on record gets the mandate and keeps the rest', async () => {
  const { office, term } = await town()
  const [person = ''] = (await office.get('record.add', { type: 'person', records: [{ name: '苗青山', birth: '1980-05' }] })).ids
  const { record, ids } = await office.get('record.quick', deputyCommand(typed(term), person, 'dr1'))
  expect(record).toMatchObject({ id: person, fields: { name: '苗青山', birth: '1980-05', sex: '1' } })
  expect(ids).toHaveLength(2)
  expect(office.desk.store.lookup().all('person')).toHaveLength(1)
})

test('every way of leaving asks in its own words, and offers only the grounds that it is for', async () => {
  const { office, term } = await town()
  const { ids } = await office.get('record.quick', deputyCommand(typed(term, { 'mandate.confirm_on': '2021-12-22' }), null, 'dr1'))
  const asked = async (name: string) => (await office.get('record.page', { id: ids[2] ?? '' })).steps.find((step) => step.name === name)?.inputs.map(({ key, field }) => [key, field.label, field.only ?? null])
  expect(await asked('die')).toEqual([['event_on', '去世日期', null], ['announce_no', '公告文号', null]])
  expect(await asked('resign')).toEqual([['event_on', '书面辞职日期', null], ['end_reason', '辞职方式', ['2a', '2b']]])
  expect((await asked('report_end'))?.slice(1)).toEqual([['event_on', '事由发生日', null], ['end_reason', '终止原因', ['1', '3', '5', '6', '7']]])
  expect((await asked('end'))?.[1]).toEqual(['end_reason', '终止原因', ['4']])
})
