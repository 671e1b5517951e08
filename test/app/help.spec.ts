import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { setUp } from './support/office'
import { printer } from './support/printer'

const pagesOf = (file: string): number => fs.readFileSync(file, 'latin1').match(/\/Type\s*\/Page[^s]/gu)?.length ?? 0

test('help is found by everyday words without the mouse; its pages and the quick card each print on one sheet', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env: { ZHEN_SCRYPT_N: '1024' } })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await page.locator('nav').getByText('设置', { exact: true }).press('Enter')
  await page.getByText('字号和帮助', { exact: true }).click()
  await page.getByRole('button', { name: '看帮助' }).press('Enter')
  await page.getByLabel('在帮助里找').focus()
  await page.keyboard.type('代表辞职')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '代表辞职、去世、补选' })).toBeVisible()
  await screenshot(page, 'help-found')

  const folder = freshDataDir()
  const print = async (name: string, button: string): Promise<number> => {
    const file = path.join(folder, `${name}.pdf`)
    await printer(app, file)
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect.poll(() => fs.existsSync(file), { timeout: 30_000 }).toBe(true)
    return pagesOf(file)
  }
  const counts: Record<string, number> = { 速查卡: await print('速查卡', '打印速查卡') }
  const titles = await page.getByRole('navigation', { name: '帮助目录' }).getByRole('button').allTextContents()
  for (const title of titles.filter((one) => one !== '新版本有什么')) {
    await page.getByRole('navigation', { name: '帮助目录' }).getByRole('button', { name: title, exact: true }).click()
    counts[title] = await print(title.replaceAll('、', ''), '打印这一页')
  }
  expect(Object.entries(counts).filter(([, count]) => count !== 1)).toEqual([])
  await app.close()
})
