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

test('sixty deputies on one sheet are rated by keys alone, name after name, and the count of sixty lines is printed', async () => {
  test.setTimeout(180_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const out = freshDataDir()
  await ask(page, 'settings.set', { ui: { out_folder: out } })
  const term = (await ask(page, 'record.list', { type: 'term' })).rows[0]?.id ?? ''
  const people = Array.from({ length: 60 }, (_, at) => ({ name: at === 59 ? '代甲子' : `${at % 10 === 3 ? '欧阳' : '代'}${'甲乙丙丁戊己庚辛壬癸'[at % 10] ?? ''}${'子丑寅卯辰巳'[Math.floor(at / 10)] ?? ''}` }))
  const { ids: persons } = await ask(page, 'record.add', { type: 'person', records: people })
  await ask(page, 'record.add', { type: 'mandate', records: persons.map((person) => ({ person, level: '5', term, nth: 1, confirm_on: '2021-12-20', as_history: true, status: '在任' })) })
  const { ids: [id = ''] } = await ask(page, 'record.add', { type: 'supervision', records: [{ form: '09', topic: title }] })
  await ask(page, 'step.run', { id, step: 'start', fields: { start_on: '2026-05-19' } })
  await openCount(page)
  await page.getByLabel('发出').fill('6')
  await page.getByLabel('收回').fill('5')
  await page.getByRole('button', { name: '一张票上列着很多人：按名单唱票' }).click()
  await page.getByRole('button', { name: '用全体代表的名单（60 人）' }).click()
  const tally = page.getByRole('group', { name: '按名单唱票' })
  await tally.focus()
  const now = page.getByRole('status', { name: '正在唱' })
  await expect(now).toContainText('第 1 张　代丙辰')
  // The first sheet name by name, two with the rest alike, one invalid in its middle, one that is half called when it is looked at.
  for (let at = 0; at < 60; at++) await page.keyboard.press(String(at % 3 + 1))
  await expect(now).toContainText('第 2 张')
  for (const key of ['1', ' ', '2', '2', ' ', '1', '1', '5', '3']) await page.keyboard.press(key)
  await expect(now).toContainText('第 5 张')
  await expect(now).toContainText('第 2 个，共 60 个')
  const check = page.getByRole('status').filter({ hasText: '唱完' })
  await expect(check).toContainText('有效 3 ＋ 作废 1 ＝ 唱完 4 张')
  await expect(check).toContainText('收回 5 张，还有 1 张没有唱')
  await expect(check).toContainText('每人合计 3 票，与有效票相符')
  await screenshot(page, 'rating-list')
  await expect(page.getByRole('button', { name: '保存测评' })).toBeDisabled()
  await page.keyboard.press('Space')
  await expect(check).toContainText('与收回 5 张相符')
  await expect(check).toContainText('每人合计 4 票，与有效票相符')
  await page.keyboard.press('Control+s')
  await expect.poll(async () => (await ask(page, 'record.list', { type: 'rating', limit: 100 })).total).toBe(60)
  const { rows } = await ask(page, 'record.list', { type: 'rating', limit: 100 })
  expect(rows.every(({ fields }) => ['satisfied', 'basically', 'dissatisfied', 'abstain'].reduce((sum, key) => sum + Number(fields[key] ?? 0), 0) === 4 && fields['collected'] === 5 && fields['invalid'] === 1)).toBe(true)
  expect(rows.reduce((sum, { fields }) => sum + Number(fields['satisfied']), 0)).toBe(20 + 60 + 0)
  expect(rows.map(({ fields }) => fields['aspect'])).toContain('代甲子（2）')
  await screenshot(page, 'rating-list-saved')

  await page.getByRole('button', { name: '打印' }).first().click()
  await page.getByRole('button', { name: '测评计票单存成 PDF' }).click()
  await page.getByRole('button', { name: '代表测评票（全体代表）存成 PDF' }).click()
  await expect.poll(() => fs.readdirSync(out).filter((name) => name.endsWith('.pdf')).length).toBe(2)
  const fileOf = (label: string): string => path.join(out, fs.readdirSync(out).find((name) => name.startsWith(label)) ?? '')
  if (process.env['ZHEN_KEEP_FORMS'] !== undefined) for (const name of fs.readdirSync(out)) fs.copyFileSync(path.join(out, name), path.join(process.env['ZHEN_KEEP_FORMS'], name))
  const words = execFileSync('pdftotext', ['-layout', fileOf('测评计票单'), '-'], { encoding: 'utf8' })
  expect(words.replaceAll(/\s+/gu, '')).toContain('核对：有效4＋无效1＝5张，收回5张，相符；发出6张，不少于收回；每人合计都是4票，与有效票相符。')
  // The head of the columns stands on every page of the sixty lines.
  const pages = words.split('\f').filter((one) => one.trim() !== '')
  expect([pages.length, pages.every((one) => one.includes('基本满意'))]).toEqual([3, true])
  // The sheet itself is one page, with every name in the order in which it is counted.
  expect(execFileSync('pdfinfo', [fileOf('代表测评票')], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n/u)
  await app.close()
})

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
