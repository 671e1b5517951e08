import { expect, it } from 'vitest'
import { Clock, makeOffice, qingshi } from './support/offices'

it('the same field of several records is changed in one entry; what one record refuses is named, and one undo brings all back', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const paper = (title: string, more = {}): Promise<string> => office.add('document', { kind: '09', title, ...more })
  const [one, two, three] = [await paper('议事规则', { effective_on: '2025-01-01' }), await paper('接待日制度', { effective_on: '2026-02-01' }), await paper('视察制度')]
  const signed = await office.get('record.set-many', { ids: [one, two, three, one], fields: { signer: '徐立新' } })
  expect([signed.done, signed.errors]).toEqual([3, []])
  expect([one, two, three].map((id) => office.rec(id)?.fields['signer'])).toEqual(['徐立新', '徐立新', '徐立新'])
  const repealed = await office.get('record.set-many', { ids: [one, two, 'x'.repeat(26)], fields: { repealed_on: '2026-01-15' } })
  expect([repealed.done, repealed.errors.map(({ title, code, field }) => [title, code, field])]).toEqual([1, [['接待日制度', 'date-order', 'repealed_on'], ['', 'not-found', undefined]]])
  await office.get('record.undo', { id: repealed.undo ?? '' })
  expect(office.rec(one)?.fields['repealed_on']).toBeUndefined()
  // Saved already: nothing to do, and nothing to undo.
  expect(await office.get('record.set-many', { ids: [one], fields: { signer: '徐立新' } })).toEqual({ done: 0, undo: null, errors: [] })
})

it('an undo of a change of many takes all of them back', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const ids = [await office.add('organisation', { name: '水利站' }), await office.add('organisation', { name: '供电所' })]
  const { undo } = await office.get('record.set-many', { ids, fields: { head: '周小满' } })
  await office.get('record.undo', { id: undo ?? '' })
  expect(ids.map((id) => office.rec(id)?.fields['head'])).toEqual([undefined, undefined])
})
