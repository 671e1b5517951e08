/** What every end-to-end test does with a window: set an office up, ask the store, choose a file where the system would show a dialog. */
import type { ElectronApplication, Page } from 'playwright-core'
import type { CommandName, InputOf, OutputOf } from '../../../shared/contract'
import type { Result } from '../../../shared/result'

export const password = '青山绿水2026'

/** Asks the store through the window's own bridge. */
export async function ask<N extends CommandName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = (await page.evaluate(
    ([command, given]) => (globalThis as unknown as { api: { call: (name: unknown, input: unknown) => Promise<unknown> } }).api.call(command, given),
    [name, input] as const,
  )) as Result<OutputOf<N>>
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`)
  return result.value
}

interface OfficeOnPaper {
  readonly role: 'town' | 'county'
  readonly code: string
  readonly name: string
}

/** The first set-up, typed as a person types it. */
export async function setUp(page: Page, office: OfficeOnPaper, then = '首页'): Promise<void> {
  await fillSetUp(page, office)
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByRole('heading', { name: then }).waitFor({ timeout: 20_000 })
}

/** All of it but the last press. */
export async function fillSetUp(page: Page, office: OfficeOnPaper): Promise<void> {
  if (office.role === 'county') await page.getByText('县人大（汇总各镇）').click()
  await page.locator('#setup-code').fill(office.code)
  await page.locator('#setup-name').fill(office.name)
  if (office.role === 'town') {
    await page.locator('#setup-term').fill('19')
    await page.locator('#setup-start').fill('2021-12-20')
    await page.locator('#setup-quota').fill('60')
  }
  await page.locator('#setup-by').fill('周维安')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.locator('#setup-first').fill(password)
  await page.locator('#setup-second').fill(password)
  await page.locator('#setup-written').click()
}

/** The next file dialog answers with these paths: the system's own dialog cannot be clicked by a test. */
export async function answerDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, given) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...given] })
  }, paths)
}

/** Types the county's slip beside its file on the page 上报, as a person does. */
export async function pairBySlip(app: ElectronApplication, page: Page, file: string, code: string): Promise<void> {
  await page.locator('nav').getByText('上报', { exact: true }).click()
  await answerDialog(app, [file])
  await page.getByRole('button', { name: '选配对文件' }).click()
  await page.getByLabel('照纸条输入配对码').pressSequentially(code)
  await page.getByRole('button', { name: '配对', exact: true }).click()
}
