import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'

/** Where the number stands on each page of a PDF: its words, and whether in the right half. Null = no number. */
function numbersIn(pdf: string): readonly (readonly [words: string, right: boolean] | null)[] {
  const html = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' })
  return html.split('<page ').slice(1).map((page) => {
    const [width = 0, height = 0] = /width="([\d.]+)" height="([\d.]+)"/u.exec(page)?.slice(1).map(Number) ?? []
    const low = [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</gu)].filter(([, , y]) => Number(y) > height - 95 && Number(y) < height - 40)
    const words = low.map(([, , , word]) => word).join('')
    return /^—\d+—$/u.test(words) ? [words, Number(low[0]?.[1]) > width / 2] : null
  })
}

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-05-20T09:00:00+08:00' }

test('the minutes of a meeting are made from its page as Word and PDF, and a list goes into a PDF whole; a printer that is not there is said', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const out = freshDataDir()
  await ask(page, 'settings.set', { ui: { out_folder: out } })
  const term = (await ask(page, 'record.list', { type: 'term' })).rows[0]?.id ?? ''
  const add = async (type: string, fields: Readonly<Record<string, unknown>>): Promise<string> => (await ask(page, 'record.add', { type, records: [fields] })).ids[0] ?? ''
  const meeting = await add('presidium_meeting', { term, no: 3, place: '镇会议室', chair: '周维安' })
  await ask(page, 'step.run', { id: meeting, step: 'open', fields: { held_on: '2026-05-18', members_total: 5 } })
  await add('decision', { meeting, no: 1, title: '研究年度监督计划', text: '同意，𠮷姓代表负责联系。' })

  await page.getByRole('button', { name: '会议', exact: true }).first().click()
  await page.getByText('主席团会议', { exact: true }).first().click()
  await page.getByText('镇会议室').first().click()
  await page.getByRole('button', { name: '打印' }).click()
  await expect(page.getByText('公文：按公文格式排好，盖章前核对。')).toBeVisible()
  await screenshot(page, 'official-papers')
  await page.getByRole('button', { name: '公文会议纪要存成 Word' }).click()
  await expect(page.getByText(/已存好：青禾镇_会议纪要_2026-05-18/u)).toBeVisible()
  await page.getByRole('button', { name: '公文会议纪要存成 PDF' }).click()
  await expect.poll(() => fs.readdirSync(out).sort().map((name) => path.extname(name))).toEqual(['.docx', '.pdf'])
  const pdf = path.join(out, fs.readdirSync(out).find((name) => name.endsWith('.pdf')) ?? '')
  expect(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })).toMatch(/青禾镇人大会议纪要[\s\S]*第三次会议[\s\S]*𠮷姓代表/u)
  // A page of text: its 版记 stands on the back of the sheet.
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Pages:\s+2\n/u)
  expect(execFileSync('pdftotext', ['-f', '2', pdf, '-'], { encoding: 'utf8' })).toMatch(/^送：主席团成员/u)
  // The page of the imprint alone bears no number.
  expect(numbersIn(pdf)).toEqual([['—1—', true], null])
  // Every face of the page lies in the file itself.
  const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2)
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter((line) => !/\byes\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/u.test(line))).toEqual([])
  await page.getByRole('button', { name: '打印这一页' }).click()
  await expect(page.getByText('这台电脑上没有可用的打印机。')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '存成 PDF' }).click()
  await expect.poll(() => fs.readdirSync(out).some((name) => name.startsWith('主席团会议') && name.endsWith('.pdf'))).toBe(true)
  const list = execFileSync('pdftotext', ['-layout', path.join(out, fs.readdirSync(out).find((name) => name.startsWith('主席团会议') && name.endsWith('.pdf')) ?? ''), '-'], { encoding: 'utf8' })
  expect(list.replaceAll(/\s+/gu, ' ')).toMatch(/青禾镇主席团会议 2026年5月20日 共1条.*镇会议室 周维安/u)
  await screenshot(page, 'meetings-list')
  await app.close()
})

test('a report that was signed off keeps its figures, what changed since is told beside it; the letters of a year lie in one PDF, each on its own sheet', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const quick = async (type: string, fields: Readonly<Record<string, unknown>>): Promise<string> => (await ask(page, 'record.quick', { type, fields })).record.id
  const person = await quick('person', { name: '何秀兰' })
  const lead = (await ask(page, 'record.add', { type: 'mandate', records: [{ person, level: '乡', nth: 1, confirm_on: '2021-12-20', as_history: true, status: '在任' }] })).ids[0]
  const host = await quick('organisation', { name: '镇村镇建设办' })
  const suggestions: string[] = []
  for (const title of ['关于修缮通村道路的建议', '关于增设路灯的建议']) {
    suggestions.push((await ask(page, 'record.quick', { type: 'suggestion', fields: { title, lead, field: '02' }, steps: [{ step: 'submit', fields: { raised_on: '2026-03-10', period: '闭会期间' } }] })).record.id)
  }

  await page.locator('nav').getByText('统计报表', { exact: true }).click()
  await page.getByRole('button', { name: '写年度报告' }).click()
  await page.getByRole('button', { name: '签发定稿…' }).click()
  await page.getByLabel('签发人').fill('周维安')
  await page.getByRole('button', { name: '签发', exact: true }).click()
  await expect(page.getByText('2026年报告已定稿，存进了“文件”')).toBeVisible()
  const signed = await ask(page, 'report.draft', { year: 2026 })

  for (const id of suggestions) {
    await ask(page, 'step.run', { id, step: 'review', fields: { review_on: '2026-03-12', accept: '立案' } })
    await ask(page, 'step.run', { id, step: 'assign', fields: { assigned_on: '2026-03-12', host } })
    await ask(page, 'step.run', { id, step: 'communicate', fields: { date: '2026-04-01', mode: '1' } })
    await ask(page, 'step.run', { id, step: 'reply', fields: { reply_on: '2026-04-10', result_class: 'A' } })
  }
  await page.getByRole('button', { name: '看定稿后的变更' }).click()
  const changes = page.getByRole('dialog', { name: '冻结后变更' })
  await expect(changes.getByRole('row', { name: /^立案\(受理\)数 0 件 2 件/u }).first()).toBeVisible()
  await expect(changes.getByText('关于增设路灯的建议').first()).toBeVisible()
  await screenshot(page, 'changed-since')
  expect(await ask(page, 'report.draft', { year: 2026 })).toEqual(signed)

  const letters = await ask(page, 'report.html', { year: 2026, kind: 'reply' })
  const pdf = path.join(freshDataDir(), letters.name)
  await ask(page, 'shell.pdf', { path: pdf, html: letters.html })
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Pages:\s+3\n/u)
  expect(execFileSync('pdftotext', ['-f', '3', pdf, '-'], { encoding: 'utf8' })).toMatch(/^镇村镇建设办[\s\S]*抄送：/u)
  // A letter's first page has its second red line and no number, whichever letter of the file it is; the report is counted from 1, odd right, even left.
  expect(numbersIn(pdf)).toEqual([null, null, null])
  const report = await ask(page, 'report.html', { year: 2026, kind: 'annual' })
  const annual = path.join(freshDataDir(), report.name)
  await ask(page, 'shell.pdf', { path: annual, html: report.html })
  const numbers = numbersIn(annual)
  expect(numbers.length).toBeGreaterThan(4)
  expect(numbers).toEqual(numbers.map((_, at) => [`—${String(at + 1)}—`, at % 2 === 0]))
  if (process.env['ZHEN_KEEP_PDF'] !== undefined) for (const file of [pdf, annual]) fs.copyFileSync(file, path.join(process.env['ZHEN_KEEP_PDF'], path.basename(file)))
  await app.close()
})
