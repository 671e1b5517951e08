import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'

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
