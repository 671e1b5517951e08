import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { docxOf } from '../../electron/documents/write-document'
import { countyForm } from '../documents/support/county-form'
import { readZip } from '../documents/support/read-zip'
import { Clock, folder, makeOffice, qingshi, type Office } from './support/offices'

const filesIn = (dir: string, under = ''): readonly string[] => readdirSync(join(dir, under), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(dir, `${under}${entry.name}/`) : [`${under}${entry.name}`])).sort()
const wordsIn = (file: string): string => [...readZip(readFileSync(file))].filter(([name]) => name.endsWith('.xml')).map(([, { text }]) => text.replaceAll(/<[^>]*>/gu, '')).join('\n')

async function townAtWork(): Promise<Office> {
  const town = await makeOffice('town', qingshi, '青石镇', new Clock())
  const term = town.store.lookup().all('term')[0]?.id ?? ''
  const person = await town.add('person', { name: '白芷', sex: '2', birth: '1978-03' })
  await town.add('person_private', { person, id_no: '11010519491231002X', phone: '13800138000' })
  const mandate = await town.add('mandate', { person, term, level: '5', nth: 1 })
  await town.get('step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
  for (const day of ['2025-05-01', '2026-02-01']) {
    const id = await town.add('activity', { kind: '07', title: `小组学习${day.slice(0, 4)}`, remark: '联系电话13800138000' })
    await town.get('step.run', { id, step: 'hold', fields: { start_on: day, participants: [{ mandate, state: '1' }] } })
    const file = join(folder(), '照片.pdf')
    writeFileSync(file, `%PDF-1.4 ${day}`)
    await town.get('file.add', { owner: id, path: file })
  }
  return town
}

const year = { from: '2026-01-01', to: '2026-03-02' }

describe('the folder for those who come to look', () => {
  it('has the registers, documents and attachments of the period, and contents that name every place', async () => {
    const town = await townAtWork()
    const made = await town.get('report.folder', { ...year, out: folder() })
    expect(basename(made.path)).toBe('青石镇_查阅台账_2026-01-01_2026-03-02')
    const files = filesIn(made.path)
    expect(files).toEqual([
      '00_目录.docx', ...['代表变动表.docx', '代表履职公示表.docx', '会议与决议一览.docx', '主席团工作报告.docx', '建议办理情况报告.docx', '监督事项一览.docx'].map((name) => `01_报告和统计/青石镇_2026年_${name}`), '01_报告和统计/统计表.xlsx',
      '02_代表活动/附件/小组学习2026_照片.pdf', '02_代表活动/代表活动.xlsx', 'SHA256SUMS',
    ].sort())
    expect(spawnSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: made.path }).status).toBe(0)
    expect(readFileSync(join(made.path, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')).toHaveLength(files.length - 1)
    expect([made.files, made.attachments, made.absent]).toEqual([files.length, 1, []])
    const contents = wordsIn(join(made.path, '00_目录.docx'))
    for (const name of files.filter((one) => !one.startsWith('00_') && !one.includes('/附件/'))) expect(contents).toContain(name)
    expect(wordsIn(join(made.path, '02_代表活动/代表活动.xlsx'))).toContain('小组学习2026')
    expect(wordsIn(join(made.path, '02_代表活动/代表活动.xlsx'))).not.toContain('小组学习2025')
  })

  it('begins with the county\'s items in their order, what proves each and where it lies; what stays in the town is not named', async () => {
    const town = await townAtWork()
    const held = town.store.lookup().all('activity').find(({ fields }) => fields['title'] === '小组学习2026')?.id ?? ''
    const secret = town.store.lookup().all('person_private')[0]?.id ?? ''
    await town.add('assessment', { year: 2026, item_no: '10', item: '宣传工作', full_tenths: 50 })
    await town.add('assessment', { year: 2026, item_no: '2', item: '代表小组活动', full_tenths: 100, self_tenths: 95, evidence: [held, secret] })
    const made = await town.get('report.folder', { ...year, out: folder() })
    const words = wordsIn(join(made.path, '00_考核对照.docx'))
    expect(words).toMatch(/2代表小组活动9\.5小组学习202602_代表活动\/代表活动\.xlsx（代表活动）另附不在这份台账里10宣传工作没有挂佐证/u)
    expect(words).not.toContain('白芷')
    expect(wordsIn(join(made.path, '00_目录.docx'))).toMatch(/1考核对照：按县里考核项目的顺序2项00_考核对照\.docx/u)
  })

  it('has attachments of every kind as they were, counts those that lie there, and names one that is gone and one that cannot be read', async () => {
    const town = await townAtWork()
    const owner = await town.add('activity', { kind: '03', title: '视察河道' })
    await town.get('step.run', { id: owner, step: 'hold', fields: { start_on: '2026-02-10' } })
    const from = folder()
    const body = (start: readonly number[], more: string): Buffer => Buffer.concat([Buffer.from(start), Buffer.from(more.repeat(400))])
    const given: Readonly<Record<string, Buffer>> = {
      '现场.jpg': body([0xff, 0xd8, 0xff, 0xe0], '照片'), '截图.png': body([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], '截图'), '纪要.pdf': readFileSync(join(import.meta.dirname, '../fixtures/paper/opinion.pdf')), '方案.docx': Buffer.from(await docxOf('方案', [{ kind: 'title', text: '方案' }])), '名单.xlsx': Buffer.from(await countyForm()),
      '录像.mp4': body([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d], '录像'), '丢失.pdf': Buffer.from('%PDF-1.4 丢失'), '坏了.pdf': Buffer.from('%PDF-1.4 坏了'.repeat(100)),
    }
    const blobs = (): readonly string[] => readdirSync(join(town.dir, 'blobs'))
    const kept: Record<string, string> = {}
    for (const [name, bytes] of Object.entries(given)) {
      writeFileSync(join(from, name), bytes)
      const before = blobs()
      await town.get('file.add', { owner, path: join(from, name), original: true })
      kept[name] = blobs().find((one) => !before.includes(one)) ?? ''
    }
    rmSync(join(town.dir, 'blobs', kept['丢失.pdf'] ?? ''))
    const broken = join(town.dir, 'blobs', kept['坏了.pdf'] ?? '')
    const bytes = readFileSync(broken)
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 0xff
    writeFileSync(broken, bytes)
    const made = await town.get('report.folder', { ...year, out: folder() })
    expect([made.attachments, made.absent]).toEqual([7, ['视察河道：丢失.pdf', '视察河道：坏了.pdf']])
    const hash = (one: Buffer): string => createHash('sha256').update(one).digest('hex')
    for (const [name, one] of Object.entries(given).filter(([key]) => !['丢失.pdf', '坏了.pdf'].includes(key))) {
      expect([name, hash(readFileSync(join(made.path, `02_代表活动/附件/视察河道_${name}`)))]).toEqual([name, hash(one)])
    }
    const contents = wordsIn(join(made.path, '00_目录.docx'))
    expect(contents).toMatch(/代表活动：附件7个02_代表活动\/附件/u)
    expect(contents).toContain('没有放进来：视察河道：丢失.pdf；视察河道：坏了.pdf')
    expect(filesIn(made.path).filter((name) => name.includes('坏了') || name.includes('丢失'))).toEqual([])
  })

  it('has nothing private in it', async () => {
    const town = await townAtWork()
    const made = await town.get('report.folder', { ...year, out: folder() })
    for (const name of filesIn(made.path).filter((one) => /\.(?:docx|xlsx)$/u.test(one))) expect(wordsIn(join(made.path, name))).not.toMatch(/13800138000|11010519491231002X/u)
  })

  it('can be called off: nothing is left of it', async () => {
    const town = await townAtWork()
    const out = folder()
    const making = town.ask('report.folder', { ...year, out, job: 'folder' })
    await town.get('job.cancel', { job: 'folder' })
    expect(await making).toMatchObject({ ok: false, code: 'cancelled' })
    expect(readdirSync(out)).toEqual([])
  })

  it('never writes over a folder that is there, and leaves no half of one behind', async () => {
    const town = await townAtWork()
    const out = folder()
    const first = await town.get('report.folder', { ...year, out })
    const second = await town.get('report.folder', { ...year, out })
    expect(second.path).toBe(`${first.path}_2`)
    const blocked = join(folder(), '文件')
    writeFileSync(blocked, '')
    expect((await town.ask('report.folder', { ...year, out: blocked })).ok).toBe(false)
    mkdirSync(join(out, 'x'))
    expect(readdirSync(out).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(existsSync(first.path)).toBe(true)
  })
})
