import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024' }

test('an activity of the whole roster takes at most eight interactions and is in every duty file at once', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(page, 'roster.import', { file: path.resolve(import.meta.dirname, '../fixtures/roster/biff8.xls') })
  let interactions = 0
  const touch = async (work: Promise<unknown>) => {
    interactions += 1
    await work
  }
  await touch(page.getByRole('group', { name: '快速登记' }).getByRole('button', { name: '记活动' }).click())
  await touch(page.getByText('走访选民', { exact: true }).click())
  await touch(page.getByLabel('标题').fill('走访石桥村选民'))
  await touch(page.getByLabel('地点').fill('石桥村'))
  await touch(page.getByRole('checkbox').first().click())
  await screenshot(page, 'activity')
  await touch(page.getByRole('button', { name: '保存', exact: true }).click())
  await expect(page.getByText('已记下活动，3 名代表的履职档案已更新')).toBeVisible()
  expect(interactions).toBeLessThanOrEqual(8)
  const { rows } = await ask(page, 'deputies.list', {})
  expect(rows.map((row) => row.events).sort()).toEqual([0, 1, 1, 1])

  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已撤销，恢复到保存以前')).toBeVisible()
  expect((await ask(page, 'record.list', { type: 'activity' })).total).toBe(0)
  expect((await ask(page, 'deputies.list', {})).rows.map((row) => row.events)).toEqual([0, 0, 0, 0])
  await app.close()
})
