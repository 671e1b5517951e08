import fs from 'node:fs'
import path from 'node:path'
import type { Canvas } from '@napi-rs/canvas'
import { expect, test, type Page } from '@playwright/test'
import { writePaperCode } from '../../shared/forms/paper-code'
import { beside, blurred, darkened, jpegOf, pngOf, rasterise, scaled, scanPdf, turned, written } from '../paper/support/pages'
import { freshDataDir, launchApp } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8', ZHEN_NOW: '2026-03-10' }
const town = { role: 'town', code: '511321101', name: '青禾镇' } as const

async function add(page: Page, type: string, fields: Record<string, unknown>): Promise<string> {
  const { ids: [id], errors } = await ask(page, 'record.add', { type, records: [fields] })
  if (id === undefined) throw new Error(JSON.stringify(errors))
  return id
}

async function deputies(page: Page, count: number): Promise<readonly string[]> {
  const term = (await ask(page, 'record.list', { type: 'term' })).rows[0]?.id ?? ''
  const made: string[] = []
  for (let at = 0; at < count; at++) {
    const person = await add(page, 'person', { name: `代表${'甲乙丙丁戊己庚辛壬癸'[at % 10] ?? ''}${'子丑寅卯'[Math.floor(at / 10)] ?? ''}` })
    const id = await add(page, 'mandate', { person, level: '5', term, nth: 1 })
    await ask(page, 'step.run', { id, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
    made.push(id)
  }
  return made
}

async function answered(page: Page, title: string, lead: string, host: string): Promise<string> {
  const id = await add(page, 'suggestion', { title, body: '情况属实，请研究解决。', kind: '1' })
  for (const [step, fields] of [
    ['submit', { raised_on: '2025-11-03', period: '2', lead }], ['review', { review_on: '2025-11-05', accept: '1' }], ['assign', { assigned_on: '2025-11-06', host }],
    ['communicate', { date: '2025-12-01', mode: '1' }], ['reply', { reply_on: '2025-12-20', result_class: 'A' }],
  ] as const) await ask(page, 'step.run', { id, step, fields })
  return id
}

/** The form as the real printer's page, then as a scanner sees it. */
async function printed(page: Page, dir: string, id: string, form: string, change: (html: string) => string = (html) => html): Promise<Canvas> {
  const { html } = await ask(page, 'paper.html', { id, form })
  const file = path.join(dir, `${form} ${id}.pdf`)
  await ask(page, 'shell.pdf', { path: file, html: change(html) })
  return rasterise(fs.readFileSync(file), 1, 200)
}

test('a pile of mixed pages finds its records; the date and the tick are all that is asked', async () => {
  test.setTimeout(240_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  const problems: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()) })
  await setUp(page, town)
  const dir = freshDataDir()
  fs.mkdirSync(dir, { recursive: true })
  const people = await deputies(page, 40)
  const host = await add(page, 'organisation', { name: '镇水利站', kind: '1', is_suggestion_handler: true })
  const suggestions = []
  for (const title of ['整修东干渠', '安装村口路灯', '增设校车站点']) suggestions.push(await answered(page, `关于${title}的建议`, people[suggestions.length] ?? '', host))
  const matter = await add(page, 'voter_matter', { received_on: '2026-02-01', content: '自来水压力不足' })
  const activity = await add(page, 'activity', { kind: '3', title: '视察饮水安全', start_on: '2026-03-01' })
  const [first = '', second = '', third = ''] = suggestions
  const opinions = [await printed(page, dir, first, 'SF'), await printed(page, dir, second, 'SF')]
  const [opinion, other] = opinions as [Canvas, Canvas]
  const urging = await printed(page, dir, third, 'SU')
  const reception = await printed(page, dir, matter, 'VR')
  const signIn = await printed(page, dir, activity, 'RG')
  if (process.env['ZHEN_KEEP_FORMS'] !== undefined) fs.cpSync(dir, process.env['ZHEN_KEEP_FORMS'], { recursive: true })
  const asScan = (canvas: Canvas) => ({ jpeg: jpegOf(canvas, 70), width: canvas.width, height: canvas.height })
  const empty = written(1654, 2339)
  const pages = [
    turned(opinion, 180), turned(reception, 90), turned(signIn, -3, '#fff'), blurred(urging, 1.5), empty,
    ...Array.from({ length: 33 }, (_, at) => [turned(other, at), darkened(urging, 0.5), empty, turned(reception, -at)][at % 4] ?? empty),
  ]
  const files: Record<string, Buffer> = {
    '扫描.pdf': scanPdf(pages.map(asScan)), '桌上两张.jpg': jpegOf(beside(opinion, other)), '手机拍.png': pngOf(scaled(turned(urging, 12), 0.6)),
    '锁住的.pdf': scanPdf([asScan(empty)], true), '坏的.pdf': Buffer.from('%PDF-1.4 坏了'), '不是图片.jpg': Buffer.from('hello'), '空的.jpg': Buffer.alloc(0),
  }
  for (const [name, bytes] of Object.entries(files)) fs.writeFileSync(path.join(dir, name), bytes)

  await page.getByRole('button', { name: '收回来的纸' }).click()
  await expect(page.getByText('还没有放进来的纸')).toBeVisible()
  const began = Date.now()
  await page.getByLabel('选择照片、扫描件').setInputFiles(Object.keys(files).map((name) => path.join(dir, name)))
  await expect(page.getByRole('status').filter({ hasText: '共 38 页' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('button', { name: '放进照片、扫描件' })).toBeVisible({ timeout: 200_000 })
  const seconds = (Date.now() - began) / 1000
  console.log(`40 pages in ${seconds.toFixed(1)} s`)
  const alert = page.getByRole('alert')
  for (const words of ['“锁住的.pdf”加了密码', '“坏的.pdf”不是图片或 PDF', '“不是图片.jpg”不是图片或 PDF', '“空的.jpg”是空的']) await expect(alert).toContainText(words)

  const { pages: taken } = await ask(page, 'paper.list', {})
  const forms = taken.flatMap((one) => one.entries.map((entry) => `${entry.form} ${entry.record}`))
  expect(new Set(forms)).toEqual(new Set([`征询意见表 ${first}`, `征询意见表 ${second}`, `催办单 ${third}`, `接待登记表 ${matter}`, `签到表 ${activity}`]))
  expect(taken.find((one) => one.name === '桌上两张.jpg')?.entries.map((entry) => entry.record).toSorted()).toEqual([first, second].toSorted())
  // Only the empty sheets wait: they are the same picture, so they are one page.
  expect(taken.filter((one) => one.entries.length === 0).map((one) => one.why)).toEqual(['no-code'])
  await page.screenshot({ path: 'test-results/paper-1.png' })

  // The tick and the date of an opinion form.
  const list = page.getByRole('list', { name: '页' })
  await list.getByRole('button', { name: /征询意见表.*东干渠/u }).first().click()
  await page.screenshot({ path: 'test-results/paper-2.png' })
  const panel = page.getByRole('region', { name: /东干渠/u })
  await panel.getByRole('radiogroup', { name: '结果评价' }).getByRole('radio', { name: '满意', exact: true }).click()
  await panel.getByRole('button', { name: '登记，看下一张' }).click()
  await expect.poll(async () => (await ask(page, 'record.get', { id: first })).status).toBe('已评价')

  // Forty names: three did not sign. With the press that opens the sheet that is five.
  await page.evaluate(() => {
    const { dataset } = document.documentElement
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => { dataset['presses'] = String(Number(dataset['presses'] ?? 0) + 1) }, true)
  })
  await list.getByRole('button', { name: /签到表/u }).first().click()
  await page.screenshot({ path: 'test-results/paper-3.png' })
  const grid = page.getByRole('list', { name: '点名' })
  await expect(grid.getByRole('checkbox')).toHaveCount(40)
  for (const at of [3, 11, 25]) await grid.getByRole('checkbox').nth(at).uncheck()
  await page.getByRole('button', { name: '登记出席 37 人，看下一张' }).click()
  await expect.poll(async () => (await ask(page, 'record.list', { type: 'participation', where: { event: activity }, limit: 100 })).total).toBe(40)
  expect(Number(await page.evaluate(() => document.documentElement.dataset['presses']))).toBe(5)

  // A page that nobody could read is found by words.
  await page.getByRole('tab', { name: /没认出来/u }).click()
  await page.screenshot({ path: 'test-results/paper-4.png' })
  await page.getByLabel('找它属于哪条记录').fill('校车')
  await page.getByRole('button', { name: /003 关于增设校车站点.*代表建议/u }).click()
  await expect(page.getByRole('tab', { name: '没认出来 0' })).toBeVisible()
  expect(problems).toEqual([])
  await app.close()
})

test('a sheet of another town, of an old edition and of a newer program is said and kept', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, town)
  const record = await add(page, 'voter_matter', { received_on: '2026-02-01', content: '路灯不亮' })
  const ours = await ask(page, 'paper.take', { content: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]).toString('base64'), name: 'a.jpg', page: 1, codes: [writePaperCode({ org: town.code, form: 'VR', edition: 0, record })] })
  expect(ours.entries[0]?.why).toBe('old-edition')
  await ask(page, 'paper.take', { content: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 2]).toString('base64'), name: 'b.jpg', page: 1, codes: [writePaperCode({ org: '511321102', form: 'VR', edition: 1, record: 'mfrggzdfmztwq2lknnwg23tpoa' })] })
  await page.getByRole('button', { name: '收回来的纸' }).click()
  await expect(page.getByText('这是旧版的表')).toBeVisible()
  await page.getByRole('tab', { name: '没认出来 1' }).click()
  await expect(page.getByText('这是别的乡镇的表')).toBeVisible()
  // A table of WPS can be chosen where tables are chosen.
  await app.evaluate(({ dialog }) => { dialog.showOpenDialog = ((...given: readonly unknown[]) => Promise.resolve({ canceled: false, filePaths: [JSON.stringify(given.at(-1))] })) as typeof dialog.showOpenDialog })
  expect((await ask(page, 'shell.pick-file', { title: '选表格', kinds: 'roster' })).path).toMatch(/"xlsx","xls","et","csv"/u)
  await app.close()
})

test('six hundred pages in one file are announced and can be stopped; what was read is filed, and the next file goes on', async () => {
  test.setTimeout(120_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, town)
  const dir = freshDataDir()
  const matter = await add(page, 'voter_matter', { received_on: '2026-02-01', content: '自来水压力不足' })
  const form = await printed(page, dir, matter, 'VR')
  const empty = written(200, 283)
  const [first, blank] = [{ jpeg: jpegOf(form, 70), width: form.width, height: form.height }, { jpeg: jpegOf(empty), width: empty.width, height: empty.height }]
  fs.writeFileSync(path.join(dir, '一柜子.pdf'), scanPdf([first, ...Array.from({ length: 599 }, () => blank)]))
  fs.writeFileSync(path.join(dir, '再来一张.jpg'), jpegOf(turned(form, 90)))
  await page.getByRole('button', { name: '收回来的纸' }).click()
  await page.getByLabel('选择照片、扫描件').setInputFiles(path.join(dir, '一柜子.pdf'))
  await expect(page.getByRole('alert')).toContainText('“一柜子.pdf”有 600 页，大约要 10 分钟。可以先做别的，也可以随时停下')
  await expect(page.getByRole('status').filter({ hasText: /第 [2-9] 页，共 600 页/u })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: '停下' }).click()
  await expect(page.getByRole('button', { name: '放进照片、扫描件' })).toBeVisible()
  const read = (await ask(page, 'paper.list', {})).pages
  expect(read.map((one) => one.entries.map(({ record }) => record))).toContainEqual([matter])
  await page.getByLabel('选择照片、扫描件').setInputFiles(path.join(dir, '再来一张.jpg'))
  await expect.poll(async () => (await ask(page, 'paper.list', {})).pages.find((one) => one.name === '再来一张.jpg')?.entries.length, { timeout: 30_000 }).toBe(1)
  await app.close()
})
