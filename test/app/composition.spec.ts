import { expect, test } from '@playwright/test'
import type { CDPSession, Locator, Page } from 'playwright-core'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024' }
const typed = 'input:not([type=checkbox]):not([type=radio]):not([type=file]):visible:enabled, textarea:visible:enabled'

/** In each field of `place` letters stand underlined and Enter, Escape and an arrow take a word from the input method's list; the fields that were tried. */
async function composeEverywhere(session: CDPSession, place: Locator, still: () => Promise<void>): Promise<number> {
  const count = await place.locator(typed).count()
  for (let at = 0; at < count; at++) {
    const field = place.locator(typed).nth(at)
    if (!(await field.isVisible()) || await field.evaluate((input: HTMLInputElement) => input.readOnly)) continue
    await field.focus()
    await session.send('Input.imeSetComposition', { text: 'lu', selectionStart: 2, selectionEnd: 2 })
    for (const key of ['ArrowDown', 'Enter', 'Escape']) await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 })
    await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await expect(field).toBeFocused()
    await still()
  }
  return count
}

async function recordsOf(page: Page): Promise<number> {
  let total = 0
  for (const type of ['activity', 'suggestion', 'document', 'supervision', 'voter_matter', 'presidium_meeting', 'agenda_item', 'expense']) total += (await ask(page, 'record.list', { type, limit: 1 })).total
  return total
}

test('keys that an input method uses save nothing, leave nothing and close nothing, in every kind of field and dialog', async () => {
  test.setTimeout(180_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(page, 'record.quick', { type: 'document', fields: { title: '要删的文件', kind: '02' } })
  await ask(page, 'record.quick', { type: 'session', fields: { no: 1, title: '第一次会议', term: (await ask(page, 'record.list', { type: 'term' })).rows[0]?.id ?? '' } })
  const session = await page.context().newCDPSession(page)
  const before = await recordsOf(page)
  let fields = 0
  const tryMain = async (): Promise<void> => {
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    fields += await composeEverywhere(session, page.locator('.main'), async () => { await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading ?? '') })
  }
  const tryDialog = async (): Promise<void> => {
    fields += await composeEverywhere(session, page.getByRole('dialog'), async () => { await expect(page.getByRole('dialog')).toHaveCount(1) })
    await page.keyboard.press('Escape')
  }
  for (const key of ['1', '2', '3', '4', '5']) {
    await page.keyboard.press(`Alt+${key}`)
    await expect(page.getByRole('button', { name: '保存', exact: true })).toBeVisible()
    await tryMain()
    await page.keyboard.press('Alt+h')
    await expect(page.getByRole('heading', { name: '首页' })).toBeVisible()
  }
  for (const [section, button] of [['文件', '新建文件'], ['经费', '记支出']] as const) {
    await page.locator('nav').getByText(section, { exact: true }).click()
    await page.getByRole('button', { name: button }).first().click()
    await expect(page.getByRole('button', { name: '保存', exact: true })).toBeVisible()
    await tryMain()
    await page.keyboard.press('Alt+h')
  }
  // A list with its search, and the dialog that deletes.
  await page.locator('nav').getByText('文件', { exact: true }).click()
  await tryMain()
  await page.getByRole('button', { name: '要删的文件' }).click()
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('dialog').getByText('其他', { exact: true }).click()
  await tryDialog()
  // A line that is added to an agenda by Enter, and a form in a dialog.
  await page.locator('nav').getByText('会议', { exact: true }).click()
  await page.getByRole('button', { name: '第一次会议' }).click()
  await expect(page.getByRole('button', { name: '加上' })).toBeVisible()
  await tryMain()
  await page.locator('nav').getByText('设置', { exact: true }).click()
  await page.getByRole('button', { name: /^换人、换电脑/u }).click()
  await page.getByRole('button', { name: '办理交接' }).click()
  await tryDialog()
  await screenshot(page, 'composition')
  expect(fields).toBeGreaterThan(50)
  expect(await recordsOf(page)).toBe(before)
  await app.close()
})
