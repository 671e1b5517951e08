import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { putFile } from '../../electron/documents/put-file'

const bytes = new TextEncoder().encode('报告')
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'zhen-put-'))
  onTestFinished(() => { rmSync(dir, { recursive: true, force: true }) })
})

describe('a finished document on its way to disk', () => {
  it('makes its folder and says path, size and sum', async () => {
    const folder = join(dir, '年度', '2026')
    expect(await putFile(folder, '报告.docx', 'docx', bytes)).toEqual({
      ok: true, value: { path: join(folder, '报告.docx'), kind: 'docx', bytes: 6, sha256: createHash('sha256').update(bytes).digest('hex') },
    })
    expect(readdirSync(folder)).toEqual(['报告.docx'])
  })

  it('takes the place of an older one as a whole', async () => {
    writeFileSync(join(dir, '报告.docx'), '旧的报告，比新的长')
    await putFile(dir, '报告.docx', 'docx', bytes)
    expect([readFileSync(join(dir, '报告.docx'), 'utf8'), readdirSync(dir)]).toEqual(['报告', ['报告.docx']])
  })

  it('says that a folder cannot be written where a file stands in its place', async () => {
    writeFileSync(join(dir, '年度'), '')
    expect(await putFile(join(dir, '年度'), '报告.docx', 'docx', bytes)).toEqual({ ok: false, code: 'read-only', field: 'out', detail: { on: 'document', file: '报告.docx' } })
  })

  it('leaves no half file where something else stands in the place of the document', async () => {
    mkdirSync(join(dir, '报告.docx', '里面'), { recursive: true })
    const put = await putFile(dir, '报告.docx', 'docx', bytes)
    expect([put.ok, existsSync(join(dir, '报告.docx.part'))]).toEqual([false, false])
  })
})
