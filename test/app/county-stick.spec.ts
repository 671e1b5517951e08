import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from 'playwright-core'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { cli, joinedTown, sent } from './support/neighbours'
import { ask, password } from './support/office'
import { printer } from './support/printer'

const names = ['青禾镇', '白石渡镇', '云峰乡', '上杨乡'] as const
const codeOf = (index: number): string => `511321${String(101 + index)}`
const env = (stick: string): Readonly<Record<string, string>> => ({ ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8', ZHEN_STICK: stick })
const people = 400

async function opened(dataDir: string, stick: string): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
  const { app, page } = await launchApp({ dataDir, env: env(stick) })
  await ask(page, 'office.unlock', { password })
  await page.reload()
  return { app, page }
}

const peopleAt = async (page: Page): Promise<number> => (await ask(page, 'record.list', { type: 'person', limit: 1 })).total
const inboxOf = (dir: string): readonly string[] => (fs.existsSync(path.join(dir, 'inbox')) ? fs.readdirSync(path.join(dir, 'inbox')) : [])

test('a stick of many packages can be stopped half way: what is in stays, what is not is untouched, and the rest comes in once; the receipt goes on paper, rules and columns go down with it', async () => {
  test.setTimeout(400_000)
  const [stick, slips, countyDir] = [freshDataDir(), freshDataDir(), freshDataDir()]
  const towns = names.map(() => freshDataDir())
  cli(countyDir, ['init', '--role', 'county', '--code', '511321', '--name', '望川县'])
  for (const [index, name] of names.entries()) {
    const dir = towns[index] ?? ''
    joinedTown(countyDir, dir, { code: codeOf(index), name }, slips)
    cli(dir, ['add', 'person'], { lines: Array.from({ length: people }, (_, n) => ({ name: `代表${String(n)}`, sex: '1', birth: '1980-05' })) })
    sent(dir, stick)
  }

  const { app, page } = await opened(countyDir, stick)
  await page.locator('nav').getByText('导入', { exact: true }).click()
  for (let n = 0; n < names.length; n++) {
    await page.getByRole('button', { name: '核对后准许' }).first().click({ timeout: 60_000 })
    await page.getByRole('button', { name: '准许', exact: true }).click()
  }
  // Pressed in the moment in which the first town is in: four packages are read faster than a test's hand comes from another process.
  await page.evaluate(() => {
    const { document, MutationObserver } = globalThis
    new MutationObserver((_changes, observer) => {
      if (!document.body.textContent.includes('1 / 4 个包')) return
      observer.disconnect()
      Array.from(document.querySelectorAll('button')).find((button) => button.textContent === '取消')?.click()
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await page.getByRole('button', { name: '导入 4 个包，写回执' }).click()
  await expect(page.getByText(/导入了 [1-3] 个包/u)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/还有 [1-3] 个包没有导入。点“再看一遍”接着导/u)).toBeVisible()
  await screenshot(page, 'county-stopped')

  // Whole towns are in, of the others nothing is, not even a file that waits.
  const first = (await ask(page, 'exchange.received', { limit: 20 })).packages
  expect(first.length).toBeGreaterThan(0)
  expect(first.length).toBeLessThan(4)
  expect(await peopleAt(page)).toBe(first.length * people)
  for (const [index] of names.entries()) {
    const isIn = first.some(({ org }) => org === codeOf(index))
    expect((await ask(page, 'record.list', { type: 'person', where: { org: codeOf(index) }, limit: 1 })).total).toBe(isIn ? people : 0)
  }
  expect(inboxOf(countyDir)).toEqual([])
  expect((await ask(page, 'doctor.run', {})).findings.filter(({ ok }) => !ok)).toEqual([])

  // Begun again, the towns that are in are passed over and the others come in, each once.
  await page.getByRole('button', { name: '好', exact: true }).click()
  await page.getByRole('button', { name: '再看一遍' }).click()
  await expect(page.getByText('已导入过', { exact: true })).toHaveCount(first.length, { timeout: 60_000 })
  for (let n = first.length; n < names.length; n++) {
    await page.getByRole('button', { name: '核对后准许' }).first().click({ timeout: 60_000 })
    await page.getByRole('button', { name: '准许', exact: true }).click()
  }
  await page.getByRole('button', { name: `导入 ${String(4 - first.length)} 个包，写回执` }).click()
  await expect(page.getByText(`导入了 ${String(4 - first.length)} 个包`)).toBeVisible({ timeout: 120_000 })
  expect(await peopleAt(page)).toBe(names.length * people)
  expect((await ask(page, 'exchange.received', { limit: 20 })).packages.map(({ org }) => org).toSorted()).toEqual(names.map((_, index) => codeOf(index)))

  // The receipt goes on paper, with the totals of both sides and room for the stamp.
  const paper = path.join(freshDataDir(), '回执.pdf')
  await printer(app, paper)
  await page.getByRole('button', { name: '打印回执' }).first().click()
  await expect.poll(() => fs.existsSync(paper), { timeout: 30_000 }).toBe(true)
  const words = execFileSync('pdftotext', ['-layout', paper, '-'], { encoding: 'utf8' }).replaceAll(/\s+/gu, '')
  for (const word of ['望川县人大代工委数据接收回执', '新增402条', '主要数字核对', '两边数字全部相符', '接收单位（盖章）', '齐全']) expect(words).toContain(word)

  // The county's rule and its column go down with the next receipt.
  await ask(page, 'rules.set', { key: 'presidium.interval', n: 45, unit: 'day', source: '县人大常委会办法' })
  await page.locator('nav').getByText('设置', { exact: true }).click()
  await page.getByText('期限规则', { exact: true }).click()
  await page.getByRole('button', { name: '随回执发给各镇' }).click()
  await expect(page.getByText('以后的回执都带上这份规则，各镇看过才采用')).toBeVisible()
  await ask(page, 'fields.set', { type: 'person', label: '联系片区', kind: 'text' })
  await page.locator('nav').getByText('设置', { exact: true }).click()
  await page.getByRole('button', { name: /^栏目设置/u }).click()
  await page.getByRole('checkbox', { name: /随回执把本县的栏目发给各镇/u }).click()
  await expect.poll(async () => (await ask(page, 'fields.get', {})).offered).toBe(true)
  await ask(page, 'exchange.export', { to: stick, town: codeOf(0), always: true })
  await app.close()

  // The town reads its receipt, looks at both and takes them; nothing holds before that.
  const town = await opened(towns[0] ?? '', stick)
  await town.page.locator('nav').getByText('上报', { exact: true }).click()
  await town.page.getByRole('button', { name: '读回执' }).first().click()
  await expect.poll(async () => (await ask(town.page, 'rules.list', {})).offers.length, { timeout: 60_000 }).toBe(1)
  const rule = async (): Promise<number | null | undefined> => (await ask(town.page, 'rules.list', {})).entries.find(({ key }) => key === 'presidium.interval')?.n
  expect(await rule()).not.toBe(45)
  await town.page.locator('nav').getByText('设置', { exact: true }).click()
  await town.page.getByText('期限规则', { exact: true }).click()
  await expect(town.page.getByText('县里发来规则更新')).toBeVisible()
  await screenshot(town.page, 'town-rule-offer')
  await town.page.getByRole('button', { name: '看一看' }).click()
  await town.page.getByRole('button', { name: '采用', exact: true }).click()
  await expect.poll(rule).toBe(45)
  await town.page.locator('nav').getByText('设置', { exact: true }).click()
  await town.page.getByRole('button', { name: /^栏目设置/u }).click()
  await expect(town.page.getByText('望川县发来了栏目设置')).toBeVisible()
  await screenshot(town.page, 'town-column-offer')
  await town.page.getByRole('button', { name: '采用', exact: true }).click()
  await expect(town.page.getByText('已按县里的栏目改好')).toBeVisible()
  // From now on the form of a person asks for it, and what is filled in goes up like the rest.
  await town.page.getByPlaceholder(/^找代表/u).fill('代表321')
  await town.page.getByRole('option', { name: /代表321/u }).first().click()
  await town.page.getByRole('button', { name: '修改', exact: true }).click()
  await town.page.getByLabel('联系片区').fill('东片')
  await screenshot(town.page, 'town-county-column')
  await town.page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(town.page.getByText('东片')).toBeVisible()
  await town.app.close()
  cli(countyDir, ['import', sent(towns[0] ?? '', stick)])
  expect(JSON.stringify(cli(countyDir, ['list', 'person', '--text', '代表321']))).toContain('东片')
  expect(JSON.stringify(cli(towns[0] ?? '', ['rules']))).toContain('县人大常委会办法')
})
