import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { compose } from './support/compose'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-05-20T09:00:00+08:00' }

/** A town with five deputies in office and a unit that answers. */
async function town(page: Page): Promise<{ readonly deputies: readonly string[]; readonly unit: string }> {
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const term = (await ask(page, 'record.list', { type: 'term' })).rows[0]?.id ?? ''
  const add = async (type: string, fields: Readonly<Record<string, unknown>>): Promise<string> => (await ask(page, 'record.add', { type, records: [fields] })).ids[0] ?? ''
  const deputies: string[] = []
  for (const name of ['何秀兰', '陈国梁', '邵长明', '吴月琴', '丁永福']) {
    const mandate = await add('mandate', { person: await add('person', { name }), term, level: '5', elect_kind: '1' })
    await ask(page, 'step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
    deputies.push(mandate)
  }
  return { deputies, unit: await add('organisation', { name: '镇村镇建设办' }) }
}

test('a suggestion from paper, accepted and assigned, takes at most ten interactions, and its Chinese comes through an input method whole', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  const { deputies, unit } = await town(page)
  await page.getByRole('button', { name: '记建议' }).waitFor()
  let touches = 0
  const one = async (work: Promise<unknown>) => {
    touches += 1
    await work
  }
  await one(page.getByRole('button', { name: '记建议' }).click())
  await expect(page.getByLabel('标题', { exact: true })).toBeFocused()
  await one(compose(page, 'guanyuxiushandaolu', '关于修缮上坪村至石桥村通村道路的建议'))
  await one(page.getByLabel('内容', { exact: true }).click().then(() => compose(page, 'yuhounanxing', '雨后难行，建议列入年度计划硬化。')))
  await one(page.getByLabel('领衔代表').click())
  await one(page.locator('.ant-select-item-option', { hasText: '何秀兰' }).click())
  await one(page.getByRole('checkbox', { name: '陈国梁' }).click())
  await one(page.getByRole('checkbox', { name: '邵长明' }).click())
  await one(page.getByLabel('主办单位').click())
  await one(page.locator('.ant-select-item-option', { hasText: '镇村镇建设办' }).click())
  await expect(page.getByText('2026年8月20日前答复')).toBeVisible()
  await screenshot(page, 'suggestion-entry')
  await one(page.getByRole('button', { name: '保存', exact: true }).click())
  await expect(page.getByText('已记下建议 19-闭-001，现在是“已交办”')).toBeVisible()
  expect(touches).toBeLessThanOrEqual(10)

  const { rows } = await ask(page, 'record.list', { type: 'suggestion' })
  expect(rows.map(({ status, fields }) => [status, fields['title'], fields['body'], fields['lead'], fields['cosign'], fields['host'], fields['period'], fields['review_on'], fields['assigned_on'], fields['due_on']])).toEqual([[
    '已交办', '关于修缮上坪村至石桥村通村道路的建议', '雨后难行，建议列入年度计划硬化。', deputies[0], deputies.slice(1, 3), unit, '2', '2026-05-20', '2026-05-20', '2026-08-20',
  ]])
  await expect(page.getByRole('heading', { name: '19-闭-001' })).toBeVisible()
  await screenshot(page, 'suggestion')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已撤销，恢复到保存以前')).toBeVisible()
  expect((await ask(page, 'record.list', { type: 'suggestion' })).total).toBe(0)
  await app.close()
})

test('an answer with its rating takes at most six interactions from home, is one undo, and 不满意 opens the second round', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  const { deputies, unit } = await town(page)
  const { record } = await ask(page, 'record.quick', {
    type: 'suggestion', fields: { title: '关于增设路灯的建议', body: '夜间无照明', lead: deputies[0], raised_on: '2026-03-01', period: '2' },
    steps: [{ step: 'submit', fields: {} }, { step: 'review', fields: { review_on: '2026-03-02', accept: '1' } }, { step: 'assign', fields: { assigned_on: '2026-03-03', host: unit } }],
  })
  const todo = page.getByRole('button', { name: /^登记答复/u }).first()
  await todo.waitFor()
  let touches = 0
  const one = async (work: Promise<unknown>) => {
    touches += 1
    await work
  }
  await one(todo.click())
  await one(page.getByLabel('答复日期', { exact: true }).fill('4.28'))
  await one(page.getByText('C 暂不能解决', { exact: true }).click())
  await one(page.getByText('不满意', { exact: true }).click())
  await one(page.getByLabel('收回日期', { exact: true }).fill('5.12'))
  await screenshot(page, 'suggestion-answer')
  await one(page.getByRole('button', { name: '保存', exact: true }).click())
  await expect(page.getByText('已记下答复和测评（不满意），现在是“重新办理”')).toBeVisible()
  expect(touches).toBeLessThanOrEqual(6)
  await expect(page.getByText('重新办理（第 2 轮）')).toBeVisible()
  await expect(page.getByRole('list', { name: '第 2 轮' }).getByText('再次答复')).toBeVisible()
  await screenshot(page, 'suggestion-second-round')

  const replies = async () => (await ask(page, 'record.list', { type: 'reply' })).rows.map(({ fields }) => [fields['reply_on'], fields['result_class'], fields['feedback_on'], fields['rate_result'], fields['redo_due']])
  expect(await replies()).toEqual([['2026-04-28', 'C', '2026-05-12', '3', '2026-06-12']])
  await page.getByRole('button', { name: '撤销' }).first().click()
  await expect(page.getByText('已撤销，恢复到保存以前')).toBeVisible()
  expect([await replies(), (await ask(page, 'record.get', { id: record.id })).status]).toEqual([[], '已交办'])
  await app.close()
})
