import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp } from './support/launch-app'
import { ask, password, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8' }
const root = path.resolve(import.meta.dirname, '../..')

test('a package opened from the stick is looked at, not read in: the invitation at the town, the report at the county', async () => {
  test.setTimeout(120_000)
  const stick = freshDataDir()
  const [countyDir, townDir] = [freshDataDir(), freshDataDir()]
  const county = await launchApp({ dataDir: countyDir, env })
  await setUp(county.page, { role: 'county', code: '511321', name: '望川县人大常委会' })
  const invite = await ask(county.page, 'exchange.invite', { code: '511321101', name: '青禾镇', out: stick })
  await county.app.close()

  const town = await launchApp({ dataDir: townDir, env, args: [invite.file] })
  await setUp(town.page, { role: 'town', code: '511321101', name: '青禾镇' }, '上报')
  await expect(town.page.getByRole('button', { name: '换一个文件' })).toBeVisible()
  await town.page.locator('#pair-code').fill(invite.code)
  await town.page.getByRole('button', { name: '配对', exact: true }).click()
  await expect(town.page.getByText('还没有给县里报过').or(town.page.getByRole('button', { name: '上报到 U 盘' })).first()).toBeVisible()
  const sent = await ask(town.page, 'exchange.export', { to: stick, always: true })
  await town.app.close()

  const again = await launchApp({ dataDir: countyDir, env, args: [sent.file ?? ''] })
  await again.page.locator('input[type=password]').first().fill(password)
  await again.page.keyboard.press('Enter')
  await expect(again.page.getByRole('heading', { level: 1, name: '导入' })).toBeVisible()
  await expect(again.page.getByText('青禾镇').first()).toBeVisible()
  expect((await ask(again.page, 'record.list', { type: 'office' })).total).toBe(1)
  await again.app.close()
})

test('the self-check tries the computer and leaves a report and nothing else', () => {
  const dir = freshDataDir()
  const report = path.join(dir, '自检.txt')
  const { status } = spawnSync(process.env['ZHEN_ELECTRON'] ?? path.join(root, '.cache/electron/electron'), [
    process.env['ZHEN_APP'] ?? root, ...(process.getuid?.() === 0 || process.env['ZHEN_SANDBOX'] === 'off' ? ['--no-sandbox'] : []), '--self-check', `--self-check-to=${report}`,
  ], { env: { ...process.env, ...env, ZHEN_DATA: path.join(dir, 'data') }, timeout: 50_000 })
  const text = fs.readFileSync(report, 'utf8')
  expect(text).toContain('[好] 试建一个单位：建库、保存、备份、上锁、打开、检查都成')
  expect(text).toMatch(/结果：(都好|\d+ 处要看)/u)
  expect([0, 1]).toContain(status)
  expect(fs.existsSync(path.join(dir, 'data'))).toBe(false)
})
