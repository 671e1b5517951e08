import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { answerDialog, ask, password, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8' }
const fresh = '新主席的密码2026'

async function unlock(page: Page, secret: string): Promise<void> {
  await page.locator('#unlock-password').fill(secret)
  await page.locator('#unlock-password').press('Enter')
}

async function toHandover(page: Page): Promise<void> {
  await page.locator('nav').getByText('设置', { exact: true }).click()
  await page.getByRole('button', { name: /^换人、换电脑/u }).click()
  await expect(page.getByRole('heading', { name: '换人、换电脑' })).toBeVisible()
}

test('a new chair takes the office over in one step, and it moves with everything to a new computer, where the old one is closed', async () => {
  test.setTimeout(180_000)
  const [first, next, stick] = [freshDataDir(), freshDataDir(), freshDataDir()]
  const old = await launchApp({ dataDir: first, env: { ...env, ZHEN_STICK: stick } })
  await setUp(old.page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(old.page, 'record.quick', { type: 'person', fields: { name: '何秀兰' } })
  await ask(old.page, 'record.quick', { type: 'task', fields: { title: '催石桥村的路', due_on: '2030-01-05' } })
  await ask(old.page, 'draft.save', { id: 'd1', type: 'quick-activity', data: { title: '写了一半的活动' } })
  // The sheets go to a printer that this machine has not got: what would be printed is kept instead.
  await old.page.evaluate(() => {
    const place = globalThis as unknown as { printed: string[] }
    place.printed = []
    new MutationObserver(() => { const sheets = document.querySelector<HTMLElement>('.sheet-place'); if (sheets !== null) place.printed.push(sheets.textContent ?? '') }).observe(document.body, { childList: true })
  })

  await toHandover(old.page)
  await screenshot(old.page, 'handover')
  await old.page.getByRole('button', { name: '办理交接' }).click()
  const form = old.page.getByRole('dialog')
  await form.getByLabel('接收人').fill('李建国')
  await form.getByLabel('现在的密码').fill('不对的密码')
  await form.getByLabel('新密码').fill(fresh)
  await form.getByLabel('再输一遍').fill(fresh)
  await form.getByRole('button', { name: '交接，打印' }).click()
  await expect(form.getByText('密码不对。')).toBeVisible()
  await screenshot(old.page, 'handover-form')
  await form.getByLabel('现在的密码').fill(password)
  await form.getByRole('button', { name: '交接，打印' }).click()
  await expect(old.page.getByText('新密码已经生效。')).toBeVisible()
  await old.page.getByText('打印机不好用').click()
  await screenshot(old.page, 'handover-done')
  const papers = (await old.page.evaluate(() => (globalThis as unknown as { printed: string[] }).printed)).join('')
  for (const words of ['青禾镇人大工作交接单', '移交：周维安', '接收：李建国', '催石桥村的路', '记活动', '密码恢复单', '青禾镇 恢复单', '监交人签字']) expect(papers).toContain(words)
  await old.page.getByRole('button', { name: '印好了，字都看得清' }).click()
  await expect(old.page.getByText(/现在由李建国记/u)).toBeVisible()
  expect(await ask(old.page, 'exchange.sheet', {})).toEqual({ key: null })
  expect((await ask(old.page, 'office.state', {})).office).toMatchObject({ by: '李建国', chair: '李建国' })

  // A stick that takes nothing: one sentence, and this computer stays open. A file stands where the folder would be.
  fs.writeFileSync(path.join(stick, '镇人大备份'), '')
  await old.page.getByRole('button', { name: '搬到新电脑' }).click()
  await old.page.getByRole('button', { name: '写到 U 盘，停用这台' }).click()
  await expect(old.page.getByRole('dialog').getByRole('alert')).toBeVisible()
  fs.rmSync(path.join(stick, '镇人大备份'))
  await screenshot(old.page, 'handover-move')
  await old.page.getByRole('button', { name: '写到 U 盘，停用这台' }).click()
  await expect(old.page.getByRole('heading', { name: '这台电脑已停用' })).toBeVisible()
  await screenshot(old.page, 'handover-moved')
  await old.page.getByRole('button', { name: '锁上' }).click()
  await unlock(old.page, password)
  await expect(old.page.getByText('密码不对。')).toBeVisible()
  await unlock(old.page, fresh)
  await expect(old.page.getByRole('heading', { name: '这台电脑已停用' })).toBeVisible()
  await old.app.close()

  const file = fs.readdirSync(stick, { recursive: true, encoding: 'utf8' }).find((name) => name.includes('搬家'))
  const fresher = await launchApp({ dataDir: next, env: { ...env, ZHEN_STICK: stick } })
  await answerDialog(fresher.app, [path.join(stick, file ?? '')])
  await fresher.page.getByRole('button', { name: '换了电脑、加一台电脑' }).click()
  await fresher.page.getByRole('button', { name: '选 U 盘上的文件（搬家、备份）' }).click()
  await expect(fresher.page.getByText(/青禾镇，.*做的备份/u)).toBeVisible()
  await fresher.page.getByLabel('做备份时的密码').fill(fresh)
  await screenshot(fresher.page, 'handover-new')
  await fresher.page.getByRole('button', { name: '接着用' }).click()
  await fresher.page.getByRole('button', { name: '用密码打开' }).click()
  await unlock(fresher.page, fresh)
  await expect(fresher.page.getByRole('heading', { name: '首页' })).toBeVisible()
  await expect(fresher.page.getByText(/没写完的/u).first()).toBeVisible()
  expect((await ask(fresher.page, 'todo.list', {})).items.some((todo) => todo.title.includes('催石桥村的路'))).toBe(true)
  await expect(fresher.page.getByText(/没有正常关掉/u)).toHaveCount(0)
  expect((await ask(fresher.page, 'record.list', { type: 'person', limit: 5 })).rows.map((row) => row.fields['name'])).toEqual(['何秀兰'])
  await fresher.app.close()
})
