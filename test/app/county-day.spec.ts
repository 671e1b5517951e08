import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { cli, joinedTown, sent } from './support/neighbours'
import { ask, password } from './support/office'

const names = ['青禾镇', '白石渡镇', '云峰乡', '上杨乡', '泉上镇'] as const
const codeOf = (index: number): string => `511321${String(101 + index)}`
const villages = (name: string): readonly object[] => [{ name: `${name}东村` }, { name: `${name}西村` }]

/**
 * A month ago the county admitted the first two towns; the others report for the first time today. The first town told of a man whom the county has
 * corrected since, as the town has; the second knows him too. Gives his id.
 */
function before(county: string, towns: readonly string[], stick: string): string {
  const earlier = freshDataDir()
  cli(county, ['init', '--role', 'county', '--code', '511321', '--name', '望川县'])
  let id = ''
  for (const [index, name] of names.entries()) {
    const dir = towns[index] ?? ''
    joinedTown(county, dir, { code: codeOf(index), name }, earlier)
    if (index === 0) id = (cli(dir, ['add', 'person'], { lines: [{ name: '徐立新', sex: '1', birth: '1980-05', post: '主任' }] })['ids'] as readonly string[])[0] ?? ''
    if (index < 2) {
      cli(county, ['import', sent(dir, earlier), '--approve'])
      cli(dir, ['import', sent(county, earlier, codeOf(index))])
    }
    if (index === 0) cli(dir, ['set', id], { lines: [{ post: '副主任' }] })
    if (index === 1) cli(dir, ['add', 'person'], { lines: [{ name: '徐立新', sex: '1', birth: '1980-05' }] })
    cli(dir, ['add', 'village'], { lines: villages(name) })
    sent(dir, stick)
  }
  cli(county, ['set', id], { lines: [{ post: '站长' }] })
  return id
}

test('a day at the county: a stick of many packages, what both changed, people of two towns, what is asked back and arrives', async () => {
  test.setTimeout(300_000)
  const [stick, countyDir] = [freshDataDir(), freshDataDir()]
  const towns = names.map(() => freshDataDir())
  const [townDir = ''] = towns
  const env = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8', ZHEN_STICK: stick }
  const shared = before(countyDir, towns, stick)
  const packages = path.join(stick, '镇县数据', '望川县', '上报')
  const whole = fs.readFileSync(path.join(packages, fs.readdirSync(packages)[0] ?? ''))
  fs.writeFileSync(path.join(packages, '坏的.zpk'), whole.subarray(0, whole.length - 900))

  const { app, page } = await launchApp({ dataDir: countyDir, env })
  await ask(page, 'office.unlock', { password })
  await page.reload()
  await page.locator('nav').getByText('导入', { exact: true }).click()
  await expect(page.getByText('没有拷完', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('合计 2 个包')).toBeVisible({ timeout: 60_000 })
  // Three report for the first time: each is looked at and admitted.
  for (let n = 0; n < 3; n++) {
    await page.getByRole('button', { name: '核对后准许' }).first().click()
    await page.getByRole('button', { name: '准许', exact: true }).click()
  }
  // The second town's package names a man whom the first town has recorded too.
  await expect(page.getByText(/有 1 人别的镇也登记了：徐立新（青禾镇）/u)).toBeVisible()
  await screenshot(page, 'county-many')
  await page.getByRole('button', { name: '导入 5 个包，写回执' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(1)
  await expect(page.getByText('导入了 5 个包')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('回执写好 5 份，随 U 盘带回镇里。')).toBeVisible()
  expect(fs.readdirSync(path.join(stick, '镇县数据', '望川县', '回执')).filter((name) => name.endsWith('.zpk'))).toHaveLength(5)

  // The stick is a folder here: nothing takes it off, and that is said.
  await page.getByRole('button', { name: '安全移除 U 盘' }).click()
  await expect(page.getByText('请手动移除', { exact: true })).toBeVisible()

  // Both values beside each other, and one press decides.
  await page.getByRole('button', { name: '逐项看', exact: true }).click()
  const conflict = page.getByRole('region', { name: '徐立新' })
  await expect(conflict.getByText('副主任')).toBeVisible()
  await expect(conflict.getByText('站长')).toBeVisible()
  await screenshot(page, 'county-conflict')
  await conflict.getByRole('button', { name: /^用/u }).first().click()
  await expect(page.getByText(/已定下来，两边以后都用这一份/u)).toBeVisible()
  expect((await ask(page, 'exchange.conflicts', {})).items).toEqual([])

  // One field is to be mended; the board knows it and nobody is late.
  await ask(page, 'exchange.issue', { uid: shared, field: 'edu', say: '没有填学历，请补上', due_on: '2099-12-05' })
  await page.locator('nav').getByText('各镇', { exact: true }).click()
  const board = page.getByRole('region', { name: '上报情况' })
  await expect(board.getByRole('row', { name: /青禾镇/u }).getByText('待改', { exact: true })).toBeVisible()
  await expect(board.getByText('没有要催的')).toBeVisible()
  // A town that was invited and never reported is to be called.
  await ask(page, 'exchange.invite', { code: '511321109', name: '三河镇', out: stick })
  await page.reload()
  await page.locator('nav').getByText('各镇', { exact: true }).click()
  await expect(board.getByRole('row', { name: /三河镇/u }).getByText('还没上报', { exact: true })).toBeVisible()
  await expect(board.getByRole('button', { name: '打印催报名单（1）' })).toBeVisible()
  await screenshot(page, 'county-board')
  const received = (await ask(page, 'exchange.received', { town: codeOf(0) })).packages[0]
  expect((await ask(page, 'exchange.paper', { id: received?.id ?? '' })).totals.every(({ theirs, ours }) => ours !== null && theirs >= 0)).toBe(true)
  // The county's form goes down with the receipt.
  await ask(page, 'fields.set', { type: 'person', label: '联系片区', kind: 'text' })
  expect((await ask(page, 'fields.offer', { on: true })).offered).toBe(true)
  await ask(page, 'exchange.export', { to: stick, town: codeOf(0) })
  await app.close()

  // At the town: the receipt brings what was decided, what is asked, and the names that the county gives to fields.
  const town = await launchApp({ dataDir: townDir, env })
  await ask(town.page, 'office.unlock', { password })
  await town.page.reload()
  await town.page.locator('nav').getByText('上报', { exact: true }).click()
  await town.page.getByRole('button', { name: '读回执' }).first().click()
  await expect(town.page.getByText('没有填学历，请补上')).toBeVisible({ timeout: 30_000 })
  await screenshot(town.page, 'town-asked')
  expect((await ask(town.page, 'fields.get', {})).offer?.settings.map(({ label }) => label)).toEqual(['联系片区'])
  await town.page.getByRole('button', { name: '去改 徐立新' }).click()
  await expect(town.page.getByLabel('学历', { exact: false }).first()).toBeFocused()
  await town.app.close()
  const fields = cli(townDir, ['get', shared])['fields'] as Readonly<Record<string, unknown>>
  expect(['副主任', '站长']).toContain(fields['post'])
  expect(cli(townDir, ['conflicts'])['items']).toEqual([])
})
