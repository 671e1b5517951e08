import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { compose } from './support/compose'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-03-20T09:00:00+08:00' }
const family = [...'何陈邵吴丁方周徐孙马朱胡郭林梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏']

/** A town of forty deputies in office; nine of them, or as many as said, sit in the presidium. */
async function town(page: Page, members = 9): Promise<readonly string[]> {
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const term = (await ask(page, 'record.list', { type: 'term' })).rows[0]?.id ?? ''
  const people = (await ask(page, 'record.add', { type: 'person', records: family.map((name) => ({ name: `${name}秀兰` })) })).ids
  const mandates = (await ask(page, 'record.add', { type: 'mandate', records: people.map((person) => ({ person, term, level: '5', elect_kind: '1' })) })).ids
  await ask(page, 'step.batch', { step: 'confirm', lines: mandates.map((id) => ({ id, fields: { confirm_on: '2021-12-20' } })) })
  if (members > 0) await ask(page, 'record.add', { type: 'presidium_member', records: mandates.slice(0, members).map((mandate, index) => ({ mandate, from_on: '2021-12-20', role: index === 0 ? '1' : '3' })) })
  return mandates
}

test('a session of forty deputies: agenda, roll, a vote with its majority, and the quorum in one sentence', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await town(page)
  await page.getByRole('button', { name: '记会议', exact: true }).click()
  await page.getByText('人民代表大会', { exact: true }).click()
  await page.getByLabel('地点', { exact: true }).click()
  await compose(page, 'zhenzhengfudahuiyishi', '镇政府大会议室')
  await page.getByRole('button', { name: '保存，去排议程' }).click()
  await expect(page.getByRole('heading', { name: /第一次会议/u })).toBeVisible()

  await page.getByRole('button', { name: '排上常用的 4 项' }).click()
  await expect(page.getByRole('list', { name: '议程' }).getByRole('listitem')).toHaveCount(4)
  await page.getByLabel('议程标题', { exact: true }).click()
  await compose(page, 'tongguojueyi', '通过会议决议')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: '议程' }).getByRole('listitem')).toHaveCount(5)
  await page.getByRole('button', { name: '上移：通过会议决议' }).click()
  await expect(page.getByRole('list', { name: '议程' }).getByRole('listitem').nth(3)).toContainText('通过会议决议')

  await page.getByText('点名', { exact: true }).click()
  const names = page.getByRole('list', { name: '点名' })
  await expect(names.getByRole('checkbox')).toHaveCount(40)
  await names.getByRole('checkbox').first().click()
  await names.getByRole('checkbox').nth(1).click()
  await page.getByRole('group', { name: /没有出席/u }).nth(1).getByRole('button', { name: '缺席' }).click()
  await expect(page.getByRole('status', { name: '法定人数' })).toContainText('全体代表 40 人，三分之二是 27 人；到会 38 人，够了。')
  await screenshot(page, 'session-roll')
  await page.getByRole('button', { name: '保存点名（实到 38 人）' }).click()
  await expect(page.getByText('点名已保存：实到 38 人')).toBeVisible()

  await page.getByText(/^议程和表决/u).first().click()
  await page.getByRole('button', { name: '开会', exact: true }).click()
  await expect(page.getByLabel('应到代表(全体代表数)', { exact: true })).toHaveValue('40')
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('button', { name: '闭会' })).toBeVisible()

  await page.getByRole('button', { name: '记表决：通过会议决议' }).click()
  await expect(page.getByLabel('出席', { exact: true })).toHaveValue('38')
  await page.getByLabel('赞成', { exact: true }).fill('20')
  await page.getByLabel('反对', { exact: true }).fill('10')
  await page.getByLabel('弃权', { exact: true }).fill('3')
  await expect(page.getByText('出席 38 人，其中未投票 5 人。')).toBeVisible()
  await expect(page.getByRole('status', { name: '过半数' })).toContainText('全体 40 人，过半数是 21 票；赞成 20 票，还差 1 票')
  await page.getByLabel('赞成', { exact: true }).fill('21')
  await screenshot(page, 'session-vote')
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已记下表决：通过')).toBeVisible()
  await expect(page.getByRole('list', { name: '议程' })).toContainText('赞成 21　反对 10　弃权 3　未投票 4')
  await screenshot(page, 'session')

  const session = (await ask(page, 'record.list', { type: 'session' })).rows[0]
  expect([session?.status, session?.fields['place'], session?.fields['present'], session?.fields['absent'], session?.fields['quorum_ok']]).toEqual(['进行中', '镇政府大会议室', 38, 1, true])
  expect((await ask(page, 'record.list', { type: 'attendance', limit: 100 })).total).toBe(40)
  await app.close()
})

test('a decision with a day becomes a to-do, and is settled on the page of its meeting', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await town(page)
  await page.getByRole('button', { name: '记会议', exact: true }).click()
  await expect(page.getByRole('list', { name: '点名' }).getByRole('checkbox')).toHaveCount(9)
  await page.getByLabel('议题 1', { exact: true }).click()
  await compose(page, 'jianyiduban', '建议督办')
  await page.getByLabel('承办人 1', { exact: true }).click()
  await compose(page, 'hexiulan', '何秀兰')
  await page.getByLabel('完成时限 1', { exact: true }).fill('2026.3.25')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已记下会议，1 件有时限的决定列入待办')).toBeVisible()
  await expect(page.getByRole('list', { name: '议题和决定' })).toContainText('还剩 5 天')
  const due = async () => (await ask(page, 'todo.list', {})).items.filter((todo) => todo.rule === 'decision.due').map((todo) => [todo.title, todo.owner, todo.due_on])
  expect(await due()).toEqual([['主席团决定：建议督办：未完成', '何秀兰', '2026-03-25']])
  await screenshot(page, 'presidium')
  await page.getByRole('button', { name: '登记完成：建议督办' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('list', { name: '议题和决定' })).toContainText('3月20日完成')
  expect(await due()).toEqual([])
  await app.close()
})

test('a supervision with a problem, handed over, put right and closed from its own page', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await town(page, 0)
  await page.getByRole('button', { name: '记监督', exact: true }).click()
  await page.getByLabel('议题', { exact: true }).click()
  await compose(page, 'shichanongmaoshichang', '视察农贸市场')
  await page.getByRole('button', { name: '选人' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('何秀兰', { exact: true }).click()
  await dialog.getByText('陈秀兰', { exact: true }).click()
  await dialog.getByRole('button', { name: '就这 2 人' }).click()
  await page.getByLabel('问题 1', { exact: true }).click()
  await compose(page, 'jianceshimeiyoujilu', '检测室没有记录')
  await screenshot(page, 'supervision-entry')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已记下监督，2 名代表的履职档案已更新，1 个问题等着交办')).toBeVisible()

  const step = async (name: string, fill: () => Promise<void>, after: string) => {
    await page.getByRole('button', { name: `${name}：检测室没有记录` }).click()
    await fill()
    await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByRole('list', { name: '发现的问题' })).toContainText(after)
  }
  await step('交办整改', () => page.getByLabel('整改时限', { exact: true }).fill('2026.3.30'), '还剩 10 天')
  await step('登记整改', async () => {
    await page.getByLabel('完成日期', { exact: true }).fill('2026.3.20')
    await page.getByLabel('落实说明', { exact: true }).click()
    await compose(page, 'yijianlitaizhang', '已建立台账')
  }, '待核验')
  await step('销号', async () => {
    await page.getByLabel('核验日期', { exact: true }).fill('2026.3.20')
    await page.getByLabel('核验人', { exact: true }).fill('何秀兰')
  }, '已销号 3月20日')
  await screenshot(page, 'supervision')
  const finding = (await ask(page, 'record.list', { type: 'finding' })).rows[0]
  expect([finding?.status, finding?.fields['done_note']]).toEqual(['销号', '已建立台账'])
  expect((await ask(page, 'deputies.list', {})).rows.filter((row) => row.events === 1)).toHaveLength(2)
  await app.close()
})

test('a planned activity is held from the plan in its own entry, and the plan says that it was done', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await town(page, 0)
  const item = (await ask(page, 'record.add', { type: 'plan_item', records: [{ year: 2026, kind: '4', item: '走访选民', plan_quarter: 1, owner: '何秀兰' }] })).ids[0] ?? ''
  await ask(page, 'record.add', { type: 'activity', records: [{ kind: '08', title: '走访石桥村选民', start_on: '2026-03-18', plan_ref: item }] })
  await page.getByRole('navigation', { name: '主导航' }).getByText('监督', { exact: true }).click()
  await page.getByRole('button', { name: '年度计划', exact: true }).click()
  await expect(page.getByRole('status', { name: '完成情况' })).toContainText('完成率 0%')
  await page.getByRole('button', { name: '登记开展：走访石桥村选民' }).click()
  await expect(page.getByLabel('标题', { exact: true })).toHaveValue('走访石桥村选民')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('status', { name: '完成情况' })).toContainText('完成率 100%')
  await screenshot(page, 'plan')
  expect((await ask(page, 'record.list', { type: 'participation', limit: 100 })).total).toBe(40)
  await app.close()
})
