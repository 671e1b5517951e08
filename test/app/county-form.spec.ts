import fs from 'node:fs'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { countyForm } from '../documents/support/county-form'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { answerDialog, ask, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-05-20T09:00:00+08:00' }

/** Points a cell at what is found by a few letters. */
async function point(page: Page, ref: string, typed: string, choice: RegExp): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${ref} `, 'u') }).click()
  const card = page.getByRole('region', { name: `${ref} 填什么` })
  await card.getByLabel('找指标').fill(typed)
  await card.getByRole('button', { name: choice }).first().click()
}

test("the county's own form is loaded, its cells are pointed at figures by click, it is filled, and a new version says what moved", async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const [forms, out] = [freshDataDir(), freshDataDir()]
  await ask(page, 'settings.set', { ui: { out_folder: out } })
  const activity = (await ask(page, 'record.add', { type: 'activity', records: [{ kind: '07', title: '小组学习' }] })).ids[0] ?? ''
  await ask(page, 'step.run', { id: activity, step: 'hold', fields: { start_on: '2026-02-01' } })
  const file = path.join(forms, '县统计表.xlsx')
  fs.writeFileSync(file, await countyForm())

  await page.locator('nav').getByText('统计报表', { exact: true }).click()
  await page.getByRole('button', { name: '县里的表' }).click()
  await answerDialog(app, [file])
  await page.getByRole('button', { name: '装入表样…' }).click()
  await expect(page.getByText('表样装好了')).toBeVisible()

  await point(page, 'C7', '活动次数', /组织代表活动次数/u)
  await expect(page.getByRole('button', { name: /^C7 组织代表活动次数 1$/u })).toBeVisible()
  // The column of last year is known by its head.
  await point(page, 'D7', '活动次数', /组织代表活动次数/u)
  await expect(page.getByRole('button', { name: /^D7 组织代表活动次数（上年） 0$/u })).toBeVisible()
  await point(page, 'B2', '填报单位', /填报单位/u)
  await expect(page.getByText('已指 3 格')).toBeVisible()
  await screenshot(page, 'county-form')

  await page.getByRole('button', { name: '填好存成 Excel' }).click()
  await expect.poll(() => fs.readdirSync(out).filter((name) => name.endsWith('.xlsx'))).toHaveLength(1)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path.join(out, fs.readdirSync(out)[0] ?? ''))
  const sheet = book.worksheets[0]
  expect(['B2', 'C7', 'D7'].map((ref) => sheet?.getCell(ref).value)).toEqual(['青禾镇', 1, 0])

  const next = path.join(forms, '县统计表2027.xlsx')
  fs.writeFileSync(next, await countyForm((grid) => { grid.spliceRows(7, 0, ['活动', '活动人次']) }))
  await answerDialog(app, [next])
  await page.getByRole('button', { name: '换新表样…' }).click()
  const news = page.getByRole('region', { name: '新表样' })
  await expect(news).toContainText('第 2 版装好了：3 格还认得，2 格换了位置，0 格没有了')
  await expect(news).toContainText('换了位置：组织代表活动次数（C7 → C8）、组织代表活动次数（D7 → D8）')
  await expect(page.getByRole('button', { name: /^C8 组织代表活动次数 1$/u })).toBeVisible()
  await screenshot(page, 'county-form-moved')
  await app.close()
})
