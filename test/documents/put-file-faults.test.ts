import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { putFile } from '../../electron/documents/put-file'
import type { Failure } from '../../shared/result'
import { say } from '../../shared/text'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>()
  return { ...real, writeFile: vi.fn(real.writeFile), rename: vi.fn(real.rename) }
})

const fault = (code: string): Error => Object.assign(new Error(code), { code })
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'zhen-put-'))
  onTestFinished(() => { rmSync(dir, { recursive: true, force: true }) })
})

const bytes = new TextEncoder().encode('新的报告')
const words = (failure: Failure): string => Object.values(say(failure.code, failure.detail)).join('')

/** Puts the report over an older one and gives back what a person reads and what is in the folder then. */
async function refused(): Promise<{ readonly code: string; readonly words: string; readonly left: readonly string[] }> {
  writeFileSync(join(dir, '报告.docx'), '旧的报告')
  const put = await putFile(dir, '报告.docx', 'docx', bytes)
  if (put.ok) throw new Error('it was written')
  return { code: put.code, words: words(put), left: [...readdirSync(dir), readFileSync(join(dir, '报告.docx'), 'utf8')] }
}

describe('a document that cannot be written', () => {
  it('is open in Word: Windows refuses to put another in its place', async () => {
    vi.mocked(files.rename).mockRejectedValueOnce(fault('EPERM'))
    expect(await refused()).toEqual({ code: 'in-use', words: '“报告.docx”正被别的程序打开着。请在 Word 或 WPS 里关掉它，再生成一次。', left: ['报告.docx', '旧的报告'] })
  })

  it('finds no room', async () => {
    vi.mocked(files.writeFile).mockRejectedValueOnce(fault('ENOSPC'))
    expect(await refused()).toEqual({ code: 'disk-full', words: '那里的空间不够，文档没有写进去。请换一个文件夹再生成一次；记录都在。', left: ['报告.docx', '旧的报告'] })
  })

  it('may not write into the folder', async () => {
    vi.mocked(files.writeFile).mockRejectedValueOnce(fault('EACCES'))
    expect(await refused()).toEqual({ code: 'read-only', words: '那个文件夹不让写。请换一个文件夹再生成一次；记录都在。', left: ['报告.docx', '旧的报告'] })
  })

  it('meets a disk that fails', async () => {
    vi.mocked(files.writeFile).mockRejectedValueOnce(fault('EIO'))
    expect(await refused()).toEqual({ code: 'io-error', words: '那里读写出错，文档没有写进去。请换一个文件夹再生成一次；记录都在。', left: ['报告.docx', '旧的报告'] })
  })
})
