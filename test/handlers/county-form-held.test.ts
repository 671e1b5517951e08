import { writeFileSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { say } from '../../shared/text'
import { countyForm } from '../documents/support/county-form'
import { Clock, folder, makeOffice, qingshi } from './support/offices'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>()
  return { ...real, readFile: vi.fn(real.readFile) }
})

it('a form that Excel or WPS holds open is said by its name, and the form that was loaded stays', async () => {
  const town = await makeOffice('town', qingshi, '青石镇', new Clock())
  const file = join(folder(), '县统计表.xlsx')
  writeFileSync(file, await countyForm())
  await town.get('form.load', { file })
  vi.mocked(files.readFile).mockRejectedValueOnce(Object.assign(new Error('EBUSY'), { code: 'EBUSY' }))
  const held = await town.ask('form.load', { file })
  expect(held).toMatchObject({ ok: false, code: 'in-use', field: 'file' })
  expect(held.ok ? '' : say(held.code, held.detail).say).toBe('“县统计表.xlsx”正被别的程序打开着。')
  expect((await town.get('form.get', { from: '2026-01-01', to: '2026-03-02' })).form?.version).toBe(1)
})
