import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { cli, joinedTown, sent } from './support/neighbours'
import { answerDialog, ask, pairBySlip, password, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8' }
const code = '511321101'

async function toHandover(page: Page): Promise<void> {
  await page.locator('nav').getByText('设置', { exact: true }).click()
  await page.getByRole('button', { name: /^换人、换电脑/u }).click()
}

/** Types the county's slip beside its file, as a person does. */
async function pair(app: Parameters<typeof answerDialog>[0], page: Page, county: string, stick: string): Promise<void> {
  const slip = cli(county, ['invite', '--code', code, '--name', '青禾镇', '--out', stick])
  await pairBySlip(app, page, String(slip['file']), String(slip['code']).replaceAll(/\D/gu, ''))
  await expect(page.getByText(/已和望川县.*配对，等县里准许/u)).toBeVisible()
}

async function report(page: Page): Promise<void> {
  await page.locator('nav').getByText('首页', { exact: true }).click()
  await page.locator('nav').getByText('上报', { exact: true }).click()
  await page.getByRole('button', { name: '上报到 U 盘' }).click()
  await expect(page.getByText(/包已写好/u)).toBeVisible()
}

const packages = (stick: string): readonly string[] => fs.readdirSync(path.join(stick, '镇县数据'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.includes('上报') && name.endsWith('.zpk')).map((name) => path.join(stick, '镇县数据', name))

const documents = async (page: Page): Promise<readonly unknown[]> => (await ask(page, 'record.list', { type: 'document', limit: 10 })).rows.map(({ fields }) => fields['title']).toSorted()

test('two computers of one town keep their own books and come together by the stick: nothing is counted twice, nothing is lost', async () => {
  test.setTimeout(180_000)
  const [county, one, two, stick] = [freshDataDir(), freshDataDir(), freshDataDir(), freshDataDir()]
  cli(county, ['init', '--role', 'county', '--code', '511321', '--name', '望川县'])
  const first = await launchApp({ dataDir: one, env: { ...env, ZHEN_STICK: stick } })
  await setUp(first.page, { role: 'town', code, name: '青禾镇' })
  await ask(first.page, 'record.add', { type: 'document', records: [{ title: '两台都有的文件', kind: '02' }] })
  await pair(first.app, first.page, county, stick)
  await report(first.page)
  cli(county, ['import', ...packages(stick), '--approve'])

  // A full stick is said in one sentence and leaves a whole file or none.
  const place = path.join(stick, '镇人大备份', `${code}_青禾镇`)
  fs.mkdirSync(place, { recursive: true })
  const name = `青禾镇备份${(await ask(first.page, 'office.state', {})).office?.today.replaceAll('-', '') ?? ''}.zrb`
  fs.symlinkSync('/dev/full', path.join(place, `${name}.partial`))
  await toHandover(first.page)
  await first.page.getByRole('button', { name: '给新电脑做一份' }).click()
  await first.page.getByRole('button', { name: '写到 U 盘' }).click()
  await expect(first.page.getByRole('dialog').getByText('U 盘的空间不够，没有写进去。')).toBeVisible()
  expect(fs.readdirSync(place).filter((file) => file.endsWith('.zrb'))).toEqual([])
  await screenshot(first.page, 'second-full')
  fs.rmSync(path.join(place, `${name}.partial`), { force: true })
  await first.page.getByRole('button', { name: '写到 U 盘' }).click()
  await expect(first.page.getByText('写好了，已核对。')).toBeVisible()

  const second = await launchApp({ dataDir: two, env: { ...env, ZHEN_STICK: stick } })
  await answerDialog(second.app, [path.join(place, name)])
  await second.page.getByRole('button', { name: '换了电脑、加一台电脑' }).click()
  await second.page.getByRole('button', { name: '选 U 盘上的文件（搬家、备份）' }).click()
  await second.page.getByLabel(/^加一台，两台一起用/u).check()
  await second.page.getByLabel('做备份时的密码').fill(password)
  await screenshot(second.page, 'second-new')
  await second.page.getByRole('button', { name: '接着用' }).click()
  await expect(second.page.getByText(/先到“上报”里和县里配对/u)).toBeVisible()
  await second.page.getByRole('button', { name: '用密码打开' }).click()
  await second.page.locator('#unlock-password').fill(password)
  await second.page.locator('#unlock-password').press('Enter')
  await expect(second.page.getByRole('heading', { name: '首页' })).toBeVisible()
  expect((await ask(second.page, 'office.state', {})).office?.device.letter).toBe('B')
  await pair(second.app, second.page, county, stick)

  // Each writes down something; the county takes both and its receipts carry each to the other.
  await ask(first.page, 'record.add', { type: 'document', records: [{ title: '第一台的文件', kind: '02' }] })
  await ask(second.page, 'record.add', { type: 'document', records: [{ title: '第二台的文件', kind: '02' }] })
  await report(first.page)
  await report(second.page)
  const took = cli(county, ['import', ...packages(stick), '--approve'])['files'] as readonly { readonly state: string }[]
  expect(took.map(({ state }) => state).toSorted()).toEqual(['COMMITTED', 'COMMITTED', 'DUPLICATE'])
  sent(county, stick, code)
  const all = ['两台都有的文件', '第一台的文件', '第二台的文件'].toSorted()
  for (const { page } of [first, second]) {
    await page.locator('nav').getByText('首页', { exact: true }).click()
    await page.locator('nav').getByText('上报', { exact: true }).click()
    await page.getByRole('button', { name: '读回执' }).first().click()
    await expect(page.getByText('县里都有了，现在不用上报')).toBeVisible({ timeout: 20_000 })
    await page.locator('nav').getByText('文件', { exact: true }).click()
    for (const title of all) await expect(page.getByRole('button', { name: title })).toBeVisible()
    expect(await documents(page)).toEqual(all)
  }
  expect(cli(county, ['conflicts'])['items']).toEqual([])
  await first.app.close()
  await second.app.close()
})

test('a second computer that starts empty keeps what is typed and takes it when it has read what the county has', async () => {
  test.setTimeout(120_000)
  const [county, one, two, stick] = [freshDataDir(), freshDataDir(), freshDataDir(), freshDataDir()]
  cli(county, ['init', '--role', 'county', '--code', '511321', '--name', '望川县'])
  joinedTown(county, one, { code, name: '青禾镇' }, stick)
  cli(one, ['add', 'document'], { lines: [{ title: '第一台的文件', kind: '02' }] })
  cli(county, ['import', sent(one, stick), '--approve'])

  const { app, page } = await launchApp({ dataDir: two, env: { ...env, ZHEN_STICK: stick } })
  await setUp(page, { role: 'town', code, name: '青禾镇' })
  await page.locator('nav').getByText('文件', { exact: true }).click()
  await page.getByRole('button', { name: '新建文件' }).first().click()
  await page.getByLabel('标题').fill('写到一半的文件')
  await page.getByLabel('类别').first().click()
  await page.getByTitle('决定', { exact: true }).click()
  await pair(app, page, county, stick)

  // Why nothing is taken yet, on every page; no button that would fail; the form that was open keeps its words.
  const strip = page.getByText(/这是本镇的又一台电脑/u)
  await expect(strip).toBeVisible()
  await screenshot(page, 'county-first-report')
  for (const word of ['文件', '代表', '监督']) {
    await page.locator('nav').getByText(word, { exact: true }).click()
    await expect(strip).toBeVisible()
    await expect(page.getByRole('button', { name: /^(新建|新增|导入)/u })).toHaveCount(0)
    if (word !== '监督') await screenshot(page, `county-first-${word === '文件' ? 'list' : 'deputies'}`)
  }
  await page.locator('nav').getByText('首页', { exact: true }).click()
  await expect(page.getByRole('button', { name: '记活动' })).toHaveCount(0)
  await screenshot(page, 'county-first-home')
  await page.getByRole('button', { name: '接着写' }).click()
  await expect(page.getByLabel('标题')).toHaveValue('写到一半的文件')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: '先不能记新的' })).toBeVisible()
  await expect(page.getByLabel('标题')).toHaveValue('写到一半的文件')
  await screenshot(page, 'county-first-refused')
  await page.getByRole('button', { name: '等不到回执' }).click()
  await expect(page.getByRole('dialog').getByText('不等县里的记录，直接开始记？')).toBeVisible()
  await screenshot(page, 'county-first-way-out')
  await page.getByRole('button', { name: '再等等' }).click()

  // The request goes up, the receipt comes back: everything is there and the same draft is saved.
  await page.getByRole('button', { name: '去上报、读回执' }).click()
  await page.getByRole('button', { name: '上报到 U 盘' }).click()
  await expect(page.getByText(/第 1 包已写好/u)).toBeVisible()
  cli(county, ['import', ...packages(stick), '--approve'])
  sent(county, stick, code)
  await page.locator('nav').getByText('首页', { exact: true }).click()
  await page.locator('nav').getByText('上报', { exact: true }).click()
  await page.getByRole('button', { name: '读回执' }).first().click()
  await expect(page.getByText('县里有的记录都回来了')).toBeVisible({ timeout: 20_000 })
  await expect(strip).toHaveCount(0)
  await page.locator('nav').getByText('首页', { exact: true }).click()
  await expect(page.getByRole('button', { name: '记活动' }).first()).toBeVisible()
  await page.getByRole('button', { name: '接着写' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect.poll(() => documents(page)).toEqual(['写到一半的文件', '第一台的文件'].toSorted())
  await app.close()
})

test('a write-protected stick is said in one sentence wherever something is to be written on it, and nothing is lost', async () => {
  // What belongs to the system can be written by nobody, whoever runs the test.
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env: { ...env, ZHEN_STICK: '/sys' } })
  await setUp(page, { role: 'town', code, name: '青禾镇' })
  await toHandover(page)
  for (const [open, write] of [['给新电脑做一份', '写到 U 盘'], ['搬到新电脑', '写到 U 盘，停用这台']] as const) {
    await page.getByRole('button', { name: open }).click()
    await page.getByRole('button', { name: write }).click()
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('写保护')
    await page.getByRole('button', { name: '先不做' }).click()
  }
  expect((await ask(page, 'office.state', {})).office?.moved).toBe(undefined)
  await page.locator('nav').getByText('设置', { exact: true }).click()
  await page.getByText('备份和密码', { exact: true }).click()
  await page.getByRole('button', { name: '备份到 U 盘' }).click()
  await expect(page.getByRole('alert').first()).toContainText('写保护')
  await screenshot(page, 'stick-protected')
  await app.close()
})
