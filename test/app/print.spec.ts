import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'
import { printer } from './support/printer'

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

test('the page of a deputy whose name no font of the computer can show says so; a rare name that can be shown needs no word', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const term = (await ask(page, 'record.list', { type: 'term' })).rows[0]?.id ?? ''
  for (const name of ['何\uE123', '龚䶮']) {
    const person = (await ask(page, 'record.add', { type: 'person', records: [{ name }] })).ids[0] ?? ''
    await ask(page, 'record.add', { type: 'mandate', records: [{ person, term, level: '5', nth: 1, confirm_on: '2021-12-20', as_history: true, status: '在任' }] })
  }
  const banner = page.getByText(/个字这台电脑显示不出/u)
  await page.locator('nav').getByRole('button', { name: /^代表/u }).first().click()
  await page.getByText('龚䶮').first().click()
  await expect(page.getByRole('heading', { name: /^龚䶮/u })).toBeVisible()
  await expect(banner).toHaveCount(0)
  await page.locator('nav').getByRole('button', { name: /^代表/u }).first().click()
  await page.getByText('何\uE123').first().click()
  await expect(banner).toHaveText('有 1 个字这台电脑显示不出（U+E123）。')
  await screenshot(page, 'unshown')
  await app.close()
})

test('a sheet of long titles stays within its paper, and the table behind a picture never leaves a row or two below it', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env: { ...env, ZHEN_NOW: '2026-05-20T09:00:00+08:00' } })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const title = `关于${'协调解决东片五个村群众出行难饮水难灌溉难问题'.repeat(6).slice(0, 114)}的建议`
  const person = (await ask(page, 'record.add', { type: 'person', records: [{ name: '何秀兰' }] })).ids[0] ?? ''
  const lead = (await ask(page, 'record.add', { type: 'mandate', records: [{ person, level: '乡', nth: 1, confirm_on: '2021-12-20', as_history: true, status: '在任' }] })).ids[0]
  await ask(page, 'record.quick', { type: 'suggestion', fields: { title, lead, field: '02' }, steps: [{ step: 'submit', fields: { raised_on: '2026-03-10', period: '闭会期间' } }] })
  await page.locator('nav').getByText('统计报表', { exact: true }).click()
  await page.getByRole('button', { name: '预演交年报' }).click()
  const list = path.join(freshDataDir(), '要补的.pdf')
  await printer(app, list)
  await page.getByRole('button', { name: '打印清单' }).click()
  await expect.poll(() => fs.existsSync(list), { timeout: 30_000 }).toBe(true)
  const words = execFileSync('pdftotext', ['-bbox', list, '-'], { encoding: 'utf8' })
  const width = Number(/<page width="([\d.]+)"/u.exec(words)?.[1])
  const ends = [...words.matchAll(/xMax="([\d.]+)"/gu)].map(([, end]) => Number(end))
  // Its lines stand beside those of the other columns.
  const text = words.replaceAll(/<[^>]*>|\s/gu, '')
  for (const part of [title.slice(0, 12), title.slice(-4)]) expect(text).toContain(part)
  expect(Math.max(...ends)).toBeLessThan(width - 30)

  await page.locator('nav').getByText('统计报表', { exact: true }).click()
  await page.getByRole('button', { name: '看图' }).click()
  await expect(page.getByRole('button', { name: '打印图和表' })).toBeVisible()
  const left: number[] = []
  for (const high of [196, 202, 208, 214, 220, 226, 232]) {
    await page.evaluate((mm) => {
      document.querySelector('.sheet-place')?.remove()
      const place = document.createElement('div')
      place.className = 'sheet-place'
      place.innerHTML = `<article class="sheet"><section class="chart-sheet"><h2>代表结构</h2><div style="height:${String(mm)}mm"></div><table class="tbl"><thead><tr><th>单位：人</th></tr></thead><tbody>${'<tr><td>栏目</td></tr>'.repeat(30)}</tbody></table></section></article>`
      document.body.append(place)
      document.documentElement.dataset['sheet'] = 'on'
    }, high)
    const file = path.join(freshDataDir(), '图.pdf')
    await ask(page, 'shell.pdf', { path: file })
    left.push(execFileSync('pdftotext', ['-l', '1', file, '-'], { encoding: 'utf8' }).match(/栏目/gu)?.length ?? 0)
  }
  expect(left.some((rows) => rows === 0) && left.some((rows) => rows > 3)).toBe(true)
  expect(left.filter((rows) => rows > 0 && rows < 3)).toEqual([])
  await app.close()
})
