import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { Clock, join2, liuxi, makeOffice, qingshi, strangers, trip, type Office } from './support/offices'

const town = (): Promise<Office> => makeOffice('town', qingshi, '青石镇', new Clock())

/** The office adds a field and gives its key. */
const add = async (office: Office, label: string, more: Partial<Parameters<Office['ask']>[1]> = {}, type = 'letter'): Promise<string> =>
  (await office.get('fields.set', { type, label, kind: 'text', ...more } as never)).key

const letter = { received_on: '2026-02-01', subject: '反映路灯不亮' }

describe('a column of the office’s own', () => {
  it('is typed: an amount in 元, a day, a word of those offered; what does not fit is named at its field and nothing is saved', async () => {
    const office = await town()
    const money = await add(office, '涉及金额', { kind: 'money' })
    const day = await add(office, '回访日期', { kind: 'date' })
    const word = await add(office, '难易', { kind: 'choice', options: ['易', '难', '难'] })
    const id = await office.add('letter', { ...letter, [money]: '1,200.50', [day]: '2026年3月1日', 难易: '难' })
    expect((await office.get('record.get', { id })).fields).toMatchObject({ [money]: 120_050, [day]: '2026-03-01', [word]: '难' })
    expect(await office.ask('record.set', { id, fields: { [word]: '很难' } })).toMatchObject({ ok: false, code: 'unknown-code', field: word, detail: { label: '难易' } })
    expect(await office.ask('record.set', { id, fields: { [day]: '2026-02-30' } })).toMatchObject({ ok: false, code: 'bad-date', field: day })
    expect((await office.get('record.get', { id })).fields[word]).toBe('难')
  })

  it('stands in the list, in what is searched and filtered, and in the table for Excel, under its name', async () => {
    const office = await town()
    const word = await add(office, '网格员', { column: true })
    const kind = await add(office, '难易', { kind: 'choice', options: ['易', '难'] })
    await office.add('letter', { ...letter, [word]: '江大河', [kind]: '难' })
    await office.add('letter', { ...letter, subject: '反映噪声', [kind]: '易' })
    expect((await office.get('record.list', { type: 'letter', text: '江大河' })).total).toBe(1)
    expect((await office.get('record.list', { type: 'letter', where: { [kind]: '易' } })).rows.map((row) => row.fields['subject'])).toEqual(['反映噪声'])
    const made = await office.get('list.file', { type: 'letter', out: mkdtempSync(join(tmpdir(), 'zhen-own-')) })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(readFileSync(made.files[0]?.path ?? '') as unknown as ArrayBuffer)
    const words = book.worksheets[0]?.getSheetValues().flat().filter((cell) => typeof cell === 'string') ?? []
    expect(words).toEqual(expect.arrayContaining(['网格员', '江大河', '难易']))
  })

  it('puts the list in its order, by what was filled in and not by how it is written', async () => {
    const office = await town()
    const rooms = await add(office, '涉及户数', { kind: 'int', column: true })
    for (const [subject, count] of [['甲', 30], ['乙', 4], ['丙', undefined], ['丁', 100]] as const) await office.add('letter', { ...letter, subject, ...(count === undefined ? {} : { [rooms]: count }) })
    const order = async (descending: boolean) => (await office.get('record.list', { type: 'letter', sort: rooms, descending })).rows.map((row) => row.fields['subject'])
    expect([await order(false), await order(true)]).toEqual([['乙', '甲', '丁', '丙'], ['丁', '甲', '乙', '丙']])
  })

  it('stands where the office puts it among the columns of the list, and so in print and in the table for Excel', async () => {
    const office = await town()
    const word = await add(office, '网格员', { column: true })
    const columns = () => office.desk.layouts.declaration('letter')?.columns ?? []
    const before = columns()
    expect(before.at(-1)).toBe(word)
    await office.get('fields.order', { type: 'letter', columns: [word, ...before.slice(0, -1)] })
    expect(columns()).toEqual([word, ...before.slice(0, -1)])
    // renaming keeps its place; a new column stands at the end
    await office.get('fields.set', { type: 'letter', key: word, label: '网格长' })
    const late = await add(office, '回访', { column: true })
    expect(columns()).toEqual([word, ...before.slice(0, -1), late])
    expect(await office.ask('fields.order', { type: 'letter', columns: [word] })).toMatchObject({ ok: false, code: 'unknown-field', field: 'columns' })
    await office.get('fields.order', { type: 'letter', columns: [] })
    expect(columns()).toEqual([...before, late])
  })

  it('is renamed without losing what was filled in, and taken away without losing it either', async () => {
    const office = await town()
    const key = await add(office, '网格员')
    const id = await office.add('letter', { ...letter, 网格员: '江大河' })
    await office.get('fields.set', { type: 'letter', key, label: '网格长' })
    await office.set(id, { 网格长: '江小河' })
    expect(await office.get('fields.drop', { type: 'letter', key })).toMatchObject({ filled: 1, settings: [] })
    expect(await office.ask('record.set', { id, fields: { 网格长: '江' } })).toMatchObject({ ok: false, code: 'unknown-field' })
    // A save that knows nothing of it keeps it.
    await office.set(id, { subject: '反映路灯又不亮' })
    expect(office.rec(id)?.fields[key]).toBe('江小河')
  })

  it('cannot be called like another field, change its kind, offer a single word, or be one too many', async () => {
    const office = await town()
    expect(await office.ask('fields.set', { type: 'letter', label: '事由', kind: 'text' })).toMatchObject({ ok: false, code: 'already-exists', field: 'label' })
    expect(await office.ask('fields.set', { type: 'letter', label: ' ', kind: 'text' })).toMatchObject({ ok: false, code: 'required', field: 'label' })
    expect(await office.ask('fields.set', { type: 'letter', label: '难易', kind: 'choice', options: ['难'] })).toMatchObject({ ok: false, code: 'required', field: 'options' })
    const key = await add(office, '网格员')
    expect(await office.ask('fields.set', { type: 'letter', key, kind: 'int' })).toMatchObject({ ok: false, code: 'key-fixed', field: 'kind' })
    expect(await office.ask('fields.set', { type: 'letter', key: 'x_nobody77', label: '甲' })).toMatchObject({ ok: false, code: 'unknown-field' })
    for (let at = 1; at < 30; at++) await add(office, `栏${at}`)
    expect(await office.ask('fields.set', { type: 'letter', label: '又一栏', kind: 'text' })).toMatchObject({ ok: false, code: 'too-long' })
  })
})

describe('a field of the type', () => {
  it('is called as the county’s form calls it and left out of the list, but not where saving or data quality asks for it', async () => {
    const office = await town()
    await office.get('fields.set', { type: 'letter', key: 'subject', label: '主要诉求' })
    await office.get('fields.set', { type: 'letter', key: 'headcount', hidden: true })
    const shown = office.desk.layouts.declaration('letter')
    expect([shown?.fields['subject']?.label, shown?.fields['headcount']?.hidden, shown?.columns.includes('headcount')]).toEqual(['主要诉求', true, false])
    expect(await office.ask('fields.set', { type: 'letter', key: 'category', hidden: true })).toMatchObject({ ok: false, code: 'not-now', field: 'hidden' })
    await office.get('fields.drop', { type: 'letter', key: 'subject' })
    expect(office.desk.layouts.declaration('letter')?.fields['subject']?.label).toBe('事由')
  })

  it('is changed back by one undo, and still so after a restart', async () => {
    const office = await town()
    await office.get('fields.set', { type: 'letter', key: 'subject', label: '主要诉求' })
    await office.restart()
    const { office_id: id, fields } = (await office.get('office.state', {})).office ?? {}
    expect(fields).toEqual([{ type: 'letter', key: 'subject', label: '主要诉求' }])
    await office.get('record.undo', { id: id ?? '' })
    expect((await office.get('fields.get', {})).settings).toEqual([])
  })

  it('a change of the office’s own file leaves the columns alone', async () => {
    const office = await town()
    await add(office, '网格员')
    await office.set((await office.get('office.state', {})).office?.office_id ?? '', { chair: '徐立新' })
    expect((await office.get('fields.get', {})).settings).toHaveLength(1)
  })
})

describe('between town and county', () => {
  it('the column and what was filled in travel up: the county reads it by its name', async () => {
    const world = await strangers()
    await join2(world, world.town)
    const key = await add(world.town, '网格员')
    const id = await world.town.add('letter', { ...letter, [key]: '江大河' })
    await trip(world, world.town, { approve: true })
    expect((await world.county.get('record.get', { id })).fields[key]).toBe('江大河')
    expect((await world.county.get('fields.get', { org: qingshi })).settings).toEqual([{ type: 'letter', key, label: '网格员', kind: 'text' }])
    expect((await world.county.get('fields.get', {})).settings).toEqual([])
  })

  it('the county’s columns come down with a receipt, wait for a decision, and have one key in every town', async () => {
    const world = await strangers()
    const other = await makeOffice('town', liuxi, '柳溪镇', world.clock)
    await join2(world, world.town)
    await join2(world, other)
    const key = await add(world.county, '督查组')
    await world.county.get('fields.offer', { on: true })
    for (const office of [world.town, other]) {
      await office.add('letter', letter)
      await trip(world, office, { approve: true })
      const { offer, settings } = await office.get('fields.get', {})
      expect([offer?.from, settings]).toEqual(['南部县', []])
      await office.get('fields.adopt', { id: offer?.id ?? '', take: true })
      expect(await office.add('letter', { ...letter, 督查组: '第二组' })).toBeTruthy()
      await trip(world, office)
      // Decided once: the next receipt asks nothing.
      expect((await office.get('fields.get', {})).offer).toBeNull()
    }
    const both = (await world.county.get('record.list', { type: 'letter', where: { [key]: '第二组' } })).rows.map((row) => row.org)
    expect(both.sort()).toEqual([qingshi, liuxi])
    expect(await world.town.ask('fields.offer', { on: true })).toMatchObject({ ok: false, code: 'not-now' })
  })
})
