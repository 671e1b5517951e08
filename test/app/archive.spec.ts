import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron, expect, test, type Page } from '@playwright/test'
import { jpegOf, written } from '../paper/support/pages'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SAMPLES: '1', ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-05-20T09:00:00+08:00' }

/** A browser that has nothing of ours and reaches nothing: a bare window of the same Chromium on the files of a folder. */
async function browserOn(file: string): Promise<{ readonly page: Page; readonly close: () => Promise<void>; readonly asked: readonly string[] }> {
  const dir = freshDataDir()
  fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify({ name: 'browser', version: '1.0.0', main: 'main.js' }))
  fs.writeFileSync(path.join(dir, 'main.js'), `const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => { new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } }).loadURL(${JSON.stringify(pathToFileURL(file).href)}) })`)
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env
  const app = await _electron.launch({ executablePath: process.env['ZHEN_ELECTRON'] ?? '.cache/electron/electron', args: [dir, '--force-device-scale-factor=1'], chromiumSandbox: process.getuid?.() !== 0 && process.env['ZHEN_SANDBOX'] !== 'off', env: inherited as Record<string, string> })
  const page = await app.firstWindow()
  const asked: string[] = []
  page.on('request', (request) => { asked.push(request.url()) })
  return { page, asked, close: () => app.close() }
}

test('the archive of a term is made in the window and read in a plain browser: lists, records, evidence, reports and the search', async () => {
  test.setTimeout(120_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const out = freshDataDir()
  await ask(page, 'settings.set', { ui: { out_folder: out } })
  await ask(page, 'seed.run', { years: 1, scale: 1, seed: 3 })
  const { ids: [matter = ''] } = await ask(page, 'record.add', { type: 'voter_matter', records: [{ received_on: '2026-04-01', content: '东干渠<漏水>，请联系13800138000' }] })
  await ask(page, 'record.add', { type: 'visitor', records: [{ about: matter, name: '赵文', phone: '13900139000' }] })
  await ask(page, 'file.add', { owner: matter, name: '现场照片.jpg', content: jpegOf(written(600, 400)).toString('base64') })
  await page.evaluate(() => window.dispatchEvent(new CustomEvent('zhen-open', { detail: { screen: 'term' } })))
  await page.getByRole('button', { name: '整届存档' }).click()
  await screenshot(page, 'archive-dialog')
  await page.getByRole('button', { name: '做存档' }).click()
  await expect(page.getByText(/已存好：青禾镇_/u)).toBeVisible({ timeout: 60_000 })
  const folder = path.join(out, fs.readdirSync(out).find((name) => name.endsWith('_存档')) ?? '')
  await app.close()

  const { page: read, asked, close } = await browserOn(path.join(folder, 'index.html'))
  const problems: string[] = []
  read.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()) })
  await expect(read.getByRole('heading', { name: /青禾镇.*人大工作存档/u })).toBeVisible()
  await screenshot(read, 'archive-index')
  await read.getByRole('searchbox', { name: '查找' }).fill('漏水 东干渠')
  await expect(read.locator('#hits a')).toHaveCount(1)
  await screenshot(read, 'archive-search')
  await read.locator('#hits a').click()
  await expect(read.getByText('东干渠<漏水>').first()).toBeVisible()
  // The evidence is there and is a picture; the phone number and the visitor's name are not.
  await expect.poll(() => read.getByRole('img', { name: '现场照片.jpg' }).evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(600)
  expect(await read.content()).not.toMatch(/13800138000|13900139000|赵文/u)
  await screenshot(read, 'archive-record')
  await read.getByRole('link', { name: /人大工作存档/u }).first().click()
  await read.getByRole('link', { name: '代表建议', exact: true }).click()
  await expect(read.getByRole('heading', { name: '代表建议' })).toBeVisible()
  await screenshot(read, 'archive-register')
  await read.getByRole('link', { name: /人大工作存档/u }).first().click()
  await read.getByRole('link', { name: '2026年主席团工作报告', exact: true }).click()
  await expect(read.getByText('主席团工作报告').first()).toBeVisible()
  await screenshot(read, 'archive-report')
  await read.getByRole('link', { name: /人大工作存档/u }).click()
  await read.getByRole('link', { name: '统计表', exact: true }).click()
  await expect(read.getByText(/青禾镇人大工作统计表/u).first()).toBeVisible()
  await screenshot(read, 'archive-statistics')
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
  expect(problems).toEqual([])
  await close()
})
