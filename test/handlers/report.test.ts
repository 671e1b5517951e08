import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { partOf, readZip } from '../documents/support/read-zip'
import { Clock, folder, makeOffice, nanbu, qingshi, type Office } from './support/offices'

const textOf = (file: string): string => [...partOf(readFileSync(file), 'word/document.xml').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<\/w:p>/gu)].map(([, text]) => text ?? '\n').join('')

/** A town with a deputy, a held activity and a private file of the deputy. */
async function townAtWork(): Promise<Office> {
  const clock = new Clock()
  const town = await makeOffice('town', qingshi, '青石镇', clock)
  const term = town.store.lookup().all('term')[0]?.id ?? ''
  const person = await town.add('person', { name: '白芷', sex: '2', birth: '1978-03' })
  await town.add('person_private', { person, id_no: '11010519491231002X', phone: '13800138000' })
  const mandate = await town.add('mandate', { person, term, level: '5', nth: 1 })
  await town.get('step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
  const activity = await town.add('activity', { kind: '07', title: '小组学习' })
  await town.get('step.run', { id: activity, step: 'hold', fields: { start_on: '2026-02-01', participants: [{ mandate, state: '1' }] } })
  return town
}

describe('the documents of a year', () => {
  it('are written under Chinese names, with their sums and what is missing', async () => {
    const town = await townAtWork()
    const out = join(folder(), '报告')
    const { files, missing } = await town.get('report.make', { year: 2026, out })
    expect(files.map((file) => basename(file.path))).toEqual(['青石镇_2026年_主席团工作报告.docx', '青石镇_2026年_统计表.xlsx'])
    for (const file of files) {
      const bytes = readFileSync(file.path)
      expect([file.sha256, file.bytes]).toEqual([createHash('sha256').update(bytes).digest('hex'), bytes.length])
    }
    expect(missing).toEqual(['2027年大会的日期', '2027年大会的次数', '主席姓名（单位档案）', '数字：代表名额', '2027年工作安排（年度计划）'])
    expect(readdirSync(out)).toEqual(['青石镇_2026年_主席团工作报告.docx', '青石镇_2026年_统计表.xlsx'])
  })

  it('say in the report what the statistics say, and nothing private', async () => {
    const town = await townAtWork()
    const { files } = await town.get('report.make', { year: 2026, out: folder(), kinds: ['annual', 'suggestions', 'supervision', 'publication', 'deputy', 'meetings'] })
    const { indicators } = await town.get('stats.get', { from: '2026-01-01', to: '2026-03-02' })
    const value = (id: string): number | null | undefined => indicators.find((one) => one.id === id)?.value
    expect([value('B8.01'), value('B8.02')]).toEqual([1, 1])
    expect(textOf(files[0]?.path ?? '')).toContain('组织代表活动1次，代表参加1人次')
    expect(files.length).toBe(6)
    for (const file of files) expect(textOf(file.path)).not.toMatch(/13800138000|11010519491231002|1949/u)
  })

  it('to be put up in public and to be signed hold no ID number, phone or birth date in any part of the file, nor does the page for PDF', async () => {
    const town = await townAtWork()
    const [privately] = town.store.lookup().all('person_private')
    await town.set(privately?.id ?? '', { birth_on: '1978-03-09', address: '石桥村三组27号' })
    const { files } = await town.get('report.make', { year: 2026, out: folder(), kinds: ['publication', 'deputy'] })
    const [publication = '', cards = ''] = files.map((file) => [...readZip(readFileSync(file.path)).values()].map(({ text }) => text).join('\n'))
    const page = (await town.get('report.html', { year: 2026, kind: 'publication' })).html
    for (const text of [publication, page]) {
      expect(text).toContain('白芷')
      expect(text).not.toMatch(/1978|石桥村三组/u)
    }
    expect(cards).toContain('本人核对签字')
    for (const text of [publication, page, cards]) expect(text).not.toMatch(/138\*{0,4}\d{0,4}8000|110105|002X|1949|1978[-.年]0?3[-.月]0?9|石桥村三组/u)
  })

  it('are the same to the byte when nothing has changed', async () => {
    const town = await townAtWork()
    const sums = async (): Promise<readonly string[]> => (await town.get('report.make', { year: 2026, out: folder() })).files.map((file) => file.sha256)
    expect(await sums()).toEqual(await sums())
  })

  it('go where the person chose last, also after the next start', async () => {
    const town = await townAtWork()
    const out = folder()
    await town.get('settings.set', { ui: { out_folder: out } })
    expect((await town.get('settings.get', {})).ui['out_folder']).toBe(out)
  })

  it('speak of the running year up to today, of a past year to its end', async () => {
    const town = await townAtWork()
    const of = async (year: number): Promise<string> => textOf((await town.get('report.make', { year, out: folder(), kinds: ['meetings'] })).files[0]?.path ?? '')
    expect(await of(2026)).toContain('报表期：2026年1月1日—2026年3月2日')
    expect(await of(2025)).toContain('报表期：2025年1月1日—2025年12月31日')
  })

  it('are previewed as they are written, without tables and the page of what is missing', async () => {
    const town = await townAtWork()
    const preview = await town.get('report.preview', { year: 2026 })
    expect(preview.paragraphs.slice(0, 4).map(({ level, text }) => [level, text])).toEqual([
      [0, '青石镇人民代表大会主席团工作报告'], [3, '——【待补】在青石镇第十九届人民代表大会第【待补】次会议上'], [3, '主席团主席　【待补】'], [3, '各位代表：'],
    ])
    expect(preview.paragraphs.at(-1)).toEqual({ level: 1, text: '附件2　青石镇2026年代表基本信息和履职情况公示表' })
    expect(preview.missing.length).toBeGreaterThan(0)
  })

  it('are pages for PDF as well', async () => {
    const town = await townAtWork()
    const page = await town.get('report.html', { year: 2026, kind: 'table' })
    expect(page.name).toBe('青石镇_2026年_统计表.pdf')
    expect(page.html).toContain('填报单位：青石镇人大主席团（盖章）')
    expect((await town.get('stats.html', { from: '2026-01-01', to: '2026-03-02' })).name).toBe('青石镇_统计表_2026-01-01_2026-03-02.pdf')
  })

  it('stay as they were where they cannot be written, and the person is told why', async () => {
    const town = await townAtWork()
    const out = folder()
    const [made] = (await town.get('report.make', { year: 2026, out, kinds: ['meetings'] })).files
    const inAFile = await town.ask('report.make', { year: 2026, out: made?.path ?? '', kinds: ['meetings'] })
    expect(inAFile).toMatchObject({ ok: false, code: 'read-only', field: 'out' })
    expect(existsSync(made?.path ?? '')).toBe(true)
  })
})

describe('the statistics of a county', () => {
  it('are a workbook with its towns beside each other; the report of a presidium is a town\'s', async () => {
    const county = await makeOffice('county', nanbu, '南部县', new Clock())
    expect((await county.get('report.make', { year: 2026, out: folder() })).files.map((file) => basename(file.path))).toEqual(['南部县_2026年_统计表.xlsx'])
    expect(await county.ask('report.make', { year: 2026, out: folder(), kinds: ['annual'] })).toMatchObject({ ok: false, code: 'wrong-role' })
  })
})
