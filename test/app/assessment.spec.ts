import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024' }

test('the evidence of an assessed item is chosen by a few letters, and whoever goes on with Tab has chosen nothing else', async () => {
  test.setTimeout(120_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env: { ...env, ZHEN_NOW: '2026-12-10' } })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const activities: string[] = []
  for (const title of ['视察石桥村饮水工程', '代表小组学习', '视察太平村道路']) activities.push((await ask(page, 'record.quick', { type: 'activity', fields: { kind: '03', title, start_on: '2026-05-01' } })).record.id)
  const item = (await ask(page, 'record.quick', { type: 'assessment', fields: { year: 2026, item_no: '3', item: '代表视察', full_tenths: 50 } })).record.id
  const evidence = async () => (await ask(page, 'record.get', { id: item })).fields['evidence'] ?? []

  await page.locator('nav').getByText('文件', { exact: true }).click()
  await page.getByText('考核自评', { exact: true }).click()
  await page.getByRole('button', { name: '选佐证' }).click()
  const box = page.locator('#field-evidence')
  const choose = async (words: string, title: string): Promise<void> => {
    await box.click()
    await box.fill(words)
    await page.locator('.ant-select-item-option', { hasText: title }).first().click()
    await expect(page.locator('.ant-select-selection-item', { hasText: title })).toBeVisible()
  }
  await choose('饮水', '视察石桥村饮水工程')
  await choose('太平', '视察太平村道路')
  // The list is open still: of any type, it offers nothing before a word is typed.
  await page.keyboard.press('Tab')
  await screenshot(page, 'assessment-evidence')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect.poll(evidence).toEqual([activities[0], activities[2]])

  // Back on the sheet: how many there are, and from there to the record that shows them.
  await page.locator('nav').getByText('文件', { exact: true }).click()
  await page.getByText('考核自评', { exact: true }).click()
  await page.getByRole('button', { name: '2 份' }).click()
  await expect(page.getByText('视察石桥村饮水工程').first()).toBeVisible()
  await page.getByText('视察太平村道路').first().click()
  await expect(page.getByRole('heading', { name: '视察太平村道路' })).toBeVisible()
  await app.close()
})

test('in an open list of deputies Tab goes on and takes nobody: who was chosen with the mouse is all that is saved', async () => {
  test.setTimeout(120_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  for (const name of ['周维安', '何秀兰', '陈国梁']) {
    const person = (await ask(page, 'record.quick', { type: 'person', fields: { name } })).record.id
    await ask(page, 'record.add', { type: 'mandate', records: [{ person, level: '乡', nth: 1, as_history: true, status: '在任', confirm_on: '2021-12-20' }] })
  }
  await page.locator('nav').getByText('代表', { exact: true }).click()
  await page.getByRole('button', { name: '建小组' }).click()
  const box = page.locator('#guide-1-members')
  await box.click()
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: '何秀兰' }).click()
  await expect(page.locator('.ant-select-selection-item', { hasText: '何秀兰' })).toBeVisible()
  // Everybody is offered again, and the first of them is marked.
  await expect(page.locator('.ant-select-item-option-active')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(box).not.toBeFocused()
  await page.getByRole('button', { name: '保存 1 个小组' }).click()
  await expect.poll(async () => (await ask(page, 'record.list', { type: 'group' })).rows.map((rec) => (rec.fields['members'] as readonly unknown[]).length)).toEqual([1])
  await app.close()
})
