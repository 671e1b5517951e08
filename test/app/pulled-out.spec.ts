/** In the real window: a stick that is full, and one that is pulled out while something is written on it. One sentence, one next step, nothing half, and what was typed stays. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from 'playwright-core'
import { smallDisk, whyNoSmallDisk, type SmallDisk } from '../faults/small-disk'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { cli } from './support/neighbours'
import { answerDialog, ask, pairBySlip, setUp } from './support/office'

const why = process.platform === 'linux' ? whyNoSmallDisk() : 'mounts a disk as Linux does'
const code = '511321101'
const pulled: (() => void)[] = []
const disk = (megabytes: number): SmallDisk => smallDisk(megabytes, (pullOut) => { pulled.push(pullOut) })

test.beforeEach(() => { test.skip(why !== null, why ?? '') })
test.afterEach(() => { for (const pullOut of pulled.splice(0)) pullOut() })

/** Everything on the stick that is or was to become a file of ours. */
const written = (dir: string): readonly string[] => fs.readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:zrb|zpk|html|docx|xlsx|part|partial)$/u.test(name) || name.endsWith('.part'))

async function openTown(stick: string): Promise<{ readonly app: ElectronApplication; readonly page: Page; readonly dir: string }> {
  const dir = freshDataDir()
  const { app, page } = await launchApp({ dataDir: dir, env: { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8', ZHEN_SAMPLES: '1', ZHEN_STICK: stick, ZHEN_NOW: '2026-05-20T09:00:00+08:00' } })
  await setUp(page, { role: 'town', code, name: '青禾镇' })
  await ask(page, 'seed.run', { years: 1, scale: 1, seed: 3 })
  return { app, page, dir }
}

let acts = 0
/** Does it as soon as the window says this: faster than a test's hand. Gives whether it was done. */
async function when(page: Page, words: RegExp, act: () => void): Promise<() => boolean> {
  const name = `act${String(acts += 1)}`
  let done = false
  await page.exposeFunction(name, () => {
    done = true
    act()
  })
  await page.evaluate(([source, called]) => {
    const wanted = new RegExp(source, 'u')
    const seen = new MutationObserver(() => {
      if (!wanted.test(document.body.textContent ?? '')) return
      seen.disconnect()
      void (globalThis as unknown as Record<string, () => Promise<void>>)[called]?.()
    })
    seen.observe(document.body, { subtree: true, childList: true, characterData: true })
  }, [words.source, name] as const)
  return () => done
}

/** Another program takes all that is left, while ours goes on writing. */
function fill(stick: SmallDisk): void {
  try {
    stick.fillUpTo(0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

/** Attachments that take a moment to be written. */
async function manyAttachments(page: Page): Promise<void> {
  const { ids: [owner = ''] } = await ask(page, 'record.add', { type: 'activity', records: [{ title: '走访选民', kind: '3', start_on: '2026-02-10' }] })
  const from = freshDataDir()
  for (let n = 0; n < 12; n += 1) {
    const file = path.join(from, `照片${String(n)}.png`)
    fs.writeFileSync(file, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(5_000_000)]))
    await ask(page, 'file.add', { owner, path: file, original: true })
  }
}

test('a report to a stick without room, then to one that is pulled out in the middle: the same press writes it when there is a stick', async () => {
  test.setTimeout(240_000)
  const [county, stick] = [freshDataDir(), disk(4)]
  cli(county, ['init', '--role', 'county', '--code', '511321', '--name', '望川县'])
  const { app, page, dir } = await openTown(stick.dir)
  const slip = cli(county, ['invite', '--code', code, '--name', '青禾镇', '--out', freshDataDir()])
  await manyAttachments(page)
  await pairBySlip(app, page, String(slip['file']), String(slip['code']).replaceAll(/\D/gu, ''))
  await expect(page.getByText(/已和望川县.*配对，等县里准许/u)).toBeVisible()
  await page.getByRole('button', { name: '上报到 U 盘' }).click()
  await expect(page.getByText('U 盘的空间不够，没有写进去。')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('请删掉 U 盘上不用的文件，或换一个 U 盘；本机的记录都在。')).toBeVisible()
  await screenshot(page, 'report-full')
  expect([written(stick.dir), written(path.join(dir, 'outbox'))]).toEqual([[], []])

  stick.resize(200)
  const pulledOut = await when(page, /正在写入 U 盘/u, () => { stick.unmount() })
  await page.getByRole('button', { name: '再上报一次' }).click()
  await expect(page.getByText('U 盘不在了，没有写完。')).toBeVisible({ timeout: 30_000 })
  await screenshot(page, 'report-pulled')
  expect(pulledOut()).toBe(true)
  expect([fs.readdirSync(stick.dir), written(path.join(dir, 'outbox'))]).toEqual([[], []])
  await page.getByRole('button', { name: '插回 U 盘，重写一遍' }).click()
  await expect(page.getByText(/第 1 包已写好/u)).toBeVisible({ timeout: 30_000 })
  expect(written(stick.dir).filter((name) => name.endsWith('.zpk'))).toHaveLength(1)
  await app.close()
})

test('a second place for backups that fills or is pulled out half-way says so, leaves no half backup and keeps the choice of before', async () => {
  test.setTimeout(240_000)
  const stick = disk(60)
  const { app, page, dir } = await openTown(freshDataDir())
  // Attachments are copied as they lie there, one by one, without being looked into.
  fs.mkdirSync(path.join(dir, 'blobs'), { recursive: true })
  for (let n = 0; n < 3000; n++) fs.writeFileSync(path.join(dir, 'blobs', n.toString(16).padStart(48, '0')), 'x'.repeat(2000))
  await page.locator('nav').getByText('设置', { exact: true }).click()
  await page.getByText('备份和密码', { exact: true }).click()
  const choose = async (folder: string): Promise<void> => {
    await answerDialog(app, [folder])
    await page.getByRole('button', { name: '指定第二个位置' }).click()
  }
  const filled = await when(page, /存到第二个位置：附件/u, () => { fill(stick) })
  await choose(path.join(stick.dir, '满'))
  await expect(page.getByRole('alert')).toContainText('那里的空间不够，备份没有写进去。请腾出地方，或换一个位置；本机的备份和记录都在。', { timeout: 30_000 })
  expect([filled(), written(path.join(stick.dir, '满')).filter((name) => name.endsWith('.part'))]).toEqual([true, []])
  await screenshot(page, 'second-place-full')
  stick.empty()
  const pulledOut = await when(page, /存到第二个位置：附件/u, () => { stick.unmount() })
  await choose(path.join(stick.dir, '拔'))
  await expect(page.getByRole('alert')).toContainText('U 盘不在了，没有写完。', { timeout: 30_000 })
  expect([pulledOut(), fs.readdirSync(stick.dir), (await ask(page, 'backup.list', {})).second]).toEqual([true, [], null])
  await choose(freshDataDir())
  await expect(page.getByText(/第二个位置：.*上次/u)).toBeVisible({ timeout: 60_000 })
  await app.close()
})

test('the archive of a term and the folder for those who come to look, onto a stick that fills or is pulled out half-way: one sentence, nothing half, the ticks stay', async () => {
  test.setTimeout(240_000)
  const stick = disk(300)
  const { app, page } = await openTown(freshDataDir())
  await manyAttachments(page)
  await ask(page, 'settings.set', { ui: { out_folder: stick.dir } })
  await page.evaluate(() => window.dispatchEvent(new CustomEvent('zhen-open', { detail: { screen: 'term' } })))
  await page.getByRole('button', { name: '整届存档' }).click()
  await page.getByLabel(/^也放身份证号/u).check()
  const filled = await when(page, /正在存：/u, () => { fill(stick) })
  await page.getByRole('button', { name: '做存档' }).click()
  await expect(page.getByText('那里的空间不够，文档没有写进去。')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('请换一个文件夹再生成一次；记录都在。').first()).toBeVisible()
  await screenshot(page, 'archive-full')
  expect([filled(), written(stick.dir), await page.getByLabel(/^也放身份证号/u).isChecked()]).toEqual([true, [], true])
  stick.empty()
  const pulledOut = await when(page, /正在存：/u, () => { stick.unmount() })
  await page.getByRole('button', { name: '做存档' }).click()
  await expect(page.getByText('U 盘不在了，没有写完。')).toBeVisible({ timeout: 60_000 })
  await screenshot(page, 'archive-pulled')
  expect([pulledOut(), fs.readdirSync(stick.dir), await page.getByLabel(/^也放身份证号/u).isChecked()]).toEqual([true, [], true])
  await page.getByRole('button', { name: '取消' }).click()

  const other = disk(300)
  await ask(page, 'settings.set', { ui: { out_folder: other.dir } })
  await page.locator('nav').getByText('首页', { exact: true }).click()
  await page.locator('nav').getByText('统计报表', { exact: true }).click()
  await page.getByRole('button', { name: '写年度报告' }).click()
  const gone = await when(page, /存文件/u, () => { other.unmount() })
  await page.getByRole('button', { name: '整理查阅台账（一个文件夹）' }).click()
  await expect.poll(gone, { timeout: 60_000 }).toBe(true)
  await expect(page.getByRole('alert')).toContainText('U 盘不在了，没有写完。本机的记录都在，没有丢。请插回 U 盘，重写一遍。', { timeout: 30_000 })
  await screenshot(page, 'folder-pulled')
  expect(fs.readdirSync(other.dir)).toEqual([])
  await app.close()
})
