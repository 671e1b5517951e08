import { describe, expect, it } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

interface Town {
  readonly town: Office
  readonly activity: string
  readonly suggestion: string
}

async function townAtWork(): Promise<Town> {
  const clock = new Clock()
  const town = await makeOffice('town', qingshi, '青石镇', clock)
  const term = town.store.lookup().all('term')[0]?.id ?? ''
  const person = await town.add('person', { name: '白芷', sex: '2', birth: '1978-03' })
  const mandate = await town.add('mandate', { person, term, level: '5', nth: 1 })
  await town.get('step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
  const activity = await town.add('activity', { kind: '07', title: '小组学习' })
  await town.get('step.run', { id: activity, step: 'hold', fields: { start_on: '2026-02-01', participants: [{ mandate, state: '1' }] } })
  const host = await town.add('organisation', { name: '镇交通办' })
  const suggestion = await town.add('suggestion', { title: '关于修路的建议', lead: mandate, raised_on: '2026-01-05', period: '2' })
  await town.get('step.run', { id: suggestion, step: 'submit', fields: {} })
  await town.get('step.run', { id: suggestion, step: 'review', fields: { accept: '1', review_on: '2026-01-06' } })
  await town.get('step.run', { id: suggestion, step: 'assign', fields: { assigned_on: '2026-01-08', host } })
  return { town, activity, suggestion }
}

const year = { from: '2026-01-01', to: '2026-03-02' }

describe('this number: why', () => {
  it('says of a nought what was never filled in, and where to fill it in', async () => {
    const { town } = await townAtWork()
    const mandate = town.store.lookup().all('mandate')[0]?.id ?? ''
    const held = async (kind: string, title: string, start: string) => {
      const id = await town.add('activity', { kind, title })
      await town.get('step.run', { id, step: 'hold', fields: { start_on: start, participants: [{ mandate, state: '1' }] } })
      return id
    }
    const talked = await held('08', '走访三组', '2026-02-10')
    const received = await held('09', '代表接待日', '2026-02-20')
    const visited = await town.add('visit', { kind: '1', date: '2026-02-11', mandates: [mandate] })
    const visits = await town.get('stats.why', { ...year, indicator: 'B8.07' })
    expect(visits.value).toBe('1 人次')
    expect(visits.missing?.map(({ say, rows }) => [say, rows.map(({ id, fill }) => [id, fill])])).toEqual([
      ['1 次走访没有填人数，每次按 1 人次算', [[visited, { type: 'visit', id: visited, focus: 'persons' }]]],
      ['1 次“联系走访选民”只记在活动里。这个数按“走访联系”的登记数，请照着补一条', [[talked, { type: 'visit', focus: 'persons', preset: { kind: '1', date: '2026-02-10', mandates: [mandate], topic: '走访三组' } }]]],
    ])
    const people = await town.get('stats.why', { ...year, indicator: 'B8.09/人次' })
    expect([people.value, people.missing?.[0]?.say, people.missing?.[0]?.rows[0]?.id]).toEqual(['0 人次', '1 场接待没有填接触选民人数，按 0 算', received])
    // Filled in as it was offered, nothing is missing any more.
    await town.get('record.set', { id: visited, fields: { persons: 3 } })
    await town.get('record.set', { id: received, fields: { voters_met: 5 } })
    await town.add('visit', { ...visits.missing?.[1]?.rows[0]?.fill.preset, persons: 4 })
    expect([(await town.get('stats.why', { ...year, indicator: 'B8.07' })), (await town.get('stats.why', { ...year, indicator: 'B8.09' }))].map(({ value, missing }) => [value, missing])).toEqual([['7 人次', undefined], ['1 次', undefined]])
  })

  it('tells the value, the formula, the sum, the rule, and the records with who entered them', async () => {
    const { town, activity } = await townAtWork()
    const why = await town.get('stats.why', { ...year, indicator: 'B8.01' })
    expect([why.title, why.value]).toEqual(['组织代表活动次数', '1 次'])
    expect(why.formula).not.toBe('')
    expect(why.rows.map((row) => [row.id, row.title, row.note, row.times, row.by !== '', row.at.slice(0, 10), row.county])).toEqual([[activity, '小组学习', '代表活动 · 已开展', 1, true, '2026-03-02', null]])
    expect(why.rows[0]?.changed_at).toBeDefined()
    expect([why.total, why.at_county]).toEqual([1, null])
    expect(why.rules.map(({ source }) => source)).toEqual(['代表法（2025年）第58条'])
  })

  it('counts as many records as the figure says, for every count', async () => {
    const { town } = await townAtWork()
    const { indicators } = await town.get('stats.get', year)
    for (const one of indicators.filter(({ id }) => /^B[58]\.0[12]$/u.test(id))) {
      const why = await town.get('stats.why', { ...year, indicator: one.id })
      expect([one.id, why.rows.reduce((sum, row) => sum + row.times, 0)]).toEqual([one.id, one.value])
    }
  })

  it('tells a due day by its event and the rule that made it', async () => {
    const { town, suggestion } = await townAtWork()
    const why = await town.get('record.why', { id: suggestion, key: 'due_on' })
    expect([why.value, why.working]).toEqual(['2026年4月8日', ['2026年1月8日交办，交办后3个月 → 2026年4月8日']])
    expect(why.rules.map(({ source, says }) => `${source} ${says}`)).toEqual(['代表法（2025年）第51条 建议答复（一般）：交办后3个月'])
    expect(why.rows.map(({ id }) => id)).toEqual([suggestion])
    const { items } = await town.get('todo.list', {})
    const todo = items.find((one) => one.rule === 'suggest.reply.normal')
    expect((await town.get('record.why', { todo: todo?.id ?? '' })).value).toBe('2026年4月8日')
  })

  it('tells a majority by all deputies, not by those present', async () => {
    const { town } = await townAtWork()
    const session = await town.add('session', { no: 9, kind: '1', start_on: '2026-01-20', end_on: '2026-01-20' })
    const vote = await town.add('vote', { meeting: session, subject: '工作报告', kind: '1', method: '1', total: 60, present: 40, for_count: 30 })
    const why = await town.get('record.why', { id: vote, key: 'result' })
    expect([why.value, why.working]).toEqual(['未通过', ['全体代表 60 人，过半数是 31 票', '赞成 30 票 ＜ 31 票']])
  })

  it('refuses what is no indicator and what has no such reason', async () => {
    const { town, activity } = await townAtWork()
    expect((await town.ask('stats.why', { ...year, indicator: 'B5.99' })).ok).toBe(false)
    expect(await town.ask('record.why', { id: activity, key: 'due_on' })).toMatchObject({ ok: false, code: 'unknown-field' })
  })
})
