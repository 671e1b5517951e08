import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { partOf } from '../documents/support/read-zip'
import { Clock, folder, makeOffice, nanbu, qingshi, type Office } from './support/offices'

const textOf = (file: string): string => [...partOf(readFileSync(file), 'word/document.xml').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text ?? '').join('')

async function townWithTwoReceptions(): Promise<{ readonly town: Office; readonly ids: readonly string[] }> {
  const town = await makeOffice('town', qingshi, '青石镇', new Clock())
  const ids: string[] = []
  for (const place of ['东站', '西站']) {
    const id = await town.add('activity', { kind: '09', title: '代表接待日', place, content: '接待𠮷姓选民' })
    await town.get('step.run', { id, step: 'hold', fields: { start_on: '2026-02-01', participants: [] } })
    ids.push(id)
  }
  return { town, ids }
}

describe('the official papers of records', () => {
  it('are made one at a time, with what is missing and the characters that may not be shown', async () => {
    const { town, ids } = await townWithTwoReceptions()
    const out = folder()
    const made = await town.get('official.make', { id: ids[0] ?? '', kind: 'brief', out })
    expect(made.files.map(({ path }) => basename(path))).toEqual(['青石镇_工作简报_2026-02-01_代表接待日.docx'])
    expect(textOf(made.files[0]?.path ?? '')).toContain('2026年2月1日，青石镇人民代表大会主席团在东站组织开展“代表接待日”')
    expect(made.rare).toEqual(['𠮷（U+20BB7）要装“宋体-ExtB”字库才能显示，没有的电脑上是方框'])
    const page = await town.get('official.html', { id: ids[0] ?? '', kind: 'brief' })
    expect([page.name, page.html.includes('人大工作简报')]).toEqual(['青石镇_工作简报_2026-02-01_代表接待日.pdf', true])
  })

  it('are made for a whole year into a folder; two of one day and name are two files', async () => {
    const { town } = await townWithTwoReceptions()
    const out = folder()
    const { files } = await town.get('report.make', { year: 2026, out, kinds: ['brief', 'minutes'] })
    expect(files.length).toBe(2)
    expect(readdirSync(join(out, '青石镇_2026年_工作简报')).sort()).toEqual(['青石镇_工作简报_2026-02-01_代表接待日.docx', '青石镇_工作简报_2026-02-01_代表接待日_2.docx'])
    const { html } = await town.get('report.html', { year: 2026, kind: 'brief' })
    expect([html.includes('东站'), html.includes('西站')]).toEqual([true, true])
  })

  it('can be called off: what was made stays, nothing more is made', async () => {
    const { town } = await townWithTwoReceptions()
    const out = folder()
    const making = town.ask('report.make', { year: 2026, out, kinds: ['brief'], job: 'papers' })
    await town.get('job.cancel', { job: 'papers' })
    expect(await making).toMatchObject({ ok: false, code: 'cancelled' })
    const made = join(out, '青石镇_2026年_工作简报')
    expect(existsSync(made) ? readdirSync(made).length : 0).toBeLessThan(2)
  })

  it('are refused where the record is not far enough, with what it is', async () => {
    const { town } = await townWithTwoReceptions()
    const planned = await town.add('activity', { kind: '07', title: '小组学习' })
    expect(await town.ask('official.make', { id: planned, kind: 'brief', out: folder() })).toMatchObject({ ok: false, code: 'not-now', detail: { status: '计划' } })
    expect(await town.ask('official.make', { id: planned, kind: 'minutes', out: folder() })).toMatchObject({ ok: false, code: 'not-now' })
  })

  it('are a town’s: a county writes none in its name', async () => {
    const county = await makeOffice('county', nanbu, '南部县', new Clock())
    expect(await county.ask('report.make', { year: 2026, out: folder(), kinds: ['minutes'] })).toMatchObject({ ok: false, code: 'wrong-role' })
  })
})
