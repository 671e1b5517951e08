import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8' }

test('a document of several megabytes becomes a PDF and leaves no trace in the window', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const file = path.join(freshDataDir(), '履职登记卡.pdf')
  const rows = Array.from({ length: 12_000 }, (_, index) => `<tr><td>${String(index + 1)}</td><td>${'参加视察和走访选民'.repeat(12)}</td></tr>`).join('')
  const html = `<!doctype html><meta charset="utf-8"><title>卡</title><table>${rows}</table>`
  expect(Buffer.byteLength(html)).toBeGreaterThan(3_000_000)
  const made = await ask(page, 'shell.pdf', { path: file, html })
  expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  expect(fs.statSync(file).size).toBe(made.bytes)
  expect(app.windows().length).toBe(1)
  await app.close()
})

test('a PDF says which characters no font of the computer can show', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const made = await ask(page, 'shell.pdf', { path: path.join(freshDataDir(), '公示表.pdf'), html: '<!doctype html><meta charset="utf-8"><title>表</title><p>青禾镇 \uE123 代表</p>' })
  expect(made.unshown).toEqual(['\uE123'])
  const plain = await ask(page, 'shell.pdf', { path: path.join(freshDataDir(), '公示表.pdf'), html: '<!doctype html><meta charset="utf-8"><title>表</title><p>青禾镇㐂䶮</p>' })
  expect(plain.unshown).toBeUndefined()
  await app.close()
})

test('a sheet that lies beside the page becomes a PDF by itself, with what it cannot show', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await page.evaluate(() => {
    const place = document.createElement('div')
    place.className = 'sheet-place'
    place.innerHTML = `<article class="sheet wide"><h1>名册</h1><table><tbody>${Array.from({ length: 200 }, (_, at) => `<tr><td>${String(at + 1)}</td><td>代表\uE123</td></tr>`).join('')}</tbody></table></article>`
    document.body.append(place)
    document.documentElement.dataset['sheet'] = 'on'
  })
  const file = path.join(freshDataDir(), '名册.pdf')
  const made = await ask(page, 'shell.pdf', { path: file })
  expect(made.unshown).toEqual(['\uE123'])
  const pages = fs.readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0
  expect(pages).toBeGreaterThan(5)
  await app.close()
})
