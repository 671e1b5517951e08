import { beforeEach, describe, expect, test } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

const day = '2026-03-01'
let office: Office
let deputies: readonly string[]
let term: string

beforeEach(async () => {
  office = await makeOffice('town', qingshi, '青石镇', new Clock())
  term = (await office.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
  const made: string[] = []
  for (const name of ['何秀兰', '陈国梁', '邵长明', '吴月琴']) {
    const person = await office.add('person', { name })
    const mandate = await office.add('mandate', { person, term, level: '5', elect_kind: '1' })
    await office.get('step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
    made.push(mandate)
  }
  deputies = made
})

describe('who is expected at a meeting', () => {
  test('all deputies at a session, the members that day at a presidium meeting, with the next number', async () => {
    await office.add('presidium_member', { mandate: deputies[0], from_on: '2022-01-01', role: '1' })
    await office.add('presidium_member', { mandate: deputies[1], from_on: '2022-01-01', to_on: '2025-12-31', role: '3' })
    await office.get('record.quick', { type: 'presidium_meeting', fields: { term, no: 4, held_on: '2026-01-05', chair: '何秀兰', place: '镇会议室' } })
    const session = await office.get('meeting.expected', { type: 'session', day })
    expect([session.total, new Set(session.mandates), session.no]).toEqual([4, new Set(deputies), 1])
    expect(await office.get('meeting.expected', { type: 'presidium_meeting', day })).toEqual({ term, total: 1, mandates: [deputies[0]], left_out: [], no: 5, chair: '何秀兰', place: '镇会议室' })
    expect((await office.get('meeting.expected', { type: 'presidium_meeting', day: '2025-06-01' })).total).toBe(2)
  })
})

describe('an agenda', () => {
  async function session() {
    const { record } = await office.get('record.quick', {
      type: 'session', fields: { no: 1, start_on: day }, side: ['政府工作报告', '预算报告'].map((title, index) => ({ type: 'agenda_item', parent: 'session', fields: { no: index + 1, title } })),
    })
    return record
  }
  const items = async (id: string) => ((await office.get('record.page', { id })).children.find((list) => list.type === 'agenda_item')?.rows ?? [])

  test('is put in another order in one commit, and goes back in one press', async () => {
    const rec = await session()
    const rows = await items(rec.id)
    const swapped = await office.get('record.quick', {
      type: 'session', id: rec.id, fields: {}, side: rows.map((row) => ({ type: 'agenda_item', parent: 'session', id: row.id, fields: { no: 3 - Number(row.fields['no']) } })),
    })
    const order = async () => [...await items(rec.id)].sort((a, b) => Number(a.fields['no']) - Number(b.fields['no'])).map((row) => row.fields['title'])
    expect(await order()).toEqual(['预算报告', '政府工作报告'])
    expect(swapped.record.version).toBe(rec.version)
    await office.get('record.undo', { id: swapped.ids[0] ?? '' })
    expect(await order()).toEqual(['政府工作报告', '预算报告'])
  })

  test('item gets its vote with the vote itself', async () => {
    const rec = await session()
    const [first] = await items(rec.id)
    const vote = await office.get('record.quick', {
      type: 'vote', fields: { meeting: rec.id, subject: '政府工作报告', kind: '1', method: '1', total: 4, present: 4, for_count: 3, against_count: 1, abstain_count: 0 },
      side: [{ type: 'agenda_item', parent: 'vote', id: first?.id ?? '', fields: {} }],
    })
    expect([vote.record.fields['result'], office.rec(first?.id ?? '')?.fields['vote']]).toEqual(['1', vote.record.id])
  })

  test('candidates whom too few deputies nominate together are said, by the number that the office has set (组织法第26条)', async () => {
    const rec = await session()
    const candidates = [{ name: '甲', nominated_by: '2', nominators: 9 }, { name: '乙', nominated_by: '2', nominators: 10 }, { name: '丙', nominated_by: '1' }]
    const said = async (subject: string) =>
      (await office.get('record.quick', { type: 'vote', fields: { meeting: rec.id, subject, kind: '2', candidates } })).warnings.map((one) => [one.code, one.detail?.['names'], one.detail?.['need']])
    expect(await said('选举主席')).toEqual([['too-few-cosigners', '甲', 10]])
    await office.get('rules.set', { key: 'candidate.min', n: 11, source: '本省条例' })
    expect(await said('选举副主席')).toEqual([['too-few-cosigners', '甲、乙', 11]])
  })

  test('of another kind is not taken for a standing child', async () => {
    const rec = await session()
    expect((await office.ask('record.quick', { type: 'session', id: rec.id, fields: {}, side: [{ type: 'agenda_item', parent: 'session', id: deputies[0] ?? '', fields: {} }] })).ok).toBe(false)
  })
})
