import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { hubOf, oneWord, tabWord, type HubKey } from '../../renderer/records/menus'
import { declarationOf } from '../../shared/records'
import { fillField } from './support/fill-form'
import { freshDataDir, launchApp } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-03-20T09:00:00+08:00' }

/** What others point at comes first. Suggestions, activities, matters, supervisions, sessions and presidium meetings have entries and tests of their own. */
const registers = [
  'term', 'village', 'organisation', 'constituency', 'person', 'group', 'organ', 'presidium_member', 'site', 'bill', 'vote', 'decision', 'inquiry', 'recall', 'by_election',
  'training', 'visit', 'pairing', 'deed', 'debrief', 'promise', 'urge', 'finding', 'follow_up', 'letter', 'livelihood_project', 'major_matter', 'expense', 'budget',
  'document', 'party_log', 'publicity', 'assessment', 'plan_item', 'task',
]

test('one of each register is written down in the window, and can be found, thrown away and taken back', async () => {
  test.setTimeout(300_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(page, 'roster.import', { file: path.resolve(import.meta.dirname, '../fixtures/roster/biff8.xls') })
  await ask(page, 'record.quick', { type: 'suggestion', fields: { title: '关于修缮通村道路的建议', field: '02' }, steps: [] })
  await ask(page, 'record.quick', { type: 'supervision', fields: { topic: '检查食品安全', form: '01' }, steps: [] })
  await ask(page, 'record.quick', { type: 'session', fields: { no: 1 }, steps: [] })
  await ask(page, 'record.quick', { type: 'presidium_meeting', fields: { no: 1 }, steps: [] })

  for (const type of registers) {
    await test.step(type, async () => {
      const before = await ids(page, type)
      await openRegister(page, type)
      await page.getByRole('button', { name: `新建${oneWord(type)}` }).first().click()
      await fillWhatIsNeeded(page, type)
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await expect(page.getByText('已保存，新').first()).toBeVisible()
      const made = (await ids(page, type)).filter((id) => !before.includes(id))
      expect(made).toHaveLength(1)

      await page.getByRole('button', { name: '删除', exact: true }).first().click()
      await page.getByRole('dialog').getByText('登记错误').click()
      await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
      await expect.poll(() => ids(page, type)).toEqual(before)
      await page.getByRole('button', { name: '撤销' }).last().click()
      await expect.poll(async () => (await ids(page, type)).length).toBe(before.length + 1)
    })
  }
  await app.close()
})

async function ids(page: Page, type: string): Promise<readonly string[]> {
  return (await ask(page, 'record.list', { type })).rows.map((row) => row.id)
}

const railWords: Readonly<Record<HubKey, string>> = {
  deputies: '代表', meetings: '会议', activities: '活动', suggestions: '建议', supervision: '监督', sites: '联络站', matters: '民生与重大事项', funds: '经费', documents: '文件', settings: '设置',
}

async function openRegister(page: Page, type: string): Promise<void> {
  const hub = hubOf(type)
  if (hub === null) throw new Error(`${type} stands under no item of the rail`)
  await page.getByRole('navigation', { name: '主导航' }).getByText(railWords[hub], { exact: true }).click()
  if (hub === 'settings') await page.getByRole('button', { name: settingsWords[type] ?? tabWord(type) }).first().click()
  // The plan opens beside what was done; its register is one press further.
  if (type === 'plan_item') await page.getByRole('button', { name: '名册', exact: true }).click()
  if (hub !== 'settings') await page.locator('.rec-tabs').getByText(tabWord(type), { exact: true }).click()
}

/** 设置 names some of its lists by what they are for. */
const settingsWords: Readonly<Record<string, string>> = { organisation: '单位名册', plan_item: '年度计划', task: '任务' }

async function fillWhatIsNeeded(page: Page, type: string): Promise<void> {
  // A recall is of a deputy or of a named official: either is enough.
  if (type === 'recall') await page.getByRole('button', { name: /更多/u }).click()
  const asked = Object.entries(declarationOf(type)?.fields ?? {}).filter(([key, field]) => (field.need === 'identity' && field.initial === undefined) || (type === 'recall' && key === 'target'))
  for (const [key, field] of asked) await fillField(page, key, field, `${oneWord(type)}甲`)
}
