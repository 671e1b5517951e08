import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp, startApp } from './support/launch-app'
import { answerDialog, ask, password, setUp } from './support/office'

const roster = (name: string): string => path.resolve(import.meta.dirname, '../fixtures/roster', name)
const env = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8' }

test('a chair with an empty computer sets the office up, and only the right password opens it again', async () => {
  const dataDir = freshDataDir()
  const first = await launchApp({ dataDir, env })
  await setUp(first.page, { role: 'town', code: '511321101', name: '青禾镇' })
  await expect(first.page.getByText('青禾镇 · 第十九届').first()).toBeVisible()
  await first.app.close()

  const again = await launchApp({ dataDir, env })
  const box = again.page.locator('input[type=password]').first()
  await box.fill('不是这个密码')
  await box.press('Enter')
  await expect(again.page.getByText('密码不对').first()).toBeVisible()
  await box.fill(password)
  await box.press('Enter')
  await expect(again.page.getByRole('heading', { name: '首页' })).toBeVisible()

  // Playwright cannot attach to a process that ends at once, which is what a second window of one office does.
  await expect(startApp({ dataDir, env })).rejects.toThrow('exitCode=0')
  await expect(again.page.getByRole('heading', { name: '首页' })).toBeVisible()
  await again.app.close()
})

test('Chinese typed through an input method arrives whole in the form and in the record', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await page.locator('nav').getByText('文件', { exact: true }).click()
  await page.getByRole('button', { name: '新建文件' }).first().click()
  const title = page.getByLabel('标题').first()
  await title.click()
  const session = await page.context().newCDPSession(page)
  for (const text of ['g', 'guan', 'guanyu', '关于']) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await session.send('Input.insertText', { text: '关于表彰先进的决定' })
  await expect(title).toHaveValue('关于表彰先进的决定')
  await page.getByLabel('类别').first().click()
  await page.getByTitle('决定', { exact: true }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '关于表彰先进的决定' })).toBeVisible()
  const list = await ask(page, 'record.list', { type: 'document' })
  expect(list.rows.map((row) => row.fields['title'])).toEqual(['关于表彰先进的决定'])
  await app.close()
})

test('the main job: roster, records, figures, report, package to the county, receipt back', async () => {
  test.setTimeout(120_000)
  const stick = freshDataDir()
  const town = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(town.page, { role: 'town', code: '511321101', name: '青禾镇' })

  await town.page.locator('nav').getByText('代表', { exact: true }).click()
  await town.page.getByRole('button', { name: '导入花名册' }).first().click()
  await answerDialog(town.app, [roster('biff8.xls')])
  await town.page.getByRole('button', { name: '选择文件' }).click()
  await town.page.getByRole('button', { name: '导入 4 人' }).click()
  await expect(town.page.getByText('在任 4 名')).toBeVisible()
  expect(await ask(town.page, 'roster.import', { file: roster('gb18030.csv') })).toMatchObject({ rows: 4, new: 0, changed: 0, same: 4 })

  const { rows } = await ask(town.page, 'deputies.list', {})
  const day = '2026-03-10'
  await ask(town.page, 'record.quick', {
    type: 'activity', fields: { kind: '08', title: '走访两村选民', place: '石桥村', voters_met: 12 },
    steps: [{ step: 'hold', fields: { start_on: day, participants: rows.map((row, at) => ({ mandate: row.mandate, state: at === 0 ? '2' : '1' })) } }],
  })
  const present = rows[1]
  const duty = await ask(town.page, 'deputies.duty', { mandate: present?.mandate ?? '' })
  expect(duty.parts.find((part) => part.key === 'voters')?.rows.map((row) => row.title)).toEqual(['走访两村选民'])
  const unit = (await ask(town.page, 'record.quick', { type: 'organisation', fields: { name: '镇村镇建设办' } })).record.id
  const suggestion = await ask(town.page, 'record.quick', {
    type: 'suggestion', fields: { title: '关于修缮通村道路的建议', lead: present?.mandate, field: '02' },
    steps: [{ step: 'submit', fields: { raised_on: day, period: '闭会期间' } }, { step: 'review', fields: { review_on: day, accept: '立案' } }, { step: 'assign', fields: { assigned_on: day, host: unit } }],
  })
  expect(suggestion.record).toMatchObject({ status: '已交办', fields: { no: '19-闭-001', due_on: '2026-06-10' } })

  const stats = await ask(town.page, 'stats.get', { from: '2026-01-01', to: '2026-12-31' })
  const figure = (id: string) => stats.indicators.find((one) => one.id === id)?.value
  expect([figure('B8.01'), figure('B8.02'), figure('B5.02')]).toEqual([1, 3, 1])
  expect(stats.checks.filter((check) => !check.ok)).toEqual([])

  const out = freshDataDir()
  const report = await ask(town.page, 'report.make', { year: 2026, out })
  expect(report.files.map((file) => path.extname(file.path))).toEqual(['.docx', '.xlsx'])
  const html = await ask(town.page, 'report.html', { year: 2026, kind: 'annual' })
  const pdf = await ask(town.page, 'shell.pdf', { path: path.join(out, html.name), html: html.html })
  expect(fs.readFileSync(pdf.path).subarray(0, 5).toString()).toBe('%PDF-')

  const county = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(county.page, { role: 'county', code: '511321', name: '望川县人大常委会' })
  const invite = await ask(county.page, 'exchange.invite', { code: '511321101', name: '青禾镇', out: stick })
  const joined = await ask(town.page, 'exchange.join', { file: invite.file, code: invite.code })
  expect(joined.county.name).toBe('望川县人大常委会')
  const sent = await ask(town.page, 'exchange.export', { to: stick })
  const file = sent.file ?? ''

  const damaged = path.join(stick, 'damaged.zpk')
  const bytes = fs.readFileSync(file)
  bytes.writeUInt8((bytes[bytes.length >> 1] ?? 0) ^ 1, bytes.length >> 1)
  fs.writeFileSync(damaged, bytes)
  expect((await ask(county.page, 'exchange.import', { files: [damaged], approve: true })).files[0]?.state).toBe('HELD')
  expect((await ask(county.page, 'exchange.import', { files: [file] })).files[0]).toMatchObject({ state: 'HELD', code: 'awaiting-approval' })
  expect((await ask(county.page, 'exchange.import', { files: [file], approve: true })).files[0]).toMatchObject({ state: 'COMMITTED', complete: true })
  expect((await ask(county.page, 'exchange.import', { files: [file], approve: true })).files[0]?.state).toBe('DUPLICATE')
  const total = await ask(county.page, 'stats.get', { from: '2026-01-01', to: '2026-12-31' })
  expect(total.indicators.find((one) => one.id === 'B8.02')?.value).toBe(3)

  const receipt = await ask(county.page, 'exchange.export', { to: stick, town: '511321101' })
  expect((await ask(town.page, 'exchange.import', { files: [receipt.file ?? ''] })).files[0]?.state).toBe('COMMITTED')
  expect(await ask(town.page, 'exchange.state', {})).toMatchObject({ paired: { accepted: true }, unsent: { records: 0 } })
  expect((await ask(town.page, 'exchange.export', { to: stick })).file).toBeNull()
  await town.app.close()
  await county.app.close()
})
