import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from 'playwright-core'
import { freshDataDir, launchApp, screenshot, type RunningApp } from './support/launch-app'
import { cli, sent } from './support/neighbours'
import { answerDialog, ask, pairBySlip, password, setUp } from './support/office'

const towns = [['511321101', '青禾镇'], ['511321102', '白石渡镇'], ['511321103', '云峰乡']] as const
const nav = (page: Page, word: string): Promise<void> => page.locator('nav').getByText(word, { exact: true }).click()

interface Slip { readonly file: string; readonly code: string }

/** Presses on to the file and the code that is shown once. */
async function slip({ app, page }: RunningApp, folder: string): Promise<Slip> {
  await answerDialog(app, [folder])
  await page.getByRole('button', { name: '做配对文件' }).click()
  const code = (await page.locator('.slip-code').textContent() ?? '').replaceAll(' ', '')
  const file = (await page.getByText(/^文件：/u).textContent() ?? '').replace('文件：', '')
  await page.getByRole('button', { name: '已经抄好' }).click()
  return { file, code }
}

/** What a year leaves in a town: somebody whom every town knows, suggestions and activities, more of them with each town. */
const people = [{ name: '徐立新', sex: '1', birth: '1980-05', post: '主任' }] as const
const documents = (n: number): readonly object[] => Array.from({ length: n }, (_, k) => ({ title: `第${String(k + 1)}号文件`, kind: '02' }))

/** Looks at the stick again and admits every computer that asks. */
async function importAll(page: Page, newcomers: number, packages: number): Promise<void> {
  await nav(page, '导入')
  await page.getByRole('button', { name: '再看一遍' }).click()
  await expect(page.getByRole('button', { name: '核对后准许' })).toHaveCount(newcomers, { timeout: 30_000 })
  for (let n = 0; n < newcomers; n++) {
    await page.getByRole('button', { name: '核对后准许' }).first().click()
    await page.getByRole('button', { name: '准许', exact: true }).click()
  }
  await page.getByRole('button', { name: `导入 ${String(packages)} 个包，写回执` }).click()
  await expect(page.getByText(`导入了 ${String(packages)} 个包`)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: '好', exact: true }).click()
}

async function opened(dataDir: string, env: Readonly<Record<string, string>>): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
  const running = await launchApp({ dataDir, env })
  await ask(running.page, 'office.unlock', { password })
  await running.page.reload()
  return running
}

test('the round of a year with three towns: invited, reported, answered, a burnt computer, a damaged, a repeated and a strange package, late towns, and the figures in the city', async () => {
  test.setTimeout(240_000)
  const [stick, slips, countyDir, cityDir, freshDir, strangeDir] = Array.from({ length: 6 }, freshDataDir) as [string, string, string, string, string, string]
  const dirs = towns.map(() => freshDataDir())
  const [firstDir = '', burntDir = ''] = dirs
  const up = path.join(stick, '镇县数据', '望川县', '上报')
  const env = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8', ZHEN_STICK: stick }

  // Spring: three slips, three first packages on one stick, one import.
  const county = await launchApp({ dataDir: countyDir, env })
  await setUp(county.page, { role: 'county', code: '511321', name: '望川县' })
  await nav(county.page, '各镇')
  const given: Slip[] = []
  for (const [code, name] of towns) {
    await county.page.getByRole('button', { name: given.length === 0 ? '配对第一个镇' : '配对新镇' }).click()
    await county.page.getByLabel('乡镇名称').fill(name)
    await county.page.getByLabel('乡镇区划代码').fill(code)
    given.push(await slip(county, slips))
  }
  for (const [index, [code, name]] of towns.entries()) {
    const dir = dirs[index] ?? ''
    if (index === 0) {
      const town = await launchApp({ dataDir: dir, env })
      await setUp(town.page, { role: 'town', code, name })
      await ask(town.page, 'record.add', { type: 'person', records: people })
      await ask(town.page, 'record.add', { type: 'document', records: documents(1) as readonly Record<string, unknown>[] })
      await pairBySlip(town.app, town.page, given[0]?.file ?? '', given[0]?.code ?? '')
      await town.page.getByRole('button', { name: '上报到 U 盘' }).click()
      await expect(town.page.getByText(/第 1 包已写好/u)).toBeVisible()
      await town.app.close()
    } else {
      cli(dir, ['init', '--role', 'town', '--code', code, '--name', name, '--term', '19', '--term-start', '2021-12-20'])
      cli(dir, ['join', given[index]?.file ?? ''], { code: given[index]?.code ?? '' })
      cli(dir, ['add', 'person'], { lines: people })
      cli(dir, ['add', 'document'], { lines: documents(index + 1) })
      sent(dir, stick)
    }
  }
  await importAll(county.page, 3, 3)
  // Each side counts for itself.
  const totalAt = async (type: 'person' | 'document', org: string): Promise<number> => (await ask(county.page, 'record.list', { type, where: { org }, limit: 1 })).total
  expect(await Promise.all(towns.map(async ([code]) => [await totalAt('person', code), await totalAt('document', code)]))).toEqual([[1, 1], [1, 2], [1, 3]])

  // The county orders something of all and asks one to mend a record.
  await nav(county.page, '交办')
  await county.page.getByRole('button', { name: '新交办' }).first().click()
  await county.page.getByLabel('标题').fill('报送上半年办理情况')
  await county.page.getByRole('button', { name: '全选' }).click()
  await county.page.getByRole('button', { name: '交办给 3 个乡镇' }).click()
  await expect(county.page.getByText(/已交办给 3 个乡镇/u)).toBeVisible()
  const [asked] = (await ask(county.page, 'record.list', { type: 'person', where: { org: towns[0][0] } })).rows
  await ask(county.page, 'exchange.issue', { uid: asked?.id ?? '', field: 'edu', say: '没有填学历，请补上' })
  await ask(county.page, 'exchange.export', { to: stick, town: towns[0][0] })

  // Summer: the first town reads, mends, answers, erases what was wrong, and reports twice.
  const first = await opened(firstDir, env)
  await nav(first.page, '上报')
  await first.page.getByRole('button', { name: '读回执' }).first().click()
  await expect(first.page.getByText('没有填学历，请补上')).toBeVisible({ timeout: 30_000 })
  await screenshot(first.page, 'round-asked')
  await ask(first.page, 'record.set', { id: asked?.id ?? '', fields: { edu: '本科' } })
  const [order] = (await ask(first.page, 'record.list', { type: 'county_order' })).rows
  await ask(first.page, 'step.run', { id: order?.id ?? '', step: 'answer', fields: { result: '已报送' } })
  const wrong = (await ask(first.page, 'record.add', { type: 'person', records: [{ name: '录错的人' }] })).ids[0] ?? ''
  await ask(first.page, 'exchange.export', { to: stick })
  await ask(first.page, 'record.delete', { id: wrong, reason: '录错' })
  await nav(first.page, '首页')
  await nav(first.page, '上报')
  await first.page.getByRole('button', { name: '上报到 U 盘' }).click()
  await expect(first.page.getByText(/第 3 包已写好/u)).toBeVisible()
  await first.app.close()

  // The second town's computer burnt. Another takes its place; a third, with the same slip, is nobody's.
  fs.rmSync(burntDir, { recursive: true })
  await nav(county.page, '各镇')
  await county.page.getByRole('button', { name: towns[1][1], exact: true }).click()
  await county.page.getByRole('button', { name: '停用' }).click()
  await county.page.getByRole('button', { name: '再配一台电脑' }).click()
  const again = await slip(county, slips)
  for (const dir of [freshDir, strangeDir]) {
    cli(dir, ['init', '--role', 'town', '--code', towns[1][0], '--name', towns[1][1], '--term', '19', '--term-start', '2021-12-20'])
    cli(dir, ['join', again.file], { code: again.code })
    if (dir === freshDir) sent(dir, stick)
  }
  // Copies under other names, one cut short: only whole ones that are new go in, each once.
  const newest = path.join(up, fs.readdirSync(up).filter((name) => name.includes(towns[0][1])).toSorted().at(-1) ?? '')
  fs.copyFileSync(newest, path.join(stick, '副本.zpk'))
  fs.writeFileSync(path.join(stick, '没拷完.zpk'), fs.readFileSync(newest).subarray(0, -700))
  await importAll(county.page, 1, 3)
  expect((await ask(county.page, 'record.get', { id: asked?.id ?? '' })).fields['edu']).toBe('20')
  expect((await ask(county.page, 'record.get', { id: wrong })).deleted).toBe(true)
  expect((await ask(county.page, 'record.list', { type: 'county_order' })).rows.map(({ status }) => status).toSorted()).toEqual(['已回告', '待签收', '待签收'])
  expect([await totalAt('person', towns[0][0]), await totalAt('document', towns[1][0]), (await ask(county.page, 'exchange.conflicts', {})).items]).toEqual([1, 2, []])
  sent(strangeDir, stick)
  await nav(county.page, '导入')
  await county.page.getByRole('button', { name: '再看一遍' }).click()
  const way = county.page.getByRole('button', { name: '去各镇' })
  await expect(way).toBeVisible({ timeout: 30_000 })
  await expect(county.page.getByText('没有拷完', { exact: true })).toBeVisible()
  await screenshot(county.page, 'round-kinds')
  // By keys alone to the town and its slips.
  await county.page.getByRole('button', { name: '再看一遍' }).focus()
  for (let n = 0; n < 30 && !await way.evaluate((button) => button === button.ownerDocument.activeElement); n++) await county.page.keyboard.press('Tab')
  await county.page.keyboard.press('Enter')
  await expect(county.page.getByRole('dialog', { name: towns[1][1] })).toBeVisible()
  await county.app.close()
  // The new computer has everything of the burnt one, and nobody is asked anything.
  cli(freshDir, ['import', ...fs.readdirSync(path.join(stick, '镇县数据', '望川县', '回执')).filter((name) => name.includes(towns[1][1])).map((name) => path.join(stick, '镇县数据', '望川县', '回执', name))])
  expect([cli(freshDir, ['list', 'document'])['total'], cli(freshDir, ['conflicts'])['items']]).toEqual([2, []])

  // Late in the year: who was silent is called, and the county reports to its city.
  const later = new Date(Date.now() + 70 * 86_400_000).toISOString()
  cli(cityDir, ['init', '--role', 'county', '--code', '511300', '--name', '栾城市', '--now', later])
  const above = cli(cityDir, ['invite', '--code', '511321', '--name', '望川县', '--out', slips, '--now', later])
  const autumn = await opened(countyDir, { ...env, ZHEN_NOW: later })
  await nav(autumn.page, '各镇')
  await expect(autumn.page.getByRole('button', { name: '打印催报名单（3）' })).toBeVisible()
  await nav(autumn.page, '导入')
  await autumn.page.getByRole('button', { name: '和市里配对' }).click()
  await answerDialog(autumn.app, [String(above['file'])])
  await autumn.page.getByRole('button', { name: '选配对文件' }).click()
  await autumn.page.getByLabel('照纸条输入配对码').pressSequentially(String(above['code']).replaceAll(/\D/gu, ''))
  await autumn.page.getByRole('button', { name: '配对', exact: true }).click()
  await autumn.page.getByRole('button', { name: '上报到 U 盘' }).click()
  await expect(autumn.page.getByText(/包已写好，[\d,]+ 项。/u)).toBeVisible({ timeout: 30_000 })
  const year = Number(later.slice(0, 4))
  const period = { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` }
  const own = (await ask(autumn.page, 'stats.get', period)).indicators.find(({ id }) => id === 'B1.04')?.value
  await autumn.app.close()
  const city = await opened(cityDir, { ...env, ZHEN_NOW: later })
  await nav(city.page, '导入')
  await city.page.getByRole('button', { name: '核对后准许' }).first().click({ timeout: 30_000 })
  await city.page.getByRole('button', { name: '准许', exact: true }).click()
  await city.page.getByRole('button', { name: '导入 1 个包，写回执' }).click()
  await expect(city.page.getByText('导入了 1 个包')).toBeVisible({ timeout: 30_000 })
  await nav(city.page, '统计报表')
  await expect(city.page.getByText(/^县里报来的数/u)).toBeVisible()
  await city.page.getByLabel('哪个县').selectOption('each')
  await expect(city.page.getByRole('row', { name: /^望川县/u })).toBeVisible()
  await screenshot(city.page, 'round-city')
  expect((await ask(city.page, 'stats.get', period)).indicators.find(({ id }) => id === 'B1.04')?.value).toBe(own)
  await city.app.close()
})
