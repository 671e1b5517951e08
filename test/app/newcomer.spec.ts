import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp } from './support/launch-app'
import { answerDialog, ask, password, setUp } from './support/office'

const roster = path.resolve(import.meta.dirname, '../fixtures/roster/biff8.xls')
const env = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8' }

test('somebody who never saw the program comes from an empty computer to the package on the stick in under forty steps, all of them on the screen', async () => {
  test.setTimeout(180_000)
  const stick = freshDataDir()
  const county = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(county.page, { role: 'county', code: '511321', name: '望川县人大常委会' })
  const invite = await ask(county.page, 'exchange.invite', { code: '511321101', name: '青禾镇', out: stick })
  await county.app.close()

  const { app, page } = await launchApp({ dataDir: freshDataDir(), env: { ...env, ZHEN_STICK: stick } })
  // A step = one thing that the hand does: a press, or something typed. Every one has its word on the screen.
  let steps = 0
  const press = async (name: string): Promise<void> => {
    steps += 1
    await page.getByRole('button', { name, exact: true }).first().click()
  }
  const type = async (label: string, text: string): Promise<void> => {
    steps += 1
    await page.getByLabel(label, { exact: true }).first().fill(text)
  }
  await type('区划代码', '511321101')
  await type('乡镇名称', '青禾镇')
  await type('第几届', '19')
  await type('本届开始', '2021.12.20')
  await type('代表名额', '60')
  await type('您的姓名', '周维安')
  await press('下一步')
  await type('打开密码', password)
  await type('再输一遍', password)
  steps += 1
  await page.getByText('我已经把密码写在纸上收好了').click()
  await press('开始使用')

  // The roster, from the list of first things.
  await answerDialog(app, [roster])
  await press('导入名单')
  await press('选择文件')
  await press('导入 4 人')
  await expect(page.getByText('在任 4 名')).toBeVisible()

  // Left in the middle, and gone on with from home.
  await press('首页')
  await press('接着做')
  await expect(page.getByRole('heading', { name: '联络站' })).toBeVisible()
  await type('名称', '石桥村代表联络站')
  await press('保存 1 个联络站')
  await press('先放着，做下一步')
  await press('记活动')
  await expect(page.getByRole('heading', { name: '记活动' })).toBeVisible()
  await type('标题', '走访石桥村选民')
  await press('保存')
  await expect(page.getByText(/已保存/u).first()).toBeVisible()

  // To the county.
  await press('首页')
  await press('接着做')
  await press('去配对')
  await answerDialog(app, [invite.file])
  await press('选配对文件')
  await type('照纸条输入配对码', invite.code)
  await press('配对')
  await expect(page.getByText('望川县人大常委会').first()).toBeVisible()
  await press('上报到 U 盘')
  await expect.poll(() => fs.readdirSync(stick, { recursive: true }).filter((name) => String(name).endsWith('.zpk')).length, { timeout: 60_000 }).toBe(2)
  test.info().annotations.push({ type: 'steps', description: String(steps) })
  expect(steps).toBeLessThan(40)
  await app.close()
})
