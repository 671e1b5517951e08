import { beforeEach, describe, expect, test } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

let office: Office
let session = ''
let projects: readonly string[]

beforeEach(async () => {
  office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const term = (await office.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
  session = await office.add('session', { term, no: 8, start_on: '2026-02-20' })
  const made: string[] = []
  for (const name of ['石桥村停车场', '上坪村路灯', '河东老年食堂']) {
    const id = await office.add('livelihood_project', { year: 2026, name, invest_fen: 100_000 })
    await office.get('step.run', { id, step: 'shortlist', fields: { date: '2026-01-10' } })
    await office.get('step.run', { id, step: 'nominate', fields: { date: '2026-01-20' } })
    made.push(id)
  }
  projects = made
})

const ballot = (votes: readonly number[], seats = 2) => ({
  vote: { meeting: session, subject: '票决2026年民生实事项目', method: '2', total: 60, present: 55, issued: 55, collected: 55, valid: 55, invalid: 0, seats },
  voted_on: '2026-02-20', projects: projects.map((id, index) => ({ id, for_count: votes[index] ?? 0 })),
})
const statuses = async (): Promise<readonly (string | undefined)[]> => Promise.all(projects.map(async (id) => (await office.get('record.get', { id })).status))

describe('Projects on a ballot', () => {
  test('are elected by the majority of ALL deputies and the number of seats, and one press takes the whole ballot back', async () => {
    const done = await office.get('project.vote', ballot([48, 31, 30]))
    expect([done.fates, await statuses()]).toEqual([['elected', 'elected', 'lost'], ['票决通过', '票决通过', '票决未通过']])
    const [first = ''] = projects
    expect((await office.get('record.get', { id: first })).fields).toMatchObject({ votes: 48, elected: true, voted_on: '2026-02-20', session, vote: done.record.id })
    await office.get('record.undo', { id: done.record.id, version: done.record.version })
    expect([await statuses(), (await office.get('record.list', { type: 'vote' })).total]).toEqual([['候选', '候选', '候选'], 0])
  })

  test('that tie at the last seat stay candidates', async () => {
    const done = await office.get('project.vote', ballot([48, 40, 40]))
    expect([done.fates, await statuses()]).toEqual([['elected', 'open', 'open'], ['票决通过', '候选', '候选']])
  })

  test('are none of them decided by an invalid ballot', async () => {
    const asked = ballot([48, 40, 20])
    const done = await office.get('project.vote', { ...asked, vote: { ...asked.vote, collected: 56 } })
    expect([done.fates, await statuses()]).toEqual([['open', 'open', 'open'], ['候选', '候选', '候选']])
  })
})
