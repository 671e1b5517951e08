import { symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Clock, folder, makeOffice, qingshi } from './support/offices'

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(300)])

test('the scan folder is chosen once, shows its newest files first, and says which were attached already', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  expect(await office.get('file.scans', {})).toEqual({ folder: null, missing: false, files: [] })
  const dir = folder()
  for (const [at, name] of ['扫描0001.png', '扫描0002.pdf', '说明.txt', '空.png'].entries()) {
    writeFileSync(join(dir, name), name === '空.png' ? '' : name.endsWith('.png') ? png : '%PDF-1.7 …')
    utimesSync(join(dir, name), 1_700_000_000 + at, 1_700_000_000 + at)
  }
  const shown = await office.get('file.scans', { folder: dir })
  expect(shown.files.map((file) => [file.name, file.taken])).toEqual([['扫描0002.pdf', false], ['扫描0001.png', false]])
  const owner = await office.add('document', { kind: '4', title: '会议通知' })
  await office.get('file.add', { owner, path: join(dir, '扫描0002.pdf'), name: '扫描0002.pdf' })
  await office.restart()
  expect((await office.get('file.scans', {})).files.map((file) => file.taken)).toEqual([true, false])
})

test('a folder that is not there is said; a picture is read for the window, nothing outside the folder ever', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const [dir, other] = [folder(), folder()]
  expect(await office.get('file.scans', { folder: join(dir, '没有') })).toMatchObject({ missing: true, files: [] })
  await office.get('file.scans', { folder: dir })
  writeFileSync(join(dir, 'a.png'), png)
  writeFileSync(join(dir, 'b.pdf'), '%PDF-1.7 …')
  writeFileSync(join(other, 'secret.png'), png)
  symlinkSync(join(other, 'secret.png'), join(dir, 'link.png'))
  expect(await office.get('file.scan', { path: join(dir, 'a.png') })).toEqual({ mime: 'image/png', content: png.toString('base64') })
  expect((await office.get('file.scan', { path: join(dir, 'b.pdf') })).content).toBeNull()
  for (const outside of [join(other, 'secret.png'), join(dir, 'link.png'), join(dir, '..', 'a.png'), '/etc/hostname']) {
    expect(await office.ask('file.scan', { path: outside })).toMatchObject({ ok: false, code: 'file-not-found' })
  }
})
