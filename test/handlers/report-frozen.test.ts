import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { partOf } from '../documents/support/read-zip'
import { Clock, folder, makeOffice, qingshi, type Office } from './support/offices'

const textOf = (file: string): string => [...partOf(readFileSync(file), 'word/document.xml').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<\/w:p>/gu)].map(([, text]) => text ?? '\n').join('')

async function activity(town: Office, title: string, day: string): Promise<string> {
  const id = await town.add('activity', { kind: '07', title })
  await town.get('step.run', { id, step: 'hold', fields: { start_on: day } })
  return id
}

interface Signed {
  readonly town: Office
  readonly first: string
  readonly second: string
  readonly id: string
}

/** A town whose report of 2025 is signed off in March 2026. */
async function signedTown(): Promise<Signed> {
  const town = await makeOffice('town', qingshi, '青石镇', new Clock())
  const first = await activity(town, '视察河道', '2025-04-01')
  const second = await activity(town, '小组学习', '2025-05-01')
  const { report } = await town.get('report.freeze', { year: 2025, signer: '主席甲', signed_on: '2026-01-20' })
  return { town, first, second, id: report.id }
}

const held = /组织代表活动\d+次/u

describe('a report that was signed off', () => {
  it('is kept with its figures, the versions behind them and its files, as a document of the office', async () => {
    const { town, id } = await signedTown()
    const { reports } = await town.get('report.frozen', {})
    expect(reports.map(({ year, from, to, signed_on, signer, void: gone }) => [year, from, to, signed_on, signer, gone])).toEqual([[2025, '2025-01-01', '2025-12-31', '2026-01-20', '主席甲', undefined]])
    expect(reports[0]?.files.map(({ name, here }) => [name, here])).toEqual([['定稿数据.json', true], ['青石镇_2025年_统计表.xlsx', true], ['青石镇_2025年_主席团工作报告.docx', true]])
    expect(town.rec(id)).toMatchObject({ type: 'document', status: '已签发', fields: { kind: '07', signer: '主席甲', title: '青石镇人民代表大会主席团2025年工作报告（定稿）' } })
    expect(await town.get('report.compare', { id })).toEqual({ figures: [], records: [] })
  })

  it('never changes a number that was reported, whatever is entered, changed or deleted later', async () => {
    const { town, first, second } = await signedTown()
    const make = async (): Promise<readonly string[]> => (await town.get('report.make', { year: 2025, out: folder() })).files.map(({ path, sha256 }) => `${basename(path)} ${sha256}`)
    const before = await make()
    const html = (await town.get('report.html', { year: 2025, kind: 'annual' })).html
    await activity(town, '补记的活动', '2025-06-01')
    await town.get('record.delete', { id: second, reason: '记重了' })
    await town.set(first, { title: '视察西河河道' })
    expect(await make()).toEqual(before)
    expect((await town.get('report.html', { year: 2025, kind: 'annual' })).html).toBe(html)
    const file = (await town.get('report.make', { year: 2025, out: folder(), kinds: ['annual'] })).files[0]?.path ?? ''
    expect(held.exec(textOf(file))?.[0]).toBe('组织代表活动2次')
  })

  it('lists what changed since: the figure, and each record with what happened to it', async () => {
    const { town, first, second, id } = await signedTown()
    const late = await activity(town, '补记的活动', '2025-06-01')
    const other = await activity(town, '再补的活动', '2025-06-02')
    await town.get('record.delete', { id: second, reason: '记重了' })
    await town.set(first, { title: '视察西河河道' })
    const compared = await town.get('report.compare', { id })
    expect(compared.figures.find(({ path }) => path === 'B8.01')).toEqual({ path: 'B8.01', name: '组织代表活动次数', unit: '次', was: 2, now: 3 })
    expect(compared.records.map(({ id: rec, how, title }) => [rec, how, title])).toEqual([[second, 'removed', '小组学习'], [late, 'added', '补记的活动'], [other, 'added', '再补的活动'], [first, 'changed', '视察西河河道']])
    // It is found today under its new name; what the report called it stands beside it, with who changed it.
    expect(compared.records.map(({ was, by, at }) => [was, by, at?.slice(0, 10)])).toEqual([[undefined, '主席', '2026-03-02'], [undefined, '主席', '2026-03-02'], [undefined, '主席', '2026-03-02'], ['视察河道', '主席', '2026-03-02']])
    expect(compared.records.every(({ indicators }) => indicators.includes('B8.01'))).toBe(true)
  })

  it('tells nothing of what happened in another year', async () => {
    const { town, id } = await signedTown()
    await activity(town, '今年的活动', '2026-02-01')
    expect(await town.get('report.compare', { id })).toEqual({ figures: [], records: [] })
  })

  it('is signed once, and its text is not edited any more, until it is withdrawn with a reason', async () => {
    const { town, id } = await signedTown()
    expect(await town.ask('report.freeze', { year: 2025, signer: '主席甲', signed_on: '2026-01-21' })).toMatchObject({ ok: false, code: 'already-exists' })
    expect(await town.ask('report.edit', { year: 2025, key: 'closing', text: '完。' })).toMatchObject({ ok: false, code: 'not-now', detail: { because: 'report-signed' } })
    expect((await town.get('report.draft', { year: 2025 })).frozen).toEqual({ id, signed_on: '2026-01-20', signer: '主席甲' })
    expect(await town.ask('report.void', { id, reason: ' ' })).toMatchObject({ ok: false, code: 'reason-needed' })
    await town.get('report.void', { id, reason: '数字报错了' })
    const { reports } = await town.get('report.frozen', {})
    expect(reports[0]?.void).toMatchObject({ reason: '数字报错了' })
    expect((await town.get('report.draft', { year: 2025 })).frozen).toBeNull()
    await town.get('report.freeze', { year: 2025, signer: '主席甲', signed_on: '2026-01-22' })
    expect((await town.get('report.frozen', {})).reports.length).toBe(2)
  })

  it('can also be a table of any days', async () => {
    const { town } = await signedTown()
    const { report } = await town.get('report.freeze', { kind: 'table', year: 2025, from: '2025-01-01', to: '2025-06-30', signer: '主席甲', signed_on: '2026-01-20' })
    expect(report.files.map(({ name }) => name)).toEqual(['定稿数据.json', '青石镇_统计表_2025-01-01_2025-06-30.xlsx'])
  })
})

describe('the annual report edited in the window', () => {
  it('keeps what was written while its numbers live on, until it is signed off', async () => {
    const town = await makeOffice('town', qingshi, '青石镇', new Clock())
    await activity(town, '视察河道', '2025-04-01')
    const piece = async () => (await town.get('report.draft', { year: 2025 })).pieces.find(({ text }) => held.test(text))
    const shown = await piece()
    await town.get('report.edit', { year: 2025, key: shown?.key ?? '', text: `一年来，${shown?.text ?? ''}群众反映良好。` })
    await town.get('report.edit', { year: 2025, key: shown?.key ?? '', after: true, text: '此外，还办了三件实事。' })
    await activity(town, '小组学习', '2025-05-01')
    const draft = await town.get('report.draft', { year: 2025 })
    const at = draft.pieces.findIndex(({ key }) => key === shown?.key)
    expect(draft.pieces[at]?.text).toMatch(/^一年来，.*组织代表活动2次.*群众反映良好。$/u)
    expect(draft.pieces[at]).toMatchObject({ edited: true, moved: null })
    expect(draft.pieces[at + 1]).toMatchObject({ text: '此外，还办了三件实事。', added: true })
    const make = async (): Promise<string> => textOf((await town.get('report.make', { year: 2025, out: folder(), kinds: ['annual'] })).files[0]?.path ?? '')
    expect(await make()).toContain('群众反映良好。\n此外，还办了三件实事。')
    await town.get('report.freeze', { year: 2025, signer: '主席甲', signed_on: '2026-01-20' })
    await activity(town, '第三次', '2025-06-01')
    expect(await make()).toContain('组织代表活动2次')
  })

  it('goes back to the automatic text, hides a paragraph and brings it back', async () => {
    const town = await makeOffice('town', qingshi, '青石镇', new Clock())
    await activity(town, '视察河道', '2025-04-01')
    const text = async (key: string): Promise<string | undefined> => (await town.get('report.draft', { year: 2025 })).pieces.find((one) => one.key === key)?.text
    const auto = await text('closing')
    await town.get('report.edit', { year: 2025, key: 'closing', text: '完。' })
    expect(await text('closing')).toBe('完。')
    await town.get('report.edit', { year: 2025, key: 'closing', auto: true })
    expect(await text('closing')).toBe(auto)
    await town.get('report.edit', { year: 2025, key: 'closing', hidden: true })
    expect((await town.get('report.draft', { year: 2025 })).hidden).toEqual([{ key: 'closing', text: auto }])
    await town.get('report.edit', { year: 2025, key: 'closing', hidden: false })
    expect(await text('closing')).toBe(auto)
  })

  it('takes a paragraph typed back to the automatic words as automatic again', async () => {
    const town = await makeOffice('town', qingshi, '青石镇', new Clock())
    const intro = (await town.get('report.draft', { year: 2025 })).pieces.find(({ key }) => key === 'intro')
    await town.get('report.edit', { year: 2025, key: 'intro', text: '改过。' })
    await town.get('report.edit', { year: 2025, key: 'intro', text: intro?.text ?? '' })
    expect((await town.get('report.draft', { year: 2025 })).pieces.find(({ key }) => key === 'intro')?.edited).toBe(false)
  })
})
