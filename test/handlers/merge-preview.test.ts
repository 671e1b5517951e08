import { beforeEach, describe, expect, test } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

let office: Office
let term: string

beforeEach(async () => {
  office = await makeOffice('town', qingshi, '青石镇', new Clock())
  term = (await office.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
})

async function deputy(fields: Readonly<Record<string, string>>): Promise<{ readonly person: string; readonly mandate: string }> {
  const person = await office.add('person', fields)
  const mandate = await office.add('mandate', { person, term, level: '5', elect_kind: '1' })
  await office.get('step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
  return { person, mandate }
}

const inOffice = async (): Promise<number> => (await office.get('deputies.list', {})).rows.length

describe('A deputy who was written down twice', () => {
  test('is found as a pair, shown side by side with what would move, merged, and parted again by 撤销', async () => {
    const kept = await deputy({ name: '何秀兰', birth: '1978-03', work_unit: '石桥村委会' })
    const twin = await deputy({ name: '何秀兰', birth: '1978-03', native_place: '青石镇' })
    await office.get('record.quick', { type: 'suggestion', fields: { title: '关于修路的建议', lead: twin.mandate }, steps: [] })
    const { pairs } = await office.get('merge.pairs', {})
    expect(pairs.map((pair) => [pair.one.id, pair.other.id].sort())).toEqual([[kept.person, twin.person].sort()])

    const seen = await office.get('merge.preview', { from: twin.person, into: kept.person })
    expect({ taken: seen.taken, differing: seen.differing, different: seen.different_person }).toEqual({ taken: ['native_place'], differing: [], different: false })
    expect(seen.moved.map(({ type, count }) => [type, count])).toEqual([['mandate', 1]])
    expect(await inOffice()).toBe(2)

    const merged = await office.get('record.merge', { from: twin.person, into: kept.person, reason: '同一人登记了两次' })
    expect(merged.fields).toMatchObject({ name: '何秀兰', work_unit: '石桥村委会', native_place: '青石镇' })
    expect(await inOffice()).toBe(1)
    expect((await office.get('merge.pairs', {})).pairs).toEqual([])
    const lead = (await office.get('record.list', { type: 'suggestion' })).rows[0]?.fields['lead']
    expect(lead).toBe(kept.mandate)

    await office.get('record.undo', { id: twin.person })
    expect(await inOffice()).toBe(2)
    expect((await office.get('merge.pairs', {})).pairs.length).toBe(1)
  })

  test('is two people where the ID numbers differ, and is never asked about again once that is said', async () => {
    const one = await deputy({ name: '陈国梁', birth: '1970-05' })
    const other = await deputy({ name: '陈国梁', birth: '1970-05' })
    await office.add('person_private', { person: one.person, id_no: '11010519491231002X' })
    await office.add('person_private', { person: other.person, id_no: '440524188001010014' })
    expect((await office.get('merge.pairs', {})).pairs).toEqual([])
    expect((await office.get('merge.preview', { from: other.person, into: one.person })).different_person).toBe(true)
    expect(await office.ask('record.merge', { from: other.person, into: one.person, reason: '同一人登记了两次' })).toMatchObject({ ok: false, code: 'different-person' })

    const namesake = await deputy({ name: '邵长明', birth: '1980-01' })
    const second = await deputy({ name: '邵长明', birth: '1980-01' })
    expect((await office.get('merge.pairs', {})).pairs.length).toBe(1)
    await office.get('record.set', { id: namesake.person, fields: { distinct_from: [second.person] } })
    expect((await office.get('merge.pairs', {})).pairs).toEqual([])
  })

  test('cannot be compared with itself or with something of another kind', async () => {
    const { person, mandate } = await deputy({ name: '何秀兰' })
    expect(await office.ask('merge.preview', { from: person, into: person })).toMatchObject({ ok: false, code: 'same-record' })
    expect(await office.ask('merge.preview', { from: person, into: mandate })).toMatchObject({ ok: false, code: 'bad-input', field: 'into' })
    expect(await office.ask('merge.preview', { from: 'a'.repeat(26), into: person })).toMatchObject({ ok: false, code: 'not-found', field: 'from' })
  })
})
