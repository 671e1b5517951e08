import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { freshDataDir, launchApp, type RunningApp } from './support/launch-app'
import { ask, password, setUp } from './support/office'

const speed = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8' }

/** The office's window on a day of its year: the clock is set, the computer's own zone does not count. */
async function onDay(dataDir: string, now: string, more: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const running = await launchApp({ dataDir, env: { ...speed, ZHEN_NOW: now, ...more } })
  const box = running.page.locator('input[type=password]').first()
  await box.fill(password)
  await box.press('Enter')
  await running.page.getByRole('heading', { name: '首页' }).waitFor({ timeout: 20_000 })
  return running
}

const dueOf = async (page: Page, rule: string) => (await ask(page, 'todo.list', {})).items.filter((todo) => todo.rule === rule).map((todo) => [todo.due_on, todo.state])
const rail = (page: Page, word: string) => page.locator('nav').getByText(word, { exact: true }).click()

test('a year from January to December with a term change: what is due, put off, moved and ticked', async () => {
  test.setTimeout(240_000)
  const dataDir = freshDataDir()

  // January: the office is set up, the plan of the year is due
  const first = await launchApp({ dataDir, env: { ...speed, ZHEN_NOW: '2026-01-05' } })
  await setUp(first.page, { role: 'town', code: '511321101', name: '青禾镇' })
  const places: string[] = []
  for (const no of ['1', '2', '3']) places.push((await ask(first.page, 'record.quick', { type: 'constituency', fields: { level: '乡', no, name: `第${no}选区`, seats: 2, voters: 900 } })).record.id)
  const deputies: string[] = []
  for (const [at, name] of ['周维安', '何秀兰', '陈国梁', '邵长明', '吴月琴', '丁永福'].entries()) {
    const person = (await ask(first.page, 'record.quick', { type: 'person', fields: { name } })).record.id
    const added = await ask(first.page, 'record.add', { type: 'mandate', records: [{ person, level: '乡', nth: 1, elect_kind: '换届选举', constituency: places[at >> 1], elected_on: '2021-12-01', confirm_on: '2021-12-20', as_history: true, status: '在任' }] })
    deputies.push(added.ids[0] ?? '')
  }
  const [lead = '', leaver = ''] = deputies
  const unit = (await ask(first.page, 'record.quick', { type: 'organisation', fields: { name: '镇村镇建设办' } })).record.id
  expect(await dueOf(first.page, 'year.plan')).toEqual([['2026-02-28', 'later']])
  await first.page.getByRole('button', { name: '今年必做' }).click()
  await expect(first.page.getByRole('heading', { name: '2026年依法必须做的事' })).toBeVisible()
  await expect(first.page.locator('.duty', { hasText: '订年度工作计划' }).getByText('要做')).toBeVisible()
  await ask(first.page, 'record.quick', { type: 'plan_item', fields: { year: 2026, item: '视察农村饮水' } })
  await expect(first.page.locator('.duty', { hasText: '订年度工作计划' }).getByText('做完')).toBeVisible()
  await first.app.close()

  // March: the congress; a budget to publish, a suggestion to answer, a deputy who leaves
  const march = await onDay(dataDir, '2026-03-10')
  const session = (await ask(march.page, 'record.quick', { type: 'session', fields: { no: 1, start_on: '2026-03-05' }, steps: [{ step: 'open', fields: { start_on: '2026-03-05', total_deputies: 6 } }] })).record.id
  await ask(march.page, 'step.run', { step: 'close', id: session, fields: { end_on: '2026-03-06', budget_approved_on: '2026-03-06' } })
  const suggestion = (await ask(march.page, 'record.quick', {
    type: 'suggestion', fields: { title: '关于修缮通村道路的建议', field: '02' },
    steps: [{ step: 'submit', fields: { raised_on: '2026-03-05', period: '会议期间', session, lead } }, { step: 'review', fields: { review_on: '2026-03-06', accept: '立案' } }, { step: 'assign', fields: { assigned_on: '2026-03-09', host: unit } }],
  })).record.id
  await ask(march.page, 'step.run', { step: 'resign', id: leaver, fields: { event_on: '2026-03-01' } })
  await ask(march.page, 'step.run', { step: 'vote_resignation', id: leaver, fields: { congress_on: '2026-03-06', passed: true } })
  expect([await dueOf(march.page, 'budget.publish'), await dueOf(march.page, 'suggest.reply.normal')]).toEqual([[['2026-03-26', 'soon']], [['2026-06-09', 'later']]])
  await march.page.getByRole('button', { name: '日历' }).click()
  await expect(march.page.getByRole('heading', { name: '2026年3月' })).toBeVisible()
  await march.page.getByRole('button', { name: /^2026年3月26日/u }).click()
  await expect(march.page.getByRole('region', { name: '3月26日' }).getByText(/公开批准的预算/u)).toBeVisible()
  await rail(march.page, '首页')
  await march.page.getByRole('button', { name: /查看全部/u }).click()
  await march.page.getByRole('button', { name: /^暂缓：.*公开批准的预算/u }).click()
  await march.page.getByLabel('原因').fill('等县里批复')
  await march.page.getByRole('dialog').getByRole('button', { name: '暂缓', exact: true }).click()
  await expect(march.page.getByText(/^已暂缓到/u)).toBeVisible()
  expect(await dueOf(march.page, 'budget.publish')).toEqual([])
  await march.app.close()

  // the day before the answer is due, the day, the day after
  for (const [now, state] of [['2026-06-08', 'soon'], ['2026-06-09', 'soon'], ['2026-06-10', 'late']] as const) {
    const june = await onDay(dataDir, now)
    expect([await dueOf(june.page, 'suggest.reply.normal'), (await dueOf(june.page, 'budget.publish')).length]).toEqual([[['2026-06-09', state]], 1])
    if (state === 'late') await changeARule(june.page, suggestion)
    await june.app.close()
  }

  // September: the empty seat is filled by a by-election, confirmed with one press; the table of changes names both
  const september = await onDay(dataDir, '2026-09-20')
  expect(await dueOf(september.page, 'seat.vacant')).toEqual([['2026-12-31', 'later']])
  await byElection(september.page, places[0] ?? '', leaver)
  expect(await dueOf(september.page, 'seat.vacant')).toEqual([])
  await september.app.close()

  // December: the notice of 2027 is pasted, the town elects, the new term begins
  const december = await onDay(dataDir, '2026-12-22')
  await rail(december.page, '设置')
  await december.page.getByText('期限规则').click()
  await december.page.getByRole('button', { name: '粘贴放假安排' }).click()
  const paste = december.page.locator('#holiday-text')
  await paste.fill('明天放假')
  await december.page.getByRole('button', { name: '看看认得对不对' }).click()
  await expect(december.page.getByText('没有认出这是哪一年的放假安排。')).toBeVisible()
  await paste.fill('关于2027年部分节假日安排的通知\n元旦：1月1日至3日放假，共3天。国庆节：10月1日至7日放假调休，共7天。10月9日（周六）上班。')
  await december.page.getByRole('button', { name: '看看认得对不对' }).click()
  await december.page.getByRole('button', { name: '采用' }).click()
  await expect(december.page.getByText('2027年放假安排已记下')).toBeVisible()
  await changeTerm(december.page)
  const now = await ask(december.page, 'deputies.list', { level: '5' })
  expect(now.rows.filter((row) => row.status === '在任').map((row) => row.name).sort()).toEqual(['周维安', '林志强', '邵长明', '郭永生', '陈国梁'])
  await december.app.close()

  // the year after: last year's table is what it was, its identities hold, its page says what was not done
  const after = await onDay(dataDir, '2027-03-01')
  const before = (await ask(after.page, 'deputies.list', { level: '5', at: '2026-02-28' })).rows.filter((row) => row.status === '在任').map((row) => row.name)
  expect(before.sort()).toEqual(['丁永福', '何秀兰', '吴月琴', '周维安', '邵长明', '陈国梁'])
  const stats = await ask(after.page, 'stats.get', { from: '2026-01-01', to: '2026-12-31', as_at: '2026-12-31' })
  expect(stats.checks.filter((check) => !check.ok)).toEqual([])
  expect(stats.indicators.filter((one) => ['B1.05', 'B2.10', 'B3.04'].includes(one.id)).map((one) => one.value)).toEqual([5, 3, 1])
  const page = await ask(after.page, 'year.get', { year: 2026 })
  expect(page.duties.filter((duty) => ['congress', 'plan', 'publish-duty'].includes(duty.key)).map((duty) => [duty.key, duty.state])).toEqual([['congress', 'done'], ['plan', 'done'], ['publish-duty', 'late']])
  await after.app.close()
})

test('a clock that stands in 2036 and in another zone: the day is Shanghai’s, and what is only guessed says so', async () => {
  const dataDir = freshDataDir()
  const first = await launchApp({ dataDir, env: { ...speed, ZHEN_NOW: '2026-01-05' } })
  await setUp(first.page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(first.page, 'record.quick', { type: 'person', fields: { name: '周维安' }, side: [{ type: 'mandate', parent: 'person', fields: { level: '乡', nth: 1, as_history: true, status: '在任', confirm_on: '2021-12-20' } }] })
  await first.app.close()
  const far = await onDay(dataDir, '2036-04-30T20:00:00Z', { TZ: 'America/Los_Angeles' })
  await expect(far.page.getByText('2036年5月1日').first()).toBeVisible()
  await expect(far.page.getByText(/^电脑上是2036年5月1日，上次使用是2026年1月5日。/u)).toBeVisible()
  await far.page.getByRole('button', { name: '日历' }).click()
  await expect(far.page.getByText('这个月没有官方放假安排，工作日按周末推算')).toBeVisible()
  await far.app.close()
})

/** In the settings: two months instead of three; the open answer is shown, ticked and moved, and all of it taken back. */
async function changeARule(page: Page, suggestion: string): Promise<void> {
  const due = async () => (await ask(page, 'record.get', { id: suggestion })).fields['due_on']
  await rail(page, '设置')
  await page.getByText('期限规则').click()
  await page.getByRole('button', { name: '修改建议答复（一般）' }).click()
  await page.locator('#rule-n').fill('4')
  await page.locator('#rule-source').fill('本县办理办法（2026）第5条')
  await page.getByRole('button', { name: '看看会改哪些' }).click()
  await expect(page.getByText('已经定了期限的 1 件，打勾的改按新期限')).toBeVisible()
  expect(await due()).toBe('2026-06-09')
  await page.getByRole('dialog').getByRole('checkbox').check()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('建议答复（一般）已改好')).toBeVisible()
  expect(await due()).toBe('2026-07-09')
  await page.getByRole('button', { name: '撤销上次修改' }).click()
  await expect(page.getByText('已撤销：改“建议答复（一般）”')).toBeVisible()
  expect(await due()).toBe('2026-06-09')
}

/** From the vacancy to the reviewed return by its steps, then in the window: who won becomes a deputy, and the table of the year says how. */
async function byElection(page: Page, constituency: string, vacancy: string): Promise<void> {
  const won = { name: '苏小娟', nominated_by: '3', nominators: 12, formal: true }
  await ask(page, 'record.quick', {
    type: 'by_election', fields: { constituency, vacancy, vacant_on: '2026-03-06', reason: '2a' },
    steps: [
      { step: 'start', fields: { reported_on: '2026-07-01' } }, { step: 'register', fields: { roll_on: '2026-08-10', voters: 900 } }, { step: 'nominate', fields: { candidates_on: '2026-08-20', formal_on: '2026-09-01', candidates: [won] } },
      { step: 'poll', fields: { vote_on: '2026-09-10', turnout: 700, candidates: [{ ...won, votes: 500 }] } }, { step: 'review', fields: { review_on: '2026-09-12' } },
    ],
  })
  await rail(page, '代表')
  await page.getByText('补选', { exact: true }).first().click()
  await page.getByText('资格审查').first().click()
  await page.locator('#elect-on').fill('2026.9.15')
  await page.getByRole('button', { name: '确认并登记为代表' }).click()
  await expect(page.getByText('苏小娟已登记为代表，补选已确认')).toBeVisible()
  await rail(page, '代表')
  // the rail's own word, or the tab of the roster where the hub opened on another one
  await page.getByText('花名册', { exact: true }).or(page.getByText('代表', { exact: true })).first().click()
  await page.getByRole('button', { name: '变动表' }).click()
  await expect(page.getByText('期初实有 6 名，增加 1 名，减少 1 名，期末实有 6 名')).toBeVisible()
  await expect(page.getByRole('row', { name: /何秀兰/u })).toContainText('书面辞职 2026年3月1日')
  await expect(page.getByRole('row', { name: /苏小娟/u })).toContainText('当选 2026年9月10日')
}

/** The guided change: three stay, two are new, the first meeting opens the twentieth term. */
async function changeTerm(page: Page): Promise<void> {
  await page.getByText('单位和名册').click()
  await page.getByRole('button', { name: /^换届/u }).click()
  await page.locator('#term-elected').fill('2026.12.1')
  await page.locator('#term-first').fill('2026.12.20')
  await page.locator('#term-quota').fill('6')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  for (const name of ['周维安', '陈国梁', '邵长明']) await page.getByRole('checkbox', { name: `${name}连任` }).check()
  await page.locator('#term-fresh').fill('郭永生 3\n林志强 3')
  await page.getByRole('button', { name: '保存新一届名单' }).click()
  await page.getByRole('button', { name: '办理换届' }).click()
  await expect(page.getByText(/青禾镇 · 第二十届/u).first()).toBeVisible()
  await page.getByRole('button', { name: '第十九届', exact: true }).click()
  await expect(page.getByText('截至2026年12月19日在任 6 名')).toBeVisible()
}
