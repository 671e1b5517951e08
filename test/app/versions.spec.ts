import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, password, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024' }

test('an older program says that the data is newer and touches nothing; the newer one opens it again', async () => {
  const dataDir = freshDataDir()
  const first = await launchApp({ dataDir, env })
  await setUp(first.page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(first.page, 'record.quick', { type: 'person', fields: { name: '何秀兰' } })
  await first.app.close()
  const schema = (to: number): number => Number(execFileSync(process.execPath, [path.join(import.meta.dirname, 'support/schema-of.mjs'), dataDir, password, String(to)], { encoding: 'utf8' }))
  const ours = schema(99)

  const old = await launchApp({ dataDir, env })
  await old.page.locator('#unlock-password').fill(password)
  await old.page.locator('#unlock-password').press('Enter')
  await expect(old.page.getByText('这份数据是更新版本的软件建的。')).toBeVisible()
  await expect(old.page.getByText('请安装新版软件再打开，数据没有问题。')).toBeVisible()
  await screenshot(old.page, 'older-program')
  await old.app.close()

  expect(schema(ours)).toBe(99)
  const again = await launchApp({ dataDir, env })
  await again.page.locator('#unlock-password').fill(password)
  await again.page.locator('#unlock-password').press('Enter')
  await expect(again.page.getByRole('heading', { name: '首页' })).toBeVisible()
  expect((await ask(again.page, 'record.list', { type: 'person', limit: 5 })).rows.map((row) => row.fields['name'])).toEqual(['何秀兰'])
  await again.app.close()
})

test('a damaged practice town says so and is made anew with one press, while the real office beside it stays', async () => {
  test.setTimeout(180_000)
  const dataDir = freshDataDir()
  const { app, page } = await launchApp({ dataDir, env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(page, 'record.quick', { type: 'person', fields: { name: '何秀兰' } })
  const practise = async (): Promise<void> => {
    await ask(page, 'office.lock', {})
    await page.getByRole('button', { name: '先去练习' }).click()
  }
  await practise()
  await expect(page.getByRole('button', { name: '退出练习' })).toBeVisible({ timeout: 90_000 })
  await page.getByRole('button', { name: '退出练习' }).click()
  await page.locator('#unlock-password').waitFor()
  fs.writeFileSync(path.join(path.dirname(dataDir), `${path.basename(dataDir)}-practice`, 'town-01', 'data.db'), 'not a database any more')
  await page.getByRole('button', { name: '先去练习' }).click()
  await expect(page.getByRole('button', { name: '重新做一个练习单位' })).toBeVisible({ timeout: 30_000 })
  await screenshot(page, 'practice-damaged')
  await page.getByRole('button', { name: '重新做一个练习单位' }).click()
  await expect(page.getByRole('button', { name: '退出练习' })).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText('这里的人和事都是编的')).toBeVisible()
  await page.getByRole('button', { name: '退出练习' }).click()
  await page.locator('#unlock-password').fill(password)
  await page.locator('#unlock-password').press('Enter')
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible()
  expect((await ask(page, 'record.list', { type: 'person', limit: 5 })).rows.map((row) => row.fields['name'])).toEqual(['何秀兰'])
  await app.close()
})
