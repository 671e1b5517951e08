import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

async function townAtWork(): Promise<Office> {
  const town = await makeOffice('town', qingshi, '青石镇', new Clock())
  const term = town.store.lookup().all('term')[0]?.id ?? ''
  const person = await town.add('person', { name: '白芷', sex: '2', birth: '1978-03' })
  const mandate = await town.add('mandate', { person, term, level: '5', nth: 1 })
  await town.get('step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
  for (const day of ['2025-02-01', '2026-01-10', '2026-02-01', '2026-02-20']) {
    const id = await town.add('activity', { kind: '07', title: `小组学习${day}` })
    await town.get('step.run', { id, step: 'hold', fields: { start_on: day, participants: [{ mandate, state: '1' }] } })
  }
  return town
}

describe('handing the annual report in today, rehearsed', () => {
  it('says what would be handed in, what is missing by person and by record, and what moved against last year', async () => {
    const town = await townAtWork()
    const told = await town.get('report.rehearse', {})
    expect([told.year, told.from, told.to]).toEqual([2026, '2026-01-01', '2026-03-02'])
    expect(told.files.map(({ name, bytes }) => [name, bytes > 5000])).toEqual([
      ['青石镇_2026年_主席团工作报告.docx', true], ['青石镇_2026年_统计表.xlsx', true], ['青石镇_2026年_建议办理情况报告.docx', true], ['青石镇_2026年_代表履职公示表.docx', true],
    ])
    expect(told.text).toContain('主席姓名（单位档案）')
    expect([told.broken, told.form, told.pack]).toEqual([[], null, null])
    expect(told.missing.find(({ type }) => type === 'person')).toMatchObject({ title: '白芷', label: '人员' })
    expect(told.by_person.length).toBe(1)
    expect(told.by_person[0]?.fields).toBe(told.missing.reduce((sum, { fields }) => sum + fields.length, 0))
    expect(told.moved.find(({ path }) => path === 'B8.01')).toEqual({ path: 'B8.01', name: '组织代表活动次数', unit: '次', now: 3, before: 1 })
  })

  it('can be asked for any year, and names only records of that year and people in office', async () => {
    const town = await townAtWork()
    const of = async (year: number): Promise<readonly string[]> => (await town.get('report.rehearse', { year })).missing.filter(({ type }) => type === 'activity').map(({ title }) => title)
    expect(await of(2025)).toEqual(['小组学习2025-02-01'])
    expect((await of(2026)).length).toBe(3)
  })

  it('changes nothing: no record, no file, no setting', async () => {
    const town = await townAtWork()
    const state = () => [town.dump(), town.store.settings.all(), town.store.changes(), town.store.events.list({ limit: 100 }), readdirSync(town.dir)]
    const before = state()
    await town.get('report.rehearse', {})
    expect(state()).toEqual(before)
  })
})
