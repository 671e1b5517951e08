import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'

// What people type wrong: named at its field, with everything else as it was typed.
const env = { ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-03-20T09:00:00+08:00' }

/** Opens a register: the item of the rail, then its tab. */
async function register(page: Page, rail: string, tab: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByText(rail, { exact: true }).click()
  await page.locator('.rec-tabs').getByText(tab, { exact: true }).click()
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: '保存', exact: true }).click()

/** Chooses the first of what a field offers for these words. */
async function choose(page: Page, key: string, words: string): Promise<void> {
  await page.locator(`#field-${key}`).click()
  await page.locator(`#field-${key}`).fill(words)
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: words }).first().click()
}

/** The doubt that stands on the page, and the way to its field. */
const doubt = (page: Page, words: RegExp) => page.locator('.note.soon').filter({ hasText: words })

test('what cannot be or does not fit is named at its field, the rest is kept as typed', async () => {
  test.setTimeout(180_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(page, 'roster.import', { file: path.resolve(import.meta.dirname, '../fixtures/roster/biff8.xls') })
  const { rows } = await ask(page, 'deputies.list', {})
  const [first, second] = rows
  if (!first || !second) throw new Error('no deputies')
  const add = async (type: string, fields: Readonly<Record<string, unknown>>): Promise<string> => (await ask(page, 'record.quick', { type, fields, steps: [] })).record.id

  await test.step('dates out of order stop the save, at their field, and nothing typed is lost', async () => {
    await register(page, '联络站', '信访')
    await page.getByRole('button', { name: '新建信访' }).first().click()
    await page.locator('#field-received_on').fill('2026.2.10')
    await page.locator('#field-subject').fill('反映路灯不亮')
    const closed = page.locator('#field-closed_on')
    if (!await closed.isVisible()) await page.getByRole('button', { name: /更多/u }).click()
    await closed.fill('2026.1.10')
    await save(page)
    await expect(closed).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByText(/办结日期.*早于.*收到日期|早于收到日期/u).first()).toBeVisible()
    await expect(page.locator('#field-subject')).toHaveValue('反映路灯不亮')
    await screenshot(page, 'bad-dates')
    await closed.fill('2026.3.1')
    await save(page)
    await expect(page.getByText('已保存，新').first()).toBeVisible()
  })

  await test.step('votes that do not add up are kept and said at the votes', async () => {
    const session = await add('session', { no: 3, start_on: '2026-01-10' })
    const vote = await add('vote', { meeting: session, subject: '关于预算的决议', kind: '1', method: '1', total: 60, present: 50, for_count: 40, against_count: 15, abstain_count: 0 })
    await register(page, '会议', '表决、选举')
    await page.getByText('关于预算的决议').first().click()
    await expect(doubt(page, /赞成：票数对不上：赞成＋反对＋弃权 55，多于出席 50/u)).toBeVisible()
    await screenshot(page, 'bad-votes')
    await doubt(page, /票数对不上/u).getByRole('button', { name: '去改' }).click()
    await expect(page.locator('#field-for_count')).toBeFocused()
    await page.locator('#field-for_count').fill('35')
    await save(page)
    await expect(page.getByRole('heading', { name: '关于预算的决议' })).toBeVisible()
    await expect(doubt(page, /票数对不上/u)).toHaveCount(0)
    expect((await ask(page, 'record.get', { id: vote })).fields).toMatchObject({ for_count: 35, against_count: 15, present: 50 })
  })

  await test.step('a deputy who was none on that day is said at the deputy', async () => {
    const deed = await add('deed', { mandate: first.mandate, kind: '1', title: '修水渠', date: '2019-05-01' })
    await register(page, '活动', '履职事迹')
    await page.getByText('修水渠').first().click()
    await expect(doubt(page, new RegExp(`代表：${first.name}在2019年5月1日不是在任代表`, 'u'))).toBeVisible()
    expect((await ask(page, 'record.get', { id: deed })).fields['title']).toBe('修水渠')
  })

  await test.step('a deputy in two groups is said at the members, of both', async () => {
    await add('group', { kind: '1', name: '第一代表小组', members: [{ mandate: first.mandate }] })
    await add('group', { kind: '1', name: '第二代表小组', members: [{ mandate: first.mandate }, { mandate: second.mandate }] })
    await register(page, '代表', '小组、代表团')
    await page.getByText('第二代表小组').first().click()
    await expect(doubt(page, new RegExp(`组员：${first.name}（第一代表小组）.*还在别的小组里`, 'u'))).toBeVisible()
    await screenshot(page, 'bad-groups')
  })

  await test.step('one name cannot be put on a bill twice', async () => {
    await register(page, '会议', '议案')
    await page.getByRole('button', { name: '新建议案' }).first().click()
    await page.locator('#field-title').fill('关于修建敬老院的议案')
    if (!await page.locator('#field-cosign').isVisible()) await page.getByRole('button', { name: /更多/u }).click()
    await choose(page, 'cosign', second.name)
    await page.locator('#field-cosign').fill(second.name)
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: second.name }).first().click()
    await page.keyboard.press('Escape')
    await save(page)
    await expect(page.getByText('已保存，新').first()).toBeVisible()
    const made = (await ask(page, 'record.list', { type: 'bill' })).rows[0]
    expect((made?.fields['cosign'] as readonly string[] | undefined ?? []).length).toBeLessThanOrEqual(1)
    // pasted five times it stands once
    const id = await add('bill', { title: '关于修路的议案', lead: first.mandate, cosign: Array.from({ length: 5 }, () => second.mandate) })
    expect((await ask(page, 'record.get', { id })).fields['cosign']).toEqual([second.mandate])
  })

  await test.step('a village that a constituency names stays, and who names it is said', async () => {
    const village = await add('village', { name: '石桥村' })
    await add('constituency', { level: '5', no: '77', name: '第77选区', villages: [village] })
    await page.getByRole('navigation', { name: '主导航' }).getByText('设置', { exact: true }).click()
    await page.getByRole('button', { name: '村、社区' }).first().click()
    await page.getByText('石桥村').first().click()
    await page.getByRole('button', { name: '删除', exact: true }).first().click()
    await page.getByRole('dialog').getByText('登记错误').click()
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
    await expect(page.getByRole('dialog').getByText(/选区“第77选区”还要用它，不能删除.*停用日期/u)).toBeVisible()
    await screenshot(page, 'bad-village')
    expect((await ask(page, 'record.get', { id: village })).deleted).toBe(false)
    await page.keyboard.press('Escape')
  })

  await test.step('two sessions with one number are said at the number', async () => {
    await add('session', { no: 3, kind: '3', start_on: '2026-02-10' })
    await register(page, '会议', '人代会')
    await page.getByText(/第三次会议/u).first().click()
    await expect(doubt(page, /次数：本届已经有第3次会议/u)).toBeVisible()
    await screenshot(page, 'bad-number')
  })
  await app.close()
})
