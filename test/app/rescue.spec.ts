/** Every way in which a start can fail, in the real window: one sentence, the ways back, and the bad file still there as it was. */
import { execFileSync, spawn } from 'node:child_process'
import { createDecipheriv, createHash, scryptSync } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { freshDataDir, launchApp, screenshot } from './support/launch-app'
import { ask, password, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024' }
const root = path.resolve(import.meta.dirname, '../..')
const isRoot = process.getuid?.() === 0

/** A town with a record and a backup of its own, closed. */
const whole = path.join(freshDataDir(), 'data')

test.beforeAll(async () => {
  const { app, page } = await launchApp({ dataDir: whole, env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await ask(page, 'record.quick', { type: 'person', fields: { name: '何秀兰' } })
  await ask(page, 'backup.place', { folder: path.join(path.dirname(whole), '第二个位置') })
  await app.close()
})

interface Fault {
  readonly name: string
  /** What is done to the folder; what is given back takes it away again. */
  readonly harm: (dir: string) => (() => void) | undefined
  /** Only the password shows it. */
  readonly afterPassword?: true
  readonly says: RegExp
  /** Words of the ways back. */
  readonly ways: readonly RegExp[]
  /** The file that must stay as it is. */
  readonly keeps?: string
}

const file = (dir: string, name: string): string => path.join(dir, name)
const backWays = [/从备份恢复/u, /完整回执/u, /恢复单/u, /不要删/u]

const faults: readonly Fault[] = [
  { name: '损坏', harm: (dir) => { fs.writeFileSync(file(dir, 'data.db'), Buffer.alloc(8192, 7), { flag: 'r+' }); return undefined }, afterPassword: true, says: /data\.db）坏了/u, ways: backWays, keeps: 'data.db' },
  { name: '只剩一半', harm: (dir) => { fs.truncateSync(file(dir, 'data.db'), 40_960); return undefined }, afterPassword: true, says: /data\.db）坏了/u, ways: backWays, keeps: 'data.db' },
  { name: '空文件', harm: (dir) => { fs.truncateSync(file(dir, 'data.db'), 0); return undefined }, says: /data\.db）不在文件夹里了，或者是空的/u, ways: backWays, keeps: 'data.db' },
  { name: '数据文件没了', harm: (dir) => { fs.rmSync(file(dir, 'data.db')); return undefined }, says: /data\.db）不在文件夹里了/u, ways: [/隔离区/u, ...backWays] },
  { name: '钥匙没了', harm: (dir) => { fs.rmSync(file(dir, 'key.json')); return undefined }, says: /key\.json）不见了或坏了/u, ways: [/隔离区/u, ...backWays], keeps: 'data.db' },
  { name: '钥匙写了一半', harm: (dir) => { fs.truncateSync(file(dir, 'key.json'), 100); return undefined }, says: /key\.json）不见了或坏了/u, ways: backWays, keeps: 'key.json' },
  { name: '新版软件的', harm: (dir) => { newer(dir); return undefined }, afterPassword: true, says: /更新版本的软件/u, ways: [/安装/u, /备份/u], keeps: 'data.db' },
  { name: '别的程序占着', harm: (dir) => held(dir), says: /另一个窗口正在使用/u, ways: [/任务栏/u, /再试一次/u], keeps: 'data.db' },
  ...(isRoot ? [
    { name: '硬盘满', harm: (dir: string) => full(dir), says: /硬盘满了，数据打不开/u, ways: [/回收站/u, /再试一次/u], keeps: 'data.db' },
    { name: '只读', harm: (dir: string) => readOnly(dir), says: /不让写/u, ways: [/账号/u, /再试一次/u], keeps: 'data.db' },
  ] : [{ name: '只读', harm: (dir: string) => { fs.chmodSync(file(dir, 'data.db'), 0o400); return undefined }, says: /不让写/u, ways: [/账号/u, /再试一次/u], keeps: 'data.db' }]),
]

/** The key of the database, from its file and the password, as docs/safety.md says that it is kept. */
function keyOf(dir: string): string {
  const { slots } = JSON.parse(fs.readFileSync(file(dir, 'key.json'), 'utf8')) as { readonly slots: readonly { readonly n: number; readonly r: number; readonly p: number; readonly salt: string; readonly iv: string; readonly tag: string; readonly key: string }[] }
  const [slot] = slots
  if (!slot) throw new Error('no slot')
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', scryptSync(password, bytes(slot.salt), 32, { N: slot.n, r: slot.r, p: slot.p }), bytes(slot.iv))
  decipher.setAAD(Buffer.from('zhen-key/1|password'))
  decipher.setAuthTag(bytes(slot.tag))
  return Buffer.concat([decipher.update(bytes(slot.key)), decipher.final()]).toString('hex')
}

function newer(dir: string): void {
  const script = `const raw = new (require('better-sqlite3'))(${JSON.stringify(file(dir, 'data.db'))}); for (const one of ["cipher = 'sqlcipher'", 'legacy = 4', ${JSON.stringify(`key = "x'${keyOf(dir)}'"`)}, 'user_version = 99']) raw.pragma(one); raw.close()`
  execFileSync(process.execPath, ['-e', script], { cwd: root })
}

/** Another process has the office open. */
function held(dir: string): () => void {
  const script = `const lock = new (require('better-sqlite3'))(${JSON.stringify(file(dir, 'store.lock'))}); lock.exec("CREATE TABLE IF NOT EXISTS holder (pid INTEGER, since TEXT); DELETE FROM holder; INSERT INTO holder VALUES (" + process.pid + ", '2026-03-02'); BEGIN IMMEDIATE"); fs.writeFileSync(${JSON.stringify(`${dir}.held`)}, ''); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', script], { cwd: root, stdio: 'inherit' })
  while (!fs.existsSync(`${dir}.held`)) execFileSync('sleep', ['0.05'])
  return () => { child.kill('SIGKILL') }
}

/** Puts the folder on a small disk of its own, with nothing left on it. */
function full(dir: string): () => void {
  const away = onDisk(dir, 'size=12m')
  const { bavail, bsize } = fs.statfsSync(dir)
  fs.writeFileSync(file(dir, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - 4096)))
  return away
}

function readOnly(dir: string): () => void {
  const away = onDisk(dir, 'size=64m')
  execFileSync('mount', ['-o', 'remount,ro', dir])
  return away
}

function onDisk(dir: string, options: string): () => void {
  const was = `${dir}.was`
  fs.renameSync(dir, was)
  fs.mkdirSync(dir)
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir])
  fs.cpSync(was, dir, { recursive: true })
  return () => { execFileSync('umount', ['-l', dir]) }
}

const sumOf = (name: string): string => createHash('sha256').update(fs.readFileSync(name)).digest('hex')

async function typePassword(page: Page): Promise<void> {
  await page.locator('#unlock-password').fill(password)
  await page.locator('#unlock-password').press('Enter')
}

for (const fault of faults) {
  test(`打不开：${fault.name}`, async () => {
    const dir = path.join(freshDataDir(), 'data')
    fs.cpSync(whole, dir, { recursive: true })
    const undo = fault.harm(dir)
    try {
      const before = fault.keeps === undefined ? '' : sumOf(file(dir, fault.keeps))
      const names = fs.readdirSync(dir).filter((name) => !/^(tmp|store\.lock.*|data\.db-(shm|wal))$/u.test(name))
      const { app, page } = await launchApp({ dataDir: dir, env })
      if (fault.afterPassword) await typePassword(page)
      await expect(page.getByText('打不开数据')).toBeVisible()
      await expect(page.getByRole('alert')).toContainText(fault.says)
      for (const way of fault.ways) await expect(page.locator('body')).toContainText(way)
      await expect(page.locator('body')).toContainText(dir)
      await screenshot(page, `rescue-${fault.name}`)
      await app.close()
      if (fault.keeps !== undefined) expect(sumOf(file(dir, fault.keeps))).toBe(before)
      expect(fs.readdirSync(dir)).toEqual(expect.arrayContaining(names))
    } finally {
      undo?.()
    }
  })
}

test('打不开的那份改名留着，从本机自动做的备份恢复，记录回来', async () => {
  const dir = path.join(freshDataDir(), 'data')
  fs.cpSync(whole, dir, { recursive: true })
  fs.writeFileSync(file(dir, 'data.db'), Buffer.alloc(8192, 7), { flag: 'r+' })
  const bad = sumOf(file(dir, 'data.db'))
  const { app, page } = await launchApp({ dataDir: dir, env })
  await typePassword(page)
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await page.getByRole('radio').first().check()
  await expect(page.getByRole('dialog')).toContainText('青禾镇，')
  await screenshot(page, 'rescue-选备份')
  await page.getByLabel('做备份时的密码').fill(password)
  await page.getByRole('button', { name: '恢复', exact: true }).click()
  await page.getByRole('button', { name: '用密码打开' }).click()
  await typePassword(page)
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible()
  const aside = fs.readdirSync(dir).find((name) => name.startsWith('before-restore-')) ?? ''
  expect(sumOf(path.join(dir, aside, 'data.db'))).toBe(bad)
  await app.close()
})

test('密码忘了：说清恢复单、备份、县里的回执各能怎样', async () => {
  const dir = path.join(freshDataDir(), 'data')
  fs.cpSync(whole, dir, { recursive: true })
  const { app, page } = await launchApp({ dataDir: dir, env })
  await page.getByRole('button', { name: '密码忘了' }).click()
  for (const way of [/恢复单/u, /从备份恢复/u, /完整回执/u, /改名留好/u]) await expect(page.locator('body')).toContainText(way)
  await screenshot(page, 'rescue-密码忘了')
  await app.close()
})

test('已经在云盘里的数据照常打开，第一页说清会弄坏、该怎么移', async () => {
  const dir = path.join(freshDataDir(), 'OneDrive - 镇政府', 'data')
  fs.mkdirSync(path.dirname(dir), { recursive: true })
  fs.cpSync(whole, dir, { recursive: true })
  const { app, page } = await launchApp({ dataDir: dir, env })
  await typePassword(page)
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible()
  await expect(page.getByText('网盘软件（OneDrive - 镇政府）会一边用一边改这些文件，容易弄坏。请先备份到 U 盘，再请维护人员把数据文件夹移到这台电脑自己的硬盘。')).toBeVisible()
  await screenshot(page, 'rescue-已在云盘')
  await app.close()
})

test('不在云盘里建数据，说清该放哪里', async () => {
  const dir = path.join(freshDataDir(), 'OneDrive', 'data')
  fs.mkdirSync(dir, { recursive: true })
  const { app, page } = await launchApp({ dataDir: dir, env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' }, '第一次使用')
  await expect(page.getByRole('alert')).toContainText(/网络盘或云盘/u)
  await screenshot(page, 'rescue-云盘')
  expect(fs.readdirSync(dir)).not.toContain('data.db')
  await app.close()
})
