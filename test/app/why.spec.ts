import { expect, test, type Page } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-05-20T09:00:00+08:00' }

/** The panel tells formula, basis and records; then it goes with Esc. */
async function told(page: Page, ...words: readonly RegExp[]): Promise<void> {
  const panel = page.getByRole('dialog', { name: '这个数怎么来的' })
  for (const part of ['算法', '依据', '记录']) await expect(panel.getByRole('region', { name: part })).toBeVisible()
  for (const word of words) await expect(panel).toContainText(word)
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
}

test('every kind of number says why it is so: a figure, a nought, a chart, a due day, a quorum, a majority, a sentence of the report, the days of a duty file', async () => {
  test.setTimeout(120_000)
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const term = (await ask(page, 'record.list', { type: 'term' })).rows[0]?.id ?? ''
  const add = async (type: string, fields: Readonly<Record<string, unknown>>): Promise<string> => {
    const { ids: [id], errors } = await ask(page, 'record.add', { type, records: [fields] })
    if (id === undefined) throw new Error(JSON.stringify(errors))
    return id
  }
  const step = (id: string, name: string, fields: Readonly<Record<string, unknown>>) => ask(page, 'step.run', { id, step: name, fields })
  const mandates: string[] = []
  for (const name of ['林莲', '白芷', '石水国']) {
    const mandate = await add('mandate', { person: await add('person', { name }), level: '5', term, nth: 1 })
    await step(mandate, 'confirm', { confirm_on: '2021-12-20' })
    mandates.push(mandate)
  }
  const session = await add('session', { term, no: 9, kind: '2', start_on: '2026-02-10', end_on: '2026-02-10' })
  for (const mandate of mandates) await add('attendance', { session, mandate, state: '1' })
  await step(session, 'open', { total_deputies: 3 })
  await add('vote', { meeting: session, kind: '1', subject: '关于政府工作报告的决议', method: '1', total: 3, present: 3, for_count: 3, against_count: 0, abstain_count: 0 })
  const host = await add('organisation', { name: '镇财政所', kind: '1', is_suggestion_handler: true })
  const suggestion = await add('suggestion', { title: '关于修路的建议', body: '请修。', kind: '1' })
  for (const [name, fields] of [['submit', { raised_on: '2026-02-10', period: '1', session, lead: mandates[0] }], ['review', { review_on: '2026-02-11', accept: '1' }], ['assign', { assigned_on: '2026-02-20', host }]] as const) await step(suggestion, name, fields)
  const activity = await add('activity', { kind: '07', title: '小组学习' })
  await add('participation', { event: activity, mandate: mandates[0], state: '1', half_days: 3 })
  await step(activity, 'hold', { start_on: '2026-03-01' })

  // A due day, from home.
  await page.getByRole('button', { name: '首页', exact: true }).click()
  await page.locator('.todo-why').filter({ hasText: '交办后3个月' }).first().click()
  await told(page, /交办后3个月/u, /关于修路的建议/u)

  // A figure and a nought.
  await page.getByRole('button', { name: '统计报表', exact: true }).click()
  await page.getByRole('tab', { name: '建议办理' }).click()
  await page.getByRole('button', { name: /^立案.* 1，打开名单$/u }).first().click()
  await page.getByRole('button', { name: /这个数怎么来的/u }).click()
  const panel = page.getByRole('dialog', { name: '这个数怎么来的' })
  await expect(panel).toContainText('关于修路的建议')
  await expect(panel).toContainText(/登记/u)
  await screenshot(page, 'why-figure')
  await panel.getByRole('button', { name: '打印这一张' }).click()
  await expect(page.getByText('这台电脑上没有可用的打印机。')).toBeVisible()
  await told(page)
  await page.getByRole('button', { name: /^已答复.* 0，打开名单$/u }).first().click()
  await page.getByRole('button', { name: /这个数怎么来的/u }).click()
  await told(page, /没有记录/u)
  await page.keyboard.press('Escape')

  // A number of a chart.
  await page.getByRole('button', { name: '看图' }).click()
  await page.getByRole('region', { name: '每月活动' }).getByRole('button', { name: '看表' }).click()
  await page.getByRole('button', { name: '3月 代表活动 1怎么来的' }).click()
  await told(page, /组织代表活动次数/u, /小组学习/u)

  // A sentence of the report.
  await page.getByRole('button', { name: '统计报表', exact: true }).click()
  await page.getByRole('button', { name: '写年度报告' }).click()
  await page.locator('.report-number').first().click()
  await told(page)

  // Quorum and majority of a congress.
  await page.getByRole('button', { name: '会议', exact: true }).first().click()
  await page.getByText('第九次会议').first().click()
  await page.getByRole('button', { name: '法定人数怎么来的' }).first().click()
  await told(page, /三分之二|2 ÷ 3/u, /全体代表/u)
  await page.getByRole('button', { name: '关于政府工作报告的决议的结果怎么来的' }).click()
  await told(page, /过半数|半数/u)

  // The due day on the page of the suggestion, the days of a duty file.
  await page.getByRole('button', { name: '建议', exact: true }).click()
  await page.getByText('关于修路的建议').first().click()
  await page.getByRole('button', { name: /期限怎么来的|应答复日期怎么来的/u }).first().click()
  await told(page, /2026年5月20日/u)
  await page.getByRole('button', { name: '代表', exact: true }).click()
  await page.getByText('林莲').first().click()
  await page.getByRole('button', { name: '折合履职怎么来的' }).click()
  await told(page, /代表活动 3 个半天 = 3 个半天 = 1.5 天/u, /小组学习/u)
  await app.close()
})
