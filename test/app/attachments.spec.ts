import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { expect, test } from '@playwright/test'
import ExcelJS from 'exceljs'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { answerDialog, ask, setUp } from './support/office'

/** A picture of noise, which no drawing makes small by itself: `side` pixels square. */
function noisyPng(side: number): Buffer {
  const rows = Buffer.alloc(side * (1 + side * 3))
  for (let at = 0, seed = 7; at < rows.length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    rows[at] = at % (1 + side * 3) === 0 ? 0 : 128 + ((seed >> 16) & 31)
  }
  const part = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(zlib.crc32(body), body.length + 4)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side)
  head.writeUInt32BE(side, 4)
  head.set([8, 2], 8)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), part('IHDR', head), part('IDAT', zlib.deflateSync(rows, { level: 1 })), part('IEND', Buffer.alloc(0))])
}

test('photos and papers are put with a record, seen there, made small on the way, and taken off again', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env: { ZHEN_SCRYPT_N: '1024' } })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const { record } = await ask(page, 'record.quick', { type: 'document', fields: { title: '关于表彰先进的决定', kind: '3' }, steps: [] })
  await page.getByRole('navigation', { name: '主导航' }).getByText('文件', { exact: true }).click()
  await page.getByText('关于表彰先进的决定').first().click()

  const folder = freshDataDir()
  const [photo, paper, program] = [path.join(folder, '现场照片.png'), path.join(folder, '决定正文.pdf'), path.join(folder, '游戏.exe')]
  const bytes = noisyPng(2600)
  fs.writeFileSync(photo, bytes)
  fs.writeFileSync(paper, '%PDF-1.7\n%%EOF\n')
  fs.writeFileSync(program, 'MZ\x90\x00')
  await page.getByLabel('选择附件').setInputFiles([photo, program, paper])
  await expect(page.getByText('已加 2 个附件')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('“游戏.exe”没有加上：这种文件不能用。')).toBeVisible()

  const { files } = await ask(page, 'file.list', { owner: record.id })
  expect(files.map((file) => [file.name, file.mime])).toEqual([['现场照片.jpg', 'image/jpeg'], ['决定正文.pdf', 'application/pdf']])
  expect(files[0]?.bytes).toBeLessThan(bytes.length / 2)
  await expect(page.locator('.att-thumb img')).toBeVisible()
  await screenshot(page, 'attachments')
  await page.getByText('现场照片.jpg').click()
  await expect(page.getByRole('dialog').getByRole('img', { name: '现场照片.jpg' })).toBeVisible()
  await screenshot(page, 'attachment-viewer')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '去掉附件“决定正文.pdf”' }).click()
  await page.getByRole('dialog').getByText('加错了').click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await expect(page.getByRole('button', { name: '去掉附件“决定正文.pdf”' })).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect(page.getByRole('button', { name: '去掉附件“决定正文.pdf”' })).toBeVisible()

  // With 保留原件 ticked nothing is drawn anew.
  await page.getByRole('checkbox', { name: '保留原件' }).check()
  await page.getByLabel('选择附件').setInputFiles([photo])
  await expect(page.getByText('已加附件“现场照片.png”')).toBeVisible()
  expect((await ask(page, 'file.list', { owner: record.id })).files.at(-1)).toMatchObject({ name: '现场照片.png', bytes: bytes.length, original: true })
  await app.close()
})

/** The beginning of each kind that a record may carry: what the program tells it by, whatever its name says. */
const sniffed = async (): Promise<readonly (readonly [name: string, bytes: Buffer, mime: string])[]> => {
  const xlsx = Buffer.from(await new ExcelJS.Workbook().addWorksheet('1').workbook.xlsx.writeBuffer() as ArrayBuffer)
  return [
    ['图片.png', noisyPng(40), 'image/jpeg'],
    ['正文.pdf', Buffer.from('%PDF-1.7\n%%EOF\n'), 'application/pdf'],
    ['名单.xlsx', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['录像.mp4', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(12), Buffer.from('mdat')]), 'video/mp4'],
  ]
}

test('scans are taken from the scanner\u2019s folder by their content; one that is gone is said, and a copy that was opened is cleared at the lock', async () => {
  const dataDir = freshDataDir()
  const { app, page } = await launchApp({ dataDir, env: { ZHEN_SCRYPT_N: '1024' } })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const { record } = await ask(page, 'record.quick', { type: 'document', fields: { title: '关于表彰先进的决定', kind: '3' }, steps: [] })
  await page.getByRole('navigation', { name: '主导航' }).getByText('文件', { exact: true }).click()
  await page.getByText('关于表彰先进的决定').first().click()

  // Nobody has chosen a folder yet: the dialog says what it is; the choice itself is the system's dialog, its answer stands in for it.
  await page.getByRole('button', { name: '取扫描件' }).click()
  const dialog = page.getByRole('dialog', { name: '取扫描件' })
  await expect(dialog.getByText('还没有选扫描文件夹')).toBeVisible()
  const folder = freshDataDir()
  const kinds = await sniffed()
  for (const [name, bytes] of kinds) fs.writeFileSync(path.join(folder, name), bytes)
  fs.writeFileSync(path.join(folder, '冒充的.pdf'), 'MZ\x90\x00')
  await answerDialog(app, [folder])
  await dialog.getByRole('button', { name: '选文件夹' }).click()
  await expect(dialog.getByText('冒充的.pdf')).toBeVisible()
  await screenshot(page, 'scan-folder')
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await dialog.getByRole('button', { name: /加为附件/u }).click()
  await expect(page.getByText('“冒充的.pdf”没有加上')).toBeVisible({ timeout: 20_000 })
  await expect.poll(async () => (await ask(page, 'file.list', { owner: record.id })).files.map((file) => [file.name, file.mime]).sort()).toEqual(kinds.map(([name, , mime]) => [name.replace('.png', '.jpg'), mime]).sort())
  await page.getByRole('button', { name: '取扫描件' }).click()
  await expect(dialog.getByText('用过')).toHaveCount(kinds.length)
  await screenshot(page, 'scan-folder-used')
  await page.keyboard.press('Escape')

  // Opened outside only as a copy in clear, which goes with the lock.
  await app.evaluate(({ shell }) => { shell.openPath = () => Promise.resolve('') })
  await page.getByText('正文.pdf').click()
  const copies = path.join(dataDir, 'tmp')
  await expect.poll(() => (fs.existsSync(copies) ? fs.readdirSync(copies, { recursive: true }).map(String).filter((name) => name.endsWith('.pdf')).length : 0)).toBe(1)
  await ask(page, 'office.lock', {})
  await expect(page.getByRole('heading', { name: /欢迎|解锁|密码/u }).or(page.locator('input[type=password]')).first()).toBeVisible()
  await expect.poll(() => fs.existsSync(copies) && fs.readdirSync(copies).length > 0).toBe(false)
  await app.close()
})

test('an attachment whose content is gone from the disk is said, not hidden', async () => {
  const dataDir = freshDataDir()
  const { app, page } = await launchApp({ dataDir, env: { ZHEN_SCRYPT_N: '1024' } })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(page, 'record.quick', { type: 'document', fields: { title: '关于表彰先进的决定', kind: '3' }, steps: [] })
  await page.getByRole('navigation', { name: '主导航' }).getByText('文件', { exact: true }).click()
  await page.getByText('关于表彰先进的决定').first().click()
  const paper = path.join(freshDataDir(), '正文.pdf')
  fs.writeFileSync(paper, '%PDF-1.7\n%%EOF\n')
  await page.getByLabel('选择附件').setInputFiles([paper])
  await expect(page.getByRole('button', { name: /^正文\.pdf/u })).toBeEnabled({ timeout: 20_000 })
  fs.rmSync(path.join(dataDir, 'blobs'), { recursive: true })
  await page.getByRole('navigation', { name: '主导航' }).getByText('文件', { exact: true }).click()
  await page.getByText('关于表彰先进的决定').first().click()
  await expect(page.getByText('内容不在这台电脑上')).toBeVisible()
  await screenshot(page, 'attachment-gone')
  await app.close()
})
