import { beforeEach, describe, expect, test } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

let office: Office
let debrief = ''

beforeEach(async () => {
  office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const term = (await office.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
  const person = await office.add('person', { name: '何秀兰' })
  const mandate = await office.add('mandate', { person, term, level: '5', elect_kind: '1' })
  const { record } = await office.get('record.quick', { type: 'debrief', fields: { mandate }, steps: [{ step: 'report', fields: { date: '2026-02-20' } }] })
  debrief = record.id
})

const rate = (fields: Readonly<Record<string, unknown>>) => office.ask('step.run', { id: debrief, step: 'rate', fields: { rated_on: '2026-02-20', ...fields } })

describe('The ballots of a rating', () => {
  test('are refused where more came back than went out, or more were read out than came back', async () => {
    expect(await rate({ satisfied: 50, issued: 50, collected: 51 })).toMatchObject({ ok: false, code: 'out-of-range', field: 'collected', detail: { max: 50, value: 51 } })
    expect(await rate({ satisfied: 48, dissatisfied: 2, invalid: 1, issued: 60, collected: 50 })).toMatchObject({ ok: false, code: 'out-of-range', field: 'satisfied', detail: { max: 50, value: 51 } })
    expect((await office.get('record.list', { type: 'rating' })).total).toBe(0)
  })

  test('are kept with the numbers of the sheets', async () => {
    expect(await rate({ satisfied: 40, basically: 5, dissatisfied: 1, abstain: 2, invalid: 2, issued: 60, collected: 50 })).toMatchObject({ ok: true })
    const ratings = (await office.get('record.list', { type: 'rating' })).rows
    expect(ratings.map((row) => row.fields)).toEqual([
      { about: debrief, round: 1, aspect: '总体', rated_on: '2026-02-20', satisfied: 40, basically: 5, dissatisfied: 1, abstain: 2, invalid: 2, issued: 60, collected: 50 },
    ])
    expect((await office.get('record.get', { id: debrief })).status).toBe('已测评')
  })
})
