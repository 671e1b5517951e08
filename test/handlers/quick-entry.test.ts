import { beforeEach, describe, expect, test } from 'vitest'
import type { Rec } from '../../shared/record'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

const day = '2026-03-01'

/** Six deputies in office. */
async function town(): Promise<{ readonly office: Office; readonly deputies: readonly string[] }> {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const term = (await office.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
  const deputies: string[] = []
  for (const name of ['何秀兰', '陈国梁', '邵长明', '吴月琴', '丁永福', '方小娟']) {
    const person = await office.add('person', { name })
    const mandate = await office.add('mandate', { person, term, level: '5', elect_kind: '1' })
    await office.get('step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
    deputies.push(mandate)
  }
  return { office, deputies }
}

let made: Awaited<ReturnType<typeof town>>

beforeEach(async () => {
  made = await town()
})

const codes = (warnings: readonly { readonly code: string }[]): readonly string[] => warnings.map((one) => one.code)
const states = (rows: readonly Rec[]): readonly unknown[] => rows.map((row) => [row.fields['mandate'], row.fields['state'], row.fields['leave_reason'] ?? null])

describe('a meeting entered at once', () => {
  test('sees who came and what was decided before it asks for a quorum and for decisions', async () => {
    const { office, deputies } = made
    const meeting = await office.get('record.quick', {
      type: 'presidium_meeting', fields: { no: 1, held_on: day, members_total: 6 },
      steps: [{ step: 'open', fields: { held_on: day, members_total: 6 } }, { step: 'close', fields: { closed_on: day } }],
      side: [
        ...deputies.slice(0, 4).map((mandate) => ({ type: 'participation', parent: 'event', fields: { mandate, state: '1' } })),
        { type: 'decision', parent: 'meeting', fields: { no: 1, title: '召开第一次会议' } },
      ],
    })
    expect([meeting.record.status, meeting.record.fields['present'], meeting.record.fields['quorum_ok'], codes(meeting.warnings)]).toEqual(['已结束', 4, true, []])
  })

  test('still says so where too few came', async () => {
    const { office, deputies } = made
    const meeting = await office.get('record.quick', {
      type: 'session', fields: { no: 1, start_on: day }, steps: [{ step: 'open', fields: { start_on: day, total_deputies: 6 } }],
      side: deputies.slice(0, 3).map((mandate) => ({ type: 'attendance', parent: 'session', fields: { mandate, state: '1' } })),
    })
    expect(codes(meeting.warnings)).toEqual(['no-quorum'])
    expect(meeting.warnings[0]?.detail).toEqual({ present: 3, total: 6, need: 4 })
  })
})

describe('names that are ticked again', () => {
  test('change the lines that are there, add those that are not, and go back in one press', async () => {
    const { office, deputies } = made
    const [a = '', b = '', c = ''] = deputies
    const fields = { title: '走访', kind: '08' }
    const first = await office.get('record.quick', {
      type: 'activity', fields, steps: [{ step: 'hold', fields: { start_on: day, participants: [{ mandate: a, state: '1' }, { mandate: b, state: '2', leave_reason: '出差' }] } }],
    })
    const again = await office.get('record.quick', {
      type: 'activity', id: first.record.id, base: first.record.version, fields: {},
      side: [{ mandate: b, state: '3', leave_reason: null }, { mandate: c, state: '1' }].map((row) => ({ type: 'participation', parent: 'event', fields: row })),
    })
    const rows = async () => states((await office.get('record.page', { id: first.record.id })).children[0]?.rows ?? [])
    expect(new Set(await rows())).toEqual(new Set([[a, '1', null], [b, '3', null], [c, '1', null]]))
    expect(again.record.version).toBe(first.record.version)

    await office.get('record.undo', { id: again.ids[0] ?? '' })
    expect(new Set(await rows())).toEqual(new Set([[a, '1', null], [b, '2', '出差']]))
    expect(office.rec(first.record.id)?.status).toBe('已开展')
  })

  test('take people off the list in the same save, and undo brings them back', async () => {
    const { office, deputies } = made
    const [a = '', b = '', c = ''] = deputies
    const first = await office.get('record.quick', {
      type: 'activity', fields: { title: '走访', kind: '08' },
      steps: [{ step: 'hold', fields: { start_on: day, participants: [a, b, c].map((mandate) => ({ mandate, state: '1' })) } }],
    })
    const rows = async () => (await office.get('record.page', { id: first.record.id })).children[0]?.rows ?? []
    const idOf = async (mandate: string) => (await rows()).find((row) => row.fields['mandate'] === mandate)?.id ?? ''
    const drop = [await idOf(b), await idOf(c)]

    const titled = await office.get('record.quick', { type: 'activity', id: first.record.id, fields: { title: '走访村民' }, drop })
    expect(states(await rows())).toEqual([[a, '1', null]])
    await office.get('record.undo', { id: first.record.id, version: titled.record.version })
    expect(new Set(states(await rows()))).toEqual(new Set([[a, '1', null], [b, '1', null], [c, '1', null]]))
    expect(office.rec(first.record.id)?.fields['title']).toBe('走访')

    const only = await office.get('record.quick', { type: 'activity', id: first.record.id, fields: {}, drop })
    expect(states(await rows())).toEqual([[a, '1', null]])
    await office.get('record.undo', { id: only.ids[0] ?? '' })
    expect(new Set(states(await rows()))).toEqual(new Set([[a, '1', null], [b, '1', null], [c, '1', null]]))
  })

  test('never take off what belongs to something else', async () => {
    const { office, deputies } = made
    const { record } = await office.get('record.quick', { type: 'activity', fields: { title: '走访', kind: '08' } })
    const answer = await office.ask('record.quick', { type: 'activity', id: record.id, fields: {}, drop: [deputies[0] ?? ''] })
    expect(answer).toMatchObject({ ok: false, code: 'bad-ref', field: 'drop' })
  })
})

describe('an answer and its rating from one sheet', () => {
  async function assigned() {
    const { office, deputies } = made
    const host = await office.add('organisation', { name: '村镇建设办' })
    const { record } = await office.get('record.quick', {
      type: 'suggestion', fields: { title: '关于修路的建议', body: '路坏了', lead: deputies[0], raised_on: '2025-12-01', period: '2' },
      steps: [{ step: 'submit', fields: {} }, { step: 'review', fields: { review_on: '2025-12-02', accept: '1' } }, { step: 'assign', fields: { assigned_on: '2025-12-03', host } }],
    })
    return { office, record }
  }

  test('are written as one record, and go back in one press', async () => {
    const { office, record } = await assigned()
    const saved = await office.get('record.quick', {
      type: 'suggestion', id: record.id, base: record.version, fields: {},
      steps: [{ step: 'promise', fields: { content: '三月底前修好', due: '2026-03' } }, { step: 'reply', fields: { reply_on: '2026-01-10', result_class: 'B' } }, { step: 'feedback', fields: { feedback_on: '2026-01-20', rate_result: '3' } }],
    })
    const page = await office.get('record.page', { id: record.id })
    const [reply] = page.children.find((list) => list.type === 'reply')?.rows ?? []
    expect([saved.record.status, codes(saved.warnings)]).toEqual(['重新办理', ['no-contact-in-round']])
    expect(reply?.fields).toMatchObject({ reply_on: '2026-01-10', result_class: 'B', round: 1, feedback_on: '2026-01-20', rate_result: '3', redo_due: '2026-02-20' })
    expect((await office.get('record.history', { id: reply?.id ?? '' })).versions).toHaveLength(1)

    await office.get('record.undo', { id: record.id, version: saved.record.version })
    const after = await office.get('record.page', { id: record.id })
    expect([after.record.status, after.children.map((list) => list.type)]).toEqual(['已交办', []])
  })

  test('are refused together where the second step refuses', async () => {
    const { office, record } = await assigned()
    const answer = await office.ask('record.quick', {
      type: 'suggestion', id: record.id, fields: {}, steps: [{ step: 'reply', fields: { reply_on: '2026-01-10', result_class: 'A' } }, { step: 'feedback', fields: { feedback_on: '2026-01-09', rate_result: '1' } }],
    })
    expect(answer).toMatchObject({ ok: false, code: 'date-order', field: 'feedback_on' })
    const page = await office.get('record.page', { id: record.id })
    expect([page.record.status, page.children]).toEqual(['已交办', []])
  })
})

test('the page of an activity calls the matters that came of it by their names', async () => {
  const { office } = made
  const activity = await office.add('activity', { kind: '09', title: '代表接待日', start_on: day })
  const matter = await office.add('voter_matter', { content: '三组路灯不亮', received_on: day, activity })
  const page = await office.get('record.page', { id: activity })
  expect(page.record.fields['matters']).toEqual([matter])
  expect(page.titles[matter]?.title).toBe(await office.get('record.page', { id: matter }).then((one) => one.title))
})
