import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, password, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-05-20T09:00:00+08:00' }
const title = '农村生活垃圾处理情况'

/** Opens the count of the work that was examined. */
async function openCount(page: Page): Promise<void> {
  await page.getByRole('button', { name: '监督', exact: true }).first().click()
  await page.getByText(title).first().click()
  await page.getByRole('button', { name: '登记测评' }).last().click()
  await expect(page.getByRole('group', { name: '计票' })).toBeVisible()
}

/** The 60 sheets as they are read out. */
const sheets = Array.from({ length: 60 }, (_, at) => (at % 30 === 29 ? '5' : at % 12 === 7 ? '3' : at % 5 === 1 ? '2' : '1'))
const count = (key: string, of = sheets): number => of.filter((one) => one === key).length

test('the rating by sixty deputies is counted by keys alone, goes on after a power cut, and its count is printed', async () => {
  const dataDir = freshDataDir()
  const { app, page } = await launchApp({ dataDir, env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const out = freshDataDir()
  await ask(page, 'settings.set', { ui: { out_folder: out } })
  const { ids: [id = ''] } = await ask(page, 'record.add', { type: 'supervision', records: [{ form: '08', topic: title }] })
  await ask(page, 'step.run', { id, step: 'start', fields: { start_on: '2026-05-19' } })
  await openCount(page)
  // The hand stays on the keys: how many went out, how many came back, then one press a sheet.
  await expect(page.getByLabel('发出')).toBeFocused()
  await page.keyboard.type('62')
  await page.keyboard.press('Tab')
  await page.keyboard.type('60')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('group', { name: '计票' })).toBeFocused()
  const check = page.getByRole('status').filter({ hasText: '收回' })
  for (const key of sheets.slice(0, 20)) await page.keyboard.press(key)
  await page.keyboard.press('3')
  await expect(check).toContainText('收回 60 张，还有 39 张没有唱')
  await page.keyboard.press('Backspace')
  await expect(check).toContainText('收回 60 张，还有 40 张没有唱')
  await expect.poll(async () => (await ask(page, 'draft.list', {})).drafts.length).toBe(1)
  await expect.poll(async () => { const [draft] = (await ask(page, 'draft.list', {})).drafts; return draft?.data['satisfied'] }).toBe(count('1', sheets.slice(0, 20)))

  app.process().kill('SIGKILL')
  const again = await launchApp({ dataDir, env })
  const second = again.page
  await second.getByLabel('密码').first().fill(password)
  await second.keyboard.press('Enter')
  await expect(second.getByRole('heading', { name: '首页' })).toBeVisible({ timeout: 20_000 })
  await openCount(second)
  const running = second.getByRole('status').filter({ hasText: '收回' })
  await expect(running).toContainText('收回 60 张，还有 40 张没有唱')
  await second.getByRole('group', { name: '计票' }).focus()
  for (const key of sheets.slice(20)) await second.keyboard.press(key)
  await expect(running).toContainText('与收回 60 张相符')
  await expect(running).toContainText('收回 60 ≤ 发出 62')
  await screenshot(second, 'rating-counted')
  // One more than came back cannot be saved; taking it back puts it right.
  await second.keyboard.press('1')
  await expect(running).toContainText('比收回的 60 张多 1 张')
  await second.keyboard.press('Control+s')
  expect((await ask(second, 'record.list', { type: 'rating' })).total).toBe(0)
  await second.keyboard.press('Backspace')
  await second.keyboard.press('Control+s')
  await expect.poll(async () => (await ask(second, 'record.list', { type: 'rating' })).total).toBe(1)
  expect((await ask(second, 'record.list', { type: 'rating' })).rows[0]?.fields).toMatchObject({ issued: 62, collected: 60, satisfied: count('1'), basically: count('2'), dissatisfied: count('3'), invalid: count('5') })
  expect((await ask(second, 'draft.list', {})).drafts).toEqual([])
  await screenshot(second, 'rating-saved')

  await second.getByRole('button', { name: '打印' }).first().click()
  await second.getByRole('button', { name: '测评计票单存成 PDF' }).click()
  await expect.poll(() => fs.readdirSync(out).filter((name) => name.endsWith('.pdf')).length).toBe(1)
  const file = path.join(out, fs.readdirSync(out).find((name) => name.endsWith('.pdf')) ?? '')
  const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/gu, '')
  expect(words).toContain('弃权0张')
  expect(words).toContain(`核对：满意${String(count('1'))}＋基本满意${String(count('2'))}＋不满意${String(count('3'))}＋弃权0＋无效${String(count('5'))}＝60张，收回60张，相符；发出62张，不少于收回。`)
  if (process.env['ZHEN_KEEP_FORMS'] !== undefined) fs.copyFileSync(file, path.join(process.env['ZHEN_KEEP_FORMS'], '测评计票单.pdf'))
  await again.app.close()
})
