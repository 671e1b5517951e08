import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from 'playwright-core'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { answerDialog, ask, pairBySlip, password, setUp } from './support/office'
import { cli, sent } from './support/neighbours'

const [code, name] = ['511321101', '青禾镇']
const env = (stick: string): Readonly<Record<string, string>> => ({ ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8', ZHEN_STICK: stick })
const nav = (page: Page, word: string): Promise<void> => page.locator('nav').getByText(word, { exact: true }).click()

/** A slip of the county's window: its file and the code that is shown once. */
async function slip(app: ElectronApplication, page: Page, folder: string): Promise<{ readonly file: string; readonly code: string }> {
  await nav(page, '各镇')
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: '再配一台电脑' }).click()
  await answerDialog(app, [folder])
  await page.getByRole('button', { name: '做配对文件' }).click()
  const shown = await page.locator('.slip-code').textContent() ?? ''
  const file = (await page.getByText(/^文件：/u).textContent() ?? '').replace('文件：', '')
  await page.getByRole('button', { name: '已经抄好' }).click()
  return { file, code: shown.replaceAll(' ', '') }
}

test('a burnt computer is closed, two new ones are paired before the package of either came, each is approved by its number, and everything is back: by the receipt, and with the sheet what never left the town', async () => {
  test.setTimeout(240_000)
  const [stick, slips, countyDir, burntDir, newDir, otherDir] = Array.from({ length: 6 }, freshDataDir) as [string, string, string, string, string, string]
  cli(countyDir, ['init', '--role', 'county', '--code', '511321', '--name', '望川县'])
  cli(burntDir, ['init', '--role', 'town', '--code', code, '--name', name, '--term', '19', '--term-start', '2021-12-20', '--quota', '60'])
  const first = cli(countyDir, ['invite', '--code', code, '--name', name, '--out', slips])
  cli(burntDir, ['join', String(first['file'])], { code: String(first['code']) })
  const [office] = cli(burntDir, ['list', 'office'])['rows'] as readonly { readonly id: string }[]
  cli(burntDir, ['set', office?.id ?? ''], { lines: [{ chair: '李青山' }] })
  const [person] = cli(burntDir, ['add', 'person'], { lines: [{ name: '徐立新', sex: '1', birth: '1980-05' }] })['ids'] as readonly string[]
  cli(burntDir, ['add', 'person_private'], { lines: [{ person, phone: '13900001234' }] })
  const { key } = cli(burntDir, ['sheet']) as { readonly key: string }
  const before = freshDataDir()
  cli(countyDir, ['import', sent(burntDir, before), '--approve'])
  fs.rmSync(burntDir, { recursive: true })

  // The county closes what burnt, and makes two slips one after the other.
  const county = await launchApp({ dataDir: countyDir, env: env(stick) })
  await ask(county.page, 'office.unlock', { password })
  await county.page.reload()
  const made = [await slip(county.app, county.page, slips), await slip(county.app, county.page, slips)]
  await county.page.getByRole('button', { name, exact: true }).click()
  await expect(county.page.getByText('第 3 张')).toBeVisible()
  await county.page.getByRole('button', { name: '停用' }).click()
  await expect(county.page.getByText('已停用', { exact: true })).toBeVisible()
  await screenshot(county.page, 'town-slips')
  await county.page.keyboard.press('Escape')

  // The new computer is set up and paired as the first one was; its package is on the stick beside that of the other new one.
  const fresh = await launchApp({ dataDir: newDir, env: env(stick) })
  await setUp(fresh.page, { role: 'town', code, name })
  await pairBySlip(fresh.app, fresh.page, made[0]?.file ?? '', made[0]?.code ?? '')
  const own = await fresh.page.getByText(/^\d{4} \d{4} \d{4}$/u).textContent() ?? ''
  await screenshot(fresh.page, 'paired-number')
  await fresh.page.getByRole('button', { name: '上报到 U 盘' }).click()
  await expect(fresh.page.getByText(/第 1 包已写好/u)).toBeVisible()
  cli(otherDir, ['init', '--role', 'town', '--code', code, '--name', name, '--term', '19', '--term-start', '2021-12-20'])
  cli(otherDir, ['join', made[1]?.file ?? ''], { code: made[1]?.code ?? '' })
  sent(otherDir, stick)

  // The county asks about each once; the number that the town reads aloud is the one that is shown.
  await nav(county.page, '导入')
  await county.page.getByRole('button', { name: '再看一遍' }).click()
  await expect(county.page.getByRole('button', { name: '核对后准许' })).toHaveCount(2, { timeout: 30_000 })
  const numbers: string[] = []
  for (let n = 0; n < 2; n++) {
    await county.page.getByRole('button', { name: '核对后准许' }).first().click()
    numbers.push(await county.page.getByRole('dialog').getByText(/^\d{4} \d{4} \d{4}$/u).textContent() ?? '')
    if (n === 0) await screenshot(county.page, 'approve-number')
    await county.page.getByRole('button', { name: '准许', exact: true }).click()
  }
  expect(new Set(numbers).size).toBe(2)
  expect(numbers).toContain(own)
  await county.page.getByRole('button', { name: '导入 2 个包，写回执' }).click()
  await expect(county.page.getByText('导入了 2 个包')).toBeVisible({ timeout: 30_000 })
  expect((await ask(county.page, 'exchange.conflicts', {})).items).toEqual([])
  await county.app.close()

  // Everything that the county had is back, nobody is asked which file of the office is right, and the sheet opens the rest.
  await nav(fresh.page, '首页')
  await nav(fresh.page, '上报')
  await fresh.page.getByRole('button', { name: '读回执' }).first().click()
  await expect(fresh.page.getByText('县里有的记录都回来了')).toBeVisible({ timeout: 30_000 })
  await expect(fresh.page.getByText(/等县里准许/u)).toHaveCount(0)
  expect((await ask(fresh.page, 'record.list', { type: 'person', limit: 5 })).rows.map(({ fields }) => fields['name'])).toEqual(['徐立新'])
  expect((await ask(fresh.page, 'office.state', {})).office).toMatchObject({ chair: '李青山', term: { quota: 60 } })
  expect((await ask(fresh.page, 'exchange.conflicts', {})).items).toEqual([])
  await screenshot(fresh.page, 'recovered')
  await nav(fresh.page, '设置')
  await fresh.page.getByText('备份和密码', { exact: true }).click()
  await fresh.page.getByRole('button', { name: '用恢复单找回' }).click()
  await fresh.page.getByLabel('恢复单上的字').fill(key.toLowerCase())
  await fresh.page.getByRole('button', { name: '找回', exact: true }).click()
  await expect(fresh.page.getByText('找回了 1 条。')).toBeVisible()
  await screenshot(fresh.page, 'recovered-private')
  await fresh.app.close()
  expect((cli(newDir, ['list', 'person_private'])['rows'] as readonly { readonly fields: object }[]).map(({ fields }) => fields)).toMatchObject([{ phone: '13900001234' }])
  expect(fs.existsSync(path.join(stick, '镇县数据', '望川县', '回执'))).toBe(true)
})
