import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { compose } from './support/compose'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-03-20T09:00:00+08:00' }

/** A town with a station, two deputies who take turns there, and one reception of last week. */
async function station(page: Page): Promise<{ readonly site: string; readonly deputies: readonly string[]; readonly unit: string }> {
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const term = (await ask(page, 'record.list', { type: 'term' })).rows[0]?.id ?? ''
  const add = async (type: string, fields: Readonly<Record<string, unknown>>): Promise<string> => (await ask(page, 'record.add', { type, records: [fields] })).ids[0] ?? ''
  const deputies: string[] = []
  for (const name of ['何秀兰', '陈国梁', '邵长明', '吴月琴']) {
    const person = await add('person', { name })
    const mandate = await add('mandate', { person, term, level: '5', elect_kind: '1' })
    await ask(page, 'step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
    deputies.push(mandate)
  }
  const site = await add('site', { name: '石桥联络站', kind: '1', deputies })
  const unit = await add('organisation', { name: '镇供电所' })
  await add('voter_matter', { site, received_on: '2026-03-12', deputies: deputies.slice(0, 2), content: '村口积水', category: '02', channel: '1' })
  return { site, deputies, unit }
}

test('a voter’s matter takes at most six interactions from home to saved, and its Chinese comes through an input method whole', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  const { site, deputies, unit } = await station(page)
  await page.getByRole('button', { name: '记接待' }).waitFor()
  let interactions = 0
  const touch = async (work: Promise<unknown>) => {
    interactions += 1
    await work
  }
  await touch(page.getByRole('button', { name: '记接待' }).click())
  await expect(page.getByText('和上次（3月12日）一样，不对就点名字改。')).toBeVisible()
  await expect(page.getByLabel('反映内容')).toBeFocused()
  await touch(compose(page, 'shiqiaocunludengbuliang', '石桥村三组路灯不亮，道路看不清'))
  await touch(page.getByText('转交办理', { exact: true }).click())
  await touch(page.getByLabel('转办单位').click())
  await touch(page.locator('.ant-select-item-option', { hasText: '镇供电所' }).click())
  await screenshot(page, 'matter')
  await touch(page.getByRole('button', { name: '保存', exact: true }).click())
  await expect(page.getByText('已记下接待，已转交镇供电所办理')).toBeVisible()
  expect(interactions).toBeLessThanOrEqual(6)

  const { rows } = await ask(page, 'record.list', { type: 'voter_matter' })
  expect(rows).toHaveLength(2)
  const saved = rows.find((row) => row.fields['received_on'] === '2026-03-20')
  expect([saved?.status, saved?.fields['content'], saved?.fields['site'], saved?.fields['deputies'], saved?.fields['category'], saved?.fields['to_unit'], saved?.fields['route']])
    .toEqual(['已转办', '石桥村三组路灯不亮，道路看不清', site, deputies.slice(0, 2), '02', unit, '4'])
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已撤销，恢复到保存以前')).toBeVisible()
  expect((await ask(page, 'record.list', { type: 'voter_matter' })).total).toBe(1)
  await app.close()
})

test('what was typed at a reception is a draft until it is saved', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await station(page)
  await page.getByRole('button', { name: '记接待' }).click()
  await page.getByLabel('反映内容').waitFor()
  await compose(page, 'xiang', '想加一个公交站')
  await page.getByLabel('姓名').click()
  await compose(page, 'zhaowen', '赵文')
  await page.getByRole('button', { name: '先不存，返回' }).click()
  await page.getByRole('heading', { name: '首页' }).waitFor()
  await page.getByRole('button', { name: '接着写' }).click()
  await expect(page.getByLabel('反映内容')).toHaveValue('想加一个公交站')
  await expect(page.getByLabel('姓名')).toHaveValue('赵文')
  expect((await ask(page, 'record.list', { type: 'voter_matter' })).total).toBe(1)
  await app.close()
})

test('a matter becomes a suggestion with one press, both lead to each other, and the visitor stays covered', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  const { site, deputies } = await station(page)
  const { record } = await ask(page, 'record.quick', {
    type: 'voter_matter', fields: { site, received_on: '2026-03-19', deputies: deputies.slice(0, 1), content: '上坪村到石桥村的路坑洼不平', category: '02', channel: '1' },
    side: [{ type: 'visitor', parent: 'about', fields: { role: '1', name: '赵文清', phone: '13800001234' } }],
  })
  await page.locator('nav').getByText('联络站', { exact: true }).click()
  await page.locator('.rec-tabs').getByText('群众反映事项', { exact: true }).click()
  await page.locator(`[data-row="${record.id}"]`).click()
  await expect(page.getByText('赵**')).toBeVisible()
  await page.getByRole('button', { name: '按住显示姓名' }).hover()
  await page.mouse.down()
  await expect(page.getByText('赵文清')).toBeVisible()
  await page.mouse.up()
  await expect(page.getByText('赵文清')).toBeHidden()

  await page.getByRole('button', { name: '转为代表建议' }).click()
  const made = page.getByRole('region', { name: '转成的建议' })
  await made.getByRole('button').click()
  await page.getByRole('button', { name: /上坪村到石桥村的路坑洼不平/u }).last().click()
  await expect(made).toBeVisible()
  await expect(page.getByRole('button', { name: '转为代表建议' })).toBeHidden()
  expect((await ask(page, 'record.list', { type: 'suggestion' })).rows.map((row) => [row.fields['source_ref'], row.fields['lead'], row.status])).toEqual([[record.id, deputies[0], '草稿']])
  await app.close()
})
