import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type { Failure, Result } from '../../shared/result'
import { say } from '../../shared/text'
import { countyForm } from '../documents/support/county-form'
import { Clock, folder, makeOffice, qingshi, type Office } from './support/offices'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>()
  return { ...real, writeFile: vi.fn(real.writeFile), rename: vi.fn(real.rename) }
})

const fault = (code: string): Error => Object.assign(new Error(code), { code })
const days = { from: '2026-01-01', to: '2026-03-02' }
const town = (): Promise<Office> => makeOffice('town', qingshi, '青石镇', new Clock())
const told = (answer: Result<unknown>): readonly [string, string] => {
  const failure = answer as Failure
  return [failure.code, Object.values(say(failure.code, failure.detail)).join('')]
}

it('a report that is open in WPS, or that finds no room, is told in a sentence, and the one that was there stays', async () => {
  const office = await town()
  const out = folder()
  const name = '青石镇_2026年_会议与决议一览.docx'
  writeFileSync(join(out, name), '旧的')
  const refused = async (code: string, at: 'rename' | 'writeFile') => {
    vi.mocked(files[at]).mockRejectedValueOnce(fault(code))
    return [...told(await office.ask('report.make', { year: 2026, out, kinds: ['meetings'] })), readdirSync(out), readFileSync(join(out, name), 'utf8')]
  }
  expect(await refused('EPERM', 'rename')).toEqual(['in-use', `“${name}”正被别的程序打开着。请在 Word 或 WPS 里关掉它，再生成一次。`, [name], '旧的'])
  expect(await refused('ENOSPC', 'writeFile')).toEqual(['disk-full', '那里的空间不够，文档没有写进去。请换一个文件夹再生成一次；记录都在。', [name], '旧的'])
  expect((await office.ask('report.make', { year: 2026, out, kinds: ['meetings'] })).ok).toBe(true)
})

it('the county\'s form filled in is told in the same words, and the filled form of before stays', async () => {
  const office = await town()
  const file = join(folder(), '县统计表.xlsx')
  writeFileSync(file, await countyForm())
  await office.get('form.load', { file })
  await office.get('form.guess', {})
  const out = folder()
  const path = (await office.get('form.fill', { ...days, out })).files[0]?.path ?? ''
  const before = readFileSync(path)
  vi.mocked(files.rename).mockRejectedValueOnce(fault('EBUSY'))
  expect(told(await office.ask('form.fill', { ...days, out }))[0]).toBe('in-use')
  vi.mocked(files.writeFile).mockRejectedValueOnce(fault('ENOSPC'))
  expect(told(await office.ask('form.fill', { ...days, out }))[0]).toBe('disk-full')
  expect([readFileSync(path).equals(before), readdirSync(out).length]).toEqual([true, 1])
})

it('a form that is damaged, old, locked by a password, with macros or outside links is refused with its reason, and the one that was loaded stays', async () => {
  const office = await town()
  const dir = folder()
  const good = await countyForm()
  const put = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(dir, name), bytes)
    return join(dir, name)
  }
  await office.get('form.load', { file: put('县统计表.xlsx', good) })
  // A name of the same length in its place keeps the archive whole.
  const withPart = (name: string): Uint8Array => Buffer.from(Buffer.from(good).toString('latin1').replaceAll('docProps/core.xml', name), 'latin1')
  const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])
  const given: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['坏的.xlsx', good.subarray(0, 900)], ['旧的.xls', readFileSync(join(import.meta.dirname, '../fixtures/roster/biff8.xls'))], ['加密的.xlsx', locked], ['带宏的.xlsm', withPart('xl/vbaProject.bin')], ['带链接的.xlsx', withPart('xl/externalLinks/')],
  ]
  const answers: (readonly [string, string])[] = []
  for (const [name, bytes] of given) answers.push(told(await office.ask('form.load', { file: put(name, bytes) })))
  expect(answers).toEqual([
    ['not-a-table', '这份表坏了，或者不是表格，打不开；原来的表没有动。请在 WPS 或 Excel 里打开看看，另存为 .xlsx 再装进来，或者向县里再要一份。'],
    ['old-table', '这是旧格式的表（.xls），县里的表样要 .xlsx 的；原来的表没有动。请在 WPS 或 Excel 里打开它，另存为 .xlsx，再装进来。'],
    ['file-encrypted', '这张表加了密码，打不开；原来的表没有动。请在 WPS 或 Excel 里去掉密码，另存一份再装进来。'],
    ['file-with-macros', '这张表里带宏，不能用；原来的表没有动。请在 WPS 或 Excel 里另存为不带宏的 .xlsx，再装进来。'],
    ['file-with-links', '这张表的公式引用了别的文件，不能用；原来的表没有动。请断开外部链接（数据 → 编辑链接），另存一份再装进来。'],
  ])
  expect((await office.get('form.get', days)).form?.version).toBe(1)
  expect(readdirSync(dir).length).toBe(6)
})
