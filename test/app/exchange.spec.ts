import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { answerDialog, ask, setUp } from './support/office'

const roster = path.resolve(import.meta.dirname, '../fixtures/roster/biff8.xls')

/** Counts what the hand does. */
function hand(page: Page) {
  let touches = 0
  return {
    press: async (name: string | RegExp) => {
      touches += 1
      await page.getByRole('button', { name }).first().click()
    },
    open: async (item: string) => {
      touches += 1
      await page.locator('nav').getByText(item, { exact: true }).click()
    },
    count: () => touches,
  }
}

test('a package on the stick and a receipt back take two interactions each, with one window of each office', async () => {
  test.setTimeout(120_000)
  const stick = freshDataDir()
  const env = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8', ZHEN_STICK: stick }
  const town = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(town.page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(town.page, 'roster.import', { file: roster })
  // A photo goes along: threads of the store's process encrypt and decrypt it.
  const { record: { id: owner } } = await ask(town.page, 'record.quick', { type: 'document', fields: { kind: '10', title: '扫描件' } })
  const content = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(3_000_000)]).toString('base64')
  const { file } = await ask(town.page, 'file.add', { owner, name: '扫描件.png', content, original: true })
  const county = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(county.page, { role: 'county', code: '511321', name: '望川县' })

  // The county makes the file and the slip; the town types the slip.
  await county.page.locator('nav').getByText('各镇', { exact: true }).click()
  await county.page.getByRole('button', { name: '配对第一个镇' }).click()
  await county.page.getByLabel('乡镇名称').fill('青禾镇')
  await county.page.getByLabel('乡镇区划代码').fill('511321101')
  await answerDialog(county.app, [stick])
  await county.page.getByRole('button', { name: '做配对文件' }).click()
  const code = (await county.page.locator('.slip-code').textContent()) ?? ''
  await county.page.getByRole('button', { name: '已经抄好' }).click()
  await town.page.locator('nav').getByText('上报', { exact: true }).click()
  await answerDialog(town.app, fs.readdirSync(stick).filter((name) => name.endsWith('.zpk')).map((name) => path.join(stick, name)))
  await town.page.getByRole('button', { name: '选配对文件' }).click()
  await town.page.getByLabel('照纸条输入配对码').pressSequentially(code.replaceAll(' ', ''))
  await town.page.getByRole('button', { name: '配对', exact: true }).click()
  await expect(town.page.getByText(/已和望川县配对，等县里准许/u)).toBeVisible()

  await town.page.locator('nav').getByText('首页', { exact: true }).click()
  const sending = hand(town.page)
  await sending.open('上报')
  await sending.press('上报到 U 盘')
  await expect(town.page.getByText(/第 1 包已写好/u)).toBeVisible()
  expect(sending.count()).toBeLessThanOrEqual(2)
  await screenshot(town.page, 'reported')

  // A stick with a damaged copy beside it: it cannot be ticked and stops nobody.
  const folder = path.join(stick, '镇县数据', '望川县', '上报')
  const sent = fs.readFileSync(path.join(folder, fs.readdirSync(folder)[0] ?? ''))
  fs.writeFileSync(path.join(folder, '半个.zpk'), sent.subarray(0, sent.length >> 1))
  await county.page.locator('nav').getByText('导入', { exact: true }).click()
  await county.page.getByRole('button', { name: '再看一遍' }).click()
  await expect(county.page.getByText('没有拷完', { exact: true })).toBeVisible()
  await county.page.getByRole('button', { name: '核对后准许' }).click()
  await county.page.getByRole('button', { name: '准许', exact: true }).click()
  await county.page.getByRole('button', { name: '导入 1 个包，写回执' }).click()
  await expect(county.page.getByText('导入了 1 个包')).toBeVisible()
  await screenshot(county.page, 'imported')

  await town.page.locator('nav').getByText('首页', { exact: true }).click()
  const reading = hand(town.page)
  await reading.open('上报')
  await expect(town.page.getByText('U 盘上有县里的回执 1 份。')).toBeVisible()
  await reading.press('读回执')
  await expect(town.page.getByText('县里都有了，现在不用上报')).toBeVisible()
  expect(reading.count()).toBeLessThanOrEqual(2)
  expect(await ask(town.page, 'exchange.state', {})).toMatchObject({ paired: { accepted: true }, unsent: { records: 0 } })

  expect((await ask(county.page, 'file.picture', { id: file.id })).url === `data:image/png;base64,${content}`).toBe(true)

  // What the county counts opens the town's own records.
  await county.page.locator('nav').getByText('统计报表', { exact: true }).click()
  await county.page.getByRole('button', { name: /^实有代表/u }).click()
  await expect(county.page.getByText('名单 4 条 = 表中 4 名')).toBeVisible()
  await town.app.close()
  await county.app.close()
})

test('the annual report takes three interactions and lies in the documents of the person', async () => {
  const home = freshDataDir()
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env: { ZHEN_SCRYPT_N: '1024', HOME: home } })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(page, 'roster.import', { file: roster })
  const report = hand(page)
  await report.open('统计报表')
  await report.press('写年度报告')
  await expect(page.getByRole('button', { name: '生成年度报告' })).toBeEnabled()
  await report.press('生成年度报告')
  await expect(page.getByRole('heading', { name: '做好了' })).toBeVisible()
  expect(report.count()).toBeLessThanOrEqual(3)
  const folder = (await ask(page, 'shell.documents', {})).path
  expect(folder.startsWith(home)).toBe(true)
  expect(fs.readdirSync(folder).map((name) => path.extname(name)).sort()).toEqual(['.docx', '.xlsx'])
  await app.close()
})
