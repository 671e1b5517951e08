import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countyForm } from '../documents/support/county-form'
import { Clock, folder, makeOffice, paired, qingshi, type Office } from './support/offices'

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

  it('makes the package aside: sealed and read again, nothing in the outbox, no number used, nothing sent', async () => {
    const { town, county, stick } = await paired()
    await town.add('person', { name: '白芷', sex: '2' })
    await town.add('organisation', { name: '镇农业办' })
    const outbox = (): readonly string[] => (existsSync(join(town.dir, 'outbox')) ? readdirSync(join(town.dir, 'outbox')) : [])
    const state = async () => [town.dump(), town.store.settings.all(), town.store.changes(), town.store.events.list({ limit: 100 }), readdirSync(town.dir), outbox(), await town.get('exchange.state', {})]
    const before = await state()
    const { pack } = await town.get('report.rehearse', {})
    expect(pack).toMatchObject({ records: 2, groups: [{ label: '单位/承办单位', count: 1 }, { label: '人员', count: 1 }], files: 0, files_gone: 0, problem: null })
    expect(pack?.bytes).toBeGreaterThan(1000)
    expect(await state()).toEqual(before)
    // The real one carries what was told, under the number that nobody used.
    const sent = await town.get('exchange.export', { to: stick })
    expect([sent.pseq, sent.counts]).toEqual([2, { organisation: 1, person: 1 }])
    expect(Math.abs(sent.bytes - (pack?.bytes ?? 0))).toBeLessThan(1000)
    expect(await county.take(sent.file)).toMatchObject({ state: 'COMMITTED', counts: { new: 2 } })
    expect((await town.get('report.rehearse', {})).pack?.records).toBe(2)
  })

  it('counts the attachments that would travel and names those that are not here', async () => {
    const { town, stick } = await paired()
    const owner = await town.add('activity', { kind: '03', title: '视察' })
    const file = join(stick, '会议记录.pdf')
    writeFileSync(file, readFileSync(join(import.meta.dirname, '../fixtures/paper/opinion.pdf')))
    await town.get('file.add', { owner, path: file, original: true })
    expect((await town.get('report.rehearse', {})).pack).toMatchObject({ records: 2, files: 1, files_gone: 0 })
    rmSync(join(town.dir, 'blobs'), { recursive: true })
    expect((await town.get('report.rehearse', {})).pack).toMatchObject({ records: 2, files: 0, files_gone: 1, problem: null })
  })

  it('fills the county’s form aside and names the cells that stay empty', async () => {
    const town = await townAtWork()
    const file = join(folder(), '县统计表.xlsx')
    writeFileSync(file, await countyForm())
    await town.get('form.load', { file })
    await town.get('form.guess', {})
    await town.get('form.map', { sheet: '统计表', ref: 'C6', path: 'B5.09%' })
    const { form } = await town.get('report.rehearse', {})
    expect([form?.filled, form?.unknown]).toEqual([4, ['C6 已答复（率）']])
  })
})
