import fs from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test, type Page } from '@playwright/test'
import { freshDataDir, launchApp } from './support/launch-app'
import { ask, setUp } from './support/office'

// Read as a text and run in the page of the test: docs/decisions/0005-axe-is-a-test-tool-only.md.
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const env = { ZHEN_SAMPLES: '1', ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-03-20T09:00:00+08:00' }

interface Axe { readonly run: (at: Document, options: object) => Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] }[] }> }

/** Rule and place of everything that a keyboard or a screen reader could not use on the screen that is shown. */
const violations = (page: Page): Promise<readonly string[]> => page.evaluate(async () => {
  const { violations: found } = await (globalThis as unknown as { axe: Axe }).axe.run(document, { resultTypes: ['violations'] })
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
})

async function clean(page: Page, where: string): Promise<void> {
  await page.waitForTimeout(300)
  expect(await violations(page), where).toEqual([])
}

const sections = ['首页', '代表', '会议', '活动', '建议', '监督', '联络站', '民生与重大事项', '经费', '文件', '统计报表', '上报', '设置']
const entries = ['记活动', '记接待', '记建议', '记会议', '记监督']

test('nothing on the doors, the sections, the entries and the help of a town stops a keyboard or a screen reader, in either colours', async () => {
  test.setTimeout(240_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await page.getByRole('heading', { name: '第一次使用' }).waitFor()
  await page.evaluate(axe)
  await clean(page, 'the first set-up')
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await clean(page, 'home of a new office')
  await ask(page, 'seed.run', { seed: 7 })
  for (const contrast of ['standard', 'high'] as const) {
    await page.evaluate((on) => { document.documentElement.dataset['contrast'] = on }, contrast)
    for (const section of sections) {
      await page.locator('nav[aria-label="主导航"]').getByRole('button', { name: section }).first().click()
      await clean(page, `${section} (${contrast})`)
    }
  }
  for (const [index, entry] of entries.entries()) {
    await page.keyboard.press(`Alt+${String(index + 1)}`)
    await page.getByRole('heading', { level: 1, name: entry }).waitFor()
    await clean(page, entry)
  }
  await page.keyboard.press('F1')
  await page.getByRole('heading', { level: 1, name: '帮助' }).waitFor()
  await clean(page, 'help')
  await app.close()
})

test('nor do records, their forms, what their buttons open, the handover and the screens of a county', async () => {
  test.setTimeout(240_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env: { ...env, ZHEN_STICK: freshDataDir(), ZHEN_SAMPLES: '1' } })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(page, 'seed.run', { seed: 7 })
  await page.reload()
  await page.getByRole('heading', { name: '首页' }).waitFor()
  await page.evaluate(axe)
  const open = async (route: object): Promise<void> => {
    await page.evaluate((detail) => { window.dispatchEvent(new CustomEvent('zhen-open', { detail })) }, route)
    await page.waitForTimeout(600)
  }
  for (const type of ['suggestion', 'session', 'supervision', 'voter_matter']) {
    const id = (await ask(page, 'record.list', { type, limit: 1 })).rows[0]?.id ?? ''
    for (const screen of ['record', 'edit']) {
      await open({ screen, type, id })
      await clean(page, `${screen} ${type}`)
    }
    await open({ screen: 'record', type, id })
    await page.getByRole('button', { name: /^全部记录/u }).click()
    await clean(page, `history of ${type}`)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '删除', exact: true }).first().click()
    await clean(page, `deletion of ${type}`)
    await page.keyboard.press('Escape')
  }
  await open({ screen: 'handover' })
  for (const word of ['办理交接', '搬到新电脑', '给新电脑做一份']) {
    await page.getByRole('button', { name: word }).click()
    await clean(page, word)
    await page.keyboard.press('Escape')
  }
  await app.close()

  const county = await launchApp({ dataDir: freshDataDir(), env: { ...env, ZHEN_STICK: freshDataDir() } })
  await setUp(county.page, { role: 'county', code: '511321', name: '望川县人大常委会' })
  await county.page.evaluate(axe)
  for (const section of ['首页', '各镇', '导入', '统计报表', '交办', '设置']) {
    await county.page.locator('nav[aria-label="主导航"]').getByRole('button', { name: section }).first().click()
    await clean(county.page, `${section} of a county`)
  }
  for (const [key, title] of [['Alt+1', '导入'], ['Alt+2', '各镇'], ['Alt+3', '统计报表'], ['Alt+4', '县交办']] as const) {
    await county.page.keyboard.press(key)
    await expect(county.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }
  await county.app.close()
})

test('a whole activity is written down and saved without the mouse, and the eye always sees where the keyboard is', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await page.keyboard.press('Alt+1')
  await page.getByRole('heading', { level: 1, name: '记活动' }).waitFor()
  const unseen: string[] = []
  for (let at = 0; at < 40; at++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const active = document.activeElement
      if (!(active instanceof HTMLElement) || active === document.body) return null
      const ringed = [active, active.parentElement, active.closest('label, li, .ant-select, .ant-picker')].some((node) => {
        if (!(node instanceof HTMLElement)) return false
        const style = getComputedStyle(node)
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || (style.boxShadow !== 'none' && style.boxShadow.includes('0px 0px 0px'))
      })
      return { ringed, what: active.outerHTML.slice(0, 120) }
    })
    if (here !== null && !here.ringed) unseen.push(here.what)
  }
  expect(unseen).toEqual([])
  await page.getByLabel('标题').focus()
  await page.keyboard.insertText('走访石桥村选民')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已记下活动').first()).toBeVisible()
  expect((await ask(page, 'record.list', { type: 'activity' })).rows.map((row) => row.fields['title'])).toEqual(['走访石桥村选民'])
  await app.close()
})
