import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'
import { countPresses } from './support/presses'

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

test('an activity of a group of which twenty came and one did not takes at most eight presses, as the window receives them', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env: { ...env, ZHEN_NOW: '2026-03-20T09:00:00+08:00' } })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const term = (await ask(page, 'record.list', { type: 'term' })).rows[0]?.id ?? ''
  const people = await ask(page, 'record.add', { type: 'person', records: Array.from({ length: 26 }, (_, at) => ({ name: `代表${'甲乙丙丁戊己庚辛壬癸'[at % 10] ?? ''}${'一二三'[Math.floor(at / 10)] ?? ''}` })) })
  const mandates = await ask(page, 'record.add', { type: 'mandate', records: people.ids.map((person) => ({ person, term, level: '5', nth: 1, confirm_on: '2021-12-20', as_history: true, status: '在任' })) })
  await ask(page, 'record.add', { type: 'group', records: [{ term, kind: '1', name: '石桥小组', members: mandates.ids.slice(0, 21).map((mandate) => ({ mandate })) }] })
  const presses = await countPresses(page)
  await page.getByRole('group', { name: '快速登记' }).getByRole('button', { name: '记活动' }).click()
  await page.getByText('走访选民', { exact: true }).click()
  await page.getByLabel('标题').click()
  await page.keyboard.insertText('走访石桥村选民')
  await page.getByLabel('组织小组').click()
  await page.locator('.ant-select-item-option', { hasText: '石桥小组' }).click()
  await page.getByLabel('地点').click()
  await page.keyboard.insertText('石桥村')
  await expect(page.getByRole('status', { name: '出席人数' })).toContainText('应到 21')
  await page.getByRole('checkbox', { name: /代表丙一/u }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已记下活动，20 名代表的履职档案已更新')).toBeVisible()
  expect(await presses()).toBeLessThanOrEqual(8)
  expect(await presses()).toBeGreaterThan(6)
  const saved = (await ask(page, 'record.list', { type: 'activity' })).rows[0]
  expect(saved?.fields).toMatchObject({ title: '走访石桥村选民', place: '石桥村', kind: '08' })
  expect((await ask(page, 'deputies.list', {})).rows.filter((row) => row.events === 1)).toHaveLength(20)
  await app.close()
})
